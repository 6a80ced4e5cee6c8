// A language as Open Graph names it: with a country.
import type { Language } from "./language.ts";

/** `nb_NO`; with the country of the code where it has one, as `en-US` does. */
export function openGraphLocale({ code, openGraphLocale: usual }: Language): string {
  const country = /-([A-Z]{2})(?:-|$)/u.exec(code)?.[1];
  return country === undefined ? usual : `${code.split("-")[0]}_${country}`;
}
