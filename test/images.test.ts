// Pictures and files of authors on the site: copied under a name with their hash, and there as long as anything shows them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { approve } from "../src/core/catalog/sign.ts";
import { stateOf } from "../src/core/catalog/state.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { readCatalogFile } from "../src/core/catalog-file.ts";
import { build, readProject, type Build, type ProjectText } from "../src/core/malvakt.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { noOrphans } from "../src/core/orphans.ts";
import { readSettings, type Settings } from "../src/core/settings.ts";
import { filesOf, hashOfFile, jpeg, pdf, png, svg } from "./stand-in/pictures.ts";

function settingsWith(lines: string): Settings {
  const { settings, mistakes } = readSettings(`source: nb\nlanguages: { en: {} }\n${lines}`);
  if (!settings) throw new Error(JSON.stringify(mistakes));
  return settings;
}

type Given = {
  page: string;
  files: Readonly<Record<string, string | Uint8Array>>;
  catalog?: string | undefined;
  settings?: string;
};

function projectOf({ page, files, catalog, settings = "" }: Given): ProjectText {
  const own = catalog === undefined ? [] : [["om/side", { path: "content/en/om/side.po", text: catalog }] as const];
  return {
    settings: settingsWith(settings),
    terms: undefined,
    pages: new Map([["om/side", { path: "content/nb/om/side.md", text: page }]]),
    ...filesOf(files),
    catalogs: new Map([["en", new Map(own)]]),
  };
}

/** The catalog in step with the page, with every text translated and approved, as the review would leave it. */
function approved(given: Given, only: (context: string) => boolean = () => true): string {
  const project = projectOf(given);
  const [file] = readProject(project, new Map(), new Map()).files;
  if (!file) throw new Error("There is no page.");
  const found = project.catalogs.get("en")?.get("om/side");
  const { catalog } = readCatalogFile(file, "en", found, noOrphans, project.settings);
  if (!catalog) throw new Error("There is no catalog.");
  const entries = catalog.entries.map((entry) => {
    if (entry.obsolete || !only(entry.context)) return entry;
    const translation = entry.translation || `${entry.source} (en)`;
    return approve({ ...entry, translation, raw: undefined }, "en", "Kari Nordmann", "2026-11-02");
  });
  return writeCatalog({ ...catalog, entries });
}

/** An output folder after a build: every file in it, those of authors as they were copied. */
function written(built: Build, given: Given, before: ReadonlyMap<string, string>): Map<string, string> {
  const copied = [...built.assets].map(([path, { from }]) => {
    const text = from === undefined ? before.get(path) : given.files[from.slice("content/".length)];
    if (text === undefined) throw new Error(`${path} cannot be copied.`);
    return [path, String(text)] as const;
  });
  return new Map([...built.files, ...copied]);
}

const htmlOf = (built: Build, language: string): string => built.files.get(`${language}/om/side.html`) ?? "";
const said = (built: Build): string[] => built.findings.map(({ reason }) => sentence(reason, "en"));

const head = "---\ntitle: Side\n---\n\n";

