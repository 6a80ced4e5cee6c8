// The type of a value that is a message itself: a sentence gets it said in the reader's language.

declare const said: unique symbol;

/** In a message it is a message; in the sentence it is that message's text. */
export type Said = string & { readonly [said]: true };
