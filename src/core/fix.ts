// Corrections that are certain, in a page or a catalog: each is taken back unless it changes the text it means and nothing else.
import { readCatalog } from "./catalog/read.ts";
import { placesInEntry } from "./catalog/place.ts";
import { writeQuoted } from "./catalog/po-string.ts";
import { stateOf } from "./catalog/state.ts";
import type { Finding } from "./finding.ts";
import { imagesOf } from "./page/front-matter-schema.ts";
import { readPage, type PageKind } from "./page/page.ts";
import { placeOfText } from "./page/trace.ts";
import { isPlain } from "./page/unit.ts";

/** A file's text with its corrections, and the findings whose corrections were taken back. */
export type Fixing = { text: string; fixed: number; refused: Finding[] };

/** One text that a file shows. */
type Shown = {
  text: string;
  /** A person has approved it: no program changes it. */
  isApproved: boolean;
  /** A correction as it stands in this text. */
  asShown: (fix: string) => string;
  /** Everything about it but its words: a correction must leave that as it is. */
  frame: (text: string) => string;
  /** The range of the file that a range of the text was read from. */
  placeOf: (start: number, end: number) => readonly [number, number];
};

/** How a kind of file is read, and the ways in which it may write a text. */
type Format = {
  /** All texts in order, and everything else that the file says; undefined when it cannot be read. */
  read: (text: string) => { texts: Shown[]; rest: string } | undefined;
  forms: (fix: string) => string[];
};

/** Corrects a page, or another Markdown text. Findings have their places in the text without a byte order mark. */
export function fixPage(text: string, id: string, kind: PageKind, findings: readonly Finding[]): Fixing {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const fixing = fix(text.slice(mark.length), findings, {
    read: (source) => textsOfPage(source, id, kind),
    forms: (words) => [
      words,
      words.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`),
      words.replaceAll(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`),
      JSON.stringify(words).slice(1, -1),
      words.replaceAll("'", "''"),
    ],
  });
  return { ...fixing, text: mark + fixing.text };
}

/** Corrects a catalog of a language. */
export function fixCatalog(text: string, language: string, findings: readonly Finding[]): Fixing {
  // What a rule says to write in a catalog is unit text already, where the text is.
  const forms = (words: string): string[] => [writeQuoted(words).slice(1, -1)];
  return fix(text, findings, { read: (source) => textsOfCatalog(source, language), forms });
}

function textsOfPage(source: string, id: string, kind: PageKind): ReturnType<Format["read"]> {
  const { page } = readPage(source, id, kind);
  if (!page) return undefined;
  const texts = page.units
    .flatMap(({ context, text: unitText, plain, occurrences }) =>
      occurrences.map((pieces) => ({
        text: plain,
        isApproved: false,
        asShown: (words: string) => words,
        frame: () => [context, ...(unitText.match(/<(code\d*)>.*?<\/\1>|<[^>]*>/gsu) ?? [])].join("\n"),
        placeOf: (start: number, end: number) => placeOfText(source, pieces, start, end),
      })),
    )
    .map((shown) => ({ shown, at: shown.placeOf(0, 1)[0] }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ shown }) => shown);
  const { title, description, slug, image, ...front } = page.frontMatter ?? {};
  const images = image === undefined ? [] : imagesOf({ image });
  const keys = [title, description, slug, ...images.map(({ alt }) => alt)].map((value) => value === undefined);
  const links = page.links.map((link) => [link.href, link.page, link.fragment]);
  const depths = page.headings.map(({ depth }) => depth);
  const waivers = page.waivers.map(({ rule, reason }) => [rule, reason]);
  const addresses = page.bareUrls.map(([start, end]) => source.slice(start, end));
  return {
    texts,
    rest: JSON.stringify([front, keys, images.map(({ src }) => src), links, depths, waivers, addresses]),
  };
}

function textsOfCatalog(text: string, language: string): ReturnType<Format["read"]> {
  const { catalog } = readCatalog(text);
  if (!catalog) return undefined;
  const texts = catalog.entries.flatMap((entry): Shown[] => {
    const { raw: _, origin, translation, ...others } = entry;
    if (!origin) return [];
    const tags = (words: string): string => (isPlain(others.context) ? "" : (words.match(/<[^>]*>/gu) ?? []).join(""));
    return [
      {
        text: translation,
        isApproved: stateOf(entry, language) === "approved",
        asShown: (words) => words,
        frame: (words) => JSON.stringify([others, tags(words)]),
        placeOf: placesInEntry(origin, "msgstr"),
      },
    ];
  });
  return { texts, rest: JSON.stringify([catalog.header, catalog.tail]) };
}

