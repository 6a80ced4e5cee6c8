// Verdicts of earlier runs, each under everything that it rests on: what has not changed is not checked again.
import { hashOfAll } from "../hash.ts";
import type { Page } from "../page/page.ts";
import { onceFor } from "../remember.ts";
import type { Site } from "./page.ts";
import type { Verdict } from "./waivers.ts";

export type Verdicts = {
  /** Stands for everything that all verdicts rest on: this program, its settings, the termbase. */
  rules: string;
  /** By key. Can be lost at any time: then files are checked again. */
  known: ReadonlyMap<string, Verdict<unknown>>;
};

/** The verdicts of one run, by key, for the next one. */
export type KeptVerdicts = Map<string, Verdict<unknown>>;

/** The verdict under these inputs: an earlier one, or that of a check now. The first input names the kind of check. */
export function verdictUnder<Kind extends Verdict<unknown>>(
  inputs: readonly string[],
  { rules, known }: Verdicts,
  kept: KeptVerdicts,
  check: () => Kind,
): Kind {
  const key = hashOfAll([rules, ...inputs]);
  const verdict = (known.get(key) as Kind | undefined) ?? check();
  kept.set(key, verdict);
  return verdict;
}

const hashOfPages = onceFor(
  (site: Site) => site,
  (site) => hashOfAll([...site.keys()]),
);
const hashOfAnchors = onceFor(
  (anchors: ReadonlySet<string>) => anchors,
  (anchors) => hashOfAll([...anchors]),
);

/** What a page's verdict rests on: its text, and the headings of the pages that it links to. */
export function inputsOfPage({ id, source, links }: Page, site: Site): string[] {
  const targets = Array.from(new Set(links.map(({ page }) => page)), (page) => {
    const anchors = site.get(page);
    return anchors ? `${page}\n${hashOfAnchors(anchors)}` : page;
  });
  // A page that is not there is told with the name of one that may be meant.
  const others = links.some(({ page }) => !site.has(page)) ? [hashOfPages(site)] : [];
  return ["page", id, source, ...targets, ...others];
}
