// Rows: A or B spoken of as a word, and what is done under a name.
import type { Row } from "../rows.ts";

export const wordRows: readonly Row[] = [
  {
    id: "for-a-the-word-b-is-used",
    turn: "first",
    says: "apposition",
    gap: "plain|standsFor|link|copula|call|classed|we|also{0,5} word",
    hasNear: "standsFor|call|classed",
    unlessAfter: "not",
    like: {
      de: ["Für Dry Needling ist auch der Begriff Akupunktur gebräuchlich."],
      pl: ["Na akupunkturę używa się też słowa IMS."],
    },
    unlike: {
      nb: ["Vi har akupunktur, og nåler brukes ofte om dagen ved IMS.", "Til akupunktur passer ordet IMS dårlig."],
      de: ["Für Dry Needling ist das Wort Akupunktur nicht üblich."],
    },
  },
  {
    id: "the-word-a-is-used-for-b",
    turn: "first",
    says: "predicate",
    before: "word",
    gap: "plain|standsFor|copula|link|as|not*",
    has: "standsFor",
    like: {
      nb: ["Begrepet akupunktur brukes ofte om IMS."],
      nn: ["Omgrepet akupunktur vert ofte brukt om IMS."],
      da: ["Begrebet akupunktur bruges ofte om IMS."],
      sv: ["Begreppet akupunktur används ofta om IMS."],
      en: ["The term acupuncture is often used for dry needling."],
    },
    unlike: {
      nb: [
        "Navnet IMS brukes for å skille behandlingen fra akupunktur.",
        "Ordet akupunktur passer dårlig på IMS.",
        "Akupunktur brukes også om pasienter med IMS.",
      ],
    },
  },
  {
    id: "under-the-name-a-we-offer-b",
    turn: "first",
    says: "predicate",
    before: "instance",
    gap: "plain|link|classed|include|call|we{1,6}",
    like: {
      de: ["Unter dem Namen Akupunktur firmiert bei uns Dry Needling."],
      nb: ["Under navnet akupunktur tilbyr vi IMS."],
    },
    unlike: { sv: ["Vi har ersatt akupunktur med IMS."], nb: ["Under navnet akupunktur finnes mye, men vi gir IMS."] },
  },
  {
    id: "it-is-a-when-we-do-b",
    turn: "first",
    says: "predicate",
    before: "copula|classed",
    gap: ":comma? when we plain|link|the{0,3}",
    like: {
      nb: ["Det er akupunktur når vi setter IMS."],
      nn: ["Det er akupunktur når vi set IMS."],
      sv: ["Det är akupunktur när vi gör IMS."],
      da: ["Det er akupunktur, når vi laver IMS."],
      en: ["It is acupuncture when we do dry needling."],
      de: ["Es handelt sich um Akupunktur, wenn wir Dry Needling machen."],
    },
    unlike: {
      en: [
        "We stopped offering acupuncture when we introduced IMS.",
        "It is acupuncture when dry needling is not enough.",
      ],
    },
  },
  {
    id: "it-is-a-when-do-b",
    turn: "first",
    says: "predicate",
    grammar: "freeOrder",
    before: "copula|classed",
    gap: ":comma? when plain|link|the|we{1,4}",
    like: { pl: ["To akupunktura, gdy robimy suche igłowanie."] },
    unlike: {
      pl: [
        "To akupunktura, gdy igły idą po meridianach, a my robimy suche igłowanie.",
        "Wolę akupunkturę, gdy robimy suche igłowanie.",
      ],
      en: ["It is acupuncture when the dry needling hurts."],
    },
  },
  {
    id: "to-a-belongs-b",
    turn: "first",
    says: "predicate",
    governor: "link|within",
    bare: true,
    gap: "belongs plain|also|the{0,4}",
    like: {
      de: ["Zur Akupunktur gehört heute auch das Dry Needling."],
    },
    unlike: {
      nb: ["Fra akupunktur til IMS: vår historie"],
      nn: ["Til skilnad frå akupunktur går IMS rett i muskelen."],
      de: ["Zur Akupunkturausbildung gehört auch Dry Needling."],
    },
  },
  {
    id: "under-a-you-find-b",
    turn: "first",
    says: "predicate",
    governor: "within",
    bare: true,
    gap: "include plain|also|the{0,4}",
    like: {
      nb: ["Under akupunktur finner du IMS.", "Til akupunktur hører også IMS."],
      da: ["Til akupunktur hører også IMS."],
      sv: ["Till akupunktur hör också IMS."],
    },
    unlike: {
      nb: [
        "Ved siden av akupunktur finner du IMS.",
        "Under akupunkturkurset finner du IMS.",
        "Til akupunktur trenger du ro, og IMS tar lenger tid.",
      ],
    },
  },
];
