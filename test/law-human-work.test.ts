// Law 3, human work is sacred: no command changes or drops approved text, whatever happens to a page.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { stateOf } from "../src/core/catalog/state.ts";
import { bringInStep } from "../src/core/catalog/step.ts";
import { newCatalog, writeCatalog } from "../src/core/catalog/write.ts";
import { readPage } from "../src/core/page/page.ts";
import { catalogText, entriesIn, hashOf, plainEntry, quoted } from "./catalog-by-hand.ts";
import { readTree } from "./site-case.mjs";
import { runHere } from "./stand-in/run-here.ts";

const hash = hashOf("en", "", "Gå hjem.", "Go home.");
const other = "0123456789abcdef0123456789abcdef";
const draft = `# draft: 2026-11-22 ${hashOf("en", "", "Gå hjem.")} deepl\n`;
const oldDraft = `# draft: 2026-11-22 ${other} deepl\n`;
const approved = `# approved: 2026-11-22 ${hash} Kari Nordmann\n`;
const oldApproved = `# approved: 2026-11-20 ${other} Ola Nordmann\n`;
const firstDraft = `# draft: deepl 2026-11-22 ${hashOf("", "Gå hjem.").slice(0, 12)}\n`;
const firstApproved = `# approved: 2026-11-22 Kari Nordmann ${hashOf("", "Gå hjem.", "Go home.").slice(0, 12)}\n`;
const german = `# approved: 2026-11-22 ${hashOf("de", "", "Gå hjem.", "Go home.")} Kari Nordmann\n`;
const pair = 'msgid "Gå hjem."\nmsgstr "Go home."\n';
const previous = '#| msgid "Gå."\n';

