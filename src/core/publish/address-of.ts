// The address of a page on the site, as the settings say.
import type { Settings } from "../settings.ts";

/** A folder's own page has its folder's address: that of the root has no slug, where the pattern can do without. */
export function addressOf(settings: Settings, language: string, slug: string): string {
  const encoded = slug.split("/").map(encodeURIComponent).join("/");
  const pattern = patternOf(settings, language).replaceAll("{lang}", () => language);
  if (slug === "") return pattern.replace(/\{slug\}\/?$/u, "").replaceAll("{slug}", "index");
  return pattern.replaceAll("{slug}", () => encoded);
}

function patternOf({ source, url, sourceUrl, languages }: Settings, language: string): string {
  const own =
    language === source ? sourceUrl : Object.hasOwn(languages, language) ? languages[language]?.url : undefined;
  return own ?? url;
}
