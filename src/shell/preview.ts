// Makes the preview of a project, and writes it into the scratch folder: it publishes nothing and changes nothing else.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSite } from "../core/malvakt.ts";
import { message, type Message } from "../core/messages/message.ts";
import { overviewPath } from "../core/preview/places.ts";
import { previewSite, type MadePages, type PreviewFiles } from "../core/preview/preview.ts";
import type { DecideOptions } from "../core/publish/decide.ts";
import type { Dist } from "../core/publish/dist.ts";
import { reportOf } from "../core/report/site-rows.ts";
import type { SiteReport } from "../core/report/site.ts";
import { bytesInside } from "./assets.ts";
import { unguarded } from "../core/terms/terms.ts";
import { listAll } from "./disk/list.ts";
import { reasonOf } from "./disk/reason.ts";
import { scratchFile } from "./disk/scratch.ts";
import { removeFile, writeBytesWhole, writeIfChanged } from "./disk/write.ts";
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

export type PreviewMade = PreviewFiles & {
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
        return { ledger: undefined, found: new Map(), fragments: new Map(), assets: new Map(), fragmentsFound: [] };
      }
    })();
    const build = buildSite(plans, project, loaded, options);
    const { catalogsOf } = project;
    const preview = previewSite({ project, build, dist: loaded, catalogsOf, locale, doubts }, made);
    return {
      ...preview,
      report: reportOf(build, project.settings, loaded, project.textOf, unguarded(project.terms)),
      doubts,
    };
  };
}

export type PreviewWritten = { written: number; removed: number; problems: Message[] };

/**
 * Writes a preview, of which `last` was written before; what an earlier one had and this one has not goes. Files of
 * authors are taken from the project, or from the output folder where only a last version has them.
 */
export function writePreview(
  root: string,
  output: string,
  { files, assets }: PreviewFiles,
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
  for (const [path, { from }] of assets)
    if (attempt(path, () => copyAsset(root, path, from === undefined ? [output, path] : [root, from])))
      result.written++;
  for (const path of listAll(root, folderOfPreview)) {
    const name = path.slice(folderOfPreview.length + 1).normalize("NFC");
    if (files.has(name) || assets.has(name)) continue;
    removeFile(root, path);
    result.removed++;
  }
  return result;
}

/** A name with a hash stands for the same bytes always: what is there need not be copied again. */
function copyAsset(root: string, path: string, [folder, from]: [folder: string, path: string]): boolean {
  const copy = `${folderOfPreview}/${path}`;
  if ("bytes" in bytesInside(root, copy)) return false;
  const read = bytesInside(folder, from);
  if (!("bytes" in read)) throw new Refusal(read.problem, 1);
  writeBytesWhole(root, copy, read.bytes);
  return true;
}

/** The bytes of a file of authors that a preview shows. */
export function previewAsset(root: string, path: string): Buffer | undefined {
  const read = bytesInside(root, `${folderOfPreview}/${path}`);
  return "bytes" in read ? read.bytes : undefined;
}

function toldBy(path: string, error: unknown): Message {
  return error instanceof Refusal ? error.told : message("cli.about", { path, problem: reasonOf(error) });
}
