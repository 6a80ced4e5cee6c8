// A page's catalog in one language, read and brought in step with the page.
import type { Catalog } from "./catalog/entry.ts";
import { isSameLanguage } from "./catalog/language.ts";
import { readCatalog } from "./catalog/read.ts";
import { bringInStep } from "./catalog/step.ts";
import { newCatalog } from "./catalog/write.ts";
import { reporterFor, type Finding, type Reporter } from "./finding.ts";
import { catalogPath } from "./layout.ts";
import { message } from "./messages/message.ts";
import type { Orphan, Orphans } from "./orphans.ts";
import type { FileText, PageFile } from "./project.ts";
import type { Settings } from "./settings.ts";

/** A page's catalog in one language, in step with the page; undefined when its file cannot be used. */
export type CatalogFile = {
  path: string;
  text: string;
  catalog: Catalog | undefined;
  reporter: Reporter;
  findings: Finding[];
};

/** Reads a page's catalog in one language, and brings it in step with the page. */
export function readCatalogFile(
  file: PageFile,
  language: string,
  found: FileText | undefined,
  orphans: Orphans,
  settings: Settings,
): CatalogFile {
  const path = found?.path ?? catalogPath(language, file.id);
  const pictures = file.pictures?.get(language);
  const units = (file.page?.units ?? []).map((unit, index) => ({ ...unit, pictures: pictures?.get(index) ?? [] }));
  if (!found) {
    const inherited = inheritedCatalog(file, orphans);
    return {
      path,
      text: "",
      catalog: bringInStep(
        inherited?.catalog ?? newCatalog(language, settings.source),
        units,
        language,
        orphans.approved,
      ),
      reporter: reporterFor(inherited?.path ?? path, inherited?.text ?? "", settings.severity),
      findings: [],
    };
  }
  const reporter = reporterFor(path, "text" in found ? found.text : "", settings.severity);
  if ("problem" in found)
    return {
      path,
      text: "",
      catalog: undefined,
      reporter,
      findings: [reporter.mistake({ start: 0, end: 0, reason: found.problem, expected: [] })],
    };
  const contexts = new Set(["", ...units.map(({ context }) => context)]);
  const { catalog, mistakes } = readCatalog(found.text, { language, contexts });
  const findings = mistakes.map((mistake) => reporter.mistake(mistake));
  const stated = catalog?.fields.get("Language");
  if (stated && !isSameLanguage(stated, language)) {
    findings.push(
      reporter.mistake({
        start: 0,
        end: 0,
        reason: message("catalog.language", { stated, folder: language }),
        expected: [language],
      }),
    );
  }
  const usable = findings.length === 0 ? catalog : undefined;
  return {
    path,
    text: found.text,
    catalog: usable && bringInStep(usable, units, language, orphans.approved),
    reporter,
    findings,
  };
}

/** The catalog that a page had under an earlier id. */
function inheritedCatalog(file: PageFile, { catalogs }: Orphans): Orphan | undefined {
  const was = file.page?.frontMatter?.was ?? [];
  return was.map((id) => catalogs.find(({ pageId }) => pageId === id)).find((orphan) => orphan !== undefined);
}
