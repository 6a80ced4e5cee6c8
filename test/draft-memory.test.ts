// Memory: what people have approved is used again, safely or not at all, and what comes from it is a draft.
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { newEntry, type Entry } from "../src/core/catalog/entry.ts";
import { approve, setDraft } from "../src/core/catalog/sign.ts";
import { stateOf } from "../src/core/catalog/state.ts";
import { buildMemory, recallSentences, recallSimilar, recallUnit } from "../src/core/draft/memory.ts";
import { startDeepl, type StandIn } from "./stand-in/deepl.ts";
import { access, charactersOf, makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";

const open: { close: () => Promise<void> }[] = [];
const projects: TestProject[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
  for (const project of projects.splice(0)) project.remove();
});

async function start(): Promise<StandIn> {
  const standIn = await startDeepl();
  open.push(standIn);
  return standIn;
}

function project(files: Record<string, string>, languages = ["en: { engine: deepl }"]): TestProject {
  const made = makeProject(files, languages);
  projects.push(made);
  return made;
}

const draft = (site: TestProject, standIn: StandIn, ...args: string[]): Promise<Ran> =>
  runCommand(site, ["draft", ...args], access(standIn));

const page = (title: string, ...blocks: string[]): string => `---\ntitle: ${title}\n---\n\n${blocks.join("\n\n")}\n`;

function approved(source: string, target: string, context = "", date = "2026-01-02"): Entry {
  return approve({ ...newEntry(context, source, []), translation: target }, "en", "Kari Nordmann", date);
}

