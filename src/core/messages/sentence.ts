// The sentence of a message in one language.
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import type { Message, Sentences } from "./message.ts";

/** Languages in which the product speaks. Formats that programs read are always in English. */
export type Locale = "en" | "nb";

const languages: Readonly<Record<Locale, Sentences>> = { en, nb };

export function sentence({ id, values }: Message, locale: Locale): string {
  const said = Object.entries(values ?? {}).map(([name, value]) => [name, asSaid(value, locale)]);
  return (languages[locale][id] as (given: unknown) => string)(Object.fromEntries(said));
}

/** A value as a sentence gets it: messages within are said first. */
function asSaid(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one) => asSaid(one, locale));
  return typeof value === "object" && value !== null ? sentence(value as Message, locale) : value;
}

/** The locale that a name such as `nb_NO.UTF-8` or `no` asks for; undefined for one that is not spoken here. */
export function localeOf(name: string): Locale | undefined {
  const code = /^[a-z]+/iu.exec(name)?.[0].toLowerCase();
  if (code === "nb" || code === "no" || code === "nn") return "nb";
  return code === "en" || code === "c" || code === "posix" ? "en" : undefined;
}
