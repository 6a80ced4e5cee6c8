// What the term rules cost: with small and large termbases, beside textlint with the same terms on the same pages.
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../lib/core/catalog/read.js";
import { isPlain } from "../../lib/core/page/unit.js";
import { readPage } from "../../lib/core/page/page.js";
import { readTermbase } from "../../lib/core/terms/read.js";
import { findTerms } from "../../lib/core/terms/recognise.js";
import { checkSource, checkText, checkTranslation } from "../../lib/core/terms/rules.js";
import { termsOf } from "../../lib/core/terms/terms.js";
import { plainText } from "../../lib/core/unit-text.js";
import { median, printTable, runNode, showRatio, showSeconds } from "./measure.mjs";
import { faultsOf, technicalTerms, termbase, writeSite } from "./site.mjs";

const program = fileURLToPath(new URL("../../lib/shell/main.js", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const textlint = join(modules, "textlint/bin/textlint.js");
const sizes = [50, 1_000, 10_000];
/** The size at which the two programs are compared, as an index. */
const compared = 1;
const rounds = 3;

/** @param {string} folder @param {number} pages */
export async function run(folder, pages) {
  const root = join(folder, "terms");
  const site = writeSite(root, pages, faultsOf);
  for (const size of sizes) writeFileSync(join(root, `terms-${size}.yaml`), termbase(size));
  const alone = measureRules(site);
  const whole = measureProcesses(root);
  const rival = measureTextlint(root, pages);
  const cells = (/** @type {readonly number[]} */ seconds) => sizes.map((_, at) => showSecondsOrNot(seconds[at]));
  const growth = (/** @type {readonly number[]} */ seconds) => showRatio(at(seconds, 2) / at(seconds, 0));
  const row = (/** @type {string} */ what, /** @type {readonly number[]} */ seconds) => [
    what,
    ...cells(seconds),
    seconds.length === sizes.length ? growth(seconds) : "",
  ];
  const rivalRow = (/** @type {string} */ what, /** @type {"first" | "again" | "rules"} */ which) =>
    row(`textlint, ${what}${rival.note}`, rival[which]);
  printTable(
    `The rules alone: ${pages} pages of 400 words that are read already, words met for the first time (median of ${rounds})`,
    ["terms", ...sizes.map(String), "growth"],
    [
      row("malvakt, two rules on the pages", alone.pages),
      row("malvakt, four rules on the pages and the catalogs of one language", alone.all),
      rivalRow("one rule on the pages: what a run takes longer than one without terms", "rules"),
      row("malvakt, once a run: read a termbase that is new and compile it", alone.read),
    ],
  );
  printTable(
    `Whole processes on these pages, start and files included (median of ${rounds})`,
    ["terms", ...sizes.map(String), "growth"],
    [
      row("malvakt check, first run, all four rules, pages and catalogs of one language", whole.first),
      row("malvakt check again, one page changed", whole.again),
      rivalRow("first run", "first"),
      rivalRow("again with --cache, one page changed", "again"),
    ],
  );
  const faster = (/** @type {number} */ theirs, /** @type {number} */ ours) => `${(theirs / ours).toFixed(1)} times`;
  console.log(
    [
      `\nAt ${sizes[compared]} terms, with all four rules, malvakt is faster than textlint with its one:`,
      `  the rules alone          ${faster(at(rival.rules, compared), at(alone.all, compared))}`,
      `  first run                ${faster(at(rival.first, compared), at(whole.first, compared))}`,
      `  one page changed         ${faster(at(rival.again, compared), at(whole.again, compared))} (both with their caches)`,
      `  one page changed         ${faster(at(rival.first, compared), at(whole.again, compared))} (textlint without --cache, as it comes)`,
    ].join("\n"),
  );
}

/** @param {readonly number[]} numbers @param {number} index */
const at = (numbers, index) => numbers[index] ?? Number.NaN;

/** @param {number | undefined} seconds */
const showSecondsOrNot = (seconds) => (seconds === undefined || !(seconds > 0) ? "" : showSeconds(seconds));

/** @param {() => void} work */
function timed(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** @param {ReturnType<typeof writeSite>} site */
function measureRules(site) {
  const files = site.map(({ id, text, catalogs }) => {
    const { catalog } = readCatalog(catalogs.find(({ language }) => language === "en")?.text ?? "");
    return {
      units: readPage(text, id).page?.units.map((unit) => unit.plain) ?? [],
      translations: (catalog?.entries ?? [])
        .filter(({ context }) => context !== "slug")
        .map(({ context, source, translation }) =>
          isPlain(context)
            ? { source, translation }
            : { source: plainText(source).plain, translation: plainText(translation).plain },
        ),
    };
  });
  const once = (/** @type {number} */ size) => {
    const text = termbase(size);
    const read = timed(() => void readTermbase(text).termbase);
    const { termbase: concepts } = readTermbase(text);
    if (!concepts) throw new Error(`The made termbase of ${size} terms cannot be read.`);
    const terms = termsOf(concepts);
    const compile = timed(() => void [terms("nb"), terms("en")]);
    const source = terms("nb");
    if (!source) throw new Error("There is no data for nb.");
    const pages = timed(() => files.forEach(({ units }) => units.forEach((text) => checkSource(text, source))));
    const [freshSource, freshTarget] = [termsOf(concepts)("nb"), termsOf(concepts)("en")];
    if (!freshSource || !freshTarget) throw new Error("There is no data for nb or en.");
    // In the order of a run: a page, then its catalog.
    const all = timed(() => {
      for (const { units, translations } of files) {
        for (const text of units) checkSource(text, freshSource);
        for (const { source: text, translation } of translations) {
          const hits = findTerms(translation, freshTarget);
          checkText(translation, freshTarget, hits);
          checkTranslation(text, freshSource, translation, freshTarget, hits);
        }
      }
    });
    return { pages, all, read: read + compile };
  };
  sizes.forEach(once);
  const runs = Array.from({ length: rounds }, () => sizes.map(once));
  const medians = (/** @type {"pages" | "all" | "read"} */ what) =>
    sizes.map((_, size) => median(runs.map((round) => round[size]?.[what] ?? Number.NaN)));
  return { pages: medians("pages"), all: medians("all"), read: medians("read") };
}

/** @param {string} root */
function measureProcesses(root) {
  const check = (/** @type {number} */ size) =>
    runNode(
      [
        program,
        "check",
        "--root",
        root,
        "--terms",
        `terms-${size}.yaml`,
        "--format",
        "json",
        "--lang",
        "nb",
        "--lang",
        "en",
      ],
      { cwd: root, mayFind: true },
    ).seconds;
  const runs = Array.from({ length: rounds }, () =>
    sizes.map((size) => {
      rmSync(join(root, ".malvakt"), { recursive: true, force: true });
      const first = check(size);
      changePage(root);
      return { first, again: check(size) };
    }),
  );
  const medians = (/** @type {"first" | "again"} */ what) =>
    sizes.map((_, size) => median(runs.map((round) => round[size]?.[what] ?? Number.NaN)));
  return { first: medians("first"), again: medians("again") };
}

/** @param {string} root */
function changePage(root) {
  appendFileSync(join(root, "content/nb/side-0000.md"), "\nNoe mer om god søvn.\n");
}

/**
 * Textlint with the same terms, on the same pages; on a part of them, and scaled, when all would take too long.
 * @param {string} root @param {number} pages
 */
function measureTextlint(root, pages) {
  const most = 60;
  const sample = Math.min(pages, 200);
  const lint = (/** @type {number} */ size, /** @type {string} */ files, /** @type {string[]} */ ...options) => {
    const terms = technicalTerms
      .slice(0, size)
      .flatMap((term, index) => [term, ...(index % 10 === 0 ? [[`gammel${term}`, term]] : [])]);
    const rules = { terminology: { defaultTerms: false, terms } };
    const config = join(root, `textlint-${size}.json`);
    writeFileSync(config, JSON.stringify({ rules }));
    const { seconds, output } = runNode([textlint, "--config", config, "--format", "json", ...options, files], {
      cwd: root,
      env: { NODE_PATH: modules },
      mayFind: true,
    });
    if (!output.startsWith("[")) throw new Error(`textlint did not run: ${output}`);
    return seconds;
  };
  const all = "content/nb/*.md";
  const names = Array.from({ length: sample }, (_, index) => `content/nb/side-${String(index).padStart(4, "0")}.md`);
  let scaled = 0;
  const measure = (/** @type {number} */ size) => {
    const start = lint(size, names[0] ?? "");
    const some = lint(size, `{${names.join(",")}}`);
    const estimate = start + ((some - start) * pages) / sample;
    if (estimate <= most) return median(Array.from({ length: rounds }, () => lint(size, all)));
    scaled = size;
    return estimate;
  };
  const parsing = measure(0);
  const first = sizes.slice(0, 2).map(measure);
  const again = sizes.slice(0, 2).map((size) => {
    rmSync(join(root, ".textlintcache"), { force: true });
    if (scaled === 0) lint(size, all, "--cache");
    changePage(root);
    return scaled === 0 ? lint(size, all, "--cache") : Number.NaN;
  });
  const note = scaled === 0 ? "" : ` (at ${scaled} terms measured on ${sample} pages, and scaled)`;
  return { first, again, rules: first.map((seconds) => seconds - parsing), note };
}
