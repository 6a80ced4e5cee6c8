// What people write into catalogs is sacred to a draft run: before it, while it is going on, and after it.
import { afterEach, describe, expect, test } from "vitest";
import type { Entry } from "../src/core/catalog/entry.ts";
import { approve } from "../src/core/catalog/sign.ts";
import { stateOf } from "../src/core/catalog/state.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { startDeepl, type Misbehaviour, type StandIn } from "./stand-in/deepl.ts";
import { access, makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";

const open: { close: () => Promise<void> }[] = [];
const projects: TestProject[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
  for (const project of projects.splice(0)) project.remove();
});

/** A stand-in that does something just before it answers the n-th request for translations. */
async function start(atRequest: (n: number) => Misbehaviour | void = () => {}): Promise<StandIn> {
  let asked = 0;
  const standIn = await startDeepl({
    misbehave: ({ path }) =>
      path === "/v2/translate" ? (atRequest((asked += 1)) ?? undefined) : path.startsWith("/v3") ? 400 : undefined,
  });
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

/** A person saves the catalog with an entry changed. */
function edit(site: TestProject, id: string, change: (entry: Entry) => Entry, language = "en", name = "a"): void {
  const catalog = site.catalog(language, name);
  expect(catalog.entries.filter((entry) => entry.source === id && !entry.obsolete)).toHaveLength(1);
  const entries = catalog.entries.map((entry) =>
    entry.source === id && !entry.obsolete ? { ...change(entry), raw: undefined } : entry,
  );
  site.write(`content/${language}/${name}.po`, writeCatalog({ ...catalog, entries }));
}

const written = (text: string) => (entry: Entry) => ({ ...entry, translation: text, fuzzy: false });
const signed = (text: string) => (entry: Entry) =>
  approve({ ...entry, translation: text, fuzzy: false, raw: undefined }, "en", "Kari Nordmann", "2026-01-02");

describe("before the run", () => {
  test("a stale text that a person was editing is kept when a draft takes its place", async () => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Om oss", "Vi holder til i Oslo.", "Ring oss i dag og bestill.") });
    await draft(site, deepl);
    site.approveAll("en", "a");
    site.write("content/nb/a.md", page("Om oss", "Vi holder til i Bergen.", "Ring oss nå i dag og bestill."));
    await runCommand(site, ["draft"]);
    // In Poedit: the old text is there, fuzzy; she changes it and saves, still fuzzy.
    edit(site, "Vi holder til i Bergen.", (entry) => ({ ...entry, translation: "We are in Ber" }));
    edit(site, "Ring oss nå i dag og bestill.", (entry) => ({ ...entry, translation: 'Call now "quoted"\nand book' }));
    expect((await draft(site, deepl)).code).toBe(0);
    expect(site.entries("en", "a").get("Vi holder til i Bergen.")?.translation).toBe(
      "en:Vi en:holder en:til en:i en:Bergen.",
    );
    const text = site.read("content/en/a.po");
    expect(text).toContain("We are in Ber");
    expect(text).toMatch(/Call now \\?"quoted\\?"(?:\\n| )and book/u);
    // It stays through more runs and more changes of the page.
    site.write("content/nb/a.md", page("Om oss", "Vi holder til i Tromsø.", "Ring oss i morgen og bestill."));
    await draft(site, deepl);
    await draft(site, deepl);
    expect(site.read("content/en/a.po")).toContain("We are in Ber");
    expect(site.read("content/en/a.po")).toContain("Call now");
  });

  test("the text of a draft that a person went on with is kept when its source changes", async () => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Om oss", "Vi holder til i Oslo.") });
    await draft(site, deepl);
    edit(site, "Vi holder til i Oslo.", (entry) => ({ ...entry, translation: "We live in Oslo" }));
    site.write("content/nb/a.md", page("Om oss", "Vi holder til i Bergen."));
    await draft(site, deepl);
    expect(site.read("content/en/a.po")).toContain("We live in Oslo");
    expect(site.entries("en", "a").get("Vi holder til i Bergen.")?.translation).toMatch(/^en:Vi/u);
  });

  test("approved and unsigned texts, comments and unknown flags are never touched", async () => {
    const deepl = await start();
    const site = project({ "content/nb/a.md": page("Om oss", "En.", "To.", "Tre.", "Fire.") });
    await draft(site, deepl);
    edit(site, "En.", signed("One."));
    edit(site, "To.", written("Two."));
    edit(site, "Tre.", (entry) => ({
      ...entry,
      translation: "",
      comments: ["Ask Kari"],
      flags: ["no-wrap"],
      fuzzy: false,
    }));
    edit(site, "Fire.", (entry) => ({ ...entry, translation: "Four, perhaps", comments: ["Ask Kari"], fuzzy: true }));
    const before = site.read("content/en/a.po").split("\n\n");
    expect((await draft(site, deepl)).code).toBe(0);
    const after = site.read("content/en/a.po").split("\n\n");
    for (const id of ["En.", "To.", "Fire."])
      expect(after.find((entry) => entry.includes(`msgid "${id}"`))).toBe(
        before.find((entry) => entry.includes(`msgid "${id}"`)),
      );
    const third = site.entries("en", "a").get("Tre.");
    expect(third).toMatchObject({ translation: "en:Tre.", flags: ["no-wrap"], fuzzy: true });
    expect(third?.comments).toContain("Ask Kari");
  });

  test("a stale text that could not be drafted gets no remarks about a source that it was not made for", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Vi har **nåler** her i dag.") });
    await runCommand(site, ["draft", "--engine", "pseudo"]);
    site.approveAll("en", "a", ({ source: id }) => id);
    site.write("content/nb/a.md", page("Om oss", "Vi har [nåler](a.md) her i dag."));
    expect((await runCommand(site, ["draft"])).code).toBe(1);
    const entry = site.entries("en", "a").get("Vi har <a>nåler</a> her i dag.");
    expect(entry && stateOf(entry, "en")).toBe("stale");
    expect(entry?.comments).toEqual([]);
  });
});

