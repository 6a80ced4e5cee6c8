// German.
import type { Language } from "./language.ts";

export const de: Language = {
  code: "de",
  name: "German",
  direction: "ltr",
  labels: {
    footnotes: "Fußnoten",
    backToReference: (reference) => `Zurück zum Verweis ${reference}`,
  },
};
