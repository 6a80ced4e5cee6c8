// Thousands of hostile pages and translations in a real browser: nothing runs, nothing foreign survives, no link leaves unseen.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ar } from "../../src/core/language/ar.ts";
import { isFragmentPath } from "../../src/core/layout.ts";
import { build, type Build } from "../../src/core/malvakt.ts";
import { readPage, type Page } from "../../src/core/page/page.ts";
import { isPlain } from "../../src/core/page/unit.ts";
import { fill } from "../../src/core/publish/fill.ts";
import { readSettings, type Settings } from "../../src/core/settings.ts";
import { compareTags, escapeText } from "../../src/core/unit-text.ts";
import { approvedEntry, catalogText, plainEntry } from "../catalog-by-hand.ts";
import { runs } from "../soak.ts";

const address = "https://clinic.example/ar/x/";

const run = fc.constantFrom("alert(1)", "alert`1`", "window.ran.push(1)", "top.alert(1)", "eval('alert(1)')");
const quote = fc.constantFrom('"', "'", "`", "", "&quot;", "&#34;", "&#x27;", "\u201D", "\uFF02");
const blank = fc.constantFrom(" ", "\t", "\n", "\u000C", "/", "&#9;", "&#12;", "\u00A0", "\u2028");
const odd = fc.constantFrom(
  ...[
    "\uFDD0",
    "\uFDD00\uFDD0",
    "&#xFDD0;0&#xFDD0;",
    "&#xFDD0",
    "\uFFFF",
    "\u0000",
    "&#0;",
    "&#1;",
    "\uD800",
    "\uFFFC",
    "\uFEFF",
  ],
  ...[
    "\u202E",
    "\u0004",
    "\u001B[31m",
    "--",
    "-->",
    "]]>",
    "<!--",
    "&lt;script&gt;",
    "&amp;lt;b&gt;",
    "\\",
    "\r\n\r\n",
  ],
);
const handler = fc
  .tuple(
    quote,
    blank,
    fc.constantFrom("onmouseover", "onerror", "onload", "onfocus", "onclick", "ontoggle", "ONCLICK", "style"),
    run,
  )
  .map(([mark, gap, name, code]) => `${mark}${gap}${name}=${mark}${code}${mark}`);
const scheme = fc
  .tuple(
    fc.constantFrom("", " ", "\u0001", "\t", "&#1;", "&#9;", "&#10;"),
    fc.constantFrom(
      "javascript",
      "JAVASCRIPT",
      "java&#9;script",
      "java\nscript",
      "data",
      "vbscript",
      "blob",
      "&#106;avascript",
    ),
    run,
  )
  .map(([before, name, code]) => `${before}${name}:${code}`);
const foreign = fc
  .tuple(
    fc.constantFrom("/", "\\", "&#92;", "&sol;"),
    fc.constantFrom("", "&#9;", "&#10;", "&Tab;", "&#1;", "\t", "\uFEFF"),
    fc.constantFrom("/", "\\", "%2F"),
  )
  .map((parts) => `${parts.join("")}evil.example/a`);
const href = fc.oneof(
  scheme,
  foreign,
  fc.constantFrom("ims.md", "#a", "https://evil.example/", "http:evil.example", "https:/\\evil.example"),
);
const element = fc
  .tuple(
    fc.constantFrom(
      "img src=x",
      "svg",
      "script",
      "iframe srcdoc='<script>alert(1)</script>'",
      "details open",
      "input autofocus",
      "a href=x",
      "video src=x",
      "body",
      "base href=//evil.example",
      "math",
      "style",
      "form action=x",
      "object data=x",
      "template",
      "noscript",
      "textarea",
      "title",
      "xmp",
      "plaintext",
      "select",
      "table",
      "svg><style",
      "math><mtext><img",
    ),
    handler,
    run,
  )
  .map(([name, on, code]) => `<${name} ${on}>${code}`);
const piece = fc.oneof(
  handler,
  odd,
  element,
  quote,
  fc.constantFrom("IMS", "ord", "[^1]", "*a*", "footnotes", "</p>", "</article>", "</a>", "<p>", "|"),
);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
const inLine = (value: string): string => value.replaceAll(/[\r\n]+/gu, " ");

