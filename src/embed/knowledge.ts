// What a build writes before this program: what fragments may hold, and sentences for readers.
import type { EmbedKnowledge } from "../core/publish/embed-knowledge.ts";

declare const malvakt: EmbedKnowledge;

/** Attributes and elements of fragments; anything else in one is foreign. */
export const { attributes, elements, words } = malvakt;
