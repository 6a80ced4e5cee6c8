// A fragment in a page of the site, in a real browser: its pictures are there, as large as it says, and nothing moves.
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/core/malvakt.ts";
import { readSettings } from "../../src/core/settings.ts";
import { filesOf, gif, jpeg, png, svg, webp } from "../stand-in/pictures.ts";

const files = {
  "nb/bilder/rom.png": png(30, 20),
  "nb/bilder/liggende.jpg": jpeg(1),
  "nb/bilder/stående.jpg": jpeg(6),
  "felles/a.webp": webp(),
  "felles/a.gif": gif,
  "felles/a.svg": Buffer.from(svg()),
};

const body = [
  "# Bilder\n",
  "![Rom](bilder/rom.png)\n",
  "![Liggende](bilder/liggende.jpg) ![Stående](bilder/stående.jpg)\n",
  "![En](../felles/a.webp) ![To](../felles/a.gif) ![Tre](../felles/a.svg)\n",
].join("\n");

const types: Readonly<Record<string, string>> = { svg: "image/svg+xml", jpg: "image/jpeg" };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
    ],
  });
});
afterAll(() => browser.close());

test.each(["", "assets: https://files.example/malvakt/\n"])("with the settings %j", async (lines) => {
  const { settings } = readSettings(`source: nb\nlanguages: {}\n${lines}`);
  if (!settings) throw new Error("The settings of this test are wrong.");
  const pages = new Map([["side", { path: "content/nb/side.md", text: `---\ntitle: Side\n---\n\n${body}` }]]);
  const built = build({ settings, terms: undefined, pages, ...filesOf(files), catalogs: new Map() }, new Map());
  const fragment = built.files.get("nb/side.html") ?? "";
  const base = settings.assets ?? "https://clinic.example/";

  const page = await browser.newPage();
  try {
    const strangers: string[] = [];
    await page.route("**", async (route) => {
      const url = route.request().url();
      const from = built.assets.get(url.slice(base.length))?.from;
      const bytes = from === undefined ? undefined : files[from.slice("content/".length) as keyof typeof files];
      if (route.request().isNavigationRequest())
        await route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html>${fragment}` });
      else if (bytes && url.startsWith(base)) {
        const ending = url.slice(url.lastIndexOf(".") + 1);
        await route.fulfill({ contentType: types[ending] ?? `image/${ending}`, body: bytes });
      } else {
        strangers.push(url);
        await route.abort();
      }
    });
    await page.goto("https://clinic.example/om/oss/her/", { waitUntil: "load" });
    const seen = await page.evaluate<[string, number, number, number, number][]>(`
      Promise.all([...document.images].map(async (image) => {
        await image.decode();
        const { alt, width, height, naturalWidth, naturalHeight } = image;
        return [alt, width, height, naturalWidth, naturalHeight];
      }))`);
    expect(seen).toEqual([
      ["Rom", 30, 20, 30, 20],
      ["Liggende", 8, 4, 8, 4],
      ["Stående", 4, 8, 4, 8],
      ["En", 8, 4, 8, 4],
      ["To", 1, 1, 1, 1],
      // A drawing that only says what it is drawn on has no size of its own for a browser.
      ["Tre", 20, 10, 300, 150],
    ]);
    expect(strangers).toEqual([]);
  } finally {
    await page.close();
  }
});
