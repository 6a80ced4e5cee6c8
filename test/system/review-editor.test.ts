// The editor of the review page in a real browser, under the policy of the page: caret, keys, deleting, pasting, composing.
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleEditor, serveEditor } from "./editor-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where to put pictures for a person to look at. */
const pictures = process.env["MALVAKT_PICTURES"];

let bundle: string;
let browser: Browser;
let server: Server;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  bundle = await bundleEditor();
  const served = await serveEditor(bundle);
  ({ server } = served);
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  page = await browser.newPage({ viewport: { width: 760, height: 400 } });
  page.on("console", (said) => errors.push(said.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(served.url);
});
afterAll(async () => {
  await browser.close();
  server.close();
});
/** Nothing that a test did was refused by the policy of the page, or went wrong. */
afterEach(async () => {
  expect(await page.evaluate("refused")).toEqual([]);
  expect(errors).toEqual([]);
});

type Options = {
  text: string;
  source?: string;
  language?: string;
  direction?: string;
  locale?: string;
  keys?: Record<string, string>;
};

async function open(options: Options): Promise<void> {
  const given = { source: options.text, ...options };
  await page.evaluate(`show(${JSON.stringify(given)})`);
}

const openArabic = (text: string, source = text): Promise<void> =>
  open({ text, source, language: "ar", direction: "rtl" });
const text = (): Promise<string> => page.evaluate("editor.text()");
const shown = (): Promise<string> =>
  page.evaluate('[...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n")');
const commands = (): Promise<unknown> => page.evaluate("commands");

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const frames = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))";

type Place = { x: number; y: number };

/** Where the caret is drawn. */
async function caret(): Promise<Place> {
  const place = await page.evaluate(`${frames}.then(() => {
    const box = document.querySelector(".cm-own-caret")?.getBoundingClientRect();
    return box && { x: Math.round(box.left), y: Math.round(box.top + box.height / 2) };
  })`);
  if (!place) throw new Error("No caret is drawn.");
  return place as Place;
}

/** Presses a key until the caret stays where it is; the page presses it, since a hundred ways there and back take long. */
async function walk(key: string): Promise<Place[]> {
  const places = (await page.evaluate(`(async () => {
    const [name, ...modifiers] = ${JSON.stringify(key)}.split("+").toReversed();
    const content = document.querySelector(".cm-content");
    const places = [];
    for (let step = 0; step < 200; step++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const box = document.querySelector(".cm-own-caret").getBoundingClientRect();
      const place = { x: Math.round(box.left), y: Math.round(box.top + box.height / 2) };
      const last = places.at(-1);
      if (last?.x === place.x && last.y === place.y) return places;
      places.push(place);
      content.dispatchEvent(new KeyboardEvent("keydown", {
        key: name, ctrlKey: modifiers.includes("Control"), bubbles: true, cancelable: true,
      }));
    }
  })()`)) as Place[] | undefined;
  if (!places) throw new Error(`${key} goes on for ever.`);
  return places;
}

/** Does the caret go one way in each row, and from row to row down, or up? */
function expectOneWay(places: readonly Place[], toRight: boolean, down: boolean): void {
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    if (!before) continue;
    const isSameRow = Math.abs(place.y - before.y) < 8;
    if (isSameRow) expect((place.x - before.x) * (toRight ? 1 : -1), JSON.stringify(places)).toBeGreaterThan(0);
    else expect(place.y > before.y, JSON.stringify(places)).toBe(down);
  }
}

/** Texts, with how many steps they are long: a letter is one, and so is a tag. */
const walked: [direction: "ltr" | "rtl", text: string, steps: number][] = [
  ["ltr", "Read <a>about</a> us &amp; <b>more</b>", 24],
  ["ltr", "On <a>في عيادتنا <b>22</b></a> is <b>الآن</b>", 30],
  ["rtl", "<b>اتصل</b> بنا على 22 33 أو <a>الأسعار</a>", 33],
  ["rtl", "قل <a>IMS</a> Dry <b>needling</b> الآن <br/>Latin", 35],
  ["rtl", "<a><b>إبر</b></a><br/><sup/>", 9],
];

