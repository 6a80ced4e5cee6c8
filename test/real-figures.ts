// What the term rules do on sentences and paragraphs after real pages that were kept out: counts, with 95 % intervals.
import { readdirSync, readFileSync } from "node:fs";
import { checkMarkdown } from "../src/core/check/loose.ts";
import { defaultSeverity } from "../src/core/finding.ts";
import { readCorpus } from "../src/core/terms/corpus.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";

const folder = new URL("terminology/", import.meta.url);
const z = 1.96;

/** Wilson's interval of a share. */
function interval(part: number, whole: number): [number, number] {
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return [(middle - half) / scale, (middle + half) / scale];
}

type Counts = { wanted: number; found: number; clean: number; alarms: number };

/** For texts of at most and over 250 characters, and for all: what was found of what was to be found. */
export function realFigures(): {
  row: (name: string, levels: ReadonlySet<string>, which?: (text: string) => boolean) => string;
  count: (levels: ReadonlySet<string>, which?: (text: string) => boolean) => Counts;
} {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const terms = termsOf(readTermbase(read("terms.yaml")).termbase ?? { concepts: [] });
  const names = readdirSync(new URL("real/", folder)).filter((name) => name.startsWith("kept-out"));
  const texts = names.toSorted().flatMap((name) =>
    readCorpus(read(`real/${name}`), name).sentences.map(({ text, lang, expect }) => {
      const file = { path: name, text, language: lang, source: "nb" };
      const levels = checkMarkdown(file, terms, defaultSeverity).findings.flatMap(({ ruleId, severity }) =>
        ruleId === "term-confused" || ruleId === "term-close" ? [severity] : [],
      );
      return { text, isConfusion: expect.some(({ rule }) => rule === "term-confused"), levels };
    }),
  );
  const count = (levels: ReadonlySet<string>, which: (text: string) => boolean = () => true): Counts => {
    const chosen = texts.filter(({ text }) => which(text));
    const told = chosen.filter((one) => one.levels.some((level) => levels.has(level)));
    const wanted = chosen.filter(({ isConfusion }) => isConfusion).length;
    const found = told.filter(({ isConfusion }) => isConfusion).length;
    return { wanted, found, clean: chosen.length - wanted, alarms: told.length - found };
  };
  const share = (part: number, whole: number): string => {
    const [low, high] = interval(part, whole);
    return `${part} of ${whole}: ${(part / whole).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
  };
  return {
    count,
    row: (name, levels, which) => {
      const { wanted, found, clean, alarms } = count(levels, which);
      return `| ${name} | ${share(found, wanted)} | ${share(found, found + alarms)} | ${alarms} of ${clean} |`;
    },
  };
}
