// The review page in a real browser: from draft to published by keyboard alone, and no text is lost on the way.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPage } from "../../src/core/page/page.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "../catalog-by-hand.ts";
import { runMalvakt } from "../run-case.mjs";

const program = fileURLToPath(new URL("../../lib/shell/main.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "malvakt-review-"));
const attack = `<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>`;
const texts: Record<string, string> = {
  side: `---\ntitle: Nåler\ndescription: Om nåler.\nslug: naler\n---\n\n# Nåler\n\nVi bruker **tynne** nåler.\n\nTa 2 tabletter.\n`,
  ord: "---\ntitle: Ord\n---\n\n# Ord\n\nEt ord.\n\nEt ord til.\n\nDet siste ordet.\n",
  angrep: "---\ntitle: Angrep\n---\n\n# Angrep\n\nVanlig tekst.\n",
};
const english: Record<string, string> = {
  Nåler: "Needles",
  "Om nåler.": "About needles.",
  naler: "needles",
  "Vi bruker <strong>tynne</strong> nåler.": "We use <strong>thin</strong> needles.",
  "Ta 2 tabletter.": "Take 2 tablets.",
  Ord: "Words",
  ord: "words",
  "Et ord.": "A word.",
  "Et ord til.": "Another word.",
  "Det siste ordet.": "The last word.",
  Angrep: "Attack",
  angrep: "attack",
};

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function catalogOf(page: string, language: string, isApproved = false): string {
  const units = readPage(texts[page] ?? "", page).page?.units ?? [];
  const entries = units.map(({ context, text: id }) => {
    const text = english[id] ?? attack.replaceAll("<", "&lt;");
    if (isApproved) return approvedEntry({ context, id, text }, language);
    return `# draft: 2026-11-02 ${hashOf(language, context, id)} deepl\n#, fuzzy\n${plainEntry({ context, id, text })}`;
  });
  return catalogText(language, entries);
}

let browser: Browser;
let review: ChildProcess;
let address = "";

/** Starts the command, and waits until it says where it is. */
async function start(): Promise<void> {
  review = spawn(process.execPath, [program, "review", "--no-open", "--locale", "en"], { cwd: root });
  address = await new Promise((resolve, reject) => {
    let said = "";
    review.stdout?.on("data", (data: Buffer) => {
      said += data.toString();
      const found = /^or (http:\S+)$/mu.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    review.stderr?.on("data", (data: Buffer) => (said += data.toString()));
    review.on("exit", () => reject(new Error(said)));
  });
}

async function stop(): Promise<void> {
  const isOver = new Promise((resolve) => {
    review.once("exit", resolve);
  });
  review.kill("SIGINT");
  await isOver;
}

beforeAll(async () => {
  write("malvakt.yaml", "source: nb\nlanguages: { en: {}, ar: {} }\n");
  for (const [id, text] of Object.entries(texts)) {
    write(`content/nb/${id}.md`, text);
    write(`content/en/${id}.po`, catalogOf(id, "en"));
  }
  write("content/ar/side.po", catalogOf("side", "ar"));
  await start();
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await stop();
  rmSync(root, { recursive: true, force: true });
});

/** A tab at a place of the project; whatever its policy refuses is an error. */
async function open(
  place: Record<string, string> = {},
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage(options);
  const errors: string[] = [];
  page.on("console", (told) => errors.push(told.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  const token = new URLSearchParams(new URL(address).hash.slice(1)).get("token") ?? "";
  await page.goto(`${new URL(address).origin}/#${new URLSearchParams({ ...place, token }).toString()}`);
  await page.waitForSelector(".matrix, .panel, .rows");
  return { page, errors };
}

const told = (page: Page, words: string): Promise<unknown> => page.locator(".told", { hasText: words }).waitFor();
const field = (page: Page) => page.getByRole("textbox", { name: "Text in English" });

/** Writes a text in place of the whole, as a person does. */
async function rewrite(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.activeElement?.textContent?.trim() ?? ""`);

test("a page goes from draft to published by keyboard alone", async () => {
  const { page, errors } = await open();
  let approvals = 0;
  page.on("request", (asked) => {
    if (asked.postData()?.includes('"kind":"approve"') === true) approvals++;
  });
  for (
    let presses = 0;
    !(await page.evaluate<boolean>(
      `document.activeElement?.matches('a[href*="page=side"][href*="language=en"]') === true`,
    ));
    presses++
  ) {
    expect(presses).toBeLessThan(40);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await told(page, "unit 1 of 6, draft");
  expect(page.url()).not.toContain("token");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" for muscles");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("AI");
  await page.keyboard.press("Enter");
  await page.getByText("This name cannot sign").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Kari Nordmann");
  await page.keyboard.press("Enter");
  for (const unit of [2, 3, 4, 5, 6]) {
    await told(page, `approved. unit ${unit} of 6, draft`);
    await page.keyboard.press("Control+Enter");
  }
  await told(page, "All texts on this page are approved.");
  await page.close();
  expect(approvals).toBe(6);
  expect(readFileSync(join(root, "content/en/side.po"), "utf8")).toMatch(
    /# approved: \S+ \S+ Kari Nordmann\n#\. Title of the page\n[^#]*Needles for muscles/u,
  );
  await runMalvakt(root, ["build"]);
  const fragment = readFileSync(join(root, "dist/en/needles.html"), "utf8");
  expect(fragment).toContain("We use <strong>thin</strong> needles.");
  expect(errors).toEqual([]);
});

test("moving about leaves the focus where it can be seen, and says where one is", async () => {
  const { page } = await open({ page: "ord", language: "en", unit: "2" });
  await told(page, "unit 3 of");
  await page.keyboard.press("Alt+ArrowDown");
  await told(page, "unit 4 of");
  expect(await field(page).textContent()).toBe("Another word.");
  await page.keyboard.press("Control+ArrowUp");
  await told(page, "unit 3 of");
  await page.keyboard.press("Control+.");
  expect(await focused(page)).toBe("Approve and go on");
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("A word.");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("A word.");
  await page.close();
});

test("a text with a broken tag is saved, and cannot be approved", async () => {
  write("content/en/side.po", catalogOf("side", "en"));
  const { page } = await open({ page: "side", language: "en", unit: "4" });
  await page.evaluate(`localStorage.setItem("malvakt:name", "Kari Nordmann")`);
  await page.reload();
  await rewrite(page, "We use thin needles.");
  await page.getByText("saved", { exact: true }).waitFor();
  await page.keyboard.press("Control+Enter");
  await told(page, "Cannot be approved: ");
  const po = readFileSync(join(root, "content/en/side.po"), "utf8");
  expect(po).toContain('msgstr "We use thin needles."');
  expect(po).not.toContain("Kari Nordmann");
  await page.keyboard.press("Control+A");
  await page.getByRole("button", { name: "Add missing tags" }).click();
  expect(await field(page).textContent()).toBe("<strong>We use thin needles.</strong>");
  await expect
    .poll(() => readFileSync(join(root, "content/en/side.po"), "utf8"))
    .toContain('msgstr "<strong>We use thin needles.</strong>"');
  await page.close();
});

test("what changes on the disk appears, and never takes away what is being written", async () => {
  const { page } = await open({ page: "ord", language: "en", unit: "3" });
  const po = catalogOf("ord", "en");
  write("content/en/ord.po", po.replace("A word.", "One word."));
  await page.getByRole("button", { name: "One word." }).waitFor();
  // The tab hears of what is on the disk only after something was written in it.
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/page?*", async (route) => {
    await released;
    await route.continue();
  });
  write("content/en/ord.po", po.replace("Another word.", "Theirs."));
  await rewrite(page, "Mine.");
  release();
  await page.getByRole("alert").getByText("Theirs.").waitFor();
  expect(await field(page).textContent()).toBe("Mine.");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(() => readFileSync(join(root, "content/en/ord.po"), "utf8")).toContain('msgstr "Mine."');
  await page.close();
});

test("when the server goes away, and comes back as another, a text is kept and offered, and what is on the disk is shown", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address.replace("#", "#page=ord&language=en&unit=4&"));
  await field(page).waitFor();
  await stop();
  await rewrite(page, "Written without a server.");
  await page.getByText("The server does not answer.").waitFor();
  await start();
  await page.getByText("no longer allowed in").waitFor();
  expect(await field(page).textContent()).toBe("Written without a server.");
  const again = await context.newPage();
  await again.goto(address.replace("#", "#page=ord&language=en&unit=4&"));
  await again.getByText("A text that was not saved").waitFor();
  expect(await field(again).textContent()).toBe("The last word.");
  await again.getByRole("button", { name: "Use the unsaved text" }).click();
  await expect.poll(() => readFileSync(join(root, "content/en/ord.po"), "utf8")).toContain("Written without a server.");
  await context.close();
});

test("nothing that is written in a project runs", async () => {
  const evil = attack.replaceAll('"', "'");
  write("content/nb/angrep.md", `---\ntitle: "${evil}"\n---\n\n# Angrep\n\nVanlig tekst ${evil} her.\n`);
  write(
    "content/en/angrep.po",
    catalogText("en", [
      `# ${attack}\n#. ${attack}\n#, fuzzy\n${plainEntry({ context: "title", id: evil, text: attack })}`,
      `#, fuzzy\n#| msgid ${JSON.stringify(attack)}\n${plainEntry({ id: "Vanlig tekst her.", text: attack })}`,
    ]),
  );
  const { page } = await open({ page: "angrep", language: "en", unit: "0" });
  await page.locator(".panel").waitFor();
  for (let unit = 0; unit < 3; unit++) await page.keyboard.press("Alt+ArrowDown");
  await page.goto(`${new URL(address).origin}/#`);
  await page.locator(".matrix").waitFor();
  expect(await page.evaluate<boolean>(`"attacked" in window`)).toBe(false);
  await page.close();
});

describe("axe finds nothing serious", () => {
  const places = [
    ["the overview", {}],
    ["a page with a text in hand", { page: "ord", language: "en", unit: "2" }],
    ["an Arabic page", { page: "side", language: "ar", unit: "3" }],
  ] as const;
  test.each(
    places.flatMap(([name, place]) => (["light", "dark"] as const).map((scheme) => [name, scheme, place] as const)),
  )("on %s, by %s", async (_, colorScheme, place) => {
    const { page, errors } = await open(place, { colorScheme, bypassCSP: true });
    if ("page" in place) await page.locator(".panel").waitFor();
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(errors).toEqual([]);
    if ("language" in place && place.language === "ar")
      expect(await page.locator(".field [dir]").first().getAttribute("dir")).toBe("rtl");
    await page.close();
  });
});

test("the page speaks Bokmål to those who read it", async () => {
  const { page } = await open({ page: "ord", language: "en", unit: "2" }, { locale: "nb-NO" });
  await page.getByRole("button", { name: "Godkjenn og gå videre" }).waitFor();
  expect(await page.evaluate<string>("document.documentElement.lang")).toBe("nb");
  await page.close();
});

test("all that the browser loads is less than 200 kB, compressed", () => {
  const sizes = ["review.html", "review.css", "review.js"].map(
    (name) => gzipSync(readFileSync(new URL(`../../lib/${name}`, import.meta.url))).length,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});
