// All rules that compare a translation with its source, in the order in which a person should look at them.
import type { TextFinding } from "../../finding.ts";
import { checkBidi } from "./bidi.ts";
import { checkDoubledWord } from "./doubled-word.ts";
import { checkLaterality } from "./laterality.ts";
import { checkLength } from "./length.ts";
import { checkNegation } from "./negation.ts";
import { checkNumber } from "./number.ts";
import { checkQuotes } from "./quotes.ts";
import type { Pair } from "./text-pair.ts";
import { checkUntranslated } from "./untranslated.ts";
import { checkWhitespace } from "./whitespace.ts";

export type { Pair } from "./text-pair.ts";

const rules: readonly ((pair: Pair) => TextFinding[])[] = [
  checkNumber,
  checkLaterality,
  checkNegation,
  checkBidi,
  checkUntranslated,
  checkLength,
  checkQuotes,
  checkWhitespace,
  checkDoubledWord,
];

/** What is wrong with a translation beside its source; offsets are into the target. A target without text is no translation. */
export function checkPair(pair: Pair): TextFinding[] {
  return pair.target.trim() === "" ? [] : rules.flatMap((rule) => rule(pair));
}
