// Which files are pages, and at which addresses: names as people give them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { build, type Build } from "../src/core/malvakt.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { reportOf } from "../src/core/report/site-rows.ts";
import { reportBuild } from "../src/core/report/site.ts";
import { plainPaint } from "../src/core/report/text.ts";
import { isSlug, slugOf } from "../src/core/page/slug.ts";
import { readSettings } from "../src/core/settings.ts";
import { loadProject } from "../src/shell/project.ts";

const text = "---\ntitle: T\n---\n\nTekst.\n";

function built(
  pages: Record<string, string>,
  {
    more = "",
    others = [],
    catalogs = {},
  }: { more?: string; others?: string[]; catalogs?: Record<string, string> } = {},
): Build {
  const { settings, mistakes } = readSettings(`source: nb\nlanguages: { en: {} }\n${more}`);
  if (!settings) throw new Error(JSON.stringify(mistakes));
  const filesOf = (texts: Record<string, string>, folder: string, ending: string) =>
    new Map(Object.entries(texts).map(([id, said]) => [id, { path: `content/${folder}/${id}${ending}`, text: said }]));
  const known = new Map([["en", filesOf(catalogs, "en", ".po")]]);
  return build({ settings, terms: undefined, pages: filesOf(pages, "nb", ".md"), others, catalogs: known }, new Map());
}

test("a build names the file of a page whose id does not tell it", () => {
  const { settings } = readSettings("source: nb\nlanguages: {}\n");
  if (!settings) throw new Error("The settings of this test cannot be read.");
  const paths = ["content/nb/a.md", "content/nb/b.markdown", "content/nb/C.MD", "content/nb/pa\u030A.md"];
  const pages = new Map(
    paths.map((path) => [
      path
        .slice(11)
        .replace(/\.\w+$/u, "")
        .normalize("NFC"),
      { path, text },
    ]),
  );
  const made = build({ settings, terms: undefined, pages, catalogs: new Map() }, new Map());
  const lines = reportBuild(
    reportOf(made, settings, { ledger: undefined, found: new Map() }, () => undefined, undefined),
    plainPaint,
    "en",
  ).split("\n");
  expect(lines.slice(1).map((line) => line.replace(/ {2,}nb .*$/u, ""))).toEqual(
    expect.arrayContaining(["a", "b (b.markdown)", "C (C.MD)", "p\u00E5"]),
  );
});

const told = ({ findings }: Build): string[] =>
  findings.map(({ path, reason }) => `${path}: ${sentence(reason, "en")}`);
const published = ({ ledger }: Build): Record<string, string> =>
  Object.fromEntries(ledger.published.map(({ path, url }) => [path, url]));

describe("the endings of pages", () => {
  function project(names: readonly string[]): ReturnType<typeof loadProject> {
    const root = mkdtempSync(join(tmpdir(), "malvakt-page-files-"));
    writeFileSync(join(root, "malvakt.yaml"), "source: nb\nlanguages: { en: {} }\n");
    for (const name of names) {
      mkdirSync(dirname(join(root, "content/nb", name)), { recursive: true });
      writeFileSync(join(root, "content/nb", name), text);
    }
    return loadProject(root);
  }

  test("are .md and .markdown, in small letters or capitals", () => {
    const { files, findings } = project(["a.md", "b.MD", "c.markdown", "d/e.Markdown", "d/.md"]);
    expect(files.map(({ id, page }) => [id, page !== undefined])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
      ["d/e", true],
    ]);
    expect(findings).toEqual([]);
  });

  test("two files of one name are told apart by no ending", () => {
    const { files } = project(["a.md", "a.markdown"]);
    expect(files.map(({ id, page, findings }) => [id, page, findings.length])).toEqual([["a", undefined, 1]]);
  });

  test("files with other endings are named, once for each ending", () => {
    const { findings } = project(["a.md", "b.mdx", "c.MDX", "d/e.html", "f.png", "g.txt"]);
    expect(findings.map(({ path, severity }) => [path, severity])).toEqual([
      ["content/nb/b.mdx", "warning"],
      ["content/nb/d/e.html", "warning"],
      ["content/nb/g.txt", "warning"],
    ]);
    expect(findings[0] && sentence(findings[0].reason, "en")).toContain("content/nb/b.mdx, content/nb/c.MDX");
  });
});

