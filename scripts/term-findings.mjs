// What the term rules find in every labelled sentence, as JSON; or how two such files differ, finding by finding.
//   node scripts/term-findings.mjs > before.json
//   node scripts/term-findings.mjs --diff before.json after.json
import { readFileSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import "./compile.mjs";
import { termbaseOf } from "./labelled.mjs";

const folder = new URL("../test/terminology/", import.meta.url);

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, folder), "utf8");

/** @typedef {{ text: string; lang: string; expect: string[]; found: string[] }} Row */

/** @returns {Promise<Record<string, Row>>} */
async function findAll() {
  const { findingsIn, readCorpus } = await import("../lib/core/terms/corpus.js");
  const { readTermbase } = await import("../lib/core/terms/read.js");
  const { termsOf } = await import("../lib/core/terms/terms.js");
  const names = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".jsonl"));
  /** @type {Record<string, Row>} */
  const rows = {};
  for (const name of names.toSorted()) {
    const { termbase } = readTermbase(read(termbaseOf(name)));
    const terms = termsOf(termbase ?? { concepts: [] });
    for (const sentence of readCorpus(read(name), name).sentences) {
      /** @param {{ rule: string; match?: string; concept?: string }} label */
      const shown = ({ rule, match, concept }) => `${rule}: ${match ?? concept}`;
      rows[`${sentence.place} ${sentence.id}`] = {
        text: sentence.source === undefined ? sentence.text : `${sentence.source} => ${sentence.text}`,
        lang: sentence.lang,
        expect: sentence.expect.map(shown).toSorted(),
        found: findingsIn(sentence, terms).map(shown).toSorted(),
      };
    }
  }
  return rows;
}

/** @param {string[]} one @param {string[]} other */
function without(one, other) {
  const open = [...other];
  return one.filter((item) => {
    const at = open.indexOf(item);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
}

/** @param {Record<string, Row>} before @param {Record<string, Row>} after */
function tellChanges(before, after) {
  const count = { mended: 0, broken: 0 };
  for (const [id, now] of Object.entries(after)) {
    const was = before[id];
    if (!was || was.text !== now.text) continue;
    const changes = [
      ...without(now.found, was.found).map((finding) => ({ sign: "+", finding, right: now.expect.includes(finding) })),
      ...without(was.found, now.found).map((finding) => ({ sign: "-", finding, right: !now.expect.includes(finding) })),
    ];
    if (changes.length === 0) continue;
    console.log(`${id}\n    ${now.text}`);
    for (const { sign, finding, right } of changes) {
      count[right ? "mended" : "broken"] += 1;
      console.log(`  ${sign} ${finding} (${right ? "as labelled" : "against the label"})`);
    }
  }
  console.log(`${count.mended} findings now as labelled, ${count.broken} no longer`);
}

const { values, positionals } = parseArgs({ options: { diff: { type: "boolean" } }, allowPositionals: true });
if (values.diff) {
  const [before = "", after = ""] = positionals;
  tellChanges(JSON.parse(readFileSync(before, "utf8")), JSON.parse(readFileSync(after, "utf8")));
} else console.log(JSON.stringify(await findAll(), undefined, 1));
