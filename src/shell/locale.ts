// The language in which people are spoken to: as they ask on the command line, else as their environment says.
import type { Message } from "../core/messages/message.ts";
import { localeOf, sentence, type Locale } from "../core/messages/sentence.ts";

/** Languages that `--locale` takes. */
export const locales: readonly Locale[] = ["en", "nb"];

/** `--locale`, else the first of LC_ALL, LC_MESSAGES and LANG that names a language spoken here, else English. */
export function localeFor(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  const asked = args.findLastIndex((arg) => arg === "--locale" || arg.startsWith("--locale="));
  const name = args[asked] === "--locale" ? args[asked + 1] : args[asked]?.slice("--locale=".length);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (
    locales.find((known) => known === name) ??
    [LC_ALL, LC_MESSAGES, LANG].map((value) => localeOf(value ?? "")).find((found) => found !== undefined) ??
    "en"
  );
}

/** The language of this run. */
export const locale: Locale = localeFor(process.argv.slice(2), process.env);

/** A message in the language of this run. */
export function say(told: Message): string {
  return sentence(told, locale);
}
