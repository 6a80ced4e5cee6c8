// A page: Markdown text to front matter, units and template. It is read once, whatever the number of languages.
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import type { Waiver } from "../waivers.ts";
import { forbiddenCharacterIn } from "../characters.ts";
import { readHead, type FrontMatter, type PageHead } from "./front-matter.ts";
import { idPrefix } from "./ids.ts";
import { exceedsLimits } from "./limits.ts";
import { parsePage } from "./parse.ts";
import type { Segmented } from "./cut.ts";
import { segment } from "./segment.ts";
import { strayMistake } from "./stray.ts";
import { withoutCopy, type TracePiece, type PlacedText } from "./trace.ts";
import type { Unit } from "./unit.ts";

export type Page = Segmented & {
  /** Path below the source folder, without `.md`. */
  id: string;
  /** The file's text, without a byte order mark. */
  source: string;
  /** Undefined for a text that is not a page of a project. */
  frontMatter: FrontMatter | undefined;
  /** The path of a page in its address; the front matter may give another. */
  slug: string;
  /** Slips in front matter that do not keep the page from being used. */
  doubts: Mistake[];
  /** Directives that say nothing or cannot be read. */
  directiveMistakes: Mistake[];
  /** Rules that the author has waived, each for one block. */
  waivers: Waiver[];
  /** Source ranges of URLs in running text, which do not become links. */
  bareUrls: [number, number][];
  /** Names from the front matter, as they are published beside the page. */
  names: PlacedText[];
};

export type PageReading = { page: Page; mistakes: [] } | { page: undefined; mistakes: Mistake[]; source: string };

/** What readPage expects: a page of a project has front matter with a title, any other Markdown file need not. */
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
  const head = readHead(source);
  const mistakes = kind === "page" ? [...head.mistakes, ...missingHead(head)] : head.mistakes;
  if (mistakes.length > 0) return { page: undefined, mistakes, source };
  try {
    const parsed = parsePage(head.body);
    if (parsed.mistakes.length > 0) return { page: undefined, mistakes: parsed.mistakes, source };
    const segmented = segment(parsed.tree, id, prefix, frontUnits(head));
    const slug = head.frontMatter?.slug ?? id;
    return {
      page: {
        ...segmented,
        units: segmented.units.map((unit) => lean(unit, source)),
        skipped: segmented.skipped.map(({ plain, pieces }) => ({ plain, pieces: leanPieces(pieces, source) })),
        names: namesIn(head),
        id,
        source,
        frontMatter: head.frontMatter,
        slug,
        doubts: head.doubts,
        directiveMistakes: parsed.directives.mistakes,
        waivers: parsed.directives.waivers,
        bareUrls: parsed.bareUrls,
      },
      mistakes: [],
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      page: undefined,
      mistakes: [{ start: 0, end: 1, reason: message("page.nesting"), expected: [] }],
      source,
    };
  }
}

function lean(unit: Unit, source: string): Unit {
  return { ...unit, occurrences: unit.occurrences.map((pieces) => leanPieces(pieces, source)) };
}

function leanPieces(pieces: readonly TracePiece[], source: string): TracePiece[] {
  return pieces.map((piece) => withoutCopy(source, piece));
}

function namesIn({ frontMatter, placeOf }: PageHead): PlacedText[] {
  return (["author", "category"] as const).flatMap((key) => {
    const plain = frontMatter?.[key];
    if (plain === undefined) return [];
    const [start, end] = placeOf([key]);
    return [{ plain, pieces: [{ at: 0, length: plain.length, start, end, raw: plain, within: "first" as const }] }];
  });
}

function missingHead(head: PageHead): Mistake[] {
  if (head.present) return [];
  return [
    {
      start: 0,
      end: 1,
      reason: message("page.no-front-matter"),
      expected: ["title"],
    },
  ];
}

function frontUnits({ frontMatter, placeOf }: PageHead): Unit[] {
  if (!frontMatter) return [];
  const texts: [string, string | undefined, string[], string][] = [
    ["title", frontMatter.title, ["title"], "Title of the page"],
    ["description", frontMatter.description, ["description"], "Description of the page, for search engines"],
    ["slug", frontMatter.slug, ["slug"], "Address of the page: letters, digits and hyphens"],
    ["alt", frontMatter.image?.alt, ["image", "alt"], "Text for those who do not see the page's image"],
  ];
  return texts.flatMap(([context, text, path, note]) => {
    const trimmed = text?.trim() ?? "";
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return [];
    const [start, end] = placeOf(path);
    const piece = { at: 0, length: trimmed.length, start, end, raw: trimmed, within: "first" as const };
    return [{ context, text: trimmed, plain: trimmed, notes: [note], occurrences: [[piece]] }];
  });
}
