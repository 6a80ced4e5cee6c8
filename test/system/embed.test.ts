// embed.js in a real browser, on a site without https: `<malvakt-page>` and what it does when things go wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { distOf, ims, openServer, priser, withFragment, type Server } from "./embed-site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const dist = distOf({ ims, priser });

let browser: Browser;
let visitor: BrowserContext;
let server: Server;

beforeAll(async () => {
  server = await openServer();
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP *.test 127.0.0.1",
    ],
  });
  visitor = await browser.newContext({ locale: "fr" });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => {
  server.answers.clear();
  server.serve(dist);
});
afterEach(async () => {
  for (const page of visitor.pages()) await page.close();
});

type Opened = {
  /** Of the page around. */
  lang?: string;
  headers?: Record<string, string>;
  /** The language that the visitor chose on an earlier page. */
  chosen?: string;
  /** Of the address, with `#`. */
  hash?: string;
  /** Run in the page before anything else. */
  first?: string;
  context?: BrowserContext;
};

type Tab = { page: Page; warnings: string[] };

/** Opens a page of the site, on a host without https, that holds this. */
async function open(body: string, options: Opened = {}): Promise<Tab> {
  const { lang = "", headers = {}, chosen, hash = "", first = "", context = visitor } = options;
  const html = `<!doctype html><html${lang === "" ? "" : ` lang="${lang}"`}><head><meta charset="utf-8"><title>Klinikk</title></head><body><main>${body}</main></body></html>`;
  server.answers.set("/side/", { body: html, headers });
  server.asked.length = 0;
  const page = await context.newPage();
  const warnings: string[] = [];
  page.on("console", (said) => said.type() === "warning" && warnings.push(said.text()));
  page.on("pageerror", (error) => warnings.push(String(error)));
  await page.addInitScript(`
    window.ran = []; window.shown = []; window.refused = [];
    for (const name of ["alert", "prompt"]) window[name] = () => window.ran.push(name);
    addEventListener("malvakt-shown", ({ detail }) => shown.push(detail));
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
    if (!sessionStorage.opened) {
      sessionStorage.opened = "1";
      localStorage.clear();
      ${chosen === undefined ? "" : `localStorage.setItem("malvakt-language", "${chosen}");`}
    }
    ${first}
  `);
  await page.goto(server.at(`/side/${hash}`));
  return { page, warnings };
}

const scriptAt = (address: string): string => `<script type="module" async src="${address}"></script>`;
/** The script from another host of the clinic. */
const script = (): string => scriptAt(server.at("/files/embed.js", "files.clinic.test"));
const fragment = (language: string, page = "ims"): string => dist.get(`${language}/${page}.html`) ?? "";

/** An element with the fragment in it, as people paste it. */
const pasted = (language: string): string =>
  `${script()}<malvakt-page page="ims" language="${language}">${fragment(language)}</malvakt-page>`;

/** What comes after a while, on a machine that has much to do. */
const soon = <T>(look: () => Promise<T> | T) => expect.poll(look, { timeout: 30_000 });
/** Waits until so many texts were shown. */
const shown = ({ page }: Tab, count = 1): Promise<void> =>
  soon(() => page.evaluate<number>("shown.length")).toBeGreaterThanOrEqual(count);
/** Waits until the script has said something to the site's web person. */
const warned = ({ warnings }: Tab, pattern: RegExp): Promise<void> => soon(() => warnings.join("\n")).toMatch(pattern);

type Seen = { articles: string[]; notes: string[]; menu: string[]; current: string[] };

/** What stands in each element: languages of its articles and notes, and of the links of its menu. */
const seen = ({ page }: Tab): Promise<Seen[]> =>
  page.evaluate(`[...document.querySelectorAll("malvakt-page")].map((element) => {
    const languages = (selector) => [...element.querySelectorAll(selector)].map(({ lang }) => lang);
    return {
      articles: languages("article"),
      notes: languages("[role=note]"),
      menu: languages("nav a"),
      current: languages("nav a[aria-current]"),
    };
  })`);

