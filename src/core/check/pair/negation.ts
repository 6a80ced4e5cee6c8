// Rule `negation`: what the source denies, the translation denies, and the reverse.
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { splitSentences } from "../../language/sentences.ts";
import { message } from "../../messages/message.ts";
import { excerpt, wholeOf, type Pair } from "./text-pair.ts";
import { lookupOf, phraseLengthAt, withoutPrefixes } from "./word-list.ts";
import { factOf, wordsOf, type Word } from "./words.ts";

type Denial = { words: Word[]; hasKindred: boolean };

/**
 * A negation on one side only. It looks at whole texts, since translators move negations from sentence to sentence,
 * and then at sentences that stand at the same place. "Painless" and "different" explain a "not" of the other side.
 */
export function checkNegation({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const origin = denialOf(source, sourceLanguage);
  const met = denialOf(target, targetLanguage);
  if (origin.words.length === 0 && met.words.length === 0) return [];
  const whole = compare(source, origin, met, wholeOf(target), target, 0);
  if (!whole && origin.words.length === met.words.length) return [];
  const originSentences = sentencePlaces(source, sourceLanguage);
  const metSentences = sentencePlaces(target, targetLanguage);
  const isAligned = originSentences.length > 1 && originSentences.length === metSentences.length;
  const direction = Math.sign(origin.words.length - met.words.length);
  const findings = (isAligned ? originSentences : []).flatMap((sentence, index) => {
    const other = metSentences[index];
    if (!other) return [];
    const text = source.slice(sentence.start, sentence.end);
    const translation = target.slice(other.start, other.end);
    const from = denialOf(text, sourceLanguage);
    const to = denialOf(translation, targetLanguage);
    // More negations in all, but fewer here: then one has moved.
    if (Math.sign(from.words.length - to.words.length) !== direction) return [];
    const found = compare(text, from, to, other, translation, other.start);
    return found ? [found] : [];
  });
  return findings.length > 0 || !whole ? findings : [whole];
}

/** `offset` is where `target`, the text that was searched, begins in the whole. */
function compare(
  source: string,
  origin: Denial,
  met: Denial,
  place: { start: number; end: number },
  target: string,
  offset: number,
): TextFinding | undefined {
  const [lost] = origin.words;
  const [invented] = met.words;
  const { start, end } = place;
  if (lost && !invented && !met.hasKindred) {
    const reason = message("negation.missing", { source: excerpt(source.slice(lost.start, lost.end)) });
    return { ruleId: "negation", start, end, reason, expected: [] };
  }
  if (invented && !lost && !origin.hasKindred) {
    const reason = message("negation.added", { target: excerpt(target.slice(invented.start, invented.end)) });
    return { ruleId: "negation", start: offset + invented.start, end: offset + invented.end, reason, expected: [] };
  }
  return undefined;
}

const beginsPhrase = factOf(({ word, language }) => {
  const { phrases, kindred } = language.comparison.negation;
  return lookupOf(phrases).phrases.has(word) || lookupOf(kindred).phrases.has(word);
});

/** What a word is to the negations of a text; most words are nothing. */
const roleOf = factOf(({ word, language }): "denies" | "kindred" | undefined => {
  const { words, kindred, not } = language.comparison.negation;
  const forms = withoutPrefixes(word, language.words.prefixes);
  if (forms.some((form) => lookupOf(words).has(form))) return "denies";
  return forms.some((form) => lookupOf(kindred).has(form) && !lookupOf(not).has(form)) ? "kindred" : undefined;
});

function denialOf(text: string, language: Language): Denial {
  const phrases = lookupOf(language.comparison.negation.phrases);
  const kindred = lookupOf(language.comparison.negation.kindred);
  const words = wordsOf(text, language);
  const denial: Denial = { words: [], hasKindred: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const length = beginsPhrase(word) ? phraseLengthAt(phrases, words, index) : 0;
    if (length > 0 || (beginsPhrase(word) && phraseLengthAt(kindred, words, index) > 0)) {
      denial.hasKindred = true;
      index += Math.max(0, length - 1);
      continue;
    }
    const role = roleOf(word);
    if (role === "denies") denial.words.push(word);
    else if (role === "kindred") denial.hasKindred = true;
  }
  return denial;
}

/** Where the sentences of a text stand; a line end ends one, too. */
function sentencePlaces(text: string, { code }: Language): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/u))
    for (const { text: sentence, blank } of splitSentences(line, code)) {
      if (sentence !== "") places.push({ start, end: start + sentence.length });
      start += sentence.length + blank.length;
    }
  return places;
}
