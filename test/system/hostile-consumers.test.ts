// A whole site of hostile pages, translations, engine answers and names, shown in all ways in a real browser: nothing
// runs, nothing is loaded from elsewhere, and nothing stands there that a fragment or the file around it may not hold.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { defaultSeverity } from "../../src/core/finding.ts";
import { base64OfHex, sha256Hex } from "../../src/core/hash.ts";
import { isFragmentPath } from "../../src/core/layout.ts";
import { build } from "../../src/core/malvakt.ts";
import { readPage } from "../../src/core/page/page.ts";
import { isPlain } from "../../src/core/page/unit.ts";
import { compareTags, escapeText } from "../../src/core/unit-text.ts";
import { servePreview } from "../../src/shell/preview-server.ts";
import { approvedEntry, catalogText } from "../catalog-by-hand.ts";
import { previewOf, projectOf, settingsOf } from "../previewed.ts";
import { standInKey } from "../stand-in/deepl.ts";
import { commitAll, initRepository } from "../stand-in/git.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "../stand-in/project.ts";
import { embedProgram, openServer, type Server } from "./embed-site.ts";
import { payloads } from "./hostile-payloads.ts";

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ");
const inText = (payload: string): string => `# ${oneLine(payload)} overskrift

Før ${oneLine(payload)} etter.

[${oneLine(payload).replaceAll(/[[\]]/gu, "")}](<${oneLine(payload).replaceAll(/[<>]/gu, "")}> "${oneLine(payload).replaceAll('"', "&quot;")}") lenke, ![${oneLine(payload).replaceAll(/[[\]]/gu, "")}](rom.svg 'bilde ${oneLine(payload).replaceAll("'", "&#39;")}') bilde.

<a href="${payload}" title='${payload}'>rå</a> <img src="${payload}" alt='${payload}'> <p lang="${payload}" dir="${payload}">rå</p>

Note[^${oneLine(payload).replaceAll(/[\s[\]]/gu, "")}].

[^${oneLine(payload).replaceAll(/[\s[\]]/gu, "")}]: Note med ${oneLine(payload)}
`;
const bodyOf = (group: readonly string[]): string => [...group.map(inText), ...group].join("\n\n");

/** Every place of the head of a page. */
const headOf = (payload: string): string => {
  const value = JSON.stringify(payload);
  return `---
title: ${JSON.stringify(`${payload} behandling`)}
description: ${value}
author: [${value}, Kari]
category: ${value}
reviewed: { by: ${value}, date: 2026-01-02 }
image: { src: https://www.clinic.test/rom.svg, alt: ${value} }
own: { ${value}: ${value} }
---

`;
};

/** Payloads that leave alone what stands after them share pages; each of the others has its own. */
function groupsOf(all: readonly string[], most: number): string[][] {
  const isAlone = (payload: string): boolean => {
    const { page } = readPage(`---\ntitle: T\n---\n\nFør ${oneLine(payload)} etter.\n\n${payload}\n\nSLUTT\n`, "x");
    return page?.units.some(({ text }) => text === "SLUTT") !== true;
  };
  const [alone, rest] = [all.filter(isAlone), all.filter((payload) => !isAlone(payload))];
  const shared = rest.flatMap((_, at) => (at % most === 0 ? [rest.slice(at, at + most)] : []));
  return [...alone.map((payload) => [payload]), ...shared];
}

/** Names of files that programs and paths have a meaning for. */
const names = [
  ...["location", "document", "body", "cookie", "tostring", "valueOf", "toString", "hasOwnProperty", "alert", "top"],
  ...["a b", "x'onclick='alert(1)", "x onload=alert(1)", "a&lt;b", "__defineGetter__", "æøå"],
];
const namedPage = (index: number): string =>
  `---\ntitle: Om navnet ${index}\nslug: navn-${index}\n---\n\n# Om navnet\n\n[til](p1.md) <details name=x><summary>a</summary>b</details>\n`;

const off = Object.keys(defaultSeverity).filter((rule) => rule !== "tags");
const settingsText = `source: nb
site: https://www.clinic.test
languages: { ar: {}, en: { engine: deepl } }
publish: { heading: both, byline: true, provenance: true, sitemap: true }
severity: { ${off.map((rule) => `${rule}: off`).join(", ")} }
`;

