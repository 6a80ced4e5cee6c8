// What a message says in English, for tests that look at the words.
import type { Message } from "../src/core/messages/message.ts";
import { sentence } from "../src/core/messages/sentence.ts";

/** Empty for none. */
export function said(message: Message | undefined): string {
  return message === undefined ? "" : sentence(message, "en");
}
