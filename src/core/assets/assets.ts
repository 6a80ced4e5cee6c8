// The files below the folder of content that are neither pages nor catalogs: what a page may show or lead to.
import { contentFolder, placeFrom } from "../layout.ts";
import { pathOfFile } from "../page/links.ts";
import type { FileAddress } from "../page/template.ts";
import { isImagePath, mayBePublished, writtenEnding } from "./endings.ts";
import type { Inspected, SoundFile } from "./inspect.ts";

export type Assets = {
  /** The folder that pages lie in, from the folder of content. */
  source: string;
  /** Paths from the folder of content, in composed letters. */
  names: ReadonlySet<string>;
  /** Looks into a file, when it is asked for. */
  inspect: (path: string) => Inspected;
};

/** The files of a project from their paths in it. */
export function assetsOf(paths: readonly string[], source: string, inspect: Assets["inspect"]): Assets {
  const below = `${contentFolder}/`;
  const names = paths.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length).normalize("NFC"));
  return { source, names: new Set(names), inspect };
}

/**
 * The file that an address in a page means, from the folder of content; `outside` for one that lies outside it, and
 * undefined for an address that means no file of the author's.
 */
export function fileMeantBy(href: string, pageId: string, source: string): { path: string } | "outside" | undefined {
  const path = pathOfFile(href);
  if (path === undefined) return undefined;
  const place = placeFrom(`${source}/${pageId}`, path);
  return place === undefined ? "outside" : { path: place };
}

/** A file that is published for an address in a page. */
export type FoundFile = { path: string; file: SoundFile };

/**
 * What is published for an address in a page: for readers of a language its own picture, where it has one and a text
 * describes it, whose approval says that the picture is right. Undefined where there is nothing that may be published.
 */
export function fileFor(
  { href, alt }: FileAddress,
  pageId: string,
  language: string,
  assets: Assets,
): FoundFile | undefined {
  const meant = fileMeantBy(href, pageId, assets.source);
  if (typeof meant !== "object") return undefined;
  const own = alt === undefined || language === assets.source ? undefined : ownPictureOf(meant.path, language, assets);
  return (own === undefined ? undefined : soundFile(own, assets)) ?? soundFile(meant.path, assets);
}

function soundFile(path: string, { names, inspect }: Assets): FoundFile | undefined {
  if (!names.has(path) || !mayBePublished(path)) return undefined;
  const file = inspect(path);
  return "problem" in file ? undefined : { path, file };
}

/** The picture that a language has in place of another: `bilde.en.png` beside `bilde.png`; undefined where it has none. */
export function ownPictureOf(path: string, language: string, { names }: Assets): string | undefined {
  const ending = writtenEnding(path);
  const own = `${path.slice(0, path.length - ending.length)}.${language}${ending}`;
  return isImagePath(path) && names.has(own) ? own : undefined;
}
