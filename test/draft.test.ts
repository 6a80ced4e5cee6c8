// `malvakt draft` on a real project, against a stand-in DeepL that keeps a ledger and misbehaves.
import { readdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { stateOf } from "../src/core/catalog/state.ts";
import { standInKey, startDeepl, type Misbehaviour, type StandIn } from "./stand-in/deepl.ts";
import {
  access,
  charactersOf,
  chargedTwice,
  makeProject,
  runCommand,
  type Ran,
  type TestProject,
} from "./stand-in/project.ts";

// DeepL is waited for up to a minute; here every wait is over at once.
const wait = timers.setTimeout;
beforeAll(() => {
  timers.setTimeout = (async () => {}) as typeof wait;
  syncBuiltinESMExports();
});
afterAll(() => {
  timers.setTimeout = wait;
  syncBuiltinESMExports();
});

const open: { close: () => Promise<void> }[] = [];
const projects: TestProject[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
  for (const project of projects.splice(0)) project.remove();
});

async function start(options: Parameters<typeof startDeepl>[0] = {}): Promise<StandIn> {
  const standIn = await startDeepl(options);
  open.push(standIn);
  return standIn;
}

function project(files: Record<string, string>, languages: string[] = ["en: { engine: deepl }"]): TestProject {
  const made = makeProject(files, languages);
  projects.push(made);
  return made;
}

const draft = (site: TestProject, standIn: StandIn, ...args: string[]): Promise<Ran> =>
  runCommand(site, ["draft", ...args], access(standIn));

const pages = {
  "content/nb/a.md": "---\ntitle: Tynne nåler\n---\n\n# Tynne nåler\n\nVi bruker **tynne nåler** hver dag.\n",
  "content/nb/b.md":
    "---\ntitle: Om oss\n---\n\nLes om [våre priser](https://example.org/priser) og **bestill time** hos oss.\n\nVi holder til i Oslo & Bergen.\n\n**Velkommen!**\n",
  "content/nb/c.md": "---\ntitle: Kontakt\n---\n\nRing oss i dag.\n",
};

const isTranslate = (path: string): boolean => path === "/v2/translate";

/** Misbehaves from the second request for translations on: the first page is drafted before. */
function later(how: Misbehaviour): { misbehave: (request: { path: string }) => Misbehaviour | undefined } {
  let asked = 0;
  return {
    misbehave: ({ path }) => {
      if (!isTranslate(path)) return undefined;
      asked += 1;
      return asked > 1 ? how : undefined;
    },
  };
}

function textsOf(site: TestProject, language: string): Map<string, string> {
  return new Map(
    readdirSync(`${site.root}/content/nb`).flatMap((name) =>
      [...site.entries(language, name.replace(/\.md$/u, "")).values()].map(
        ({ context, source: id, translation: text }) => [`${name} ${context} ${id}`, text],
      ),
    ),
  );
}

/** Nothing of the key in any file or output. */
function expectNoKey(site: TestProject, ...runs: Ran[]): void {
  const part = standInKey.slice(9, 24);
  for (const { all } of runs) expect(all).not.toContain(part);
  for (const path of site.files()) expect(site.read(path)).not.toContain(part);
}

