// Abbreviations that end in a full stop which does not end a sentence, by base language.

const nordic =
  "adr. al. ang. art. aug. avd. bd. bl.a. ca. cand. dec. des. div. dr. dvs. e.kr. e.l. eks. ekskl. el. etc. ev. evt. f.eks. f.kr. f.o.m. feb. ff. fig. forf. forts. frk. gj.sn. hhv. hr. ifm. ift. iht. inkl. jan. jf. jfr. jnr. kap. kl. kr. lic. m.a. m.fl. m.m. m.v. mag. maks. maks.temp. mfl. mht. mill. min. mnd. mrd. mrk. mvh. nov. nr. o.a. o.l. obs. off. okt. osv. p.g.a. p.t. pga. pkt. pr. prof. ref. red. s. s.k. sek. sen. sept. spes. st. stk. t.o.m. tab. tbl. tlf. ts. utg. vedr. vha. vol. vs.";

/** Lower-case, as they stand in text; of several words the last. */
const abbreviations: Readonly<Record<string, string>> = {
  nb: nordic,
  nn: `${nordic} dess. i.e. jamfør. m.o. t.d. tilsv.`,
  da: `${nordic} adj. bl. d.v.s. eksl. fhv. fx. hhv. ift. jvf. kbh. mdr. mio. mm. mv. ndf. ovf. sml. t.eks.`,
  sv: "al. ang. art. aug. avd. bl.a. ca. d.v.s. dec. doc. dr. dvs. e.kr. ekv. el. em. etc. ev. ex. exkl. f.d. f.kr. f.n. feb. fig. fm. forts. fr.o.m. hr. ifr. inkl. jan. jfr. kap. kl. kr. leg. lic. m.a.o. m.fl. m.m. mag. maj. max. min. nov. nr. o.d. o.s.v. obs. okt. osv. p.g.a. pga. prof. red. ref. resp. s. s.a.s. s.k. sek. sept. sid. sk. st. t.ex. t.o.m. t.v. tab. tel. tex. tfn. tr. ung. utg. vol.",
  en: "al. approx. apr. assoc. aug. ave. ca. cf. ch. chap. col. corp. dec. dept. dr. e.g. ed. eds. eq. esp. est. etc. excl. ext. feb. fig. figs. gen. i.e. inc. incl. jan. jr. ltd. max. messrs. min. mr. mrs. ms. mt. no. nos. nov. oct. op. p. pp. prof. ref. refs. resp. rev. sec. sen. sep. sept. sr. st. tel. vol. vs. viz.",
  de: "abb. abs. al. allg. anm. apr. art. aug. ausg. bd. bes. best. bspw. bzgl. bzw. ca. chr. d.h. dez. dipl. dr. ebd. einschl. etc. evtl. exkl. feb. fr. frl. gem. ggf. ggfs. hr. hrn. hrsg. i.d.r. inkl. jan. jh. jr. kap. lt. max. med. min. mind. mio. mrd. nov. nr. o.ä. okt. prof. rd. s. sep. sept. sog. std. stk. str. tab. tel. u.a. u.ä. usw. v.a. vgl. z.b. z.t. zit. zzgl.",
  pl: "al. art. dr. dyr. gen. godz. hab. im. in. inż. itd. itp. jw. kpt. lek. m.in. maks. mec. mies. min. mgr. nast. np. nr. ok. os. pkt. pl. płk. pow. pp. prof. przyp. pt. red. rozdz. rys. s. sp. sek. st. str. szt. śp. św. tab. tel. tj. tys. tzn. tzw. ul. ust. wg. woj. ww. wyd. z o.o. zł. zob.",
  uk: "англ. бул. вул. гр. грн. д.м.н. див. доц. др. зав. заст. ім. ін. і т.д. і т.п. канд. кв. кг. коп. м. мал. мед. млн. млрд. напр. наук. обл. оз. о. п. пл. пор. прим. проп. проф. просп. р. рис. рр. розд. с. св. см. стор. ст. т.з. та ін. тел. тис. тобто. хв. хвил. укр. год. чол.",
  ar: "د. أ. م. ص. هـ.",
};

const sets = new Map<string, ReadonlySet<string>>();

/** The abbreviations of a language code, as a set of last words. */
export function abbreviationsOf(code: string): ReadonlySet<string> {
  const base = code.split("-")[0] ?? "";
  const known = sets.get(base);
  if (known) return known;
  const set = new Set((abbreviations[base] ?? "").split(" ").filter((word) => word.endsWith(".")));
  sets.set(base, set);
  return set;
}

/** Whether months and other nouns begin with a capital, so that "6. Januar" cannot be told from the end of a sentence. */
export function hasCapitalMonths(code: string): boolean {
  return /^de\b/u.test(code);
}