describe("a page's files are published with it", () => {
  const files = {
    "nb/om/Bilde én.PNG": png(3, 2),
    "felles/foto.jpg": jpeg(6),
    "nb/om/skjema.pdf": pdf,
    "nb/om/ikke.png": png(9, 9),
  };
  const body = [
    "![Ett](<Bilde én.PNG>) og <img src='../../felles/foto.jpg' alt='To' title='T'>.",
    "![Ute](https://a.no/a.png), ![rot](/a.png), [side](https://a.no/a.pdf)",
    "[Skjema](skjema.pdf#side=2), [stort](<Bilde én.PNG>)",
  ].join("\n\n");
  const names = [
    `assets/bilde-en.${hashOfFile(files["nb/om/Bilde én.PNG"])}.png`,
    `assets/foto.${hashOfFile(files["felles/foto.jpg"])}.jpg`,
    `assets/skjema.${hashOfFile(pdf)}.pdf`,
  ] as const;

  test("under names with their hash, pictures with their size, at addresses from the root", () => {
    const built = build(projectOf({ page: head + body, files }), new Map());
    expect([...built.assets.keys()]).toEqual([...names].toSorted());
    expect(built.assets.get(names[1])?.from).toBe("content/felles/foto.jpg");
    expect(built.ledger.files).toEqual(expect.arrayContaining([...names]));
    const html = htmlOf(built, "nb");
    expect(html).toContain(`<img src="/${names[0]}" alt="Ett" width="3" height="2" loading="lazy" decoding="async">`);
    // A photograph that was held upright.
    expect(html).toMatch(new RegExp(`<img src="/${names[1]}"[^>]* width="4" height="8" loading="lazy" decoding`, "u"));
    expect(html).toContain('<img src="https://a.no/a.png" alt="Ute">, <img src="/a.png" alt="rot">');
    expect(html).toContain(`<a href="/${names[2]}#side=2">Skjema</a>, <a href="/${names[0]}">stort</a>`);
  });

  test("at the address of the settings, where they have one", () => {
    const built = build(projectOf({ page: head + body, files, settings: "assets: https://f.example/x\n" }), new Map());
    expect(htmlOf(built, "nb")).toContain(`src="https://f.example/x/${names[0]}"`);
    expect(htmlOf(built, "nb")).toContain(`href="https://f.example/x/${names[2]}#side=2"`);
  });

  test("and a build says where they are looked for, until someone says where they are", () => {
    const told = (settings: string, page = head + body): string[] =>
      build(projectOf({ page, files, settings }), new Map()).findings.map(
        ({ reason, severity }) => severity + reason.id,
      );
    expect(told("")).toContain("infobuild.assets");
    expect(told("assets: /\n")).not.toContain("infobuild.assets");
    expect(told("site: https://a.example\n")).not.toContain("infobuild.assets");
    expect(told("", `${head}Tekst.\n`)).not.toContain("infobuild.assets");
  });

  test("pictures of the front matter stand in the manifest as they are published", () => {
    const page =
      "---\ntitle: S\nimage: [{ src: ../../felles/foto.jpg, alt: Et foto }, https://a.no/b.png]\n---\n\nT.\n";
    const built = build(projectOf({ page, files }), new Map());
    const { pages } = JSON.parse(built.files.get("manifest.json") ?? "") as {
      pages: Record<string, Record<string, { data: { image: unknown } }>>;
    };
    expect(pages["om/side"]?.["nb"]?.data.image).toEqual([
      { src: `/${names[1]}`, alt: "Et foto", width: 4, height: 8 },
      { src: "https://a.no/b.png" },
    ]);
    expect([...built.assets.keys()]).toEqual([names[1]]);
  });

  test("what may not be published is nowhere, whatever the settings let pass", () => {
    const bad = {
      "nb/om/a.svg": svg("<script/>"),
      "nb/om/b.exe": "MZ",
      "nb/om/c.png": png().subarray(0, 30),
      "terms.yaml": "concepts: []",
    };
    const page = `${head}![a](a.svg) [b](b.exe) ![c](c.png) [d](../../terms.yaml) ![e](../../../e.png)\n`;
    const built = build(projectOf({ page, files: bad, settings: "severity: { image-missing: off }\n" }), new Map());
    expect(built.assets.size).toBe(0);
    expect(htmlOf(built, "nb")).not.toMatch(/assets|width/u);
  });
});

