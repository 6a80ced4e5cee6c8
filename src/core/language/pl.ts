// Polish.
import type { Language } from "./language.ts";

export const pl: Language = {
  code: "pl",
  name: "Polish",
  direction: "ltr",
  labels: {
    footnotes: "Przypisy",
    backToReference: (reference) => `Powrót do odnośnika ${reference}`,
  },
};
