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
