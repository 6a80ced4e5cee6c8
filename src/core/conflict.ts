// What git leaves in a file when two versions of it could not be merged: it is two files at once and cannot be used.
import { message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

/** The first conflict mark of git in a text. A line of `=======` alone can be a heading, so it does not count. */
export function conflictMarkIn(text: string): Mistake | undefined {
  const mark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/mu.exec(text);
  if (!mark) return undefined;
  return {
    start: mark.index,
    end: mark.index + mark[0].length,
    reason: message("file.conflict"),
    expected: [],
  };
}

/**
 * The two texts that git could not merge, each whole; none where the marks are not those of one merge. Lines that git
 * itself merged are in both, so that a side need not be a text that ever was.
 */
export function sidesOf(text: string): string[] {
  const sides: [ours: string[], theirs: string[]] = [[], []];
  let within: "both" | "ours" | "base" | "theirs" = "both";
  let found = false;
  for (const line of text.split("\n")) {
    if (within === "both" && /^<{7}(?: |$)/u.test(line)) {
      within = "ours";
      found = true;
    } else if (within === "ours" && /^\|{7}(?: |$)/u.test(line)) within = "base";
    else if ((within === "ours" || within === "base") && line === "=======") within = "theirs";
    else if (within === "theirs" && /^>{7}(?: |$)/u.test(line)) within = "both";
    else {
      if (within === "both" || within === "ours") sides[0].push(line);
      if (within === "both" || within === "theirs") sides[1].push(line);
    }
  }
  return found && within === "both" ? sides.map((lines) => lines.join("\n")) : [];
}
