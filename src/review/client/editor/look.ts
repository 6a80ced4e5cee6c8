// How the editor looks: colours are variables of the page, with colours of the system where it has none.
import type { Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";

/** Characters that no one sees, but for those that scripts need to join letters; blanks that do not break are among them. */
const unseen = /[\u00A0\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202F\u2060-\u2069\uFEFF\t]/gu;

const decorator = new MatchDecorator({
  regexp: unseen,
  decoration: ([sign = ""]) =>
    Decoration.mark({ class: /[\u00A0\u202F\t]/u.test(sign) ? "cm-unseen" : "cm-unseen cm-unseen-narrow" }),
});

const unseenMarks = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    constructor(view: EditorView) {
      this.marks = decorator.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.marks = decorator.updateDeco(update, this.marks);
    }
  },
  { decorations: ({ marks }) => marks },
);

const theme = EditorView.theme({
  "&": {
    color: "var(--editor-text, CanvasText)",
    backgroundColor: "var(--editor-background, Canvas)",
    border: "1px solid var(--editor-border, GrayText)",
    borderRadius: "6px",
  },
  "&.cm-focused": { outline: "2px solid var(--editor-accent, Highlight)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.7", overflowX: "hidden" },
  ".cm-content": { padding: "8px 4px", minWidth: "0" },
  ".cm-line": { padding: "0 6px" },
  ".cm-tag": {
    color: "var(--editor-tag, LinkText)",
    backgroundColor: "var(--editor-tag-background, color-mix(in srgb, LinkText 10%, transparent))",
    borderRadius: "4px",
    direction: "ltr",
    unicodeBidi: "isolate",
    whiteSpace: "nowrap",
  },
  ".cm-tag-alone": {
    color: "var(--editor-wrong, light-dark(#a4001d, #ff9aa8))",
    textDecoration: "underline wavy",
  },
  ".cm-unseen": { backgroundColor: "var(--editor-unseen, color-mix(in srgb, GrayText 30%, transparent))" },
  ".cm-unseen-narrow": { borderInlineStart: "2px solid var(--editor-unseen-narrow, GrayText)" },
});

export const look: Extension = [theme, unseenMarks];