describe("the state of an entry", () => {
  test.each<[state: string, what: string, lines: string]>([
    ["untranslated", "no text", 'msgid "Gå hjem."\nmsgstr ""\n'],
    ["untranslated", "no text, though approved", `${approved}msgid "Gå hjem."\nmsgstr ""\n`],
    ["untranslated", "no text, though fuzzy", `#, fuzzy\n${previous}msgid "Gå hjem."\nmsgstr ""\n`],
    ["untranslated", "a blank text", 'msgid "Gå hjem."\nmsgstr " "\n'],
    ["stale", "fuzzy, with the text it was approved for", `#, fuzzy\n${previous}${pair}`],
    ["stale", "the same with an approval that holds", `${approved}#, fuzzy\n${previous}${pair}`],
    ["stale", "the same with a draft that holds", `${draft}#, fuzzy\n${previous}${pair}`],
    ["stale", "fuzzy, with a draft line that does not hold", `${oldDraft}#, fuzzy\n${pair}`],
    ["stale", "fuzzy, with an approval line that does not hold", `${oldApproved}#, fuzzy\n${pair}`],
    ["draft", "fuzzy, and drafted for this source", `${draft}#, fuzzy\n${pair}`],
    ["draft", "the same with #=", `${draft}#= fuzzy\n${pair}`],
    ["draft", "the same, with a person's edit", `${draft}#, fuzzy\n${pair.replace("Go home", "Please go home")}`],
    ["draft", "a workflow flag that is not known", `${draft}#= needs-work\n${pair}`],
    ["draft", "fuzzy, and no line of ours: a person is at work on it", `#, fuzzy\n${pair}`],
    ["draft", "the same, with prose that begins as our lines do", `# draft: must ask Kari\n#, fuzzy\n${pair}`],
    ["draft", "the same, with a draft that a person took over", `# drafted: 2026-11-22 deepl\n#, fuzzy\n${pair}`],
    ["draft", "a draft line of the old form", `${firstDraft}#, fuzzy\n${pair}`],
    [
      "stale",
      "a draft line of the old form for another source",
      `${firstDraft}#, fuzzy\n${pair.replace("Gå", "Gikk")}`,
    ],
    ["unsigned", "an approval of the old form, which says no language", `${firstApproved}${pair}`],
    ["unsigned", "the same, marked as needing work", `${firstApproved}#, fuzzy\n${pair}`],
    ["unsigned", "an approval for another language", `${german}${pair}`],
    ["approved", "a name that a tool folded", `${approved.replace("Kari", "Kari\n#")}${pair}`],
    ["approved", "an approval that holds", `${approved}${pair}`],
    ["approved", "one of several lines holds", `${oldApproved}${approved}${oldApproved}${pair}`],
    ["approved", "a left-over draft line", `${oldDraft}${approved}${pair}`],
    ["approved", "left-over previous text", `${approved}${previous}${pair}`],
    ["approved", "flags that say nothing of work", `${approved}#, no-wrap, c-format\n#= c-format, no-wrap\n${pair}`],
    ["approved", "Windows line ends", `${approved}${pair}`.replaceAll("\n", "\r\n")],
    ["unsigned", "text and nothing else", pair],
    ["unsigned", "an approval of another text", `${oldApproved}${pair}`],
    ["unsigned", "an approval, and the text edited by hand", `${approved}${pair.replace("Go home", "Stay")}`],
    ["unsigned", "an approval, and the source edited by hand", `${approved}${pair.replace("Gå hjem", "Bli")}`],
    ["unsigned", "an approval, and a context added", `${approved}msgctxt "title"\n${pair}`],
    ["unsigned", "a draft that someone took the flag from", `${draft}${pair}`],
    ["unsigned", "approved, but marked as needing work", `${approved}#, fuzzy\n${pair}`],
    ["unsigned", "approved, but marked so with #=", `${approved}#= fuzzy\n${pair}`],
    ["unsigned", "an approval without a date", `# approved: ${hash} Kari Nordmann\n${pair}`],
    ["unsigned", "an approval without a name", `# approved: 2026-11-22 ${hash}\n${pair}`],
    ["unsigned", "an approval without a hash", `# approved: 2026-11-22 Kari Nordmann\n${pair}`],
    ["unsigned", "an approval in a comment for translators", `#. ${approved.slice(2)}${pair}`],
    ["unsigned", "an approval in other words", `# Approved: 2026-11-22 ${hash} Kari Nordmann\n${pair}`],
  ])("%s: %s", (state, _, lines) => {
    const [entry] = readCatalog(catalogText("en", [lines])).catalog?.entries ?? [];
    expect(entry && stateOf(entry, "en")).toBe(state);
  });

  test("a hash is over context, source and text, joined by U+0004, as the format says", () => {
    expect(hash).toBe("595ed756728f1a8c977cdddeb3dd7781");
    const lines = `# approved: 2026-11-22 ${hashOf("en", "alt", "a", "b")} K\nmsgctxt "alt"\nmsgid "a"\nmsgstr "b"\n`;
    const [entry] = readCatalog(catalogText("en", [lines])).catalog?.entries ?? [];
    expect(entry && stateOf(entry, "en")).toBe("approved");
  });
});

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A project with one page in two languages, all of it approved and published. */
async function clinic(body: string, languages = ["en", "de"]): Promise<Clinic> {
  const folder = mkdtempSync(join(tmpdir(), "malvakt-law-"));
  folders.push(folder);
  const project = new Clinic(folder);
  project.write("malvakt.yaml", `source: nb\nlanguages:\n${languages.map((code) => `  ${code}: {}\n`).join("")}`);
  project.write("content/nb/side.md", `---\ntitle: Massasje\n---\n\n${body}`);
  await project.run("draft");
  for (const language of languages) {
    project.translate(language, ({ source: id }) => `${language} ${id}`);
    await project.run("approve", `content/${language}/side.po`, "--by", "Kari Nordmann");
  }
  const { exitCode } = await project.run("build");
  expect(exitCode).toBe(0);
  for (const language of languages) expect(project.statuses()[language]).toBe("approved");
  return project;
}

