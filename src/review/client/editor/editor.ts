// The field in which a text is written.
export type EditorCommand =
  | "approve-and-next"
  | "next"
  | "previous"
  | "leave"
  | "actions"
  | "copy-source"
  | "concordance"
  | "add-tags"
  | { match: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 };

export type EditorOptions = {
  parent: HTMLElement;
  text: string;
  language: string;
  direction: "ltr" | "rtl";
  source: string;
  locale: "en" | "nb";
  nonce?: string;
  onChange: (text: string) => void;
  onKey: (command: EditorCommand) => boolean;
};

export type Editor = {
  text: () => string;
  setText: (text: string) => void;
  insert: (text: string) => void;
  addMissingTags: () => void;
  focus: () => void;
  destroy: () => void;
};

export function createEditor({ parent, text, language, direction, onChange, onKey }: EditorOptions): Editor {
  const field = document.createElement("textarea");
  Object.assign(field, { value: text, lang: language, dir: direction, spellcheck: true, rows: 4 });
  field.setAttribute("aria-label", parent.dataset["label"] ?? "");
  field.addEventListener("input", () => onChange(field.value));
  field.addEventListener("keydown", (event) => {
    const command = event.isComposing ? undefined : commandOf(event);
    if (command !== undefined && onKey(command)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  parent.append(field);
  return {
    text: () => field.value,
    setText: (next) => {
      field.value = next;
    },
    insert: (piece) => {
      field.setRangeText(piece, field.selectionStart, field.selectionEnd, "end");
      onChange(field.value);
    },
    addMissingTags: () => {},
    focus: () => field.focus(),
    destroy: () => field.remove(),
  };
}

function commandOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): EditorCommand | undefined {
  const isControl = ctrlKey || metaKey;
  if (key === "Escape") return "leave";
  if (key === "Enter" && isControl) return "approve-and-next";
  if (key === "ArrowDown" && (altKey || isControl)) return "next";
  if (key === "ArrowUp" && (altKey || isControl)) return "previous";
  if (key === "." && isControl) return "actions";
  if (key === "Insert" && isControl) return "copy-source";
  const match = isControl && !altKey ? /^[1-9]$/u.exec(key)?.[0] : undefined;
  return match === undefined ? undefined : { match: Number(match) as 1 };
}
