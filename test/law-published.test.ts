// What is published, row by row and in pairs of rows: for any damage to any file exactly what the design's table says
// stays and goes, and all that goes is named.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build, type Build } from "../src/core/malvakt.ts";
import { readPage } from "../src/core/page/page.ts";
import type { FileText } from "../src/core/project.ts";
import { readSettings } from "../src/core/settings.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { readingsOf } from "./read-once.ts";

const languages = ["en", "de"];
const pages = [
  "adresse",
  "bein",
  "col",
  "dans",
  "elv",
  "fot",
  "gips",
  "hofte",
  "isjias",
  "kne",
  "lege",
  "mage",
  "nakke",
];
const words: Record<string, string> = { en: "Text about", de: "Text über" };

const settingsText = `source: nb
languages: { en: {}, de: {} }
severity: { untranslated: off, length: off, term-missing: off }
`;

/** All files of a project by path: settings, termbase, content, and dist as the last build left it. */
type Files = ReadonlyMap<string, string>;

/** What a patient can read: for each page and language the fragment's status and text. */
type Shown = Map<string, { status: string; text: string }>;

function source(id: string, more = "", body = ""): string {
  return `---\ntitle: Om ${id}\n${more}---\n\n# Om ${id}\n\nVi skriver om ${id}.${body}\n`;
}

function catalog(page: string, language: string): string {
  const units = readPage(page, "x").page?.units ?? [];
  const entries = units.map(({ context, text }) =>
    approvedEntry(
      {
        context,
        id: text,
        text: context === "slug" ? `${text}-${language}` : `${words[language]} ${text.split(" ").at(-1)}`,
      },
      language,
    ),
  );
  return catalogText(language, entries);
}

function freshFiles(): Map<string, string> {
  const files = new Map([["malvakt.yaml", settingsText]]);
  for (const id of pages) {
    const text = source(id);
    files.set(`content/nb/${id}.md`, text);
    for (const language of languages) files.set(`content/${language}/${id}.po`, catalog(text, language));
  }
  return files;
}

