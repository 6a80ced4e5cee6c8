// What this browser remembers: the reviewer's name, the language of the page, and texts that are not saved yet.

/** Storage can be full, or forbidden: then nothing is remembered, and nothing else fails. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function remembered(name: string): string | undefined {
  return attempt(() => localStorage.getItem(`malvakt:${name}`) ?? undefined);
}

export function remember(name: string, value: string): void {
  attempt(() => localStorage.setItem(`malvakt:${name}`, value));
}

/** A text that was not saved, and the one that it began from. */
export type Unsaved = { base: string; text: string };

/** A text belongs to a unit by its source: of another source it would be another text. */
type Place = { page: string; language: string; context: string; source: string };

function nameOf({ page, language, context, source }: Place): string {
  return `malvakt:text:${JSON.stringify([page, language, context, source])}`;
}

export function unsavedAt(place: Place): Unsaved | undefined {
  return attempt(() => {
    const value = JSON.parse(localStorage.getItem(nameOf(place)) ?? "null") as unknown;
    if (typeof value !== "object" || value === null || !("base" in value) || !("text" in value)) return undefined;
    const { base, text } = value;
    return typeof base === "string" && typeof text === "string" ? { base, text } : undefined;
  });
}

export function keepUnsaved(place: Place, unsaved: Unsaved): void {
  attempt(() => localStorage.setItem(nameOf(place), JSON.stringify(unsaved)));
}

export function forgetUnsaved(place: Place): void {
  attempt(() => localStorage.removeItem(nameOf(place)));
}
