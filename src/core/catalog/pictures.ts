// Texts that were approved with another picture than the one that they describe now.
import type { Entry } from "./entry.ts";
import { readLines } from "./lines.ts";
import { ownPicturesIn, withNotes } from "./remarks.ts";
import { approvalOf } from "./state.ts";

/**
 * What has become of the picture of a text that had an approval. `changed`: the approval holds for the picture that the
 * file names, which is another one, or gone. `unsure`: it was for another text or another picture.
 */
export type PictureChange = { picture: string; kind: "changed" | "unsure" };

export function pictureChangeOf(entry: Entry, language: string): PictureChange | undefined {
  if (entry.obsolete || entry.translation === "" || approvalOf(entry, language)) return undefined;
  const now = ownPicturesIn(entry.notes);
  const before = ownPicturesIn(notesInFile(entry));
  const picture = [...now, ...before].map(({ path }) => path).find((path) => path !== "");
  if (picture === undefined) return undefined;
  const isAsBefore = String(now.map(({ hash }) => hash)) === String(before.map(({ hash }) => hash));
  if (!isAsBefore && approvalOf(withNotes(entry, notesInFile(entry)), language)) return { picture, kind: "changed" };
  const hadApproval = readLines(entry.comments).some(({ line }) => line?.kind === "approved" && !line.old);
  return now.length > 0 && hadApproval ? { picture, kind: "unsure" } : undefined;
}

/** Whether the file names other pictures than those that the text describes now. */
export function arePicturesOutdated(entry: Entry): boolean {
  if (entry.obsolete || !entry.origin) return false;
  return JSON.stringify(ownPicturesIn(entry.notes)) !== JSON.stringify(ownPicturesIn(notesInFile(entry)));
}

function notesInFile({ origin }: Entry): string[] {
  return (origin?.lines ?? "").split("\n").flatMap((line) => /^#\.[ \t]*(\S.*?)[ \t\r]*$/u.exec(line)?.[1] ?? []);
}