describe("while the run is going on", () => {
  const blocks = Array.from({ length: 120 }, (_, index) => `Avsnitt nummer ${index + 1}.`);
  const nth = (index: number): string => `Avsnitt nummer ${index}.`;

  test("what a person saves between two batches stays, and is not paid for", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", ...blocks) });
    const deepl = await start((n) => {
      if (n !== 2) return;
      edit(site, nth(3), signed("Paragraph no. 3."));
      edit(site, nth(4), written("Paragraph no. 4."));
      edit(site, nth(5), (entry) => ({ ...entry, translation: "Paragraph no. 5, to be seen again" }));
      edit(site, nth(60), signed("Paragraph no. 60, translated while it was asked for."));
      edit(site, nth(115), signed("Paragraph no. 115."));
      edit(site, nth(116), (entry) => ({ ...entry, comments: ["Is this right?"] }));
    });
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(0);
    const entries = site.entries("en", "a");
    const shown = [3, 4, 5, 60, 115].map((index) => {
      const entry = entries.get(nth(index));
      return [entry?.translation, entry && stateOf(entry, "en")];
    });
    expect(shown).toEqual([
      ["Paragraph no. 3.", "approved"],
      ["Paragraph no. 4.", "unsigned"],
      ["Paragraph no. 5, to be seen again", "draft"],
      ["Paragraph no. 60, translated while it was asked for.", "approved"],
      ["Paragraph no. 115.", "approved"],
    ]);
    expect(entries.get(nth(116))).toMatchObject({ translation: "en:Avsnitt en:nummer 116." });
    expect(entries.get(nth(116))?.comments).toContain("Is this right?");
    expect(deepl.ledger.map(({ text }) => text)).not.toContain(nth(115));
    for (const index of [1, 59, 117, 120]) expect(entries.get(nth(index))?.translation).toMatch(/^en:Avsnitt/u);
  });

  const terms =
    "concepts:\n  - id: needle\n    terms:\n      nb: [{ term: nål, status: preferred }]\n      en: [{ term: needle, status: preferred }]\n";

  test.each<[string, (entry: Entry) => Entry, string, string]>([
    ["nothing", (entry) => entry, "en:Vi en:har needle.", "draft"],
    ["its approval", (entry) => signed(entry.translation)(entry), "en:Vi en:har en:nål.", "approved"],
    ["that it is fine", (entry) => written(entry.translation)(entry), "en:Vi en:har en:nål.", "unsigned"],
    ["another text", (entry) => ({ ...entry, translation: "We have" }), "We have", "draft"],
  ])(
    "a second, better answer takes the first one's place, but not if a person has saved %s",
    async (_, change, text, state) => {
      const site = project({ "content/terms.yaml": terms, "content/nb/a.md": page("Om oss", "Vi har nål.") });
      const deepl = await start((n) => {
        if (n === 2) edit(site, "Vi har nål.", change);
      });
      const ran = await draft(site, deepl);
      expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("2 units drafted") as string });
      expect(deepl.ledger.map((charge) => charge.text)).toEqual([
        "Om oss",
        "Vi har nål.",
        "Vi har <keep>needle</keep>.",
      ]);
      const entry = site.entries("en", "a").get("Vi har nål.");
      expect([entry?.translation, entry && stateOf(entry, "en")]).toEqual([text, state]);
    },
  );

  test("a second, better answer takes the place of the first also where the page has changed", async () => {
    const site = project({ "content/terms.yaml": terms, "content/nb/a.md": page("Om oss", "Vi har tynne ting her.") });
    const deepl = await start();
    await draft(site, deepl);
    site.approveAll("en", "a");
    site.write("content/nb/a.md", page("Om oss", "Vi har tynne nåler her."));
    await draft(site, deepl);
    const entry = site.entries("en", "a").get("Vi har tynne nåler her.");
    expect(entry).toMatchObject({
      translation: "en:Vi en:har en:tynne needle en:her.",
      previous: "Vi har tynne ting her.",
    });
    // The text that it replaced is the approved one, which is memory already: nothing is kept twice.
    expect(entry?.comments.filter((comment) => comment.startsWith("earlier:"))).toEqual([]);
    expect(site.catalog("en", "a").entries.filter(({ obsolete }) => obsolete)).toHaveLength(1);
  });

  test("what was answered before a second question fails is stored and counted", async () => {
    const site = project({ "content/terms.yaml": terms, "content/nb/a.md": page("Om oss", "Vi har nål.") });
    const deepl = await start((n) => (n === 2 ? 456 : undefined));
    const ran = await draft(site, deepl);
    expect(ran.out).toMatch(/^en: 1 catalog updated, 2 units drafted, 17 characters charged\./u);
    const entry = site.entries("en", "a").get("Vi har nål.");
    expect(entry?.translation).toBe("en:Vi en:har en:nål.");
    expect(entry?.notes).toContainEqual(expect.stringMatching(/^finding term-missing: /u));
  });

  test("a catalog that an editor is just writing is waited for", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss i dag.") });
    const deepl = await start(() => {
      const text = site.read("content/en/a.po");
      site.write("content/en/a.po", text.slice(0, -5));
      setTimeout(() => site.write("content/en/a.po", text), 30);
    });
    expect((await draft(site, deepl)).code).toBe(0);
    expect(site.entries("en", "a").get("Ring oss i dag.")?.translation).toBe("en:Ring en:oss en:i en:dag.");
  });

  test("a catalog that breaks is left as it is, its page is told, and the other pages are drafted", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss."), "content/nb/b.md": page("Priser") });
    const broken = '<<<<<<< mine\nmsgid "x"\n';
    const deepl = await start((n) => {
      if (n === 1) site.write("content/en/a.po", broken);
    });
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/2 units left untranslated: content\/en\/a\.po cannot be read; `malvakt check` says why/u);
    expect(site.read("content/en/a.po")).toBe(broken);
    expect(site.entries("en", "b").get("Priser")?.translation).toBe("en:Priser");
  });
});