describe("whole units", () => {
  test.each<[string, (site: TestProject) => void]>([
    ["another page", () => {}],
    [
      "an obsolete entry of a page that has changed",
      (site) => {
        site.write("content/nb/a.md", page("Gammel", "Noe helt annet står her nå."));
      },
    ],
    [
      "the catalog of a page that is gone",
      (site) => {
        site.write("content/nb/z.md", page("Ny", "Ring oss i dag."));
        site.write("content/nb/a.md", page("Ny"));
      },
    ],
    [
      "a page that is not translated any more",
      (site) => {
        site.write("content/nb/a.md", page("Gammel\ntranslate: false", "Ring oss i dag."));
      },
    ],
    [
      "a page that cannot be read just now",
      (site) => {
        site.write("content/nb/a.md", "---\ntitle: [\n---\n\nRing oss i dag.\n");
      },
    ],
  ])("come from %s, as drafts, without being asked for", async (_, change) => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Gammel", "Ring oss i dag.") });
    await draft(site, deepl);
    site.approveAll("en", "a", ({ source: id }) => (id === "Gammel" ? "Old" : "Call us today."));
    change(site);
    await draft(site, deepl, "a");
    const before = charactersOf(deepl.ledger);
    site.write("content/nb/b.md", page("Gammel", "- Ring oss i dag."));
    const ran = await draft(site, deepl, "b");
    expect(ran).toMatchObject({ code: 0, out: "en: 1 catalog updated, 2 units drafted (2 from memory).\n" });
    expect(charactersOf(deepl.ledger)).toBe(before);
    const entry = site.entries("en", "b").get("Ring oss i dag.");
    expect([entry?.translation, entry && stateOf(entry, "en")]).toEqual(["Call us today.", "draft"]);
    expect(entry?.comments).toEqual([expect.stringMatching(/^draft: \S+ \S+ memory$/u)]);
  });

  test("come from a catalog whose page was deleted", async () => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Ny"), "content/nb/b.md": page("Annen", "Ring oss &amp; kom.") });
    await draft(site, deepl);
    site.approveAll("en", "b", () => "Call us &amp; come.");
    site.write("content/en/gone.po", site.read("content/en/b.po"));
    site.write("content/nb/b.md", page("Annen"));
    site.write("content/en/b.po", "");
    site.write("content/nb/a.md", page("Ring oss & kom"));
    site.write("content/nb/c.md", page("Ny", "[Ring oss &amp; kom.](a.md)", "Ring oss &amp; kom."));
    const before = deepl.ledger.length;
    await draft(site, deepl, "c");
    expect(deepl.ledger.slice(before).map(({ text }) => text)).toEqual(["<a>Ring oss &amp; kom.</a>"]);
  });

  test("of equal texts that an author keeps apart, each has its own", () => {
    const memory = buildMemory(
      [
        approved("Sett", "Set", "context:noun"),
        approved("Sett", "Put", "context:verb", "2026-05-05"),
        approved("Hus", "House", "context:noun"),
      ],
      "nb",
      "en",
    );
    expect(recallUnit(memory, "context:noun", "Sett")).toBe("Set");
    expect(recallUnit(memory, "context:verb", "Sett")).toBe("Put");
    expect(recallUnit(memory, "", "Sett")).toBeUndefined();
    expect(recallUnit(memory, "", "Hus")).toBeUndefined();
    expect(recallSentences(memory, "", "Hus")[0]?.known).toBeUndefined();
    expect(recallSentences(memory, "context:other", "Hus")[0]?.known).toBeUndefined();
  });

  test("of one text the later approval counts, whatever the order of the files", () => {
    const [one, other] = [approved("Nål", "Needle"), approved("Nål", "A needle", "title", "2026-02-02")];
    for (const entries of [
      [one, other],
      [other, one],
    ])
      expect(recallUnit(buildMemory(entries, "nb", "en"), "", "Nål")).toBe("A needle");
  });

  test("plain and marked-up texts share what they can", () => {
    const memory = buildMemory(
      [approved("A & B <1>", "C & D <1>", "title"), approved("<b>Ja</b>", "<b>Yes</b>")],
      "nb",
      "en",
    );
    expect(recallUnit(memory, "", "A &amp; B &lt;1>")).toBe("C &amp; D &lt;1>");
    expect(recallUnit(memory, "alt", "A & B <1>")).toBe("C & D <1>");
    expect(recallUnit(memory, "", "A & B <1>")).toBeUndefined();
    expect(recallUnit(memory, "title", "<b>Ja</b>")).toBeUndefined();
  });

  test.each<[string, Entry]>([
    ["is fuzzy", { ...approved("Nål", "Needle"), fuzzy: true }],
    ["was changed after its approval", { ...approved("Nål", "Needle"), translation: "Pin" }],
    ["is not signed", { ...newEntry("", "Nål", []), translation: "Needle" }],
    ["has lost its tags, whoever signed it", approved("<b>Nål</b>", "Needle")],
    ["is a slug", approved("nal", "needle", "slug")],
  ])("a text that %s is no memory", (_, entry) => {
    const memory = buildMemory([entry], "nb", "en");
    expect([memory.units.size, memory.pairs.length]).toEqual([0, 0]);
  });
});