const markdown = fc
  .tuple(text, text, href)
  .chain(([a, b, to]) =>
    fc.constantFrom(
      `[mer](ims.md "${a}") om ${b}`,
      `[${a}](<${inLine(to)}> '${b}')`,
      `![${a}](<${inLine(to)}> "${b}")`,
      `<${to}> ${a}`,
      `<a href="${to}" title="${a}">${b}</a>`,
      `<a href='${to}' title='${a}'>${b}</a>`,
      `<img src="${to}" alt="${a}" title="${b}">`,
      `<p lang="${a}" dir=rtl title="${b}">x</p> ${a}`,
      `# ${inLine(a)}\n\n${b}`,
      `| ${inLine(a)} | b |\n|---|---|\n| ${inLine(b)} | [c](<${inLine(to)}>) |`,
      `x[^1] ${a}\n\n[^1]: ${b} [c](<${inLine(to)}>)`,
      `<sup><a data-footnote-ref href="${to}" id="fnref-1" aria-label="${a}">${b}</a></sup>\n\nx[^1]\n\n[^1]: ${a}`,
      `<a data-footnote-backref class="data-footnote-backref" aria-label="${a}" href="${to}">${b}</a>`,
      `<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">${a}</h2></section>`,
      `<!-- i18n:skip -->\n\n[${a}](<${inLine(to)}> "${b}")`,
      `\`\`\`${inLine(a)}\n${b}\n\`\`\``,
      `${a}\n\n${b}`,
    ),
  );

/** What is published of a page: as it is, and with hostile translations that the checks let pass. */
function fragmentsOf(page: Page, words: string): string[] {
  const own = page.units.map((unit) => unit.text);
  const hostile = page.units.map(({ context, text: source }) => {
    if (isPlain(context)) return words;
    const result = source.replaceAll(/(<code\d*>)[\s\S]*?(<\/code\d*>)|<[^>]*>|[^<]+/gu, (part) =>
      part.startsWith("<") ? part : escapeText(words),
    );
    return compareTags(source, result).length === 0 ? result : source;
  });
  const bold = own.map((source, index) =>
    isPlain(page.units[index]?.context ?? "") || compareTags(source, words).length > 0 ? source : words,
  );
  return [own, hostile, bold].map((texts) =>
    fill(page.template, { units: page.units, texts, language: ar, addressOf: ({ href: to }) => to }),
  );
}

let browser: Browser;
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
});
afterAll(() => browser.close());

/** Runs in the browser: pokes every element, and tells what should not be there. */
const inspection = `(count) => {
      const found = [];
      const articles = [...document.body.children];
      if (articles.length !== count || articles.some(({ tagName }) => tagName !== "ARTICLE"))
        found.push(\`the fragments became \${articles.length} elements, not \${count}\`);
      for (const article of articles)
        for (const { name } of article.attributes)
          if (!/^(?:lang|dir|data-page|data-status|data-date|id|aria-label|aria-labelledby)$/u.test(name)) found.push(\`\${name} at an article\`);
      const elements = new Set(
        "a em strong del code bdi br img sub sup abbr kbd mark small h1 h2 h3 h4 h5 h6 p blockquote pre hr ul ol li input section table caption thead tbody tfoot tr th td b i u s q cite dfn span div dl dt dd figure figcaption details summary".split(
          " ",
        ),
      );
      const attributes = new Set(
        "href title id data-footnote-ref data-footnote-backref aria-label aria-labelledby aria-describedby hreflang role tabindex class src alt type disabled checked start data-footnotes align lang dir colspan rowspan".split(
          " ",
        ),
      );
      const classes = /^(?:language-.*|footnotes|data-footnote-backref|task-list-item|contains-task-list|markdown-alert(?:-\\w+)?)$/u;
      for (const element of document.querySelectorAll("article *")) {
        const name = element.tagName.toLowerCase();
        if (!elements.has(name)) found.push(\`<\${name}> in \${element.outerHTML.slice(0, 200)}\`);
        for (const attribute of element.attributes)
          if (!attributes.has(attribute.name)) found.push(\`\${attribute.name} in \${element.outerHTML.slice(0, 200)}\`);
        for (const one of element.classList) if (!classes.test(one)) found.push(\`class \${one}\`);
        const written = element.getAttribute("href") ?? element.getAttribute("src");
        if (written !== null) {
          const url =
            element instanceof HTMLImageElement
              ? new URL(element.src)
              : new URL(element.href, "null:");
          const says = /^(?:https?:\\/\\/|mailto:|tel:)/iu.test(written);
          if (!says && url.origin !== location.origin && element.href !== "")
            found.push(\`\${written} leads to \${url.href}\`);
          if (!/^(?:https?|mailto|tel|null):$/u.test(url.protocol)) found.push(\`\${written} is \${url.protocol}\`);
        }
        for (const type of ["mouseover", "error", "load", "focus", "toggle"]) element.dispatchEvent(new Event(type));
        if (name !== "a") element.dispatchEvent(new Event("click"));
      }
      return [...found, ...window.ran.map((name) => \`\${name} ran\`)];
}`;

