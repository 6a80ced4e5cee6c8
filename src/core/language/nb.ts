// Norwegian Bokmål.
import type { Language } from "./language.ts";

export const nb: Language = {
  code: "nb",
  name: "Norwegian Bokmål",
  direction: "ltr",
  labels: {
    footnotes: "Fotnoter",
    backToReference: (reference) => `Tilbake til referanse ${reference}`,
  },
};
