// The preview in a real browser, from disk and from its server: it is accessible, prints as a leaflet, and nothing in it runs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import decode from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePreview } from "../../src/shell/preview-server.ts";
import { approvedEntry, catalogText, plainEntry } from "../catalog-by-hand.ts";
import { previewOf, projectOf, settingsOf } from "../previewed.ts";
import { runMalvakt } from "../run-case.mjs";

const home = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "malvakt-preview-"));
const site = join(folder, "site");
const preview = join(site, ".malvakt/preview");
let browser: Browser;

/** This repository's own site, with an origin, and with a sentence in which something is found. */
beforeAll(async () => {
  for (const name of ["malvakt.yaml", "content", "dist"])
    cpSync(join(home, name), join(site, name), { recursive: true });
  const settings = readFileSync(join(site, "malvakt.yaml"), "utf8");
  writeFileSync(join(site, "malvakt.yaml"), `${settings}site: https://www.klinikk.example\n`);
  const { exitCode } = await runMalvakt(site, ["build", "--preview"]);
  expect(exitCode).toBe(0);
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
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a file of the preview; whatever the page's policy refuses is an error. */
async function open(
  file: string,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage(options);
  const errors: string[] = [];
  page.on("console", (told) => errors.push(told.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, errors };
}

describe("axe finds nothing serious", () => {
  test.each([
    ["light", "index.html"],
    ["light", "en/forste-konsultasjon.html"],
    ["light", "sv/trykkbolgebehandling.html"],
    ["light", "ar/ims.html"],
    ["dark", "index.html"],
    ["dark", "sv/trykkbolgebehandling.html"],
    ["dark", "ar/ims.html"],
  ] as const)("by %s: %s", async (colorScheme, file) => {
    // A policy that lets nothing run lets no tester run either.
    const { page, errors } = await open(join(preview, file), {
      colorScheme,
      bypassCSP: true,
      viewport: { width: 900, height: 800 },
    });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    }>("axe.run({ resultTypes: ['violations'] })");
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

test("every page of every language looks as its style says, under its own policy, and goes from right to left where it should", async () => {
  const languages = readdirSync(preview).filter((name) => /^[a-z]{2}$/u.test(name));
  expect(languages).toHaveLength(9);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("console", (told) => errors.push(told.text()));
  for (const language of languages) {
    await page.goto(pathToFileURL(join(preview, language, "forste-konsultasjon.html")).href);
    const looks = await page.evaluate<string[]>(`[
      getComputedStyle(document.querySelector("article")).direction,
      getComputedStyle(document.querySelector("main")).maxWidth,
      String(document.documentElement.scrollWidth <= innerWidth),
    ]`);
    expect(looks, language).toEqual([language === "ar" ? "rtl" : "ltr", "704px", "true"]);
  }
  // The language menu leads to the same page, and its first link to all pages.
  await page.click('nav a[lang="en"]');
  await expect(page.title()).resolves.toContain("First consultation");
  await page.click("header .back");
  await expect(page.textContent("h1")).resolves.toBe("Preview");
  expect(errors).toEqual([]);
  await page.close();
});

/** The pages of a printed file: their words, and what a camera reads on each. */
async function printed(file: string): Promise<{ words: string; code: string | undefined }[]> {
  const { page } = await open(file);
  const pdf = join(folder, "print.pdf");
  await page.pdf({ path: pdf, format: "A4" });
  await page.close();
  const words = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return words.map((text, index) => {
    const number = String(index + 1);
    const image = execFileSync("pdftoppm", ["-gray", "-r", "150", "-f", number, "-l", number, pdf], {
      maxBuffer: 1 << 26,
    });
    return { words: text, code: codeIn(image) };
  });
}

/** What stands in the code of a grey picture (PGM). */
function codeIn(picture: Buffer): string | undefined {
  const [head = "", width = "", height = ""] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(picture.toString("latin1", 0, 64)) ?? [];
  const grey = picture.subarray(head.length);
  const data = new Uint8Array(grey.length * 4);
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4));
  try {
    return decode({ width: Number(width), height: Number(height), data });
  } catch {
    return undefined;
  }
}

describe("on paper", () => {
  test("each page of an approved leaflet has its version, its address, and a code that leads there", async () => {
    const pages = await printed(join(preview, "en/forste-konsultasjon.html"));
    expect(pages.length).toBeGreaterThan(1);
    const ledger = readFileSync(join(site, "dist/ledger.json"), "utf8");
    const version = /"path":"en\/forste-konsultasjon.html","sha256":"([\da-f]{8})/u.exec(ledger)?.[1] ?? "none";
    const address = "https://www.klinikk.example/en/forste-konsultasjon/";
    for (const { words, code } of pages) {
      expect(words).toContain(version);
      expect(words).toContain(address);
      expect(words).not.toContain("Not approved");
      expect(code).toBe(address);
    }
  });

  test.each(["pl/trykkbolgebehandling.html", "ar/ims.html"])(
    "each page of what is not approved says so, and has no code: %s",
    async (file) => {
      const pages = await printed(join(preview, file));
      expect(pages.length).toBeGreaterThan(1);
      for (const { words, code } of pages) {
        expect(words).toContain("Not approved. Do not hand out");
        expect(code).toBeUndefined();
      }
    },
  );

  test("no line of the page is under the foot", async () => {
    const { page } = await open(join(preview, "pl/trykkbolgebehandling.html"));
    const pdf = join(folder, "foot.pdf");
    await page.pdf({ path: pdf, format: "A4" });
    await page.close();
    const boxes = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" });
    for (const sheet of boxes.split("<page ").slice(1)) {
      const words = [...sheet.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/gu)].map(
        ([, top, bottom, word]) => ({ top: Number(top), bottom: Number(bottom), word }),
      );
      const foot = words.findIndex(({ word }, at) => word === "Not" && words[at + 1]?.word === "approved.");
      expect(foot).toBeGreaterThan(-1);
      const top = (words[foot]?.top ?? 0) - 20;
      const below = words.filter((one) => one.bottom > top).map(({ word }) => word);
      expect(below.join(" ")).toMatch(/^Terapia falą uderzeniową Not approved\. Do not hand out [\da-f]{8}$/u);
    }
  });
});

test("hostile texts run nothing: in a page, its translation, its findings, its name and the overview", async () => {
  const evil = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "]]><iframe srcdoc='<script>alert(1)</script>'>",
  ];
  const pages = Object.fromEntries(
    evil.map((text, index) => [
      `side-${index} "><script>alert(1)</script>`.replaceAll("/", "-"),
      `---\ntitle: ${JSON.stringify(`${text} T`)}\ndescription: ${JSON.stringify(`${text} D`)}\n---\n\n# ${text} A\n\n![${text} B](https://x.example/a.png "${text.replaceAll('"', "'")} C")\n\n| ${text} E |\n|---|\n| 5 mg |\n`,
    ]),
  );
  const settings = settingsOf(`source: nb\nsite: https://k.example\nlanguages: { ar: {} }\n`);
  const first = previewOf(projectOf(settings, { pages }));
  expect(first.size).toBeGreaterThan(evil.length * 2);
  const catalogs = Object.fromEntries(
    Object.keys(pages).map((id, index) => [
      id,
      catalogText("ar", [
        plainEntry({
          context: "title",
          id: `${evil[index]} T`,
          text: `${evil[index]} ${evil[(index + 1) % evil.length]}`,
        }),
        plainEntry({ context: "description", id: `${evil[index]} D`, text: evil[(index + 2) % evil.length] ?? "" }),
        approvedEntry({ id: "5 mg", text: `50 mg ${evil[index]}` }, "ar"),
      ]),
    ]),
  );
  const files = previewOf(projectOf(settings, { pages, catalogs: { ar: catalogs } }), new Map(), { locale: "nb" });
  const server = await servePreview(folder, { files, assets: new Map() });
  const wrong: string[] = [];
  const page = await browser.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => wrong.push("a dialog")));
  await page.addInitScript(
    "window.ran = []; for (const name of ['alert', 'open', 'print']) window[name] = () => window.ran.push(name);",
  );
  await page.route(/^https:/u, (route) => route.abort());
  const inspect = `[...document.querySelectorAll("script:not([src='/reload.js']), iframe, object, form, base, link")].map((one) => one.outerHTML)
    .concat([...document.querySelectorAll("*")].flatMap((one) => [...one.attributes].filter(({ name, value }) => name.startsWith("on") || /^\\s*(?:javascript|data):/iu.test(value)).map(({ name }) => name)))
    .concat(window.ran)`;
  for (const [path, text] of files) {
    await page.goto(server.address + path.split("/").map(encodeURIComponent).join("/"));
    expect(await page.title(), path).not.toBe("");
    wrong.push(...(await page.evaluate<string[]>(inspect)));
    const file = join(folder, "hostile", path.replaceAll(/[<>"]/gu, "_"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    await page.goto(pathToFileURL(file).href);
    wrong.push(...(await page.evaluate<string[]>(inspect)));
  }
  expect(wrong).toEqual([]);
  await page.close();
  await server.close();
});

test("a page that has changed is loaded again, one that has not stays as it is", async () => {
  const project = (body: string): Map<string, string> =>
    previewOf(
      projectOf(settingsOf("source: nb\nlanguages: {}\n"), {
        pages: { a: `---\ntitle: A\n---\n\n${body}\n`, b: "---\ntitle: B\n---\n\nB.\n" },
      }),
    );
  const server = await servePreview(folder, { files: project("Først."), assets: new Map() });
  const errors: string[] = [];
  const [page, other] = [await browser.newPage(), await browser.newPage()];
  page.on("console", (told) => errors.push(told.text()));
  await other.goto(`${server.address}nb/b.html`);
  await other.evaluate("window.stayed = true");
  await page.goto(`${server.address}nb/a.html`);
  await page.bringToFront();
  server.show({ files: project("Så dette."), assets: new Map() });
  await page.waitForSelector("text=Så dette.");
  // A server that was started again finds its page.
  await server.close();
  const next = await servePreview(folder, { files: project("Til sist."), assets: new Map() });
  expect(next.address).toBe(server.address);
  await page.waitForSelector("text=Til sist.");
  expect(await other.evaluate("window.stayed")).toBe(true);
  expect(errors.filter((text) => !/ERR_(?:CONNECTION|INCOMPLETE)/u.test(text))).toEqual([]);
  await page.close();
  await other.close();
  await next.close();
});
