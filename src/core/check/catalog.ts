// The rules over a catalog: each translation beside its source.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { placeInEntry } from "../catalog/place.ts";
import { writeQuoted } from "../catalog/po-string.ts";
import { draftOf, stateOf, type State } from "../catalog/state.ts";
import type { Finding, Reporter, TextFinding } from "../finding.ts";
import { isSlug } from "../page/front-matter.ts";
import { isPlain } from "../page/unit.ts";
import { findTerms } from "../terms/recognise.ts";
import { checkText, checkTranslation } from "../terms/rules.ts";
import type { Pairing } from "../terms/terms.ts";
import { compareTags, plainText } from "../unit-text.ts";
import { checkConsistency } from "./pair/consistent.ts";
import { codeOf, inUnitText } from "./pair/in-unit-text.ts";
import { checkPair } from "./pair/pair.ts";
import { checkTagEdges } from "./pair/tag-edges.ts";
import { applyWaivers, type Verdict, type Waiver } from "./waivers.ts";

/** A finding and the state of the entry that it is about, since an error in approved text withdraws what was published. */
export type EntryFinding = { state: State; finding: Finding };

/** Checks every translation of a catalog that stands for its present source: drafts and approved texts alike. */
export function checkCatalog(catalog: Catalog, reporter: Reporter, pairing: Pairing): Verdict<EntryFinding> {
  const check: Verdict<EntryFinding> = { findings: [], waived: [] };
  const live = catalog.entries.filter(({ obsolete, text }) => !obsolete && text !== "");
  const inconsistent = new Map(
    checkConsistency(live.filter((entry) => !isPseudo(entry))).map(({ entry, finding }) => [entry, finding]),
  );
  for (const entry of live) {
    const odd = inconsistent.get(entry);
    const found = [...checkStored(entry, pairing), ...(odd ? [odd] : [])];
    const waivers = waiversOf(entry);
    if (found.length === 0 && waivers.length === 0) continue;
    const state = stateOf(entry);
    if (state === "stale" && !draftOf(entry)) continue;
    const { findings, waived } = applyWaivers(findingsIn(entry, state, found, reporter), waivers, reporter);
    check.findings.push(...findings.map((finding) => ({ state, finding })));
    check.waived.push(...waived);
  }
  return check;
}

function findingsIn(entry: Entry, state: State, texts: readonly TextFinding[], reporter: Reporter): Finding[] {
  return texts.flatMap((found) => {
    const [start, end] = entry.origin ? placeInEntry(entry.origin, "msgstr", found.start, found.end) : [0, 0];
    const certain = found.certain === true && state !== "approved" && entry.raw !== undefined;
    // As it is written in the file.
    const expected = found.expected.map((text) => writeQuoted(text).slice(1, -1));
    return reporter.finding({ ...found, start, end, expected, certain }, `${entry.context}\u0004${entry.id}`) ?? [];
  });
}

/** A translator's comment `malvakt-ignore RULE: reason` waives a rule for its entry. */
function waiversOf(entry: Entry): Waiver[] {
  const { origin } = entry;
  if (!origin || !entry.comments.some((comment) => comment.startsWith("malvakt-ignore"))) return [];
  return [...origin.lines.matchAll(/^#[ \t]*malvakt-ignore[ \t]+([\w-]+)[ \t]*:[ \t]*(.*\S)/gmu)].map((match) => {
    const start = origin.offset + match.index;
    const [whole, rule = "", reason = ""] = match;
    return {
      rule,
      reason,
      start,
      end: start + whole.length,
      from: origin.offset,
      to: origin.offset + origin.lines.length,
    };
  });
}

type Text = { context: string; id: string; text: string };

/** A draft of the pseudo engine is no translation: its words, its figures in words and its brackets are meant so. */
function isPseudo(entry: Entry): boolean {
  return entry.text.startsWith("⟦") && stateOf(entry) === "draft" && draftOf(entry)?.name === "pseudo";
}

/** What is wrong with an entry of a catalog; of a pseudo draft only its tags can be. */
export function checkStored(entry: Entry, pairing: Pairing): TextFinding[] {
  return checkEntry(entry, pairing).filter(({ ruleId }) => ruleId === "tags" || !isPseudo(entry));
}

/** What is wrong with one translation, with offsets into its text. */
export function checkEntry(entry: Text, pairing: Pairing): TextFinding[] {
  const { context, id, text } = entry;
  if (context === "slug") return checkSlug(text);
  if (isPlain(context)) return checkPlain(id, text, pairing);
  const target = plainText(text);
  const plain = checkPlain(plainText(id).plain, target.plain, pairing, codeOf(id));
  const findings = [
    ...plain.map((finding) => inUnitText(text, target, finding)),
    ...checkTagEdges(id, text, pairing.target),
  ];
  const tags = compareTags(id, text).map((mistake): TextFinding => ({ ruleId: "tags", ...mistake }));
  return [...tags, ...findings];
}

function checkPlain(
  source: string,
  target: string,
  { source: sourceLanguage, target: targetLanguage, terms }: Pairing,
  code?: string,
): TextFinding[] {
  return [
    ...(terms ? checkTerms(source, target, terms) : []),
    ...checkPair({ source, target, sourceLanguage, targetLanguage, code }),
  ];
}

function checkTerms(source: string, target: string, terms: NonNullable<Pairing["terms"]>): TextFinding[] {
  const hits = findTerms(target, terms.target);
  return [
    ...checkText(target, terms.target, hits),
    ...checkTranslation(source, terms.source, target, terms.target, hits),
  ];
}

function checkSlug(text: string): TextFinding[] {
  if (isSlug(text)) return [];
  const reason = "A slug is made of letters, digits, - and _, with / between folders.";
  return [{ ruleId: "front-matter", start: 0, end: text.length, reason, expected: [] }];
}