/** A text that translates this one and holds the payload wherever it may stand. */
function hostileText({ context, text }: { context: string; text: string }, payload: string): string {
  if (context === "slug") return text;
  if (isPlain(context)) return payload;
  const among = text.replaceAll(/(<code\d*>)[\s\S]*?(<\/code\d*>)|<[^>]*>|[^<]+/gu, (part) =>
    part.startsWith("<") ? part : escapeText(payload),
  );
  return [payload, among].find((one) => compareTags(text, one).length === 0) ?? text;
}

/** A catalog of hostile texts, approved in this name. */
function catalogOf(source: string, group: readonly string[], name: string): string {
  const units = readPage(source, "x").page?.units ?? [];
  const entries = units.map((unit, index) => {
    const payload = isPlain(unit.context) ? group.join(" ") : (group[index % group.length] ?? "");
    return approvedEntry({ context: unit.context, id: unit.text, text: hostileText(unit, payload) }, "ar");
  });
  return catalogText(
    "ar",
    entries.map((entry) => entry.replace("Kari Nordmann", () => name)),
  );
}

/** A site of which each page holds one payload in all places; the second build keeps some last versions. */
function buildPages(): { dist: Map<string, string>; preview: Map<string, string> } {
  const settings = settingsOf(settingsText);
  const sources = [
    ...groupsOf(payloads, 4).map((group, index) => {
      return [`p${index}`, headOf(group.join(" ")) + bodyOf(group), group] as const;
    }),
    ...names.map((id, index) => [id, namedPage(index), ["Om <b>"]] as const),
  ];
  const projectWith = (more: (index: number) => string, nameOf: (id: string, payload: string) => string) =>
    projectOf(settings, {
      pages: Object.fromEntries(sources.map(([id, text], index) => [id, text + more(index)])),
      catalogs: {
        ar: Object.fromEntries(
          sources.map(([id, text, group]) => [id, catalogOf(text, group, nameOf(id, group.join(" ")))]),
        ),
      },
    });
  const first = build(
    projectWith(
      () => "",
      (_, payload) => oneLine(payload),
    ),
    new Map(),
    { allowWithdraw: true, embedProgram },
  );
  // Not every payload can be read as a name.
  const isNamed = (id: string): boolean =>
    first.pages.some((page) => page.id === id && page.decisions.get("ar")?.status === "approved");
  const second = projectWith(
    (index) => (index % 7 === 0 ? "\nNytt avsnitt.\n" : ""),
    (id, payload) => (isNamed(id) ? oneLine(payload) : "Kari Nordmann"),
  );
  const { files } = build(second, first.files, { allowWithdraw: true, embedProgram });
  return { dist: files, preview: previewOf(second, first.files) };
}

/** Texts of which each is answered by an engine with a payload: as text, and as it is. */
const perPage = 28;

/** An engine that answers with payloads, each once as text and once as it is. */
async function openEngine(): Promise<{ url: string; close: () => void }> {
  const engine = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const texts = new URLSearchParams(body).getAll("text");
      const translations = texts.map((text) => {
        const number = Number(/\d+/u.exec(text)?.[0] ?? 0);
        const payload = payloads[Math.floor(number / 2) % payloads.length] ?? "";
        return { detected_source_language: "NB", text: number % 2 === 0 ? escapeText(payload) : payload };
      });
      const isUsage = request.url?.includes("usage") === true;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(isUsage ? { character_count: 0, character_limit: 1e9 } : { translations }));
    });
  });
  await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`, close: () => engine.close() };
}

/** The command line from an engine's answers to a published site, and the audit of all payloads as texts and names. */
async function runCommands(project: TestProject) {
  project.write("malvakt.yaml", settingsText);
  const drafted: string[] = [];
  for (let at = 0; at < 2 * payloads.length; at += perPage) {
    const texts = Array.from({ length: perPage }, (_, index) => `Avsnitt nummer ${at + index}.`);
    drafted.push(`e${at}`);
    project.write(`content/nb/e${at}.md`, `---\ntitle: Tittel ${at}\ntranslate: [en]\n---\n\n${texts.join("\n\n")}\n`);
  }
  const all = payloads.map((_, index) => `Avsnitt nummer ${index}.`);
  project.write(
    "content/nb/alle.md",
    `---\ntitle: "</title><script>alert(1)</script> a"\ntranslate: [ar]\n---\n\n${all.join("\n\n")}\n`,
  );
  const entries = payloads.map((payload, index) => {
    const entry = approvedEntry({ id: all[index] ?? "", text: hostileText({ context: "", text: "x" }, payload) }, "ar");
    return entry.replace("Kari Nordmann", () => oneLine(payload));
  });
  project.write("content/ar/alle.po", catalogText("ar", entries));
  const engine = await openEngine();
  const run = async (...args: string[]): Promise<Ran> => {
    const ran = await runCommand(project, args, { DEEPL_AUTH_KEY: standInKey, DEEPL_SERVER_URL: engine.url });
    expect(ran.all).not.toContain("mistake in Målvakt");
    return ran;
  };
  await run("draft", "--lang", "en");
  engine.close();
  // Half is approved as the engine has it.
  for (const id of drafted.filter((_, index) => index % 2 === 0))
    project.approveAll("en", id, ({ translation, source }) => translation || source);
  await run("build");
  await run("build", "--preview");
  initRepository(project.root);
  commitAll(project.root, `Kari" onmouseover="alert(1)' &lt;script&gt;`);
  const { out } = await run("audit", "--format", "html");
  const below = (folder: string): Map<string, string> => {
    const paths = project.files().filter((path) => path.startsWith(`${folder}/`));
    return new Map(paths.map((path) => [path.slice(folder.length + 1), project.read(path)]));
  };
  return { dist: below("dist"), preview: below(".malvakt/preview"), audit: out };
}

