// Arabic.
import { arComparison } from "./compare/ar.ts";
import { arCues } from "./cues/ar.ts";
import type { Language } from "./language.ts";

export const ar: Language = {
  code: "ar",
  name: "Arabic",
  ownName: "العربية",
  direction: "rtl",
  labels: {
    footnotes: "الحواشي",
    backToReference: (reference) => `العودة إلى المرجع ${reference}`,
    isNot: (one, other) => `${one} ليس ${other}`,
    alerts: {
      note: "ملاحظة",
      tip: "نصيحة",
      important: "مهم",
      warning: "تحذير",
      caution: "تنبيه",
    },
  },
  words: {
    endings: ["ات", "ة", "ت", "ين", "ون", "ان", "ية", "ي", "ه", "ها", "هم", "نا"],
    stems: [{ ending: "ة", becomes: "", bare: true }],
    prefixes: ["ال", "و", "ف", "ب", "ل", "ك", "لل", "وال", "بال", "فال", "كال", "ولل"],
    organisations: "جمعية رابطة معهد أكاديمية عيادة مركز مدرسة مؤسسة".split(" "),
  },
  cues: arCues,
  comparison: arComparison,
};