const asked = (path: string): string[] => server.asked.filter((one) => one.startsWith(path));
const all = ["nb", "en", "ar"];

test("the script is less than five kilobytes compressed, with the words of all languages", () => {
  const languages = "languages: { nn: {}, da: {}, sv: {}, en: {}, de: {}, pl: {}, uk: {}, ar: {} }";
  const whole = distOf({ ims }, languages).get("embed.js") ?? "";
  expect(whole).toContain("оригіналу");
  expect(brotliCompressSync(whole).length).toBeLessThan(5_000);
  expect(gzipSync(whole, { level: 9 }).length).toBeLessThan(5_000);
});

describe("the language", () => {
  const element = (attributes = ""): string => `<malvakt-page page="ims" ${attributes}></malvakt-page>`;

  test("is the element's, then that of the page around, then the visitor's", async () => {
    const tab = await open(
      `${script()}
      <div lang="nb">${element('language="en"')}</div>
      <div lang="en-GB">${element()}</div>
      ${element()}
      <div lang="nb">${element('language="auto"')}</div>`,
      { chosen: "ar" },
    );
    await shown(tab, 4);
    expect((await seen(tab)).map(({ articles }) => articles.join())).toEqual(["en", "en", "ar", "ar"]);
  });

  test("is else the browser's, and where there is none to be had the source's, with a note to those who can read it", async () => {
    const context = await browser.newContext({ locale: "en-US" });
    const tab = await open(script() + element() + element('language="pl"') + element('language="fr"'), { context });
    await shown(tab, 3);
    expect(await seen(tab)).toEqual([
      { articles: ["en"], notes: [], menu: all, current: ["en"] },
      { articles: ["nb"], notes: ["pl"], menu: all, current: ["nb"] },
      { articles: ["en"], notes: [], menu: all, current: ["en"] },
    ]);
    expect(await tab.page.locator("[role=note]").textContent()).toMatch(/po polsku/u);
    await context.close();
    const french = await open(script() + element());
    await shown(french);
    expect(await seen(french)).toEqual([{ articles: ["nb"], notes: [], menu: all, current: ["nb"] }]);
  });

  test("is another one when a program changes the attribute", async () => {
    const tab = await open(script() + element());
    await shown(tab);
    await tab.page.locator("malvakt-page").evaluate((one) => one.setAttribute("language", "ar"));
    await shown(tab, 2);
    expect((await seen(tab))[0]?.articles).toEqual(["ar"]);
  });
});

