// Arabic.
import type { Language } from "./language.ts";

export const ar: Language = {
  code: "ar",
  name: "Arabic",
  direction: "rtl",
  labels: {
    footnotes: "الحواشي",
    backToReference: (reference) => `العودة إلى المرجع ${reference}`,
  },
};
