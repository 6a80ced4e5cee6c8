// What a page is in a language for someone who looks before publishing: what becomes of its newest text, and what readers get.
import { message, type Message } from "../messages/message.ts";
import type { DecidedPage, Decision } from "../publish/decide.ts";
import { languageData } from "../publish/filled.ts";
import { isPublished } from "../publish/site.ts";

/** Published: the newest text is what readers get. Stale: they get an older one. The rest: they get none of it. */
export type OutlookKind = "published" | "stale" | "draft" | "untranslated" | "withheld";

export type Outlook = {
  kind: OutlookKind;
  /** Why the newest text is not published. */
  reason: Message | undefined;
  /** What readers get of the page in this language now. */
  readers: Message;
};

/** In the order of a legend. */
export const outlookKinds: readonly OutlookKind[] = ["published", "stale", "draft", "untranslated", "withheld"];

export function outlookOf(page: DecidedPage, language: string, source: string): Outlook {
  const decision = page.decisions.get(language);
  if (!decision) return { kind: "untranslated", reason: undefined, readers: readersOf(page, undefined, source) };
  const { reason } = decision;
  return { kind: kindOf(decision), reason, readers: readersOf(page, decision, source) };
}

function kindOf({ status, reason, counts }: Decision): OutlookKind {
  if (status === "source" || status === "approved") return "published";
  if (status === "stale") return "stale";
  if (reason.id !== "held.units" || !counts) return "withheld";
  const { untranslated, ...others } = counts;
  return Object.values(others).some((count) => count > 0) || untranslated === 0 ? "draft" : "untranslated";
}

function readersOf({ decisions }: DecidedPage, decision: Decision | undefined, source: string): Message {
  if (decision?.status === "stale") {
    const date = decision.kept.approved?.date ?? decision.kept.date;
    return date === undefined ? message("preview.readers-undated") : message("preview.readers-older", { date });
  }
  if (decision && isPublished(decision)) return message("preview.readers-this");
  const other = decisions.get(source);
  return other && isPublished(other)
    ? message("preview.readers-source", { language: languageData(source).ownName })
    : message("preview.readers-none");
}