describe("the menu", () => {
  test("switches by keyboard, in place, keeps the focus, tells it aloud and is remembered", async () => {
    const tab = await open(`${script()}<h1>Klinikk</h1><malvakt-page page="ims" language="auto"></malvakt-page>`);
    const { page } = tab;
    await shown(tab);
    expect(await page.locator("nav").getAttribute("aria-label")).toBe("Språk: Tørrnåling");
    const links = `[...document.querySelectorAll("nav a")]
      .map((link) => [link.textContent, link.hreflang, link.dir, link.getAttribute("href")])`;
    expect(await page.evaluate(links)).toEqual([
      ["norsk bokmål", "nb", "ltr", "/nb/ims/"],
      ["English", "en", "ltr", "/en/ims/"],
      ["العربية", "ar", "rtl", "/ar/ims/"],
    ]);
    for (let times = 0; times < 3; times++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await shown(tab, 2);
    expect(await seen(tab)).toEqual([{ articles: ["ar"], notes: [], menu: all, current: ["ar"] }]);
    expect(await page.evaluate("document.activeElement.lang + location.pathname")).toBe("ar/side/");
    expect(await page.locator("[role=status]").textContent()).toBe("العربية: الإبر الجافة");
    expect(await page.locator("nav").getAttribute("aria-label")).toBe("اللغة: الإبر الجافة");
    await page.reload();
    await shown(tab);
    expect((await seen(tab))[0]?.articles).toEqual(["ar"]);
    expect(await page.locator("[role=status]").textContent()).toBe("");
  });

  test("and all around it have nothing that axe-core finds wrong, in any direction", async () => {
    const tab = await open(
      `${script()}<h1>Klinikk</h1><malvakt-page page="priser" language="ar"></malvakt-page><malvakt-page page="ims" language="ar"></malvakt-page>`,
      { lang: "nb" },
    );
    await shown(tab, 2);
    expect((await seen(tab)).map(({ notes }) => notes)).toEqual([["ar"], []]);
    await tab.page.evaluate(axe);
    const { violations } = await tab.page.evaluate<AxeResults>(`axe.run()`);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test("lets the browser open a link elsewhere when its reader wants that", async () => {
    const tab = await open(`${script()}<malvakt-page page="ims"></malvakt-page>`);
    await shown(tab);
    const other = visitor.waitForEvent("page");
    await tab.page.locator("nav a[lang=en]").click({ modifiers: ["Control"] });
    expect(new URL((await other).url()).pathname).toBe("/en/ims/");
    expect((await seen(tab))[0]?.articles).toEqual(["nb"]);
  });

  test("is not there for one language, nor where the site does not want it", async () => {
    server.serve(distOf({ ims, priser }, undefined, undefined, ["ims en"]));
    const tab = await open(
      `${script()}<malvakt-page page="priser"></malvakt-page><malvakt-page page="ims" menu="none"></malvakt-page>`,
    );
    await shown(tab, 2);
    expect((await seen(tab)).map(({ articles, menu }) => [articles, menu])).toEqual([
      [["nb"], []],
      [["nb"], []],
    ]);
  });
});

test("two elements, and the script twice: one manifest, no id twice, and one menu speaks for both", async () => {
  const tab = await open(
    `${script()}<malvakt-page page="ims"></malvakt-page><malvakt-page page="priser" menu="none"></malvakt-page>${scriptAt(server.at("/files/embed.js?2"))}`,
  );
  await shown(tab, 2);
  expect(asked("/files/manifest.json")).toHaveLength(1);
  await tab.page.locator("nav a[lang=en]").click();
  await shown(tab, 4);
  expect((await seen(tab)).map(({ articles }) => articles)).toEqual([["en"], ["en"]]);
  expect(asked("/files/manifest.json")).toHaveLength(1);
  const ids = await tab.page.locator("[id]").evaluateAll((found) => found.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  expect(tab.warnings).toEqual([]);
});

test("a fragment that stands there already and is the published one is not touched", async () => {
  const tab = await open(
    `<malvakt-page page="ims" language="en">Venter ${fragment("en")} litt</malvakt-page><script>document.querySelector("article").isSame = true;</script>${script()}`,
  );
  await shown(tab);
  expect(await tab.page.evaluate("document.querySelector('malvakt-page article').isSame")).toBe(true);
  expect(await tab.page.locator("malvakt-page").textContent()).not.toContain("Venter");
  expect(asked("/files/en/ims.html")).toEqual([`/files/en/ims.html?${sha256Of("ims", "en")}`]);
});

test("a page that is still on its way shows nothing beside the text when it is whole", async () => {
  const page = await visitor.newPage();
  const asked = page.waitForResponse((response) => response.url().includes("embed.js"));
  const after = asked.then(() => new Promise((wait) => setTimeout(wait, 1_000)));
  const rest = { after, body: "<p>litt</p></malvakt-page><p>Slutt" };
  const body = `<!doctype html>${script()}<malvakt-page page="ims" language="en"><p>Venter</p>`;
  server.answers.set("/side/", { body, rest });
  await page.goto(server.at("/side/"));
  await page.locator("article").waitFor();
  await page.getByText("Slutt").waitFor();
  expect(await page.locator("malvakt-page").textContent()).not.toMatch(/Venter|litt$/u);
  expect(
    await page.locator("malvakt-page > *").evaluateAll((found) => found.map(({ localName }) => localName)),
  ).toEqual(["nav", "p", "article"]);
});

test("a link to a heading leads there when the text comes later", async () => {
  const tab = await open(
    `<p style="height:3000px">Langt ned</p>${script()}<malvakt-page page="ims"></malvakt-page><p style="height:3000px">`,
    { hash: `#${encodeURIComponent("ims-er-det-smertefullt")}` },
  );
  await shown(tab);
  expect(
    await tab.page.locator("#ims-er-det-smertefullt").evaluate((one) => Math.abs(one.getBoundingClientRect().top)),
  ).toBeLessThan(50);
});

test("without script the text is there", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  server.answers.set("/side/", { body: `<!doctype html><main>${dist.get("en/ims.embed.html")}</main>` });
  const page = await context.newPage();
  await page.goto(server.at("/side/"));
  expect(await page.locator("malvakt-page").textContent()).toContain("Call 22 33 44 55");
  await context.close();
});

test("the file to paste works as it is, where the settings say where the output is served", async () => {
  const own = distOf({ ims, priser }, "languages: { en: {}, ar: {}, pl: {} }\nassets: /files/");
  server.serve(own);
  const tab = await open(own.get("en/ims.embed.html") ?? "", { lang: "nb" });
  await shown(tab);
  expect(await seen(tab)).toEqual([{ articles: ["en"], notes: [], menu: all, current: ["en"] }]);
  expect(tab.warnings).toEqual([]);
});

test("Arabic runs from right to left on a page that does not", async () => {
  const tab = await open(
    `<div style="width:600px">${script()}<malvakt-page page="ims" language="ar"></malvakt-page></div>`,
    { lang: "nb" },
  );
  await shown(tab);
  const edges = await tab.page.evaluate<
    number[]
  >(`[...document.querySelectorAll("article h1, article h2")].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return Math.round(range.getBoundingClientRect().right - one.closest("div").getBoundingClientRect().right);
  })`);
  expect(edges).toEqual([0, 0, 0]);
  if (process.env["EMBED_SCREENSHOTS"])
    await tab.page.screenshot({ path: `${process.env["EMBED_SCREENSHOTS"]}/ar.png` });
});

describe("when something is not as it should be", () => {
  test("a fragment that is not what the manifest names stays away, after one more look at the manifest", async () => {
    server.serve(new Map([...dist, ["en/ims.html", fragment("en").replace("22 33 44 55", "99 99 99 99")]]));
    const tab = await open(pasted("en"));
    await warned(tab, /en\/ims\.html did not come, or is not what the manifest names/u);
    await soon(async () => (await seen(tab))[0]?.menu).toEqual(all);
    expect(await tab.page.locator("malvakt-page article").textContent()).toContain("22 33 44 55");
    expect(asked("/files/manifest.json")).toHaveLength(2);
  });

  test("an old manifest on the way does not take a new page away, nor hold a new text back", async () => {
    const before = distOf({ ims: ims.replace("Ring oss på 22 33 44 55", "Ring oss") }, undefined, undefined, []);
    const headers = { "Access-Control-Allow-Origin": "*" };
    server.answers.set("/files/manifest.json", ({ headers: { "cache-control": wish } }) => ({
      body: (wish === "no-cache" ? dist : before).get("manifest.json") ?? "",
      headers,
    }));
    const tab = await open(
      `${pasted("nb")}<malvakt-page page="priser" language="en">${fragment("en", "priser")}</malvakt-page>`,
    );
    await shown(tab, 2);
    expect(asked("/files/manifest.json")).toHaveLength(2);
    expect((await seen(tab)).map(({ articles }) => articles)).toEqual([["nb"], ["en"]]);
    expect(await tab.page.locator("main").textContent()).toContain("22 33 44 55");
  });

  test("what a browser may keep for long is asked for again: a page that was withdrawn in the meantime goes", async () => {
    const context = await browser.newContext();
    server.serve(dist, { "Cache-Control": "max-age=3600" });
    await shown(await open(pasted("en"), { context }));
    server.serve(distOf({ priser }, undefined, dist));
    const tab = await open(pasted("en"), { context });
    await soon(async () => (await seen(tab))[0]?.articles).toEqual([]);
    await context.close();
  });

  test("a translation that was withdrawn gives way to the source, with a note", async () => {
    server.serve(distOf({ ims, priser }, undefined, undefined, ["ims ar"]));
    const tab = await open(pasted("en"));
    await shown(tab);
    expect(await seen(tab)).toEqual([{ articles: ["nb"], notes: ["en"], menu: ["nb", "ar"], current: ["nb"] }]);
  });

  test("a translation that was withdrawn goes, even where the source does not come", async () => {
    const without = distOf({ ims, priser }, undefined, undefined, ["ims ar"]);
    without.delete("nb/ims.html");
    server.serve(without);
    const tab = await open(pasted("en"));
    await warned(tab, /nb\/ims\.html/u);
    await soon(() => seen(tab)).toEqual([{ articles: [], notes: ["en"], menu: ["nb", "ar"], current: [] }]);
    expect(await tab.page.locator("[role=note]").textContent()).toBe("This text is not available now.");
  });

  test.each([
    ["withdrawn", { ims: ims.replace("---\n", "---\nwithdrawn: '2026-11-22 Kari Nordmann: feil dose'\n"), priser }],
    ["deleted", { priser }],
  ])("a page that was %s goes", async (_, pages) => {
    server.serve(distOf(pages, undefined, dist));
    const tab = await open(pasted("en"));
    await soon(() => seen(tab)).toEqual([{ articles: [], notes: ["en"], menu: [], current: [] }]);
    expect((await tab.page.locator("malvakt-page").innerText()).trim()).toBe("This text is not available now.");
  });

  test("a page that has another name now is found by its old one", async () => {
    server.serve(distOf({ naler: ims.replace("---\n", "---\nwas: ims\n"), priser }, undefined, dist, ["naler en"]));
    const tab = await open(pasted("en"));
    await shown(tab);
    expect((await seen(tab))[0]?.articles).toEqual(["en"]);
    expect(await tab.page.locator("article").getAttribute("data-page")).toBe("naler");
  });

  test("a page that there is not leaves what stands there, and says what to write", async () => {
    const tab = await open(`${script()}<malvakt-page page="imms"><p>Ring oss.</p></malvakt-page>`);
    await warned(tab, /"imms": there is no such page\. Write the id/u);
    expect(await tab.page.locator("malvakt-page").textContent()).toBe("Ring oss.");
  });

  test.each<[string, () => void]>([
    ["the server does not answer", () => server.answers.delete("/files/manifest.json")],
    ["something else is in its place", () => server.answers.set("/files/manifest.json", { body: "<p>Welcome" })],
    [
      "a manifest of another time is in its place",
      () =>
        server.answers.set("/files/manifest.json", {
          body: '{"version":1}',
          headers: { "Access-Control-Allow-Origin": "*" },
        }),
    ],
  ])("where %s the text stays", async (_, spoil) => {
    spoil();
    const tab = await open(pasted("en"), { lang: "ar" });
    await warned(tab, /the text stays as it stands in the page/u);
    expect(await seen(tab)).toEqual([{ articles: ["en"], notes: [], menu: [], current: [] }]);
  });

  test("a reader whose connection is gone keeps the text, is told, and can try again", async () => {
    const context = await browser.newContext();
    const tab = await open(pasted("en"), { context });
    await shown(tab);
    await context.setOffline(true);
    await tab.page.locator("nav a[lang=nb]").click();
    await tab.page.locator("[role=note]").waitFor();
    expect(await seen(tab)).toEqual([{ articles: ["en"], notes: ["nb"], menu: all, current: ["en"] }]);
    expect(await tab.page.locator("[role=note]").textContent()).toBe("Teksten kunne ikke hentes. Prøv igjen senere.");
    await context.setOffline(false);
    await tab.page.locator("nav a[lang=nb]").click();
    await shown(tab, 2);
    expect(await seen(tab)).toEqual([{ articles: ["nb"], notes: [], menu: all, current: ["nb"] }]);
    await context.close();
  });
});

/** Browsers that have no `setHTML` yet. */
const old = "delete Element.prototype.setHTML;";

describe("a strict content policy", () => {
  const policy = (types: string): Record<string, string> => ({
    "Content-Security-Policy": `default-src 'none'; script-src ${server.at("", "files.clinic.test")}; connect-src ${server.at("", "files.clinic.test")}; require-trusted-types-for 'script'; trusted-types ${types}`,
  });

  test.each([
    ["setHTML needs no policy of ours", "'none'", ""],
    ["without it the policy malvakt serves", "malvakt", old],
  ])("%s", async (_, types, first) => {
    const body = `${script()}<malvakt-page page="ims"></malvakt-page><malvakt-page page="priser" language="en"></malvakt-page>`;
    const tab = await open(body, { headers: policy(types), first });
    await shown(tab, 2);
    expect((await seen(tab)).map(({ articles }) => articles)).toEqual([["nb"], ["en"]]);
    await tab.page.locator("nav a[lang=en]").first().click();
    await shown(tab, 4);
    expect(await tab.page.evaluate("[isSecureContext, typeof crypto.subtle, refused]")).toEqual([
      false,
      "undefined",
      [],
    ]);
    expect(tab.warnings).toEqual([]);
  });

  test("that forbids even that leaves the text as it stands", async () => {
    const tab = await open(`${script()}<malvakt-page page="ims">${fragment("en")}</malvakt-page>`, {
      headers: policy("'none'"),
      first: old,
    });
    await warned(tab, /Policy "malvakt" disallowed/u);
    expect((await seen(tab))[0]?.articles).toEqual(["en"]);
  });
});

describe.each([
  ["setHTML", ""],
  ["the policy", old],
])("through %s", (_, first) => {
  test("every fragment comes as it was published", async () => {
    const pairs = all.map(
      (language) =>
        `<div class="pair">${fragment(language)}<malvakt-page page="ims" language="${language}"></malvakt-page></div>`,
    );
    const tab = await open(script() + pairs.join(""), { first });
    await shown(tab, 3);
    const alike = await tab.page
      .locator(".pair")
      .evaluateAll((found) =>
        found.map((one) => one.firstElementChild?.isEqualNode(one.querySelector("malvakt-page article"))),
      );
    expect(alike).toEqual([true, true, true]);
  });

  test("a fragment by someone who could write fragments and manifest runs nothing and keeps nothing foreign", async () => {
    const hostile = `<article lang="nb" dir="ltr" data-page="ims" onclick="alert(1)" style="color:red" is="x">
<script>alert(1)</script><img src="x" onerror="alert(1)"><svg onload="alert(1)"><a href="#"><style>*{color:red}</style></a></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><object data="x"></object><embed src="x"><base href="//evil.example">
<a href="javascript:alert(1)" id="a">a</a><a href="&#9;java&#10;script:alert(1)">b</a><a href="data:text/html,x" ping="/x">c</a>
<a href="/nb/priser/" target="x">d</a><form action="x"><button formaction="javascript:alert(1)">e</button></form>
<details ontoggle="alert(1)" open><summary>f</summary></details><template><img src="x" onerror="alert(1)"></template>
<malvakt-page page="priser"></malvakt-page><link rel="stylesheet" href="x"><meta http-equiv="refresh" content="0;url=/x"><p data-x="1">g</p>
</article><img src="x" onerror="alert(1)">`;
    server.serve(withFragment(dist, "nb/ims.html", hostile));
    const tab = await open(`${script()}<malvakt-page page="ims" language="nb" menu="none"></malvakt-page>`, { first });
    await shown(tab);
    await tab.page.evaluate(
      `for (const one of document.querySelectorAll("malvakt-page *")) for (const type of ["click", "error", "load", "toggle"]) one.dispatchEvent(new Event(type, { cancelable: true }));`,
    );
    await tab.page.evaluate("new Promise((done) => setTimeout(done, 100))");
    expect(await tab.page.evaluate("ran")).toEqual([]);
    const found = await tab.page
      .locator("malvakt-page > article, malvakt-page > article *")
      .evaluateAll((elements) => elements.map((one) => [one.localName, ...one.getAttributeNames()].join(" ")));
    const expected = ["article lang dir data-page", "a href", "a id", "a", "details", "img src", "p", "summary"];
    expect([...new Set(found)].filter((one) => !expected.includes(one))).toEqual([]);
    expect(
      await tab.page
        .locator("malvakt-page a[href]")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    ).toEqual(["/nb/priser/"]);
  });
});

describe("the frame", () => {
  /** Works out an expression in the frame. */
  const within = <T>(page: Page, expression: string): Promise<T> | undefined =>
    page.frames().at(-1)?.evaluate<T>(expression);
  const framed = (path: string, more = ""): string =>
    `<iframe src="${server.at(`/files/${path}`, "files.clinic.test")}" title="Tørrnåling" width="500" height="50" ${more}></iframe>
    <script>
      window.heights = [];
      addEventListener("message", ({ data, source }) => {
        if (data?.type !== "malvakt-height") return;
        heights.push(data);
        for (const frame of document.querySelectorAll("iframe"))
          if (frame.contentWindow === source) frame.style.height = \`\${data.height}px\`;
      });
    </script>`;

  test.each([
    ["", ""],
    [" in a sandbox without an origin", 'sandbox="allow-scripts"'],
  ])("tells its height%s, and again when another language is taller", async (_, sandbox) => {
    const tab = await open(framed("en/ims.frame.html", sandbox));
    const { page } = tab;
    const frame = page.frameLocator("iframe");
    await frame.locator("nav a[lang=ar]").click();
    await frame.locator("article[lang=ar]").waitFor();
    const fits = `(() => { const last = heights.at(-1); return last?.language === "ar" && last.page === "ims" && document.querySelector("iframe").style.height === last.height + "px" })()`;
    await frame.locator("article").evaluate((one) => (one.ownerDocument.body.style.paddingBottom = "77px"));
    await soon(() => page.evaluate(fits)).toBe(true);
    const root = "document.documentElement";
    const inner = await within<unknown[]>(
      page,
      `[${root}.scrollHeight, innerHeight, ${root}.lang, ${root}.dir, document.title]`,
    );
    expect(inner?.[0]).toBe(inner?.[1]);
    expect(inner?.slice(2)).toEqual(["ar", "rtl", "الإبر الجافة"]);
    if (process.env["EMBED_SCREENSHOTS"])
      await page.screenshot({ path: `${process.env["EMBED_SCREENSHOTS"]}/frame.png` });
  });

  test("its links lead the whole window to the site, those of footnotes stay, before and after a switch", async () => {
    server.serve(distOf({ ims, priser }, "languages: { en: {}, ar: {}, pl: {} }\nsite: https://www.clinic.example"));
    const tab = await open(framed("en/ims.frame.html"));
    const frame = tab.page.frameLocator("iframe");
    for (const language of ["en", "nb"]) {
      await frame.locator(`nav a[lang=${language}]`).click();
      await frame.locator(`article[lang=${language}]`).waitFor();
      const links = await within(
        tab.page,
        `[...document.querySelectorAll("article a")]
        .map((link) => [link.getAttribute("href").replace(/^(#).*/u, "$1"), link.target])`,
      );
      expect(links).toEqual([
        [`https://www.clinic.example/${language}/priser/`, ""],
        ["#", "_self"],
        ["#", "_self"],
      ]);
    }
    expect(await frame.locator("base").getAttribute("target")).toBe("_top");
    await frame.locator("article sup a").click();
    expect(new URL(tab.page.url()).pathname).toBe("/side/");
  });
});

function sha256Of(page: string, language: string): string {
  const { pages } = JSON.parse(dist.get("manifest.json") ?? "") as {
    pages: Record<string, Record<string, { sha256: string }>>;
  };
  return pages[page]?.[language]?.sha256 ?? "";
}
