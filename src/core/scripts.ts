// Scripts: which letters pass for one another, and which words mix them.

/** Scripts whose letters pass for one another. In Greek only some do: `TNFα` and `kΩ` are written with both. */
const alike = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Coptic",
  "Cherokee",
  "Lisu",
  "Glagolitic",
  "Deseret",
] as const;
type Alike = (typeof alike)[number];
const alikeScripts = alike.map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, "u") }));
const strange = new RegExp(
  `[${alike
    .slice(1)
    .map((script) => `\\p{Script=${script}}`)
    .join("")}]`,
  "u",
);

/** Letters that look like Latin ones: of Unicode's confusables (Technical Standard 39) those of living scripts. */
const latinOf: ReadonlyMap<string, string> = new Map(
  (
    [
      ["A", "АΑᎪꓮ"],
      ["B", "ВΒᏴꓐ"],
      ["C", "СϹᏟꓚ"],
      ["D", "Ꭰꓓ"],
      ["E", "ЕΕᎬꓰ"],
      ["G", "Ԍ"],
      ["H", "НΗᎻꓧ"],
      ["I", "ІӀΙꓲ"],
      ["J", "ЈͿᎫꓙ"],
      ["K", "КΚᏦꓗ"],
      ["L", "Ꮮꓡ"],
      ["M", "МΜᎷꓟ"],
      ["N", "Νꓠ"],
      ["O", "ОΟՕꓳ"],
      ["P", "РΡᏢꓑ"],
      ["R", "Ꮢꓣ"],
      ["S", "ЅՏᏚꓢ"],
      ["T", "ТΤᎢꓔ"],
      ["U", "Սꓴ"],
      ["V", "Ꮩꓦ"],
      ["W", "Ꮃꓪ"],
      ["X", "ХΧꓫ"],
      ["Y", "УΥꓬ"],
      ["Z", "ΖᏃꓜ"],
      ["a", "а"],
      ["c", "сϲ"],
      ["d", "ԁ"],
      ["e", "е"],
      ["g", "ց"],
      ["h", "һհ"],
      ["i", "іι"],
      ["j", "јϳ"],
      ["l", "ӏ"],
      ["n", "ո"],
      ["o", "оοօ"],
      ["p", "рρ"],
      ["q", "ԛ"],
      ["s", "ѕ"],
      ["u", "սυ"],
      ["v", "νѵ"],
      ["w", "ԝ"],
      ["x", "х"],
      ["y", "у"],
    ] as const
  ).flatMap(([latin, letters]) => Array.from(letters).map((letter) => [letter, latin] as const)),
);

/** A word with letters that do not belong to it; `plain` is what a reader takes it for, where that is known. */
export type MixedWord = { start: number; end: number; strangers: string[]; plain: string | undefined };

/** The words of a text that mix scripts, and those that only look like words of the script that the text is in. */
export function mixedWordsIn(text: string): MixedWord[] {
  if (!strange.test(text)) return [];
  const main = mainScriptOf(text);
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap((match) => {
    const letters = Array.from(match[0]);
    const strangers = strangersIn(letters, main);
    if (strangers.size === 0) return [];
    const plain = letters.map((letter) => (strangers.has(letter) ? latinOf.get(letter) : letter));
    const known = main === "Latin" && plain.every((letter) => letter !== undefined);
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ start, end, strangers: [...strangers], plain: known ? plain.join("") : undefined }];
  });
}

function scriptOf(letter: string): Alike | undefined {
  return alikeScripts.find((one) => one.letter.test(letter))?.script;
}

/** The script that most letters of a text are of: of other scripts only those count that cannot pass for Latin. */
function mainScriptOf(text: string): Alike | undefined {
  const counts = alikeScripts.map(({ script, letter }) => {
    const all = text.match(new RegExp(letter.source, "gu")) ?? [];
    return { script, count: all.filter((one) => !latinOf.has(one)).length };
  });
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.script;
}

function strangersIn(word: readonly string[], main: Alike | undefined): Set<string> {
  const scripts = new Set(word.flatMap((letter) => scriptOf(letter) ?? []));
  const [only] = scripts;
  if (only === undefined) return new Set();
  if (scripts.size === 1) {
    // A single letter is a sign more often than a word, as in "ρ = 0,4".
    const disguised = main === "Latin" && only !== main && word.length > 1 && word.every((one) => latinOf.has(one));
    return disguised ? new Set(word) : new Set();
  }
  const right = main !== undefined && scripts.has(main) ? main : only;
  const others = word.filter((letter) => {
    const own = scriptOf(letter);
    if (own === undefined || own === right) return false;
    return (own !== "Greek" && right !== "Greek") || latinOf.has(letter);
  });
  return new Set(others);
}

/** Scripts by family: Japanese and Korean are written with several. */
const families = [
  ["Han", "Hiragana", "Katakana"],
  ["Han", "Hangul"],
  ...["Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Armenian", "Georgian", "Ethiopic", "Devanagari", "Bengali"],
  ...["Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Tibetan"],
  ...["Myanmar", "Khmer", "Mongolian", "Syriac", "Thaana", "Nko", "Tifinagh", "Bopomofo", "Adlam", "Cherokee"],
].map((family) =>
  [family]
    .flat()
    .map((script) => `\\p{Script=${script}}`)
    .join(""),
);
const oneScript = families.map((family) => new RegExp(`^(?:[${family}\\p{Script=Common}]|\\P{L})*$`, "u"));

/** Whether all letters of a text are of one script. */
export function isOfOneScript(text: string): boolean {
  return oneScript.some((family) => family.test(text));
}
