// Makes a site of any size: pages of 400 words in Bokmål, and an approved catalog of each in four languages.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newCatalog, writeCatalog } from "../../lib/core/catalog/write.js";
import { approve } from "../../lib/core/catalog/sign.js";
import { bringInStep } from "../../lib/core/catalog/step.js";
import { catalogPath } from "../../lib/core/layout.js";
import { readPage } from "../../lib/core/page/page.js";

/**
 * Languages beside the source. Words get an ending, so that every translation is another text of about that length;
 * what a rule would miss is translated.
 * @type {Record<string, { ending: string; words: Record<string, string> }>}
 */
const translations = {
  en: { ending: "s", words: { ikke: "not", uten: "without" } },
  nn: { ending: "ar", words: { ikke: "ikkje", uten: "utan" } },
  de: { ending: "en", words: { ikke: "nicht", uten: "ohne" } },
  pl: { ending: "ego", words: { ikke: "nie", uten: "bez" } },
};
export const languages = Object.keys(translations);

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
 * @param {string} [faults] One more paragraph.
 */
export function pageText(index, pages, faults = "") {
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
  const paragraph = () => `${sentence()} – ${Array.from({ length: 1 + Math.floor(random() * 2) }, sentence).join(" ")}`;
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
  if (faults !== "") blocks.push(faults);
  return `${blocks.join("\n\n")}\n`;
}

/**
 * A translation of a unit's text, tag by tag and word by word.
 * @param {string} text
 * @param {string} language
 */
export function translate(text, language) {
  const { ending, words } = translations[language] ?? { ending: "", words: {} };
  return text.replaceAll(/<[^>]*>|&#?\w+;|\p{L}+/gu, (piece) => {
    if (/^[<&]/u.test(piece)) return piece;
    const translated = words[piece.toLowerCase()];
    if (translated === undefined) return piece + ending;
    return piece === piece.toLowerCase() ? translated : capitalised(translated);
  });
}

/**
 * The fully approved catalog of a page, made with the library's own functions.
 * @param {import("../../lib/core/page/page.js").Page} page
 * @param {string} language
 */
function approvedCatalog(page, language) {
  const catalog = bringInStep(newCatalog(language, "nb"), page.units, language);
  const entries = catalog.entries.map((entry) =>
    approve({ ...entry, translation: translate(entry.source, language) }, language, "Kari Nordmann", "2026-11-20"),
  );
  return writeCatalog({ ...catalog, entries });
}

/**
 * A termbase of the commonest technical terms, as YAML: one concept in five is distinct from the next, and one in ten
 * has a deprecated term.
 * @param {number} size
 */
export function termbase(size) {
  const terms = (/** @type {string} */ term, /** @type {string | undefined} */ deprecated) =>
    [
      `[{ term: ${term}, status: preferred }`,
      ...(deprecated === undefined ? [] : [`{ term: ${deprecated}, status: deprecated }`]),
    ].join(", ") + "]";
  const concepts = technicalTerms.slice(0, size).map((term, index) => {
    const deprecated = index % 10 === 0 ? `gammel${term}` : undefined;
    const translated = languages.map((language) => `      ${language}: ${terms(translate(term, language), undefined)}`);
    return [
      `  - id: c${index}`,
      ...(index % 5 === 0 && index + 1 < size ? [`    distinctFrom: [c${index + 1}]`] : []),
      `    terms:`,
      `      nb: ${terms(term, deprecated)}`,
      ...translated,
    ].join("\n");
  });
  return `concepts:\n${concepts.join("\n")}\n`;
}

/**
 * Two sentences for a page in ten, each with a fault that every size of termbase knows: a deprecated term, and two
 * terms equated that must be kept apart.
 * @param {number} index
 */
export function faultsOf(index) {
  if (index % 10 !== 0) return "";
  const [first = "", second = ""] = technicalTerms.slice(index % 50, (index % 50) + 2);
  return `Vi bruker gammel${first} ved plage. Ofte brukes ${first}, også kalt ${second}, mot smerte.`;
}

/** @param {string} text */
function capitalised(text) {
  return (text[0] ?? "").toUpperCase() + text.slice(1);
}

/**
 * Writes a project of so many pages into a folder; gives its pages.
 * @param {string} folder
 * @param {number} pages
 * @param {(index: number) => string} [faults] One more paragraph for each page.
 */
export function writeSite(folder, pages, faults = () => "") {
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const settings = languages.map((code) => `  ${code}: {}\n`);
  write("malvakt.yaml", `source: nb\nlanguages:\n${settings.join("")}terms: content/terms.yaml\n`);
  write("content/terms.yaml", termbase(50));
  return Array.from({ length: pages }, (_, index) => {
    const id = pageName(index);
    const text = pageText(index, pages, faults(index));
    write(`content/nb/${id}.md`, text);
    const { page, mistakes } = readPage(text, id);
    if (!page) throw new Error(`The made page ${id} cannot be read: ${JSON.stringify(mistakes)}`);
    const catalogs = languages.map((language) => {
      const catalog = approvedCatalog(page, language);
      write(catalogPath(language, id), catalog);
      return { language, text: catalog };
    });
    return { id, text, catalogs };
  });
}
