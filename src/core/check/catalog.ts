// The rules over a catalog: each translation beside its source.
import { entryKey, type Catalog, type Entry } from "../catalog/entry.ts";
import { readLine } from "../catalog/lines.ts";
import { pictureChangeOf } from "../catalog/pictures.ts";
import { placeOfComment, placesInEntry } from "../catalog/place.ts";
import { approvalHash, draftOf, isEmptied, oldApprovalOf, stateOf, waiversOn, type State } from "../catalog/state.ts";
import { writeQuoted } from "../catalog/po-string.ts";
import type { Finding, Reporter, TextFinding } from "../finding.ts";
import { isSlug } from "../page/slug.ts";
import { isPlain } from "../page/unit.ts";
import { findTerms } from "../terms/recognise.ts";
import { findAcross } from "../terms/across.ts";
import { acrossFinding, checkText, checkTranslation } from "../terms/rules.ts";
import type { Pairing } from "../terms/terms.ts";
import { compareTags, plainText } from "../unit-text.ts";
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { checkConsistency } from "./pair/consistent.ts";
import { codeIn, inUnitText, stretchesOf } from "./pair/in-unit-text.ts";
import { checkPair, type Pair } from "./pair/pair.ts";
import { checkTagEdges } from "./pair/tag-edges.ts";
import { checkUnseen } from "./unseen.ts";
import { applyWaivers, type CheckResult, type Waived, type Waiver } from "../waivers.ts";

/** A finding and the state of the entry that it is about, since an error in approved text withdraws what was published. */
export type EntryFinding = {
  state: State;
  finding: Finding;
  /** Of the approval that the entry's texts need. */
  hash: string;
  /** The same of the other entry, for a finding over two. */
  alsoHash?: string;
  /** A translator wishes it to be waived, and no one has signed that: a build does not believe it yet. */
  wished?: true;
  /** Says what has become of a whole catalog (approvals of the old form, texts that are gone): a build tells it too. */
  old?: true;
};

/** What was found in one entry, and what of it a translator wishes to be waived. */
export type EntryVerdict = { state: State; findings: Finding[]; wished: Finding[]; waived: Waived[] };

/** Checks every translation of a catalog that stands for its present source: drafts and approved texts alike. */
export function checkEntries(
  catalog: Catalog,
  language: string,
  reporter: Reporter,
  pairing: Pairing,
): Map<Entry, EntryVerdict> {
  const verdicts = new Map<Entry, EntryVerdict>();
  const live = catalog.entries.filter(({ obsolete, translation }) => !obsolete && translation !== "");
  const inconsistent = new Map(
    checkConsistency(live.filter((entry) => !isPseudo(entry, language))).map(({ entry, finding }) => [entry, finding]),
  );
  const isNamed = conceptsNamedIn(live, pairing);
  const across = acrossEntries(live, language, reporter, pairing);
  for (const entry of live) {
    const odd = inconsistent.get(entry);
    const found = [...checkStored(entry, pairing, isNamed), ...(odd ? [odd] : [])];
    const overTwo = across.get(entry) ?? [];
    if (found.length + overTwo.length === 0 && entry.comments.length === 0) continue;
    const state = stateOf(entry, language);
    if (state === "stale" && !draftOf(entry, language)) continue;
    const waivers = waiversIn(entry, language);
    const { findings, waived, wished } = applyWaivers(
      [...findingsIn(entry, state, found, reporter), ...overTwo],
      waivers,
      reporter,
    );
    const stray = strayWaivers(entry).map((mistake) => reporter.mistake(mistake, "warning"));
    verdicts.set(entry, { state, findings: [...findings, ...stray], wished, waived });
  }
  return verdicts;
}

/** What the term rules find over two translations, by the later one; it holds back both. */
function acrossEntries(
  live: readonly Entry[],
  language: string,
  reporter: Reporter,
  { termIndexes: terms }: Pairing,
): Map<Entry, Finding[]> {
  const found = new Map<Entry, Finding[]>();
  if (!terms) return found;
  const entries = live.filter((entry) => !isPseudo(entry, language));
  const texts = entries.map(({ context, translation, notes }) => {
    const read = isPlain(context) ? undefined : plainText(translation);
    return { plain: read?.plain ?? translation, context, notes, read };
  });
  for (const one of findAcross(texts, terms.target)) {
    const [late, early] = [entries[one.later.block], entries[one.earlier.block]];
    if (!late || !early) continue;
    const offset = early.origin ? placesInEntry(early.origin, "msgstr")(0, 0)[0] : 0;
    const { waiverText, ...told } = acrossFinding(one, texts, reporter.pointAt(offset).line, terms.target);
    const read = texts[one.later.block]?.read;
    const inText = read ? inUnitText(late.translation, read, told) : told;
    const findings = findingsIn(late, stateOf(late, language), [inText], reporter).map((finding) => ({
      ...finding,
      alsoUnit: entryKey(early),
      waiverText,
    }));
    found.set(late, [...(found.get(late) ?? []), ...findings]);
  }
  return found;
}

