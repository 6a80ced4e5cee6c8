// Makes the preview of a project, and writes it into the scratch folder: it publishes nothing and changes nothing else.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSite } from "../core/malvakt.ts";
import { message, type Message } from "../core/messages/message.ts";
import { overviewPath } from "../core/preview/places.ts";
import { previewSite, type MadePages } from "../core/preview/preview.ts";
import type { DecideOptions } from "../core/publish/decide.ts";
import type { Dist } from "../core/publish/dist.ts";
import { reportOf } from "../core/report/site-rows.ts";
import type { SiteReport } from "../core/report/site.ts";
import { listAll } from "./disk/list.ts";
import { reasonOf } from "./disk/reason.ts";
import { scratchFile } from "./disk/scratch.ts";
import { removeFile, writeIfChanged } from "./disk/write.ts";
import { openFileIndex } from "./file-index.ts";
import { keepHeapSmall } from "./heap.ts";
import { locale } from "./locale.ts";
import { loadDist } from "./output.ts";
import { loadProject } from "./project.ts";
import { Refusal } from "./refusal.ts";
import { rememberingCaches } from "./remembered.ts";
import { planAll } from "./site.ts";

const folderOfPreview = ".malvakt/preview";

/** Where the preview of a project begins, for a browser. */
export function previewAddress(root: string): string {
  return pathToFileURL(join(realpathSync(root), folderOfPreview, overviewPath)).href;
}

export type PreviewMade = {
  files: Map<string, string>;
  report: SiteReport;
  /** What could not be read, beside pages and catalogs. */
  doubts: Message[];
};

/** What is published, and how the folder that it is in is called to people. */
export type Output = { folder: string; shown: string };

/** Makes the preview of a project, again and again: what has not changed is not made again. */
export function previewer(root: string, { folder, shown }: Output, options: DecideOptions): () => Promise<PreviewMade> {
  const open = rememberingCaches();
  const made: MadePages = new WeakMap();
  return async () => {
    keepHeapSmall();
    const doubts: Message[] = [];
    const withoutTerms = ({ told }: Refusal): void => {
      doubts.push(message("preview.without-terms", { problem: told }));
    };
    const project = loadProject(root, { keep: true, open, withoutTerms });
    const plans = await planAll(project);
    const loaded = ((): Dist => {
      try {
        return loadDist(root, folder, shown, plans, openFileIndex(root, "index-output", false, open));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        doubts.push(message("preview.without-ledger", { problem: error.told }));
        return { ledger: undefined, found: new Map(), fragments: new Map(), fragmentsFound: [] };
      }
    })();
    const build = buildSite(plans, project, loaded, options);
    const { catalogsOf } = project;
    const files = previewSite({ project, build, ledger: loaded.ledger, catalogsOf, locale, doubts }, made);
    return { files, report: reportOf(build, project.settings, project.textOf), doubts };
  };
}

export type PreviewWritten = { written: number; removed: number; problems: Message[] };

/** Writes a preview, of which `last` was written before; what an earlier one had and this one has not goes. */
export function writePreview(
  root: string,
  files: ReadonlyMap<string, string>,
  last: ReadonlyMap<string, string> = new Map(),
): PreviewWritten {
  const result: PreviewWritten = { written: 0, removed: 0, problems: [] };
  scratchFile(root, "preview");
  const attempt = (path: string, work: () => boolean): boolean => {
    try {
      return work();
    } catch (error) {
      // A name that the disk cannot hold hides no other page.
      result.problems.push(toldBy(path, error));
      return false;
    }
  };
  for (const [path, text] of files) {
    if (last.get(path) === text) continue;
    if (attempt(path, () => writeIfChanged(root, `${folderOfPreview}/${path}`, text))) result.written++;
  }
  for (const path of listAll(root, folderOfPreview)) {
    if (files.has(path.slice(folderOfPreview.length + 1).normalize("NFC"))) continue;
    removeFile(root, path);
    result.removed++;
  }
  return result;
}

function toldBy(path: string, error: unknown): Message {
  return error instanceof Refusal ? error.told : message("cli.about", { path, problem: reasonOf(error) });
}
