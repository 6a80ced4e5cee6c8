// Arabic.
import { arComparison } from "./compare/ar.ts";
import { arCues } from "./cues/ar.ts";
import type { Language } from "./language.ts";

export const ar: Language = {
  code: "ar",
  name: "Arabic",
  ownName: "العربية",
  direction: "rtl",
  openGraphLocale: "ar_AR",
  labels: {
    footnotes: "الحواشي",
    backToReference: (reference) => `العودة إلى المرجع ${reference}`,
    table: "جدول",
    embed: {
      languages: "اللغة",
      notInLanguage: "هذا النص غير متوفر بالعربية. وهو معروض هنا بلغته الأصلية.",
      notAvailable: "هذا النص غير متوفر حاليًا.",
      notLoaded: "تعذّر تحميل النص. يُرجى المحاولة لاحقًا.",
    },
    isNot: (one, other) => `${one} ليس ${other}`,
    outdated: {
      since: (date) => `هذا النص بتاريخ ${date}. ويجري إعداد نسخة أحدث منه.`,
      undated: "يجري إعداد نسخة أحدث من هذا النص.",
    },
    alerts: {
      note: "ملاحظة",
      tip: "نصيحة",
      important: "مهم",
      warning: "تحذير",
      caution: "تنبيه",
    },
  },
  provenance: {
    translatedFrom: (language) => `ترجمة من ${language}`,
    languages: {
      ar: "العربية",
      da: "الدنماركية",
      de: "الألمانية",
      en: "الإنجليزية",
      nb: "النرويجية",
      nn: "النينوشك",
      pl: "البولندية",
      sv: "السويدية",
      uk: "الأوكرانية",
    },
    checkedBy: (names) => `مراجعة: ${names}`,
    original: "النص الأصلي",
    comma: "، ",
    and: " و",
    date: (day, month, year) => `${day} ${month} ${year}`,
    months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
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