describe("The caret", () => {
  test.each(walked)("goes one way by arrow keys, %s: %s", async (direction, unit, steps) => {
    const rtl = direction === "rtl";
    await open({ text: unit, direction, language: rtl ? "ar" : "en" });
    await press("Home");
    const onward = await walk(rtl ? "ArrowLeft" : "ArrowRight");
    expectOneWay(onward, !rtl, true);
    expect(onward).toHaveLength(steps + 1);
    const back = await walk(rtl ? "ArrowRight" : "ArrowLeft");
    expectOneWay(back, rtl, false);
    expect(back).toHaveLength(steps + 1);
    await press("End");
    expect(await caret()).toEqual(onward.at(-1));
    await press("Home");
    expect(await caret()).toEqual(onward[0]);
    const byWords = await walk(rtl ? "Control+ArrowLeft" : "Control+ArrowRight");
    expectOneWay(byWords, !rtl, true);
    expect(byWords.length).toBeLessThan(onward.length);
    expect(byWords.at(-1)).toEqual(onward.at(-1));
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/walk-${unit.length}.png` });
  });

  test("goes on in the next row of a long line, and Home and End know the rows", async () => {
    await page.setViewportSize({ width: 500, height: 400 });
    const unit = "اتصل 22 33 <a>Dry needling <b>عيادتنا</b> in Oslo</a> (30 دقيقة) <br/>";
    await openArabic(unit);
    await press("Control+Home");
    const onward = await walk("ArrowLeft");
    expectOneWay(onward, false, true);
    expect(new Set(onward.map(({ y }) => y)).size).toBe(2);
    expectOneWay(await walk("ArrowRight"), true, false);
    await press("End");
    const end = await caret();
    expect(end.y).toBe(onward[0]?.y);
    await press("ArrowLeft", "Home");
    const second = await caret();
    expect(second.y).toBe(onward.at(-1)?.y);
    await press("End");
    expect(await caret()).toEqual(onward.at(-1));
    await press("Home");
    expect(await caret()).toEqual(second);
    await page.setViewportSize({ width: 760, height: 400 });
  });

  test("writes where it stands: at both ends of a line, and on either side of a tag", async () => {
    await openArabic("<b>إبر</b> IMS");
    await press("Home");
    await page.keyboard.insertText("ا");
    await press("End");
    await page.keyboard.insertText("ب");
    expect(await text()).toBe("ا<b>إبر</b> IMSب");
    await press("Home", "ArrowLeft", "ArrowLeft");
    await page.keyboard.insertText("ت");
    expect(await text()).toBe("ا<b>تإبر</b> IMSب");
  });

  test("stands on that side of a tag where it was clicked", async () => {
    for (const unit of ["قل <a>الآن</a> نعم", "say <a>now</a> yes"]) {
      await (unit.startsWith("s") ? open({ text: unit }) : openArabic(unit));
      for (const tag of await page.locator(".cm-tag").all()) {
        const { x = 0, y = 0, width = 0, height = 0 } = (await tag.boundingBox()) ?? {};
        for (const side of [0.2, 0.8]) {
          await page.mouse.click(x + width * side, y + height / 2);
          expect(Math.abs((await caret()).x - (x + (side < 0.5 ? 0 : width)))).toBeLessThan(3);
        }
      }
    }
  });

  test("extends a selection by letters, words and rows, and leaves it on the side of the arrow", async () => {
    const selected = (): Promise<string> => page.evaluate("getSelection().toString()");
    await openArabic("قل <a>الآن</a> نعم");
    await press("Home", "Shift+ArrowLeft", "Shift+ArrowLeft");
    expect(await selected()).toBe("قل");
    await press("Shift+ArrowLeft", "Shift+ArrowLeft");
    expect(await selected()).toBe("قل <a>");
    await press("Shift+ArrowRight");
    expect(await selected()).toBe("قل ");
    await press("Shift+End");
    expect(await selected()).toBe("قل <a>الآن</a> نعم");
    await press("ArrowRight");
    await page.keyboard.insertText("X");
    expect(await text()).toBe("Xقل <a>الآن</a> نعم");
    await press("Control+Shift+ArrowLeft");
    expect(await selected()).toBe("قل");
    await open({ text: "one <a>two</a>" });
    await press("Control+a", "ArrowRight");
    await page.keyboard.insertText("!");
    expect(await text()).toBe("one <a>two</a>!");
  });
});

describe("Deleting", () => {
  const unit = "Read <a>all of it</a> now";
  test.each<[what: string, keys: string[], left: string]>([
    [
      "Backspace after a tag takes the pair",
      ["Home", ...Array<string>(15).fill("ArrowRight"), "ArrowRight", "Backspace"],
      "Read all of it now",
    ],
    [
      "Delete before a tag takes the pair",
      ["Home", ...Array<string>(5).fill("ArrowRight"), "Delete"],
      "Read all of it now",
    ],
    ["Ctrl+Backspace takes a word", ["End", "Control+Backspace"], "Read <a>all of it</a> "],
    [
      "Ctrl+Backspace takes a blank, and then a tag with its pair",
      ["End", "Control+Backspace", "Control+Backspace", "Control+Backspace"],
      "Read all of it",
    ],
    ["Ctrl+Delete takes a word", ["Home", "Control+Delete"], " <a>all of it</a> now"],
    [
      "a selection with one of a pair leaves it",
      ["Home", "Shift+End", "Shift+Control+ArrowLeft", "Shift+Control+ArrowLeft", "Shift+Control+ArrowLeft", "Delete"],
      "<a>it</a> now",
    ],
    ["a selection with both takes both", ["Control+a", "Backspace"], ""],
    [
      "what is typed over a tag and a letter leaves the tag",
      ["Home", ...Array<string>(5).fill("ArrowRight"), "Shift+ArrowRight", "Shift+ArrowRight", "x"],
      "Read x<a>ll of it</a> now",
    ],
  ])("%s", async (_what, keys, left) => {
    await open({ text: unit });
    await press(...keys);
    expect((await text()).replace(/ {2}/u, " ")).toBe(left);
    await press("Control+z");
    if (keys.at(-2) !== "Control+Backspace") expect(await text()).toBe(unit);
  });

  test("goes letter by letter, and takes an Arabic vowel sign before its letter", async () => {
    await openArabic("إِبر 😀");
    await press("End", "Backspace", "Backspace", "Backspace", "Backspace");
    expect(await text()).toBe("إِ");
    await press("Backspace");
    expect(await text()).toBe("إ");
    await press("Backspace", "Backspace", "Delete");
    expect(await text()).toBe("");
  });
});

describe("Writing", () => {
  test("shows plain signs and stores them escaped; what was not changed comes back as it was", async () => {
    await open({ text: "5 &lt; 6 &amp; &#230;" });
    expect(await shown()).toBe("5 < 6 & æ");
    expect(await text()).toBe("5 &lt; 6 &amp; &#230;");
    await press("End");
    await page.keyboard.type(" <x> & &amp;");
    expect(await shown()).toBe("5 < 6 & æ <x> & &amp;");
    expect(await text()).toBe("5 &lt; 6 &amp; æ &lt;x> &amp; &amp;amp;");
    expect(await page.evaluate("changes.at(-1)")).toBe(await text());
  });

  test("a tag that is missing can be written out", async () => {
    await open({ text: "Read ", source: "Les <a>mer</a>" });
    await press("Control+End");
    await page.keyboard.type("<a>more</a>");
    expect(await text()).toBe("Read <a>more</a>");
    expect(await page.locator(".cm-tag").count()).toBe(2);
  });

  test("bare Enter neither writes nor saves; where texts have lines it begins one", async () => {
    await open({ text: "One <a>two</a>" });
    await press("End", "Enter", "Shift+Enter");
    expect([await text(), await commands(), await page.evaluate("changes")]).toEqual(["One <a>two</a>", [], []]);
    await open({ text: "one", source: "en\nto" });
    await press("End", "Enter", "x");
    expect(await text()).toBe("one\nx");
  });

  test("a wrong tag is seen, crossed in one step, and can be taken out", async () => {
    await open({ text: 'one <a href="x">two', source: "en <a>to</a>" });
    expect(await page.locator(".cm-tag-alone").count()).toBe(1);
    await press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Delete");
    expect(await text()).toBe("one two");
  });

  test("what is put in by the page: a term, missing tags, another text; each can be undone", async () => {
    await open({ text: "Les om x", source: "Les <a>mer</a> om x" });
    await press("Control+a");
    await page.evaluate('editor.insert("R & D")');
    expect(await text()).toBe("R &amp; D");
    await press("Home", "Shift+ArrowRight", "Alt+Enter");
    expect(await text()).toBe("<a>R</a> &amp; D");
    await page.evaluate('editor.setText("New <a>text</a>")');
    expect([await text(), await page.evaluate("changes.at(-1)")]).toEqual(["New <a>text</a>", "New <a>text</a>"]);
    await press("Control+z");
    expect(await text()).toBe("<a>R</a> &amp; D");
    await press("Control+z", "Control+z");
    expect(await text()).toBe("Les om x");
    await press("Control+y", "Control+y");
    expect(await text()).toBe("<a>R</a> &amp; D");
    expect(await page.locator(".cm-tag").count()).toBe(2);
  });
});

describe("Pasting", () => {
  const paste = (types: Record<string, string>): Promise<unknown> =>
    page.evaluate(`{
      const data = new DataTransfer();
      for (const [type, value] of Object.entries(${JSON.stringify(types)})) data.setData(type, value);
      document.querySelector(".cm-content").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }`);

  test.each<[what: string, types: Record<string, string>, stored: string]>([
    [
      "rich text is its plain text",
      { "text/html": "<b onclick='x'>fet</b><script>x</script>", "text/plain": "fet" },
      "fet",
    ],
    ["lines become one", { "text/plain": "one\r\n  two\n" }, "one two"],
    ["control characters go", { "text/plain": "a\u0000b\u0007c\u009Fd\tå" }, "abcd å"],
    [
      "markup is text",
      { "text/plain": "<img src=x onerror=alert(1)> & </p>" },
      "&lt;img src=x onerror=alert(1)> &amp; &lt;/p>",
    ],
    [
      "tags that are missing are tags",
      { "text/plain": "one <a>two</a> <i>three</i>" },
      "one <a>two</a> &lt;i>three&lt;/i>",
    ],
  ])("%s", async (_what, types, stored) => {
    await open({ text: "", source: "x <a>y</a>" });
    await paste(types);
    expect(await text()).toBe(stored);
    await press("Control+z");
    expect(await text()).toBe("");
  });

  test("cut and pasted tags stay tags, and are no more than in the source", async () => {
    await open({ text: "one <a>two</a> three", source: "en <a>to</a> tre" });
    await press("Control+a", "Control+x");
    expect(await text()).toBe("");
    await press("Control+v");
    expect(await text()).toBe("one <a>two</a> three");
    await press("Control+v");
    expect(await text()).toBe("one <a>two</a> threeone &lt;a>two&lt;/a> three");
  });
});

describe("Composing", () => {
  test("leaves the keys to the input method, and what comes of it is written", async () => {
    await open({ text: "<b>a</b>", language: "ja" });
    const session = await page.context().newCDPSession(page);
    await press("Home", "ArrowRight");
    await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
    for (const key of ["Enter", "Escape", "ArrowDown", "."])
      await page.evaluate(
        `document.querySelector(".cm-content").dispatchEvent(new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, ctrlKey: true, altKey: ${key === "ArrowDown"}, bubbles: true, cancelable: true, isComposing: true }))`,
      );
    expect(await commands()).toEqual([]);
    await session.send("Input.insertText", { text: "日本" });
    expect(await text()).toBe("<b>日本a</b>");
    await press("Control+Enter");
    expect(await commands()).toEqual(["approve-and-next"]);
    await press("Control+z");
    expect(await text()).toBe("<b>a</b>");
    await session.detach();
  });
});

describe("Keys", () => {
  test("tell the page what is wanted, and write nothing", async () => {
    await open({ text: "one" });
    await press("Control+Enter", "Alt+ArrowDown", "Control+ArrowDown", "Alt+ArrowUp", "Control+ArrowUp");
    await press("Control+1", "Control+9", "Control+k", "Control+Insert", "Control+.", "Escape");
    expect(await commands()).toEqual([
      ...["approve-and-next", "next", "next", "previous", "previous", { match: 1 }, { match: 9 }],
      ...["concordance", "copy-source", "actions", "leave"],
    ]);
    expect(await text()).toBe("one");
  });

  test("are those that a person chose, and AltGr writes", async () => {
    await open({ text: "", keys: { F4: "next", x: "leave" } });
    await press("F4", "Control+Enter", "x");
    expect([await commands(), await text()]).toEqual([["next"], "x"]);
    await open({ text: "" });
    const taken = await page.evaluate(`["2", "@"].map((key) => {
      const event = new KeyboardEvent("keydown", { key, keyCode: 50, ctrlKey: true, altKey: true, bubbles: true, cancelable: true });
      document.querySelector(".cm-content").dispatchEvent(event);
      return event.defaultPrevented;
    })`);
    expect([taken, await commands()]).toEqual([[false, false], []]);
  });

  test("for finding and for leaving are the browser's own", async () => {
    await open({ text: "one &amp; <a>two</a>" });
    const taken = await page.evaluate(`["f", "g"].map((key) => {
      const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
      document.querySelector(".cm-content").dispatchEvent(event);
      return event.defaultPrevented;
    })`);
    expect(taken).toEqual([false, false]);
    expect(await page.evaluate('getSelection().collapseToStart(), find("& <a>two")')).toBe(true);
    await page.evaluate("editor.focus()");
    await press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("after");
  });
});

describe("For everyone", () => {
  test("it is a named text field in the language and direction of the unit, with the browser's spelling", async () => {
    await openArabic("قل <a>الآن</a>");
    const field = page.getByRole("textbox", { name: "Text in Arabic" });
    expect(await field.getAttribute("lang")).toBe("ar");
    expect(await field.getAttribute("dir")).toBe("rtl");
    expect(await field.getAttribute("spellcheck")).toBe("true");
    expect(await page.locator('.cm-tag[spellcheck="false"]').count()).toBe(2);
    await open({ text: "x", locale: "nb", language: "pl" });
    expect(await page.getByRole("textbox", { name: "Tekst på polsk" }).count()).toBe(1);
    await open({ text: "x", source: "<a>x</a>" });
    await page.evaluate("editor.addMissingTags()");
    await page.getByText("2 tags added.").waitFor({ state: "attached" });
  });

  test("nothing is found by axe, light and dark, and nothing is cut off at 200 %", async () => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const zoom of [1, 2]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 760 / zoom, height: 400 });
        await openArabic(
          "قل <a>IMS</a> Dry <b>needling</b> الآن\u00A0نعم <br/>Latin <i>x و&amp; &lt; 22 33 44 55 اتصل بنا على <sup/>",
        );
        await page.evaluate(frames);
        const client = await page.context().newCDPSession(page);
        const { result } = await client.send("Runtime.evaluate", {
          expression: `${axe}; axe.run(document, { resultTypes: ["violations"] }).then((found) => JSON.stringify(found))`,
          awaitPromise: true,
          returnByValue: true,
        });
        const { violations } = JSON.parse(String(result.value)) as AxeResults;
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${colorScheme}-${zoom}.png` });
      }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 760, height: 400 });
  });

  test("the bundle makes no HTML and no programs from text", () => {
    expect(bundle).not.toMatch(/\binnerHTML\b|\beval\(|new Function\(/u);
  });
});
