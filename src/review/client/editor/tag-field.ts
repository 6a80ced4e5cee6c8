// The tags of the text in the editor: where they stand, how they look, and that no change leaves half of one.
import { invertedEffects } from "@codemirror/commands";
import {
  EditorState,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type ChangeDesc,
  type ChangeSet,
  type ChangeSpec,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { Decoration, Direction, EditorView, type DecorationSet } from "@codemirror/view";
import { cleanInput } from "./clean-input.ts";
import { guardTags, type Change } from "./guard-tags.ts";
import { pairsOf, type ShownText, type Tag } from "./shown-text.ts";
import { writtenTags } from "./written-tags.ts";

/** Says which stretches of the new text are tags. */
export const addTags = StateEffect.define<readonly Tag[]>({
  map: (tags, changes) => survivors(tags, changes),
});

function survivors(tags: readonly Tag[], changes: ChangeDesc): Tag[] {
  return tags.flatMap(({ from, to }) => {
    const moved = { from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) };
    return moved.to - moved.from === to - from && !isTouched(changes, from, to) ? [moved] : [];
  });
}

function isTouched(changes: ChangeDesc, from: number, to: number): boolean {
  let touched = false;
  changes.iterChangedRanges((start, end) => {
    if (start === end ? from < start && start < to : start < to && end > from) touched = true;
  });
  return touched;
}

function inOrder(tags: readonly Tag[]): readonly Tag[] {
  return tags.toSorted((one, other) => one.from - other.from);
}

type TagState = ShownText & { marks: DecorationSet };

function tagState(text: string, tags: readonly Tag[]): TagState {
  const pairs = pairsOf({ text, tags });
  const marks = new RangeSetBuilder<Decoration>();
  for (const [index, { from, to }] of tags.entries())
    marks.add(from, to, pairs[index] === undefined ? aloneMark : pairedMark);
  return { text, tags, marks: marks.finish() };
}

const attributes = { spellcheck: "false", translate: "no" };
const pairedMark = Decoration.mark({ class: "cm-tag", attributes, bidiIsolate: Direction.LTR });
const aloneMark = Decoration.mark({ class: "cm-tag cm-tag-alone", attributes, bidiIsolate: Direction.LTR });

export const tagField = StateField.define<TagState>({
  create: (state) => tagState(state.doc.toString(), []),
  update(value, transaction) {
    const added = transaction.effects.flatMap((effect) => (effect.is(addTags) ? effect.value : []));
    if (!transaction.docChanged && added.length === 0) return value;
    const kept = survivors(value.tags, transaction.changes);
    const fresh = added.filter((tag) => kept.every(({ from, to }) => tag.to <= from || to <= tag.from));
    return tagState(transaction.newDoc.toString(), inOrder([...kept, ...fresh]));
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks }) => marks),
    EditorView.bidiIsolatedRanges.of((view) => view.state.field(field).marks),
    EditorView.atomicRanges.of((view) => view.state.field(field).marks),
  ],
});

/** Undoing brings the text of a tag back, and this that it is one. */
const undoneTags = invertedEffects.of((transaction) => {
  const { tags } = transaction.startState.field(tagField);
  const kept = new Set(survivingStarts(tags, transaction.changes));
  const gone = tags.filter(({ from }) => !kept.has(from));
  return gone.length === 0 ? [] : [addTags.of(gone)];
});

function survivingStarts(tags: readonly Tag[], changes: ChangeDesc): number[] {
  return tags.filter((tag) => survivors([tag], changes).length > 0).map(({ from }) => from);
}

function changesOf(changes: ChangeSet): Change[] {
  const all: Change[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    all.push({ from, to, insert: inserted.toString() });
  });
  return all;
}

/** What a person types, pastes, drops and deletes, as it may be. What the program puts in says itself what its tags are. */
function guard(linesAllowed: boolean): Extension {
  return EditorState.transactionFilter.of((transaction): TransactionSpec | Transaction => {
    if (!transaction.docChanged || transaction.effects.some((effect) => effect.is(addTags))) return transaction;
    const asked = changesOf(transaction.changes);
    const cleaned = asked.map((change) => ({ ...change, insert: cleanInput(change.insert, linesAllowed) }));
    const { tags, text } = transaction.startState.field(tagField);
    const guarded = guardTags({ text, tags }, cleaned);
    if (applied(text, asked) === applied(text, guarded)) return transaction;
    const specs: ChangeSpec[] = guarded.map((change) => ({ ...change }));
    const changes = transaction.startState.changes(specs);
    const last = guarded.findLast(({ insert }) => insert !== "");
    const anchor = last ? changes.mapPos(last.from, 1) : changes.mapPos(asked[0]?.from ?? 0, -1);
    return {
      changes: specs,
      selection: { anchor },
      effects: transaction.effects,
      scrollIntoView: transaction.scrollIntoView,
      ...userEventOf(transaction),
    };
  });
}

function userEventOf(transaction: Transaction): TransactionSpec {
  const events = ["input.type.compose", "input.type", "input.paste", "input.drop", "input", "delete", "move.drop"];
  const userEvent = events.find((event) => transaction.isUserEvent(event));
  return userEvent === undefined ? {} : { userEvent };
}

function applied(text: string, changes: readonly Change[]): string {
  let result = "";
  let read = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(read, from) + insert;
    read = to;
  }
  return result + text.slice(read);
}

/** A tag that a person wrote out or pasted becomes one, if it is missing. */
function recogniser(source: ShownText): Extension {
  return EditorState.transactionExtender.of((transaction) => {
    const isInput = transaction.isUserEvent("input") || transaction.isUserEvent("move");
    if (!transaction.docChanged || !isInput || transaction.effects.some((effect) => effect.is(addTags))) return null;
    const text = transaction.newDoc.toString();
    const kept = survivors(transaction.startState.field(tagField).tags, transaction.changes);
    const found: Tag[] = [];
    transaction.changes.iterChangedRanges((_from, _to, from, to) => {
      if (text.slice(from, to).includes(">"))
        found.push(...writtenTags(source, { text, tags: inOrder([...kept, ...found]) }, from, to));
    });
    return found.length === 0 ? null : { effects: addTags.of(found) };
  });
}

/** All that makes tags of a text whole, for a text that is compared with this source. */
export function wholeTags(source: ShownText, shown: ShownText, linesAllowed: boolean): Extension {
  return [tagField.init(() => tagState(shown.text, shown.tags)), undoneTags, guard(linesAllowed), recogniser(source)];
}
