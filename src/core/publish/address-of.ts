// The address of a page on the site, as the settings say.
import type { Settings } from "../settings.ts";

export function addressOf(settings: Settings, language: string, slug: string): string {
  const encoded = slug.split("/").map(encodeURIComponent).join("/");
  return settings.url.replaceAll("{lang}", () => language).replaceAll("{slug}", () => encoded);
}
