// Where the caret is on the screen and how arrow keys, Home and End move it: by what a reader sees, never back at a tag.
import { EditorSelection, findClusterBreak, type Extension, type SelectionRange } from "@codemirror/state";
import {
  Direction,
  EditorView,
  layer,
  RectangleMarker,
  type Command,
  type KeyBinding,
  type Rect,
} from "@codemirror/view";
import type { Tag } from "./shown-text.ts";
import { tagField } from "./tag-field.ts";
import {
  besideOf,
  caretIn,
  cellsOf,
  visualLine,
  wordFrom,
  type Caret,
  type Line,
  type LogicalCell,
} from "./visual-order.ts";

function lineAt(view: EditorView, at: number): Line {
  const { from, to, text } = view.state.doc.lineAt(at);
  const line = { from, to, text, rtl: isRtl(view) };
  const tags = view.state.field(tagField).tags.filter((tag) => tag.from >= from && tag.to <= to);
  const cells = cellsOf(line, tags, (text, offset) => findClusterBreak(text, offset));
  return visualLine(line, cells, rowsOf(view, from, cells));
}

/** Where the rows of a line on the screen begin, after the first. */
function rowsOf(view: EditorView, at: number, cells: readonly LogicalCell[]): number[] {
  if (view.lineBlockAt(at).height < view.defaultLineHeight * 1.8) return [];
  const starts: number[] = [];
  let bottom: number | undefined;
  for (const { from } of cells) {
    const rect = view.coordsForChar(from);
    if (!rect) continue;
    if (bottom !== undefined && (rect.top + rect.bottom) / 2 > bottom) starts.push(from);
    if (bottom === undefined || starts.at(-1) === from) bottom = rect.bottom;
  }
  return starts;
}

function isRtl(view: EditorView): boolean {
  return view.textDirection === Direction.RTL;
}

/** A caret that belongs to no neighbour stands after what was written last. */
function caretOf({ head, assoc }: SelectionRange): Caret {
  return { at: head, assoc: assoc > 0 ? 1 : -1 };
}

type Motion = (view: EditorView, line: Line, slot: number, forward: boolean) => number;

const byCell: Motion = (_view, _line, slot, forward) => slot + (forward ? 1 : -1);

const byWord: Motion = (view, line, slot, forward) => {
  const { tags } = view.state.field(tagField);
  const category = view.state.charCategorizer(view.state.selection.main.head);
  return wordFrom(line, slot, forward, ({ from, to }) => {
    if (tags.some((tag) => tag.from === from)) return "tag";
    const text = view.state.sliceDoc(from, to);
    return /^\s/u.test(text) ? "blank" : String(category(text));
  });
};

/** To where the row on the screen begins or ends: a long line has several. */
const byRow: Motion = (view, line, _slot, forward) => {
  const { cells } = line;
  const own = cells[besideOf(line, caretOf(view.state.selection.main)).index];
  const row = own && rectOf(view, own);
  if (!row) return forward ? cells.length : 0;
  const middle = (row.top + row.bottom) / 2;
  const isOnRow = (cell: Tag): boolean => {
    const rect = rectOf(view, cell);
    return rect !== null && rect.top < middle && middle < rect.bottom;
  };
  return forward ? cells.findLastIndex(isOnRow) + 1 : cells.findIndex(isOnRow);
};

function moved(view: EditorView, forward: boolean, motion: Motion): Caret {
  const start = caretOf(view.state.selection.main);
  const line = lineAt(view, start.at);
  const { slot } = besideOf(line, start);
  const next = motion(view, line, slot, forward);
  // The row ends with a letter that the caret stays with; so it does where it comes from there.
  if (motion === byRow) return caretIn(line, next, forward);
  if (next >= 0 && next <= line.cells.length) return caretIn(line, next, forward);
  const at = forward ? line.to + 1 : line.from - 1;
  if (at < 0 || at > view.state.doc.length) return start;
  const other = lineAt(view, at);
  return forward ? { at: other.from, assoc: -1 } : { at: other.to, assoc: 1 };
}

/** A selection ends at the side to which the arrow points. */
function collapsed(view: EditorView, forward: boolean): Caret {
  const { anchor, head } = view.state.selection.main;
  const { from, to } = view.state.selection.main;
  if (view.state.doc.lineAt(from).number !== view.state.doc.lineAt(to).number)
    return forward ? { at: to, assoc: -1 } : { at: from, assoc: 1 };
  const line = lineAt(view, head);
  const inner: Caret[] = [
    { at: from, assoc: 1 },
    { at: to, assoc: -1 },
  ];
  const slots = inner.map((caret) => besideOf(line, caret).slot);
  const [first = inner[0], last = inner[1]] = (slots[0] ?? 0) <= (slots[1] ?? 0) ? inner : inner.toReversed();
  return (forward ? last : first) ?? { at: anchor, assoc: 1 };
}

