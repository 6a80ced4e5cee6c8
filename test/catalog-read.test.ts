// Catalogs are read strictly and written back byte for byte: what other readers let pass in silence is an error here.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forbiddenCharacterIn } from "../src/core/characters.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { approve, setTranslation } from "../src/core/catalog/sign.ts";
import { bringInStep } from "../src/core/catalog/step.ts";
import { newCatalog, writeCatalog, writeEntry } from "../src/core/catalog/write.ts";
import { newEntry, type Entry } from "../src/core/catalog/entry.ts";
import { readPage } from "../src/core/page/page.ts";
import { said } from "./said.ts";

const header = '# Kari\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';
const entry = 'msgid "a"\nmsgstr "b"\n';

/** The mistakes in a text, with line and column as a person counts them. */
function mistakesIn(text: string): { line: number; column: number; reason: string }[] {
  return readCatalog(text).mistakes.map(({ start, reason }) => {
    const before = text.slice(0, start).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1, reason: said(reason) };
  });
}

/** A broken catalog, where the first mistake is, and a word of what is said about it. */
const broken: [name: string, text: string, line: number, column: number, reason: RegExp][] = [
  ["cut in the middle of a text", `${header}msgid "a"\nmsgstr "b`, 8, 8, /Closing quotation mark is missing/u],
  ["cut in the middle of a msgid", `${header}${entry}\nmsgid "lang te`, 10, 1, /without msgstr/u],
  ["cut after a backslash", `${header}msgid "a"\nmsgstr "b\\`, 8, 10, /Unknown escape/u],
  ["cut after a msgid", `${header}msgid "a"\n`, 7, 1, /without msgstr; the file may be cut off/u],
  ["cut after a msgctxt", `${header}msgctxt "title"\n`, 7, 1, /without msgid; the file may be cut off/u],
  ["cut after the word msgstr", `${header}msgid "a"\nmsgstr`, 8, 1, /a keyword with a quoted text/u],
  ["cut in the middle of a keyword", `${header}msgid "a"\nmsgs`, 8, 1, /a keyword with a quoted text/u],
  [
    "cut in the middle of an obsolete entry",
    `${header}#~ msgid "a"\n#~ msgstr "b`,
    8,
    11,
    /Closing quotation mark is missing/u,
  ],
  ["a msgstr without a msgid", `${header}msgstr "b"\n`, 7, 1, /without msgid/u],
  ["two msgstr", `${header}${entry}msgstr "c"\n`, 9, 1, /Second msgstr/u],
  ["two msgid", `${header}msgid "a"\nmsgid "b"\nmsgstr "c"\n`, 8, 1, /Second msgid/u],
  ["msgctxt after msgid", `${header}msgid "a"\nmsgctxt "c"\nmsgstr "b"\n`, 8, 1, /order is msgctxt, msgid, msgstr/u],
  ["a duplicate entry", `${header}${entry}\n${entry}`, 10, 1, /Duplicate entry, first in line 7/u],
  ["a duplicate that is obsolete", `${header}${entry}\n#~ msgid "a"\n#~ msgstr "c"\n`, 10, 1, /Duplicate entry/u],
  ["an empty msgctxt beside none", `${header}${entry}\nmsgctxt ""\nmsgid "a"\nmsgstr "c"\n`, 10, 1, /Duplicate entry/u],
  ["ours, in a conflict", `${header}<<<<<<< HEAD\n${entry}`, 7, 1, /git merge/u],
  ["a conflict inside an entry", `${header}msgid "a"\n=======\nmsgstr "b"\n`, 8, 1, /git merge/u],
  ["a conflict's common ancestor", `${header}||||||| 1234567\n${entry}`, 7, 1, /git merge/u],
  ["an unescaped quotation mark", `${header}msgid "a "b" c"\nmsgstr "d"\n`, 7, 11, /write " as \\"/u],
  ["an unknown escape", `${header}msgid "a\\q"\nmsgstr "b"\n`, 7, 9, /Unknown escape/u],
  ["text that belongs to nothing", `${header}"hang"\n${entry}`, 7, 1, /without a keyword/u],
  ["a word that is no keyword", `${header}msgtext "a"\n`, 7, 1, /a keyword with a quoted text/u],
  ["single quotes", `${header}msgid 'a'\nmsgstr "b"\n`, 7, 1, /a keyword with a quoted text/u],
  ["plural forms", `${header}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n`, 8, 1, /Plural forms are not supported/u],
  ["a domain", `domain "x"\n${entry}`, 1, 1, /`domain` is not supported/u],
  ["a half obsolete entry", `${header}#~ msgid "a"\nmsgstr "b"\n`, 8, 1, /all or none/u],
  ["a comment inside an entry", `${header}msgid "a"\n# hva?\nmsgstr "b"\n`, 8, 1, /inside an entry; move it before/u],
  ["a second header", `${header}${entry}\n${header}`, 10, 1, /^Empty msgid/u],
  ["an empty msgid with a msgctxt", `${header}msgctxt "c"\nmsgid ""\nmsgstr "b"\n`, 7, 1, /^Empty msgid/u],
  [
    "a control character",
    `${header}msgid "a\u0001"\nmsgstr "b"\n`,
    7,
    9,
    /^U\+0001 is a control character; delete it/u,
  ],
  ["a noncharacter", `${header}msgid "a\uFDD0"\nmsgstr "b"\n`, 7, 9, /^U\+FDD0 is not a character/u],
  ["a control character in a comment", `${header}# a\u009Bb\n${entry}`, 7, 4, /^U\+009B is a control/u],
  ["a control character in the header", header.replace("Kari", "Ka\u0000ri"), 1, 5, /^U\+0000 is a control/u],
  [
    "a carriage return in a comment",
    `${header}# a\rb\n${entry}`,
    7,
    4,
    /Carriage return \(U\+000D\) without a line feed/u,
  ],
  ["a control character by its escape", `${header}msgid "a\\a"\nmsgstr "b"\n`, 7, 9, /^\\a stands for U\+0007/u],
  ["the same in a translation", `${header}msgid "a"\nmsgstr "b\\f"\n`, 8, 10, /^\\f stands for U\+000C/u],
  [
    "msgcat's mark in a text",
    `${header}msgid "a"\nmsgstr ""\n"#-#-#-#-#  a.po  #-#-#-#-#\\n"\n"b"\n`,
    9,
    1,
    /msgcat merge/u,
  ],
  ["msgcat's mark in a comment", `${header}# #-#-#-#-#  a.po  #-#-#-#-#\n${entry}`, 7, 1, /msgcat merge/u],
  ["msgcat's mark in a note", `${header}#. #-#-#-#-#  a.po  #-#-#-#-#\n${entry}`, 7, 1, /msgcat merge/u],
  [
    "msgcat's mark in the header",
    header.replace('"Lang', '"#-#-#-#-#  a.po  #-#-#-#-#\\n"\n"Lang'),
    4,
    1,
    /msgcat merge/u,
  ],
  ["a conflict in a comment", `${header}# <<<<<<< HEAD\n${entry}`, 7, 1, /git merge/u],
  ["a conflict in a note", `${header}#. >>>>>>> main\n${entry}`, 7, 1, /git merge/u],
  ["a conflict in a text", `${header}msgid "a"\nmsgstr "b\\n=======\\nc"\n`, 7, 1, /git merge/u],
  ["a conflict in a msgid", `${header}msgid "<<<<<<< HEAD\\na"\nmsgstr "b"\n`, 7, 1, /git merge/u],
  ["no header", entry, 1, 1, /^This catalog has no header/u],
  ["comments alone", "# Kari\n", 1, 1, /^This catalog has no header/u],
  ["nothing at all", "", 1, 1, /^This catalog is empty; restore it from git or delete it\.$/u],
  ["nothing but blanks", " \n\u00A0\n", 1, 1, /^This catalog is empty/u],
  ["nothing but a byte order mark", "\uFEFF", 1, 1, /^This catalog is empty/u],
  [
    "another charset",
    `${header.replace("UTF-8", "ISO-8859-1")}${entry}`,
    5,
    36,
    /as ISO-8859-1; catalogs must be UTF-8/u,
  ],
];

