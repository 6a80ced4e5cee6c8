// What an engine charges for a text: its characters as Unicode code points, tags not counted.
import { isPlain } from "../page/unit.ts";

export function chargedCharacters(context: string, text: string): number {
  return codePointsIn(isPlain(context) ? text : withoutTags(text));
}

/** Without a list of them: a text may be as long as a page. */
export function codePointsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

function withoutTags(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
