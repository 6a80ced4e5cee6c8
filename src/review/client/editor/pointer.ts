// A click on a tag puts the caret on that side of it where the click was, also in a text that goes from right to left.
import { EditorSelection, type Extension, type SelectionRange } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { caretBeside } from "./caret.ts";
import { tagField } from "./tag-field.ts";

function tagUnder(view: EditorView, target: EventTarget | null): { from: number; to: number } | undefined {
  const element = target instanceof Element ? target.closest(".cm-tag") : null;
  if (!element || !view.contentDOM.contains(element)) return undefined;
  const at = view.posAtDOM(element);
  return view.state.field(tagField).tags.find(({ from, to }) => from <= at && at < to);
}

function caretUnder(view: EditorView, event: MouseEvent): SelectionRange {
  const tag = tagUnder(view, event.target);
  const beside = tag && caretBeside(view, tag, event.clientX);
  if (beside) return EditorSelection.cursor(beside.at, beside.assoc);
  const { pos, assoc } = view.posAndSideAtCoords({ x: event.clientX, y: event.clientY }, false);
  return EditorSelection.cursor(pos, assoc);
}

/** Only where a click begins on a tag, and is a single one: all else is as in any text. */
export const tagClicks: Extension = EditorView.mouseSelectionStyle.of((view, start) => {
  if (start.detail > 1 || start.button !== 0 || !tagUnder(view, start.target)) return null;
  let anchor = caretUnder(view, start);
  return {
    get(event, extend) {
      const { head, assoc } = caretUnder(view, event);
      const from = extend ? view.state.selection.main.anchor : anchor.head;
      const range = from === head ? EditorSelection.cursor(head, assoc) : EditorSelection.range(from, head);
      return EditorSelection.create([range]);
    },
    update({ changes, docChanged }) {
      if (docChanged) anchor = anchor.map(changes);
    },
  };
});
