// GNU gettext is the judge of catalogs: what we write it accepts, and what it writes loses no approval.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { entryKey } from "../../src/core/catalog/entry.ts";
import { readCatalog } from "../../src/core/catalog/read.ts";
import { stateOf, waiversOn } from "../../src/core/catalog/state.ts";
import { bringInStep } from "../../src/core/catalog/step.ts";
import { newCatalog, writeCatalog } from "../../src/core/catalog/write.ts";
import { readPage } from "../../src/core/page/page.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "../catalog-by-hand.ts";
import { readTree } from "../site-case.mjs";

const content = fileURLToPath(new URL("../../content/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "malvakt-gettext-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const catalogs = [...readTree(content)]
  .filter(([path]) => path.endsWith(".po"))
  .map(([path, bytes]) => [path, bytes.toString("utf8")] as const);

/** Runs a program of GNU gettext; throws with what it said when it fails or is not installed. */
function gettext(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    encoding: "utf8",
    stdio: "pipe",
    cwd: folder,
    env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" },
  });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

/** Every approved pair, with whether it is live; what must survive. */
function approvals(text: string, language: string): string[] {
  const { catalog, mistakes } = readCatalog(text);
  expect(mistakes).toEqual([]);
  return (catalog?.entries ?? [])
    .filter((entry) => stateOf({ ...entry, obsolete: false }, language) === "approved")
    .map(({ context, source: id, translation: text, obsolete }) => JSON.stringify([context, id, text, obsolete]))
    .toSorted();
}

/** The page as a template for msgmerge. */
function templateOf(markdown: string, id: string): string {
  const { page } = readPage(markdown, id);
  return writeCatalog(bringInStep(newCatalog("", "nb"), page?.units ?? [], ""));
}

describe.each(catalogs)("%s", (path, text) => {
  const [language = ""] = path.split("/");
  test("passes msgfmt", () => {
    gettext("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", write("a.po", text));
  });

  test.each([[[]], [["--no-wrap"]], [["--sort-output"]], [["--width=40"]]])(
    "goes through msgcat %j without loss of an approval or a state",
    (options) => {
      const back = gettext("msgcat", ...options, write("a.po", text));
      expect(approvals(back, language)).toEqual(approvals(text, language));
      const states = (po: string): string[] =>
        (readCatalog(po).catalog?.entries ?? [])
          .map((entry) => `${entry.context} ${entry.source} ${stateOf(entry, language)}`)
          .toSorted();
      expect(states(back)).toEqual(states(text));
    },
  );

  test("goes through msgmerge with its page, and back, without loss of an approval", () => {
    const [, id = ""] = /^[^/]+\/(.*)\.po$/u.exec(path) ?? [];
    const markdown = readFileSync(join(content, "nb", `${id}.md`), "utf8");
    const merged = gettext(
      "msgmerge",
      "--quiet",
      "--previous",
      write("a.po", text),
      write("a.pot", templateOf(markdown, id)),
    );
    expect(approvals(merged, language)).toEqual(approvals(text, language));
    const { page } = readPage(markdown, id);
    const { catalog } = readCatalog(merged);
    if (!catalog) throw new Error("unreadable");
    expect(approvals(writeCatalog(bringInStep(catalog, page?.units ?? [], language)), language)).toEqual(
      approvals(text, language),
    );
  });
});

const markdown = `---
title: Massasje
---

# Massasje

Ta \`5 mg\` "hver" dag, og les [mer](https://example.com/) om **kneet**.\\
Ny linje med \\\\ og %s og 100 %.

![Et kne](/kne.png)

Timen varer en halv time hos oss på klinikken, og du kan bestille den på telefon eller på nett hele døgnet.
`;

function approvedCatalog(): { text: string; units: { context: string; text: string; notes: string[] }[] } {
  const units = readPage(markdown, "side").page?.units ?? [];
  const text = catalogText(
    "en",
    units.map(({ context, text: id }) => approvedEntry({ context, id, text: `(en) ${id}` })),
  );
  return { text, units };
}

describe("all that people and commands write beside a text", () => {
  const { units } = approvedCatalog();
  const [title, heading, paragraph, ...others] = units.map(({ context, text: id }) => ({
    context,
    id,
    text: `(en) ${id}`,
  }));
  if (!title || !heading || !paragraph) throw new Error("The page of this test is wrong.");
  const hashes = [paragraph].map(({ context, id, text }) => hashOf("en", context, id, text));
  const text = catalogText("en", [
    approvedEntry(title),
    `# draft: 2026-11-20 ${hashOf("en", heading.context, heading.id)} deepl\n#. Heading, level 1\n#. similar 80 %: Massasjen → The massage, in so many words that any tool that folds would fold it here\n#. finding number: 6 is 60. Write: “60”\n#, fuzzy\n${plainEntry(heading)}`,
    `# Ask Kari, in so many words that any tool that folds comments at all would surely fold this one here\n# malvakt-ignore number ${hashes[0]}: the sign outside says so, and has done so for as long as anyone knows\n# malvakt-ignore quotes: a wish\n# drafted: 2026-11-20 deepl\n${approvedEntry(paragraph)}`,
    ...others.map((pair) => approvedEntry(pair)),
  ]).replace(
    "msgid",
    "# withdrawn: 2026-11-27 Kari Nordmann: The prices are wrong since the new year, and people have called\nmsgid",
  );

  test.each([[[]], [["--no-wrap"]], [["--width=40"]], [["--sort-output"]]])("goes through msgcat %j", (options) => {
    const back = readCatalog(gettext("msgcat", ...options, write("f.po", text)));
    const own = readCatalog(text);
    expect([own.mistakes, back.mistakes]).toEqual([[], []]);
    expect(back.catalog?.withdrawn).toEqual(own.catalog?.withdrawn);
    expect(back.catalog?.withdrawn?.name).toBe("Kari Nordmann");
    const beside = ({ entries }: NonNullable<typeof own.catalog>): unknown[] =>
      entries
        .toSorted((one, other) => (entryKey(one) < entryKey(other) ? -1 : 1))
        .map((entry) => [entryKey(entry), entry.comments, entry.notes, stateOf(entry, "en"), waiversOn(entry, "en")]);
    expect(back.catalog && beside(back.catalog)).toEqual(own.catalog && beside(own.catalog));
  });

  test("goes through msgmerge, but for remarks, which are as the page's notes are and come with the next draft", () => {
    const merged = readCatalog(
      gettext("msgmerge", "--quiet", write("g.po", text), write("g.pot", templateOf(markdown, "side"))),
    );
    const own = readCatalog(text);
    expect(merged.mistakes).toEqual([]);
    expect(merged.catalog?.withdrawn).toEqual(own.catalog?.withdrawn);
    const beside = ({ entries }: NonNullable<typeof own.catalog>): unknown[] =>
      entries.map((entry) => [entry.source, entry.comments, stateOf(entry, "en"), waiversOn(entry, "en")]);
    expect(merged.catalog && beside(merged.catalog)).toEqual(own.catalog && beside(own.catalog));
  });

  test("passes msgfmt", () => {
    gettext("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", write("h.po", text));
  });

  test("what msgcat puts together from two catalogs that differ is refused", () => {
    const other = text.replace("(en) Massasje", "(en) Other");
    const together = gettext("msgcat", write("i.po", text), write("j.po", other));
    expect(together).toContain("#-#-#-#-#");
    expect(readCatalog(together).catalog).toBeUndefined();
  });
});

test("the header of a new catalog passes msgfmt --check-header, and goes through msgcat with its constant fields", () => {
  const text = writeCatalog({
    ...newCatalog("en", "nb"),
    entries: readCatalog(approvedCatalog().text).catalog?.entries ?? [],
  });
  gettext("msgfmt", "--check-header", "-o", "/dev/null", write("k.po", text));
  const { catalog } = readCatalog(gettext("msgcat", write("k.po", text)));
  for (const field of ["Last-Translator", "Language-Team", "PO-Revision-Date"])
    expect(catalog?.fields.get(field)).toBe("");
});

describe("a page that changes in a translator's own tools", () => {
  test("msgmerge with a changed sentence keeps every approval whose texts did not change", () => {
    const { text, units } = approvedCatalog();
    const changed = markdown.replace("en halv time", "en hel time");
    const merged = gettext(
      "msgmerge",
      "--quiet",
      "--previous",
      write("b.po", text),
      write("b.pot", templateOf(changed, "side")),
    );
    const fresh = readPage(changed, "side").page?.units ?? [];
    const { catalog, mistakes } = readCatalog(merged);
    expect(mistakes).toEqual([]);
    if (!catalog) return;
    const stepped = bringInStep(catalog, fresh, "en");
    const states = stepped.entries.filter(({ obsolete }) => !obsolete).map((entry) => stateOf(entry, "en"));
    expect(states).toEqual([...units.slice(0, -1).map(() => "approved"), "stale"]);
    expect(stepped.entries.find((entry) => stateOf(entry, "en") === "stale")?.previous).toBe(units.at(-1)?.text);
    // The sentence comes back, again by way of msgmerge.
    const back = gettext(
      "msgmerge",
      "--quiet",
      "--previous",
      write("c.po", writeCatalog(stepped)),
      write("c.pot", templateOf(markdown, "side")),
    );
    const again = readCatalog(back);
    expect(again.mistakes).toEqual([]);
    const live = again.catalog && bringInStep(again.catalog, units, "en").entries.filter(({ obsolete }) => !obsolete);
    expect(live?.slice(0, -1).map((entry) => stateOf(entry, "en"))).toEqual(units.slice(0, -1).map(() => "approved"));
  });

  test("obsolete approvals go through msgcat and msgmerge, and come back", () => {
    const { text, units } = approvedCatalog();
    const { catalog } = readCatalog(text);
    if (!catalog) throw new Error("unreadable");
    const without = units.slice(0, 1);
    const stored = writeCatalog(bringInStep(catalog, without, "en"));
    expect(stored).toContain("#~ msgid");
    const shorter = markdown.slice(0, markdown.indexOf("# Massasje"));
    const through = gettext(
      "msgmerge",
      "--quiet",
      write("e.po", gettext("msgcat", write("d.po", stored))),
      write("e.pot", templateOf(shorter, "side")),
    );
    const { catalog: back, mistakes } = readCatalog(through);
    expect(mistakes).toEqual([]);
    if (!back) return;
    expect(bringInStep(back, units, "en").entries.map((entry) => stateOf(entry, "en"))).toEqual(
      units.map(() => "approved"),
    );
  });

  test("escapes and quotation marks mean the same to gettext as to us", () => {
    const { text } = approvedCatalog();
    gettext("msgfmt", "-o", "b.mo", write("b.po", text));
    const read = readCatalog(gettext("msgunfmt", "b.mo")).catalog?.entries ?? [];
    const own = readCatalog(text).catalog?.entries ?? [];
    const pairs = (entries: typeof own): string[] =>
      entries.map(({ context, source: id, translation: text }) => `${context}|${id}|${text}`).toSorted();
    expect(pairs(read)).toEqual(pairs(own));
  });

  test("what gettext refuses, we refuse too", () => {
    for (const broken of [
      'msgid "a"\nmsgstr "b',
      'msgid "a"\n',
      'msgid "a"\nmsgstr "b"\nmsgstr "c"\n',
      'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
      'msgstr "b"\n',
      'msgid "a"\nmsgstr "b" c\n',
      '<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n',
      'msgid "a\\q"\nmsgstr "b"\n',
    ]) {
      expect(() =>
        gettext("msgfmt", "--check", "-o", "/dev/null", write("x.po", `${catalogText("en", [])}\n${broken}`)),
      ).toThrow();
      expect(readCatalog(`${catalogText("en", [])}\n${broken}`).catalog, broken).toBeUndefined();
    }
  });
});