describe("sentences", () => {
  const languages = [
    "en: { engine: deepl }",
    "de: { engine: deepl }",
    "pl: { engine: deepl }",
    "sv: { engine: deepl }",
  ];
  const before = "Vi bruker tynne nåler. Behandlingen tar en halv time. Ring oss for å bestille.";
  const changed = "Behandlingen tar omtrent 🦴 førti minutter.";
  const after = before.replace("Behandlingen tar en halv time.", changed);
  const others = ["Vi holder til i Oslo. Vi har åpent hver dag.", "Les mer om [prisene](b.md) her."];

  test("a changed sentence costs that sentence in each language, and no other unit loses its approval", async () => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Om oss", before, ...others) }, languages);
    await draft(site, deepl);
    for (const code of ["en", "de", "pl", "sv"])
      site.approveAll(code, "a", ({ translation: text }) => text.replaceAll(`${code}:`, code.toUpperCase()));
    const wholePage = charactersOf(deepl.ledger);
    site.write("content/nb/a.md", page("Om oss", after, ...others));
    const first = deepl.ledger.length;
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(0);
    const charges = deepl.ledger.slice(first);
    expect(charges.map(({ text }) => text)).toEqual(Array.from({ length: 4 }, () => changed));
    expect(charactersOf(charges)).toBe(Array.from(changed).length * 4);
    expect(charactersOf(charges) * 3).toBeLessThan(wholePage);
    for (const code of ["en", "de", "pl", "sv"]) {
      const entries = site.entries(code, "a");
      for (const [id, entry] of entries) expect(stateOf(entry, code)).toBe(id === after ? "stale" : "approved");
      // Stale still, for a reviewer to see what has changed, with a draft for the text as it is now.
      expect(entries.get(after)).toMatchObject({ fuzzy: true, previous: before });
      expect(entries.get(after)?.comments).toEqual([expect.stringMatching(/^draft: \S+ \S+ deepl$/u)]);
      expect(entries.get(after)?.notes).toContainEqual(expect.stringMatching(/^similar \d+ %: /u));
      const word = (text: string, mark: string): string => text.replaceAll(/(?<!\p{L})(?=\p{L})/gu, mark);
      const [one = "", three = ""] = before.split("Behandlingen tar en halv time.");
      expect(entries.get(after)?.translation).toBe(
        word(one, code.toUpperCase()) + word(changed, `${code}:`) + word(three, code.toUpperCase()),
      );
    }
  });

  test("a term that an approved sentence lacks is no reason to pay for the unit again", async () => {
    const deepl = await start();
    const terms =
      "concepts:\n  - id: needle\n    terms:\n      nb: [{ term: nål, status: preferred }]\n      en: [{ term: needle, status: preferred }]\n";
    const site = project({
      "content/terms.yaml": terms,
      "content/nb/a.md": page("Om oss", "Vi bruker tynne nåler. Behandlingen tar en halv time."),
    });
    await draft(site, deepl);
    site.approveAll("en", "a", ({ source: id }) => id.toUpperCase());
    site.write("content/nb/a.md", page("Om oss", "Vi bruker tynne nåler. Behandlingen tar en hel time."));
    const first = deepl.ledger.length;
    await draft(site, deepl);
    expect(deepl.ledger.slice(first).map(({ text }) => text)).toEqual(["Behandlingen tar en hel time."]);
    const [entry] = [...site.entries("en", "a").values()].slice(-1);
    expect(entry?.translation).toBe("VI BRUKER TYNNE NÅLER. en:Behandlingen en:tar en:en en:hel en:time.");
  });

  const recalled = (entries: Entry[], text: string): (string | undefined)[] =>
    recallSentences(buildMemory(entries, "nb", "en"), "", text).map(({ known }) => known);

  test("are recalled where they were aligned safely", () => {
    const pair = approved("En nål. To <b>tynne</b> nåler.", "One needle. Two <b>thin</b> needles.");
    expect(recalled([pair], "Tre nåler. To <b>tynne</b> nåler. En nål.")).toEqual([
      undefined,
      "Two <b>thin</b> needles.",
      "One needle.",
    ]);
  });

  test.each<[string, string, string]>([
    ["as many", "En nål. To nåler.", "One needle and two needles."],
    ["as many, the other way round", "En nål og to nåler.", "One needle. Two needles."],
    [
      "the same tags in each",
      "<b>En</b> nål er nok. Vi har to <i>her</i>.",
      "An <i>one</i> is enough. We have <b>two</b>.",
    ],
    [
      "the same figures in each",
      "Vi har 2 nåler her. Vi har 3 klinikker.",
      "We have 3 clinics. We have 2 needles here.",
    ],
    [
      "lengths that fit",
      "Vi bruker tynne nåler. De er sterile. Behandlingen tar en time og kan gjentas.",
      "We use thin needles, and they are sterile. The treatment takes an hour. It can be repeated.",
    ],
  ])("are not recalled unless both texts have %s", (_, source, target) => {
    const sentences = source.split(/(?<=\.) /u);
    if (sentences.length < 2) sentences.push("Vi har mer.");
    const text = sentences.toReversed().join(" ");
    for (const known of recalled([approved(source, target)], text))
      expect(known === undefined || known === target).toBe(true);
    if (source.includes(". "))
      expect(recalled([approved(source, target)], text).every((known) => known === undefined)).toBe(true);
  });

  test("that people have translated in two ways are not recalled", () => {
    const pairs = [
      approved("Ring oss. Det er enkelt.", "Call us. It is easy."),
      approved("Ring oss. Vi svarer deg.", "Ring us. We answer you."),
    ];
    expect(recalled(pairs, "Ring oss. Det er enkelt. Takk.")).toEqual([undefined, "It is easy.", undefined]);
    expect(recalled([...pairs, approved("Ring oss.", "Call us.")], "Ring oss. Takk.")[0]).toBeUndefined();
  });

  test("are one sentence where an abbreviation stands between them", () => {
    const pair = approved("Spør dr. Hansen. Han vet det.", "Ask Dr. Hansen. He knows it.");
    expect(recalled([pair], "Spør dr. Hansen. Nei.")).toEqual(["Ask Dr. Hansen.", undefined]);
  });
});

