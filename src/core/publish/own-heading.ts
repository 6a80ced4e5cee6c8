// A page's own heading: the one that sites with headings of their own do without.
import type { Heading } from "../page/ids.ts";
import type { Page } from "../page/page.ts";
import { isPlain } from "../page/unit.ts";

/**
 * The first heading of level 1, if it says what the title says, or opens the page and is the only one. Any other is the
 * heading of a section, which nobody would know without it. Undefined where there is none.
 */
export function ownHeading(page: Page): Heading | undefined {
  const [first, ...others] = page.headings.filter(({ depth }) => depth === 1);
  if (!first) return undefined;
  const saysTitle = wordsOf(first.text) === wordsOf(page.frontMatter?.title ?? "");
  return saysTitle || (others.length === 0 && opensPage(first, page)) ? first : undefined;
}

function wordsOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Nothing that is read stands before it. */
function opensPage({ start }: Heading, { units, skipped }: Page): boolean {
  const texts = units.flatMap(({ context, occurrences }) => (isPlain(context) ? [] : occurrences));
  return ![...texts, ...skipped.map(({ pieces }) => pieces)].some((pieces) => pieces.some((one) => one.start < start));
}