/** Whether a concept is named by any translation of a page: where it is missing, a pronoun may take it up. */
export type NamesConcept = (concept: string) => boolean;

export function conceptsNamedIn(entries: readonly Entry[], { termIndexes: terms }: Pairing): NamesConcept {
  let named: ReadonlySet<string> | undefined;
  const nameAll = (): string[] =>
    entries.flatMap(({ context, translation }) => {
      if (!terms || context === "slug") return [];
      const hits = findTerms(isPlain(context) ? translation : plainText(translation).plain, terms.target);
      return hits.flatMap(({ concept, status }) => (status === "deprecated" ? [] : [concept]));
    });
  return (concept) => (named ??= new Set(nameAll())).has(concept);
}

/** The same for a whole catalog, in a form that survives JSON. */
export function checkCatalog(
  catalog: Catalog,
  language: string,
  reporter: Reporter,
  pairing: Pairing,
): CheckResult<EntryFinding> {
  const check: CheckResult<EntryFinding> = { findings: [], waived: [] };
  for (const [entry, verdict] of checkEntries(catalog, language, reporter, pairing)) {
    const { state, findings, wished, waived } = verdict;
    const hash = approvalHash(entry, language);
    for (const finding of findings)
      check.findings.push({ state, finding, hash, ...alsoHash(finding, catalog, language) });
    for (const finding of wished) check.findings.push({ state, finding, hash, wished: true });
    for (const one of waived) check.waived.push(one);
  }
  const old = oldApprovals(catalog.entries, language, reporter);
  if (old) check.findings.push({ state: "unsigned", finding: old, hash: "", old: true });
  const pictures = otherPictures(catalog.entries, language, reporter);
  for (const finding of pictures) check.findings.push({ state: "unsigned", finding, hash: "", old: true });
  const emptied = emptiedTexts(catalog.entries, reporter);
  if (emptied) check.findings.push({ state: "untranslated", finding: emptied, hash: "", old: true });
  return check;
}

function alsoHash({ alsoUnit }: Finding, { entries }: Catalog, language: string): { alsoHash?: string } {
  const other = entries.find((entry) => !entry.obsolete && entryKey(entry) === alsoUnit);
  return alsoUnit === undefined || !other ? {} : { alsoHash: approvalHash(other, language) };
}

function findingsIn(entry: Entry, state: State, texts: readonly TextFinding[], reporter: Reporter): Finding[] {
  const place = entry.origin && placesInEntry(entry.origin, "msgstr");
  return texts.flatMap((found) => {
    const [start, end] = place ? place(found.start, found.end) : [0, 0];
    const certain = found.certain === true && state !== "approved" && entry.raw !== undefined;
    // As it is written in the file.
    const expected = found.expected.map((text) => writeQuoted(text).slice(1, -1));
    const finding = reporter.finding({ ...found, start, end, expected, certain }, entryKey(entry));
    if (!finding) return [];
    // Whoever corrects it writes the words in the form of the file.
    return finding.fix === undefined ? finding : { ...finding, fix: found.expected[0] ?? "" };
  });
}

/** The waivers of an entry: what its translator wishes, and what was signed. */
function waiversIn(entry: Entry, language: string): Waiver[] {
  const { origin } = entry;
  if (!origin) return [];
  return waiversOn(entry, language).map(({ rule, reason, standing, index }) => {
    const [start, end] = placeOfComment(origin, entry.comments[index] ?? "");
    const [from, to] = [origin.offset, origin.offset + origin.lines.length];
    return { rule, reason, start, end, from, to, bond: { kind: standing } };
  });
}

/** Comments that look like waivers and are none. */
function strayWaivers({ origin, comments }: Entry): Mistake[] {
  if (!origin) return [];
  const stray = comments.filter((comment) => comment.startsWith("malvakt-ignore") && !readLine(comment));
  return stray.map((comment) => {
    const [start, end] = placeOfComment(origin, comment);
    const reason = message("waiver.form");
    return { start, end, reason, expected: ["# malvakt-ignore RULE: reason"] };
  });
}

/** Approvals of the old form bound no language: they are named once for each catalog. */
function oldApprovals(entries: readonly Entry[], language: string, reporter: Reporter): Finding | undefined {
  const old = entries.filter(
    (entry) =>
      !entry.obsolete && !entry.fuzzy && oldApprovalOf(entry) !== undefined && stateOf(entry, language) === "unsigned",
  );
  const [first] = old;
  if (!first) return undefined;
  const [start, end] = first.origin ? [first.origin.offset, first.origin.offset + 1] : [0, 0];
  const reason = message("catalog.old-signatures", { count: old.length, path: reporter.path });
  return reporter.mistake({ start, end, reason, expected: [] }, "warning");
}