class Clinic {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }
  run(...args: string[]): ReturnType<typeof runHere> {
    return runHere(this.folder, args);
  }
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
  change(path: string, from: string, to: string): void {
    expect(this.read(path)).toContain(from);
    this.write(path, this.read(path).replace(from, to));
  }
  rename(from: string, to: string): void {
    renameSync(join(this.folder, from), join(this.folder, to));
  }
  /** A person writes the missing and stale texts of the page by hand, and takes the flags away. */
  translate(language: string, textOf: (entry: { context: string; source: string }) => string, page = "side"): void {
    const path = `content/${language}/${page}.po`;
    let catalog = this.read(path);
    for (const { lines, obsolete, context, id, text } of entriesIn(catalog)) {
      if (obsolete || (text !== "" && !lines.includes("#, fuzzy"))) continue;
      const kept = lines.split("\n").filter((line) => /^#\./u.test(line));
      const fresh = [...kept, plainEntry({ context, id, text: textOf({ context, source: id }) }).trimEnd()].join("\n");
      catalog = catalog.replace(lines.trimEnd(), () => fresh);
    }
    this.write(path, catalog);
  }

  /** What the page shows in a language, whatever its article says of it. */
  published(language: string): string {
    return this.read(`dist/${language}/side.html`).replace(/<article[^>]*>/u, "<article>");
  }
  statuses(page = "side"): Record<string, string> {
    const manifest = JSON.parse(this.read("dist/manifest.json")) as {
      pages: Record<string, Record<string, { status: string }>>;
    };
    return Object.fromEntries(Object.entries(manifest.pages[page] ?? {}).map(([code, { status }]) => [code, status]));
  }
  /** The state of each live entry by the text of its source. */
  states(language: string, page = "side"): Record<string, string> {
    const entries = readCatalog(this.read(`content/${language}/${page}.po`)).catalog?.entries ?? [];
    return Object.fromEntries(
      entries.filter(({ obsolete }) => !obsolete).map((entry) => [entry.source, stateOf(entry, language)]),
    );
  }
  /** Every approved pair that any catalog of the project holds, live or as memory. */
  approvedPairs(): Set<string> {
    const catalogs = [...readTree(this.folder)].filter(([path]) => path.endsWith(".po"));
    return new Set(
      catalogs.flatMap(([path, bytes]) =>
        entriesIn(bytes.toString("utf8"))
          .filter(({ context, id, text, lines }) => lines.includes(hashOf(path.split("/")[1] ?? "", context, id, text)))
          .map(({ context, id, text }) => JSON.stringify([path.split("/")[1], context, id, text])),
      ),
    );
  }
}

const body = "# Massasje\n\nMassasje løser opp stive muskler.\n\nTimen varer en halv time hos oss på klinikken.\n";

