// Makes a site of any size: pages of 400 words in Bokmål, and an approved catalog of each in four languages.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newCatalog, writeCatalog } from "../../lib/core/catalog/write.js";
import { approve } from "../../lib/core/catalog/sign.js";
import { bringInStep } from "../../lib/core/catalog/step.js";
import { catalogPath } from "../../lib/core/project.js";
import { readPage } from "../../lib/core/page/page.js";

/** Languages beside the source; words get an ending, so that every translation is another text of about that length. */
const endings = { en: "s", nn: "ar", de: "en", pl: "ego" };
export const languages = Object.keys(endings);

const wordsPerPage = 400;

const ordinary =
  "og i det er på til som en at for med av den har ikke vi kan du et om så ved fra eller etter når blir må skal også hvis noen alle få være mange andre mer uten over under mellom mot hos deg oss din vår første andre ofte sjelden noe lite god bedre vond sterk lett hver uke dag time måned behandling plage smerte øvelse muskel nakke rygg skulder kne hofte fot hånd albue undersøkelse vurdering resultat effekt bruk hjelp råd spørsmål svar lege klinikk pasient avtale medisin hvile trening søvn arbeid hjemme gradvis forsiktig regelmessig vanligvis merkes kjennes gjøres brukes startes avsluttes følges tilpasses".split(
    " ",
  );
const stems =
  "muskel nerve sene ledd knute nål bølge trykk puls punkt bånd vev hud rygg nakke skulder hofte kne ankel albue finger hode kjeve bryst mage bekken lår legg fot tå hæl stimulering".split(
    " ",
  );
const heads =
  "behandling terapi metode teknikk smerte plage skade betennelse trening øvelse undersøkelse måling bruk virkning respons reaksjon massasje tøyning styrke kraft nett kile blokk prøve kur serie pause time plan stilling kontroll vurdering".split(
    " ",
  );

/**
 * The terms of all sizes of termbase, the commonest first: 10,000 different compounds, none of which is in the other words.
 * @type {readonly string[]}
 */
export const technicalTerms = stems
  .flatMap((first) => stems.flatMap((second) => heads.map((head) => ({ first, second, head }))))
  .filter(({ first, second }) => first !== second)
  .map(({ first, second, head }) => `${first}${second}${head}`)
  .toSorted((one, other) => hash(one) - hash(other))
  .slice(0, 10_000);

/** @param {string} text */
function hash(text) {
  let value = 2166136261;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619);
  return value >>> 0;
}

/** Numbers in [0, 1) that look random and are always the same (mulberry32). @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} index */
function pageName(index) {
  return `side-${String(index).padStart(4, "0")}`;
}

/**
 * The Markdown of a page. One word in twenty is technical; half of these are from the fifty commonest terms.
 * @param {number} index
 * @param {number} pages
 */
export function pageText(index, pages) {
  const random = randomNumbers(index + 1);
  const choose = (/** @type {readonly string[]} */ words, count = words.length) =>
    words[Math.floor(random() * count)] ?? "";
  let written = 0;
  const phrase = (/** @type {number} */ length) => {
    written += length;
    const words = Array.from({ length }, () =>
      random() < 0.05 ? choose(technicalTerms, random() < 0.5 ? 50 : technicalTerms.length) : choose(ordinary),
    );
    return words.join(" ");
  };
  const capitalised = (/** @type {string} */ text) => (text[0] ?? "").toUpperCase() + text.slice(1);
  const inline = () => {
    const kind = random();
    if (kind < 0.15) return `**${phrase(2)}**`;
    if (kind < 0.3) return `*${phrase(1)}*`;
    if (kind < 0.45) return `[${phrase(3)}](${pageName(Math.floor(random() * pages))}.md)`;
    if (kind < 0.5) return `[${phrase(2)}](https://example.org/${index}?a=b&c=d)`;
    return phrase(3);
  };
  const sentence = () =>
    `${capitalised(phrase(3 + Math.floor(random() * 5)))} ${inline()} ${phrase(2 + Math.floor(random() * 5))}.`;
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 2) }, sentence).join(" ");
  const list = () => Array.from({ length: 4 }, () => `- ${phrase(3)} ${inline()}`).join("\n");
  const table = () =>
    [["", ""], undefined, ["", ""], ["", ""], ["", ""]]
      .map((cells) => `| ${cells ? cells.map(() => phrase(3)).join(" | ") : "--- | ---"} |`)
      .join("\n");
  const title = `${capitalised(phrase(3))} ${index}`;
  const blocks = [
    `---\ntitle: ${title}\ndescription: ${capitalised(phrase(12))}.\ncategory: Kiropraktor\ndate: 2026-11-20\n---`,
    `# ${title}`,
    paragraph(),
  ];
  if (index % 5 === 0) blocks.push(table());
  while (written < wordsPerPage) {
    blocks.push(`## ${capitalised(phrase(4))}`, paragraph(), list(), paragraph());
  }
  return `${blocks.join("\n\n")}\n`;
}

/**
 * A translation of a unit's text: each word outside tags gets an ending.
 * @param {string} text
 * @param {string} ending
 */
function translate(text, ending) {
  return text.replaceAll(/<[^>]*>|&#?\w+;|\p{L}+/gu, (piece) => (/^[<&]/u.test(piece) ? piece : piece + ending));
}

/**
 * The fully approved catalog of a page, made with the library's own functions.
 * @param {import("../../lib/core/page/page.js").Page} page
 * @param {string} language
 * @param {string} ending
 */
function approvedCatalog(page, language, ending) {
  const catalog = bringInStep(newCatalog(language, "nb"), page.units);
  const entries = catalog.entries.map((entry) =>
    approve({ ...entry, text: translate(entry.id, ending) }, "Kari Nordmann", "2026-11-20"),
  );
  return writeCatalog({ ...catalog, entries });
}

/**
 * Writes a project of so many pages into a folder; gives its pages.
 * @param {string} folder
 * @param {number} pages
 */
export function writeSite(folder, pages) {
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("malvakt.yaml", `source: nb\nlanguages:\n${languages.map((code) => `  ${code}: {}\n`).join("")}`);
  return Array.from({ length: pages }, (_, index) => {
    const id = pageName(index);
    const text = pageText(index, pages);
    write(`content/nb/${id}.md`, text);
    const { page, mistakes } = readPage(text, id);
    if (!page) throw new Error(`The made page ${id} cannot be read: ${JSON.stringify(mistakes)}`);
    const catalogs = Object.entries(endings).map(([language, ending]) => {
      const catalog = approvedCatalog(page, language, ending);
      write(catalogPath(language, id), catalog);
      return { language, text: catalog };
    });
    return { id, text, catalogs };
  });
}
