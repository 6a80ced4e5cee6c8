// Brings a catalog in step with its page: each unit finds its entry, and no text that anyone wrote is dropped.
import type { Unit } from "../page/unit.ts";
import { isPlain, isSingle } from "../page/unit.ts";
import { alikePairs } from "./alike.ts";
import { withoutFigures } from "./changed-figures.ts";
import { entryKey, newEntry, type Catalog, type Entry } from "./entry.ts";
import { notesForCatalog, ownPictureNote, splitNotes, withNotes } from "./remarks.ts";
import { commentsOfPeople } from "./sign.ts";
import { approvalOf, stateOf } from "./state.ts";

/** What of a unit matters to its catalog. */
export type CatalogUnit = Pick<Unit, "context" | "text" | "notes"> & {
  /** Pictures that the language has of its own, and that this text describes. */
  pictures?: readonly { path: string; sha256: string }[];
};

/**
 * The catalog with exactly one live entry per unit, in document order, and everything else that has a text as memory.
 * `orphans` are entries of catalogs whose page is gone: a renamed page takes its approvals from there.
 * Law: the catalog of a page that has not changed is the same catalog, byte for byte.
 */
export function bringInStep(
  catalog: Catalog,
  pageUnits: readonly CatalogUnit[],
  language: string,
  orphans: ReadonlyMap<string, Entry> = new Map(),
): Catalog {
  const units = pageUnits.map(({ pictures = [], ...unit }) => ({
    ...unit,
    notes: [...notesForCatalog(unit.notes), ...pictures.map(ownPictureNote)],
  }));
  const live = catalog.entries.filter((entry) => !entry.obsolete);
  const memory = catalog.entries.filter((entry) => entry.obsolete);
  const found = matchSame(units, live, memory, orphans);
  const taken = new Set(found);
  const changed = matchChanged(units, live, found, taken);
  const entries = units.map((unit, index) => {
    const same = found[index];
    if (same) return withPageNotes(same.obsolete ? { ...same, obsolete: false, raw: undefined } : same, unit.notes);
    const old = changed.get(index);
    return old ? changedEntry(old, unit, language) : newEntry(unit.context, unit.text, unit.notes);
  });
  const carriedOn = new Set(changed.values());
  const left = live.filter((entry) => !taken.has(entry) && isWorthKeeping(entry, language, carriedOn));
  const obsolete = [...memory.filter((entry) => !taken.has(entry)), ...left.map(toMemory)];
  return { ...catalog, entries: [...entries, ...obsolete] };
}

/** A stale text lives on in its unit's new entry; any other text, and any word of a person, is kept as memory. */
function isWorthKeeping(entry: Entry, language: string, carriedOn: ReadonlySet<Entry>): boolean {
  if (carriedOn.has(entry) && isOutdated(entry, language)) return false;
  return entry.translation !== "" || (entry.comments.length > 0 && !carriedOn.has(entry));
}

/** Stale, and no one's approval of its own: all that it has goes on in the entry that takes its place. */
function isOutdated(entry: Entry, language: string): boolean {
  return stateOf(entry, language) === "stale" && approvalOf(entry, language) === undefined;
}

function toMemory(entry: Entry): Entry {
  return { ...entry, notes: splitNotes(entry.notes).page, obsolete: true, raw: undefined };
}

function withPageNotes(entry: Entry, notes: readonly string[]): Entry {
  return withNotes(entry, [...notes, ...splitNotes(entry.notes).remarks]);
}

/** The entry of each unit that has one with the very same key: live, remembered, or approved for a page now gone. */
function matchSame(
  units: readonly CatalogUnit[],
  live: readonly Entry[],
  memory: readonly Entry[],
  orphans: ReadonlyMap<string, Entry>,
): (Entry | undefined)[] {
  const byKey = new Map([...memory, ...live].map((entry) => [entryKey(entry), entry]));
  const found = units.map((unit) => {
    const key = entryKey({ context: unit.context, source: unit.text });
    return byKey.get(key) ?? orphans.get(key);
  });
  const decomposed = units.some((unit, index) => !found[index] && isDecomposed(unit.text));
  return decomposed || live.some(({ source }) => isDecomposed(source))
    ? matchComposed(units, found, [...memory, ...live])
    : found;
}

/** Some programs and disks write `å` as `a` and a ring: the text is the same, and so is what was approved. */
function isDecomposed(text: string): boolean {
  return /\p{M}/u.test(text) && text.normalize("NFC") !== text;
}

/** For units without an entry, the one whose text is the same but for how its letters are put together; each once. */
function matchComposed(
  units: readonly CatalogUnit[],
  found: readonly (Entry | undefined)[],
  entries: readonly Entry[],
): (Entry | undefined)[] {
  const used = new Set(found);
  const free = entries.filter((entry) => !used.has(entry));
  const byKey = new Map(free.map((entry) => [entryKey(entry).normalize("NFC"), entry]));
  return units.map((unit, index) => {
    const key = entryKey({ context: unit.context, source: unit.text }).normalize("NFC");
    const same = found[index] ?? byKey.get(key);
    if (!found[index]) byKey.delete(key);
    return same;
  });
}