describe("a broken catalog is refused, with the place of each mistake", () => {
  test.each(broken)("%s", (_, text, line, column, reason) => {
    const mistakes = mistakesIn(text);
    const meant = mistakes.find((mistake) => reason.test(mistake.reason));
    expect(meant, JSON.stringify(mistakes)).toMatchObject({ line, column });
    expect(readCatalog(text).catalog).toBeUndefined();
  });

  test("with Windows line ends the places are the same", () => {
    for (const [name, text, line, column, reason] of broken) {
      const meant = mistakesIn(text.replaceAll("\n", "\r\n")).find((mistake) => reason.test(mistake.reason));
      expect(meant, name).toMatchObject({ line, column });
    }
  });

  test("whatever is cut off at the end, no entry is misread: there is an error, or whole entries are missing", () => {
    const whole = `${header}# approved: 2026-11-22 0123456789abcdef0123456789abcdef Kari Nordmann\n#, fuzzy\n#| msgid "gammel"\nmsgctxt "title"\nmsgid "en \\"to\\" tre"\n"fire"\nmsgstr "one"\n" two"\n\n#~ msgid "x"\n#~ msgstr "y"\n`;
    const all = (readCatalog(whole).catalog?.entries ?? []).map(({ context, source: id, translation: text }) => ({
      context,
      id,
      text,
    }));
    expect(all).toHaveLength(2);
    for (let length = 0; length < whole.length; length++) {
      const { catalog } = readCatalog(whole.slice(0, length));
      for (const [index, { context, source: id, translation: text }] of (catalog?.entries ?? []).entries()) {
        // A text that goes on in the next line is the one thing whose loss at a line's end no reader can see.
        expect({ context, id, text: index === 0 && text === "one" ? "one two" : text }).toEqual(all[index]);
      }
    }
  });
});

