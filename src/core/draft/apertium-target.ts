// What Apertium needs for each language, and which parts of a text it must not see because it would spoil them.
import { untranslatable } from "./untranslatable.ts";

/** What Apertium needs for one target language. */
export type ApertiumTarget = {
  /** Name of a mode: what `apertium -l` lists. */
  mode: string;
  /** Whether the engine mangles a point after a number ("3. klasse" became "3 . klass"), so that it must not see it. */
  losesPoints: boolean;
};

const targets = new Map<string, ApertiumTarget>([
  // With "e": infinitives end in -e, and "vi" is the word for we, as most Norwegian web sites want it.
  ["nn", { mode: "nob-nno_e", losesPoints: false }],
  ["da", { mode: "nob-dan", losesPoints: false }],
  ["sv", { mode: "nob-swe", losesPoints: true }],
]);

/** How Apertium translates from Bokmål into a language; `mode` is the project's own wish. */
export function apertiumTarget(language: string, mode?: string): ApertiumTarget | undefined {
  const known = targets.get(language.split("-")[0] ?? "");
  if (mode === undefined) return known;
  return { mode, losesPoints: known?.losesPoints ?? false };
}

/** The longest word that is sent: the engine tries all ways to cut a compound, and 10,000 letters took a minute. */
const longestWord = 200;

/** What the engine would translate, mangle or choke on; the order matters, as the first that fits is taken. */
const patterns = {
  longWord: `(?<!\\S)\\S{${longestWord},}`,
  ...untranslatable,
  // Control characters would end a message or be dropped; half a character pair is no UTF-8.
  sign: String.raw`[*#@~^\\/<>[\]{}$|]+|(?![\t\n\r])\p{Cc}|\p{Cs}`,
};
// "10:30" became "10: 30", "43.9" became "43 9", "-5" became "- 5".
const figures = String.raw`(?<![\p{L}\p{N}])(?:(?<![.,)])[-−+]\d+(?:[.,:/×x–-]\d+)*|\d+(?:[.,:/×x–-]\d+)+)`;
const point = String.raw`\.(?![\p{L}\p{N}])`;
const bareFigures = String.raw`(?<![\p{L}\p{N}.,:/–-])\d+`;

const always = new RegExp([...Object.values(patterns), figures].join("|"), "gu");
const withPoints = new RegExp(
  [...Object.values(patterns), `${figures}(?:${point})?`, `${bareFigures}${point}`].join("|"),
  "gu",
);

/** Finds the parts of a text that have to come out as they are. */
export function frozenParts(target: ApertiumTarget): RegExp {
  return target.losesPoints ? withPoints : always;
}
