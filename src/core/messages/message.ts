// What the product says, as data: an id with its values. The sentence is made at the edge, in the reader's language.
import type { en } from "./en.ts";
import type { Said } from "./said.ts";

/** The sentences of one language, by id. */
export type Sentences = typeof en;
export type MessageId = keyof Sentences;

type Given<Value> = Value extends Said ? Message : Value extends readonly Said[] ? readonly Message[] : Value;

/** The values that a message of this id has: texts, numbers, and messages that its sentence is made from. */
export type ValuesOf<Id extends MessageId> =
  Parameters<Sentences[Id]> extends [infer Values] ? { [Name in keyof Values]: Given<Values[Name]> } : undefined;

type Value = string | number | Message | readonly string[] | readonly Message[];

/** Made by `message` only. It survives JSON, so that it can be kept, and sent from one thread to another. */
export type Message = { id: MessageId; values?: Readonly<Record<string, Value>> };

/** Makes a message; the values are those that its sentence has. */
export function message<Id extends MessageId>(
  id: Id,
  ...[values]: ValuesOf<Id> extends undefined ? [] : [values: ValuesOf<Id>]
): Message {
  return values === undefined ? { id } : { id, values };
}