function move(direction: (view: EditorView) => boolean, motion: Motion): Command {
  return (view) => {
    const forward = direction(view);
    const { empty } = view.state.selection.main;
    const caret = !empty && motion === byCell ? collapsed(view, forward) : moved(view, forward, motion);
    view.dispatch({
      selection: EditorSelection.create([EditorSelection.cursor(caret.at, caret.assoc)]),
      scrollIntoView: true,
      userEvent: "select",
    });
    return true;
  };
}

function extend(direction: (view: EditorView) => boolean, motion: Motion): Command {
  return (view) => {
    const { anchor } = view.state.selection.main;
    const { at, assoc } = moved(view, direction(view), motion);
    const range = EditorSelection.range(anchor, at, undefined, undefined, assoc);
    view.dispatch({ selection: EditorSelection.create([range]), scrollIntoView: true, userEvent: "select" });
    return true;
  };
}

const leftward = (view: EditorView): boolean => isRtl(view);
const rightward = (view: EditorView): boolean => !isRtl(view);
const toStart = (): boolean => false;
const toEnd = (): boolean => true;

function motionKeys(
  key: Omit<KeyBinding, "run" | "shift">,
  direction: (view: EditorView) => boolean,
  motion: Motion,
): KeyBinding {
  return { ...key, run: move(direction, motion), shift: extend(direction, motion), preventDefault: true };
}

export const caretKeys: readonly KeyBinding[] = [
  motionKeys({ key: "ArrowLeft" }, leftward, byCell),
  motionKeys({ key: "ArrowRight" }, rightward, byCell),
  motionKeys({ key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft" }, leftward, byWord),
  motionKeys({ key: "Mod-ArrowRight", mac: "Alt-ArrowRight" }, rightward, byWord),
  motionKeys({ key: "Home" }, toStart, byRow),
  motionKeys({ key: "End" }, toEnd, byRow),
  motionKeys({ mac: "Cmd-ArrowLeft" }, leftward, byRow),
  motionKeys({ mac: "Cmd-ArrowRight" }, rightward, byRow),
];

function rectOf(view: EditorView, { from, to }: Tag): Rect | null {
  const first = view.coordsForChar(from);
  const last = to - from > 1 ? (view.coordsForChar(to - 1) ?? first) : first;
  if (!first || !last) return null;
  return {
    left: Math.min(first.left, last.left),
    right: Math.max(first.right, last.right),
    top: first.top,
    bottom: first.bottom,
  };
}

/** The caret beside a tag, on that side of it where a point is. */
export function caretBeside(view: EditorView, tag: Tag, x: number): Caret | undefined {
  const line = lineAt(view, tag.from);
  const index = line.cells.findIndex(({ from }) => from === tag.from);
  const rect = rectOf(view, tag);
  if (index < 0 || !rect) return undefined;
  const isPast = x > (rect.left + rect.right) / 2 !== isRtl(view);
  return caretIn(line, isPast ? index + 1 : index, isPast);
}

/** The caret on the screen: beside the neighbour that it belongs to. */
function caretRect(view: EditorView, range: SelectionRange): Rect | null {
  const caret = caretOf(range);
  const line = lineAt(view, caret.at);
  const { index, slot } = besideOf(line, caret);
  const cell = line.cells[index];
  const rect = cell && rectOf(view, cell);
  if (!rect) return view.coordsAtPos(caret.at, caret.assoc);
  const x = (slot === index) === isRtl(view) ? rect.right : rect.left;
  return { left: x, right: x, top: rect.top, bottom: rect.bottom };
}

/**
 * Browsers place the caret at a tag by the direction of the tag's own letters, on its wrong side in an Arabic line, and so
 * does CodeMirror. So the editor draws it, and hides theirs.
 */
const drawnCaret = layer({
  above: true,
  class: "cm-own-caret-layer",
  update: ({ docChanged, selectionSet, geometryChanged, focusChanged, viewportChanged }) =>
    docChanged || selectionSet || geometryChanged || focusChanged || viewportChanged,
  markers(view) {
    const range = view.state.selection.main;
    const rect = range.empty ? caretRect(view, range) : null;
    if (!rect) return [];
    const box = view.scrollDOM.getBoundingClientRect();
    const left = rect.left - box.left + view.scrollDOM.scrollLeft;
    const top = rect.top - box.top + view.scrollDOM.scrollTop;
    return [new RectangleMarker("cm-own-caret", left, top, null, rect.bottom - rect.top)];
  },
});

export const ownCaret: Extension = [
  drawnCaret,
  EditorView.theme({
    ".cm-content": { caretColor: "transparent" },
    ".cm-own-caret-layer": { pointerEvents: "none" },
    ".cm-own-caret": { display: "none", marginLeft: "-1px", borderLeft: "2px solid var(--editor-caret, CanvasText)" },
    "&.cm-focused .cm-own-caret": { display: "block" },
  }),
];
