// The pictures that translations of a page have of their own, by the texts that describe them.
import { contentFolder } from "../layout.ts";
import type { Page } from "../page/page.ts";
import { fileFor, fileMeantBy, type Assets } from "./assets.ts";

/** `path` leads from the root of the project. */
export type OwnPicture = { path: string; sha256: string };

/** By the index of the unit that describes them. */
export type OwnPictures = ReadonlyMap<number, readonly OwnPicture[]>;

export function ownPicturesOf(page: Page, language: string, assets: Assets): OwnPictures {
  const found = new Map<number, OwnPicture[]>();
  for (const file of [...page.headImages, ...page.images]) {
    const meant = fileMeantBy(file.href, page.id, assets.source);
    const shown = fileFor(file, page.id, language, assets);
    if (file.alt === undefined || !shown || typeof meant !== "object" || shown.path === meant.path) continue;
    const pictures = found.get(file.alt) ?? [];
    found.set(file.alt, pictures);
    const path = `${contentFolder}/${shown.path}`;
    if (!pictures.some((one) => one.path === path)) pictures.push({ path, sha256: shown.file.sha256 });
  }
  return found;
}
