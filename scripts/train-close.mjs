// Learns from the labelled sentences how likely two terms are taken for the same, and writes the weights that `term-close` uses.
// The same sentences give the same file. Sentences that are kept out teach nothing; what the weights do there is printed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import "./compile.mjs";
import { termbaseOf } from "./labelled.mjs";

const folder = new URL("../test/terminology/", import.meta.url);
const target = new URL("../src/core/terms/equate/close-weights.ts", import.meta.url);
const rounds = 600;
const step = 2;
const decay = 0.0005;
const smallest = 2;

/** @typedef {{ group: string; isConfusion: boolean; isFound: boolean; features: string[] }} Row */

/** @returns {Promise<Row[]>} */
async function readRows() {
  const { readCorpus } = await import("../lib/core/terms/corpus.js");
  const { readTermbase } = await import("../lib/core/terms/read.js");
  const { termsOf } = await import("../lib/core/terms/terms.js");
  const { readPage } = await import("../lib/core/page/page.js");
  const { asSeen } = await import("../lib/core/terms/as-seen.js");
  const { findSeenTerms } = await import("../lib/core/terms/recognise.js");
  const { findEquations } = await import("../lib/core/terms/equate/find.js");
  const { itemsOf } = await import("../lib/core/terms/equate/items.js");
  const { nearestTerms } = await import("../lib/core/terms/equate/close.js");
  const { closeFeatures } = await import("../lib/core/terms/equate/close-features.js");
  const read = (/** @type {string} */ name) => readFileSync(new URL(name, folder), "utf8");
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  /** @type {Row[]} */
  const rows = [];
  for (const name of names.filter((one) => one.endsWith(".jsonl")).toSorted()) {
    const terms = termsOf(readTermbase(read(termbaseOf(name))).termbase ?? { concepts: [] });
    const group = name.startsWith("real/kept-out") ? "kept-out" : name.startsWith("real/") ? "real" : "other";
    for (const { source, lang, text, expect } of readCorpus(read(name), name).sentences) {
      const index = terms(lang);
      const { page } = readPage(text, "page", "text");
      if (source !== undefined || !index || !page) continue;
      for (const { plain } of page.units) {
        const seen = asSeen(plain, index.script).text;
        const hits = findSeenTerms(seen, index);
        const items = itemsOf(seen, hits, index);
        const isFound = findEquations(seen, hits, index).length > 0;
        for (const { first, second } of nearestTerms(hits, index).values()) {
          const [a = -1, b = -1] = [first, second].map((hit) => items.findIndex((item) => item.hits.includes(hit)));
          if (a < 0 || b <= a) continue;
          const isConfusion = expect.some(({ rule }) => rule === "term-confused");
          rows.push({ group, isConfusion, isFound, features: [...closeFeatures(items, a, b)] });
        }
      }
    }
  }
  return rows;
}

/** Logistic regression by plain gradient descent. @param {readonly Row[]} rows */
function learn(rows) {
  const names = [...new Set(rows.flatMap(({ features }) => features))].toSorted();
  const numbers = new Map(names.map((name, at) => [name, at]));
  const inputs = rows.map(({ features }) => features.map((name) => numbers.get(name) ?? 0));
  // Real pages count more, and so does what the reader of constructions does not find.
  const shares = rows.map(({ group, isFound }) => (group === "real" ? 4 : 1) * (isFound ? 1 : 2));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const weights = new Float64Array(names.length);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const slopes = new Float64Array(names.length);
    let biasSlope = 0;
    for (const [at, input] of inputs.entries()) {
      const sum = input.reduce((all, feature) => all + (weights[feature] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-sum)) - (rows[at]?.isConfusion ? 1 : 0)) * (shares[at] ?? 1);
      for (const feature of input) slopes[feature] = (slopes[feature] ?? 0) + error;
      biasSlope += error;
    }
    for (const [feature, slope] of slopes.entries())
      weights[feature] = (weights[feature] ?? 0) - step * (slope / whole + decay * (weights[feature] ?? 0));
    bias -= (step * biasSlope) / whole;
  }
  const rounded = names.map((name, at) => /** @type {const} */ ([name, Math.round((weights[at] ?? 0) * 100)]));
  return {
    bias: Math.round(bias * 100),
    weights: new Map(rounded.filter(([, weight]) => Math.abs(weight) >= smallest)),
  };
}

const rows = await readRows();
const { bias, weights } = learn(rows.filter(({ group }) => group !== "kept-out"));
const lines = [...weights].map(([name, weight]) => `  ["${name}", ${weight}],`);
writeFileSync(
  target,
  `// Weights of features, in hundredths of the log odds. Made by \`node scripts/train-close.mjs\`; not to be edited.

export const closeBias = ${bias};

export const closeWeights: ReadonlyMap<string, number> = new Map([
${lines.join("\n")}
]);
`,
);

/** @param {Row} row */
const likelihoodOf = ({ features }) => features.reduce((sum, name) => sum + (weights.get(name) ?? 0), bias);
for (const group of ["kept-out", "real", "other"]) {
  const open = rows.filter((row) => row.group === group && !row.isFound);
  for (const least of [-200, -150, -100, 0, 50, 100]) {
    const count = (/** @type {boolean} */ wanted) =>
      `${open.filter((row) => row.isConfusion === wanted && likelihoodOf(row) >= least).length} of ${open.filter(({ isConfusion }) => isConfusion === wanted).length}`;
    console.log(`${group}, from ${least}: ${count(true)} confusions that no rule finds, ${count(false)} others`);
  }
}
