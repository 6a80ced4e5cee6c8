// The rules about a page as such: its links, images, headings and directives.
import type { Finding, Reporter, TextFinding } from "../finding.ts";
import { message } from "../messages/message.ts";
import { nearWordsIn, type NearWords } from "../near-words.ts";
import { pathBetween } from "../layout.ts";
import { deadPath, pageAt, pageMeant } from "../page/links.ts";
import type { Page } from "../page/page.ts";
import { placeOfText, type PlacedText } from "../page/trace.ts";
import { keyOf, type Unit } from "../page/unit.ts";
import { onceFor } from "../once.ts";
import type { TermIndex } from "../terms/term-index.ts";
import { checkSource } from "../terms/rules.ts";
import { droppedFindings } from "./dropped.ts";
import { missingFiles, type Files } from "./files.ts";
import { notationFindings } from "./notation.ts";
import { checkUnseen } from "./unseen.ts";
import { applyWaivers, type CheckResult } from "../waivers.ts";

/**
 * The pages of a site by id, with the anchors of their headings; undefined for a page that cannot be read just now,
 * which takes no page along that links to it.
 */
export type LinkTargets = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Everything that can be said of a page on its own: its structure, and its terms in the language it is written in. */
export function checkPage(
  page: Page,
  reporter: Reporter,
  site: LinkTargets | undefined,
  termIndex: TermIndex | undefined,
  files?: Files,
): CheckResult {
  const rules = [
    ...brokenLinks(page, site),
    ...notationFindings(page.notations, reporter),
    ...missingFiles(page, files),
    ...missingAlts(page),
    ...headingOrder(page),
  ];
  const findings = [
    ...page.doubts.map((doubt) => reporter.mistake(doubt, "warning", "front-matter")),
    ...page.directiveMistakes.map((mistake) => reporter.mistake(mistake, "warning")),
    ...page.bareUrls.map(([start, end]) => bareUrl(page, reporter, start, end)),
    ...droppedFindings(page.dropped, reporter),
    ...rules.flatMap((finding) => reporter.finding(finding) ?? []),
    ...(site ? foreignPaths(page, reporter, site) : []),
    ...unseenFindings(page, reporter),
    ...(termIndex ? page.units.flatMap((unit) => termFindingsOfUnit(unit, page, reporter, termIndex)) : []),
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

function bareUrl(page: Page, reporter: Reporter, start: number, end: number): Finding {
  const url = page.source.slice(start, end);
  const expected = url.includes("://")
    ? [`<${url}>`, `[text](${url})`]
    : url.includes("@")
      ? [`<${url}>`, `[${url}](mailto:${url})`]
      : [`<https://${url}>`, `[${url}](https://${url})`];
  return reporter.mistake({ start, end, reason: message("link.bare"), expected }, "warning", "link-broken");
}

/** Searches among what a link can lead to, once for a site or a page with its headings. */
const nearPages = onceFor(
  (site: LinkTargets) => site,
  (site) => nearWordsIn(site.keys()),
);
const nearAnchors = onceFor((anchors: ReadonlySet<string>) => anchors, nearWordsIn);

/** The headings of a page as a person is told of them, the same list for every link. */
const firstAnchors = onceFor(
  (anchors: ReadonlySet<string>) => anchors,
  (anchors) => [...anchors].slice(0, 10).map((anchor) => `#${anchor}`),
);

/** A page with more broken links than this was not mistyped. */
const mostSuggestions = 200;

/** What links can lead to in a page: its headings first. */
export function anchorsOf({ headings, anchors }: Page): Set<string> {
  return new Set([...headings.map(({ anchor }) => anchor), ...anchors]);
}

/** Browsers lead these to the top of a page, and to words in it. */
const alwaysThere = /^(?:|top|:~:text=.*)$/iu;

function brokenLinks(page: Page, site: LinkTargets | undefined): TextFinding[] {
  let suggested = 0;
  const suggest = (word: string, near: NearWords): string | undefined =>
    (suggested += 1) > mostSuggestions ? undefined : near(word);
  const anchors = anchorsOf(page);
  const dead = page.linksWithoutAddress.map(([start, end]) => ({
    ruleId: "link-broken" as const,
    start,
    end,
    reason: message("link.address"),
    expected: [],
  }));
  const broken = page.links.flatMap((link): TextFinding[] => {
    const own = link.page === page.id;
    const target = own ? anchors : site?.get(link.page);
    const place = { ruleId: "link-broken" as const, start: link.start, end: link.end };
    if (!target) {
      if (!site || site.has(link.page)) return [];
      const meant = suggest(link.page, (name) => movedTo(name, site) ?? nearPages(site)(name));
      return [
        {
          ...place,
          reason: message("link.no-page", { page: `${link.page}.md` }),
          expected: meant === undefined ? [] : [written(page, meant, link.fragment)],
        },
      ];
    }
    if (alwaysThere.test(link.fragment) || target.has(link.fragment)) return [];
    const meant = suggest(link.fragment, nearAnchors(target));
    const headings = meant === undefined ? firstAnchors(target) : [`#${meant}`];
    return [
      {
        ...place,
        reason: own
          ? message("link.no-own-heading", { heading: `#${link.fragment}` })
          : message("link.no-heading", { page: `${link.page}.md`, heading: `#${link.fragment}` }),
        expected: own ? headings : headings.map((heading) => pathBetween(page.id, link.page) + heading),
      },
    ];
  });
  const paths = page.paths.flatMap(({ href, start, end }): TextFinding[] => {
    const place = { ruleId: "link-broken" as const, start, end };
    const found = deadPath(href, page.id);
    if (!found) return [];
    if (found.kind !== "page")
      return [{ ...place, reason: message(`link.${found.kind}`, { written: found.write }), expected: [found.write] }];
    if (!site) return [];
    const { page: id, fragment } = found;
    if (id === undefined) return [{ ...place, reason: message("link.above", { href }), expected: [] }];
    if (pageAt(id, site) !== undefined) return [];
    const meant = suggest(id, (name) => movedTo(name, site) ?? nearPages(site)(name));
    const expected = meant === undefined ? [] : [pathBetween(page.id, meant) + fragment];
    return [{ ...place, reason: message("link.path", { href }), expected }];
  });
  return [...dead, ...broken, ...paths];
}

/** Paths that other programs write for pages of the site: the link leads there all the same, where its heading is there. */
function foreignPaths(page: Page, reporter: Reporter, site: LinkTargets): Finding[] {
  return page.paths.flatMap(({ href, start, end }): Finding[] => {
    const meant = pageMeant(href, page.id);
    const there = meant && pageAt(meant.page, site);
    if (there === undefined) return [];
    const { fragment } = meant ?? { fragment: "" };
    const anchors = there === page.id ? anchorsOf(page) : site.get(there);
    const path = pathBetween(page.id, there);
    if (fragment !== "" && anchors && !alwaysThere.test(fragment) && !anchors.has(fragment)) {
      const reason = message("link.no-heading", { page: `${there}.md`, heading: `#${fragment}` });
      const near = nearAnchors(anchors)(fragment);
      const headings = near === undefined ? firstAnchors(anchors) : [`#${near}`];
      const expected = headings.map((heading) => path + heading);
      return asList(reporter.finding({ ruleId: "link-broken", start, end, reason, expected }));
    }
    const written = path + (/#.*$/su.exec(href)?.[0] ?? "");
    const reason = message("link.foreign", { href, written });
    return asList(reporter.finding({ ruleId: "link-broken", start, end, reason, expected: [written] })).map((one) => ({
      ...one,
      severity: one.severity === "error" ? "warning" : one.severity,
    }));
  });
}

function asList(finding: Finding | undefined): Finding[] {
  return finding ? [finding] : [];
}

/** The one page of a site with the same name, in another folder. */
function movedTo(id: string, site: LinkTargets): string | undefined {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const found = pagesByName(site).get(name);
  return found?.length === 1 ? found[0] : undefined;
}

const pagesByName = onceFor(
  (site: LinkTargets) => site,
  (site) => {
    const byName = new Map<string, string[]>();
    for (const id of site.keys()) {
      const name = id.slice(id.lastIndexOf("/") + 1);
      byName.set(name, [...(byName.get(name) ?? []), id]);
    }
    return byName;
  },
);

/** A link to a page as it is written in another. */
function written(page: Page, target: string, fragment: string): string {
  return pathBetween(page.id, target) + (fragment === "" ? "" : `#${fragment}`);
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
