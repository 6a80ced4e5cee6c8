// Fragments of all languages inside pages with styles of other people, in a real browser.
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languageCodes } from "../../src/core/language/all.ts";
import { build } from "../../src/core/malvakt.ts";
import { readPage } from "../../src/core/page/page.ts";
import { readSettings } from "../../src/core/settings.ts";
import { approvedEntry, catalogText } from "../catalog-by-hand.ts";

const markdown = `---
title: Intramuskulær stimulering
description: Om behandlingen
---

# Intramuskulær stimulering

Behandleren bruker <q>tynne nåler</q>. Ring 22 33 44 55 eller [+47 22 33 44 55](tel:+4722334455), eller les om [priser](priser.md).[^1]

## Priser og tider

| Behandling | Varighet | Tid | Telefon | Pris |
|:-----------|:--------:|-----|---------|-----:|
| Tørrnåling | 30–45 min | 08.00–16.00 | 22 33 44 55 | 10 000 kr |

> [!WARNING]
> Ta 5–10 mg i 6–8 uker.

- [x] Timen er bestilt
- [ ] Henvisningen er med

1. Først hviler du i 10 minutter.

[^1]: Se \`IMS 1-2\` hos [foreningen](https://example.com/).
`;

const arabic: Readonly<Record<string, string>> = {
  "Intramuskulær stimulering": "التحفيز العضلي الداخلي",
  "Om behandlingen": "عن العلاج",
  "Behandleren bruker <q>tynne nåler</q>. Ring 22 33 44 55 eller <a1>+47 22 33 44 55</a1>, eller les om <a2>priser</a2>.<sup/>":
    "يستخدم المعالج <q>إبرًا رفيعة</q>. اتصل على 22 33 44 55 أو <a1>+47 22 33 44 55</a1>، أو اقرأ عن <a2>الأسعار</a2>.<sup/>",
  "Priser og tider": "الأسعار والمواعيد",
  Behandling: "العلاج",
  Varighet: "المدة",
  Tid: "الوقت",
  Telefon: "الهاتف",
  Pris: "السعر",
  Tørrnåling: "الوخز الجاف",
  "30–45 min": "30–45 دقيقة",
  "08.00–16.00": "08:00–16:00",
  "22 33 44 55": "22 33 44 55",
  "10 000 kr": "10 000 كرونة",
  "Ta 5–10 mg i 6–8 uker.": "تناول 5–10 mg لمدة 6–8 أسابيع.",
  "Timen er bestilt": "تم حجز الموعد",
  "Henvisningen er med": "الإحالة معك",
  "Først hviler du i 10 minutter.": "استرح أولًا لمدة 10 دقائق.",
  "Se <code>IMS 1-2</code> hos <a>foreningen</a>.": "راجع <code>IMS 1-2</code> لدى <a>الجمعية</a>.",
};

const codes = languageCodes.filter((code) => code !== "nb");

/** Every language's fragments: whole, and without their heading. Texts without a translation here stand as they are. */
const { files } = (() => {
  const { settings } = readSettings(
    `source: nb\nlanguages: { ${codes.map((code) => `${code}: {}`).join(", ")} }\npublish: { heading: both }\n`,
  );
  if (!settings) throw new Error("The settings of this test are wrong.");
  const units = readPage(markdown, "ims").page?.units ?? [];
  const catalogs = codes.map((code) => {
    const entries = units.map(({ context, text }) =>
      approvedEntry({ context, id: text, text: code === "ar" ? (arabic[text] ?? text) : text }, code),
    );
    return [code, new Map([["ims", { path: `content/${code}/ims.po`, text: catalogText(code, entries) }]])] as const;
  });
  return build(
    {
      settings,
      terms: undefined,
      pages: new Map([
        ["ims", { path: "content/nb/ims.md", text: markdown }],
        ["priser", { path: "content/nb/priser.md", text: "---\ntitle: Priser\n---\n\nEn time koster litt.\n" }],
      ]),
      catalogs: new Map(catalogs),
    },
    new Map(),
  );
})();

const fragment = (path: string): string => {
  const html = files.get(path);
  if (html === undefined) throw new Error(`The build has not made ${path}.`);
  return html;
};

/** What other people's styles do. */
const styles = {
  none: "",
  reset:
    "*,*::before,*::after{margin:0;padding:0;border:0;font:inherit;vertical-align:baseline;box-sizing:border-box}ol,ul{list-style:none}blockquote,q{quotes:none}q::before,q::after{content:none}table{border-collapse:collapse;border-spacing:0}",
  framework:
    "*{box-sizing:border-box}body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#212529}.container{max-width:540px;margin:auto;padding:0 12px}h1,h2{font-weight:500;line-height:1.2;margin:0 0 .5rem}a{color:#0a58ca}table{width:100%;margin-bottom:1rem}td,th{padding:.5rem}section{padding:4rem 0}code{color:#d63384}",
  dark: "body{background:#14161a;color:#e8e6e3;font:1.1rem/1.6 Georgia,serif}a{color:#8ab4f8}h1,h2{letter-spacing:.02em}",
};

const withOurs = `<style>${files.get("malvakt.css")}</style>`;