const character = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(...Array.from("abc æøå<>/&;'\"\\\n\t\r%{}#|~«»\u00A0\u2028\u200B\u202E😀")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);
const text = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map((characters) => characters.filter((char) => forbiddenCharacterIn(char) === undefined).join(""))
  .filter((value) => value !== "" && forbiddenCharacterIn(value) === undefined);
const comment = fc.constantFrom(
  "#",
  "# approved: 2026-11-22 0123456789abcdef0123456789abcdef Kari Nordmann",
  "# malvakt-ignore number: av en grunn",
  "#uten blank",
  "#  to blanke ",
  "#. Paragraph",
  "#.",
  "#: content/nb/ims.md:12",
  "#, fuzzy, no-wrap",
  "#= fuzzy, c-format",
  "#@ merkelig",
);

/** A quoted text, folded into several lines at any place. */
const quoted = (value: string, folds: readonly number[], mark: string): string => {
  const escaped = Array.from(
    value,
    (char) =>
      ({
        '"': '\\"',
        "\\": "\\\\",
        "\n": "\\n",
        "\r": "\\r",
      })[char] ?? char,
  );
  for (const fold of folds.toSorted((a, b) => b - a)) escaped.splice(fold % (escaped.length + 1), 0, `"\n${mark}"`);
  return `"${escaped.join("")}"`;
};

const generated = fc
  .record({
    header: fc.constantFrom(header, header.trimEnd(), `# Kari\n#\n${header}`, 'msgid ""\nmsgstr ""\n\n'),
    entries: fc.uniqueArray(
      fc.record({
        context: fc.option(text, { nil: undefined }),
        id: text,
        text: fc.oneof(fc.constant(""), text),
        previous: fc.option(text, { nil: undefined }),
        comments: fc.array(comment, { maxLength: 3 }),
        folds: fc.array(fc.nat(20), { maxLength: 3 }),
        obsolete: fc.boolean(),
        between: fc.constantFrom("\n", "\n\n", "", "\n# alene\n\n", "  \n"),
        blank: fc.constantFrom(" ", "  ", "\t"),
      }),
      { selector: ({ context = "", id }) => `${context}\u0004${id}`, maxLength: 5 },
    ),
    tail: fc.constantFrom("", "\n", "\n\n", "\n# det siste ordet\n", "#~ \n"),
    newline: fc.constantFrom("\n", "\r\n"),
    mark: fc.constantFrom("", "\uFEFF"),
    atTheEnd: fc.constantFrom("", "no newline"),
  })
  .map(({ header, entries, tail, newline, mark, atTheEnd }) => {
    const lines = entries.map(({ context, id, text, previous, comments, folds, obsolete, between, blank }) => {
      const tilde = obsolete ? "#~ " : "";
      return [
        ...comments,
        ...(previous === undefined ? [] : [`#${obsolete ? "~" : ""}| msgid ${quoted(previous, [], "")}`]),
        ...(context === undefined ? [] : [`${tilde}msgctxt${blank}${quoted(context, folds, tilde)}`]),
        `${tilde}msgid${blank}${quoted(id, folds, tilde)}`,
        `${tilde}msgstr${blank}${quoted(text, folds, tilde)}`,
        between,
      ].join("\n");
    });
    const file = `${header}${header.endsWith("\n") ? "" : "\n\n"}${lines.join("")}${tail}`;
    const ended = atTheEnd === "" ? file : file.replace(/\n+$/u, "");
    return { file: mark + ended.replaceAll("\n", newline), entries };
  });

