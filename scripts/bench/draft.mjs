// What drafting costs: Apertium's throughput, looking things up in a large memory, and one changed sentence in four languages.
import { readdirSync, readFileSync } from "node:fs";
import { newEntry } from "../../lib/core/catalog/entry.js";
import { approve } from "../../lib/core/catalog/sign.js";
import { bringInStep } from "../../lib/core/catalog/step.js";
import { newCatalog } from "../../lib/core/catalog/write.js";
import { apertiumTarget } from "../../lib/core/draft/apertium-target.js";
import { buildMemory, recallSentences, recallSimilar, recallUnit } from "../../lib/core/draft/memory.js";
import { estimate, planPage } from "../../lib/core/draft/plan.js";
import { isPlain } from "../../lib/core/page/unit.js";
import { readPage } from "../../lib/core/page/page.js";
import { apertiumMissing, openApertium } from "../../lib/shell/engines/apertium.js";
import { median, printTable, showMegabytes, showRatio, showSeconds } from "./measure.mjs";
import { pageText, translate } from "./site.mjs";

export async function run() {
  measureMemory();
  measureChange();
  await measureApertium();
}

/** Made units, no two alike. @param {number} count @param {number} from */
function madeUnits(count, from) {
  /** @type {Map<string, string>} */
  const units = new Map();
  for (let index = from; units.size < count; index++)
    for (const { context, text } of unitsOf(pageText(index, 1_000), `side-${index}`))
      if (context !== "slug") units.set(text, context);
  return [...units].slice(0, count).map(([text, context]) => ({ text, context }));
}

/** @param {string} text @param {string} id */
function unitsOf(text, id) {
  const { page, mistakes } = readPage(text, id);
  if (!page) throw new Error(`${id} cannot be read: ${JSON.stringify(mistakes[0])}`);
  return page.units;
}

function measureMemory() {
  const approved = 100_000;
  const lookUps = 2_000;
  const units = madeUnits(approved, 0);
  const entries = units.map(({ context, text }) => approvedEntry(context, text, "en"));
  const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const memory = buildMemory(entries, "nb", "en");
  const built = secondsSince(start);
  const asked = units.filter((_, index) => index % (approved / lookUps) === 0);
  const strangers = madeUnits(lookUps, 1_000_000);
  // A paragraph whose first sentence is new: only the others can be remembered.
  const changed = asked.map(({ context, text }) => ({
    context,
    text: isPlain(context) ? text : `Dette er en ny setning nummer ${text.length}. ${text}`,
  }));
  /** @type {[string, (one: { context: string; text: string }) => unknown, { context: string; text: string }[]][]} */
  const jobs = [
    ["a unit that is known", ({ context, text }) => recallUnit(memory, context, text), asked],
    ["a unit that is not", ({ context, text }) => recallUnit(memory, context, text), strangers],
    ["the sentences of a changed unit", ({ context, text }) => recallSentences(memory, context, text), changed],
    ["the most similar unit, of a changed one", ({ context, text }) => recallSimilar(memory, context, text), changed],
    ["the most similar unit, of another text", ({ context, text }) => recallSimilar(memory, context, text), strangers],
  ];
  const rows = jobs.map(([what, job, texts]) => {
    const first = performance.now();
    const [text] = texts;
    if (text) job(text);
    const prepared = secondsSince(first);
    const seconds = median(
      Array.from({ length: 5 }, () => {
        const from = performance.now();
        for (const one of texts) job(one);
        return secondsSince(from);
      }),
    );
    return [
      what,
      showSeconds(prepared),
      showSeconds(seconds / texts.length),
      Math.round(texts.length / seconds).toLocaleString("en"),
    ];
  });
  collect?.();
  const held = process.memoryUsage().heapUsed - before;
  const note = collect ? "" : ", garbage included; node --expose-gc tells more exactly";
  printTable(
    `Memory of ${approved.toLocaleString("en")} approved units: built in ${showSeconds(built)}, ${showMegabytes(held)} with all its indexes${note} (${lookUps} look-ups, median of 5 rounds)`,
    ["look up", "the first", "each", "a second"],
    rows,
  );
  const peak = process.memoryUsage().rss;
  console.log(`The whole process holds ${showMegabytes(peak)} then, the catalogs' entries included.`);
}

