// What readers of a last version are told, since a newer one could not be published yet.
import { languageData } from "./filled.ts";
import type { Published } from "./ledger.ts";

/** The date is that of the text: the latest approval, or what the source's front matter says. */
export function noticeOf({ language, approved, date }: Pick<Published, "language" | "approved" | "date">): string {
  const { labels, provenance } = languageData(language);
  const when = approved?.date ?? date;
  if (when === undefined) return labels.outdated.undated;
  const [year = 0, month = 0, day = 0] = when.split("-").map(Number);
  const name = provenance.months[month - 1];
  return labels.outdated.since(name === undefined ? when : provenance.date(day, name, year));
}
