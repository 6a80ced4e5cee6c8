// Swedish.
import type { Language } from "./language.ts";

export const sv: Language = {
  code: "sv",
  name: "Swedish",
  direction: "ltr",
  labels: {
    footnotes: "Fotnoter",
    backToReference: (reference) => `Tillbaka till hänvisning ${reference}`,
  },
};
