// Whether an answer can be stored as a draft, and what can be mended in it with certainty.
import { checkTermsOf } from "../check/catalog.ts";
import type { RuleId, TextFinding } from "../finding.ts";
import { isPlain } from "../page/unit.ts";
import { findTerms, type TermHit } from "../terms/recognise.ts";
import type { Pairing } from "../terms/terms.ts";
import { compareTags, elementOf, plainText, readUnitText, type TextNode } from "../unit-text.ts";
import type { Pin } from "./engine.ts";

/** A text with its tags mended where there is only one way to do it; undefined when tags are lost beyond that. */
export function mendTags(source: string, answer: string): string | undefined {
  const trimmed = answer.trim();
  if (compareTags(source, trimmed).length === 0) return trimmed;
  const origin = readUnitText(source);
  const text = unescapeTags(trimmed, origin.nodes);
  if (compareTags(source, text).length === 0) return text;
  const target = readUnitText(text);
  if (target.mistakes.length > 0 || target.nodes.some((node) => "name" in node)) return undefined;
  const mended = wrapWhole(origin.nodes, text);
  return mended !== undefined && compareTags(source, mended).length === 0 ? mended : undefined;
}

/** Tags of the source that came back as text are tags again. */
function unescapeTags(text: string, source: readonly TextNode[]): string {
  const names = namesIn(source);
  if (names.length === 0) return text;
  return text.replaceAll(new RegExp(`&lt;(/?(?:${names.join("|")})\\s*/?)(?:>|&gt;)`, "gu"), "<$1>");
}

function namesIn(nodes: readonly TextNode[]): string[] {
  return [...new Set(nodes.flatMap((node) => ("name" in node ? [node.name, ...namesIn(node.children)] : [])))];
}

/**
 * Whether answers stand beside other sources than their own. That is certain only where one has the tags or the figures
 * of another source instead of its own, and that source has not got them in its answer.
 */
export function isOutOfOrder(pairs: readonly { source: string; answer: string | undefined }[]): boolean {
  return [tagsOf, figuresOf].some((marksOf) => {
    const marks = pairs.map(({ source, answer }) => ({
      wanted: marksOf(source),
      got: answer === undefined ? undefined : marksOf(answer),
    }));
    const owners = new Map<string, Set<string | undefined>>();
    for (const { wanted, got } of marks) owners.set(wanted, (owners.get(wanted) ?? new Set()).add(got));
    // A source has marks that another's answer has instead of its own, and its own answer has other marks.
    return marks.some(({ wanted, got }) => {
      if (got === undefined || got === "" || got === wanted) return false;
      const answers = owners.get(got);
      return answers !== undefined && (answers.size > 1 || !answers.has(got));
    });
  });
}

function tagsOf(text: string): string {
  return (text.match(/<[a-z]+\d*\s*\/?>/gu) ?? []).toSorted().join("");
}

function figuresOf(text: string): string {
  return (text.replaceAll(/<[^<>]*>/gu, "").match(/\p{Nd}+/gu) ?? []).toSorted().join(" ");
}

/** A source whose text stands as a whole inside tags, with empty ones before or after, leaves no doubt where they go. */
function wrapWhole(nodes: readonly TextNode[], text: string): string | undefined {
  const texts = nodes.filter((node) => "value" in node || node.children.length > 0);
  const [only] = texts;
  if (texts.length !== 1 || only === undefined) return undefined;
  const at = nodes.indexOf(only);
  const inner = "value" in only ? text : wrapWhole(only.children, text);
  if (inner === undefined || ("name" in only && elementOf(only.name) === "code")) return undefined;
  const empty = (list: readonly TextNode[]): string =>
    list.map((node) => ("name" in node ? `<${node.name}/>` : "")).join("");
  const wrapped = "name" in only ? `<${only.name}>${inner}</${only.name}>` : inner;
  return empty(nodes.slice(0, at)) + wrapped + empty(nodes.slice(at + 1));
}

/** The words of a unit text alone, to ask an engine again that cannot keep tags. */
export function withoutTags(text: string): string {
  return plainText(text)
    .plain.replaceAll(/\uFFFC|\n/gu, " ")
    .replaceAll(/ {2,}/gu, " ")
    .trim();
}

const termRules: readonly RuleId[] = ["term-missing", "term-swapped", "term-confused", "term-deprecated"];

/**
 * The terms of a source that an answer lost or swapped, or that hold a word which the engine does not know, each pinned
 * to the term that it must become.
 */
export function pinsFor(
  context: string,
  source: string,
  findings: readonly TextFinding[],
  unknown: readonly string[],
  { termIndexes: terms }: Pairing,
): Pin[] {
  if (!terms) return [];
  const lost = new Set(
    findings.flatMap(({ ruleId, concept }) => (termRules.includes(ruleId) && concept !== undefined ? [concept] : [])),
  );
  const text = isPlain(context)
    ? { plain: source, pieces: [{ at: 0, length: source.length, start: 0, end: source.length }] }
    : plainText(source);
  return findTerms(text.plain, terms.source).flatMap((hit) => {
    const words = text.plain.slice(hit.start, hit.end).toLowerCase();
    if (!lost.has(hit.concept) && !unknown.some((word) => words.split(/[^\p{L}\p{M}]+/u).includes(word.toLowerCase())))
      return [];
    const target = counterpart(hit, terms);
    const piece = text.pieces.find(({ at, length }) => hit.start >= at && hit.end <= at + length);
    // A term that runs across a tag, or beside an escaped character, cannot be pinned without breaking it. One that is
    // the same word in both languages is better left with its ending.
    if (
      target === undefined ||
      words.startsWith(target.toLowerCase()) ||
      !piece ||
      piece.length !== piece.end - piece.start
    )
      return [];
    const start = piece.start + hit.start - piece.at;
    return [{ start, end: start + hit.end - hit.start, target }];
  });
}

/** The term of the other language that is most like a term: of its kind and status, else the preferred one. */
function counterpart(hit: TermHit, terms: NonNullable<Pairing["termIndexes"]>): string | undefined {
  const kind = terms.source.terms.get(hit.concept)?.find(({ term }) => term === hit.term)?.type;
  const usable = (terms.target.terms.get(hit.concept) ?? []).filter(({ status }) => status !== "deprecated");
  const alike = usable.filter(({ type }) => type === kind);
  const found = alike.find(({ status }) => status === hit.status) ?? alike[0] ?? usable[0];
  return found?.term;
}

/** Findings that are reason to ask once more with the terms pinned. */
export function termFaults(
  entry: { context: string; source: string; translation: string },
  pairing: Pairing,
): TextFinding[] {
  return checkTermsOf(entry, pairing).filter(({ ruleId }) => ruleId.startsWith("term-") && ruleId !== "term-close");
}
