// What a person typed or pasted, without what no text of its kind may hold.
import { withoutForbidden } from "./shown-text.ts";

/** Without control characters; ends of lines are blanks where the texts have none. */
export function cleanInput(input: string, linesAllowed: boolean): string {
  const clean = withoutForbidden(input.replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, "\n"));
  return linesAllowed
    ? clean
    : clean
        .replaceAll(/\n$/gu, "")
        .replaceAll(/[\t ]*\n\s*/gu, " ")
        .replaceAll("\t", " ");
}
