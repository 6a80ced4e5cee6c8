// The languages of DeepL: which it translates, which have variants, take a formality, or may have a glossary.
import { message, type Message } from "../../messages/message.ts";
import type { LanguageSettings } from "../../settings.ts";

export type DeeplSettings = NonNullable<LanguageSettings["deepl"]>;

/** How DeepL is asked for one language. */
export type DeeplTarget = {
  /** The wire's code: `de`, `en-GB`. */
  code: string;
  formality: DeeplSettings["formality"];
};

/** DeepL has no Norwegian Nynorsk (nn), Northern Sami (se), Somali (so), Tigrinya (ti), Amharic (am) or Faroese (fo). */
const known = new Set(
  (
    "ace af an ar as ay az ba be bg bho bn br bs ca ceb ckb cs cy da de el en eo es et eu fa fi fr ga gl gn gom gu " +
    "ha he hi hr ht hu hy id ig is it ja jv ka kk kmr ko ky la lb lmo ln lt lv mai mg mi mk ml mn mr ms mt my nb ne " +
    "nl oc om pa pag pam pl prs ps pt qu ro ru sa scn sk sl sq sr st su sv sw ta te tg th tk tl tn tr ts tt uk ur uz " +
    "vi wo xh yi yue zh zu"
  ).split(" "),
);

/** The first is what the bare code stands for; English and Portuguese must be asked for by variant. */
const variants: Record<string, readonly string[]> = {
  en: ["en-GB", "en-US"],
  pt: ["pt-PT", "pt-BR"],
  es: ["es", "es-419"],
  zh: ["zh", "zh-HANS", "zh-HANT"],
};

/** Elsewhere `more` and `less` are refused with status 400, while the `prefer_` forms are always allowed. */
const withFormality = new Set("de es fr it ja nl pl pt ru".split(" "));

const withGlossary = new Set(
  "ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk vi zh".split(" "),
);

/** The language of a code without its region; DeepL's source languages and glossaries know no regions. */
export function baseOf(code: string): string {
  return (code.split("-")[0] ?? code).toLowerCase();
}

/** Whether DeepL translates out of and into this language. */
export function isKnown(code: string): boolean {
  return known.has(baseOf(code));
}

/** Whether DeepL's glossaries have this language. */
export function mayHaveGlossary(code: string): boolean {
  return withGlossary.has(baseOf(code));
}

/** How DeepL is asked for a language of the project, or why it cannot be. */
export function deeplTarget(language: string, settings: DeeplSettings = {}): DeeplTarget | { refusal: Message } {
  const base = baseOf(language);
  if (!known.has(base)) return { refusal: message("deepl.language-unknown", { language }) };
  const choices = variants[base] ?? [base];
  const asked = settings.target;
  const code = choices.find((choice) => choice.toLowerCase() === (asked ?? language).toLowerCase());
  if (asked !== undefined && code === undefined)
    return { refusal: message("deepl.target-unknown", { target: asked, language, choices }) };
  const formality = settings.formality;
  if ((formality === "more" || formality === "less") && !withFormality.has(base))
    return { refusal: message("deepl.formality", { language, formality }) };
  // A region that DeepL does not tell apart (de-AT) is asked for as the language itself.
  return { code: code ?? choices[0] ?? base, formality };
}
