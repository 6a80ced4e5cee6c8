// What a reviewer does to one unit: values in, values out. Nothing is changed that has changed since it was seen.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { keepPair } from "../catalog/kept.ts";
import { approve, setTranslation, takeApprovalBack, waive } from "../catalog/sign.ts";
import { stateOf } from "../catalog/state.ts";
import type { RuleId } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { readSigner } from "../signer.ts";
import { isWaivable } from "../waivers.ts";
import type { Change } from "./api.ts";
import { errorsIn, isPseudoDraft, revisionOf, type Reviewing } from "./unit.ts";

export type Changed = { kind: "done"; catalog: Catalog } | { kind: "conflict" } | { kind: "refused"; reason: Message };

/** Changes the entry at an index of a catalog in step with its page; `revision` is that of the entry as it was seen. */
export function changeUnit(
  catalog: Catalog,
  index: number,
  revision: string,
  change: Change,
  reviewing: Reviewing & { date: string },
): Changed {
  const entry = catalog.entries[index];
  if (!entry || entry.obsolete || revisionOf(entry) !== revision) return { kind: "conflict" };
  const { language, date } = reviewing;
  if (change.kind === "take-back") return put(catalog, index, takeApprovalBack(entry));
  if (change.kind === "waive") {
    const { rule, reason } = change;
    if (!isWaivable(rule)) return refused(message("review.no-waiver", { rule }));
    if (reason.trim() === "") return refused(message("review.no-reason"));
    return put(catalog, index, waive(entry, rule as Exclude<RuleId, "tags">, reason));
  }
  const saved = saveText(catalog, index, entry, change.text, language);
  if (change.kind === "save") return { kind: "done", catalog: saved };
  const { name, problem } = readSigner(change.name);
  if (name === undefined) return refused(message("review.no-person", { problem }));
  const text = saved.entries[index] ?? entry;
  if (stateOf(text, language) === "untranslated") return refused(message("review.no-text"));
  if (isPseudoDraft(entry, language) && change.text === entry.translation) return refused(message("review.pseudo"));
  const [error] = errorsIn(text, reviewing);
  if (error) return refused(error.reason);
  return put(saved, index, approve(text, language, name, date));
}

/** A text as it was is no work: its draft line and its approval stay. */
function saveText(catalog: Catalog, index: number, entry: Entry, text: string, language: string): Catalog {
  if (text === entry.translation) return catalog;
  const kept = keepPair(catalog, entry, language);
  return withEntry(kept.catalog, index, setTranslation(kept.entry, text));
}

function put(catalog: Catalog, index: number, entry: Entry): Changed {
  return { kind: "done", catalog: withEntry(catalog, index, entry) };
}

function withEntry(catalog: Catalog, index: number, entry: Entry): Catalog {
  return { ...catalog, entries: catalog.entries.with(index, entry) };
}

function refused(reason: Message): Changed {
  return { kind: "refused", reason };
}
