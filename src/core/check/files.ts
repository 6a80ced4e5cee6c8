// Rule `image-missing`: images and files that a page leads to and that cannot be published: not there, or not sound.
import { fileMeantBy, ownPictureOf, type Assets } from "../assets/assets.ts";
import { imageEndings, isImagePath, mayBePublished, writtenEnding } from "../assets/endings.ts";
import { heavyBytes } from "../assets/inspect.ts";
import type { TextFinding } from "../finding.ts";
import { contentFolder, pathToFile } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import { nearWordsIn } from "../near-words.ts";
import { onceFor } from "../once.ts";
import type { PlacedFile } from "../page/cut.ts";
import type { Page } from "../page/page.ts";

/** What a page can lead to beside pages, and the languages that may have pictures of their own. */
export type PageFiles = { assets: Assets; languages: readonly string[] };

type Asked = PlacedFile & { isImage: boolean };

/** All addresses of a page that may mean a file of the author's. */
function askedFor({ headImages, images, paths }: Page): Asked[] {
  return [
    ...[...headImages, ...images].map((image) => ({ ...image, isImage: true })),
    ...paths.map((path) => ({ ...path, isImage: false })),
  ];
}

export function fileFindings(page: Page, files: PageFiles | undefined): TextFinding[] {
  return files ? askedFor(page).flatMap((asked) => findingsOf(asked, page, files)) : [];
}

/** What a page says of its files, and its plan rests on: whether each is there, and what it is. */
export function factsOfFiles(page: Page, { assets, languages }: PageFiles): { facts: string[]; isAllThere: boolean } {
  const paths = askedFor(page).flatMap(({ href }) => {
    const meant = fileMeantBy(href, page.id, assets.source);
    if (typeof meant !== "object") return [];
    return [meant.path, ...languages.flatMap((language) => ownPictureOf(meant.path, language, assets) ?? [])];
  });
  const isThere = (path: string): boolean => assets.names.has(path);
  return {
    facts: paths.map((path) =>
      JSON.stringify([path, isThere(path) && mayBePublished(path) ? assets.inspect(path) : isThere(path)]),
    ),
    isAllThere: paths.every(isThere),
  };
}

function findingsOf(asked: Asked, page: Page, { assets, languages }: PageFiles): TextFinding[] {
  const { href, alt, isImage } = asked;
  const exact = placeOfAddress(page.source, href, asked.start, asked.end);
  const [start, end] = exact ?? [asked.start, asked.end];
  const found = (reason: Message, expected: string[] = []): TextFinding => {
    return { ruleId: "image-missing", start, end, reason, expected };
  };
  const meant = fileMeantBy(href, page.id, assets.source);
  if (meant === undefined) return [];
  if (meant === "outside") return [found(message("file.outside", { href }))];
  const { path } = meant;
  const file = shown(path);
  if (!mayBePublished(path)) return [found(message("file.refused", { file, ending: writtenEnding(path) }))];
  if (isImage && !isImagePath(path)) return [found(message("file.no-image", { file, endings: imageEndings }))];
  if (!assets.names.has(path)) {
    const near = fileMeant(path, assets.names);
    if (near === undefined) return [found(message("file.missing", { file }))];
    const reason = message("file.missing-near", { file, meant: shown(near) });
    return [found(reason, exact ? [pathToFile(`${assets.source}/${page.id}`, near)] : [])];
  }
  const own = isImage ? languages.flatMap((language) => ownPictureOf(path, language, assets) ?? []) : [];
  const [first] = own;
  const undescribed: TextFinding[] =
    first === undefined || alt !== undefined
      ? []
      : [{ ...found(message("image.own-alt", { file: shown(first) })), ruleId: "alt-missing" }];
  return [...[path, ...own].flatMap((one) => about(one, assets, found)), ...undescribed];
}

/** What is wrong with a file that is there. */
function about(path: string, { inspect }: Assets, found: (reason: Message) => TextFinding): TextFinding[] {
  const file = inspect(path);
  if ("problem" in file) return [found(message("file.unsound", { file: shown(path), problem: file.problem }))];
  if (!isImagePath(path) || file.bytes <= heavyBytes) return [];
  return [{ ...found(message("file.heavy", { file: shown(path), bytes: file.bytes })), atMost: "warning" }];
}

function shown(path: string): string {
  return `${contentFolder}/${path}`;
}

/** The file that was most likely meant: written with other capitals, mistyped, or the only one of its name. */
function fileMeant(file: string, names: ReadonlySet<string>): string | undefined {
  const { near, byName } = searchIn(names);
  const alike = byName.get(nameOf(file)) ?? [];
  return near(file) ?? (alike.length === 1 ? alike[0] : undefined);
}

const searchIn = onceFor(
  (names: ReadonlySet<string>) => names,
  (names) => {
    const byName = new Map<string, string[]>();
    const possible = [...names].filter(mayBePublished);
    for (const file of possible) byName.set(nameOf(file), [...(byName.get(nameOf(file)) ?? []), file]);
    return { near: nearWordsIn(possible), byName };
  },
);

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).toLowerCase();
}

/** Where an address is written within its image or link, where it comes last; undefined for one that stands elsewhere. */
function placeOfAddress(source: string, href: string, start: number, end: number): [number, number] | undefined {
  const whole = source.slice(start, end);
  for (const written of [href, decoded(href), decoded(href).replaceAll("&", "&amp;")]) {
    const at = whole.lastIndexOf(written);
    if (at !== -1) return [start + at, start + at + written.length];
  }
  return undefined;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
