// Opens the engine that a language is drafted with, or says what is missing and how to get it.
import { message, type Message } from "../../core/messages/message.ts";
import { apertiumTarget } from "../../core/draft/apertium-target.ts";
import type { Engine } from "../../core/draft/engine.ts";
import type { EngineName } from "../../core/settings.ts";
import { languageOf } from "../../core/language/all.ts";
import type { Settings } from "../../core/settings.ts";
import type { GlossaryTerms } from "../../core/draft/deepl/glossary.ts";
import { openDeepl } from "./deepl.ts";
import { apertiumMissing, openApertium } from "./apertium.ts";
import { openPseudo } from "./pseudo.ts";

/** An engine, why there is none, or nothing where none was asked for: then people translate. */
export type Opened = Engine | { refusal: Message } | undefined;

/** `chosen` is the engine that was asked for; without it each language has that of the settings. */
export function engineOpener(
  settings: Settings,
  chosen: EngineName | undefined,
  terms: GlossaryTerms | undefined,
  warn: (message: string) => void,
): (language: string) => Promise<Opened> {
  const engineOf = (language: string): EngineName | undefined => chosen ?? settings.languages[language]?.engine;
  const ofDeepl = Object.keys(settings.languages).filter((language) => engineOf(language) === "deepl");
  const deepl = openDeepl({
    environment: process.env,
    source: settings.source,
    languages: Object.fromEntries(ofDeepl.map((language) => [language, settings.languages[language]?.deepl])),
    terms,
    warn,
  });
  return async (language) => {
    switch (engineOf(language)) {
      case "deepl":
        return deepl(language);
      case "apertium":
        return openApertiumFor(language, settings.languages[language]?.apertium?.mode);
      case "pseudo":
        return openPseudo(languageOf(language)?.direction ?? "ltr");
      case undefined:
        return undefined;
    }
  };
}

async function openApertiumFor(language: string, mode: string | undefined): Promise<Engine | { refusal: Message }> {
  const target = apertiumTarget(language, mode);
  if (!target) return { refusal: message("engine.apertium-language", { language }) };
  const missing = await apertiumMissing(target.mode);
  return missing === undefined ? openApertium(target) : { refusal: missing };
}
