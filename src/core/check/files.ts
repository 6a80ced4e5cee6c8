// Rule `image-missing`: images and files that a page leads to and that are not beside it.
import type { TextFinding } from "../finding.ts";
import { pathToFile } from "../layout.ts";
import { message } from "../messages/message.ts";
import { nearWordsIn } from "../near-words.ts";
import { onceFor } from "../once.ts";
import { fileOfPath } from "../page/links.ts";
import type { Page } from "../page/page.ts";

/** Paths of the files in the folder of pages that are no pages, from that folder. */
export type Files = ReadonlySet<string>;

/** The files that a page leads to, from the folder of pages; none that lie outside it, which nobody has listed. */
export function filesOf(page: Page): { file: string; href: string; start: number; end: number }[] {
  return [...page.images, ...page.paths].flatMap(({ href, start, end }) => {
    const file = fileOfPath(href, page.id);
    return file === undefined ? [] : [{ file, href, start, end }];
  });
}

export function missingFiles(page: Page, files: Files | undefined): TextFinding[] {
  if (!files) return [];
  return filesOf(page).flatMap(({ file, href, start, end }): TextFinding[] => {
    if (files.has(file.normalize("NFC"))) return [];
    const meant = fileMeant(file, files);
    const [from, to] = placeOfAddress(page.source, href, start, end);
    const isExact = from !== start || to !== end;
    return [
      {
        ruleId: "image-missing",
        start: from,
        end: to,
        reason: meant === undefined ? message("file.missing", { file }) : message("file.missing-near", { file, meant }),
        expected: meant === undefined || !isExact ? [] : [pathToFile(page.id, meant)],
      },
    ];
  });
}

/** The file that was most likely meant: written with other capitals, mistyped, or the only one of its name. */
function fileMeant(file: string, files: Files): string | undefined {
  const { near, byName } = searchIn(files);
  const alike = byName.get(nameOf(file)) ?? [];
  return near(file) ?? (alike.length === 1 ? alike[0] : undefined);
}

const searchIn = onceFor(
  (files: Files) => files,
  (files) => {
    const byName = new Map<string, string[]>();
    for (const file of files) byName.set(nameOf(file), [...(byName.get(nameOf(file)) ?? []), file]);
    return { near: nearWordsIn(files), byName };
  },
);

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).toLowerCase();
}

/** Where an address is written within its image or link: it comes last there. */
function placeOfAddress(source: string, href: string, start: number, end: number): [number, number] {
  const whole = source.slice(start, end);
  for (const written of [href, decoded(href), decoded(href).replaceAll("&", "&amp;")]) {
    const at = whole.lastIndexOf(written);
    if (at !== -1) return [start + at, start + at + written.length];
  }
  return [start, end];
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
