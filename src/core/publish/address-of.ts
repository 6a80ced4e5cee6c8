// The address of a page on the site, as the settings say.
import { addressPatternOf, originOf, type Settings } from "../settings.ts";

/** A folder's own page has its folder's address: that of the root has no slug, where the pattern can do without. */
export function addressOf(settings: Settings, language: string, slug: string): string {
  const encoded = slug.split("/").map(encodeURIComponent).join("/");
  const pattern = addressPatternOf(settings, language);
  if (slug === "") return pattern.replace(/\{slug\}\/?$/u, "").replaceAll("{slug}", "index");
  return pattern.replaceAll("{slug}", () => encoded);
}

/** An address with the site's scheme and host, encoded; undefined for one without, of a site that is not known. */
export function wholeAddress(settings: Pick<Settings, "site" | "url">, address: string): string | undefined {
  const origin = address.startsWith("https://") ? "" : originOf(settings);
  const whole = `${origin}${address}`;
  return origin !== undefined && URL.canParse(whole) ? new URL(whole).href : undefined;
}
