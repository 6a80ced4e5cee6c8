// What the term rules cost: with small and large termbases, beside textlint with the same terms, and on very long texts.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkMarkdown } from "../../lib/core/check/loose.js";
import { readCatalog } from "../../lib/core/catalog/read.js";
import { defaultSeverity } from "../../lib/core/finding.js";
import { isPlain } from "../../lib/core/page/unit.js";
import { readPage } from "../../lib/core/page/page.js";
import { readTermbase } from "../../lib/core/terms/read.js";
import { checkText, checkTranslation } from "../../lib/core/terms/rules.js";
import { termsOf } from "../../lib/core/terms/terms.js";
import { plainText } from "../../lib/core/unit-text.js";
import { median, printTable, runNode, showRatio, showSeconds, timeJobs } from "./measure.mjs";
import { faultsOf, pageText, technicalTerms, termbase, writeSite } from "./site.mjs";

const program = fileURLToPath(new URL("../../lib/shell/main.js", import.meta.url));
const sizes = [50, 1_000, 10_000];
const rounds = 3;

/** @param {string} folder @param {number} pages @param {string} textlint */
export async function run(folder, pages, textlint) {
  const root = join(folder, "terms");
  const site = writeSite(root, pages, faultsOf);
  for (const size of sizes) writeFileSync(join(root, `terms-${size}.yaml`), termbase(size));
  measureRules(site);
  measureProcesses(root, pages, textlint);
  measureLongTexts();
}

/** @param {number} size */
function termsIn(size) {
  const { termbase: read } = readTermbase(termbase(size));
  if (!read) throw new Error(`The made termbase of ${size} terms cannot be read.`);
  return termsOf(read);
}

/** The rules alone: texts that are read already, and words that are met for the first time. @param {ReturnType<typeof writeSite>} site */
function measureRules(site) {
  const texts = site.flatMap(({ id, text }) => readPage(text, id).page?.units.map((unit) => unit.plain) ?? []);
  const pairs = site.flatMap(({ catalogs }) => {
    const { catalog } = readCatalog(catalogs.find(({ language }) => language === "en")?.text ?? "");
    return (catalog?.entries ?? [])
      .filter(({ context }) => context !== "slug")
      .map(({ context, id, text }) =>
        isPlain(context) ? { id, text } : { id: plainText(id).plain, text: plainText(text).plain },
      );
  });
  const found = new Map(sizes.map((size) => [size, 0]));
  const jobs = sizes.flatMap((size) => {
    const terms = termsIn(size);
    const [source, target] = [terms("nb"), terms("en")];
    if (!source || !target) throw new Error("There is no data for nb or en.");
    const pagesAlone = () => {
      source.seen.clear();
      let count = 0;
      for (const text of texts) count += checkText(text, source).length;
      found.set(size, count);
    };
    const catalogsAlone = () => {
      source.seen.clear();
      target.seen.clear();
      for (const { id, text } of pairs) {
        checkText(text, target);
        checkTranslation(id, source, text, target);
      }
    };
    return [
      [`pages ${size}`, pagesAlone],
      [`catalogs ${size}`, catalogsAlone],
      [`read ${size}`, () => void termsIn(size)("nb")],
    ];
  });
  const time = timeJobs(5, Object.fromEntries(jobs));
  const row = (/** @type {string} */ what, /** @type {string} */ job) => {
    const seconds = sizes.map((size) => time[`${job} ${size}`] ?? Number.NaN);
    return [what, ...seconds.map(showSeconds), showRatio((seconds.at(-1) ?? Number.NaN) / (seconds[0] ?? Number.NaN))];
  };
  printTable(
    `The term rules alone (${site.length} pages of 400 words, in one process, median of 5 rounds)`,
    ["terms", ...sizes.map(String), "growth"],
    [
      row("two rules on the pages", "pages"),
      row("four rules on the catalogs of one language", "catalogs"),
      row("once a run: read the termbase and compile it", "read"),
      ["findings in the pages", ...sizes.map((size) => String(found.get(size))), ""],
    ],
  );
}

/** @param {string} root @param {number} pages @param {string} textlint */
function measureProcesses(root, pages, textlint) {
  const check = (/** @type {number} */ size, /** @type {string[]} */ ...languages) =>
    runNode(
      [
        program,
        "check",
        "--root",
        root,
        "--terms",
        join(root, `terms-${size}.yaml`),
        "--format",
        "json",
        ...languages.flatMap((language) => ["--lang", language]),
      ],
      { cwd: root, mayFind: true },
    ).seconds;
  const runs = Array.from({ length: rounds }, () => ({
    source: check(1_000, "nb"),
    pair: sizes.map((size) => check(size, "nb", "en")),
  }));
  const source = median(runs.map((round) => round.source));
  const pair = sizes.map((_, index) => median(runs.map((round) => round.pair[index] ?? Number.NaN)));
  const rival = measureTextlint(root, pages, textlint);
  printTable(
    `Whole processes (${pages} pages of 400 words, start and files included, median of ${rounds})`,
    ["terms", ...sizes.map(String), "growth"],
    [
      ["malvakt check, pages", "", showSeconds(source), "", ""],
      [
        "malvakt check, pages and catalogs of one language: all four rules",
        ...pair.map(showSeconds),
        showRatio((pair[2] ?? Number.NaN) / (pair[0] ?? Number.NaN)),
      ],
      ...(rival ? [[`textlint, pages${rival.note}`, ...rival.seconds.map(showSeconds), "", ""]] : []),
    ],
  );
  if (!rival) {
    console.log("\nTo have textlint beside this: npm install --no-save textlint textlint-rule-terminology");
    return;
  }
  const faster = (/** @type {number | undefined} */ ours) =>
    ((rival.seconds[1] ?? Number.NaN) / (ours ?? Number.NaN)).toFixed(1);
  console.log(
    `\nAt 1,000 terms, whole processes: ${faster(source)} times faster than textlint on the pages, ${faster(pair[1])} times with the catalogs of one language and all four rules.`,
  );
}