describe("the address of a name that is none", () => {
  test.each([
    ["Om oss", "om-oss"],
    ["kunst.figurer", "kunst-figurer"],
    ["tilbud/Pris & tid", "tilbud/pris-tid"],
    ["Åpningstider på Ås", "åpningstider-på-ås"],
    ["2024.10 Nytt!", "2024-10-nytt"],
    ["Om-Oss_2", "Om-Oss_2"],
    ["æøå", "æøå"],
  ])("%s", (id, slug) => {
    expect(slugOf(id)).toBe(slug);
    expect(published(built({ [id]: text }))).toEqual({ [`nb/${slug}.html`]: `/nb/${encodeURI(slug)}/` });
  });

  test("is said once for a site", () => {
    expect(told(built({ "Om oss": text, "a.b": text, c: text }))).toEqual([
      "content/nb/Om oss.md: 2 file names are not an address, so one was made of each: content/nb/Om oss.md is published as om-oss. A `slug` in the front matter gives another one.",
    ]);
    expect(told(built({ "Om oss": text.replace("title: T", "title: T\nslug: om") }))).toEqual([]);
  });

  test("is refused only where two would collide", () => {
    const { findings, ledger } = built({ "om oss": text, "om-oss": text, c: text });
    expect(findings.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual([
      "content/nb/om oss.md",
      "content/nb/om-oss.md",
    ]);
    expect(ledger.published.map(({ page }) => page)).toEqual(["c"]);
  });

  test.each(["con", "tilbud/nul", "__proto__", "a/__proto__", "I\u041cS", "&", "tilbud/..."])(
    "a name that no system or reader can tell is refused: %s",
    (id) => {
      const { findings, ledger } = built({ [id]: text });
      expect(findings.map(({ severity, ruleId }) => [severity, ruleId])).toContainEqual(["error", "front-matter"]);
      expect(ledger.published).toEqual([]);
    },
  );

  test("a name gives a slug or a refusal, never anything else", () => {
    const name = fc.array(fc.constantFrom("a", "Å", "1", " ", ".", "-", "_", "&", "/", "ø", "con", "\u0301"), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, (parts) => {
        const slug = slugOf(parts.join(""));
        expect(slugOf(slug)).toBe(slug);
        if (!isSlug(slug)) expect(slug).toMatch(/^\/|\/$|\/\/|^$|(?:^|\/)(?:con(?:\/|$)|[\p{M}-])/u);
      }),
    );
  });
});

test.each(["__proto__", "con", "'a/../b'", "I\u041cS", "'-a'"])("slug: %s is refused", (slug) => {
  const { findings, ledger } = built({ a: text.replace("title: T", `title: T\nslug: ${slug}`) });
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ ruleId }) => ruleId)).toEqual(["front-matter"]);
  expect(ledger.published).toEqual([]);
});

test("a slug that cannot be comes with one that can", () => {
  const { findings } = built({ a: text.replace("title: T", "title: T\nslug: /Om oss/") });
  expect(findings.map(({ expected }) => expected)).toEqual([["om-oss"]]);
});

describe("a folder's own page has the folder's address", () => {
  test.each(["index", "_index", "README", "readme"])("%s", (name) => {
    expect(published(built({ [name]: text, [`tilbud/${name}`]: text, "tilbud/a": text }))).toEqual({
      "nb/index.html": "/nb/",
      "nb/tilbud.html": "/nb/tilbud/",
      "nb/tilbud/a.html": "/nb/tilbud/a/",
    });
  });

  test.each([
    ["/{lang}/{slug}/", "/nb/"],
    ["/{lang}/{slug}", "/nb/"],
    ["/{lang}/{slug}.html", "/nb/index.html"],
    ["https://example.no/{lang}/{slug}/", "https://example.no/nb/"],
  ])("the root's, by the pattern %s", (url, expected) => {
    expect(published(built({ index: text }, { more: `url: "${url}"\n` }))).toEqual({ "nb/index.html": expected });
  });

  test("it has no slug to translate, and is published in other languages at the folder", () => {
    const approved = [
      approvedEntry({ context: "title", id: "T", text: "Title" }),
      approvedEntry({ id: "Tekst.", text: "Text." }),
    ];
    const site = built({ index: text }, { catalogs: { index: catalogText("en", approved) } });
    expect(published(site)).toEqual({ "en/index.html": "/en/", "nb/index.html": "/nb/" });
  });

  test.each([
    [["index", "README"]],
    [["tilbud", "tilbud/index"]],
    [["tilbud/_index", "tilbud/README"]],
    [["index", "indeks"]],
  ])("two of them collide: %j", (ids) => {
    const pages = Object.fromEntries(
      ids.map((id) => [id, id === "indeks" ? text.replace("title: T", "title: T\nslug: index") : text]),
    );
    expect(built(pages).ledger.published).toEqual([]);
  });
});

describe("what is memory after pages moved is said in one line, and when it may be deleted", () => {
  const catalog = catalogText("en", [approvedEntry({ id: "Tekst.", text: "Text." })]);

  test("of pages that are gone", () => {
    const lines = told(built({ a: text }, { catalogs: { "x/b": catalog, "x/c": catalog } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/2 catalogs have no page.*content\/en\/x\/b\.po, content\/en\/x\/c\.po.*Delete/u);
  });

  test("of pages that moved", () => {
    const moved = text.replace("title: T", "title: T\nwas: [x/b, x/c]");
    const lines = told(built({ a: moved }, { catalogs: { "x/b": catalog, "x/c": catalog, "x/d": catalog } }));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/The pages of 2 catalogs have moved.*x\/b\.po.*x\/c\.po.*Delete them when/u);
    expect(lines[1]).toMatch(/1 catalog has no page.*x\/d\.po/u);
  });
});

test("git's conflict marks in a page's text are an error, and nothing of it is published", () => {
  for (const end of ["\n", "\r\n"]) {
    const conflict = `${text}\n<<<<<<< HEAD\nEn.\n=======\nTo.\n>>>>>>> gren\n`.replaceAll("\n", end);
    const { findings, ledger } = built({ a: conflict });
    expect(findings.map(({ start, actual }) => [start.line, actual])).toEqual([[7, "<<<<<<< HEAD"]]);
    expect(ledger.published).toEqual([]);
  }
});

test("only core/layout.ts knows what a path's ending means", () => {
  const source = fileURLToPath(new URL("../src/", import.meta.url));
  const strangers = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && path !== join("core", "layout.ts"))
    .filter((path) =>
      /endsWith\("\.(?:md|markdown|po|html)"\)|\\\.md\b|\\\.po\b/u.test(readFileSync(join(source, path), "utf8")),
    );
  expect(strangers).toEqual([]);
});