describe("a run that goes well", () => {
  test("drafts what is missing, marks it as a draft, and a second run asks for nothing", async () => {
    const deepl = await start();
    const site = project(pages);
    const first = await draft(site, deepl);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^en: 3 catalogs updated, 9 units drafted, \d+ characters charged\.\n$/u);
    for (const page of ["a", "b", "c"])
      for (const entry of site.entries("en", page).values()) expect(stateOf(entry, "en")).toBe("draft");
    expect(textsOf(site, "en").get("b.md  Vi holder til i Oslo &amp; Bergen.")).toBe(
      "en:Vi en:holder en:til en:i en:Oslo &amp; en:Bergen.",
    );
    const before = site.files().map((path) => site.read(path));
    const requests = deepl.requests.length;
    expect(await draft(site, deepl)).toMatchObject({ code: 0, out: "en: nothing to draft.\n", err: "" });
    expect(deepl.requests).toHaveLength(requests);
    expect(site.files().map((path) => site.read(path))).toEqual(before);
    expectNoKey(site, first);
  });

  test("an equal text is paid for once, on one page or on several, in one run or in two", async () => {
    const deepl = await start();
    const site = project({
      "content/nb/a.md": "---\ntitle: Bestill time\n---\n\n# Bestill time\n\nRing oss.\n",
      "content/nb/b.md": "---\ntitle: Priser\n---\n\nRing oss.\n\n[Bestill time](a.md)\n",
    });
    expect((await draft(site, deepl)).code).toBe(0);
    site.write("content/nb/c.md", "---\ntitle: Kontakt\n---\n\nRing oss.\n");
    expect((await draft(site, deepl)).code).toBe(0);
    expect(chargedTwice(deepl.ledger)).toEqual([]);
    for (const page of ["a", "b", "c"]) {
      const entry = site.entries("en", page).get("Ring oss.");
      expect(entry && [entry.translation, stateOf(entry, "en")]).toEqual(["en:Ring en:oss.", "draft"]);
      expect(entry?.comments[0]).toMatch(/^draft: \S+ \S+ deepl$/u);
    }
  });

  test("a dry run sends nothing and writes nothing, and counts what is charged afterwards", async () => {
    const deepl = await start();
    const site = project(
      { ...pages, "content/nb/d.md": "---\ntitle: Kontakt\n---\n\n# Kontakt\n\nRing oss i dag. Æ🦴 <br> 5 > 3.\n" },
      ["en: { engine: deepl }", "de: { engine: deepl }"],
    );
    const before = site.files();
    const plan = await draft(site, deepl, "--dry-run");
    expect(plan.code).toBe(0);
    expect(deepl.requests).toEqual([]);
    expect(site.files()).toEqual(before);
    const promised = Number(/^(\d+) characters would be sent/mu.exec(plan.out)?.[1]);
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(0);
    expect(charactersOf(deepl.ledger)).toBe(promised);
    const told = [...ran.out.matchAll(/(\d+) characters charged/gu)].map(([, count]) => Number(count));
    expect(told).toEqual([promised / 2, promised / 2]);
    expect(chargedTwice(deepl.ledger)).toEqual([]);
    expect((await draft(site, deepl, "--dry-run")).out).toContain("0 characters would be sent");
  });

  test("several languages are drafted side by side, and each has its own report", async () => {
    const deepl = await start();
    const languages = ["en", "de", "pl", "uk"];
    const site = project(
      pages,
      languages.map((code) => `${code}: { engine: deepl }`),
    );
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(0);
    expect(ran.out.split("\n").filter((line) => / drafted, /u.test(line))).toHaveLength(4);
    for (const code of languages)
      expect([...textsOf(site, code).values()].every((text) => text.includes(`${code}:`))).toBe(true);
    expect(chargedTwice(deepl.ledger)).toEqual([]);
  });

  test("a language that breaks does not keep the others from being drafted", async () => {
    const deepl = await start({
      misbehave: ({ path, fields }) => (isTranslate(path) && fields.get("target_lang") === "de" ? 456 : undefined),
    });
    const site = project(pages, ["en: { engine: deepl }", "de: { engine: deepl }", "pl: { engine: deepl }"]);
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^de: .*\n {2}9 units left untranslated: DeepL's quota/mu);
    for (const code of ["en", "pl"])
      expect([...textsOf(site, code).values()].every((text) => text.includes(`${code}:`))).toBe(true);
  });
});

test("a language whose files cannot be written ends neither the others nor the lock under them", async () => {
  let locked: boolean | undefined;
  const site = project(pages, ["de: { engine: deepl }", "en: { engine: deepl }"]);
  const deepl = await start({
    misbehave: ({ path }) => {
      if (isTranslate(path)) locked = (locked ?? true) && site.files().includes(".malvakt/lock");
      return undefined;
    },
  });
  site.write("content/de", "A file where the folder has to be.");
  const ran = await draft(site, deepl);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/^en: 3 catalogs updated, 9 units drafted/mu);
  expect(ran.out).toMatch(
    /^de: nothing.*\n {2}3 units left .*: Cannot write content\/de\/a\.po: a part of its path is a file/mu,
  );
  expect([...textsOf(site, "en").values()].every((text) => text.includes("en:"))).toBe(true);
  expect(locked).toBe(true);
  expect(site.files()).not.toContain(".malvakt/lock");
});