/**
 * Textlint with the same terms, on the same pages; on a part of them when all would take too long.
 * @param {string} root @param {number} pages @param {string} textlint
 */
function measureTextlint(root, pages, textlint) {
  const modules = join(textlint, "node_modules");
  const bin = join(modules, "textlint/bin/textlint.js");
  if (!existsSync(bin) || !existsSync(join(modules, "textlint-rule-terminology"))) return undefined;
  const most = 60;
  const sample = Math.min(pages, 200);
  const lint = (/** @type {number} */ size, /** @type {string} */ files) => {
    const terms = technicalTerms
      .slice(0, size)
      .flatMap((term, index) => [term, ...(index % 10 === 0 ? [[`gammel${term}`, term]] : [])]);
    const rules = { terminology: { defaultTerms: false, terms } };
    const config = join(root, `textlint-${size}.json`);
    writeFileSync(config, JSON.stringify({ rules }));
    const { seconds, output } = runNode([bin, "--config", config, "--format", "json", files], {
      cwd: root,
      env: { NODE_PATH: modules },
      mayFind: true,
    });
    if (!output.startsWith("[")) throw new Error(`textlint did not run: ${output}`);
    return seconds;
  };
  const first = Array.from({ length: sample }, (_, index) => `content/nb/side-${String(index).padStart(4, "0")}.md`);
  const onSample = `{${first.join(",")}}`;
  let scaled = 0;
  const seconds = sizes.slice(0, 2).map((size) => {
    const start = lint(size, first[0] ?? "");
    const some = lint(size, onSample);
    const estimate = start + ((some - start) * pages) / sample;
    if (estimate <= most) return median(Array.from({ length: rounds }, () => lint(size, "content/nb/*.md")));
    scaled = size;
    return estimate;
  });
  const note = scaled === 0 ? "" : ` (at ${scaled} terms measured on ${sample} pages, and scaled)`;
  return { seconds, note };
}

/** Texts that are far longer than any page: time must grow with their length and no faster. */
function measureLongTexts() {
  const terms = termsIn(1_000);
  const body = pageText(1, 1).replace(/^---\n[^]*?\n---\n/u, "");
  const sentence = body.replaceAll(/[^\p{L}\p{N}. ]+/gu, " ").replaceAll(/ {2,}/gu, " ");
  const hit = `Hos oss brukes ${technicalTerms[0]} og ${technicalTerms[7]} ofte.\n\n`;
  /** @type {[string, (share: number) => string][]} */
  const texts = [
    ["a page of 5 MB", (share) => body.repeat(Math.ceil((5e6 * share) / Buffer.byteLength(body)))],
    ["a line of 1 MB", (share) => sentence.repeat(Math.ceil((1e6 * share) / Buffer.byteLength(sentence)))],
    ["10,000 hits on one page", (share) => hit.repeat(5_000 * share)],
    ["10,000 findings on one page", (share) => hit.replace("brukes ", "brukes gammel").repeat(10_000 * share)],
  ];
  const rows = texts.map(([what, make]) => {
    const shares = [0.25, 0.5, 1];
    const check = (/** @type {number} */ share) => {
      const file = { path: "page.md", text: make(share), language: "nb", source: "nb" };
      const start = performance.now();
      const { findings } = checkMarkdown(file, terms, defaultSeverity);
      if (findings.some(({ ruleId }) => ruleId === "front-matter")) throw new Error(`The text cannot be read: ${what}`);
      return (performance.now() - start) / 1000;
    };
    check(0.02);
    const seconds = shares.map(check);
    const { page } = readPage(make(1), "page", "text");
    const index = terms("nb");
    if (!page || !index) throw new Error(`The text cannot be read: ${what}`);
    const units = page.units.map((unit) => unit.plain);
    const alone = timeJobs(3, { rules: () => units.forEach((text) => checkText(text, index)) });
    return [
      what,
      ...seconds.map(showSeconds),
      showRatio((seconds[2] ?? Number.NaN) / (seconds[0] ?? Number.NaN)),
      showSeconds(alone.rules),
    ];
  });
  printTable(
    "Very long texts, 1,000 terms (in one process, each measured once; growth is of four times the length)",
    ["", "a quarter", "half", "the whole", "growth", "rules alone"],
    rows,
  );
}
