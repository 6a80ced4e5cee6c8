// Backspace, Delete and their words: a tag goes in one step, and with it the other of its pair.
import { findClusterBreak, type EditorState } from "@codemirror/state";
import type { Command, KeyBinding } from "@codemirror/view";
import { tagField } from "./tag-field.ts";

type Reach = (state: EditorState, at: number, forward: boolean) => number;

const character: Reach = (state, at, forward) => {
  const tag = tagAt(state, at, forward);
  if (tag) return forward ? tag.to : tag.from;
  const line = state.doc.lineAt(at);
  if (at === (forward ? line.to : line.from)) return at + (forward ? 1 : -1);
  const next = line.from + findClusterBreak(line.text, at - line.from, forward);
  const written = state.sliceDoc(next, at);
  // A vowel sign or an accent can be written wrong by itself.
  return !forward && /\p{L}\p{M}+$/u.test(written) ? at - 1 : next;
};

const word: Reach = (state, at, forward) => {
  const step = (from: number): number =>
    forward ? findClusterBreak(text, from, true) : findClusterBreak(text, from, false);
  const text = state.doc.toString();
  const category = state.charCategorizer(at);
  let kind: string | undefined;
  for (let place = at; ;) {
    const isEnd = place === (forward ? text.length : 0);
    const tag = tagAt(state, place, forward);
    if (isEnd || (tag && kind !== undefined)) return place;
    if (tag) return forward ? tag.to : tag.from;
    const next = step(place);
    const crossed = text.slice(Math.min(place, next), Math.max(place, next));
    const own = /^\s/u.test(crossed) ? "blank" : String(category(crossed));
    if (kind !== undefined && kind !== "blank" && own !== kind) return place;
    kind = own;
    place = next;
  }
};

const line: Reach = (state, at, forward) => {
  const { from, to } = state.doc.lineAt(at);
  return forward ? to : from;
};

function tagAt(state: EditorState, at: number, forward: boolean): { from: number; to: number } | undefined {
  return state.field(tagField).tags.find(({ from, to }) => (forward ? from : to) === at);
}

function remove(forward: boolean, reach: Reach): Command {
  return (view) => {
    const { state } = view;
    const { from, to, head, empty } = state.selection.main;
    const end = empty ? Math.min(Math.max(reach(state, head, forward), 0), state.doc.length) : head;
    const range = empty ? { from: Math.min(head, end), to: Math.max(head, end) } : { from, to };
    if (range.from < range.to)
      view.dispatch({
        changes: range,
        userEvent: empty ? `delete.${forward ? "forward" : "backward"}` : "delete.selection",
        scrollIntoView: true,
      });
    return true;
  };
}

export const deletionKeys: readonly KeyBinding[] = [
  { key: "Backspace", run: remove(false, character), shift: remove(false, character) },
  { key: "Delete", run: remove(true, character) },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: remove(false, word) },
  { key: "Mod-Delete", mac: "Alt-Delete", run: remove(true, word) },
  { mac: "Mod-Backspace", run: remove(false, line) },
  { mac: "Mod-Delete", run: remove(true, line) },
];
