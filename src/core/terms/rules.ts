// The four rules about terms: deprecated and confused in any text, missing and swapped in a translation.
import type { TextFinding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { keepsApart } from "./equate/apart.ts";
import { findClose, worthAWarning, type ClosePair } from "./equate/close.ts";
import { findEquations, type Equation } from "./equate/find.ts";
import { mostTexts, onceFor, remembering } from "../once.ts";
import type { TermIndex } from "./term-index.ts";
import type { AcrossFinding } from "./across.ts";
import { asSeen } from "./as-seen.ts";
import { isInName, isInOrganisation } from "./names.ts";
import { asWritten, findSeenTerms, findTerms, type TermHit } from "./recognise.ts";
import { replacementsFor, type Replacements } from "./replace.ts";
import { foldKeepingCase } from "./tokens.ts";

/** The terms of a source, which are asked for by its page and by each of its translations. */
const termsOfSource = onceFor(
  (index: TermIndex) => index,
  (index) => remembering(mostTexts, (source) => findTerms(source, index)),
);

/** What `checkText` finds in a page's text, which its translations are then compared with. */
export function checkSource(text: string, index: TermIndex): TextFinding[] {
  return checkText(text, index, termsOfSource(index)(text));
}

/** Deprecated terms, and equations of concepts that must be kept apart, in order. `hits` are the text's terms, if known. */
export function checkText(text: string, index: TermIndex, hits = findTerms(text, index)): TextFinding[] {
  if (hits.length === 0) return [];
  const seen = asSeen(text, index.script);
  const ordinary = seen.text === text;
  const seenHits = ordinary ? hits : findSeenTerms(seen.text, index);
  const written = (hit: TermHit): TermHit => (ordinary ? hit : asWritten(hit, seen));
  const [isNamed, isOrganisation] = [isInName(seen.text), isInOrganisation(seen.text, index.language)];
  const deprecated = seenHits
    .filter((hit) => hit.status === "deprecated")
    .filter(({ start, end }) => !isNamed(start, end) && !isOrganisation(start, end))
    .map((hit) => {
      const { start, end } = written(hit);
      const { expected, certain } = replacementsFor(seen.text, hit, index);
      // A correction must not take away what no one has looked at.
      const plain = foldKeepingCase(text.slice(start, end)) === foldKeepingCase(seen.text.slice(hit.start, hit.end));
      return deprecatedFinding(text, { ...hit, start, end }, { expected, certain: certain && plain });
    });
  const equations = findEquations(seen.text, seenHits, index);
  const close = findClose(seen.text, seenHits, equations, index)
    .filter(({ first, second }) => !isNamed(first.start, first.end) && !isNamed(second.start, second.end))
    .map((pair) => closeFinding(text, { ...pair, first: written(pair.first), second: written(pair.second) }, index));
  const confused = equations.map(({ start, end, first, second }) =>
    confusedFinding(
      text,
      { ...(ordinary ? { start, end } : seen.placeOf(start, end)), first: written(first), second: written(second) },
      index,
    ),
  );
  return [...deprecated, ...confused, ...close].sort((one, other) => one.start - other.start || one.end - other.end);
}

/**
 * What a translation does to the concepts that its source names. The offsets are those of the target; `targetHits` are
 * its terms, if known; `isNamedElsewhere` says which concepts other translations of the page name.
 */
export function checkTranslation(
  source: string,
  sourceIndex: TermIndex,
  target: string,
  targetIndex: TermIndex,
  targetHits = findTerms(target, targetIndex),
  isNamedElsewhere: (concept: string) => boolean = () => false,
): TextFinding[] {
  const sourceHits = termsOfSource(sourceIndex)(source);
  if (sourceHits.length === 0 || target.trim() === "") return [];
  const isNamed = isInName(source);
  const named = new Map(sourceHits.toReversed().map((hit) => [hit.concept, hit]));
  const added = targetHits.filter((hit) => !named.has(hit.concept));
  const kept = new Set(targetHits.map((hit) => hit.concept));
  const swapped = swappedFindings(source, target, named, added, kept, targetIndex);
  const handled = new Set(swapped.map((finding) => finding.concept));
  const missing = [...named.values()]
    .filter((hit) => !kept.has(hit.concept) && !handled.has(hit.concept))
    .filter(({ concept }) => sourceHits.some((hit) => hit.concept === concept && !isNamed(hit.start, hit.end)))
    .filter((hit) => (targetIndex.terms.get(hit.concept) ?? []).some((term) => term.status !== "deprecated"))
    .filter(({ concept }) => !isNamedByFamily(target, concept, targetIndex))
    .map((hit) => missingFinding(source, target, hit, targetIndex, isNamedElsewhere));
  return [...missing, ...swapped].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Whether a translation has a word of another class that stands for the concept: "we refer you" for a referral. */
function isNamedByFamily(target: string, concept: string, { family }: TermIndex): boolean {
  return family !== undefined && findTerms(target, family).some((hit) => hit.concept === concept);
}

/** One finding for each source concept whose place a distinct concept has taken, or beside which one was put. */
function swappedFindings(
  source: string,
  target: string,
  named: ReadonlyMap<string, TermHit>,
  added: readonly TermHit[],
  kept: ReadonlySet<string>,
  targetIndex: TermIndex,
): TextFinding[] {
  const findings = new Map<string, TextFinding>();
  for (const hit of added) {
    const candidates = [...named.values()].filter((other) => targetIndex.distinct.get(other.concept)?.has(hit.concept));
    const lost = candidates.filter((other) => !kept.has(other.concept));
    // "A non-X method" beside A names X only to say what A is not.
    const beside = hit.unlike ? [] : candidates.slice(0, 1);
    for (const other of lost.length > 0 ? lost : beside) {
      if (findings.has(other.concept)) continue;
      if (!keepsApart(target, other.concept, hit.concept, targetIndex))
        findings.set(other.concept, swappedFinding(source, target, other, hit, targetIndex));
    }
  }
  return [...findings.values()];
}

function deprecatedFinding(text: string, hit: TermHit, { expected, certain }: Replacements): TextFinding {
  const term = text.slice(hit.start, hit.end);
  const [write] = expected;
  return {
    ruleId: "term-deprecated",
    start: hit.start,
    end: hit.end,
    reason:
      write === undefined ? message("term.deprecated", { term }) : message("term.deprecated-write", { term, write }),
    expected,
    concept: hit.concept,
    ...(certain ? { certain } : {}),
  };
}

function confusedFinding(text: string, { start, end, first, second }: Equation, index: TermIndex): TextFinding {
  return {
    ruleId: "term-confused",
    start,
    end,
    reason: message("term.confused", {
      one: text.slice(first.start, first.end),
      other: text.slice(second.start, second.end),
      definitions: definitionsOf([first.concept, second.concept], index),
      apart: index.language.labels.isNot(nameOf(first, index), nameOf(second, index)),
    }),
    expected: [],
    concept: first.concept,
  };
}

/** Two concepts in one text that no word keeps apart: someone should look at it. */
function closeFinding(text: string, { first, second, likelihood }: ClosePair, index: TermIndex): TextFinding {
  return {
    ruleId: "term-close",
    start: first.start,
    end: second.end,
    reason: message("term.close", {
      one: text.slice(first.start, first.end),
      other: text.slice(second.start, second.end),
      apart: index.language.labels.isNot(nameOf(first, index), nameOf(second, index)),
    }),
    expected: [],
    concept: first.concept,
    ...(likelihood >= worthAWarning ? { atLeast: "warning" } : {}),
  };
}

/** A finding over two blocks, on the later term; `line` is where the earlier one stands. */
export function acrossFinding(
  { later, earlier, isDoubtful }: AcrossFinding,
  texts: readonly { plain: string }[],
  line: number,
  index: TermIndex,
): TextFinding & { waiverText: string } {
  const textOf = ({ block, hit }: AcrossFinding["later"]): string =>
    texts[block]?.plain.slice(hit.start, hit.end) ?? hit.term;
  const [one, other] = [textOf(earlier), textOf(later)];
  const values = {
    one,
    other,
    line,
    definitions: definitionsOf([earlier.hit.concept, later.hit.concept], index),
    apart: index.language.labels.isNot(nameOf(earlier.hit, index), nameOf(later.hit, index)),
  };
  return {
    ruleId: "term-confused",
    start: later.hit.start,
    end: later.hit.end,
    reason: isDoubtful ? message("term.confused-heading", values) : message("term.confused-across", values),
    expected: [],
    concept: earlier.hit.concept,
    waiverText: `${one} … ${other}`,
    ...(isDoubtful ? { atMost: "warning" } : {}),
  };
}

/** What to call a concept: its preferred term, where it has one. */
function nameOf({ concept, term }: TermHit, index: TermIndex): string {
  return preferredTerms(concept, index)[0] ?? term;
}

function swappedFinding(source: string, target: string, lost: TermHit, hit: TermHit, index: TermIndex): TextFinding {
  return {
    ruleId: "term-swapped",
    start: hit.start,
    end: hit.end,
    reason: message("term.swapped", {
      source: source.slice(lost.start, lost.end),
      target: target.slice(hit.start, hit.end),
      definitions: definitionsOf([lost.concept, hit.concept], index),
    }),
    expected: preferredTerms(lost.concept, index),
    concept: lost.concept,
  };
}

function missingFinding(
  source: string,
  target: string,
  lost: TermHit,
  index: TermIndex,
  isNamedElsewhere: (concept: string) => boolean,
): TextFinding {
  const expected = preferredTerms(lost.concept, index);
  return {
    ruleId: "term-missing",
    start: target.length - target.trimStart().length,
    end: target.trimEnd().length,
    reason: message("term.missing", { source: source.slice(lost.start, lost.end) }),
    expected,
    concept: lost.concept,
    // A pronoun or a paraphrase may take up what the page names.
    ...(isNamedElsewhere(lost.concept) ? { atMost: "info" } : {}),
  };
}

/** The preferred terms of a concept; the admitted ones if none is preferred. */
function preferredTerms(concept: string, index: TermIndex): string[] {
  const terms = index.terms.get(concept) ?? [];
  const preferred = terms.filter((term) => term.status === "preferred");
  return (preferred.length > 0 ? preferred : terms.filter((term) => term.status === "admitted")).map(
    (term) => term.term,
  );
}

/** How concepts differ: what the termbase says of each, as far as it says anything. */
function definitionsOf(concepts: readonly string[], index: TermIndex): Message[] {
  return concepts.flatMap((concept) => {
    const definition = index.concepts.get(concept)?.definition ?? {};
    const [other = ""] = Object.values(definition);
    if (other === "") return [];
    const { nb = "", en = "" } = definition;
    const texts = { nb: withoutPeriod(nb), en: withoutPeriod(en), other: withoutPeriod(other) };
    return [message("term.definition", { concept, ...texts })];
  });
}

function withoutPeriod(text: string): string {
  return text.replace(/\.\s*$/u, "");
}
