// Norwegian Nynorsk.
import type { Language } from "./language.ts";

export const nn: Language = {
  code: "nn",
  name: "Norwegian Nynorsk",
  direction: "ltr",
  labels: {
    footnotes: "Fotnotar",
    backToReference: (reference) => `Tilbake til referanse ${reference}`,
  },
};
