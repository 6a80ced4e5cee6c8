// Danish.
import type { Language } from "./language.ts";

export const da: Language = {
  code: "da",
  name: "Danish",
  direction: "ltr",
  labels: {
    footnotes: "Fodnoter",
    backToReference: (reference) => `Tilbage til henvisning ${reference}`,
  },
};
