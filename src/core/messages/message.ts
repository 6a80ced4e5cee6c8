// What the product says, as data: an id with its values. The sentence is made at the edge, in the reader's language.
import type { en } from "./en.ts";

/** The sentences of one language, by id. */
export type Sentences = typeof en;
export type MessageId = keyof Sentences;

/** The values that a message of this id has. */
export type ValuesOf<Id extends MessageId> = Parameters<Sentences[Id]>[0];

/** A message survives JSON, so that it can be kept, and sent from one thread to another. */
export type Message = { [Id in MessageId]: { id: Id; values: ValuesOf<Id> } }[MessageId];

/** Makes a message. */
export function message<Id extends MessageId>(id: Id, values: ValuesOf<Id>): Message {
  return { id, values };
}
