// Rule `untranslated`: nothing of another language, script or notation is left in the translation.
import type { TextFinding } from "../../finding.ts";
import type { Script } from "../../language/compare.ts";
import type { Language } from "../../language/language.ts";
import { message, type Message } from "../../messages/message.ts";
import { excerpt, placesIn, wholeOf, type Pair } from "./text-pair.ts";
import { commonWordsOf, isWordOf } from "./common-words.ts";
import { leaks } from "./leaks.ts";
import { withoutPrefixes } from "./word-list.ts";
import { foreignStretches } from "./wrong-language.ts";
import { differentWords, wordsOf, type Word } from "./words.ts";

/** What was left as it was, or leaked from the machinery. */
export function checkUntranslated(pair: Pair): TextFinding[] {
  const findings = [...leaks(pair), ...foreignScript(pair)];
  const places = placesIn(pair.target);
  findings.filter(({ ruleId }) => ruleId === "untranslated").forEach(places.take);
  const left = pair.sourceLanguage.comparison === pair.targetLanguage.comparison ? [] : leftOfSource(pair);
  left.forEach(places.take);
  const stretches = foreignStretches(pair).filter((one) => !places.isTaken(one));
  return [...findings, ...left, ...stretches].sort((a, b) => a.start - b.start);
}

function leftOfSource(pair: Pair): TextFinding[] {
  const source = wordsOf(pair.source, pair.sourceLanguage);
  const target = wordsOf(pair.target, pair.targetLanguage);
  const same = sameText(pair, source, target);
  return same ? [same] : untouched(pair, source, target);
}

function finding(start: number, end: number, reason: Message, expected: string[] = []): TextFinding {
  return { ruleId: "untranslated", start, end, reason, expected };
}

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
      return [
        finding(
          start,
          end,
          message("untranslated.script", { script: message(`script.${script}`), language: targetLanguage.name }),
        ),
      ];
    }
  }
  for (const { start, end, word } of words) {
    // A particle that is written on to a foreign name mixes nothing: ar "وIMS".
    const bare =
      withoutPrefixes(word, targetLanguage.words.prefixes).find((form) => !letterOf[script].test(form)) ?? word;
    const met = scripts.filter((one) => letterOf[one].test(bare));
    if (met.length === 0 || (met.length === 1 && (met[0] === script || met[0] === "Latin"))) continue;
    if (known.has(word)) continue;
    const text = excerpt(target.slice(start, end));
    const [first = script] = met;
    const reason =
      met.length > 1
        ? message("untranslated.mixed-scripts", { text, scripts: met.map((one) => message(`script.${one}`)) })
        : message("untranslated.other-script", {
            text,
            script: message(`script.${first}`),
            language: targetLanguage.name,
          });
    findings.push(finding(start, end, reason));
  }
  return findings;
}

/** Whether a word shows the source's language beside the target's: a common word, or a letter that the target lacks. */
function isDistinctive(text: string, { start, word }: Word, source: Language, target: Language): boolean {
  // The ending of "PC-en" is no article.
  if (/[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (commonWordsOf(source).has(word)) return word.length > 1 && !isWordOf(target, word);
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
  return finding(start, end, message("untranslated.same", { source: excerpt(source) }));
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
    const text = excerpt(target.slice(first.start, last.end));
    if (to > from) {
      if (stretch.some((word) => isDistinctive(target, word, sourceLanguage, targetLanguage)))
        findings.push(finding(first.start, last.end, message("untranslated.words", { text })));
    } else if (first.word.length > 3 && known.has(first.word) && isLeftWord(target, first, targetLanguage))
      findings.push(
        finding(first.start, last.end, message("untranslated.word", { text, language: targetLanguage.name })),
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