test("nothing from memory is ever stored as approved", () => {
  const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== "");
  fc.assert(
    fc.property(text, text, text, (source, target, other) => {
      const pair = approved(source, target, "title");
      const memory = buildMemory([pair, approved(other, target, "alt")], "nb", "en");
      const known = recallUnit(memory, "title", source) ?? target;
      // Even where the entry still has the approval line of the very same texts.
      for (const old of [
        newEntry("title", source, []),
        { ...pair, raw: undefined },
        { ...pair, previous: other, fuzzy: true },
      ]) {
        const entry = setDraft(old, "en", { text: known, author: "memory", date: "2026-01-03" }, []);
        expect(stateOf(entry, "en")).not.toBe("approved");
        expect(entry.fuzzy).toBe(true);
      }
    }),
  );
});

test("the similar text that is found is the most alike of all", () => {
  const words = fc.array(fc.constantFrom(..."a b c d e f g h i j k l".split(" ")), { minLength: 1, maxLength: 8 });
  const likeness = (one: string, other: string): number => {
    const [mine, theirs] = [one.split(" "), other.split(" ")];
    const times = (words: readonly string[], wanted: string): number => words.filter((word) => word === wanted).length;
    const shared = [...new Set(mine)].map((word) => Math.min(times(mine, word), times(theirs, word)));
    return (2 * shared.reduce((sum, count) => sum + count, 0)) / (mine.length + theirs.length);
  };
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), words, (pairs, asked) => {
      const sources = pairs.map((pair) => pair.join(" "));
      const memory = buildMemory(
        sources.map((source) => approved(source, "x")),
        "nb",
        "en",
      );
      const best = Math.max(0, ...sources.map((source) => likeness(source, asked.join(" "))));
      expect(recallSimilar(memory, "", asked.join(" "))?.likeness ?? 0).toBe(best >= 0.6 ? best : 0);
    }),
  );
});

test("a similar text is shown with its likeness, and is not used", async () => {
  const deepl = await start();
  const site = project({ "content/nb/a.md": page("Om oss", "Vi bruker bare tynne nåler hver dag.") });
  await draft(site, deepl);
  site.approveAll("en", "a", () => "We only use thin needles every day.");
  site.write("content/nb/b.md", page("Om oss", "Vi bruker alltid tynne nåler hver dag."));
  await draft(site, deepl);
  const entry = site.entries("en", "b").get("Vi bruker alltid tynne nåler hver dag.");
  expect(entry?.translation).toMatch(/^en:Vi /u);
  expect(entry?.notes).toContain(
    "similar 86 %: Vi bruker bare tynne nåler hver dag. → We only use thin needles every day.",
  );
});
