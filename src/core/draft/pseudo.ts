// The pseudo language: text that is marked and stretched but still readable, to show what is not translated or not fit.
import type { Language } from "../language/language.ts";
import { escapeText } from "../unit-text.ts";
import type { Question } from "./engine.ts";
import { cutAtTags, freezeParts } from "./stretch.ts";
import { untranslatable } from "./untranslatable.ts";

const plainLetters = "aeiouyæøåcdghjklnrstwz";
const accentedLetters = "áéíóúýǽǿǻçďğĥĵķļñŕšťŵž";
const fixed = new RegExp(Object.values(untranslatable).join("|"), "gu");
/** Signs that every part to be left alone has one of: most texts have none. */
const signOfFixed = /[@:{\\_]|\.\p{L}|www\./u;
const vowel = /[aeiouyæøå]/iu;

/** What each letter becomes: it gets an accent, and a vowel stands twice. */
const pseudoLetters = new Map(
  Array.from(plainLetters + plainLetters.toUpperCase(), (letter, index) => {
    const accented = (accentedLetters + accentedLetters.toUpperCase()).charAt(index);
    return [letter, vowel.test(letter) ? accented + accented.toLowerCase() : accented] as const;
  }),
);

/** Makes letters of a right-to-left script out of a word's letters, and ends that within the word. */
const rightToLeft = { start: "\u202E", end: "\u202C" };

/**
 * The pseudo translation of a question: letters get accents, each vowel stands twice (about a third longer, as many
 * translations are), and the whole stands in ⟦ ⟧. Tags, code, pins, figures and addresses stay as they are.
 *
 * In a right-to-left language each word runs from right to left by a pair of marks of its own. Around a whole text they
 * would also set its direction, and so hide that a site forgot to; and an override across figures would reverse them.
 */
export function pseudoTranslation(question: Question, direction: Language["direction"]): string {
  const cut = cutAtTags(question);
  const stretches = signOfFixed.test(question.text) ? freezeParts(cut, fixed, question.markup) : cut;
  const text = stretches.map((stretch) => {
    if ("frozen" in stretch) return stretch.frozen;
    const words = stretch.words.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => pseudoWord(word, direction));
    return question.markup ? escapeText(words) : words;
  });
  return `⟦${text.join("")}⟧`;
}

/** Words without a vowel are mostly units such as mg, which belong to their figure. */
function pseudoWord(word: string, direction: Language["direction"]): string {
  if (/\p{N}/u.test(word) || !vowel.test(word)) return word;
  let letters = "";
  for (const letter of word) letters += pseudoLetters.get(letter) ?? letter;
  return direction === "rtl" ? rightToLeft.start + letters + rightToLeft.end : letters;
}
