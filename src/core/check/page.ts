// The rules about a page as such: a file for each that needs more than a few lines.
import type { Finding, Reporter, TextFinding } from "../finding.ts";
import { message } from "../messages/message.ts";
import type { Page } from "../page/page.ts";
import { placeOfText, type PlacedText } from "../page/trace.ts";
import { keyOf, type Unit } from "../page/unit.ts";
import type { TermIndex } from "../terms/term-index.ts";
import { blocksOf } from "../terms/blocks.ts";
import { findAcross } from "../terms/across.ts";
import { acrossFinding, checkSource } from "../terms/rules.ts";
import { droppedFindings } from "./dropped.ts";
import { fileFindings, type PageFiles } from "./files.ts";
import { bareAddresses, brokenLinks, type LinkTargets } from "./links.ts";
import { notationFindings } from "./notation.ts";
import { checkUnseen } from "./unseen.ts";
import { applyWaivers, type CheckResult } from "../waivers.ts";

/** Everything that can be said of a page on its own: its structure, and its terms in the language it is written in. */
export function checkPage(
  page: Page,
  reporter: Reporter,
  site: LinkTargets | undefined,
  termIndex: TermIndex | undefined,
  files?: PageFiles,
): CheckResult {
  const rules = [
    ...brokenLinks(page, site),
    ...bareAddresses(page),
    ...droppedFindings(page.dropped, reporter),
    ...notationFindings(page.notations, reporter),
    ...fileFindings(page, files),
    ...missingAlts(page),
    ...headingOrder(page),
  ];
  const findings = [
    ...page.doubts.map((doubt) => reporter.mistake(doubt, "warning", "front-matter")),
    ...page.directiveMistakes.map((mistake) => reporter.mistake(mistake, "warning")),
    ...rules.flatMap((finding) => reporter.finding(finding) ?? []),
    ...unseenFindings(page, reporter),
    ...(termIndex ? page.units.flatMap((unit) => termFindingsOfUnit(unit, page, reporter, termIndex)) : []),
    ...(termIndex ? acrossUnits(page, reporter, termIndex) : []),
    ...(termIndex ? page.skipped.flatMap((text) => skippedFindings(text, page, reporter, termIndex)) : []),
  ];
  return applyWaivers(findings, page.waivers, reporter);
}

/** What the term rules find in a unit, at every place where the page shows it. */
function termFindingsOfUnit(unit: Unit, page: Page, reporter: Reporter, termIndex: TermIndex): Finding[] {
  return checkSource(unit.plain, termIndex).flatMap((found) =>
    unit.occurrences.flatMap((pieces) => {
      const [start, end] = placeOfText(page.source, pieces, found.start, found.end);
      // Through markup a correction would have to guess which part of it to keep.
      const certain =
        found.certain === true && page.source.slice(start, end) === unit.plain.slice(found.start, found.end);
      return reporter.finding({ ...found, start, end, certain }, keyOf(unit)) ?? [];
    }),
  );
}

/** What the term rules find over two units: on the later one, with the place of the earlier; it holds back both. */
function acrossUnits(page: Page, reporter: Reporter, termIndex: TermIndex): Finding[] {
  const blocks = blocksOf(page);
  return findAcross(blocks, termIndex).flatMap((found) => {
    const [late, early] = [blocks[found.later.block], blocks[found.earlier.block]];
    if (!late || !early) return [];
    const [at] = placeOfText(page.source, early.pieces, found.earlier.hit.start, found.earlier.hit.end);
    const { waiverText, ...told } = acrossFinding(found, blocks, reporter.pointAt(at).line, termIndex);
    const [start, end] = placeOfText(page.source, late.pieces, told.start, told.end);
    const finding = reporter.finding({ ...told, start, end }, late.key);
    return finding ? [{ ...finding, alsoUnit: early.key, waiverText }] : [];
  });
}

/** Skipped texts are not translated, but published: the terms of the source language hold in them too. */
function skippedFindings(
  { plain, pieces }: PlacedText,
  page: Page,
  reporter: Reporter,
  termIndex: TermIndex,
): Finding[] {
  return checkSource(plain, termIndex).flatMap((found) => {
    const [start, end] = placeOfText(page.source, pieces, found.start, found.end);
    const certain = found.certain === true && page.source.slice(start, end) === plain.slice(found.start, found.end);
    return reporter.finding({ ...found, start, end, certain }, plain) ?? [];
  });
}

/**
 * Characters that no one sees: in its texts, where references and escapes may hide them, and elsewhere in the file as
 * it is written.
 */
function unseenFindings(page: Page, reporter: Reporter): Finding[] {
  const placed = [
    ...page.units.flatMap((unit) =>
      unit.occurrences.map((pieces) => ({ plain: unit.plain, pieces, key: keyOf(unit) })),
    ),
    ...page.skipped.map((text) => ({ ...text, key: text.plain })),
    ...page.names.map((text) => ({ ...text, key: undefined })),
  ];
  const inTexts = placed.flatMap(({ plain, pieces, key }) =>
    checkUnseen(plain).map((found) => {
      const [start, end] = placeOfText(page.source, pieces, found.start, found.end);
      return { found: { ...found, start, end }, key };
    }),
  );
  const elsewhere = checkUnseen(page.source).filter(
    ({ start, end }) => !inTexts.some(({ found }) => found.start < end && start < found.end),
  );
  return [...inTexts, ...elsewhere.map((found) => ({ found, key: undefined }))]
    .toSorted((one, other) => one.found.start - other.found.start)
    .flatMap(({ found, key }) => reporter.finding(found, key) ?? []);
}

function missingAlts(page: Page): TextFinding[] {
  return page.imagesWithoutAlt.map(([start, end]) => ({
    ruleId: "alt-missing",
    start,
    end,
    reason: message("image.alt"),
    expected: [],
  }));
}

function headingOrder(page: Page): TextFinding[] {
  return page.headings.flatMap((heading, index): TextFinding[] => {
    const before = page.headings[index - 1]?.depth;
    if (before === undefined || heading.depth <= before + 1) return [];
    const reason = message("heading.jump", { from: before, to: heading.depth });
    return [
      { ruleId: "heading-order", start: heading.start, end: heading.end, reason, expected: ["#".repeat(before + 1)] },
    ];
  });
}
