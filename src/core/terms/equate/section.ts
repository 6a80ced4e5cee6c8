// Finds where a section of a page equates two concepts over several of its blocks: a heading, a paragraph, the members of a list.
import type { TermHit } from "../recognise.ts";
import type { TermIndex } from "../term-index.ts";
import { findEquations } from "./find.ts";
import { itemsOf, type Item } from "./items.ts";
import { isCue, isMark, sentenceEnd, sentenceStart } from "./row.ts";

/** A text of a section as it is seen, with its terms. A text that is `apart` (a title, an alt text) is read by itself. */
export type Block = { text: string; hits: readonly TermHit[]; role: Role };
export type Role = { kind: "heading"; level: number } | { kind: "member" } | { kind: "text" } | { kind: "apart" };

export type BlockHit = { block: number; hit: TermHit };

/** The later term, on which the finding stands, and the earlier one; a heading alone is worth no more than a warning. */
export type AcrossEquation = { later: BlockHit; earlier: BlockHit; isDoubtful: boolean };

/** All equations over two blocks, in the order of the later ones. Each term is told once. */
export function findAcrossBlocks(blocks: readonly Block[], index: TermIndex): AcrossEquation[] {
  if (!hasDistinctTerms(blocks, index)) return [];
  const found = blocks.flatMap((block, at) =>
    block.role.kind === "apart"
      ? []
      : [...inMembers(blocks, at, index), ...inNext(blocks, at, index), ...underHeading(blocks, at, index)],
  );
  const told = new Set<TermHit>();
  return found
    .toSorted((one, other) => one.later.block - other.later.block || one.later.hit.start - other.later.hit.start)
    .filter(({ later }) => !told.has(later.hit) && told.add(later.hit));
}

function hasDistinctTerms(blocks: readonly Block[], index: TermIndex): boolean {
  const concepts = new Set(blocks.flatMap(({ hits }) => hits.map(({ concept }) => concept)));
  return [...concepts].some((concept) => [...(index.distinct.get(concept) ?? [])].some((other) => concepts.has(other)));
}

/** A stretch of a block within a text that several were joined to. */
type Piece = { block: number; from: number; to: number; joiner: string };

/** Reads pieces of blocks as one text; what is equated in it, with its places in the blocks. */
function readJoined(blocks: readonly Block[], pieces: readonly Piece[], index: TermIndex): [BlockHit, BlockHit][] {
  let text = "";
  const hits: TermHit[] = [];
  const origins = new Map<TermHit, BlockHit>();
  for (const { block, from, to, joiner } of pieces) {
    const { text: whole = "", hits: own = [] } = blocks[block] ?? {};
    const shift = text.length - from;
    for (const hit of own) {
      if (hit.start < from || hit.end > to) continue;
      const moved = { ...hit, start: hit.start + shift, end: hit.end + shift };
      hits.push(moved);
      origins.set(moved, { block, hit });
    }
    text += whole.slice(from, to) + joiner;
  }
  return findEquations(text, hits, index).flatMap(({ first, second }): [BlockHit, BlockHit][] => {
    const [one, other] = [origins.get(first), origins.get(second)];
    return one && other ? [[one, other]] : [];
  });
}

const mostMembers = 40;
const longestLead = 80;