/** Opens fragments in the browser, pokes every element, and tells all that is wrong. */
async function wrongIn(fragments: readonly string[]): Promise<string[]> {
  return wrongInArticles(fragments.map((fragment) => `<article>\n${fragment}\n</article>`));
}

/** The same for fragments that have their article. */
async function wrongInArticles(fragments: readonly string[]): Promise<string[]> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  const html = `<!doctype html><meta charset="utf-8"><script>
    window.ran = [];
    for (const name of ["alert", "prompt", "confirm", "open", "print"]) window[name] = () => window.ran.push(name);
  </script><body>${fragments.join("\n")}`;
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => wrong.push("a dialog was opened")));
  await page.route("**", async (route) => {
    const request = route.request();
    if (request.url() === address && request.isNavigationRequest()) {
      await route.fulfill({ contentType: "text/html", body: html });
      return;
    }
    if (request.resourceType() !== "image") wrong.push(`${request.resourceType()}: ${request.url()}`);
    await route.abort();
  });
  await page.goto(address, { waitUntil: "load" });
  wrong.push(...(await page.evaluate<string[]>(`(${inspection})(${fragments.length})`)));
  await page.close();
  return wrong;
}

describe("the browser sees", () => {
  test.each([
    ["a handler", '<img src="a.png" onerror="alert(1)">'],
    ["an attribute", '<a href="#a" style="color: red">a</a>'],
    ["an element", "<iframe></iframe>"],
    ["a script", "<script>alert(1)</script>"],
    ["a program as an address", '<a href="java&#9;script:alert(1)">a</a>'],
    ["a foreign address", '<a href="/&#9;/evil.example/">a</a>'],
    ["a fragment that ends early", "</article><p>a"],
  ])("%s", async (_, fragment) => {
    expect(await wrongIn([fragment])).not.toEqual([]);
  });
});

test("and of thousands of hostile pages and translations it finds nothing wrong", async () => {
  const payloads = fc.sample(fc.tuple(markdown, text), { numRuns: runs(2_000), seed: 20_261_127 });
  const fragments = payloads.flatMap(([source, words]) => {
    const { page } = readPage(`---\ntitle: T\n---\n\n${source}\n`, "x");
    return page ? fragmentsOf(page, words) : [];
  });
  expect(fragments.length).toBeGreaterThan(1_500);
  for (let at = 0; at < fragments.length; at += 500)
    expect(await wrongIn(fragments.slice(at, at + 500)), `fragments from ${at}`).toEqual([]);
});

/** Runs in the browser: what a head holds beside title, description, words for sharing, addresses of the site and data. */
const headInspection = `(heads) => heads.flatMap((head) => {
      const { head: read, body } = new DOMParser().parseFromString(\`<!doctype html><head>\${head}</head><body><p></p>\`, "text/html");
      const isGood = (element) => {
        const names = element.getAttributeNames().join(" ");
        if (element.tagName === "TITLE") return names === "";
        if (element.tagName === "META")
          return (names === "name content" && element.name === "description") || (names === "property content" && element.getAttribute("property").startsWith("og:"));
        if (element.tagName === "SCRIPT") return names === "type" && element.type === "application/ld+json" && JSON.parse(element.textContent)["@type"] === "MedicalWebPage";
        return element.tagName === "LINK" && /^(?:canonical|alternate)$/u.test(element.rel) && /^rel (?:hreflang )?href$/u.test(names) && element.getAttribute("href").startsWith("/");
      };
      const isSound = body.children.length === 1 && body.textContent.trim() === "" && read.querySelectorAll("title").length === 1;
      return isSound && [...read.children].every(isGood) ? [] : [head];
})`;

async function wrongInHeads(heads: readonly string[]): Promise<string[]> {
  const page = await browser.newPage();
  const wrong = await page.evaluate<string[]>(`(${headInspection})(${JSON.stringify(heads)})`);
  await page.close();
  return wrong;
}

test("the browser sees what a head must not hold", async () => {
  const good = '<title>a</title>\n<meta name="description" content="b">\n<link rel="canonical" href="/en/a/">\n';
  expect(await wrongInHeads([good])).toEqual([]);
  for (const bad of [
    "<script>1</script>",
    "<p>a",
    '<link rel="stylesheet" href="/a">',
    '<meta http-equiv="refresh">',
    "a",
  ])
    expect(await wrongInHeads([good + bad]), bad).not.toEqual([]);
});

