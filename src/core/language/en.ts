// English.
import type { Language } from "./language.ts";

export const en: Language = {
  code: "en",
  name: "English",
  direction: "ltr",
  labels: {
    footnotes: "Footnotes",
    backToReference: (reference) => `Back to reference ${reference}`,
  },
};