/** For units without an entry of their own, the old entry whose text they are a new version of; each is used once. */
function matchChanged(
  units: readonly CatalogUnit[],
  live: readonly Entry[],
  found: readonly (Entry | undefined)[],
  taken: ReadonlySet<Entry | undefined>,
): Map<number, Entry> {
  const changed = new Map<number, Entry>();
  const used = new Set<Entry>();
  const free = (entry: Entry): boolean => !taken.has(entry) && !used.has(entry);
  const use = (index: number, entry: Entry): void => {
    changed.set(index, entry);
    used.add(entry);
  };
  for (const [index, unit] of units.entries()) {
    if (found[index] || !isSingle(unit.context)) continue;
    const old = live.find((entry) => entry.context === unit.context && free(entry));
    if (old) use(index, old);
  }
  for (const { indexes, entries } of gaps(units, live, found)) {
    const fresh = indexes.filter((index) => !changed.has(index));
    const old = entries.filter(free);
    if (fresh.length === 0 || old.length === 0) continue;
    const pairs = alikePairs(
      fresh.map((index) => ({ kind: kindOf(units[index]?.context ?? ""), text: units[index]?.text ?? "" })),
      old.map((entry) => ({ kind: kindOf(entry.context), text: entry.source })),
    ).toSorted((one, other) => other.likeness - one.likeness);
    for (const pair of pairs) {
      const [index, entry] = [fresh[pair.fresh], old[pair.old]];
      if (index !== undefined && entry && !changed.has(index) && free(entry)) use(index, entry);
    }
    // A short text of a price or a time has few words: its new version is the one that differs in figures alone.
    const byFrame = new Map<string, Entry[]>();
    for (const entry of old.filter(free)) {
      const frame = frameOf(entry.context, entry.source);
      if (frame !== undefined) byFrame.set(frame, [...(byFrame.get(frame) ?? []), entry]);
    }
    for (const index of fresh.filter((one) => !changed.has(one))) {
      const unit = units[index];
      const entry = unit && byFrame.get(frameOf(unit.context, unit.text) ?? "")?.shift();
      if (entry) use(index, entry);
    }
  }
  return changed;
}

/** What texts have in common that differ in figures alone; undefined for a text without any. */
function frameOf(context: string, text: string): string | undefined {
  const frame = withoutFigures(text);
  return frame === undefined ? undefined : `${kindOf(context)}\u0004${frame}`;
}

/** New units and old entries that lie between the same unchanged neighbours. */
function gaps(
  units: readonly CatalogUnit[],
  live: readonly Entry[],
  found: readonly (Entry | undefined)[],
): { indexes: number[]; entries: Entry[] }[] {
  const position = new Map(live.map((entry, index) => [entry, index]));
  const anchors = longestIncreasing(found.map((entry) => (entry ? (position.get(entry) ?? -1) : -1)));
  const result: { indexes: number[]; entries: Entry[] }[] = [];
  let unitFrom = 0;
  let entryFrom = 0;
  for (const [unitTo, entryTo] of [...anchors, [units.length, live.length] as const]) {
    const indexes = range(unitFrom, unitTo).filter((index) => !found[index]);
    if (indexes.length > 0) result.push({ indexes, entries: live.slice(entryFrom, entryTo) });
    unitFrom = unitTo + 1;
    entryFrom = entryTo + 1;
  }
  return result;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The longest increasing run of positions, as [index, position]; -1 is no position. What was moved is no neighbour. */
function longestIncreasing(positions: readonly number[]): [number, number][] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, position] of positions.entries()) {
    if (position < 0) continue;
    let low = 0;
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] ?? -1] ?? -1) < position) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const run: [number, number][] = [];
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.push([index, positions[index] ?? -1]);
  return run.toReversed();
}

/** Plain texts of one context are of a kind, and so is all unit text, whatever its author's context. */
function kindOf(context: string): string {
  return isPlain(context) ? context : "";
}

/** The entry of a unit whose source has changed: the old translation to start from, and the text it was made for. */
function changedEntry(old: Entry, unit: CatalogUnit, language: string): Entry {
  const entry = newEntry(unit.context, unit.text, unit.notes);
  const comments = commentsOfPeople(old.comments);
  if (old.translation === "") return { ...entry, comments };
  return {
    ...entry,
    comments,
    translation: old.translation,
    previous: (isOutdated(old, language) ? old.previous : undefined) ?? old.source,
    flags: old.flags,
    fuzzy: true,
    origin: old.origin,
  };
}