describe("a page changes", () => {
  test("a source sentence changes: that unit is stale, the others stay approved, what is published stays", async () => {
    const project = await clinic(body);
    const before = project.approvedPairs();
    const [english, german] = [project.published("en"), project.published("de")];
    project.change("content/nb/side.md", "en halv time", "en hel time");
    await project.run("draft");
    expect(project.states("en")).toEqual({
      Massasje: "approved",
      "Massasje løser opp stive muskler.": "approved",
      "Timen varer en hel time hos oss på klinikken.": "stale",
    });
    expect(project.read("content/en/side.po")).toContain(
      '#| msgid "Timen varer en halv time hos oss på klinikken."\nmsgid "Timen varer en hel time hos oss på klinikken."\nmsgstr "en Timen varer en halv time hos oss på klinikken."\n',
    );
    expect(project.approvedPairs()).toEqual(before);
    await project.run("build");
    expect(project.statuses()).toEqual({ nb: "source", en: "stale", de: "stale" });
    expect(project.read("dist/nb/side.html")).toContain("en hel time");
    expect([project.published("en"), project.published("de")]).toEqual([english, german]);

    // One language is translated and approved: it is published, the other one stays as it was.
    project.translate("en", () => "A session lasts an hour.");
    expect(project.states("en")["Timen varer en hel time hos oss på klinikken."]).toBe("unsigned");
    await project.run("build");
    expect(project.statuses()).toEqual({ nb: "source", en: "stale", de: "stale" });
    await project.run("approve", "content/en/side.po", "--by", "Ola Nordmann");
    await project.run("build");
    expect(project.statuses()).toEqual({ nb: "source", en: "approved", de: "stale" });
    expect(project.read("dist/en/side.html")).toContain("A session lasts an hour.");
    expect(project.published("de")).toBe(german);
    for (const one of before) expect(project.approvedPairs()).toContain(one);

    // The old sentence comes back: its approval too, without anyone's work.
    project.change("content/nb/side.md", "en hel time", "en halv time");
    await project.run("build");
    expect(project.statuses()).toEqual({ nb: "source", en: "approved", de: "approved" });
    expect(project.published("en")).toBe(english);
  });

  test("a paragraph is moved, split, deleted and brought back: approvals go along", async () => {
    const project = await clinic(body, ["en"]);
    const page = project.read("content/nb/side.md");
    const before = project.approvedPairs();
    const [first, second] = ["Massasje løser opp stive muskler.", "Timen varer en halv time hos oss på klinikken."];
    project.write("content/nb/side.md", page.replace(first, "@").replace(second, first).replace("@", second));
    await project.run("draft");
    expect(Object.values(project.states("en"))).toEqual(["approved", "approved", "approved"]);
    await project.run("build");
    expect(project.statuses()["en"]).toBe("approved");

    project.write("content/nb/side.md", page.replace(second, "Timen varer en halv time.\n\nHos oss på klinikken."));
    await project.run("draft");
    expect(project.approvedPairs()).toEqual(before);

    project.write("content/nb/side.md", page.replace(second, ""));
    await project.run("draft");
    await project.run("build");
    expect(project.statuses()["en"]).toBe("approved");
    expect(project.approvedPairs()).toEqual(before);

    project.write("content/nb/side.md", page);
    await project.run("draft");
    expect(Object.values(project.states("en"))).toEqual(["approved", "approved", "approved"]);
    expect(project.approvedPairs()).toEqual(before);
  });

  test("a page is renamed, deleted and brought back: no approval is lost", async () => {
    const project = await clinic(body, ["en"]);
    const before = project.approvedPairs();
    project.rename("content/nb/side.md", "content/nb/massasje.md");
    await project.run("draft");
    await project.run("build");
    expect(project.statuses("massasje")).toEqual({ nb: "source", en: "approved" });
    expect(project.statuses("side")).toEqual({});
    expect(project.approvedPairs()).toEqual(before);
    const page = project.read("content/nb/massasje.md");
    // The only page of a site is never taken for one that was deleted.
    project.write("content/nb/annen.md", "---\ntitle: Annen\ntranslate: false\n---\n\nTekst.\n");
    rmSync(join(project.folder, "content/nb/massasje.md"));
    await project.run("draft");
    const { exitCode, stdout } = await project.run("build");
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("kept as translation memory")]);
    expect([...readTree(join(project.folder, "dist")).keys()].filter((path) => path.endsWith(".html"))).toEqual([
      "nb/annen.above.html",
      "nb/annen.embed.html",
      "nb/annen.frame.html",
      "nb/annen.head.html",
      "nb/annen.html",
    ]);
    expect(project.approvedPairs()).toEqual(before);
    project.write("content/nb/helt-ny.md", page);
    await project.run("build");
    expect(project.statuses("helt-ny")).toEqual({ nb: "source", en: "approved" });
  });

  test("a dose in code changes: it is not approved any more, and the old text is not published under the new one", async () => {
    const project = await clinic("Ta `5 mg` hver dag til maten i en uke.\n", ["en"]);
    project.change("content/nb/side.md", "`5 mg`", "`50 mg`");
    await project.run("draft");
    expect(project.states("en")["Ta <code>50 mg</code> hver dag til maten i en uke."]).toBe("stale");
    await project.run("build");
    expect(project.statuses()["en"]).toBe("stale");
    expect(project.read("dist/en/side.html")).toContain("<code>5 mg</code>");
    // Signing what was there before is refused: the code is another.
    project.translate("en", () => "en Ta <code>5 mg</code> hver dag til maten i en uke.");
    const { exitCode, stdout } = await project.run("approve", "content/en/side.po", "--by", "Kari Nordmann");
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("Code differs from the source.")]);
  });

  test("an approved text is edited by hand: it is unsigned, and the new text is not published", async () => {
    const project = await clinic(body, ["en"]);
    const english = project.published("en");
    project.change("content/en/side.po", '"en Massasje løser', '"en Massage løser');
    expect(project.states("en")["Massasje løser opp stive muskler."]).toBe("unsigned");
    await project.run("draft");
    const { exitCode } = await project.run("build");
    expect(exitCode).toBe(0);
    expect(project.statuses()["en"]).toBe("stale");
    expect(project.published("en")).toBe(english);
    expect(project.read("content/en/side.po")).toContain("en Massage løser");
  });

  test("`approve` signs what is unsigned and changes no other byte", async () => {
    const project = await clinic(body, ["en"]);
    const before = project.read("content/en/side.po");
    await project.run("approve", "content/en/side.po", "--by", "Ola Nordmann");
    expect(project.read("content/en/side.po")).toBe(before);
    const unsigned = before.replace(/^# approved: .*\n(?=#\. Heading)/mu, "");
    expect(unsigned).not.toBe(before);
    project.write("content/en/side.po", unsigned.replaceAll("\n", "\r\n"));
    await project.run("approve", "content/en/side.po", "--by", "Ola  Nordmann ");
    const line = `# approved: 2026-11-22 ${hashOf("en", "", "Massasje", "en Massasje")} Ola Nordmann\n`;
    expect(project.read("content/en/side.po")).toBe(
      unsigned.replace("#. Heading", `${line}#. Heading`).replaceAll("\n", "\r\n"),
    );
  });

  test("a link's address changes: the approval stays, and every language leads to the new place", async () => {
    const project = await clinic("Les om [massasje](https://example.com/a) her.\n", ["en"]);
    project.change("content/nb/side.md", "example.com/a", "example.com/b");
    await project.run("build");
    expect(project.statuses()["en"]).toBe("approved");
    expect(project.read("dist/en/side.html")).toContain('href="https://example.com/b"');
  });

  test("a command that is stopped between its files leaves a project that builds to the same", async () => {
    const project = await clinic(body, ["en"]);
    const whole = readTree(join(project.folder, "dist"));
    for (const path of ["dist/manifest.json", "dist/en/side.html", "dist/nb/side.head.html"]) {
      rmSync(join(project.folder, path));
      await project.run("build");
      expect(readTree(join(project.folder, "dist"))).toEqual(whole);
    }
  });
});