/** A correction, and the text that it means: `index` among the file's texts, and the range there. */
type Correction = { finding: Finding; words: string; index: number; start: number; end: number };

function fix(text: string, findings: readonly Finding[], format: Format): Fixing {
  const before = format.read(text);
  const asked = withoutOverlaps(findings.filter((finding) => finding.fix !== undefined));
  const found = asked.map((finding) => before && locate(finding, text, before.texts));
  const corrections = found.filter((correction) => correction !== undefined);
  const refused = asked.filter((_, at) => found[at] === undefined);
  const all = applied(text, corrections, format);
  if (all !== undefined) return { text: all, fixed: corrections.length, refused };
  let result = text;
  // From the end of the file, so that the places of those before stay true.
  for (const correction of corrections.toReversed()) {
    const next = applied(result, [correction], format);
    if (next === undefined) refused.push(correction.finding);
    else result = next;
  }
  return { text: result, fixed: asked.length - refused.length, refused };
}

/** Of two corrections that overlap, the first. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  let at = 0;
  return findings
    .toSorted((a, b) => a.start.offset - b.start.offset)
    .filter(({ start, end }) => {
      if (start.offset < at) return false;
      at = end.offset;
      return true;
    });
}

/** The text that a finding is about: the one that was read from exactly its range. The file may have changed since. */
function locate(finding: Finding, file: string, texts: readonly Shown[]): Correction | undefined {
  const [from, to] = [finding.start.offset, finding.end.offset];
  if (file.slice(from, to) !== finding.actual) return undefined;
  for (const [index, { text, isApproved, placeOf }] of texts.entries()) {
    if (isApproved) continue;
    const start = firstWhere(text.length, (at) => placeOf(at, at + 1)[0] >= from);
    const end = firstWhere(text.length, (at) => placeOf(at, at + 1)[1] >= to) + 1;
    const [first, last] = start < end && end <= text.length ? placeOf(start, end) : [-1, -1];
    if (first === from && last === to) return { finding, words: finding.fix ?? "", index, start, end };
  }
  return undefined;
}

/** The first number below `count` for which this holds, if it holds for all after it; else `count`. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The file with these corrections, in the first way of writing them that changes what is meant and nothing else. */
function applied(text: string, corrections: readonly Correction[], format: Format): string | undefined {
  const before = format.read(text);
  if (!before) return undefined;
  const wanted = before.texts.map((shown) => ({ text: shown.text, frame: shown.frame(shown.text) }));
  for (const { words, index, start, end } of corrections.toReversed()) {
    const one = wanted[index];
    if (!one) return undefined;
    one.text = one.text.slice(0, start) + (before.texts[index]?.asShown(words) ?? "") + one.text.slice(end);
  }
  const ways = Math.max(0, ...corrections.map(({ words }) => format.forms(words).length));
  for (let way = 0; way < ways; way++) {
    const result = corrections.reduceRight((so, { finding, words }) => {
      return so.slice(0, finding.start.offset) + (format.forms(words)[way] ?? "") + so.slice(finding.end.offset);
    }, text);
    const after = format.read(result);
    if (!after || after.rest !== before.rest || after.texts.length !== wanted.length) continue;
    const isMeant = wanted.every((one, index) => {
      const shown = after.texts[index];
      return shown?.text === one.text && shown.frame(shown.text) === one.frame;
    });
    if (isMeant) return result;
  }
  return undefined;
}

/** A unified diff of two versions of a file, line by line where both have as many. */
export function diffLines(path: string, before: string, after: string): string {
  const old = before.split("\n");
  const fresh = after.split("\n");
  const hunks =
    old.length === fresh.length
      ? old.flatMap((line, index) => (line === fresh[index] ? [] : [hunk(index, [line], [fresh[index] ?? ""])]))
      : [wholeHunk(old, fresh)];
  return hunks.length === 0 ? "" : `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

function wholeHunk(old: readonly string[], fresh: readonly string[]): string {
  const shorter = Math.min(old.length, fresh.length);
  const differs = old.findIndex((line, at) => line !== fresh[at]);
  const start = differs === -1 ? old.length : differs;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  return hunk(start, old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
}

function hunk(index: number, old: readonly string[], fresh: readonly string[]): string {
  const range = (lines: readonly string[]): string => `${index + 1}${lines.length === 1 ? "" : `,${lines.length}`}`;
  const marked = [...old.map((line) => `-${line}\n`), ...fresh.map((line) => `+${line}\n`)];
  return `@@ -${range(old)} +${range(fresh)} @@\n${marked.join("")}`;
}
