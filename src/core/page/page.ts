// A page: Markdown text to front matter, units and template. It is read once, whatever the number of languages.
import type { Element, Root } from "hast";
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import type { Waiver } from "../waivers.ts";
import { forbiddenCharacterIn } from "../characters.ts";
import { conflictMarkIn } from "../conflict.ts";
import { readHead, type PageHead } from "./front-matter.ts";
import { imagesOf, type FrontMatter } from "./front-matter-schema.ts";
import { citationsIn } from "./citations.ts";
import { isOfFootnote } from "./footnotes.ts";
import { headingText, idPrefix } from "./ids.ts";
import type { Notation } from "./notation.ts";
import type { Dropped } from "./raw-html.ts";
import { exceedsLimits } from "./limits.ts";
import { parsePage } from "./parse.ts";
import type { PlacedFile, Segmented } from "./cut.ts";
import { slugOf } from "./slug.ts";
import { segment } from "./segment.ts";
import { strayMistake } from "./stray.ts";
import { withoutCopy, type TracePiece, type PlacedText } from "./trace.ts";
import { keyOf, type Unit } from "./unit.ts";

export type Page = Segmented & {
  /** Path below the source folder, without `.md`. */
  id: string;
  /** The file's text, without a byte order mark. */
  source: string;
  /** Undefined for a text that is not a page of a project. */
  frontMatter: FrontMatter | undefined;
  /** The path of a page in its address; the front matter may give another. */
  slug: string;
  /** Places of the keys of the front matter. */
  keys: Record<string, [number, number]>;
  /** Slips in front matter that do not keep the page from being used. */
  doubts: Mistake[];
  /** Directives that say nothing or cannot be read. */
  directiveMistakes: Mistake[];
  /** Rules that the author has waived, each for one block. */
  waivers: Waiver[];
  /** Source ranges of URLs in running text, which do not become links. */
  bareUrls: [number, number][];
  /** Notations of other programs that readers would be shown. */
  notations: Notation[];
  /** What the page does not get of its author's HTML. */
  dropped: Dropped[];
  /** Addresses that its footnotes lead to, outside the site. */
  citations: string[];
  /** Names from the front matter, as they are published beside the page. */
  names: PlacedText[];
  /** Images of the front matter, in its order. */
  headImages: PlacedFile[];
};

export type PageReading =
  | { page: Page; mistakes: [] }
  | {
      page: undefined;
      mistakes: Mistake[];
      source: string;
      /** The page as far as it can be read: for checks alone, so that all that is wrong is told at once. */
      rest?: Page;
    };

/** What readPage expects: a page of a project has a title, any other Markdown file need not. */
export type PageKind = "page" | "text";

/**
 * Reads a page. With mistakes there is no page: nothing may be published from half of one. The prefix of its ids depends
 * on the other pages of its site (`idPrefixesOf`).
 */
export function readPage(text: string, id: string, kind: PageKind = "page", prefix = idPrefix(id)): PageReading {
  const source = text.replace(/^\uFEFF/u, "");
  const beyond = exceedsLimits(source);
  if (beyond) return { page: undefined, mistakes: [beyond], source };
  const stray = forbiddenCharacterIn(source);
  if (stray) return { page: undefined, mistakes: [strayMistake(stray)], source };
  const conflict = conflictMarkIn(source);
  if (conflict) return { page: undefined, mistakes: [conflict], source };
  const head = readHead(source);
  if (!head.isWhole) return { page: undefined, mistakes: head.mistakes, source };
  try {
    const { page, mistakes } = readBody(head, source, id, prefix);
    const wrong = [...head.mistakes, ...mistakes];
    if (kind === "page" && page.frontMatter?.title === undefined && head.isRead && !isTitleWrong(head))
      wrong.push(noTitle(head));
    return wrong.length === 0 ? { page, mistakes: [] } : { page: undefined, mistakes: wrong, source, rest: page };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      page: undefined,
      mistakes: [{ start: 0, end: 1, reason: message("page.nesting"), expected: [] }],
      source,
    };
  }
}

function readBody(head: PageHead, source: string, id: string, prefix: string): { page: Page; mistakes: Mistake[] } {
  const parsed = parsePage(head.body);
  const heading = head.frontMatter.title === undefined ? firstTitleIn(parsed.tree) : undefined;
  const frontMatter = heading === undefined ? head.frontMatter : { ...head.frontMatter, title: heading };
  const citations = citationsIn(parsed.tree);
  const segmented = segment(parsed.tree, id, prefix, frontUnits(head, heading));
  const page = {
    ...segmented,
    units: segmented.units.map((unit) => lean(unit, source)),
    skipped: segmented.skipped.map(({ plain, pieces }) => ({ plain, pieces: leanPieces(pieces, source) })),
    citations,
    names: namesIn(head),
    headImages: headImages(head, segmented.units),
    id,
    source,
    frontMatter,
    slug: frontMatter.slug ?? slugOf(id),
    keys: Object.fromEntries(keysOf(frontMatter).map((key) => [key, head.placeOfKey([key])])),
    doubts: head.doubts,
    directiveMistakes: parsed.directives.mistakes,
    waivers: parsed.directives.waivers,
    bareUrls: parsed.bareUrls,
    notations: parsed.notations,
    dropped: parsed.dropped,
  };
  return { page, mistakes: parsed.mistakes };
}