/** Texts that were approved with another picture than the one that their language has now. */
function otherPictures(entries: readonly Entry[], language: string, reporter: Reporter): Finding[] {
  return entries.flatMap((entry) => {
    const change = pictureChangeOf(entry, language);
    if (!change) return [];
    const { picture, kind } = change;
    const [start, end] = entry.origin ? placesInEntry(entry.origin, "msgstr")(0, 0) : [0, 0];
    return [reporter.mistake({ start, end, reason: message(`picture.${kind}`, { picture }), expected: [] }, "warning")];
  });
}

/** Texts that another program took away (OmegaT empties every draft that no one confirmed): named once for each catalog. */
function emptiedTexts(entries: readonly Entry[], reporter: Reporter): Finding | undefined {
  const emptied = entries.filter(isEmptied);
  const [first] = emptied;
  if (!first) return undefined;
  const [start, end] = first.origin ? placesInEntry(first.origin, "msgstr")(0, 0) : [0, 0];
  const reason = message("catalog.emptied", { count: emptied.length, path: reporter.path });
  return reporter.mistake({ start, end, reason, expected: [] }, "warning");
}

type Text = { context: string; source: string; translation: string };

/** A draft of the pseudo engine is no translation: its words, its figures in words and its brackets are meant so. */
function isPseudo(entry: Entry, language: string): boolean {
  return (
    entry.fuzzy &&
    entry.translation.startsWith("⟦") &&
    draftOf(entry, language)?.name === "pseudo" &&
    stateOf(entry, language) === "draft"
  );
}

/** What is wrong with an entry of a catalog; of a pseudo draft only its tags can be. */
export function checkStored(entry: Entry, pairing: Pairing, isNamed?: NamesConcept): TextFinding[] {
  return isPseudo(entry, pairing.target.code) ? checkTags(entry) : checkEntry(entry, pairing, isNamed);
}

/** What is wrong with one translation, with offsets into its text. */
export function checkEntry(entry: Text, pairing: Pairing, isNamed?: NamesConcept): TextFinding[] {
  const { context, source, translation } = entry;
  if (context === "slug") return checkSlug(translation);
  if (isPlain(context)) return checkPlain(source, translation, pairing, undefined, isNamed);
  const target = plainText(translation);
  const more = { code: codeIn(source), stretches: stretchesOf(target) };
  const plain = checkPlain(plainText(source).plain, target.plain, pairing, more, isNamed);
  const findings = [
    ...plain.map((finding) => inUnitText(translation, target, finding)),
    ...checkTagEdges(source, translation, pairing.target),
  ];
  return [...checkTags(entry), ...findings];
}

/** Whether a translation keeps its source's tags; plain text has none. */
function checkTags({ context, source, translation }: Text): TextFinding[] {
  if (isPlain(context)) return [];
  return compareTags(source, translation).map((mistake): TextFinding => ({ ruleId: "tags", ...mistake }));
}

/** What is wrong with the terms of one translation, without places: whether it is worth asking an engine again. */
export function checkTermsOf({ context, source, translation }: Text, { termIndexes: terms }: Pairing): TextFinding[] {
  if (!terms || context === "slug") return [];
  const plain = (given: string): string => (isPlain(context) ? given : plainText(given).plain);
  return checkTerms(plain(source), plain(translation), terms);
}

function checkPlain(
  source: string,
  target: string,
  { source: sourceLanguage, target: targetLanguage, termIndexes: terms }: Pairing,
  more: Pick<Pair, "code" | "stretches"> = {},
  isNamed?: NamesConcept,
): TextFinding[] {
  return [
    ...(terms ? checkTerms(source, target, terms, isNamed) : []),
    // Marks that reorder text are compared with the source's by a rule of their own.
    ...checkUnseen(target).filter(({ ruleId }) => ruleId !== "bidi"),
    ...checkPair({ source, target, sourceLanguage, targetLanguage, ...more }),
  ];
}

function checkTerms(
  source: string,
  target: string,
  indexes: NonNullable<Pairing["termIndexes"]>,
  isNamed?: NamesConcept,
): TextFinding[] {
  const hits = findTerms(target, indexes.target);
  return [
    ...checkText(target, indexes.target, hits),
    ...checkTranslation(source, indexes.source, target, indexes.target, hits, isNamed),
  ];
}

function checkSlug(text: string): TextFinding[] {
  if (isSlug(text)) return [];
  return [{ ruleId: "front-matter", start: 0, end: text.length, reason: message("slug.form"), expected: [] }];
}
