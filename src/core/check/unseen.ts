// Rules `bidi` and `whitespace`: characters that no one sees as what they are hide words from readers and from rules.
import { unseenCharactersIn, type UnseenCharacter } from "../characters.ts";
import type { TextFinding } from "../finding.ts";

/** Findings on the unseen characters of a text, with what to write in their place. */
export function checkUnseen(text: string): TextFinding[] {
  return unseenCharactersIn(text).map((unseen) => ({
    ruleId: unseen.kind === "bidi" ? "bidi" : "whitespace",
    start: unseen.start,
    end: unseen.end,
    reason: reasonFor(unseen),
    expected: unseen.plain === undefined ? [] : [unseen.plain],
  }));
}

function reasonFor({ name, kind, plain }: UnseenCharacter): string {
  switch (kind) {
    case "bidi":
      return `A mark that no one sees (${name}) can show this text in another order; delete it.`;
    case "invisible":
      return `A character that no one sees (${name}) stands here; delete it.`;
    case "form":
      return `${name} only looks like "${plain}"; write plain letters and digits.`;
    case "look-alike":
      return `This word has letters of another script that look like its own (${name}); type it anew.`;
  }
}