function host(language: string, style: string, content: string, ours = ""): string {
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Klinikk</title><style>${style}</style>${ours}</head><body><main class="container">${content}</main></body></html>`;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
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
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
});
afterAll(() => browser.close());

/** Runs in the browser: for each place where the number stands, whether its groups of digits go from left to right. */
const ordersOf = `(number) => {
  const groups = number.match(/\\d+/g);
  const found = [];
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) seen.push([node, at]);
    text += node.data;
  }
  for (let from = text.indexOf(number); from >= 0; from = text.indexOf(number, from + 1)) {
    let at = from;
    const places = groups.map((group) => {
      at = text.indexOf(group, at);
      const range = document.createRange();
      range.setStart(...seen[at]);
      const [node, offset] = seen[at + group.length - 1];
      range.setEnd(node, offset + 1);
      at += group.length;
      const [box] = range.getClientRects();
      return [box.top, box.left];
    });
    found.push(places.every(([top, left], i) => i === 0 || (top === places[0][0] && left > places[i - 1][1])));
  }
  return found;
}`;

async function orders(number: string): Promise<boolean[]> {
  return (await page.evaluate(`(${ordersOf})(${JSON.stringify(number)})`)) as boolean[];
}

describe("numbers in Arabic", () => {
  const numbers: [number: string, times: number][] = [
    ["22 33 44 55", 3],
    ["+47 22 33 44 55", 1],
    ["30–45", 1],
    ["08:00–16:00", 1],
    ["10 000", 1],
    ["5–10 mg", 1],
    ["6–8", 1],
  ];
  // A break within a number would hide what comes first.
  const oneLine = "body{white-space:nowrap}";

  test("stand as they are written, wherever they stand", async () => {
    await page.setContent(host("ar", styles.reset + oneLine, fragment("ar/ims.html")));
    for (const [number, times] of numbers) expect(await orders(number), number).toEqual(Array(times).fill(true));
  });

  test("and would not by themselves", async () => {
    await page.setContent(host("ar", oneLine, fragment("ar/ims.html").replaceAll(/<\/?bdi[^>]*>/gu, "")));
    for (const [number, times] of numbers) expect(await orders(number), number).toEqual(Array(times).fill(false));
  });
});

describe("axe-core finds nothing serious", () => {
  const cases = languageCodes.flatMap((code) =>
    (code === "nb" || code === "ar" ? Object.keys(styles) : ["none"]).map(
      (style) => [code, style as keyof typeof styles] as const,
    ),
  );
  test.each(cases)("%s with the style %s", async (code, style) => {
    // As a whole page with our style, and as the body of a page that has its own heading and style.
    const [content, ours] =
      style === "none" || style === "dark"
        ? [fragment(`${code}/ims.html`), withOurs]
        : [`<h1>Klinikken</h1>${fragment(`${code}/ims.body.html`)}`, ""];
    await page.setContent(host(code, styles[style], content, ours));
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    // Every landmark has a name of its own.
    expect(violations.map(({ id }) => id)).not.toContain("landmark-unique");
  });
});

describe("on a narrow screen", () => {
  test.each(["nb", "ar"])(
    "a table scrolls in its region, with the keyboard too, and the page does not: %s",
    async (code) => {
      await page.setViewportSize({ width: 240, height: 740 });
      await page.setContent(host(code, styles.reset, fragment(`${code}/ims.html`), withOurs));
      const name = code === "nb" ? "Priser og tider" : "الأسعار والمواعيد";
      const region = page.getByRole("region", { name });
      const widths = await region.evaluate((one) => [one.scrollWidth, one.clientWidth]);
      expect(widths[0]).toBeGreaterThan(widths[1] ?? 0);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(240);
      await region.focus();
      await page.keyboard.press(code === "nb" ? "ArrowRight" : "ArrowLeft");
      await page.waitForFunction("document.activeElement.scrollLeft !== 0");
    },
  );
});

test("no style hides what is read: quotation marks, the heading over footnotes, its section's name", async () => {
  for (const style of Object.values(styles)) {
    await page.setContent(host("nb", style, fragment("nb/ims.html")));
    expect(await page.locator("main").innerText()).toContain("«tynne nåler»");
    const section = page.getByRole("region", { name: "Fotnoter" });
    const box = await section.getByRole("heading", { name: "Fotnoter" }).boundingBox();
    expect(box?.height).toBeGreaterThan(10);
    expect(box?.width).toBeGreaterThan(50);
  }
});

test("a deep link to the heading leads to the article that is without it, which has its name", async () => {
  await page.route("https://clinic.example/**", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: host(
        "nb",
        "",
        `<p style="height:2000px">Om oss</p>${fragment("nb/ims.body.html")}<p style="height:2000px">Kontakt</p>`,
      ),
    }),
  );
  await page.goto("https://clinic.example/#ims-intramuskulær-stimulering");
  const article = page.getByRole("article", { name: "Intramuskulær stimulering" });
  expect(await article.evaluate((one) => one.matches(":target"))).toBe(true);
  expect(Math.abs((await article.boundingBox())?.y ?? 1000)).toBeLessThan(50);
});
