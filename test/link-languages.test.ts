// A link to a page that is not there in the reader's language leads to the source's, and says so.
import { expect, test } from "vitest";
import { build, type Build } from "../src/core/malvakt.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

const { settings } = readSettings(
  "source: nb\nsite: https://klinikk.example\nlanguages: { en: {} }\nseverity: { link-broken: warning }\n",
);
if (!settings) throw new Error("The settings of this test are wrong.");

const links =
  '[om](om.md) [om igjen](om.md#deg "tittel") [side](side.md) [ute](https://klinikk.example/nb/om/) [ny](ny.md) [fil](/nb/om)';

/** A page `side` with links, and a page `om` in Norwegian, or in English too. */
function buildOf(more: { english: boolean; text?: string }, dist = new Map<string, string>()): Build {
  const text = (title: string, body: string): string => `---\ntitle: ${title}\n---\n\n${body}\n`;
  const entry = (id: string, translation: string, context = ""): ReturnType<typeof approvedEntry> =>
    approvedEntry({ context, id, text: translation });
  const side = [
    entry("Side", "Page", "title"),
    entry("tittel", "title", "link-title"),
    entry(
      "<a1>om</a1> <a2>om igjen</a2> <a3>side</a3> <a4>ute</a4> <a5>ny</a5> <a6>fil</a6>",
      "<a1>about</a1> <a2>again</a2> <a3>page</a3> <a4>out</a4> <a5>new</a5> <a6>file</a6>",
    ),
  ];
  const om = [entry("Om", "About", "title"), entry("Tekst.", "Text.")];
  const catalog = (
    id: string,
    entries: Parameters<typeof catalogText>[1],
  ): [string, { path: string; text: string }] => [
    id,
    { path: `content/en/${id}.po`, text: catalogText("en", entries) },
  ];
  return build(
    {
      settings: settings as NonNullable<typeof settings>,
      terms: undefined,
      pages: new Map([
        ["side", { path: "content/nb/side.md", text: text("Side", more.text ?? links) }],
        ["om", { path: "content/nb/om.md", text: text("Om", "Tekst.") }],
        ["ny", { path: "content/nb/ny.md", text: "---\ntitle: Ny\ndraft: true\n---\n\nTekst.\n" }],
      ]),
      catalogs: new Map([["en", new Map([catalog("side", side), ...(more.english ? [catalog("om", om)] : [])])]]),
    },
    dist,
  );
}

const english = (made: Build): string => made.files.get("en/side.html") ?? "";

test("the language stands at the link, and goes when the page is there; its words have none of their own", () => {
  const alone = english(buildOf({ english: false }));
  expect(alone).toContain(
    '<a href="/nb/om/" hreflang="nb">about</a> <a href="/nb/om/#om-deg" title="title" hreflang="nb">again</a> <a href="/en/side/">page</a> <a href="https://klinikk.example/nb/om/" hreflang="nb">out</a> <a href="/nb/ny/" hreflang="nb">new</a> <a href="/nb/om">file</a>',
  );
  expect(alone.replace(/^<article [^>]*>/u, "")).not.toMatch(/ lang=/u);
  expect(english(buildOf({ english: true }))).toContain(
    '<a href="/en/om/">about</a> <a href="/en/om/#om-deg" title="title">again</a>',
  );
  expect(buildOf({ english: false }).files.get("nb/side.html")).not.toContain("hreflang");
});

test("a last version follows: where the page is gone in its language, its links lead to the source and say so", () => {
  const first = buildOf({ english: true });
  // The page has changed, and the English of the other page is gone: what is kept leads to the Norwegian one.
  const without = buildOf({ english: false, text: `${links}\n\nMer.` }, withoutEnglish(first));
  expect(without.pages.find(({ id }) => id === "side")?.decisions.get("en")?.status).toBe("stale");
  expect(english(without)).toContain(
    '<a href="/nb/om/" hreflang="nb">about</a> <a href="/nb/om/#om-deg" title="title" hreflang="nb">again</a>',
  );
});

/** The same files as if the page had been withdrawn since: without its line in the ledger, which says where it stood. */
function withoutEnglish({ files }: Build): Map<string, string> {
  const ledger = (files.get("ledger.json") ?? "")
    .split("\n")
    .map((line) =>
      line.includes('"page":"om","language":"en"') ? ',{"gone":"/en/om/","page":"om","language":"en"}' : line,
    )
    .join("\n");
  return new Map([...files, ["ledger.json", ledger]]);
}
