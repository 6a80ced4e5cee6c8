// Which files a page may show or lead to: a list of endings, since anything else may run in a reader's browser or machine.
import { endingOf } from "../layout.ts";

/** Pictures that browsers show. */
export const imageEndings: readonly string[] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

/** Documents, sound and film: none of them runs anything by itself. */
export const documentEndings: readonly string[] = [
  ...[".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub", ".txt", ".csv", ".ics", ".vcf"],
  ...[".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".vtt"],
];

export function isImagePath(path: string): boolean {
  return endingOf(path, imageEndings) !== undefined;
}

/** Whether a file with this name may be published at all. */
export function mayBePublished(path: string): boolean {
  return endingOf(path, [...imageEndings, ...documentEndings]) !== undefined;
}

/** The ending of a name as it is written; empty for none. */
export function writtenEnding(path: string): string {
  return /\.[^./]*$/u.exec(path)?.[0] ?? "";
}
