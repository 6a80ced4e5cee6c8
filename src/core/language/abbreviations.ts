// Abbreviations that end in a full stop which does not end a sentence, by base language.

const nordic =
  "bl.a. ca. dvs. f.eks. m.fl. m.m. osv. pga. evt. ev. inkl. ekskl. jf. kl. nr. tlf. dr. fig. kap. kr. maks. min. obs. s. t.o.m. f.o.m. mvh. et al. avd. hhv. iht. mht. ift. ifm. vedr. spes. st. stk. pkt. red. utg.";

/** Lower-case, as they stand in text. */
const abbreviations: Readonly<Record<string, string>> = {
  nb: nordic,
  nn: `${nordic} m.a. t.d. dvs. o.l.`,
  da: `${nordic} fx. m.v. o.a. mio.`,
  sv: "bl.a. ca. dvs. t.ex. m.fl. m.m. osv. p.g.a. ev. inkl. exkl. jfr. kl. nr. tfn. dr. fig. kap. kr. max. min. obs. s. t.o.m. fr.o.m. et al. resp. st. avd. s.k.",
  en: "e.g. i.e. etc. approx. ca. cf. dr. mr. mrs. ms. prof. vs. no. fig. ch. p. pp. al. incl. st. tel. min. max. jr. sr. resp. dept. vol.",
  de: "z.b. d.h. u.a. usw. bzw. ca. dr. prof. nr. tel. abb. kap. s. evtl. ggf. inkl. exkl. max. min. o.ä. u.ä. sog. vgl. al. str. bspw. mind. st. z.t.",
  pl: "np. tj. tzn. itp. itd. m.in. ok. dr. prof. nr. tel. godz. ul. rys. rozdz. str. al. in. ww. tzw. pkt. min. maks. inż. hab.",
  uk: "напр. тобто. та ін. і т.д. і т.п. ім. вул. тел. рис. див. стор. др. проф. хв. год. грн.",
  ar: "د. أ. م. ص. هـ.",
};

/** The abbreviations of a language code, as a set of last words. */
export function abbreviationsOf(code: string): ReadonlySet<string> {
  return new Set((abbreviations[code.split("-")[0] ?? ""] ?? "").split(" ").filter((word) => word !== ""));
}
