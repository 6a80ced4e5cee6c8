// The files of authors that a page in a language shows or leads to, as they are published with it.
import { fileFor } from "../assets/assets.ts";
import { assetAddress, assetIn, assetPath, isNamedLike, isWholeAt } from "../assets/published.ts";
import { reporterFor, type Finding } from "../finding.ts";
import { contentFolder, settingsPath } from "../layout.ts";
import { message } from "../messages/message.ts";
import type { FileAddress } from "../page/template.ts";
import type { PublishedFile } from "./fill.ts";
import type { Settings } from "../settings.ts";
import type { Site } from "./site.ts";

/** A file below `assets/`: copied from a path of the project, or kept as it stands where its source need not be there. */
export type Asset = { sha256: string; from: string | undefined };

export type UsedFiles = {
  /** By path below the output folder. */
  assets: Map<string, Asset>;
  /** Published paths of files that are gone, or not what they were, and that no source has any more. */
  lost: string[];
  /** What is published for an address in a page. */
  fileOf: (file: FileAddress) => PublishedFile | undefined;
  /** Where an address in a last version leads today; undefined for one that is not of a file that was published. */
  newFile: (address: string) => string | undefined;
};

/** Collects the files of one page in one language. */
export function usedFilesOf(site: Site, page: string, language: string): UsedFiles {
  const assets = new Map<string, Asset>();
  const lost: string[] = [];
  return {
    assets,
    lost,
    fileOf: (file) => {
      const found = site.assets && fileFor(file, page, language, site.assets);
      if (!found) return undefined;
      const { sha256, width, height } = found.file;
      const path = assetPath(found.path, sha256);
      assets.set(path, { sha256, from: `${contentFolder}/${found.path}` });
      return {
        address: assetAddress(site.settings, path) + (/[?#].*$/su.exec(file.href)?.[0] ?? ""),
        ...(width === undefined || height === undefined ? undefined : { width, height }),
      };
    },
    newFile: (address) => {
      const named = assetIn(address);
      if (!named || !site.formerFiles.has(named.path)) return undefined;
      const asset = standingAsset(site, named.path);
      if (asset) assets.set(named.path, asset);
      else lost.push(named.path);
      return assetAddress(site.settings, named.path) + named.rest;
    },
  };
}

/** A published file as it stands; one that does not is made again from whichever file of the author's it was. */
function standingAsset({ assetsFound, assets }: Site, path: string): Asset | undefined {
  const standing = assetsFound.get(path);
  if (standing !== undefined && isWholeAt(path, standing)) return { sha256: standing, from: undefined };
  for (const name of assets?.names ?? []) {
    const file = isNamedLike(name, path) ? assets?.inspect(name) : undefined;
    if (file && !("problem" in file) && isWholeAt(path, file.sha256))
      return { sha256: file.sha256, from: `${contentFolder}/${name}` };
  }
  return undefined;
}

/** The files of all pages; what can be copied anew is. */
export function allAssets(pages: Iterable<ReadonlyMap<string, Asset>>): Map<string, Asset> {
  const all = new Map<string, Asset>();
  for (const assets of pages)
    for (const [path, asset] of assets) if (all.get(path)?.from === undefined) all.set(path, asset);
  return new Map([...all].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Where pictures are looked for on the site, as long as no one has said where. */
export function placeOfAssets(
  assets: ReadonlyMap<string, Asset>,
  { assets: place, site, severity }: Settings,
): Finding[] {
  const [path] = assets.keys();
  if (path === undefined || place !== undefined || site !== undefined) return [];
  const reason = message("build.assets", { address: assetAddress({}, path), count: assets.size });
  const told = reporterFor(settingsPath, "", severity).mistake({ start: 0, end: 0, reason, expected: [] });
  return [{ ...told, severity: "info" }];
}
