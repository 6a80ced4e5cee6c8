// What drafting costs: Apertium's words per second, memory of a hundred thousand texts, and one changed sentence.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bringInStep } from "../../lib/core/catalog/step.js";
import { readCatalog } from "../../lib/core/catalog/read.js";
import { approvalLine } from "../../lib/core/catalog/state.js";
import { newEntry } from "../../lib/core/catalog/entry.js";
import { sentence } from "../../lib/core/messages/sentence.js";
import { apertiumTarget } from "../../lib/core/draft/apertium-target.js";
import { buildMemory, recallSentences, recallSimilar, recallUnit } from "../../lib/core/draft/memory.js";
import { chargedCharacters } from "../../lib/core/draft/charge.js";
import { estimate, planDrafts, wantedIn } from "../../lib/core/draft/plan.js";
import { readPage } from "../../lib/core/page/page.js";
import { plainText } from "../../lib/core/unit-text.js";
import { apertiumMissing, openApertium } from "../../lib/shell/engines/apertium.js";
import { printTable, showMegabytes, showSeconds } from "./measure.mjs";

const project = new URL("../../", import.meta.url);

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, project), "utf8");
}

export async function run() {
  await measureApertium();
  measureMemory();
  measureChange();
}

/** The units of the shipped pages, again and again, so that starting the programs is a small part of it. */
async function measureApertium() {
  const texts = ["ims", "trykkbolgebehandling", "forste-konsultasjon"]
    .flatMap((id) => readPage(read(`content/nb/${id}.md`), id).page?.units ?? [])
    .map(({ text }) => text);
  const rounds = 5;
  const questions = Array.from({ length: rounds }, () =>
    texts.map((text) => ({ text, markup: true, pins: [] })),
  ).flat();
  const words = questions.reduce((sum, { text }) => sum + plainText(text).plain.split(/\s+/u).length, 0);
  /** @type {string[][]} */
  const rows = [];
  for (const code of ["nn", "da", "sv"]) {
    const target = apertiumTarget(code);
    if (!target) continue;
    const missing = await apertiumMissing(target.mode);
    if (missing !== undefined) {
      rows.push([code, sentence(missing, "en"), "", ""]);
      continue;
    }
    const engine = openApertium(target);
    try {
      const start = performance.now();
      await engine.answer(questions.slice(0, 1));
      const ready = performance.now();
      const answers = await engine.answer(questions);
      const seconds = (performance.now() - ready) / 1000;
      const failed = answers.filter((answer) => "failure" in answer).length;
      rows.push([code, showSeconds((ready - start) / 1000), `${Math.round(words / seconds)}`, String(failed)]);
    } finally {
      await engine.close();
    }
  }
  printTable(`Drafting with Apertium (${words} words)`, ["language", "first answer", "words a second", "failed"], rows);
}

const units = 100_000;
const vocabulary = Array.from({ length: 20_000 }, (_, index) => `ord${index.toString(36)}`);

/** A text of some 25 words in two sentences; the same number gives the same text. @param {number} number */
function madeText(number) {
  let seed = (number * 2_654_435_761) >>> 0;
  const words = Array.from({ length: 25 }, (_, index) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (vocabulary[seed % vocabulary.length] ?? "") + (index === 11 ? "." : "");
  });
  const text = words.join(" ").replace(". o", ". O");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function measureMemory() {
  const before = usedBytes();
  const entries = Array.from({ length: units }, (_, number) => {
    const entry = { ...newEntry("", madeText(number), []), text: madeText(number).replaceAll("ord", "word") };
    return { ...entry, comments: [approvalLine(entry, "en", "Kari Nordmann", "2026-01-31")] };
  });
  const start = performance.now();
  const memory = buildMemory(entries, "nb", "en");
  const built = (performance.now() - start) / 1000;
  /** @type {[string, number, () => unknown][]} */
  const lookUps = [
    ["the very same text", 10_000, () => recallUnit(memory, "", madeText(next()))],
    ["its sentences", 2_000, () => recallSentences(memory, "", `Nytt her. ${madeText(next())}`)],
    ["the most alike text", 200, () => recallSimilar(memory, "", `${madeText(next())} Nytt her.`)],
  ];
  let number = 0;
  const next = () => (number = (number + 7919) % units);
  const rows = lookUps.map(([name, count, lookUp]) => {
    const first = performance.now();
    lookUp();
    const ready = performance.now();
    for (let index = 0; index < count; index++) lookUp();
    const seconds = (performance.now() - ready) / 1000;
    return [
      name,
      showSeconds((ready - first) / 1000),
      `${Math.round(count / seconds)}`,
      showMegabytes(usedBytes() - before),
    ];
  });
  printTable(
    `Memory of ${units} approved texts, built in ${showSeconds(built)}`,
    ["looking up", "the first time", "a second after that", "memory held by then"],
    rows,
  );
}

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc");

function usedBytes() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** One sentence of the first page changes, in four languages: what is sent, beside the whole page. */
function measureChange() {
  const source = read("content/nb/ims.md");
  const changed = source.replace("Nålene er tynne, og merkes", "Nålene er svært tynne, og merkes");
  const page = readPage(changed, "ims").page;
  if (!page || changed === source) throw new Error("The page has no such sentence any more.");
  const whole = page.units.reduce((sum, { context, text }) => sum + chargedCharacters(context, text), 0);
  const rows = ["en", "nn", "de", "pl"].map((language) => {
    const { catalog } = readCatalog(read(`content/${language}/ims.po`));
    if (!catalog) throw new Error(`The catalog of ${language} cannot be read.`);
    const memory = buildMemory(catalog.entries, "nb", language);
    const wanted = wantedIn(bringInStep(catalog, page.units, language), language);
    const { charged } = estimate(
      planDrafts(wanted, memory, "deepl", () => undefined),
      new Set(),
    );
    return [language, String(charged), String(whole), `1/${Math.round(whole / charged)}`];
  });
  printTable(
    "Characters sent when one sentence of content/nb/ims.md changes",
    ["language", "that sentence", "the page again", "share"],
    rows,
  );
}
