// `<language>/<slug>.head.html`: what a site puts into the head of the page that includes the fragment.
import { headPath } from "../../layout.ts";
import { escapeAttribute, escapeContent } from "../../page/template.ts";
import type { Emitter } from "../filled.ts";
import type { Published } from "../ledger.ts";
import { alternatesOf } from "../site.ts";

export const emitHeads: Emitter = ({ site, pages }) =>
  [...pages].flatMap(([id, languages]) => {
    const page = site.pages.get(id);
    const alternates = page ? alternatesOf(page) : {};
    return [...languages.values()].map(
      ({ published }) => [headPath(published.path), headOf(published, alternates)] as const,
    );
  });

function headOf({ title, description, url }: Published, alternates: Readonly<Record<string, string>>): string {
  const lines = [`<title>${escapeContent(title)}</title>`];
  if (description !== undefined) lines.push(`<meta name="description" content="${escapeAttribute(description)}">`);
  lines.push(`<link rel="canonical" href="${escapeAttribute(url)}">`);
  for (const [language, address] of Object.entries(alternates))
    lines.push(`<link rel="alternate" hreflang="${escapeAttribute(language)}" href="${escapeAttribute(address)}">`);
  return `${lines.join("\n")}\n`;
}
