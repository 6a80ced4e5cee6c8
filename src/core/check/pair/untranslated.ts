// Rule `untranslated`: nothing of the source's language, of an engine's marks or of escaped text is left in the translation.
import type { TextFinding } from "../../finding.ts";
import type { Script, WordList } from "../../language/compare.ts";
import type { Language } from "../../language/language.ts";
import { quoted, wholeOf, type Pair } from "./text-pair.ts";
import { entriesOf } from "./word-list.ts";
import { differentWords, wordsOf, type Word } from "./words.ts";

/** What was left as it was, or leaked from the machinery. */
export function checkUntranslated(pair: Pair): TextFinding[] {
  const findings = [...leaks(pair), ...foreignScript(pair)];
  if (pair.sourceLanguage.comparison === pair.targetLanguage.comparison) return findings;
  const source = wordsOf(pair.source, pair.sourceLanguage);
  const target = wordsOf(pair.target, pair.targetLanguage);
  const same = sameText(pair, source, target);
  return [...findings, ...(same ? [same] : untouched(pair, source, target))].sort((a, b) => a.start - b.start);
}

function finding(start: number, end: number, reason: string, expected: string[] = []): TextFinding {
  return { ruleId: "untranslated", start, end, reason, expected };
}

/** Marks of engines for words they do not know, placeholders and character references that were never resolved. */
const leaked =
  /(?<![^\s(«“”„"'‘[/-])[*@#](?=\p{L})|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});|<\/?[a-z]{1,8}\d{0,4}(?: id)?|[⟦⟧\ufffd\ue000-\uf8ff]/giu;

function leaks({ source, target }: Pair): TextFinding[] {
  if (target.search(leaked) < 0) return [];
  const findings: TextFinding[] = [];
  const known = new Set([...source.matchAll(leaked)].map(([mark]) => mark));
  for (const { 0: mark, index } of target.matchAll(leaked)) {
    if (known.has(mark)) continue;
    const isMark = /^[*@#]$/u.test(mark);
    const reason = isMark
      ? `${mark} stands before a word, as engines mark what they do not know; the source has none.`
      : `${quoted(mark)} belongs to the machinery, not to the text; the source has none.`;
    findings.push(finding(index, index + mark.length, reason, [references[mark.toLowerCase()] ?? ""]));
  }
  return findings;
}

const references: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&nbsp;": "\u00a0",
};

const letterOf: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
};
const scripts: readonly Script[] = ["Latin", "Cyrillic", "Arabic"];

/** A target without a letter of its own script, words of a third script, and words of two scripts. */
function foreignScript({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const { script } = targetLanguage.comparison;
  const present = scripts.filter((one) => letterOf[one].test(target));
  if (present.length === 1 && present[0] === script) return [];
  const words = wordsOf(target, targetLanguage);
  const known = differentWords(wordsOf(source, sourceLanguage));
  const findings: TextFinding[] = [];
  if (!present.includes(script)) {
    const small = words.filter(({ start, word }) => word.length > 2 && /^\p{Ll}/u.test(target.slice(start, start + 2)));
    const isForeign =
      small.length >= 2 ||
      (words.length > 0 && !words.some(({ word }) => letterOf.Latin.test(word)) && /\p{L}/u.test(target));
    if (isForeign) {
      const { start, end } = wholeOf(target);
      return [finding(start, end, `The text is not in ${script} letters, as ${targetLanguage.name} is written.`)];
    }
  }
  for (const { start, end, word } of words) {
    const met = scripts.filter((one) => letterOf[one].test(word));
    if (met.length === 0 || (met.length === 1 && (met[0] === script || met[0] === "Latin"))) continue;
    if (known.has(word)) continue;
    const reason =
      met.length > 1
        ? `${quoted(target.slice(start, end))} mixes ${met.join(" and ")} letters.`
        : `${quoted(target.slice(start, end))} is in ${met[0]} letters, which ${targetLanguage.name} is not written in.`;
    findings.push(finding(start, end, reason));
  }
  return findings;
}

const commonWords = new Map<WordList, ReadonlySet<string>>();

function commonWordsOf({ comparison }: Language): ReadonlySet<string> {
  const known = commonWords.get(comparison.commonWords);
  if (known) return known;
  const made = new Set(entriesOf(comparison.commonWords));
  commonWords.set(comparison.commonWords, made);
  return made;
}

/** Whether a word shows the source's language beside the target's: a common word, or a letter that the target lacks. */
function isDistinctive(text: string, { start, word }: Word, source: Language, target: Language): boolean {
  if (commonWordsOf(source).has(word)) return word.length > 1 && !commonWordsOf(target).has(word);
  return hasForeignLetter(word, target) && /^\p{Ll}/u.test(text.slice(start, start + 2));
}

function hasForeignLetter(word: string, { comparison }: Language): boolean {
  return (
    comparison.script === "Latin" &&
    Array.from(word).some(
      (letter) => /\p{Ll}/u.test(letter) && !/[a-z]/u.test(letter) && !comparison.letters.includes(letter),
    )
  );
}

/** Languages that share half of their most common words share whole sentences too. */
function areNear(source: Language, target: Language): boolean {
  const one = commonWordsOf(source);
  const other = commonWordsOf(target);
  return [...one].filter((word) => other.has(word)).length * 2 > Math.min(one.size, other.size) * 0.8;
}

function sameText(
  { source, target, sourceLanguage, targetLanguage }: Pair,
  words: readonly Word[],
  met: readonly Word[],
): TextFinding | undefined {
  if (words.length !== met.length || words.some(({ word }, index) => word !== met[index]?.word)) return undefined;
  const letters = met.filter(({ word }) => /\p{L}/u.test(word));
  const isOwn = letters.some((word) => isDistinctive(target, word, sourceLanguage, targetLanguage));
  // Without a common word of either language, four words in a row that are no names.
  const isLong =
    letters.filter(({ start, word }) => word.length > 2 && /^\p{Ll}/u.test(target.slice(start, start + 2))).length >=
      4 &&
    !areNear(sourceLanguage, targetLanguage) &&
    !letters.some(({ word }) => commonWordsOf(targetLanguage).has(word) && !commonWordsOf(sourceLanguage).has(word));
  if (!isOwn && !isLong) return undefined;
  const { start, end } = wholeOf(target);
  return finding(start, end, `The translation is the source's ${quoted(source)}, word for word.`);
}

/** Stretches of three or more words that stand so in the source and show its language, and single words with its letters. */
function untouched(
  { target, sourceLanguage, targetLanguage }: Pair,
  words: readonly Word[],
  met: readonly Word[],
): TextFinding[] {
  const known = differentWords(words);
  if (!met.some(({ word }) => word.length > 3 && known.has(word)) && longestShared(met, known) < 3) return [];
  const runs = new Set<string>();
  words.forEach(({ word }, index) => {
    const second = words[index + 1];
    const third = words[index + 2];
    if (second && third) runs.add(`${word} ${second.word} ${third.word}`);
  });
  const findings: TextFinding[] = [];
  let from = 0;
  while (from < met.length) {
    let to = from;
    while (to + 2 < met.length && runs.has(`${met[to]?.word} ${met[to + 1]?.word} ${met[to + 2]?.word}`)) to += 1;
    const stretch = met.slice(from, to > from ? to + 2 : from + 1);
    const first = stretch[0] as Word;
    const last = stretch.at(-1) as Word;
    const show = target.slice(first.start, last.end);
    if (to > from) {
      if (stretch.some((word) => isDistinctive(target, word, sourceLanguage, targetLanguage)))
        findings.push(finding(first.start, last.end, `${quoted(show)} stands so in the source.`));
    } else if (first.word.length > 3 && known.has(first.word) && isLeftWord(target, first, targetLanguage))
      findings.push(
        finding(
          first.start,
          last.end,
          `${quoted(show)} is a word of the source with letters that ${targetLanguage.name} does not have.`,
        ),
      );
    from += stretch.length;
  }
  return findings;
}

/** How many words in a row are words of the other text, in any order. */
function longestShared(words: readonly Word[], known: ReadonlySet<string>): number {
  let longest = 0;
  let length = 0;
  for (const { word } of words) {
    length = known.has(word) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** A common noun or verb with a foreign letter; inside quotation marks or brackets it may be a quotation. */
function isLeftWord(text: string, { start, end, word }: Word, language: Language): boolean {
  return (
    hasForeignLetter(word, language) &&
    /^\p{Ll}/u.test(text.slice(start, start + 2)) &&
    !/[«“”„"'‘’‚›‹(\d]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    !/^[»“”"'‘’)\d]/u.test(text.slice(end, end + 1))
  );
}
