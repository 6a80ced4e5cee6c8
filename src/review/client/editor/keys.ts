// Which keys do what in the editor: one table, whose extras a person may change.

/** What the page around the editor does. */
export type EditorCommand =
  | "approve-and-next"
  | "next"
  | "previous"
  | "leave"
  | "actions"
  | "copy-source"
  | "concordance"
  | { match: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 };

/** `match-1` and the like stand for `{ match: 1 }`; the editor itself adds tags. */
export type KeyAction = Extract<EditorCommand, string> | `match-${(typeof matches)[number]}` | "add-tags";

const matches = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Ways that always work, whatever a person changes. `Mod` is Ctrl, and Cmd on a Mac. */
const fixedKeys: Readonly<Record<string, KeyAction>> = { "Mod-.": "actions", Escape: "leave" };

/** The extras, by key. */
export const extraKeys: Readonly<Record<string, KeyAction>> = {
  "Mod-Enter": "approve-and-next",
  "Alt-ArrowDown": "next",
  "Ctrl-ArrowDown": "next",
  "Alt-ArrowUp": "previous",
  "Ctrl-ArrowUp": "previous",
  "Mod-k": "concordance",
  "Mod-Insert": "copy-source",
  "Alt-Enter": "add-tags",
  ...Object.fromEntries(matches.map((match) => [`Mod-${match}`, `match-${match}` as const])),
};

/** A bare letter is text, and Enter, Tab, arrows and the like keep their meaning: a key has Ctrl, Alt, Cmd or is F1 to F12. */
export function isFreeKey(key: string): boolean {
  return /^(?:(?:Mod|Ctrl|Alt|Cmd|Meta)-(?:(?:Mod|Ctrl|Alt|Cmd|Meta|Shift)-)*(?:\S|[A-Z][A-Za-z]+\d*)|(?:Shift-)?F\d{1,2})$/u.test(
    key,
  );
}

/** All keys of the editor with the extras that a person has: keys that are not free, or fixed, are left out. */
export function editorKeys(
  extras: Readonly<Record<string, KeyAction>> = extraKeys,
): [key: string, action: KeyAction][] {
  const free = Object.entries(extras).filter(([key]) => isFreeKey(key) && !Object.hasOwn(fixedKeys, key));
  return [...Object.entries(fixedKeys), ...free];
}

/** What the page is told; undefined for what the editor does itself. */
export function commandOf(action: KeyAction): EditorCommand | undefined {
  if (action === "add-tags") return undefined;
  const match = matches.find((number) => action === `match-${number}`);
  return match === undefined ? (action as Extract<EditorCommand, string>) : { match };
}
