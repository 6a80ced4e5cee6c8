// What the editor itself says, in the languages of the interface.

const words = {
  en: {
    name: (language: string) => `Translation, ${language}`,
    added: (count: number) => (count === 1 ? "1 tag added." : `${count} tags added.`),
    none: "No tag is missing.",
  },
  nb: {
    name: (language: string) => `Oversettelse, ${language}`,
    added: (count: number) => (count === 1 ? "Satte inn 1 tagg." : `Satte inn ${count} tagger.`),
    none: "Ingen tagger mangler.",
  },
} as const;

export function wordsIn(locale: "en" | "nb"): (typeof words)[typeof locale] {
  return words[locale];
}

/** The name of a language in the language of the interface; its code where the browser has none. */
export function languageName(code: string, locale: "en" | "nb"): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