describe("writing what was read", () => {
  test("changes no byte, and loses no text", () => {
    fc.assert(
      fc.property(generated, ({ file, entries }) => {
        const { catalog, mistakes } = readCatalog(file);
        expect(mistakes).toEqual([]);
        if (!catalog) return;
        expect(writeCatalog(catalog)).toBe(file);
        expect(
          catalog.entries.map(({ context, source: id, translation: text, obsolete }) => ({
            context,
            id,
            text,
            obsolete,
          })),
        ).toEqual(entries.map(({ context = "", id, text, obsolete }) => ({ context, id, text, obsolete })));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["entries with no line between them", `${header}${entry}msgid "c"\nmsgstr "d"\n#~ msgid "e"\n#~ msgstr "f"`],
    ["no last line end", `${header}msgid "a"\nmsgstr "b"`],
    ["a byte order mark", `\uFEFF${header}${entry}`.replaceAll("\n", "\r\n")],
    ["comments that belong to nothing", `# a\n\n${header}# b\n\n${entry}\n# c\n\n# d\n`],
    ["a header alone", header.trim()],
  ])("changes no byte: %s", (_, file) => {
    const { catalog } = readCatalog(file);
    expect(catalog && writeCatalog(catalog)).toBe(file);
  });

  test("with these very texts in other entries changes no byte of them, and what was changed is read again", () => {
    fc.assert(
      fc.property(generated, fc.nat(4), text, ({ file }, at, translation) => {
        const { catalog } = readCatalog(file);
        const entry = catalog?.entries[at % catalog.entries.length];
        if (!catalog || !entry || entry.obsolete) return;
        const change = (one: Entry): Entry =>
          one === entry ? approve(setTranslation(one, translation), "en", "Kari Nordmann", "2026-11-22") : one;
        const written = writeCatalog({ ...catalog, entries: catalog.entries.map(change) });
        const again = readCatalog(written);
        expect(again.mistakes).toEqual([]);
        for (const [index, one] of (again.catalog?.entries ?? []).entries()) {
          const before = catalog.entries[index];
          if (before === entry)
            expect(one).toMatchObject({ context: entry.context, source: entry.source, translation, fuzzy: false });
          else expect(one.raw?.lines.trimEnd()).toBe(before?.raw?.lines.trimEnd());
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a new entry can be read again, whatever its texts", () => {
    fc.assert(
      fc.property(text, text, text, (context, id, translation) => {
        const entry = { ...newEntry(context, id, []), translation, previous: id };
        const written = header + writeEntry(entry);
        const { catalog, mistakes } = readCatalog(written);
        expect(mistakes).toEqual([]);
        expect(catalog?.entries).toMatchObject([{ context, source: id, translation, previous: id }]);
      }),
    );
  });
});

describe("the catalog of any page can be read again", () => {
  test.each([
    ["an image whose text goes over two lines", "![et\nbilde](a.png) ord\n"],
    ["an address with a line break in it", '<a href="a\nb">ord</a> <img src="a\nb" alt="bilde"> ord\n'],
    ["quotation marks and backslashes", '«a» "b" \\\\ c\\\\n "d"\n'],
    ["separators of Unicode", "a\u2028b\u2029c\u00A0d\n"],
    ["a comment for translators over several lines", "<!-- i18n:comment: en\n\nlang \u2028 merknad -->\n\nOrd\n"],
  ])("%s", (_, body) => {
    const { page, mistakes } = readPage(`---\ntitle: T\n---\n\n${body}`, "x");
    expect(mistakes).toEqual([]);
    const written = writeCatalog(bringInStep(newCatalog("en", "nb"), page?.units ?? [], "en"));
    const reading = readCatalog(written);
    expect(reading.mistakes).toEqual([]);
    expect(reading.catalog?.entries.map(({ context, source: id }) => [context, id])).toEqual(
      page?.units.map(({ context, text }) => [context, text]),
    );
    // Bringing it in step again changes nothing.
    expect(reading.catalog && writeCatalog(bringInStep(reading.catalog, page?.units ?? [], "en"))).toBe(written);
  });

  test("a page with a control character is an error with its place, and no catalog is made from it", () => {
    const { page, mistakes } = readPage("---\ntitle: T\n---\n\nTekst \u001B[31m\n", "x");
    expect(page).toBeUndefined();
    expect(mistakes).toMatchObject([{ start: 24, reason: { values: { name: "U+001B" } } }]);
  });
});
