// Ukrainian.
import type { Language } from "./language.ts";

export const uk: Language = {
  code: "uk",
  name: "Ukrainian",
  direction: "ltr",
  labels: {
    footnotes: "Примітки",
    backToReference: (reference) => `Назад до посилання ${reference}`,
  },
};
