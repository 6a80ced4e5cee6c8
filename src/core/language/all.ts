// The list of the languages that the product knows, and how a code finds its language.
import { ar } from "./ar.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { nb } from "./nb.ts";
import { nn } from "./nn.ts";
import { pl } from "./pl.ts";
import { sv } from "./sv.ts";
import { uk } from "./uk.ts";

/** The language that people most likely read who read none of a page's others. */
export const commonLanguage = "en";

const languages = [nb, nn, da, sv, en, de, pl, uk, ar];
const byCode = new Map<string, Language>(languages.map((language) => [language.code, language]));

/** The language of a BCP 47 code: its own data, or its base language's under the asked code (`en-GB` is English). */
export function languageOf(code: string): Language | undefined {
  const exact = byCode.get(code);
  if (exact) return exact;
  // Codes become names of folders and parts of addresses.
  if (!/^[a-z]{2,3}(?:-[\dA-Za-z]{1,8})+$/u.test(code)) return undefined;
  const base = byCode.get(code.split("-")[0] ?? "");
  return base && isWellFormed(code) ? { ...base, code } : undefined;
}

/** By BCP 47, as `lang` and `hreflang` need it: `en-a` is not. */
function isWellFormed(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}

/** Codes of the languages with data of their own, in the order of the list. */
export const languageCodes: readonly string[] = languages.map((language) => language.code);
