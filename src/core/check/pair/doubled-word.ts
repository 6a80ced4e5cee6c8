// Rule `doubled-word`: no word stands twice in a row.
import type { TextFinding } from "../../finding.ts";
import { message } from "../../messages/message.ts";
import type { Language } from "../../language/language.ts";
import { excerpt, type Pair } from "./text-pair.ts";
import { lookupOf } from "./word-list.ts";
import { wordsOf, type Word } from "./words.ts";

/** Words that follow themselves with only blanks between; as many as the source doubles are let pass, and what the language allows. */
export function checkDoubledWord({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const mayDouble = lookupOf(targetLanguage.comparison.mayDouble);
  const met = doubled(target, targetLanguage).filter(([{ word }]) => !mayDouble.has(word));
  if (met.length === 0) return [];
  return met.slice(doubled(source, sourceLanguage).length).map(([first, second]) => ({
    ruleId: "doubled-word",
    start: first.start,
    end: second.end,
    reason: message("word.doubled", { word: excerpt(target.slice(first.start, first.end)) }),
    expected: [target.slice(first.start, first.end)],
    certain: true,
  }));
}

function doubled(text: string, language: Language): [Word, Word][] {
  const words = wordsOf(text, language);
  const found: [Word, Word][] = [];
  words.forEach((second, index) => {
    const first = words[index - 1];
    if (
      first &&
      first.word === second.word &&
      /^\p{L}[\p{L}\p{M}'-]*$/u.test(second.word) &&
      /^[ \t\u00a0]+$/u.test(text.slice(first.end, second.start))
    )
      found.push([first, second]);
  });
  return found;
}
