// Something wrong with a file as such: what keeps it from being read or used, or looks like a slip.
import type { Message } from "./messages/message.ts";

/** Offsets are UTF-16 offsets into the file's text (`end` is exclusive); `expected` is what to write there instead. */
export type Mistake = { start: number; end: number; reason: Message; expected: string[] };
