// Looks at a site that takes in `dist/`, as a reader's browser shows it: all that was published is there, and nothing leads nowhere.
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Manifest, ManifestEntry } from "../../src/core/publish/manifest.ts";

/** What a host of the site answers to a path; undefined for nothing there. */
export type Answer = { status: number; type: string; body: string | Buffer; headers?: Record<string, string> };
export type Host = (path: string) => Promise<Answer | undefined> | Answer | undefined;
export type Published = Exclude<ManifestEntry, { status: "withheld" }> & { page: string; language: string };

/** How a consumer differs from one that includes all files where they belong. */
export type Ways = {
  /** Where the text is: by itself in the page. */
  textOf?: (page: Page) => ReturnType<Page["mainFrame"]>;
};

export function publishedIn(manifest: Manifest): Published[] {
  return Object.entries(manifest.pages).flatMap(([page, versions]) =>
    Object.entries(versions).flatMap(([language, entry]) =>
      entry.status === "withheld" ? [] : [{ page, language, ...entry }],
    ),
  );
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  css: "text/css",
  png: "image/png",
};
export const typeOf = (path: string): string => types[/\.([a-z]+)$/u.exec(path)?.[1] ?? "html"] ?? "text/html";

/** A browser in which only these hosts are there. `missing` are the addresses that were asked for and had no answer. */
export async function visitorOf(
  browser: Browser,
  hosts: Readonly<Record<string, Host>>,
  policy: string,
): Promise<{ context: BrowserContext; missing: string[]; complaints: string[] }> {
  const context = await browser.newContext({ locale: "fr", viewport: { width: 1000, height: 800 } });
  const [missing, complaints]: string[][] = [[], []];
  await context.route("**", async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const answer = await hosts[url.origin]?.(url.pathname);
    if (url.pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    if (!answer || answer.status >= 400) missing?.push(decodeURI(request.url()));
    if (!answer) return route.fulfill({ status: 404, body: "Not found" });
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    const headers = { "Content-Type": answer.type, ...answer.headers };
    return route.fulfill({
      status: answer.status,
      body: answer.body,
      headers: isPage ? { ...headers, "Content-Security-Policy": policy } : headers,
    });
  });
  context.on("console", (said) => ["warning", "error"].includes(said.type()) && complaints?.push(said.text()));
  context.on("weberror", (error) => complaints?.push(String(error.error())));
  return { context, missing: missing ?? [], complaints: complaints ?? [] };
}

type Seen = {
  lang: string;
  dir: string;
  articles: number;
  text: string;
  images: [alt: string, naturalWidth: number][];
  links: string[];
  menu: { url: string; lang: string; dir: string; hreflang: string; name: string; isCurrent: boolean }[];
  menus: number;
  notices: string[];
};

/** What stands around and in the article. Pictures that load late come into sight first. */
const look = `(async () => {
  const [article] = document.querySelectorAll("article");
  const around = article.parentElement.closest("[lang]");
  const images = [...article.querySelectorAll("img")];
  for (const image of images) {
    image.scrollIntoView();
    await image.decode().catch(() => {});
  }
  const menu = [...document.querySelectorAll("nav a")];
  return {
    lang: around.lang,
    dir: getComputedStyle(around).direction,
    articles: document.querySelectorAll("article").length,
    text: article.textContent,
    images: images.map(({ alt, naturalWidth }) => [alt, naturalWidth]),
    links: [...article.querySelectorAll("a"), ...menu].map(({ href }) => href),
    menu: menu.map((link) => ({
      url: link.href, lang: link.lang, dir: link.dir, hreflang: link.hreflang,
      name: link.innerText, isCurrent: link.hasAttribute("aria-current"),
    })),
    menus: document.querySelectorAll("nav[aria-label]").length,
    notices: [...document.querySelectorAll("[role=note]")].map((note) => note.innerText),
  };
})()`;

const isArticle = (node: DefaultTreeAdapterTypes.ChildNode): boolean => node.nodeName === "article";

