// What texts cost that are far longer than any page: time must grow with their length and no faster.
import { checkMarkdown } from "../../lib/core/check/loose.js";
import { defaultSeverity } from "../../lib/core/finding.js";
import { readPage } from "../../lib/core/page/page.js";
import { readTermbase } from "../../lib/core/terms/read.js";
import { checkText } from "../../lib/core/terms/rules.js";
import { termsOf } from "../../lib/core/terms/terms.js";
import { printTable, showRatio, showSeconds } from "./measure.mjs";
import { pageText, technicalTerms, termbase } from "./site.mjs";

/** Bodies of so many bytes of different pages, without their heads. @param {number} bytes */
function bodies(bytes) {
  let text = "";
  for (let index = 0; text.length < bytes; index++)
    text += `${pageText(index, 1).replace(/^---\n[^]*?\n---\n/u, "")}\n`;
  return text.slice(0, bytes);
}

/** @param {number} share @param {(index: number) => string} sentence */
function paragraphs(share, sentence) {
  return Array.from({ length: 5_000 * share }, (_, index) => `${sentence(index)}\n\n`).join("");
}

/** @type {[string, (share: number) => string][]} */
const texts = [
  ["a page of 1 MB", (share) => bodies(1e6 * share)],
  ["a line of 0.5 MB", (share) => bodies(5e5 * share).replaceAll(/[^\p{L}\p{N}. ]+/gu, " ")],
  [
    "10,000 hits on one page",
    (share) => paragraphs(share, (at) => `Hos oss brukes ${technicalTerms[0]} og ${technicalTerms[7]} ofte (${at}).`),
  ],
  [
    "10,000 findings on one page",
    (share) =>
      paragraphs(share, (at) => `${at} ganger brukes gammel${technicalTerms[0]} og gammel${technicalTerms[10]}.`),
  ],
];

export async function run() {
  const { termbase: read } = readTermbase(termbase(1_000));
  if (!read) throw new Error("The made termbase cannot be read.");
  const check = (/** @type {string} */ text) => {
    const file = { path: "page.md", text, language: "nb", source: "nb" };
    const terms = termsOf(read);
    terms("nb");
    const start = performance.now();
    const { findings } = checkMarkdown(file, terms, defaultSeverity);
    const seconds = (performance.now() - start) / 1000;
    if (findings.some(({ ruleId }) => ruleId === "front-matter"))
      throw new Error(`The text cannot be read: ${JSON.stringify(findings[0]?.reason)}`);
    return { seconds, found: findings.filter(({ ruleId }) => ruleId === "term-deprecated").length };
  };
  const rows = texts.map(([what, make]) => {
    check(make(0.02));
    const [quarter, half, whole] = [0.25, 0.5, 1].map((share) => check(make(share)));
    const { page } = readPage(make(1), "page", "text");
    const index = termsOf(read)("nb");
    if (!page || !index) throw new Error(`The text cannot be read: ${what}`);
    const start = performance.now();
    for (const { plain } of page.units) checkText(plain, index);
    const alone = (performance.now() - start) / 1000;
    return [
      what,
      ...[quarter, half, whole].map((one) => showSeconds(one?.seconds ?? Number.NaN)),
      showRatio((whole?.seconds ?? Number.NaN) / (quarter?.seconds ?? Number.NaN)),
      showSeconds(alone),
      String(whole?.found),
    ];
  });
  printTable(
    "Very long texts, 1,000 terms (in one process, each measured once; growth is of four times the length)",
    ["", "a quarter", "half", "the whole", "growth", "rules alone", "deprecated terms"],
    rows,
  );
}
