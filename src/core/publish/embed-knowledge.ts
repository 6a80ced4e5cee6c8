// What `embed.js` knows of fragments and languages: a build writes it before the program, which runs in browsers.
import type { Language } from "../language/language.ts";

/** Found by the program under the name `malvakt`. */
export type EmbedKnowledge = {
  /** Attributes that any element may have. */
  attributes: readonly string[];
  /** The elements that a fragment may hold, with the attributes of their own. */
  elements: Readonly<Record<string, readonly string[]>>;
  /** Sentences for readers, by language. */
  words: Readonly<Record<string, Language["labels"]["embed"]>>;
};