/** "Kinds of A:" and a list, a table or headings below, which name B as one of them. */
function inMembers(blocks: readonly Block[], at: number, index: TermIndex): AcrossEquation[] {
  const block = blocks[at];
  if (!block || block.hits.length === 0) return [];
  const isHeading = block.role.kind === "heading";
  const end = block.text.trimEnd().length;
  const hasColon = block.text[end - 1] === ":";
  if (!isHeading && !hasColon) return [];
  const members = membersAfter(blocks, at);
  if (members.length === 0) return [];
  const from = lastSentence(block, index);
  const pieces: Piece[] = [{ block: at, from, to: hasColon ? end - 1 : end, joiner: ": " }];
  for (const member of members) {
    const { text = "", hits = [] } = blocks[member] ?? {};
    const lead = /^[^,;:.!?(–\n]*/u.exec(text.slice(0, longestLead))?.[0] ?? "";
    const [term] = hits;
    // A term that is cut in two, or that stands in a whole sentence, is no name in a list.
    if (!term || term.end > lead.length) pieces.push({ block: member, from: 0, to: 0, joiner: "" });
    else pieces.push({ block: member, from: 0, to: Math.max(lead.trimEnd().length, term.end), joiner: ", " });
  }
  const announced = itemsOf(block.text, block.hits, index, from);
  const isKinds = announced.some((item) => isCue(item, "kind", "kinds", "include", "divide"));
  if (!isKinds && !isHeading) return [];
  return readJoined(blocks, pieces, index)
    .filter(([one, other]) => one.block === at && other.block !== at)
    .map(([earlier, later]) => ({ earlier, later, isDoubtful: !isKinds }));
}

/** The list or cells right after a block; after a heading, also after one text, or the headings below it. */
function membersAfter(blocks: readonly Block[], at: number): number[] {
  const { role } = blocks[at] ?? {};
  const isMember = (next: number): boolean => blocks[next]?.role.kind === "member";
  let first = at + 1;
  if (role?.kind === "heading" && blocks[first]?.role.kind === "text" && isMember(first + 1)) first += 1;
  const members: number[] = [];
  for (let next = first; isMember(next) && members.length < mostMembers; next += 1) members.push(next);
  if (members.length > 0 || role?.kind !== "heading") return members;
  for (let next = at + 1; next < blocks.length && next - at < longestSection; next += 1) {
    const other = blocks[next]?.role;
    if (other?.kind !== "heading") continue;
    if (other.level <= role.level) break;
    if (other.level === role.level + 1) members.push(next);
  }
  return members;
}

const longestSection = 200;

function lastSentence({ text, hits }: Block, index: TermIndex): number {
  const items = itemsOf(text, hits, index, Math.max(0, text.length - 400));
  const start = sentenceStart(items, items.length - 1);
  return items[start]?.start ?? 0;
}

/** "A helps. || It is a form of B.", "Is A B? || Yes.": the next text begins by taking up what the one before says. */
function inNext(blocks: readonly Block[], at: number, index: TermIndex): AcrossEquation[] {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block || next?.role.kind !== "text" || block.hits.length === 0) return [];
  const items = itemsOf(next.text, next.hits, index, 0, Math.min(next.text.length, 400));
  const first = items.findIndex((item) => !isCue(item, "filler") || isCue(item, "it"));
  const isAnswer = isCue(items[0], "yes");
  if (!isCue(items[first], "it") && !isAnswer) return [];
  const end = items[sentenceEnd(items, 0)]?.end ?? next.text.length;
  const last = block.text.trimEnd();
  const joiner = /[.!?:…]$/u.test(last) ? " " : ". ";
  const pieces = [
    { block: at, from: lastSentence(block, index), to: last.length, joiner },
    { block: at + 1, from: 0, to: end, joiner: "" },
  ];
  return readJoined(blocks, pieces, index)
    .filter(([one, other]) => one.block !== other.block || (isAnswer && other.block === at))
    .map(([earlier, later]) => ({ earlier, later, isDoubtful: false }));
}

const mostWordsOfHeading = 4;
const textsOfHeading = 2;

/** A heading that names A and nothing else, over a text that names B alone. */
function underHeading(blocks: readonly Block[], at: number, index: TermIndex): AcrossEquation[] {
  const heading = blocks[at];
  const [name, second] = heading?.hits ?? [];
  if (heading?.role.kind !== "heading" || !name || second || name.compound || name.unlike) return [];
  const distinct = index.distinct.get(name.concept);
  if (!distinct?.size || !isBareName(itemsOf(heading.text, heading.hits, index))) return [];
  let end = at + 1;
  while (end < blocks.length && blocks[end]?.role.kind !== "heading") end += 1;
  const body = blocks.slice(at + 1, end);
  if (body.some(({ hits }) => hits.some(({ concept }) => concept === name.concept))) return [];
  const texts = body.slice(0, textsOfHeading);
  const place = texts.findIndex(
    ({ hits, role }) => role.kind === "text" && hits.some(({ concept }) => distinct.has(concept)),
  );
  const text = texts[place];
  const hit = text?.hits.find(({ concept }) => distinct.has(concept));
  if (!text || !hit || hit.unlike || hit.status === "deprecated" || !isOffered(text, hit, index)) return [];
  return [{ earlier: { block: at, hit: name }, later: { block: at + 1 + place, hit }, isDoubtful: true }];
}

/** A heading of a name and a few words such as a town, which asks, contrasts and lists nothing. */
function isBareName(items: readonly Item[]): boolean {
  return (
    items.length <= mostWordsOfHeading &&
    items.every(
      (item) => item.kind === "term" || item.kind === "word" || isCue(item, "link", "filler", "thing", "modern"),
    ) &&
    !items.some((item) => isCue(item, "and", "or", "not", "contrast", "like", "differ", "if", "also", "but", "others"))
  );
}

/** The sentence offers or explains the thing: it denies, compares, adds and refers to nothing. */
function isOffered({ text, hits }: Block, hit: TermHit, index: TermIndex): boolean {
  const items = itemsOf(text, hits, index);
  const at = items.findIndex(({ start }) => start === hit.start);
  const sentence = items.slice(sentenceStart(items, at), sentenceEnd(items, at) + 1);
  return !sentence.some(
    (item) =>
      isMark(item, "question") ||
      isCue(item, "also", "not", "but", "contrast", "like", "differ", "difference", "confuse", "see", "wrong", "if"),
  );
}
