// What git leaves in a file when two versions of it could not be merged: it is two files at once and cannot be used.
import type { Mistake } from "./yaml.ts";

/** The first conflict mark of git in a text. A line of `=======` alone can be a heading, so it does not count. */
export function conflictMarkIn(text: string): Mistake | undefined {
  const mark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/mu.exec(text);
  if (!mark) return undefined;
  return {
    start: mark.index,
    end: mark.index + mark[0].length,
    reason: "This is left over from a merge of git: choose one of the two sides, and remove the marks.",
    expected: [],
  };
}
