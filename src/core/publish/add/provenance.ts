// The note under a translation, where the settings ask for it: what it was translated from, who checked it, and when.
import { languageOf } from "../../language/all.ts";
import type { Provenance } from "../../language/language.ts";
import { escapeAttribute, escapeContent } from "../../page/template.ts";
import type { Published } from "../ledger.ts";
import { publishedAddress, type Site } from "../site.ts";

/** What a note stands in; nothing else of a fragment does. */
export const provenanceTag = "footer";

/** An article with its note, the last thing in it. It must not have one yet. */
export function withProvenance(
  article: string,
  page: string,
  language: string,
  approved: Published["approved"],
  site: Site,
): string {
  const words = languageOf(language)?.provenance;
  const { source, publish } = site.settings;
  // Names of people go nowhere but where they are asked for.
  if (!publish.provenance || language === source || !words || !approved?.names || approved.names.length === 0)
    return article;
  const from = words.languages[source.split("-")[0] ?? ""] ?? languageOf(source)?.ownName ?? source;
  const note = [
    escapeContent(words.translatedFrom(from)),
    words.checkedBy(listed(approved.names, words)),
    dateOf(approved.date, words),
    ...linkTo(publishedAddress(site, page, source), source, words),
  ].join(words.comma);
  return article.replace(
    /\n<\/article>\n$/u,
    () => `\n<${provenanceTag}><p>${note}.</p></${provenanceTag}>\n</article>\n`,
  );
}

/** A name may be written from the other side than the words around it. */
function listed(names: readonly string[], { comma, and }: Provenance): string {
  const written = names.map((name) => `<bdi>${escapeContent(name)}</bdi>`);
  return written.length < 2
    ? written.join("")
    : `${written.slice(0, -1).join(escapeContent(comma))}${escapeContent(and)}${written.at(-1)}`;
}

function dateOf(date: string, { date: write, months }: Provenance): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const name = months[month - 1];
  const words = name === undefined ? date : write(day, name, year);
  return `<time datetime="${escapeAttribute(date)}">${escapeContent(words)}</time>`;
}

function linkTo(url: string | undefined, source: string, { original }: Provenance): string[] {
  if (url === undefined) return [];
  return [`<a href="${escapeAttribute(url)}" hreflang="${escapeAttribute(source)}">${escapeContent(original)}</a>`];
}