describe("whole builds of hostile sites", () => {
  const sample = fc.sample(fc.tuple(markdown, text, text, text), { numRuns: 800, seed: 20_261_128 });
  const { settings } = readSettings("source: nb\nlanguages: { ar: {} }\n");
  if (!settings) throw new Error("The settings of this test are wrong.");
  const sources = new Map(
    sample.flatMap(([body, title, description]) => {
      const source = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}\n`;
      const { page } = readPage(source, "x");
      return page
        ? [[`p${page.units.length}-${createHash("md5").update(source).digest("hex")}`, { source, page }] as const]
        : [];
    }),
  );
  const words = new Map([...sources.keys()].map((id, index) => [id, sample[index]?.[3] ?? ""]));

  /** A build; translations have hostile words between the tags of their sources, and are approved or not. */
  function buildAll(dist: ReadonlyMap<string, string>, more: string, sign: boolean): Build {
    const all = [...sources].map(
      ([id, { source }]) => [id, { path: `content/nb/${id}.md`, text: source + more }] as const,
    );
    const catalogs = all.map(([id, { text: source }]) => {
      const units = readPage(source, id).page?.units ?? [];
      const entries = units.map(({ context, text: own }) => {
        const hostile = isPlain(context)
          ? (words.get(id) ?? "")
          : own.replaceAll(/<[^>]*>|[^<]+/gu, (part) =>
              part.startsWith("<") ? part : escapeText(words.get(id) ?? ""),
            );
        const translation = context === "slug" || hostile.trim() === "" ? own : hostile;
        return (sign ? approvedEntry : plainEntry)({ context, id: own, text: translation }, "ar");
      });
      return [id, { path: `content/ar/${id}.po`, text: catalogText("ar", entries) }] as const;
    });
    const off = Object.fromEntries(Object.keys(settings?.severity ?? {}).map((rule) => [rule, "off"]));
    const quiet = { ...settings, severity: { ...off, tags: "error" } } as Settings;
    return build(
      { settings: quiet, terms: undefined, pages: new Map(all), catalogs: new Map([["ar", new Map(catalogs)]]) },
      dist,
      { allowWithdraw: true },
    );
  }

  async function expectClean(files: ReadonlyMap<string, string>): Promise<void> {
    const fragments = [...files].flatMap(([path, html]) => (isFragmentPath(path) ? [html] : []));
    const heads = [...files].flatMap(([path, html]) => (path.endsWith(".head.html") ? [html] : []));
    expect(heads).toHaveLength(fragments.length);
    for (let at = 0; at < fragments.length; at += 500)
      expect(await wrongInArticles(fragments.slice(at, at + 500)), `fragments from ${at}`).toEqual([]);
    expect(await wrongInHeads(heads)).toEqual([]);
  }

  const first = buildAll(new Map(), "", true);
  const statusOf = ({ pages }: Build, wanted: string): number =>
    pages.filter(({ decisions }) => decisions.get("ar")?.status === wanted).length;

  test("fresh fragments and their heads", async () => {
    expect(statusOf(first, "approved")).toBeGreaterThan(50);
    await expectClean(first.files);
  });

  test("last versions that are kept, and what someone else wrote in their place", async () => {
    const kept = buildAll(first.files, "\nNytt avsnitt.\n", false);
    expect(statusOf(kept, "stale")).toBe(statusOf(first, "approved"));
    await expectClean(kept.files);
    const forged = new Map(first.files);
    const lines = (forged.get("ledger.json") ?? "").split("\n").map((line, index) => {
      if (!line.includes('"language":"ar"')) return line;
      const entry = JSON.parse(line.slice(1)) as { path: string };
      const [body = "", one = "", other = ""] = sample[index % sample.length] ?? [];
      const html = `<article lang="ar" dir="${one.replaceAll(/["<]/gu, "")}" data-page="x" onclick="alert(1)">\n${body}${one}${other}</article>\n`;
      forged.set(entry.path, html);
      const sha256 = createHash("sha256").update(html).digest("hex");
      return `,${JSON.stringify({ ...entry, sha256, title: `T${withoutForbidden(one)}`, description: withoutForbidden(other) })}`;
    });
    forged.set("ledger.json", lines.join("\n"));
    const result = buildAll(forged, "\nNytt avsnitt.\n", false);
    expect(statusOf(result, "stale")).toBeGreaterThan(20);
    await expectClean(result.files);
  });
});

/** A ledger with one of these is refused as a whole. */
const withoutForbidden = (value: string): string =>
  value.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu, "");