let project: TestProject;
let browser: Browser;
let server: Server;
let dists: Map<string, string>[];
let previews: Map<string, string>[];
let audit: string;
/** What ran, and what was asked of others. */
const wrong: string[] = [];

beforeAll(async () => {
  project = makeProject({}, []);
  const made = buildPages();
  const run = await runCommands(project);
  dists = [made.dist, run.dist];
  previews = [made.preview, run.preview];
  ({ audit } = run);
  server = await openServer();
  const { port } = new URL(server.at("/"));
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP evil.test 127.0.0.1:${port}, MAP *.test 127.0.0.1`,
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  project.remove();
});
beforeEach(() => {
  wrong.length = 0;
  server.asked.length = 0;
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** A browser in which no policy of a page hides what would have run, and all that runs is noted. */
async function visit(first = ""): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript(`
    for (const name of ["alert", "prompt", "confirm", "open", "print"]) window[name] = () => console.log("RAN " + name);
    ${first}
  `);
  context.on(
    "console",
    (said) => said.text().startsWith("RAN") && wrong.push(`${said.text()} in ${said.page()?.url() ?? ""}`),
  );
  context.on("dialog", (dialog) => void dialog.dismiss().then(() => wrong.push("a dialog was opened")));
  context.on("page", (page) => page.opener().then((opener) => opener && wrong.push(`${page.url()} was opened`)));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn =
      hostname === "www.clinic.test" || hostname === "127.0.0.1" || /^(?:file|data|about):$/u.test(protocol);
    if (!isOwn) wrong.push(`asked for ${request.url()}`);
  });
  return context;
}

/** Runs in the browser: what may not stand in a document, everywhere or beside the elements of fragments. */
const inspection = String.raw`(document, more, scripts) => {
  const found = [];
  const words = (text) => new Set(text.split(" "));
  const elements = words("html head body article a em strong del code bdi br img sub sup abbr kbd mark small time h1 h2 h3 h4 h5 h6 p blockquote pre hr ul ol li input section table caption thead tbody tfoot tr th td b i u s q cite dfn span div dl dt dd figure figcaption details summary footer " + more.elements);
  const attributes = words("href title id data-footnote-ref data-footnote-backref aria-label aria-labelledby aria-describedby hreflang role tabindex class src alt type disabled checked start data-footnotes align lang dir colspan rowspan width height loading decoding data-page data-status data-date datetime " + more.attributes);
  for (const element of document.querySelectorAll("*")) {
    const tell = (what) => found.push(what + " in " + element.outerHTML.slice(0, 150));
    if (!elements.has(element.localName)) tell("<" + element.localName + ">");
    for (const { name, value } of element.attributes) {
      if (!attributes.has(name)) tell(name);
      if (name === "href" || name === "src") {
        const says = /^(?:https?:\/\/|mailto:|tel:)/iu.test(value);
        const url = URL.parse(value, "https://own.test/a/b/");
        if (url && !/^(?:https?|mailto|tel):$/u.test(url.protocol)) tell(value + " is " + url.protocol);
        if (url && !says && url.host !== "own.test") tell(value + " leads to " + url.host);
      }
    }
    if (element.localName === "script" && !scripts.some((one) => new RegExp(one, "u").test(element.outerHTML))) tell("script");
    for (const type of ["mouseover", "error", "load", "focus", "toggle", "animationstart"]) element.dispatchEvent(new Event(type));
    if (element.localName !== "a") element.dispatchEvent(new Event("click"));
  }
  return found;
}`;
type Allowed = { elements?: string; attributes?: string; scripts?: string[] };
const call = (documents: string, { elements = "", attributes = "", scripts = [] }: Allowed, rest = "[]"): string =>
  `[...${rest}, ...${documents}.flatMap((one) => (${inspection})(one, ${JSON.stringify({ elements, attributes })}, ${JSON.stringify(scripts)}))].slice(0, 20)`;

/** Opens documents side by side in frames of one page, and tells what is wrong with any; \`settled\` waits for them. */
async function wrongInFrames(
  context: BrowserContext,
  frames: readonly { src?: string; srcdoc?: string }[],
  allowed: Allowed,
  { most = 150, settled = "Promise.resolve()", rest = "[]" } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < frames.length; at += most) {
    const page = await context.newPage();
    server.answers.set("/frames/", { body: "<!doctype html><title>Frames</title>" });
    await page.goto(server.at("/frames/"));
    await page.evaluate(`Promise.all(${JSON.stringify(frames.slice(at, at + most))}.map((given) => new Promise((resolve) => {
      const frame = Object.assign(document.createElement("iframe"), given);
      frame.onload = resolve;
      document.body.append(frame);
    })))`);
    await page.evaluate(settled);
    const documents = "[...document.querySelectorAll('iframe')].map((one) => one.contentDocument)";
    found.push(...(await page.evaluate<string[]>(call(documents, allowed, rest))));
    await page.close();
  }
  return found;
}

const filesOf = (isWanted: (path: string) => boolean): [path: string, text: string][] =>
  dists.flatMap((dist) => [...dist].filter(([path]) => isWanted(path)));

test("the site is as hostile as it was meant, and much of it is published", () => {
  expect(new Set(payloads).size).toBe(payloads.length);
  expect(payloads.length).toBeGreaterThan(150);
  const count = (language: string): number => filesOf((path) => isFragmentPath(path, language)).length;
  expect(count("nb")).toBeGreaterThan(60);
  expect(count("ar")).toBeGreaterThan(60);
  expect(count("en")).toBeGreaterThan(4);
  expect(
    filesOf((path) => path.endsWith("manifest.json"))[0]?.[1].match(/"status": "stale"/gu)?.length,
  ).toBeGreaterThan(8);
});

test("the browser sees what must not be there", async () => {
  const context = await visit();
  const bad = [
    '<p onclick="">',
    "<script>alert(1)</script>",
    '<a href="java&#9;script:1">a</a>',
    "<svg></svg>",
    '<img src="//evil.test/a">',
  ];
  for (const srcdoc of bad) expect(await wrongInFrames(context, [{ srcdoc }], {}), srcdoc).not.toEqual([]);
  expect(await wrongInFrames(context, [{ srcdoc: "<article><p>a</p></article>" }], {})).toEqual([]);
  expect(wrong.toSorted()).toEqual(
    ["RAN alert in http", "asked for http://evil.test/a"].map((text) => expect.stringContaining(text)),
  );
});

test("innerHTML of fragments, with and without their heading", async () => {
  const fragments = filesOf((path) => isFragmentPath(path) || path.endsWith(".body.html")).map(([, html]) => html);
  const page = await (await visit()).newPage();
  server.answers.set("/inner/", { body: "<!doctype html><title>Inner</title><main></main>" });
  await page.goto(server.at("/inner/"));
  const found = await page.evaluate<string[]>(`((fragments) => {
    const places = fragments.map((html) => {
      const place = document.querySelector("main").appendChild(document.createElement("div"));
      place.innerHTML = html;
      return place;
    });
    const rest = places.filter((place) => place.children.length !== 1 || place.querySelector("article article") || place.firstElementChild.localName !== "article").map(({ innerHTML }) => innerHTML);
    return ${call("[document]", { elements: "title main" }, "rest")};
  })(${JSON.stringify(fragments)})`);
  expect(found).toEqual([]);
  expect(wrong).toEqual([]);
});

const inHead = {
  elements: "title meta link script",
  attributes: "name property content rel charset",
  scripts: ['^<script type="application/ld[+]json">'],
};

test("heads and fragments that a server includes in whole pages", async () => {
  const frames = dists.flatMap((dist) =>
    [...dist].flatMap(([path, html]) => {
      const head = dist.get(path.replace(/html$/u, "head.html"));
      if (!isFragmentPath(path)) return [];
      return [{ srcdoc: `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${html}</body></html>` }];
    }),
  );
  const rest = `[...document.querySelectorAll("iframe")].flatMap(({ contentDocument: { head, body } }) => {
    const data = head.querySelectorAll("script");
    const marks = [...head.childNodes].filter((node) => node.nodeType === 8).map((node) => node.data.trim()).join();
    const isSound = body.childElementCount === 1 && data.length === 1 && JSON.parse(data[0].text)["@type"] === "MedicalWebPage" &&
      head.querySelectorAll("title").length === 1 && marks === "malvakt: title,malvakt: links,malvakt: data" &&
      [...head.childNodes].every((node) => node.nodeType !== 3 || node.data.trim() === "");
    return isSound ? [] : [head.innerHTML];
  })`;
  expect(await wrongInFrames(await visit(), frames, inHead, { rest })).toEqual([]);
  expect(wrong).toEqual([]);
});

/** What the element adds: a menu, a note, and what is only read aloud. */
const inElement = {
  elements: "title script malvakt-page nav main meta",
  attributes: "page language assets site frame async style aria-current target charset",
  scripts: [
    '^<script type="module" async="" src="[./]*embed.js"></script>$',
    '^<script type="module" src="/files/embed.js"></script>$',
  ],
};
/** Waits until all elements show something, but for so many, and names those that do not. */
const shown = (most = 0): string => `new Promise((resolve) => {
  const look = () => {
    const left = [...document.querySelectorAll("malvakt-page")].filter((one) => !one.lang);
    if (left.length <= ${most} || performance.now() > 60000) resolve(left.map((one) => one.getAttribute("page")));
    else setTimeout(look, 50);
  };
  look();
})`;
const withoutSetHtml = "delete Element.prototype.setHTML;";

test.each([
  ["with setHTML", ""],
  ["without setHTML", withoutSetHtml],
])("embed.js %s: what is pasted", async (_, first) => {
  const [dist] = dists;
  server.serve(dist ?? new Map());
  const page = await (await visit(first)).newPage();
  const pasted = [...(dist ?? [])].filter(([path]) => path.endsWith(".embed.html")).map(([, html]) => html);
  server.answers.set("/files/pasted/", {
    body: `<!doctype html><meta charset="utf-8"><title>Pasted</title><main>${pasted.join("\n")}</main>`,
  });
  await page.goto(server.at("/files/pasted/"));
  expect(await page.evaluate(shown())).toEqual([]);
  expect(await page.evaluate("!Element.prototype.setHTML")).toBe(first !== "");
  expect(await page.evaluate(call("[document]", inElement))).toEqual([]);
  expect(wrong).toEqual([]);
});

test.each([
  ["with setHTML", ""],
  ["without setHTML", withoutSetHtml],
])("embed.js %s: fragments that someone else has put there", async (_, first) => {
  const [dist] = dists;
  const manifest = JSON.parse(dist?.get("manifest.json") ?? "") as { pages: Record<string, object> };
  const forged = new Map(dist);
  for (const [index, payload] of payloads.entries()) {
    const inTag = payload.replaceAll(/[<>]/gu, "");
    const html = `<article lang="nb" data-page="x" title="${payload}" ${inTag}>${payload}<p>a</p></article>`;
    const sha256 = sha256Hex(html);
    const entry = {
      status: "source",
      path: `nb/f${index}.html`,
      url: "/",
      title: "T",
      sha256,
      integrity: `sha256-${base64OfHex(sha256)}`,
    };
    forged.set(entry.path, html);
    manifest.pages[`f${index}`] = { nb: entry };
  }
  forged.set("manifest.json", JSON.stringify(manifest));
  server.serve(forged);
  const page = await (await visit(first)).newPage();
  const elements = payloads.map((_, index) => `<malvakt-page page="f${index}" language="nb"></malvakt-page>`);
  server.answers.set("/forged/", {
    body: `<!doctype html><title>Forged</title><main>${elements.join("")}</main><script type="module" src="/files/embed.js"></script>`,
  });
  await page.goto(server.at("/forged/"));
  // Of a few nothing is left that could be an article.
  expect((await page.evaluate<string[]>(shown(4))).length).toBeLessThan(5);
  expect(await page.evaluate(call("[document]", inElement))).toEqual([]);
  expect(wrong).toEqual([]);
});

test("frames", async () => {
  const [dist] = dists;
  server.serve(dist ?? new Map());
  const sources = [...(dist?.keys() ?? [])]
    .filter((path) => /^ar\/.*\.frame\.html$/u.test(path))
    .map((path) => ({ src: `/files/${path.split("/").map(encodeURIComponent).join("/")}` }));
  const inFrame = {
    ...inElement,
    elements: `${inElement.elements} link base`,
    attributes: `${inElement.attributes} name content rel`,
  };
  const settled = `Promise.all([...document.querySelectorAll("iframe")].map(({ contentWindow }) => contentWindow.eval(${JSON.stringify(shown())})))`;
  expect(await wrongInFrames(await visit(), sources, inFrame, { settled, most: 80 })).toEqual([]);
  expect(wrong).toEqual([]);
});

const inPreview = {
  elements: "title meta style header nav main svg path",
  attributes:
    "name content charset http-equiv data-unit data-unit-alt data-unit-title aria-hidden aria-current open scope viewbox viewBox d fill shape-rendering",
  scripts: [],
};

test("the preview, as files and as it is served", async () => {
  const frames = previews.flatMap((files) =>
    [...files].filter(([path]) => path.endsWith(".html")).map(([, srcdoc]) => ({ srcdoc })),
  );
  expect(frames.length).toBeGreaterThan(150);
  expect(await wrongInFrames(await visit(), frames, inPreview)).toEqual([]);
  const context = await visit();
  const page = await context.newPage();
  const onDisk = [...(previews[1]?.keys() ?? [])].filter((path) => /^en\/|index/u.test(path)).slice(0, 6);
  for (const path of onDisk) {
    await page.goto(pathToFileURL(join(project.root, ".malvakt/preview", path)).href);
    expect(await page.evaluate(call("[document]", inPreview)), path).toEqual([]);
  }
  const preview = await servePreview(project.root, {
    files: previews[0] ?? new Map<string, string>(),
    assets: new Map(),
  });
  const served = [...(previews[0]?.keys() ?? [])].filter((path) => /^ar\/p\d+5\.html$|index/u.test(path));
  expect(served.length).toBeGreaterThan(4);
  const reload = {
    ...inPreview,
    elements: `${inPreview.elements} script`,
    attributes: `${inPreview.attributes} data-version defer`,
    scripts: ['^<script src="/reload.js" data-version="[0-9a-f]{64}" defer=""></script>$'],
  };
  for (const path of served) {
    await page.goto(preview.address + path.split("/").map(encodeURIComponent).join("/"));
    expect(await page.evaluate(call("[document]", reload)), path).toEqual([]);
  }
  await preview.close();
  expect(wrong).toEqual([]);
});

test("the audit", async () => {
  expect(audit).toContain("onerror");
  const inAudit = {
    elements: "title meta style header main section small",
    attributes: "name content charset http-equiv scope",
  };
  expect(await wrongInFrames(await visit(), [{ srcdoc: audit }], inAudit)).toEqual([]);
  expect(wrong).toEqual([]);
});

test("sitemap and redirects are what their readers expect", async () => {
  const page = await (await visit()).newPage();
  for (const [, xml] of filesOf((path) => /sitemap.*\.xml$/u.test(path)))
    expect(
      await page.evaluate(`(() => { const { documentElement } = new DOMParser().parseFromString(${JSON.stringify(xml)}, "text/xml");
        return [documentElement.localName, [...new Set([...documentElement.querySelectorAll("*")].map(({ localName }) => localName))].toSorted().join(),
          [...documentElement.querySelectorAll("loc, link")].every((one) => (one.getAttribute("href") ?? one.textContent).startsWith("https://www.clinic.test/"))]; })()`),
    ).toEqual(["urlset", "lastmod,link,loc,url", true]);
});
