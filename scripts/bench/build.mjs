// What a build costs: one more language beside one more page, a whole site beside the usual pipeline, and a second build.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nb } from "../../lib/core/language/nb.js";
import { build } from "../../lib/core/malvakt.js";
import { catalogPath } from "../../lib/core/layout.js";
import { readPage } from "../../lib/core/page/page.js";
import { fill } from "../../lib/core/publish/fill.js";
import { readSettings } from "../../lib/core/settings.js";
import { median, printTable, runNode, showMegabytes, showRatio, showSeconds, timeJobs } from "./measure.mjs";
import { languages, writeSite } from "./site.mjs";

const program = fileURLToPath(new URL("../../lib/shell/main.js", import.meta.url));
const baseline = fileURLToPath(new URL("baseline.mjs", import.meta.url));

/** @param {string} folder @param {number} pages */
export async function run(folder, pages) {
  const sample = join(folder, "sample");
  measureLanguage(sample, writeSite(sample, Math.min(pages, 200)));
  const site = join(folder, "site");
  writeSite(site, pages);
  measureSite(site, pages);
}

/**
 * @param {string} root
 * @param {ReturnType<typeof writeSite>} site
 */
function measureLanguage(root, site) {
  const { settings } = readSettings(readFileSync(join(root, "malvakt.yaml"), "utf8"));
  if (!settings) throw new Error("The settings of the made site cannot be read.");
  const pages = site.map(({ id, text }) => readPage(text, id).page).filter((page) => page !== undefined);
  const textOf = new Map(site.map(({ id, text }) => [id, { path: `content/nb/${id}.md`, text }]));
  const catalogs = new Map(
    languages.map((language) => [
      language,
      new Map(
        site.map(({ id, catalogs: all }) => {
          return [id, { path: catalogPath(language, id), text: catalogIn(all, language) }];
        }),
      ),
    ]),
  );
  const buildIn = (/** @type {readonly string[]} */ chosen) => () => {
    const known = Object.fromEntries(chosen.map((language) => [language, {}]));
    const { findings } = build(
      {
        settings: { ...settings, languages: known },
        terms: undefined,
        pages: textOf,
        catalogs: new Map([...catalogs].slice(0, chosen.length)),
      },
      new Map(),
    );
    if (findings.some(({ severity }) => severity === "error")) throw new Error(JSON.stringify(findings[0]));
  };
  mkdirSync(join(root, "filled"));
  const time = timeJobs(5, {
    parse: () => site.forEach(({ id, text }) => readPage(text, id)),
    fillAndWrite: () => {
      for (const { id, template, units } of pages) {
        const texts = units.map((unit) => unit.text);
        writeFileSync(
          join(root, "filled", `${id}.html`),
          fill(template, { units, texts, language: nb, addressOf: ({ href }) => href }),
        );
      }
    },
    sourceAlone: buildIn([]),
    allLanguages: buildIn(languages),
  });
  const oneMore = (time.allLanguages - time.sourceAlone) / languages.length;
  const row = (/** @type {string} */ what, /** @type {number} */ seconds) => [
    what,
    showSeconds(seconds / site.length),
    showRatio(seconds / time.parse),
  ];
  printTable(
    `One more language beside one more page (${site.length} pages of 400 words, in one process, median of 5 rounds)`,
    ["", "per page", "to parsing"],
    [
      row("parse a page into units and template", time.parse),
      row("fill it with one more language, and write the file", time.fillAndWrite),
      row("all that one more language needs: catalog, checks, filling, manifest", oneMore),
    ],
  );
}

/**
 * @param {readonly { language: string; text: string }[]} catalogs
 * @param {string} language
 */
function catalogIn(catalogs, language) {
  return catalogs.find((catalog) => catalog.language === language)?.text ?? "";
}

/** @param {string} root @param {number} pages */
function measureSite(root, pages) {
  const rounds = 3;
  const runs = Array.from({ length: rounds }, () => {
    for (const made of ["dist", ".malvakt"]) rmSync(join(root, made), { recursive: true, force: true });
    rmSync(join(root, "plain"), { recursive: true, force: true });
    return {
      // In a few of a thousand pages of random words, two terms stand so that the text equates them.
      cold: runNode([program, "build", "--root", root], { mayFind: true }),
      again: runNode([program, "build", "--root", root], { mayFind: true }),
      plain: runNode([baseline, join(root, "content/nb"), join(root, "plain"), "nb", ...languages]),
    };
  });
  const first = median(runs.map(({ cold }) => cold.seconds));
  const row = (/** @type {string} */ what, /** @type {ReturnType<typeof runNode>[]} */ measured) => {
    const seconds = median(measured.map((one) => one.seconds));
    return [
      what,
      showSeconds(seconds),
      showRatio(seconds / first),
      showMegabytes(Math.max(...measured.map((one) => one.peakBytes))),
    ];
  };
  printTable(
    `A whole site (${pages} pages of 400 words in ${languages.length + 1} languages, in a process of its own, start and files included, median of ${rounds})`,
    ["", "time", "to the first build", "peak memory"],
    [
      row(
        "malvakt build, nothing built before",
        runs.map(({ cold }) => cold),
      ),
      row(
        "malvakt build again, nothing changed",
        runs.map(({ again }) => again),
      ),
      row(
        "unified pipeline once per page and language",
        runs.map(({ plain }) => plain),
      ),
    ],
  );
}
