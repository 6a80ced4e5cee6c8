// The pseudo engine: needs no program, no key and no network.
import type { Engine } from "../../core/draft/engine.ts";
import { pseudoTranslation } from "../../core/draft/pseudo.ts";
import type { Language } from "../../core/language/language.ts";

/** Opens the engine that marks and stretches text instead of translating it. */
export function openPseudo(direction: Language["direction"]): Engine {
  return {
    name: "pseudo",
    batches: (questions) => (questions.length > 0 ? [[...questions]] : []),
    answer: async (questions) =>
      questions.map((question) => ({ text: pseudoTranslation(question, direction), billed: 0 })),
    close: async () => {},
  };
}
