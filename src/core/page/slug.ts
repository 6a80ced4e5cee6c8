// What a slug may be: the path of a page in its address.
import { folderOfIndex } from "../layout.ts";
import { unseenCharactersIn } from "../characters.ts";
import { message, type Message } from "../messages/message.ts";
import { isOfOneScript } from "../scripts.ts";

/** The most bytes of one part of a slug: with its endings it must be a file's name on every disk (255). */
const longestPart = 200;

/** Names that Windows keeps for devices, and names that programs in JavaScript lose. */
const unholdable = /^(?:con|prn|aux|nul|com\d|lpt\d|__proto__|prototype|constructor)$/iu;

/** A part of a slug begins with a letter or digit: a hyphen could be taken for an option. */
const slugPart = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/**
 * A slug is a relative path of plain parts: letters of one script, digits, hyphens and underscores, as readers see them,
 * and no names that some system or program cannot hold. Wherever a slug comes from, this decides.
 */
export function isSlug(slug: string): boolean {
  return slugMistake(slug) === undefined;
}

/** What is wrong with a slug. */
export function slugMistake(slug: string): Message | undefined {
  const parts = slug.split("/");
  const isLong = slug.length > 200 || parts.some((part) => new TextEncoder().encode(part).length > longestPart);
  if (isLong || !parts.every((part) => slugPart.test(part))) return message("must.be-slug");
  const name = parts.find((part) => unholdable.test(part));
  if (name !== undefined) return message("must.be-storable", { name });
  if (isOfOneScript(slug) && unseenCharactersIn(slug).length === 0 && slug.normalize("NFKC") === slug.normalize("NFC"))
    return undefined;
  return message("must.be-plain-letters");
}

/**
 * The slug of a page that says none: its id, folders included. A part that is no slug is made one as the ids of headings
 * are, but blanks and dots become hyphens. The page of a folder has the folder's, that of the root an empty one.
 */
export function slugOf(pageId: string): string {
  return (folderOfIndex(pageId) ?? pageId)
    .split("/")
    .map((part) => (slugPart.test(part) ? part : madeSlug(part)))
    .join("/");
}

function madeSlug(name: string): string {
  const hyphened = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-");
  return hyphened.replaceAll(/^-|-$/gu, "");
}

/** The slug that was meant by one that cannot be; none where only a person can say. */
export function slugAdvice(slug: string): string[] {
  const made = slug
    .split("/")
    .map(madeSlug)
    .filter((part) => part !== "")
    .join("/");
  return made !== slug && isSlug(made) ? [made] : [];
}
