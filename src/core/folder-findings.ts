// What is said once about the files of a folder, not of each: their names, and folders that the settings do not know.
import { fileMeantBy } from "./assets/assets.ts";
import { reporterFor, type Finding } from "./finding.ts";
import { languageOf } from "./language/all.ts";
import { codeMeant } from "./language/code.ts";
import { contentFolder, folderOfIndex, isPagePath, otherTextEnding } from "./layout.ts";
import { message, type Message } from "./messages/message.ts";
import { didYouMean } from "./near-words.ts";
import type { Page } from "./page/page.ts";
import type { PageFile } from "./project.ts";
import type { Settings } from "./settings.ts";

/** Most files that one line names. */
export const mostNamed = 5;

/** A warning about several files, at the first of them. */
export function aboutFiles(path: string, reason: Message, settings: Settings): Finding {
  return reporterFor(path, "", settings.severity).mistake({ start: 0, end: 0, reason, expected: [] }, "warning");
}

/** What is said once of the names of files: addresses that were made of them, and files that are no pages. */
export function namesTold(files: readonly PageFile[], others: readonly string[], settings: Settings): Finding[] {
  const made = files.filter(({ id, page }) => page && page.frontMatter?.slug === undefined && madeFromName(id, page));
  const [first] = made;
  const told = first?.page
    ? [
        aboutFiles(
          first.path,
          message("page.slug-made", { count: made.length, path: first.path, slug: first.page.slug }),
          settings,
        ),
      ]
    : [];
  const byEnding = new Map<string, string[]>();
  for (const path of besidesPages(files, others, settings)) {
    const ending = otherTextEnding(path);
    if (ending !== undefined) byEnding.set(ending, [...(byEnding.get(ending) ?? []), path]);
  }
  return [
    ...told,
    ...[...byEnding].map(([ending, paths]) =>
      aboutFiles(
        paths[0] ?? "",
        message("page.other-ending", { ending, count: paths.length, paths: paths.slice(0, mostNamed) }),
        settings,
      ),
    ),
  ];
}

/** Files in the folder of pages that no page leads to: they may have been meant as pages. */
function besidesPages(files: readonly PageFile[], others: readonly string[], { source }: Settings): string[] {
  const meant = new Set(
    files.flatMap(({ id, page, rest }) =>
      ((page ?? rest)?.paths ?? []).flatMap(({ href }) => {
        const file = fileMeantBy(href, id, source);
        return typeof file === "object" ? [file.path] : [];
      }),
    ),
  );
  const folder = `${contentFolder}/${source}/`;
  return others.filter(
    (path) => path.startsWith(folder) && !meant.has(path.slice(contentFolder.length + 1).normalize("NFC")),
  );
}

function madeFromName(id: string, page: Page): boolean {
  return page.slug !== id && page.slug !== folderOfIndex(id);
}

/** One finding for all catalogs, or all pages, in the folder of a language that the settings do not know. */
export function unknownLanguage(language: string, paths: readonly string[], settings: Settings): Finding {
  const [path = ""] = paths;
  const known = [settings.source, ...Object.keys(settings.languages)];
  const meant = [codeMeant(language), didYouMean(language, known)].find(
    (code) => code !== undefined && known.includes(code),
  );
  const count = paths.length;
  if (isPagePath(path) && meant !== undefined)
    return aboutFiles(
      path,
      message("page.other-folder", {
        folder: `${contentFolder}/${language}`,
        count,
        meant: `${contentFolder}/${meant}`,
      }),
      settings,
    );
  const isSupported = languageOf(language) !== undefined;
  return aboutFiles(path, message("catalog.unknown-language", { language, count, meant, isSupported }), settings);
}
