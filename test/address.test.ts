// What an address may be is what a browser makes of it: held against the WHATWG URL class.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowedImage, isAllowedLink, isAllowedPageUrl } from "../src/core/address.ts";
import { readPage } from "../src/core/page/page.ts";
import { checkPage } from "../src/core/check/page.ts";
import { defaultSeverity, reporterFor } from "../src/core/finding.ts";
import { readSettings } from "../src/core/settings.ts";

const base = "https://clinic.example/nb/x/";

/** Pieces that hostile addresses are made of. */
const piece = fc.constantFrom(
  ...[
    "/",
    "\\",
    "//",
    ":",
    "?",
    "#",
    "@",
    ".",
    "..",
    "%2F",
    "%5C",
    "%09",
    "a",
    "b.md",
    "evil.example",
    "clinic.example",
  ],
  ...[
    "\t",
    "\n",
    "\r",
    " ",
    "\u0000",
    "\u0001",
    "\u001F",
    "\u000B",
    "\u00A0",
    "\u2028",
    "\uFEFF",
    "\u3000",
    "\u2215",
    "\uFF0F",
  ],
  ...[
    "http",
    "https",
    "HTTPS",
    "mailto",
    "tel",
    "javascript",
    "JaVaScRiPt",
    "data",
    "vbscript",
    "blob",
    "file",
    "ftp",
    "ws",
  ],
  ...[
    "java\tscript",
    "\u0001javascript",
    "x-",
    "+",
    "é",
    "＠",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "<",
    "&",
    "&#9;",
    "alert(1)",
  ],
);
const address = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

function resolved(href: string): URL | undefined {
  return URL.canParse(href, base) ? new URL(href, base) : undefined;
}

/** The scheme that anyone can see. */
const plain = /^[\0-\u0020]*(https?:\/\/|mailto:|tel:)/iu;

describe("an address that is allowed", () => {
  test("never leads to another host or scheme, unless it plainly says so", () => {
    fc.assert(
      fc.property(address, (href) => {
        if (!isAllowedLink(href)) return;
        const url = resolved(href);
        if (!url) return;
        expect(["https:", "http:", "mailto:", "tel:"]).toContain(url.protocol);
        if (!plain.test(href.replaceAll(/[\t\n\r]/gu, ""))) expect(url.origin).toBe("https://clinic.example");
      }),
      { numRuns: 5_000 },
    );
  });

  test("for an image never leads anywhere but to the site or to https", () => {
    fc.assert(
      fc.property(address, (src) => {
        if (!isAllowedImage(src)) return;
        const url = resolved(src);
        expect(url?.protocol ?? "https:").toBe("https:");
        if (url && !/^[\0-\u0020]*https:\/\//iu.test(src.replaceAll(/[\t\n\r]/gu, "")))
          expect(url.origin).toBe("https://clinic.example");
      }),
      { numRuns: 5_000 },
    );
  });

  test("for a page of the site is a path on it, or plain https", () => {
    fc.assert(
      fc.property(address, (path) => {
        const url = `/${path}`;
        if (isAllowedPageUrl(url)) expect(resolved(url)?.origin).toBe("https://clinic.example");
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ["a.md", true],
    ["../b/c.html?d=e:f#g:h", true],
    ["#a:b", true],
    ["?a", true],
    ["", true],
    ["/nb/å/", true],
    ["HTTPS://a.example/", true],
    ["MailTo:post@klinikk.example", true],
    ["tel:+4722334455", true],
    ["https:a", false],
    ["https:/a.example", false],
    ["https:\\\\a.example", false],
    ["//a.example", false],
    ["/\\a.example", false],
    ["\\\\a.example", false],
    ["/\t/a.example", false],
    [" \u0001//a.example", false],
    ["java\nscript:alert(1)", false],
    ["\u0001javascript:alert(1)", false],
    ["data:text/html,a", false],
  ])("%j: %s", (href, allowed) => {
    expect(isAllowedLink(href)).toBe(allowed);
  });
});

describe("a page's addresses", () => {
  const hostile = [
    '<a href="/&#9;/evil.example">a</a>',
    '<a href="/&#10;/evil.example">a</a>',
    '<a href="/&Tab;/evil.example">a</a>',
    '<a href="/&#13;\\evil.example">a</a>',
    '<a href="\\\\evil.example">a</a>',
    '<a href="&#32;//evil.example">a</a>',
    '<a href="java&#10;script:alert(1)">a</a>',
    "[a](//evil.example)",
    "[a](javascript:alert(1))",
    "[a](https:/evil.example)",
    "<javascript:alert(1)>",
    "![a](http://evil.example/a.png)",
    "![a](//evil.example/a.png)",
    "![a](data:image/png;base64,AAAA)",
    '<img src="/&#9;/evil.example/a.png" alt="a">',
  ];
  test.each(hostile)("%s is refused with its place", (markdown) => {
    const source = `---\ntitle: T\n---\n\n${markdown}\n`;
    const { page, mistakes } = readPage(source, "x");
    if (!page) throw new Error(JSON.stringify(mistakes));
    const { findings } = checkPage(page, reporterFor("x.md", source, defaultSeverity), undefined, undefined);
    expect(findings.map(({ ruleId, severity, start }) => [ruleId, severity, start.line, start.column])).toEqual([
      [markdown.startsWith("!") || markdown.startsWith("<img") ? "html-dropped" : "link-broken", "error", 5, 1],
    ]);
    expect(JSON.stringify(page.template)).not.toMatch(/evil|javascript:|data:/u);
  });

  test("an image of the front matter is judged alike", () => {
    for (const src of ["http://a.example/a.png", "/\\\\a.example", "//a.example", "javascript:alert(1)", "data:a"])
      expect(readPage(`---\ntitle: T\nimage:\n  src: '${src}'\n---\n`, "x").mistakes[0]?.start).toBe(27);
    expect(readPage("---\ntitle: T\nimage:\n  src: HTTPS://a.example/a.png\n---\n", "x").mistakes).toEqual([]);
  });
});

test.each([
  ["/{lang}/{slug}/", true],
  ["https://klinikk.example/{lang}/{slug}.html", true],
  ["https://{lang}.klinikk.example/{slug}", true],
  ["/?page={slug}&lang={lang}", true],
  ["/\\\\evil/{lang}/{slug}", false],
  ["//evil/{lang}/{slug}", false],
  ["https://klinikk.example\\\\@evil/{lang}/{slug}", false],
  ["https://{slug}/{lang}/", false],
  ["https://klinikk.example{slug}/{lang}/", false],
  ["https://user@evil/{lang}/{slug}", false],
  ["javascript:alert(1)//{lang}/{slug}", false],
  ["/{lang}/\\t/{slug}", false],
  ['/{lang}/\\"/{slug}', false],
])("`url: %s` of the settings: %s", (url, allowed) => {
  const { settings } = readSettings(`source: nb\nurl: "${url}"\nlanguages:\n  en: {}\n`);
  expect(settings !== undefined).toBe(allowed);
});
