// Rows: B is named in an aside on A, by a verb for naming: "A (what we used to call B)", "A, people call it B, ...".
import type { Row } from "../rows.ts";

export const namingRows: readonly Row[] = [
  {
    id: "a-people-call-it-b",
    turn: "aside",
    says: "apposition",
    gap: ":comma plain|we{0,3} call it",
    like: { nb: ["IMS, folk kaller det akupunktur, er trygt."], en: ["IMS, people call it acupuncture, is safe."] },
    unlike: { nb: ["IMS, akupunktur"] },
  },
  {
    id: "a-what-we-used-to-call-b",
    turn: "aside",
    says: "apposition",
    gap: ":open|:dash it|relative|namely plain|we|it|relative|call|link|that|as|:comma{0,8} call",
    like: {
      da: ["Akupunkturen (det, vi før kaldte IMS) varer en halv time."],
      pl: ["Nasza akupunktura (to, co kiedyś nazywaliśmy suchym igłowaniem) trwa pół godziny."],
    },
    unlike: { nb: ["IMS, akupunktur"] },
  },
  {
    id: "a-many-call-it-b",
    turn: "aside",
    says: "apposition",
    gap: ":open|:dash plain|we|it{0,3} call it",
    like: {
      nn: ["Eg elskar akupunkturen (dei kallar han IMS) her, fem stjerner!"],
      en: ["I love the acupuncture (they call it dry needling) here, five stars!"],
      pl: ["Uwielbiam tutejszą akupunkturę (nazywają ją suchym igłowaniem), pięć gwiazdek!"],
    },
    unlike: { nb: ["IMS, akupunktur"] },
  },
  {
    id: "a-so-doctors-call-b",
    turn: "aside",
    says: "apposition",
    gap: ":dash|:open|:colon thus|it plain|we|the|copula|relative{0,8} call plain|we|the|copula|relative{0,8}",
    like: {
      nb: ["IMS – det kaller legene nå akupunktur."],
      nn: ["IMS – det kallar legane no akupunktur."],
      sv: ["IMS – så kallar läkare i dag akupunktur."],
      da: ["IMS – sådan omtaler læger i dag akupunktur."],
      de: ["Dry Needling – so nennen Ärzte heute die Akupunktur."],
      pl: ["Suche igłowanie – tak lekarze nazywają dziś akupunkturę."],
    },
    unlike: { nb: ["IMS, akupunktur"], de: ["Dry Needling – so nennen wir die Akupunktur nicht."] },
  },
];
