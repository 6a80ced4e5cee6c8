// What is published beside the fragments, as values: texts of the page's image, and what ledgers name.
import { expect, test } from "vitest";
import { build } from "../src/core/malvakt.ts";
import { filesOf } from "../src/core/publish/dist.ts";
import { bothOf, type Ledger } from "../src/core/publish/ledger.ts";
import { ledgerOfManifest1 } from "../src/core/publish/manifest-1.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
if (!settings) throw new Error("The settings of this test are wrong.");
const page = "---\ntitle: Kneet\nimage: { src: /kne.png, alt: Et kne }\n---\n\nVondt.\n";
const built = build(
  {
    settings,
    terms: undefined,
    pages: new Map([["kne", { path: "content/nb/kne.md", text: page }]]),
    catalogs: new Map([
      [
        "en",
        new Map([
          [
            "kne",
            {
              path: "content/en/kne.po",
              text: catalogText("en", [
                approvedEntry({ context: "title", id: "Kneet", text: "The knee" }),
                approvedEntry({ context: "alt", id: "Et kne", text: "A knee" }),
                approvedEntry({ id: "Vondt.", text: "Pain." }),
              ]),
            },
          ],
        ]),
      ],
    ]),
  },
  new Map(),
);

test("the text of a page's image is that of the language", () => {
  const images = built.ledger.published.map(({ language, data }) => [language, data?.["image"]]);
  expect(new Map(images as [string, unknown][])).toEqual(
    new Map([
      ["nb", { src: "/kne.png", alt: "Et kne" }],
      ["en", { src: "/kne.png", alt: "A knee" }],
    ]),
  );
});

test("a ledger names every file that its build wrote", () => {
  const named = filesOf(built.ledger);
  for (const path of built.files.keys()) if (path !== "ledger.json") expect(named).toContain(path);
});

test("both of two ledgers name all that either does, each file once", () => {
  const other: Ledger = { published: [], gone: [], files: ["en/gammel.html", ...built.ledger.files] };
  const both = bothOf(built.ledger, other);
  expect(both.files.toSorted()).toEqual(["en/gammel.html", ...built.ledger.files].toSorted());
  expect(both.published).toEqual(built.ledger.published);
});

test("a manifest of version 1 is a ledger of what it says was published, and of nothing else", () => {
  const sha256 = "a".repeat(64);
  const manifest = {
    version: 1,
    source: "nb",
    pages: {
      kne: {
        nb: { status: "source", path: "nb/kne.html", url: "/nb/kne/", title: "Kneet", sha256, date: "2026-01-02" },
        en: { status: "withheld" },
      },
    },
  };
  const ledger = ledgerOfManifest1(JSON.stringify(manifest));
  expect(ledger?.published.map(({ page: id, language, path, date }) => [id, language, path, date])).toEqual([
    ["kne", "nb", "nb/kne.html", "2026-01-02"],
  ]);
  expect(ledgerOfManifest1("{")).toBeUndefined();
  expect(ledgerOfManifest1('{"version":2}')).toBeUndefined();
});
