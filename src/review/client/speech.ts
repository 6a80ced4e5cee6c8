// The language in which the page speaks: as chosen before, else as the browser asks.
import type { Message } from "../../core/messages/message.ts";
import { localeOf, sentence, type Locale } from "../../core/messages/sentence.ts";
import { remember, remembered } from "./remember.ts";

const known = remembered("locale");
let locale: Locale = known === "nb" || known === "en" ? known : (localeOf(navigator.language) ?? "en");

export function currentLocale(): Locale {
  return locale;
}

export function speak(next: Locale): void {
  locale = next;
  document.documentElement.lang = next;
  remember("locale", next);
}

export function say(told: Message): string {
  return sentence(told, locale);
}
