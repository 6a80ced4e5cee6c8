// A fragment: the article around a page in one language, with the page's own heading and without.
import type { Language } from "../language/language.ts";
import { escapeAttribute } from "../page/template.ts";
import type { Settings } from "../settings.ts";
import {
  attributeOf,
  endOf,
  readMarkup,
  withAttribute,
  withoutAttribute,
  wordsBetween,
  writeMarkup,
  type Piece,
} from "./markup.ts";

/** `headingId` is that of the page's own heading, which names the article. */
export function articleOf(
  content: string,
  pageId: string,
  { code, direction }: Language,
  status: "source" | "approved" | "stale",
  headingId: string | undefined,
): string {
  const name = headingId === undefined ? "" : ` aria-labelledby="${escapeAttribute(headingId)}"`;
  return `<article lang="${escapeAttribute(code)}" dir="${direction}" data-page="${escapeAttribute(pageId)}" data-status="${status}"${name}>\n${content}\n</article>\n`;
}

/** A page in the forms that a site wants: `body` is a second one without the page's own heading. */
export type Forms = { html: string; body: string | undefined };

export function formsOf(fragment: string, { publish: { heading } }: Pick<Settings, "publish">): Forms {
  if (heading === true) return { html: fragment, body: undefined };
  const body = withoutHeading(fragment);
  return heading === "both" ? { html: fragment, body } : { html: body, body: undefined };
}

/**
 * The fragment without the heading that names it: its words become the article's name, and its id the article's, so that
 * links to it still lead there. A heading with more than words in it (a picture, a link, a footnote) stays.
 */
export function withoutHeading(fragment: string): string {
  const markup = readMarkup(fragment);
  const [article] = markup;
  const id = article && attributeOf(article, "aria-labelledby");
  const start = markup.findIndex(
    (piece) => piece.kind === "open" && piece.name === "h1" && attributeOf(piece, "id") === id,
  );
  if (!article || id === undefined || start === -1) return fragment;
  const end = endOf(markup, start);
  const inside = markup.slice(start + 1, end);
  if (inside.some(holdsMore)) return fragment;
  const named = withAttribute(withoutAttribute(article, "aria-labelledby"), "id", id);
  return writeMarkup([
    withAttribute(named, "aria-label", wordsBetween(markup, start, end)),
    ...markup.slice(1, start),
    ...inside.filter((piece) => piece.kind !== "text" && piece.name === "a"),
    ...withoutLineEnd(markup.slice(end + 1)),
  ]);
}

function holdsMore(piece: Piece): boolean {
  if (piece.kind !== "open") return false;
  return piece.name === "img" || attributeOf(piece, "href") !== undefined;
}

/** The heading's line goes with it. */
function withoutLineEnd([first, ...rest]: readonly Piece[]): Piece[] {
  if (!first) return [];
  return [first.kind === "text" ? { ...first, html: first.html.replace(/^\n/u, "") } : first, ...rest];
}