/** @param {string} context @param {string} text @param {string} language */
function approvedEntry(context, text, language) {
  return approve({ ...newEntry(context, text, []), text: translate(text, language) }, "Kari Nordmann", "2026-11-20");
}

/** What an engine is asked for when a sentence of an approved page changes, in characters that are charged. */
function measureChange() {
  const languages = ["en", "nn", "de", "pl"];
  const text = readFileSync(new URL("../../content/nb/ims.md", import.meta.url), "utf8");
  const old = "Nålene er tynne, og merkes knapt når de settes inn.";
  const fresh = "Nålene er svært tynne, og de fleste merker dem knapt.";
  if (!text.includes(old)) throw new Error("The sentence to be changed is not in content/nb/ims.md.");
  const units = unitsOf(text, "ims");
  const changed = unitsOf(text.replace(old, fresh), "ims");
  const totals = languages.map((language) => {
    const empty = newCatalog(language, "nb");
    const entries = bringInStep(empty, units).entries.map((entry) =>
      approve(
        { ...entry, text: entry.context === "slug" ? entry.id : translate(entry.id, language) },
        "Kari",
        "2026-11-20",
      ),
    );
    const catalog = bringInStep({ ...empty, entries }, changed);
    const nothing = buildMemory([], "nb", language);
    return {
      sent: estimate(planPage(catalog, buildMemory(catalog.entries, "nb", language), "deepl"), new Set()).charged,
      unit: estimate(planPage(catalog, nothing, "deepl"), new Set()).charged,
      page: estimate(planPage(bringInStep(empty, changed), nothing, "deepl"), new Set()).charged,
    };
  });
  const sum = (/** @type {"sent" | "unit" | "page"} */ what) => totals.reduce((total, each) => total + each[what], 0);
  const row = (/** @type {string} */ what, /** @type {number} */ characters) => [
    what,
    characters.toLocaleString("en"),
    showRatio(characters / sum("sent")),
  ];
  printTable(
    `One sentence of ${fresh.length} characters changed on content/nb/ims.md, ${languages.length} languages: characters that are charged`,
    ["", "characters", ""],
    [
      row("malvakt draft: the sentence", sum("sent")),
      row("translate the changed paragraph again", sum("unit")),
      row("translate the page again", sum("page")),
    ],
  );
}

/** The shipped pages, since made words would be measured as words that Apertium does not know. */
async function measureApertium() {
  const content = new URL("../../content/nb/", import.meta.url);
  const questions = readdirSync(content)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => unitsOf(readFileSync(new URL(name, content), "utf8"), name.slice(0, -3)))
    .filter(({ context }) => context !== "slug")
    .map(({ context, text }) => ({ text, markup: !isPlain(context), pins: [] }));
  const words = questions.reduce(
    (sum, { text }) => sum + (text.replaceAll(/<[^>]*>/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
  const rows = [];
  for (const language of ["nn", "da", "sv"]) {
    const target = apertiumTarget(language);
    if (!target) throw new Error(`There is no Apertium for ${language}.`);
    const missing = await apertiumMissing(target.mode);
    if (missing !== undefined) {
      rows.push([language, missing, "", "", ""]);
      continue;
    }
    const engine = openApertium(target, { timeoutMs: 120_000 });
    try {
      const start = performance.now();
      await engine.answer([{ text: "Ring oss i dag.", markup: false, pins: [] }], "");
      const opened = secondsSince(start);
      let failed = 0;
      const rounds = [];
      for (let round = 0; round < 3; round++) {
        const from = performance.now();
        for (const batch of engine.batches(questions))
          failed += (await engine.answer(batch, "")).filter((answer) => "failure" in answer).length;
        rounds.push(secondsSince(from));
      }
      const seconds = median(rounds);
      rows.push([
        language,
        showSeconds(opened),
        showSeconds(seconds),
        Math.round(words / seconds).toLocaleString("en"),
        String(failed),
      ]);
    } finally {
      await engine.close();
    }
  }
  printTable(
    `Apertium, one long-lived pipeline (${words.toLocaleString("en")} words in ${questions.length} units, median of 3 rounds)`,
    ["language", "start and first answer", "all", "words a second", "failed"],
    rows,
  );
}

/** @param {number} start */
function secondsSince(start) {
  return (performance.now() - start) / 1000;
}