/** Sentences that resemble each other, as versions of a text do, and some that do not. */
const sentences = ["timen", "kuren", "prøven"].flatMap((noun) =>
  ["en halv time", "en hel time", "to hele timer", "`5 mg`", "*nesten* en time"].map(
    (time) => `Den første ${noun} varer ${time} hos oss på klinikken.`,
  ),
);
const texts = [
  ...sentences,
  "Velkommen.",
  "Ring oss.",
  "# Velkommen.",
  "![Et kne](a.png)",
  "- Ring oss.\n- Kom innom.",
];

type Edit =
  | { kind: "insert"; at: number; text: string }
  | { kind: "replace"; at: number; text: string }
  | { kind: "delete"; at: number }
  | { kind: "move"; at: number; to: number }
  | { kind: "title"; text: string };
type Person = { kind: "approve" | "edit" | "flag" | "empty"; at: number; word: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(8), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant("replace" as const), at: fc.nat(8), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(8) }),
  fc.record({ kind: fc.constant("move" as const), at: fc.nat(8), to: fc.nat(8) }),
  fc.record({ kind: fc.constant("title" as const), text: fc.constantFrom("Velkommen", "Om oss", "Om timen") }),
);
const person = fc.record({
  kind: fc.constantFrom(
    "approve" as const,
    "approve" as const,
    "approve" as const,
    "edit" as const,
    "flag" as const,
    "empty" as const,
  ),
  at: fc.nat(12),
  word: fc.constantFrom("a", "b", "c"),
});

function applyEdit(blocks: readonly string[], change: Exclude<Edit, { kind: "title" }>): string[] {
  const at = change.at % (blocks.length + 1);
  if (change.kind === "insert") return [...blocks.slice(0, at), change.text, ...blocks.slice(at)];
  if (change.kind === "replace") return blocks.map((block, index) => (index === at ? change.text : block));
  const rest = blocks.filter((_, index) => index !== at);
  if (change.kind === "delete") return rest;
  const to = change.to % (rest.length + 1);
  return [...rest.slice(0, to), ...blocks.slice(at, at + 1), ...rest.slice(to)];
}

const keyOf = (entry: { context: string; id: string }): string => JSON.stringify([entry.context, entry.id]);

