// A clinic's `dist/` for the sites that take it in: two pages in three languages, one stale, one withheld, and a picture.
import { build } from "../../src/core/malvakt.ts";
import { readPage } from "../../src/core/page/page.ts";
import { approvedEntry, catalogText } from "../catalog-by-hand.ts";
import { settingsOf } from "../small-site.ts";
import { filesOf, png } from "../stand-in/pictures.ts";
import { embedProgram } from "./embed-site.ts";

export const origin = "https://www.example-clinic.no";

const pictures: Readonly<Record<string, Buffer>> = { "nb/bilder/rom.png": png(30, 20) };

const ims = (price: string): string => `---
title: Tørrnåling & nåler
description: Om nåler.
slug: tørrnåling
---

# Tørrnåling & nåler

Ring oss på 22 33 44 55, eller les om [priser](priser.md).[^1]

![Et rom](bilder/rom.png)

| Tid | Pris |
| --- | --- |
| 30 min | ${price} kr |

## Er det smertefullt?

Litt. Se [over](#tørrnåling--nåler).

[^1]: Kilden.
`;

const priser = `---
title: Priser
---

Første time koster 850 kr. Mer om [nåler](ims.md#er-det-smertefullt).
`;

const english: Readonly<Record<string, string>> = {
  "Tørrnåling &amp; nåler": "Dry needling &amp; needles",
  "Tørrnåling & nåler": "Dry needling & needles",
  tørrnåling: "dry-needling",
  priser: "prices",
  Priser: "Prices",
};

const arabic: Readonly<Record<string, string>> = {
  "Tørrnåling &amp; nåler": "الإبر الجافة",
  "Tørrnåling & nåler": "الإبر الجافة",
  tørrnåling: "الإبر",
};

function catalogOf(language: string, page: string, words: Readonly<Record<string, string>>): string {
  const units = readPage(page, "x").page?.units ?? [];
  return catalogText(
    language,
    units.map(({ context, text }) =>
      approvedEntry({ context, id: text, text: words[text] ?? `${language} ${text}` }, language),
    ),
  );
}

/** The files of `dist/`, which is served from the address `assets`. `publish` are lines of the settings. */
export function distServedFrom(assets: string, publish = "{}"): Map<string, string | Buffer> {
  const settings = settingsOf(`site: ${origin}\nassets: ${assets}\nlanguages: { en: {}, ar: {} }\npublish: ${publish}`);
  const builtFrom = (source: string, dist: ReadonlyMap<string, string>): ReturnType<typeof build> =>
    build(
      {
        settings,
        terms: undefined,
        pages: new Map([
          ["ims", { path: "content/nb/ims.md", text: source }],
          ["priser", { path: "content/nb/priser.md", text: priser }],
        ]),
        catalogs: new Map([
          [
            "en",
            new Map([
              // Approved for the old price.
              ["ims", { path: "content/en/ims.po", text: catalogOf("en", ims("850"), english) }],
              ["priser", { path: "content/en/priser.po", text: catalogOf("en", priser, english) }],
            ]),
          ],
          ["ar", new Map([["ims", { path: "content/ar/ims.po", text: catalogOf("ar", source, arabic) }]])],
        ]),
        ...filesOf(pictures),
      },
      dist,
      { allowWithdraw: true, embedProgram },
    );
  const { files, assets: copied } = builtFrom(ims("890"), builtFrom(ims("850"), new Map()).files);
  const bytes = [...copied].map(([path, { from = "" }]) => {
    const picture = pictures[from.slice("content/".length)];
    if (!picture) throw new Error(`No picture for ${path}`);
    return [path, picture] as const;
  });
  return new Map<string, string | Buffer>([...files, ...bytes]);
}
