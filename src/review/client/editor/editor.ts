// The editor of one translation: unit text in, unit text out, and plain text with tags for the person who writes.
import {
  history,
  historyKeymap,
  selectAll,
  cursorDocEnd,
  cursorDocStart,
  selectDocEnd,
  selectDocStart,
} from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { EditorView, keymap, type Command, type KeyBinding } from "@codemirror/view";
import { message, type Message } from "../../../core/messages/message.ts";
import { sentence } from "../../../core/messages/sentence.ts";
import { caretKeys, ownCaret } from "./caret.ts";
import { deletionKeys } from "./deletion.ts";
import { tagClicks } from "./pointer.ts";
import { commandOf, editorKeys, type EditorCommand, type KeyAction } from "./keys.ts";
import { look } from "./look.ts";
import { missingTags } from "./missing-tags.ts";
import { readShown, writeShown, type Tag } from "./shown-text.ts";
import { addTags, tagField, wholeTags } from "./tag-field.ts";

export type { EditorCommand, KeyAction };

export type EditorOptions = {
  parent: HTMLElement;
  /** Unit text, as it is stored. */
  text: string;
  /** Of the text, as BCP 47 has it. */
  language: string;
  direction: "ltr" | "rtl";
  /** The unit text of the source. */
  source: string;
  /** Of the interface. */
  locale: "en" | "nb";
  /** Of the page's `style-src`. */
  nonce?: string;
  /** The keys that a person may change, where they are not those of `extraKeys`. */
  keys?: Readonly<Record<string, KeyAction>>;
  /** Called after each change with the unit text. */
  onChange(text: string): void;
  /** Does what a key is for; false leaves the key to the browser. */
  onKey(command: EditorCommand): boolean;
};

export type Editor = {
  text(): string;
  /** Puts another unit text in place of the whole; it can be undone. */
  setText(text: string): void;
  /** Writes plain text, such as a term, in place of the selection. */
  insert(text: string): void;
  addMissingTags(): void;
  focus(): void;
  destroy(): void;
};

/** Makes an editor in its parent. What was not changed comes back as it was given, byte for byte. */
export function createEditor(options: EditorOptions): Editor {
  const { locale, language, direction, nonce } = options;
  const source = readShown(options.source);
  const shown = readShown(options.text);
  const linesAllowed = source.text.includes("\n") || shown.text.includes("\n");
  const say = (told: Message): string => sentence(told, locale);
  const given = [{ shown, stored: options.text }];

  const current = (view: EditorView): string => {
    const { text, tags } = view.state.field(tagField);
    const same = given.find(({ shown }) => shown.text === text && sameTags(shown.tags, tags));
    return same?.stored ?? writeShown({ text, tags });
  };
  const addMissing: Command = (view) => {
    const { from, to } = view.state.selection.main;
    const { text, tags } = view.state.field(tagField);
    const addition = missingTags(source, { text, tags }, { from, to });
    if (addition) view.dispatch(specOf(view.state, addition));
    const count = addition?.pieces.reduce((sum, piece) => sum + piece.tags.length, 0);
    const told = count === undefined ? message("review.no-tag-missing") : message("review.tags-added", { count });
    view.dispatch({ effects: EditorView.announce.of(say(told)) });
    return true;
  };
  const own = editorKeys(options.keys).map(([key, action]): KeyBinding => {
    const command = commandOf(action);
    return { key, run: command === undefined ? addMissing : () => options.onKey(command) };
  });

  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: shown.text,
      extensions: [
        EditorState.allowMultipleSelections.of(false),
        nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": say(message("review.text-in", { language: languageName(language, locale) })),
          lang: language,
          dir: direction,
          spellcheck: "true",
          autocapitalize: "sentences",
        }),
        wholeTags(source, shown, linesAllowed),
        history(),
        typedOver,
        ownCaret,
        tagClicks,
        look,
        keymap.of([...own, ...caretKeys, ...deletionKeys, ...commonKeys(linesAllowed), ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (
            update.docChanged ||
            update.startState.field(tagField).tags.length !== update.state.field(tagField).tags.length
          )
            options.onChange(current(update.view));
        }),
      ],
    }),
  });

  return {
    text: () => current(view),
    setText(stored) {
      if (stored === current(view)) return;
      const next = readShown(stored);
      given.unshift({ shown: next, stored });
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next.text },
        selection: { anchor: next.text.length },
        effects: addTags.of(next.tags),
        userEvent: "input.replace",
      });
    },
    insert(text) {
      view.dispatch({ ...view.state.replaceSelection(text), userEvent: "input.insert", scrollIntoView: true });
    },
    addMissingTags: () => void addMissing(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function specOf(state: EditorState, { pieces, caret }: NonNullable<ReturnType<typeof missingTags>>): TransactionSpec {
  const changes = state.changes(pieces.map(({ at, text }) => ({ from: at, insert: text })));
  const tags: Tag[] = [];
  let anchor = 0;
  let before = 0;
  for (const [index, { at, text, tags: own }] of pieces.entries()) {
    const start = at + before;
    tags.push(...own.map(({ from, to }) => ({ from: from + start, to: to + start })));
    if (index === caret.piece) anchor = start + caret.offset;
    before += text.length;
  }
  return { changes, selection: { anchor }, effects: addTags.of(tags), userEvent: "input.tags", scrollIntoView: true };
}

function sameTags(one: readonly Tag[], other: readonly Tag[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, index) => other[index]?.from === from && other[index].to === to)
  );
}

/** The name of a language in the language of the interface; its code where the browser has none. */
function languageName(code: string, locale: "en" | "nb"): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Browsers give what is typed over a selection the style of what was there, as an attribute, which the page's policy refuses. */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    if (inputType !== "insertText" || isComposing || data === null || view.state.selection.main.empty) return false;
    view.dispatch({ ...view.state.replaceSelection(data), userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

/** Enter writes a line end only where the texts have some, and saves nothing anywhere. Tab leaves, as on any page. */
function commonKeys(linesAllowed: boolean): KeyBinding[] {
  const enter: Command = (view) => {
    if (linesAllowed) view.dispatch({ ...view.state.replaceSelection("\n"), userEvent: "input", scrollIntoView: true });
    return true;
  };
  return [
    { key: "Enter", run: enter, shift: enter },
    { key: "Mod-a", run: selectAll },
    { key: "Mod-Home", run: cursorDocStart, shift: selectDocStart },
    { key: "Mod-End", run: cursorDocEnd, shift: selectDocEnd },
  ];
}