function run(files: Files, allowWithdraw = false): { result: Build; files: Map<string, string>; exitCode: number } {
  const { settings } = readSettings(files.get("malvakt.yaml") ?? "");
  if (!settings) throw new Error("The settings of this test are wrong.");
  const termbase = files.get("terms.yaml");
  const below = (folder: string, ending: string): Map<string, FileText> =>
    new Map(
      [...files].flatMap(([path, text]) =>
        path.startsWith(`${folder}/`) && path.endsWith(ending)
          ? [[path.slice(folder.length + 1, -ending.length), { path, text }] as const]
          : [],
      ),
    );
  const terms = termbase === undefined ? undefined : readTermbase(termbase).termbase;
  if (termbase !== undefined && !terms) throw new Error("The termbase of this test is wrong.");
  const folders = new Set([...files.keys()].flatMap((path) => /^content\/([^/]+)\//u.exec(path)?.[1] ?? []));
  const dist = new Map(
    [...files].flatMap(([path, text]) => (path.startsWith("dist/") ? [[path.slice(5), text] as const] : [])),
  );
  const pages = below("content/nb", ".md");
  const result = build(
    {
      settings,
      terms: terms && termsOf(terms),
      pages,
      catalogs: new Map(
        [...folders].filter((code) => code !== "nb").map((code) => [code, below(`content/${code}`, ".po")]),
      ),
    },
    dist,
    { allowWithdraw },
    readingsOf(pages),
  );
  const after = new Map([...files].filter(([path]) => !path.startsWith("dist/")));
  for (const [path, text] of result.files) after.set(`dist/${path}`, text);
  // What no ledger names belongs to someone else, and stays.
  const named = dist.get("ledger.json") ?? "";
  for (const [path, text] of dist)
    if (!named.includes(JSON.stringify(path)) && !result.files.has(path)) after.set(`dist/${path}`, text);
  const failed = result.refused.length > 0 || result.findings.some(({ severity }) => severity === "error");
  return { result, files: after, exitCode: failed ? 1 : 0 };
}

function shown(files: Files): Shown {
  const found: Shown = new Map();
  for (const [path, text] of files) {
    const [, language, page, status] =
      /^<article lang="([^"]*)" dir="[^"]*" data-page="([^"]*)" data-status="([^"]*)"/u.exec(text) ?? [];
    if (path.startsWith("dist/") && page !== undefined)
      found.set(`${page} ${language}`, { status: status ?? "", text: text.replaceAll(/<[^>]*>|\s+/gu, " ").trim() });
  }
  return found;
}

const base = run(freshFiles());

/** What becomes of a fragment: it stays as it is, stays as stale, goes, or shows something new. */
type Fate = "same" | "stale" | "gone" | "new";

type Row = {
  name: string;
  /** Changes the files; says what becomes of fragments that do not stay as they are, and whether the build fails. */
  change: (files: Map<string, string>, page: string) => { fates: Record<string, Fate>; exitCode: 0 | 1 };
};

function set(files: Map<string, string>, path: string, change: (text: string) => string): void {
  const text = files.get(path);
  if (text === undefined) throw new Error(`There is no ${path}.`);
  files.set(path, change(text));
}

const allOf = (page: string, fate: Fate): Record<string, Fate> => ({
  [`${page} nb`]: fate,
  [`${page} en`]: fate,
  [`${page} de`]: fate,
});
const md = (page: string): string => `content/nb/${page}.md`;
const po = (page: string, language: string): string => `content/${language}/${page}.po`;
const inHead = (line: string) => (text: string) => text.replace("\n---\n\n", `\n${line}\n---\n\n`);

const rows: Row[] = [
  {
    name: "the page's file is cut in its front matter",
    change: (files, page) => (
      set(files, md(page), (text) => text.slice(0, 10)),
      { fates: allOf(page, "stale"), exitCode: 1 }
    ),
  },
  {
    name: "the page's file is empty",
    change: (files, page) => (set(files, md(page), () => ""), { fates: allOf(page, "stale"), exitCode: 1 }),
  },
  {
    name: "the page has conflict marks of git",
    change: (files, page) => (
      set(files, md(page), (text) => `${text}\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other\n`),
      { fates: allOf(page, "stale"), exitCode: 1 }
    ),
  },
  {
    name: "the page links to one that is not there",
    change: (files, page) => (
      set(files, md(page), (text) => `${text}\n[Les](finnes-ikke.md)\n`),
      { fates: allOf(page, "stale"), exitCode: 1 }
    ),
  },
  {
    name: "the page's text has changed",
    change: (files, page) => (
      set(files, md(page), (text) => text.replace("Vi skriver", "Vi skriver mye")),
      { fates: { [`${page} nb`]: "new", [`${page} en`]: "stale", [`${page} de`]: "stale" }, exitCode: 0 }
    ),
  },
  {
    name: "the page is another page's text",
    change: (files, page) => (
      set(files, md(page), () => source(`noe annet enn ${page}`)),
      { fates: { [`${page} nb`]: "new", [`${page} en`]: "stale", [`${page} de`]: "stale" }, exitCode: 0 }
    ),
  },
  {
    name: "the page is deleted",
    change: (files, page) => (files.delete(md(page)), { fates: allOf(page, "gone"), exitCode: 0 }),
  },
  {
    name: "the page is withdrawn",
    change: (files, page) => (
      set(files, md(page), inHead("withdrawn: '2026-11-27 Kari Nordmann: feil dose'")),
      { fates: allOf(page, "gone"), exitCode: 0 }
    ),
  },
  {
    name: "the page is a draft",
    change: (files, page) => (set(files, md(page), inHead("draft: true")), { fates: allOf(page, "gone"), exitCode: 0 }),
  },
  {
    name: "the page is translated into one language only",
    change: (files, page) => (
      set(files, md(page), inHead("translate: [de]")),
      { fates: { [`${page} en`]: "gone" }, exitCode: 0 }
    ),
  },
  {
    name: "the page is not translated",
    change: (files, page) => (
      set(files, md(page), inHead("translate: false")),
      { fates: { [`${page} en`]: "gone", [`${page} de`]: "gone" }, exitCode: 0 }
    ),
  },
  {
    name: "the page's text has changed, and the last version must not stay",
    change: (files, page) => (
      set(files, md(page), (text) => inHead("publish: withdraw")(text).replace("Vi skriver", "Vi skriver mye")),
      { fates: { [`${page} nb`]: "new", [`${page} en`]: "gone", [`${page} de`]: "gone" }, exitCode: 0 }
    ),
  },
  {
    name: "a catalog is cut",
    change: (files, page) => (
      set(files, po(page, "en"), (text) => text.slice(0, -8)),
      { fates: { [`${page} en`]: "stale" }, exitCode: 1 }
    ),
  },
  {
    name: "a catalog is empty",
    change: (files, page) => (
      set(files, po(page, "en"), () => ""),
      { fates: { [`${page} en`]: "stale" }, exitCode: 1 }
    ),
  },
  {
    name: "a catalog has conflict marks",
    change: (files, page) => (
      set(files, po(page, "en"), (text) => `<<<<<<< HEAD\n${text}`),
      { fates: { [`${page} en`]: "stale" }, exitCode: 1 }
    ),
  },
  {
    name: "a catalog is deleted",
    change: (files, page) => (files.delete(po(page, "en")), { fates: { [`${page} en`]: "stale" }, exitCode: 0 }),
  },
  {
    name: "a catalog is that of another language",
    change: (files, page) => (
      set(files, po(page, "en"), () => (files.get(po(page, "de")) ?? "").replace("Language: de", "Language: en")),
      { fates: { [`${page} en`]: "stale" }, exitCode: 0 }
    ),
  },
  {
    name: "a catalog is that of another page",
    change: (files, page) => (
      set(files, po(page, "en"), () => catalog(source("noe helt annet"), "en")),
      { fates: { [`${page} en`]: "stale" }, exitCode: 0 }
    ),
  },
  {
    name: "a translation was edited",
    change: (files, page) => (
      set(files, po(page, "en"), (text) =>
        text.replace(`msgstr "Text about ${page}."`, `msgstr "A text about ${page}."`),
      ),
      { fates: { [`${page} en`]: "stale" }, exitCode: 0 }
    ),
  },
  {
    name: "a catalog is withdrawn",
    change: (files, page) => (
      set(files, po(page, "en"), (text) => `# withdrawn: 2026-11-27 Kari Nordmann: feil dose\n${text}`),
      { fates: { [`${page} en`]: "gone" }, exitCode: 0 }
    ),
  },
  {
    name: "a fragment was edited",
    change: (files, page) => (
      set(files, `dist/en/${page}.html`, (text) => text.replace("Text", "Hacked")),
      { fates: {}, exitCode: 0 }
    ),
  },
  {
    name: "a fragment was deleted",
    change: (files, page) => (files.delete(`dist/en/${page}.html`), { fates: {}, exitCode: 0 }),
  },
  {
    name: "a fragment has the line ends of Windows",
    change: (files, page) => (
      set(files, `dist/en/${page}.html`, (text) => text.replaceAll("\n", "\r\n")),
      { fates: {}, exitCode: 0 }
    ),
  },
  {
    name: "a fragment was edited, and the translation too",
    change: (files, page) => (
      set(files, `dist/en/${page}.html`, (text) => text.replace("Text", "Hacked")),
      set(files, po(page, "en"), (text) =>
        text.replace(`msgstr "Text about ${page}."`, `msgstr "A text about ${page}."`),
      ),
      { fates: { [`${page} en`]: "gone" }, exitCode: 1 }
    ),
  },
  {
    name: "a fragment was deleted, and the page cannot be read",
    change: (files, page) => (
      files.delete(`dist/nb/${page}.html`),
      set(files, md(page), () => ""),
      { fates: { ...allOf(page, "stale"), [`${page} nb`]: "gone" }, exitCode: 1 }
    ),
  },
];

/** Holds what a build shows against what the table says, and names what goes. */
function holds(
  before: Shown,
  after: ReturnType<typeof run>,
  fates: Record<string, Fate>,
  exitCode: number,
  told: string,
): void {
  const now = shown(after.files);
  for (const [key, { text, status }] of before) {
    const fate = fates[key] ?? "same";
    const here = now.get(key);
    if (fate === "gone") expect(here, `${told}: ${key} goes`).toBeUndefined();
    else if (fate === "new") {
      expect(here?.status, `${told}: ${key} is new`).toBe("source");
      expect(here?.text, `${told}: ${key} is new`).not.toBe(text);
    } else
      expect(here, `${told}: ${key} stays, ${fate}`).toEqual({ text, status: fate === "stale" ? "stale" : status });
  }
  const off = after.result.takenOff.map(({ page, language }) => `${page} ${language}`);
  expect(off.toSorted(), `${told}: all that goes is named`).toEqual(
    Object.keys(fates)
      .filter((key) => fates[key] === "gone")
      .toSorted(),
  );
  expect(after.exitCode, `${told}: exit code`).toBe(exitCode);
  holdsTogether(after.files, told);
}

/** Every path of the manifest is there with its hash; every file that looks published is in the ledger. */
function holdsTogether(files: Files, told: string): void {
  const manifest = JSON.parse(files.get("dist/manifest.json") ?? "{}") as {
    pages: Record<string, Record<string, { path?: string; head?: string; status: string }>>;
  };
  const named = Object.values(manifest.pages)
    .flatMap((entries) => Object.values(entries))
    .flatMap(({ path, head }) => [path, head])
    .filter((path) => path !== undefined);
  for (const path of named) expect(files.has(`dist/${path}`), `${told}: ${path}`).toBe(true);
  const ledger = files.get("dist/ledger.json") ?? "";
  for (const path of files.keys())
    if (/^dist\/(nb|en|de)\//u.test(path))
      expect(ledger.includes(`"${path.slice(5)}"`), `${told}: ${path} is in the ledger`).toBe(true);
}

describe("each row of the table", () => {
  test("at first everything is published", () => {
    expect(base.exitCode).toBe(0);
    expect(shown(base.files).size).toBe(pages.length * 3);
    const again = run(base.files);
    expect(again.files).toEqual(base.files);
  });

  test.each(rows)("$name", ({ name, change }) => {
    const files = new Map(base.files);
    const { fates, exitCode } = change(files, "fot");
    const after = run(files);
    holds(shown(base.files), after, fates, exitCode, name);
    // A build that finds nothing new changes nothing, and what it kept it keeps.
    const again = run(after.files);
    expect([...again.files], `${name}: again`).toEqual([...after.files]);
    expect(again.result.takenOff).toEqual([]);
  });

  test("pairs of rows, on one page and on two, in one build and one after the other", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...rows), fc.boolean(), (one, two, atOnce) => {
        const files = new Map(base.files);
        const first = one.change(files, "fot");
        const between = atOnce ? { files } : run(files);
        const next = new Map(between.files);
        const second = two.change(next, "kne");
        const after = run(next);
        const told = `${one.name}; ${two.name}`;
        const gone = (fate: Fate): boolean => fate === "gone";
        const fates = { ...first.fates, ...second.fates };
        const failed = atOnce ? Math.max(first.exitCode, second.exitCode) : undefined;
        if (atOnce) holds(shown(base.files), after, fates, failed ?? 0, told);
        else {
          const left = new Map([...shown(base.files)].filter(([key]) => !gone(first.fates[key] ?? "same")));
          const now = shown(after.files);
          for (const [key] of left) expect(now.has(key), `${told}: ${key}`).toBe(!gone(second.fates[key] ?? "same"));
          expect(after.result.takenOff.map(({ page, language }) => `${page} ${language}`).toSorted(), told).toEqual(
            Object.keys(second.fates)
              .filter((key) => gone(second.fates[key] ?? "same"))
              .toSorted(),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test("two rows on one page: what one of them takes off is off, and nothing that neither speaks of is touched", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...rows), (one, two) => {
        const files = new Map(base.files);
        const first = one.change(files, "fot");
        let second: ReturnType<Row["change"]>;
        try {
          second = two.change(files, "fot");
        } catch {
          return; // The file that the second row damages is gone already.
        }
        const after = run(files);
        const now = shown(after.files);
        for (const key of shown(base.files).keys()) {
          const [page] = key.split(" ");
          if (page !== "fot") expect(now.has(key), `${one.name}; ${two.name}: ${key}`).toBe(true);
        }
        const touched = new Set([...Object.keys(first.fates), ...Object.keys(second.fates)]);
        for (const language of ["nb", "en", "de"]) {
          const key = `fot ${language}`;
          const isNamed = after.result.takenOff.some((off) => off.page === "fot" && off.language === language);
          expect(isNamed, `${one.name}; ${two.name}: ${key} is named`).toBe(!now.has(key));
          if (!touched.has(key) && now.get(key)?.status !== "stale")
            expect(now.get(key), `${one.name}; ${two.name}: ${key}`).toEqual(shown(base.files).get(key));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what stays stale is published again when what was wrong is mended", () => {
    for (const { name, change } of rows) {
      const files = new Map(base.files);
      change(files, "fot");
      const after = run(files);
      const mended = new Map([...after.files].filter(([path]) => path.startsWith("dist/")));
      for (const [path, text] of base.files) if (!path.startsWith("dist/")) mended.set(path, text);
      const last = run(mended);
      expect(shown(last.files), name).toEqual(shown(base.files));
      expect(last.exitCode, name).toBe(0);
    }
  });
});

describe("too much at once", () => {
  const nothingGoes = (after: ReturnType<typeof run>, named: number): void => {
    expect(after.exitCode).toBe(1);
    expect(after.result.takenOff).toEqual([]);
    expect(shown(after.files).size).toBe(pages.length * 3);
    expect(after.result.refused.flatMap(({ takenOff }) => takenOff)).toHaveLength(named);
    holdsTogether(after.files, "guarded");
  };
  const without = (keep: (path: string) => boolean): Map<string, string> =>
    new Map([...base.files].filter(([path]) => keep(path)));

  test("no page is found", () => {
    const files = without((path) => !path.endsWith(".md"));
    nothingGoes(run(files), pages.length * 3);
    expect(shown(run(files, true).files).size).toBe(0);
  });

  test("more than a fifth of the pages is missing; a fifth may go", () => {
    const three = without((path) => !["fot", "kne", "mage"].some((page) => path === md(page)));
    nothingGoes(run(three), 9);
    expect(shown(run(three, true).files).size).toBe((pages.length - 3) * 3);
    const two = run(without((path) => !["fot", "kne"].some((page) => path === md(page))));
    expect(two.exitCode).toBe(0);
    expect(two.result.takenOff).toHaveLength(6);
  });

  test("a language is missing in the settings; one that is paused goes", () => {
    const files = new Map(base.files);
    files.set("malvakt.yaml", settingsText.replace("en: {}, de: {}", "de: {}"));
    nothingGoes(run(files), pages.length);
    const allowed = run(files, true);
    expect(shown(allowed.files).size).toBe(pages.length * 2);
    expect(allowed.result.takenOff).toHaveLength(pages.length);
    files.set("malvakt.yaml", settingsText.replace("en: {}", "en: { publish: false }"));
    const paused = run(files);
    expect(paused.exitCode).toBe(0);
    expect(shown(paused.files).size).toBe(pages.length * 2);
    expect(paused.result.takenOff).toHaveLength(pages.length);
  });

  test("a changed termbase finds one text wrong: it goes; it finds many wrong: nothing goes", () => {
    const termbase = (...ids: string[]): string => {
      const terms = `[${ids.map((id) => `{ term: ${id}, status: ${id === ids[0] ? "preferred" : "admitted"} }`).join(", ")}]`;
      return `concepts:
  - id: a
    distinctFrom: [b]
    terms: { nb: ${terms}, en: ${terms} }
  - id: b
    terms: { nb: [{ term: tekst, status: preferred }], en: [{ term: text, status: preferred }] }
`;
    };
    const files = new Map(base.files);
    files.set("terms.yaml", termbase("fot"));
    files.set("malvakt.yaml", `${settingsText}terms: terms.yaml\n`);
    const one = run(files);
    expect(one.result.takenOff.map(({ page, language }) => `${page} ${language}`)).toEqual(["fot en"]);
    expect(one.exitCode).toBe(1);
    files.set("terms.yaml", termbase(...pages));
    const many = run(files);
    expect(many.result.findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(pages.length);
    nothingGoes(many, pages.length);
  });
});

describe("moving", () => {
  const redirects = (files: Files): unknown =>
    (JSON.parse(files.get("dist/redirects.json") ?? "{}") as { redirects: unknown }).redirects;

  test("a page that says what it was takes everything along", () => {
    const files = new Map(base.files);
    files.delete(md("fot"));
    files.set(md("foten"), inHead("was: fot")(source("fot")));
    const after = run(files);
    expect(after.exitCode).toBe(0);
    expect(after.result.takenOff).toEqual([]);
    const now = shown(after.files);
    for (const language of ["nb", "en", "de"]) {
      expect(now.get(`foten ${language}`)?.text).toBe(shown(base.files).get(`fot ${language}`)?.text);
      expect(after.files.has(`dist/${language}/foten.html`)).toBe(true);
      expect(after.files.has(`dist/${language}/fot.html`)).toBe(false);
    }
    expect(redirects(after.files)).toEqual(
      ["de", "en", "nb"].map((code) => ({ from: `/${code}/fot/`, to: `/${code}/foten/` })),
    );
    expect(redirects(run(after.files).files)).toEqual(redirects(after.files));
  });

  test("a stale version goes along too", () => {
    const files = new Map(base.files);
    set(files, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    files.delete(md("fot"));
    files.set(md("foten"), inHead("was: fot")(source("fot")));
    const after = run(files);
    expect(after.result.takenOff).toEqual([]);
    expect(shown(after.files).get("foten en")).toEqual({
      status: "stale",
      text: shown(base.files).get("fot en")?.text,
    });
    expect(after.files.has("dist/en/foten.html")).toBe(true);
  });

  test("without it, the build says which page looks like the one that is gone", () => {
    const files = new Map(base.files);
    files.delete(md("fot"));
    files.set(md("foten"), source("fot"));
    const { result } = run(files);
    expect(result.takenOff.map(({ page }) => page)).toEqual(["fot", "fot", "fot"]);
    expect(result.takenOff[0]?.reason).toEqual({
      id: "off.renamed",
      values: { path: "content/nb/foten.md", was: "fot" },
    });
  });

  test("a new slug: the source moves at once, a translation when it is approved again", () => {
    const files = new Map(base.files);
    const text = source("fot", "slug: gammel\n");
    files.set(md("fot"), text);
    for (const language of languages) files.set(po("fot", language), catalog(text, language));
    const first = run(files);
    const moved = new Map(first.files);
    const fresh = source("fot", "slug: ny\n");
    moved.set(md("fot"), fresh);
    const second = run(moved);
    expect(redirects(second.files)).toContainEqual({ from: "/nb/gammel/", to: "/nb/ny/" });
    expect(second.files.has("dist/en/gammel-en.html")).toBe(true);
    expect(shown(second.files).get("fot en")?.status).toBe("stale");
    const approved = new Map(second.files);
    for (const language of languages) approved.set(po("fot", language), catalog(fresh, language));
    const third = run(approved);
    expect(third.files.has("dist/en/gammel-en.html")).toBe(false);
    expect(third.files.has("dist/en/ny-en.html")).toBe(true);
    expect(redirects(third.files)).toContainEqual({ from: "/en/gammel-en/", to: "/en/ny-en/" });
  });

  test("an address that a stale version holds is not given to another page", () => {
    const files = new Map(base.files);
    const text = source("fot", "slug: gammel\n");
    files.set(md("fot"), text);
    for (const language of languages) files.set(po("fot", language), catalog(text, language));
    const next = new Map(run(files).files);
    next.set(md("fot"), source("fot", "slug: ny\n"));
    const other = source("ny side", "slug: gammel\n");
    next.set(md("ny-side"), other);
    next.set(po("ny-side", "en"), catalog(other, "en"));
    const after = run(next);
    expect(shown(after.files).get("fot en")?.status).toBe("stale");
    expect(shown(after.files).has("ny-side en")).toBe(false);
    expect(after.exitCode).toBe(1);
  });

  test("a link of a stale version leads to where the page is now", () => {
    const files = new Map(base.files);
    const text = source("fot", "", " Les [mer](kne.md).");
    files.set(md("fot"), text);
    files.set(
      po("fot", "en"),
      catalogText(
        "en",
        (readPage(text, "x").page?.units ?? []).map(({ context, text: id }) =>
          approvedEntry({ context, id, text: id.replace("Vi skriver om", "We write of").replace("Les", "Read") }, "en"),
        ),
      ),
    );
    const first = new Map(run(files).files);
    expect(first.get("dist/en/fot.html")).toContain('href="/en/kne/"');
    set(first, md("fot"), (old) => old.replace("Vi skriver", "Vi skriver nå"));
    first.delete(md("kne"));
    first.set(md("kneet"), inHead("was: kne")(source("kne")));
    set(first, md("fot"), (old) => old.replace("kne.md", "kneet.md"));
    const after = run(first);
    expect(shown(after.files).get("fot en")?.status).toBe("stale");
    expect(after.files.get("dist/en/fot.html")).toContain('href="/en/kneet/"');
  });
});

describe("a page that cannot be read", () => {
  test.each([
    ["is empty", () => ""],
    ["is in conflict", (text: string) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`],
    ["is cut", (text: string) => text.slice(0, 12)],
  ])("%s: pages that link to it, and to a heading of it, are not touched", (_, damage) => {
    const files = new Map(base.files);
    files.set(md("fot"), source("fot", "", " Les [mer](kne.md) og [mer](kne.md#om-kne)."));
    const first = run(files);
    expect(shown(first.files).get("fot nb")?.status).toBe("source");
    const next = new Map(first.files);
    set(next, md("kne"), damage);
    const after = run(next);
    expect(shown(after.files).get("fot nb")).toEqual(shown(first.files).get("fot nb"));
    expect(after.files.get("dist/nb/fot.html")).toBe(first.files.get("dist/nb/fot.html"));
    expect(after.result.findings.filter(({ path }) => path === md("fot"))).toEqual([]);
  });
});

describe("the ledger", () => {
  test("without it everything that can be made is made, and what cannot is named", () => {
    const files = new Map(base.files);
    files.delete("dist/ledger.json");
    set(files, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    const after = run(files);
    expect(after.exitCode).toBe(1);
    expect(after.result.findings.filter(({ path }) => path === "en/fot.html")).toHaveLength(1);
    expect(shown(after.files).size).toBe(pages.length * 3);
    const { path } = after.result.findings.find((finding) => finding.path === "en/fot.html") ?? {};
    expect(path).toBe("en/fot.html");
  });

  test("of two branches: lines of both sides count where their file is there", () => {
    const left = new Map(base.files);
    set(left, md("fot"), (text) => text.replace("Vi skriver", "Vi skriver mye"));
    const right = new Map(base.files);
    set(right, md("kne"), (text) => text.replace("Vi skriver", "Vi skriver mye"));
    const [one, other] = [run(left).files, run(right).files];
    // As git merges: each file from the side that changed it, the ledger with marks where both did.
    const merged = new Map(base.files);
    for (const side of [one, other])
      for (const [path, text] of side) if (base.files.get(path) !== text) merged.set(path, text);
    merged.set(
      "dist/ledger.json",
      `<<<<<<< ours\n${one.get("dist/ledger.json")}=======\n${other.get("dist/ledger.json")}>>>>>>> theirs\n`,
    );
    const after = run(merged);
    expect(after.exitCode).toBe(0);
    expect(after.result.takenOff).toEqual([]);
    const now = shown(after.files);
    expect([now.get("fot en")?.status, now.get("kne en")?.status, now.get("mage en")?.status]).toEqual([
      "stale",
      "stale",
      "approved",
    ]);
    expect(after.files.get("dist/ledger.json")).not.toContain("<<<<<<<");
  });

  test.each(["ours", "theirs"])(
    "a fragment that git could not merge is taken whole from %s, if that was published",
    (side) => {
      const files = new Map(base.files);
      set(files, md("fot"), (text) => text.replace("Vi skriver", "Vi skriver mye"));
      const html = files.get("dist/en/fot.html") ?? "";
      const [first = "", ...rest] = html.split("\n");
      const [ours, theirs] = side === "ours" ? [first, "<article>"] : ["<article>", first];
      const open = (marks: readonly string[]): string => [...marks, ...rest].join("\n");
      files.set(
        "dist/en/fot.html",
        open(["<<<<<<< HEAD", ours, "||||||| base", "<p>", "=======", theirs, ">>>>>>> b"]),
      );
      const after = run(files);
      expect(after.exitCode).toBe(0);
      expect(shown(after.files).get("fot en")).toEqual({ ...shown(base.files).get("fot en"), status: "stale" });
      // Neither side was published.
      files.set("dist/en/fot.html", open(["<<<<<<< HEAD", "<p>", "=======", "<article>", ">>>>>>> b"]));
      const lost = run(files);
      expect(lost.exitCode).toBe(1);
      expect(lost.result.takenOff.map(({ page, language }) => `${page} ${language}`)).toEqual(["fot en"]);
    },
  );

  test.each([
    [
      "script in a kept fragment",
      (text: string) => text.replace("</p>", "</p><script>alert(1)</script><img src=x onerror=alert(1)>"),
    ],
    [
      "an address that runs",
      (text: string) => text.replace("<p>", '<p><a href="javascript:alert(1)" onclick="alert(1)">x</a> '),
    ],
    [
      "an address of a foreign host",
      (text: string) => text.replace("<p>", '<p><a href="/\\evil.example">x</a><a href="/&#9;/evil.example">x</a> '),
    ],
  ])("forged: %s does not get through", (_, forge) => {
    const files = new Map(base.files);
    set(files, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    const fragment = forge(files.get("dist/en/fot.html") ?? "");
    const before = files.get("dist/en/fot.html") ?? "";
    files.set("dist/en/fot.html", fragment);
    set(files, "dist/ledger.json", (text) => text.replace(sha(before), sha(fragment)));
    const after = run(files);
    const now = after.files.get("dist/en/fot.html") ?? "";
    expect(now).not.toMatch(/script|alert|evil|onerror/iu);
    expect(now).toContain("Text about fot.");
  });

  test.each([
    ["another language", (text: string) => text.replace('lang="en"', 'lang="de"')],
    ["no article", () => "<p>Hei</p>\n"],
  ])("forged: a kept fragment of %s is taken off, and named", (_, forge) => {
    const files = new Map(base.files);
    set(files, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    const before = files.get("dist/en/fot.html") ?? "";
    const fragment = forge(before);
    files.set("dist/en/fot.html", fragment);
    set(files, "dist/ledger.json", (text) => text.replace(sha(before), sha(fragment)));
    const after = run(files);
    expect(shown(after.files).has("fot en")).toBe(false);
    expect(after.result.takenOff).toHaveLength(1);
    expect(after.exitCode).toBe(1);
  });

  test("forged: an address in it becomes no link", () => {
    const files = new Map(base.files);
    set(files, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    set(files, "dist/ledger.json", (text) => text.replace('"url":"/en/fot/"', '"url":"javascript:alert(1)"'));
    expect(() => run(files)).toThrow();
    const other = new Map(base.files);
    set(other, po("fot", "en"), (text) => text.replace('msgstr "Text about fot."', 'msgstr "Edited."'));
    set(other, "dist/ledger.json", (text) => text.replace('"url":"/en/fot/"', '"url":"https://evil.example/"'));
    const after = run(other);
    const written = [...after.files].filter(([path]) => path.startsWith("dist/") && !/redirects|ledger/u.test(path));
    expect(written.filter(([, text]) => text.includes("evil"))).toEqual([]);
  });
});

function sha(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