/** The text in a part of a fragment, and the words of its pictures. */
function contentOf(node: DefaultTreeAdapterTypes.ChildNode | undefined): { text: string; alts: string[] } {
  if (!node) throw new Error("The fragment has no article.");
  if ("value" in node) return { text: node.value, alts: [] };
  const within = ("childNodes" in node ? node.childNodes : []).map(contentOf);
  const alts = node.nodeName === "img" && "attrs" in node ? node.attrs.filter(({ name }) => name === "alt") : [];
  return {
    text: within.map(({ text }) => text).join(""),
    alts: [...alts.map(({ value }) => value), ...within.flatMap((one) => one.alts)],
  };
}

/** Holds each page of a site against the manifest and the fragments. */
export async function judge(
  { context, missing, complaints }: Awaited<ReturnType<typeof visitorOf>>,
  dist: ReadonlyMap<string, string | Buffer>,
  origin: string,
  { textOf = (page) => page.mainFrame() }: Ways = {},
): Promise<void> {
  const manifest = JSON.parse(String(dist.get("manifest.json"))) as Manifest;
  const published = publishedIn(manifest);
  const page = await context.newPage();
  const places = new Map<string, string[]>();
  const followed: string[] = [];
  for (const entry of published) {
    const { language, url, title, alternates } = entry;
    const name = `${entry.page} ${language}`;
    const response = await page.goto(origin + url);
    expect(response?.status(), name).toBe(200);
    const frame = textOf(page);
    for (const selector of ["article", "nav a"]) await frame.waitForSelector(selector);
    const seen = await frame.evaluate<Seen>(look);
    const { lang, dir, articles, images, links, menu, menus, notices } = seen;

    const wanted = contentOf(parseFragment(String(dist.get(entry.path))).childNodes.find(isArticle));
    expect({ name, articles, text: seen.text }).toEqual({ name, articles: 1, text: wanted.text });
    expect(images).toEqual(wanted.alts.map((alt) => [alt, 30]));
    expect({ name, lang, dir }).toEqual({ name, lang: language, dir: manifest.languages[language]?.dir });
    expect(await page.evaluate("document.documentElement.lang")).toBe(language);
    expect(notices).toEqual(entry.status === "stale" ? [entry.notice] : []);

    expect(menus).toBe(1);
    expect(menu).toEqual(
      Object.entries(alternates).map(([code, address]) => ({
        url: origin + address,
        lang: code,
        hreflang: code,
        dir: manifest.languages[code]?.dir,
        name: manifest.languages[code]?.name,
        isCurrent: code === language,
      })),
    );
    places.set(
      origin + url,
      await frame.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)"),
    );
    // Within a frame a link to a place of the same page stays there.
    for (const link of links) followed.push(link.replace(/^[^#]*\.frame\.html(?=#)/u, origin + url));

    const head = await page.evaluate<{
      titles: string[];
      canonical: string[];
      hreflangs: [string, string][];
      data: string[];
    }>(`({
      titles: [...document.querySelectorAll("title")].map(({ textContent }) => textContent),
      canonical: [...document.head.querySelectorAll("link[rel=canonical]")].map(({ href }) => href),
      hreflangs: [...document.head.querySelectorAll("link[rel=alternate]")].map(({ hreflang, href }) => [hreflang, href]),
      data: [...document.head.querySelectorAll("script[type='application/ld+json']")].map(({ text }) => JSON.parse(text).inLanguage),
    })`);
    expect(head.titles).toEqual([title]);
    expect(head.canonical).toEqual([origin + url]);
    expect(Object.fromEntries(head.hreflangs)).toEqual({
      ...Object.fromEntries(Object.entries(alternates).map(([code, address]) => [code, origin + address])),
      "x-default": origin + alternates["en"],
    });
    expect(head.data).toEqual([language]);
    expect(complaints.splice(0), name).toEqual([]);
    expect(missing, name).toEqual([]);
  }
  expect(followed.filter((link) => link.includes("#")).length).toBeGreaterThan(5);
  for (const link of followed) {
    const [address = "", place] = link.split("#");
    expect([...places.keys()], link).toContain(address);
    if (place !== undefined) expect(places.get(address)).toContain(decodeURIComponent(place));
  }
  expect(published.map(({ status }) => status).toSorted()).toEqual([
    "approved",
    "approved",
    "source",
    "source",
    "stale",
  ]);
  const withheld = await page.goto(`${origin}/ar/priser/`);
  expect(withheld?.status()).toBe(404);
}
