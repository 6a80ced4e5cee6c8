// Rules `bidi` and `whitespace`: characters that no one sees as what they are hide words from readers and from rules.
import { unseenCharactersIn, type UnseenCharacter } from "../characters.ts";
import type { TextFinding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";

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

function reasonFor({ name, kind, plain = "" }: UnseenCharacter): Message {
  switch (kind) {
    case "bidi":
      return message("unseen.bidi", { name });
    case "invisible":
      return message("unseen.invisible", { name });
    case "form":
      return message("unseen.form", { name, plain });
    case "look-alike":
      return message("unseen.look-alike", { name });
  }
}