/** What a person does to one entry in an editor; `signed` remembers what has been approved and not been undone. */
function act(catalog: string, { kind, at, word }: Person, signed: Map<string, string>): string {
  const live = entriesIn(catalog).filter(({ obsolete }) => !obsolete);
  const entry = live[at % live.length];
  if (!entry) return catalog;
  const { context, id, text, lines } = entry;
  const replaceBy = (fresh: string): string => catalog.replace(lines.trimEnd(), () => fresh.trimEnd());
  const tags = id.match(/<(code|em)>.*<\/\1>|<img\/>/u)?.[0] ?? "";
  if (kind === "approve") {
    const translation = text !== "" && word === "a" ? text : `${word} ${tags} ${id.length}`;
    signed.set(keyOf(entry), translation);
    const notes = lines.split("\n").filter((line) => /^#\./u.test(line));
    const line = `# approved: 2026-11-22 ${hashOf("en", context, id, translation)} Kari Nordmann`;
    return replaceBy([line, ...notes, plainEntry({ context, id, text: translation })].join("\n"));
  }
  if (kind === "edit" || kind === "empty") {
    signed.delete(keyOf(entry));
    return replaceBy(
      lines.replace(/^msgstr .*$/mu, () => `msgstr ${quoted(kind === "empty" ? "" : `${word} edited`)}`),
    );
  }
  if (lines.includes("#, fuzzy")) return catalog;
  const flag = word === "a" ? "#, fuzzy\n" : `#, fuzzy\n#| msgid ${quoted(`${word} gammel`)}\n`;
  return replaceBy(lines.replace(/^(?=msg)/mu, flag));
}

test("whatever is done to a page, no approved pair is ever gone, and one whose source is there again is approved again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(edit, fc.array(person, { maxLength: 3 })), { minLength: 1, maxLength: 12 }),
      (steps) => {
        let blocks = texts.slice(0, 3);
        let title = "Velkommen";
        let catalog = writeCatalog(newCatalog("en", "nb"));
        const signed = new Map<string, string>();
        for (const [change, people] of steps) {
          if (change.kind === "title") title = change.text;
          else blocks = applyEdit(blocks, change);
          const { page } = readPage(`---\ntitle: ${title}\n---\n\n${blocks.join("\n\n")}\n`, "side");
          const units = page?.units ?? [];
          const reading = readCatalog(catalog);
          expect(reading.mistakes).toEqual([]);
          if (!reading.catalog) return;
          catalog = writeCatalog(bringInStep(reading.catalog, units, "en"));
          const again = readCatalog(catalog);
          expect(again.mistakes).toEqual([]);
          if (!again.catalog) return;
          expect(writeCatalog(again.catalog)).toBe(catalog);
          expect(writeCatalog(bringInStep(again.catalog, units, "en"))).toBe(catalog);

          const entries = entriesIn(catalog);
          const live = entries.filter(({ obsolete }) => !obsolete);
          expect(live.map(({ context, id }) => [context, id])).toEqual(
            units.map(({ context, text }) => [context, text]),
          );
          for (const [key, text] of signed) {
            const holding = entries.find((entry) => keyOf(entry) === key && entry.text === text);
            expect(holding, `${key} approved as ${text} is gone from\n${catalog}`).toBeDefined();
            expect(holding?.lines).toContain(hashOf("en", holding?.context ?? "", holding?.id ?? "", text));
          }
          for (const entry of again.catalog.entries) {
            if (
              entry.obsolete ||
              signed.get(keyOf({ context: entry.context, id: entry.source })) !== entry.translation ||
              entry.fuzzy
            )
              continue;
            expect(stateOf(entry, "en")).toBe("approved");
          }
          for (const one of people) catalog = act(catalog, one, signed);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("a change of a text that was approved after an earlier change tells the text it was approved for, not the first one", () => {
  const old = `# approved: 2026-11-22 ${hashOf("en", "", "Timen varer en hel time.", "An hour.")} Kari Nordmann\n#| msgid "Timen varer en halv time."\nmsgid "Timen varer en hel time."\nmsgstr "An hour."\n`;
  const { catalog } = readCatalog(catalogText("en", [old]));
  const stepped =
    catalog && bringInStep(catalog, [{ context: "", text: "Timen varer nå en hel time.", notes: [] }], "en");
  expect(stepped?.entries.map(({ source: id, previous, obsolete }) => ({ id, previous, obsolete }))).toEqual([
    { id: "Timen varer nå en hel time.", previous: "Timen varer en hel time.", obsolete: false },
    { id: "Timen varer en hel time.", previous: "Timen varer en halv time.", obsolete: true },
  ]);
});