describe("a language's own picture", () => {
  const page = `${head}![Et rom](rom.png)\n`;
  const base = { "nb/om/rom.png": png(3, 2) };
  const own = { ...base, "nb/om/rom.en.png": png(5, 4) };
  const other = { ...base, "nb/om/rom.en.png": png(7, 6) };
  const nameOf = (bytes: Uint8Array, stem: string): string => `assets/${stem}.${hashOfFile(bytes)}.png`;

  test("is shown to its readers, once the text that describes it is approved with it", () => {
    const catalog = approved({ page, files: own });
    const built = build(projectOf({ page, files: own, catalog }), new Map());
    expect(htmlOf(built, "en")).toContain(
      `src="/${nameOf(own["nb/om/rom.en.png"], "rom-en")}" alt="Et rom (en)" width="5" height="4"`,
    );
    expect(htmlOf(built, "nb")).toContain(`src="/${nameOf(base["nb/om/rom.png"], "rom")}"`);
    expect(catalog).toMatch(/^#\. own picture [\da-f]{32}: content\/nb\/om\/rom\.en\.png$/mu);
  });

  test("is a part of the approval of that text, and of no other", () => {
    const catalog = approved({ page, files: base });
    expect(build(projectOf({ page, files: base, catalog }), new Map()).pages[0]?.decisions.get("en")?.status).toBe(
      "approved",
    );
    for (const [before, after] of [
      [base, own],
      [own, other],
      [own, base],
    ] as const) {
      const text = approved({ page, files: before });
      const built = build(projectOf({ page, files: after, catalog: text }), new Map());
      expect(built.pages[0]?.decisions.get("en")?.status).toBe("withheld");
      expect(built.pages[0]?.plan?.translations[0]?.counts).toMatchObject({ approved: 1, unsigned: 1 });
    }
  });

  test("that has changed is told, with what to do", () => {
    const catalog = approved({ page, files: own });
    const given = { page, files: other, catalog };
    const built = build(projectOf(given), new Map());
    expect(said(built)).toContain(
      "This text was approved with another picture than content/nb/om/rom.en.png is now. Run `malvakt draft`, look at the picture, and sign again.",
    );
    const plan = built.pages[0]?.plan?.translations[0];
    expect(plan?.held && sentence(plan.held, "en")).toBe(
      "1 text approved with another picture than its language has now",
    );
    expect(plan?.hasOtherPictures).toBe(true);
    // Brought in step, the catalog names the new picture, and waits to be signed.
    const stepped = approved(given, () => false);
    const waiting = build(projectOf({ ...given, catalog: stepped }), new Map());
    expect(said(waiting).join("\n")).toContain("approved for another text, or with another picture than");
    expect(waiting.pages[0]?.plan?.translations[0]).toMatchObject({ hasOtherPictures: false });
    const signed = build(projectOf({ ...given, catalog: approved({ ...given, catalog: stepped }) }), new Map());
    expect(htmlOf(signed, "en")).toContain('width="7" height="6"');
  });

  test("an approval of before, without any picture of its own, holds as it did", () => {
    const entry = readCatalog(approved({ page, files: base })).catalog?.entries.find(
      ({ context }) => context === "alt",
    );
    expect(entry && stateOf(entry, "en")).toBe("approved");
    expect(entry && stateOf({ ...entry, notes: [...entry.notes, `own picture ${"0".repeat(32)}: a`] }, "en")).toBe(
      "unsigned",
    );
  });

  test("an author's remark cannot pass for one", () => {
    const remark = `own picture ${"0".repeat(32)}: content/nb/om/x.png`;
    const text = approved({ page: `${head}<!-- i18n:comment: ${remark} -->\n\nTekst.\n`, files: {} });
    expect(text).toContain(`#. Note: ${remark}`);
  });

  test("of an image without a text is not used", () => {
    const bare = `${head}![](rom.png) og ![…](rom.png)\n`;
    const given = { page: bare, files: own };
    const built = build(projectOf({ ...given, catalog: approved(given) }), new Map());
    expect(htmlOf(built, "en")).toContain(nameOf(base["nb/om/rom.png"], "rom"));
    expect(htmlOf(built, "en")).not.toContain("rom-en");
    expect(built.findings.map(({ reason }) => reason.id)).toContain("image.own-alt");
  });

  test("stands in the manifest for the front matter's picture", () => {
    const text = "---\ntitle: S\nimage: { src: rom.png, alt: Et rom }\n---\n\nTekst.\n";
    const given = { page: text, files: own };
    const built = build(projectOf({ ...given, catalog: approved(given) }), new Map());
    expect(built.files.get("manifest.json")).toContain(nameOf(own["nb/om/rom.en.png"], "rom-en"));
  });
});

describe("the last version of a page keeps its pictures", () => {
  const files = { "nb/om/a.svg": svg(), "nb/om/b.pdf": "%PDF-1\n" };
  const page = "---\ntitle: Side\nimage: { src: a.svg, alt: Et bilde }\n---\n\n![Rom](a.svg) [Fil](b.pdf?v=1#s)\n";
  const changed = "---\ntitle: Side\n---\n\nNy tekst.\n";
  const catalog = approved({ page, files });
  const first = written(build(projectOf({ page, files, catalog }), new Map()), { page, files }, new Map());
  const [drawing = "", document = ""] = [...first.keys()].filter((path) => path.startsWith("assets/"));

  test("when their sources are gone", () => {
    const built = build(projectOf({ page: changed, files: {}, catalog }), first);
    expect(built.pages[0]?.decisions.get("en")?.status).toBe("stale");
    expect([...built.assets]).toEqual([
      [drawing, { sha256: expect.any(String) as string, from: undefined }],
      [document, { sha256: expect.any(String) as string, from: undefined }],
    ]);
    expect(htmlOf(built, "en")).toBe(
      first.get("en/om/side.html")?.replace('data-status="approved"', 'data-status="stale" data-date="2026-11-02"'),
    );
    const next = written(built, { page: changed, files: {} }, first);
    // Again, and the source has nothing of it.
    const again = build(projectOf({ page: changed, files: {}, catalog }), next);
    expect([...again.files]).toEqual([...built.files]);
    expect(again.ledger.files).toEqual(built.ledger.files);
    expect(htmlOf(again, "nb")).not.toContain("assets");
  });

  test("at the address that the settings say now", () => {
    const built = build(projectOf({ page: changed, files, catalog, settings: "assets: https://f.example/\n" }), first);
    expect(htmlOf(built, "en")).toContain(`src="https://f.example/${drawing}"`);
    expect(htmlOf(built, "en")).toContain(`href="https://f.example/${document}?v=1#s"`);
    expect(built.files.get("manifest.json")).toContain(`https://f.example/${drawing}`);
    const next = written(built, { page: changed, files }, first);
    const back = build(projectOf({ page: changed, files, catalog }), next);
    expect(htmlOf(back, "en")).toContain(`src="/${drawing}"`);
  });

  test.each([
    ["missing", (dist: Map<string, string>) => dist.delete(drawing)],
    ["changed", (dist: Map<string, string>) => dist.set(drawing, "other")],
  ])("or is made again from a source when one is %s, or goes and is named", (_, damage) => {
    const dist = new Map(first);
    damage(dist);
    const restored = build(projectOf({ page: changed, files, catalog }), dist);
    expect(restored.pages[0]?.decisions.get("en")?.status).toBe("stale");
    expect(restored.assets.get(drawing)?.from).toBe("content/nb/om/a.svg");
    const lost = build(projectOf({ page: changed, files: {}, catalog }), dist);
    expect(lost.pages[0]?.decisions.get("en")?.status).toBe("withheld");
    expect(lost.takenOff.map(({ language }) => language)).toEqual(["en"]);
    expect(said(lost)).toContain(
      `${drawing}, which the published file en/om/side.html shows or links to, is gone or changed and cannot be made again. Restore it from git.`,
    );
    expect(lost.findings.some(({ severity }) => severity === "error")).toBe(true);
    // What is not lost is not shown by anything else, and goes with it.
    expect(lost.assets.size).toBe(0);
  });

  test("but an address that only looks like one of ours stays as it is", () => {
    const html = first.get("en/om/side.html") ?? "";
    expect(html).toContain(drawing);
    const stranger = "https://a.example/assets/x.0123456789ab.png";
    const text = `---\ntitle: Side\n---\n\n![Rom](${stranger})\n`;
    const own = approved({ page: text, files: {} });
    const dist = build(projectOf({ page: text, files: {}, catalog: own }), new Map()).files;
    const built = build(projectOf({ page: changed, files: {}, catalog: own }), dist);
    expect(htmlOf(built, "en")).toContain(stranger);
    expect(built.pages[0]?.decisions.get("en")?.status).toBe("stale");
  });
});

describe("law: every address of ours in any fragment leads to a file with its hash in its name", () => {
  const drawings = [svg("<g/>"), svg("<path/>"), svg("<circle/>")];
  type State = { given: Given & { files: Record<string, string> }; dist: Map<string, string> };

  const events: Readonly<Record<string, (state: State, which: number) => void>> = {
    "a picture changes": ({ given }, which) => (given.files["nb/om/a.svg"] = drawings[which % 3] ?? ""),
    "a picture goes": ({ given }, which) => delete given.files[which % 2 === 0 ? "nb/om/a.svg" : "felles/b.svg"],
    "a picture comes": ({ given }, which) => (given.files["felles/b.svg"] = drawings[which % 3] ?? ""),
    "a picture of the language's own": ({ given }, which) =>
      (given.files["nb/om/a.en.svg"] = drawings[which % 3] ?? ""),
    "that goes": ({ given }) => delete given.files["nb/om/a.en.svg"],
    "a picture is broken": ({ given }) => (given.files["nb/om/a.svg"] = "<svg>"),
    "the page shows another": ({ given }, which) =>
      (given.page = `${head}![Rom](${which % 2 === 0 ? "a.svg" : "../../felles/b.svg"}) [stort](a.svg)\n`),
    "the page shows none": ({ given }) => (given.page = `${head}Tekst.\n`),
    "all is approved": ({ given }) => (given.catalog = approved(given)),
    "the address of dist": ({ given }, which) =>
      (given.settings = which % 2 === 0 ? "" : "assets: https://f.example/d/\n"),
    "a published file goes": ({ dist }, which) => {
      const all = [...dist.keys()].filter((path) => path.startsWith("assets/"));
      dist.delete(all[which % Math.max(1, all.length)] ?? "");
    },
    "a published file changes": ({ dist }, which) => {
      const all = [...dist.keys()].filter((path) => path.startsWith("assets/"));
      const path = all[which % Math.max(1, all.length)];
      if (path !== undefined) dist.set(path, "other");
    },
  };

  test("whatever happens between builds, and two builds are the same", () => {
    const anyEvents = fc.array(fc.tuple(fc.constantFrom(...Object.keys(events)), fc.nat(5)), { maxLength: 8 });
    let shown = 0;
    fc.assert(
      fc.property(anyEvents, (some) => {
        const page = `${head}![Rom](a.svg) og ![Vindu](../../felles/b.svg)\n`;
        const state: State = {
          given: { page, files: { "nb/om/a.svg": drawings[0] ?? "", "felles/b.svg": drawings[1] ?? "" } },
          dist: new Map(),
        };
        state.given.catalog = approved(state.given);
        for (const [name, which] of [["", 0] as const, ...some]) {
          events[name]?.(state, which);
          const built = build(projectOf(state.given), state.dist, { allowWithdraw: true });
          const now = written(built, state.given, state.dist);
          for (const [path, text] of now) {
            if (!path.endsWith(".html")) continue;
            for (const [, own = "", hash = ""] of text.matchAll(
              /(?:src|href)="[^"]*?(assets\/[^"/]+\.([\da-f]{12})\.svg)"/gu,
            )) {
              shown++;
              expect(hashOfFile(now.get(own) ?? ""), `${path}: ${own}`).toBe(hash);
              expect(text).toContain(`="${state.given.settings ? "https://f.example/d/" : "/"}${own}"`);
            }
          }
          // Why a page was lost is told once.
          if (!built.findings.some(({ reason }) => reason.id === "site.file-lost")) {
            const again = build(projectOf(state.given), now, { allowWithdraw: true });
            expect([...written(again, state.given, now)]).toEqual([...now]);
          }
          state.dist = now;
        }
      }),
      { numRuns: 25 },
    );
    expect(shown).toBeGreaterThan(100);
  });
});