describe("without an engine", () => {
  const languages = [
    "en: { engine: deepl }",
    "nn: { engine: apertium }",
    "sv:",
    "da: { engine: apertium }",
    "de: { engine: deepl }",
  ];
  const nothing = { PATH: "/nowhere" };

  test("each language says what is missing and how to get it, and memory is drafted all the same", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss i dag.") }, languages);
    await runCommand(site, ["draft", "--engine", "pseudo", "--lang", "en", "a"]);
    site.approveAll("en", "a", ({ source: id }) => (id === "Om oss" ? "About us" : "Call us today."));
    site.write("content/nb/b.md", page("Om oss", "Ring oss i dag.", "Vi svarer."));
    const ran = await runCommand(site, ["draft"], nothing);
    expect(ran).toMatchObject({ code: 1, err: "" });
    const part = (code: string): string => new RegExp(`^${code}: .*\\n(?: .*\\n)*`, "mu").exec(ran.out)?.[0] ?? "";
    expect(part("en")).toMatch(
      /^en: 1 catalog updated, 2 units drafted \(2 from memory\)\.\n {2}1 unit left untranslated: DeepL needs a key.*DEEPL_AUTH_KEY/u,
    );
    expect(part("de")).toMatch(/^de: 2 catalogs updated\.\n {2}5 units left untranslated: DeepL needs a key/u);
    expect(part("nn")).toMatch(/5 units left untranslated: .*apt-get install apertium apertium-nno-nob/u);
    expect(part("da")).toMatch(/apt-get install apertium apertium-dan-nor/u);
    expect(part("sv")).toMatch(/5 units left to translators \(malvakt\.yaml names no engine for sv\)/u);
    expect(site.entries("en", "b").get("Ring oss i dag.")?.translation).toBe("Call us today.");
    // Catalogs are in step with their pages in every language.
    for (const code of ["en", "nn", "sv", "da", "de"]) expect([...site.entries(code, "b").keys()]).toHaveLength(3);
  });

  test("a run that memory can do alone is clean", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss i dag.") });
    await runCommand(site, ["draft", "--engine", "pseudo"]);
    site.approveAll("en", "a");
    site.write("content/nb/b.md", page("Om oss", "Ring oss i dag."));
    expect(await runCommand(site, ["draft"], nothing)).toMatchObject({
      code: 0,
      out: "en: 1 catalog updated, 2 units drafted (2 from memory).\n",
      err: "",
    });
    expect(await runCommand(site, ["draft"], nothing)).toMatchObject({ code: 0, out: "en: nothing to draft.\n" });
  });
});

test("what a run writes is read again as it was meant, whatever signs are in it", async () => {
  const deepl = await start();
  const site = project({ "content/nb/a.md": page('Om «oss» & "dere"', "Linje \\\nto <br> tre.", "`kode\\n` her") });
  await draft(site, deepl);
  expect([...site.entries("en", "a").values()].map(({ translation: text }) => text)).toEqual([
    'en:Om «en:oss» & "en:dere"',
    "en:Linje <br/> en:to <br/> en:tre.",
    "<code>kode\\n</code> en:her",
  ]);
});