describe("what is asked for", () => {
  const two = ["en: { engine: deepl }", "de: { engine: deepl }", "pl: { engine: pseudo }"];

  test("--lang and page filters limit what is drafted and what is written", async () => {
    const deepl = await start();
    const site = project(pages, two);
    expect((await draft(site, deepl, "b", "content/nb/c.md", "--lang", "de")).code).toBe(0);
    expect(site.files().filter((path) => path.endsWith(".po"))).toEqual(["content/de/b.po", "content/de/c.po"]);
    expect((await draft(site, deepl, "c", "--lang=en,pl")).code).toBe(0);
    expect(site.files().filter((path) => path.endsWith(".po"))).toEqual([
      "content/de/b.po",
      "content/de/c.po",
      "content/en/c.po",
      "content/pl/c.po",
    ]);
    expect(new Set(deepl.ledger.map(({ target }) => target.toLowerCase()))).toEqual(new Set(["de", "en-gb"]));
  });

  test("--engine takes the place of the settings' engine", async () => {
    const deepl = await start();
    const site = project(pages, two);
    expect((await draft(site, deepl, "--engine", "pseudo")).code).toBe(0);
    expect(deepl.requests).toEqual([]);
    expect(site.read("content/en/c.po")).toMatch(/# draft: .* pseudo\n[\s\S]*⟦/u);
  });

  test.each<[string, string[], RegExp]>([
    ["an unknown page", ["nowhere"], /No page nowhere\. The pages are a, b, c/u],
    [
      "an unknown language",
      ["--lang", "fr"],
      /fr is not a language of malvakt\.yaml, which has en \(English\), de \(German\), pl \(Polish\)/u,
    ],
    ["an unknown engine", ["--engine", "google"], /--engine must be deepl, apertium or pseudo/u],
    ["an unknown option", ["--dryrun"], /Did you mean --dry-run/u],
  ])("%s is wrong use, and nothing is sent or written", async (_, args, message) => {
    const deepl = await start();
    const site = project(pages, two);
    // What was worked out of a page is kept, but that can be deleted at any time.
    const files = (): string[] => site.files().filter((path) => !path.startsWith(".malvakt/pages/"));
    const before = files();
    const ran = await draft(site, deepl, ...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(message);
    expect(deepl.requests).toEqual([]);
    expect(files()).toEqual(before);
  });

  test("a page that cannot be read is told, and does not matter to a run for another page", async () => {
    const deepl = await start();
    const site = project({ ...pages, "content/nb/d.md": "---\ntitle: [\n---\n\nTekst.\n" });
    const all = await draft(site, deepl);
    expect([all.code, all.out]).toEqual([1, expect.stringContaining("content/nb/d.md cannot be read")]);
    expect(site.entries("en", "c").size).toBe(2);
    expect(await draft(site, deepl, "a")).toMatchObject({ code: 0 });
  });

  test("a catalog that cannot be read is left as it is, told, and the other pages are drafted", async () => {
    const deepl = await start();
    const site = project(pages);
    site.write("content/en/b.po", 'msgid "x"\nmsgstr "cut');
    const plan = await draft(site, deepl, "--dry-run");
    expect([plan.code, plan.out]).toEqual([1, expect.stringContaining("content/en/b.po")]);
    const ran = await draft(site, deepl);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/content\/en\/b\.po.*cannot be read/u);
    expect(site.read("content/en/b.po")).toBe('msgid "x"\nmsgstr "cut');
    expect(stateOf([...site.entries("en", "c").values()][1] as never, "en")).toBe("draft");
    expect(await draft(site, deepl, "c")).toMatchObject({ code: 0 });
  });
});

describe("misbehaviour of DeepL from the second request on", () => {
  /** How, what is said, and whether texts of the requests that went wrong were charged. */
  const table: [string, Misbehaviour, RegExp, charged: boolean][] = [
    ["400", 400, /refused the request as wrong \(400\).*malvakt\.yaml/u, false],
    ["403", 403, /does not accept the key \(403\).*DEEPL_AUTH_KEY/u, false],
    ["404", 404, /no DeepL at this address \(404\).*DEEPL_SERVER_URL/u, false],
    ["413", 413, /too long for one request.*\(413\)/u, false],
    ["429", 429, /too many requests \(429\).*run the same command again later/u, false],
    ["456", 456, /quota.*\(456\).*billing period/u, false],
    ["500", 500, /internal error \(500\).*run the same command again later/u, false],
    ["502", 502, /broke on the way \(502\).*run the same command again/u, false],
    ["503", 503, /not available now \(503\)/u, false],
    ["529", 529, /too many requests \(529\)/u, false],
    ["a redirect", { redirect: "https://evil.example/v2/translate" }, /sends requests on to another address/u, false],
    ["a reset", "reset-before-charging", /broke off.*At most this one request was charged/u, false],
    ["a reset after charging", "reset-after-charging", /broke off.*At most this one request was charged/u, true],
    ["an empty body", "empty-body", /could not be read.*At most this one request/u, true],
    ["truncated JSON", "truncated-json", /could not be read.*At most this one request/u, true],
    ["a cut connection", "cut-off", /broke off|could not be read/u, true],
    ["a page of HTML", "page-of-html", /could not be read/u, true],
    ["too few translations", "too-few", /answers? to \d+ texts?.*no answer can be trusted/u, true],
    ["too many translations", "too-many", /answers? to \d+ texts?.*no answer can be trusted/u, true],
    ["empty translations", "empty-text", /empty text/u, true],
    ["a script", "script", /tag/u, true],
    ["a script from elsewhere", "script-from-elsewhere", /not well-formed/u, true],
    ["an unclosed tag", "tag-unclosed", /^/u, true],
    ["a bare ampersand", "bare-ampersand", /not well-formed/u, true],
  ];

  test.each(table)("%s: says so, keeps what it has, and the next run finishes", async (_, how, message, charged) => {
    const site = project(pages);
    const good = await start();
    // A person's work on the second page, before anything goes wrong.
    await runCommand(site, ["draft", "b", "--engine", "pseudo"]);
    site.approveAll("en", "b");
    const approved = site.read("content/en/b.po").split("\n\n").slice(1);
    site.write("content/nb/b.md", `${site.read("content/nb/b.md")}\nVi har **åpent** i helgen.\n`);
    const bad = await start(later(how));
    const ran = await draft(site, bad);
    if (how !== "tag-unclosed") expect(ran.code).toBe(1);
    expect(ran.out).toMatch(message);
    expect(ran.all).not.toMatch(/Internal error|at .*\.ts:/u);
    expect(site.files().filter((path) => /\.tmp$|lock$/u.test(path))).toEqual([]);
    // What was paid for before is there, and what was approved stands byte for byte.
    for (const entry of site.entries("en", "a").values()) expect(entry.translation).toContain("en:");
    for (const entry of approved) expect(site.read("content/en/b.po")).toContain(entry.trim());

    const before = site.read("content/en/a.po");
    const again = await draft(site, good);
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(site.read("content/en/a.po")).toBe(before);
    for (const text of textsOf(site, "en").values()) expect(text).not.toBe("");
    for (const entry of approved) expect(site.read("content/en/b.po")).toContain(entry.trim());
    expect(chargedTwice(good.ledger)).toEqual([]);
    const failed = chargedTwice([...bad.ledger, ...good.ledger]);
    if (!charged) expect(failed).toEqual([]);
    // Only what came back useless is ever asked for again.
    for (const { text } of failed)
      expect(bad.ledger.find((charge) => charge.text === text)?.request).toBeGreaterThan(1);
    expectNoKey(site, ran, again);
  });

  test.each<Misbehaviour & string>([
    "tags-lost",
    "tags-doubled",
    "tags-crossed",
    "tags-moved",
    "tags-escaped",
    "tag-unclosed",
  ])(
    "%s: a text whose tags are not certain is asked for once more without them, and is never taken for whole",
    async (how) => {
      const site = project({
        "content/nb/a.md":
          "---\ntitle: Priser\n---\n\n**Velkommen!**\n\nLes om [våre priser](a.md) og **bestill time** her.\n",
      });
      const deepl = await start({
        misbehave: ({ path, fields }) =>
          isTranslate(path) && fields.getAll("text").some((text) => text.includes("<")) ? how : undefined,
      });
      const ran = await draft(site, deepl);
      expect(ran.code).toBe(0);
      const entries = site.entries("en", "a");
      const long = entries.get("Les om <a>våre priser</a> og <strong>bestill time</strong> her.");
      const short = entries.get("<strong>Velkommen!</strong>");
      expect(short?.translation).toMatch(
        how === "tags-doubled" || how === "tag-unclosed" ? /en:Velkommen!/u : /^<strong>en:Velkommen!<\/strong>$/u,
      );
      for (const entry of [long, short]) {
        expect(entry?.translation).not.toContain("&lt;");
        const whole = !entry?.notes.some((note) => note.startsWith("finding tags: "));
        expect(whole).toBe(/<strong>.*<\/strong>/u.test(entry?.translation ?? ""));
      }
      // The first ask with tags and the second without are different texts: neither is charged twice.
      expect(chargedTwice(deepl.ledger)).toEqual([]);
      expect(deepl.ledger.length).toBeLessThanOrEqual(5);
    },
  );

  test("translations in another order than the texts are noticed, and none of them is stored", async () => {
    const site = project(pages);
    const bad = await start({ misbehave: ({ path }) => (isTranslate(path) ? "swapped" : undefined) });
    const ran = await draft(site, bad, "b");
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/another order/u);
    for (const entry of site.entries("en", "b").values()) expect(entry.translation).toBe("");
    const good = await start();
    expect(await draft(site, good, "b")).toMatchObject({ code: 0 });
    expect(chargedTwice(good.ledger)).toEqual([]);
  });

  test("a text that failed is not paid for again in the same run", async () => {
    const site = project({
      "content/nb/a.md": "---\ntitle: En\n---\n\nVi bruker *tynne* nåler.\n",
      "content/nb/b.md": "---\ntitle: To\n---\n\nVi bruker *tynne* nåler.\n",
    });
    const bad = await start({ misbehave: ({ path }) => (isTranslate(path) ? "bare-ampersand" : undefined) });
    expect((await draft(site, bad)).code).toBe(1);
    expect(chargedTwice(bad.ledger)).toEqual([]);
  });

  test("every reason is told, not only the last", async () => {
    const site = project({
      "content/nb/a.md": "---\ntitle: En\n---\n\nVi bruker nåler.\n",
      "content/nb/b.md": "---\ntitle: To\n---\n\nRing oss.\n",
    });
    let asked = 0;
    const bad = await start({
      misbehave: ({ path }) => (isTranslate(path) ? ((asked += 1) === 1 ? "empty-text" : 456) : undefined),
    });
    const ran = await draft(site, bad);
    expect(ran.out).toMatch(/2 units left untranslated: DeepL answered with an empty text/u);
    expect(ran.out).toMatch(/2 units left untranslated: DeepL's quota/u);
  });
});

describe("two runs at once", () => {
  test("the second refuses, says which process is at work, and sends nothing", async () => {
    const deepl = await start();
    const site = project(pages);
    site.write(".malvakt/lock", `${process.ppid}\n`);
    const before = site.files();
    const refused = await draft(site, deepl);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^malvakt: Another command \(process \d+\) is drafting this project\. Wait/u);
    expect(deepl.requests).toEqual([]);
    expect(site.files()).toEqual(before);
  });

  test.each(["999999999\n", "", "nonsense", "1"])(
    "a lock of a process that is gone (%j) is taken over, and none is left",
    async (owner) => {
      const deepl = await start();
      const site = project(pages);
      site.write(".malvakt/lock", owner);
      expect(await draft(site, deepl, "c")).toMatchObject({ code: 0 });
      expect(site.files()).not.toContain(".malvakt/lock");
    },
  );
});