function keysOf({ data, ...known }: FrontMatter): string[] {
  return [...Object.keys(known), ...Object.keys(data)];
}

/** The words of the first heading of level 1: the title of a page that has no other. */
function firstTitleIn(node: Root | Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== "element" || isOfFootnote(child)) continue;
    const title = child.tagName === "h1" ? headingText(child) : firstTitleIn(child);
    if (title !== undefined && /[\p{L}\p{N}]/u.test(title)) return title;
  }
  return undefined;
}

/** Whether there is a title that cannot be used, which has been told. */
function isTitleWrong({ mistakes, placeOf }: PageHead): boolean {
  const [start, end] = placeOf(["title"]);
  return mistakes.some((mistake) => mistake.start === start && mistake.end === end);
}

function noTitle({ placeOfKey }: PageHead): Mistake {
  const [whole, key] = [placeOfKey([]), placeOfKey(["title"])];
  const [start, end] = String(whole) === String(key) ? [0, 1] : key;
  return { start, end, reason: message("page.no-title"), expected: [] };
}

function lean(unit: Unit, source: string): Unit {
  return { ...unit, occurrences: unit.occurrences.map((pieces) => leanPieces(pieces, source)) };
}

function leanPieces(pieces: readonly TracePiece[], source: string): TracePiece[] {
  return pieces.map((piece) => withoutCopy(source, piece));
}

function namesIn({ frontMatter: { author, category, reviewed }, placeOf }: PageHead): PlacedText[] {
  const named: [path: string[], value: string | string[] | undefined][] = [
    [["author"], author],
    [["category"], category],
    [["reviewed", "by"], reviewed?.by],
  ];
  return named.flatMap(([path, value]) => {
    if (typeof value === "string") return [frontText(value, placeOf(path))];
    return (value ?? []).map((plain, index) => frontText(plain, placeOf([...path, index])));
  });
}

function headImages({ frontMatter, placeOf }: PageHead, units: readonly Unit[]): PlacedFile[] {
  return imagesOf(frontMatter).map(({ src, alt }, index) => {
    const at = Array.isArray(frontMatter.image) ? ["image", index] : ["image"];
    const [start, end] = placeOf([...at, "src"]);
    const unit =
      alt === undefined ? -1 : units.findIndex(({ context, text }) => context === "alt" && text === alt.trim());
    return { href: src, ...(unit === -1 ? undefined : { alt: unit }), start, end };
  });
}

/** A text of the front matter stands somewhere in its value as it is. */
function frontText(plain: string, [start, end]: [number, number]): PlacedText {
  return { plain, pieces: [{ at: 0, length: plain.length, start, end, raw: plain, within: "first" }] };
}

/** `heading` is the title of a page that has none in its front matter: its places are those of the heading's own unit. */
function frontUnits({ frontMatter, placeOf }: PageHead, heading: string | undefined): Unit[] {
  const images = imagesOf(frontMatter).map(
    ({ alt }, index): [string, string | undefined, (string | number)[], string] => [
      "alt",
      alt,
      Array.isArray(frontMatter.image) ? ["image", index, "alt"] : ["image", "alt"],
      "Text for those who do not see the page's image",
    ],
  );
  const texts: [string, string | undefined, (string | number)[], string][] = [
    ["title", frontMatter.title ?? heading, ["title"], "Title of the page"],
    ["description", frontMatter.description, ["description"], "Description of the page, for search engines"],
    ["slug", frontMatter.slug, ["slug"], "Address of the page: letters, digits and hyphens"],
    ...images,
  ];
  const units = new Map<string, Unit>();
  for (const [context, text, path, note] of texts) {
    const trimmed = text?.trim() ?? "";
    if (!/[\p{L}\p{N}]/u.test(trimmed)) continue;
    const { plain, pieces } = frontText(trimmed, placeOf(path));
    const isHeading = context === "title" && heading !== undefined;
    const unit = { context, text: plain, plain, notes: [note], occurrences: isHeading ? [] : [pieces] };
    const same = units.get(keyOf(unit));
    if (same) same.occurrences.push(pieces);
    else units.set(keyOf(unit), unit);
  }
  return [...units.values()];
}
