// What the rules that compare a translation with its source find. ⟨ and ⟩ mark the place; both around all is the whole.
import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/core/language/all.ts";
import { checkPair } from "../../src/core/check/pair/pair.ts";

type Row = readonly [rule: string, languages: string, source: string, target: string, expected?: string];

const number: readonly Row[] = [
  ["number", "nb sv", "Bind 43.9 fra 2013.", "Band ⟨43⟩ ⟨9⟩ från 2013.", "43.9"],
  ["number", "nb sv", "Kom kl. 10.30.", "Kom kl. ⟨10⟩ ⟨30⟩.", "10.30"],
  ["number", "nb en", "Ta 2,5 mg daglig.", "Take ⟨2,5⟩ mg daily.", "2.5 mg"],
  ["number", "nb en", "Det koster 10 000 kr.", "It costs NOK ⟨10.000⟩.", "10,000 kr"],
  ["number", "nb en", "Prisen er 1.500 kr.", "The price is ⟨1.500⟩ kr.", "1,500 kr"],
  ["number", "nb de", "Vent 20 minutter.", "⟨Warten Sie einige Minuten.⟩", "20 Minuten"],
  ["number", "nb en", "Vent 20 minutter.", "Wait ⟨20 hours⟩.", "20 minutes"],
  ["number", "nb en", "Ta 5 mg.", "Take ⟨5 g⟩.", "5 mg"],
  ["number", "nb en", "Ta 5 mg.", "Take ⟨5⟩.", "5 mg"],
  ["number", "nb pl", "Ta 5 mg.", "Weź ⟨5 g⟩.", "5 mg"],
  ["number", "nb uk", "Ta 5 mg.", "Прийміть ⟨5 г⟩.", "5 мг"],
  ["number", "nb ar", "Ta 5 mg.", "تناول ⟨5 غرام⟩."],
  ["number", "nb ar", "Ta 25 mg.", "تناول ⟨٥٢⟩ ملغ."],
  ["number", "nb en", "Kom tilbake om seks uker.", "Come back in ⟨six months⟩.", "6 weeks"],
  ["number", "nb en", "Kom tilbake om seks uker.", "Come back in ⟨four⟩ weeks.", "6 weeks"],
  ["number", "nb en", "Ta to tabletter to ganger daglig i tre uker.", "Take two tablets twice a day for ⟨four⟩ weeks."],
  ["number", "nb en", "Åpent kl. 10.30–16.00.", "Open 10:30 am to ⟨6:00 pm⟩.".replace("6:00 pm⟩", "6:00⟩ pm"), "16:00"],
  ["number", "nb en", "Sist endret 6. januar 2022.", "Last changed 6 ⟨June⟩ 2022.", "January"],
  ["number", "nb de", "Sist endret 6. januar 2022.", "Zuletzt geändert am 6.⟨⟩ Januar 2022.".replace("⟨⟩", "")],
  ["number", "nb de", "Sist endret 6. januar 2022.", "Zuletzt geändert am ⟨8⟩. Januar 2022.", "6"],
  ["number", "nb en", "Sist endret 6. januar 2022.", "Last changed 6 January ⟨2021⟩.", "2022"],
  ["number", "nb en", "Ring 116 117.", "Call ⟨116 171⟩.", "116 117"],
  ["number", "nb en", "Ring 113.", "Call ⟨911⟩.", "113"],
  ["number", "nb en", "Ring 22 12 34 56.", "Call ⟨22 12 34 65⟩.", "22 12 34 56"],
  ["number", "nb en", "Det hjelper mange.", "It helps ⟨80⟩ patients.", undefined],
  ["number", "nb en", "Det hjelper mange.", "It helps ⟨three⟩ patients."],
  ["number", "nb en", "Det hjelper 3 av 4.", "⟨It helps 3 out of them.⟩"],
  ["number", "nb en", "Rundt 25 % blir bedre.", "About ⟨25⟩ get better.", "25%"],
  ["number", "nb sv", "Rundt 25 % blir bedre.", "Omkring ⟨52⟩ % blir bättre.", "25\u00a0%"],
  ["number", "nb pl", "Behandlingen tar ti minutter.", "Zabieg trwa ⟨dziesięć godzin⟩."],
  ["number", "nb da", "Du får tolv behandlinger.", "Du får ⟨tyve⟩ behandlinger.", "tolv"],
  ["number", "nb en", "Åpent fra juni til august.", "Open from June to ⟨October⟩.", "August"],
  ["number", "nb en", "Vent to uker.", "⟨Wait some weeks.⟩", "2 weeks"],
  ["number", "nb en", "Blodtrykket er 140/90.", "Your blood pressure is ⟨140/80⟩."],
  ["number", "nb de", "Start med 1,5 kg.", "Beginnen Sie mit ⟨15⟩ kg.", "1,5 kg"],
  ["number", "nb en", "Du får tre til fem behandlinger.", "You will have ⟨two⟩ to five treatments.", "three"],
  ["number", "nb en", "Det tar tre til fire minutter.", "It takes three to ⟨five⟩ minutes."],
  ["number", "nb en", "Det tar 2,5 timer.", "It takes ⟨three and a half⟩ hours."],
  [
    "number",
    "nb en",
    "Det tar tre til fire minutter, og du får tre til fem behandlinger.",
    "It takes three to four minutes, and you will have ⟨four⟩ to five treatments.",
    "three",
  ],
  ["number", "nb en", "Side 620-634.", "Pages 620–⟨643⟩.", "634"],
];

const laterality: readonly Row[] = [
  ["laterality", "nb en", "Smerter i venstre kne.", "Pain in your ⟨right⟩ knee.", "left"],
  ["laterality", "nb en", "Smerter i høyre skulder.", "⟨Pain in your shoulder.⟩", "right"],
  ["laterality", "nb en", "Smerter i kneet.", "Pain in your ⟨left⟩ knee."],
  ["laterality", "nb de", "Smerter i venstre kne.", "Schmerzen im ⟨rechten⟩ Knie."],
  ["laterality", "nb de", "Snu deg mot høyre.", "Drehen Sie sich nach ⟨links⟩.", "rechts"],
  ["laterality", "nb pl", "Smerter i venstre kne.", "Ból ⟨prawego⟩ kolana."],
  ["laterality", "nb pl", "Snu deg mot høyre.", "Obróć się w ⟨lewo⟩."],
  [
    "laterality",
    "nb sv",
    "Høyre og venstre arm, så venstre ben.",
    "Höger och vänster arm, sedan ⟨höger⟩ ben.",
    "vänster",
  ],
  ["laterality", "nb da", "Venstresidige smerter.", "⟨Højresidige⟩ smerter.", "venstre"],
  ["laterality", "nb nn", "Høyre arm.", "⟨Venstre⟩ arm.", "høgre"],
  ["laterality", "nb uk", "Smerter i venstre kne.", "Біль у ⟨правому⟩ коліні."],
  ["laterality", "nb ar", "Smerter i venstre kne.", "ألم في الركبة ⟨اليمنى⟩."],
  ["laterality", "nb en", "Sammenlign høyre og venstre side.", "⟨Compare the sides.⟩"],
];

const negation: readonly Row[] = [
  ["negation", "nb en", "Du skal ikke trene.", "⟨You should exercise.⟩"],
  ["negation", "nb en", "Du skal trene.", "You should ⟨not⟩ exercise."],
  ["negation", "nb en", "Ring oss. Du må ikke vente.", "Call us. ⟨You must wait.⟩"],
  ["negation", "nb de", "Bruk aldri varme.", "⟨Verwenden Sie Wärme.⟩"],
  ["negation", "nb de", "Bruk varme.", "Verwenden Sie ⟨keine⟩ Wärme."],
  ["negation", "nb pl", "Du trenger ikke henvisning.", "⟨Potrzebujesz skierowania.⟩"],
  ["negation", "nb sv", "Du trenger ikke henvisning.", "⟨Du behöver remiss.⟩"],
  ["negation", "nb da", "Uten bedøvelse.", "⟨Med bedøvelse.⟩"],
  ["negation", "nb nn", "Du skal ikke trene.", "⟨Du skal trene.⟩"],
  ["negation", "nb uk", "Ikke bruk varme.", "⟨Використовуйте тепло.⟩"],
  ["negation", "nb ar", "Ikke bruk varme.", "⟨استخدم الحرارة.⟩"],
  ["negation", "nb en", "Det gjør vondt.", "It doe⟨⟩s hurt.".replace("⟨⟩", "")],
  ["negation", "nb en", "Det gjør vondt.", "It ⟨doesn’t⟩ hurt."],
];

const untranslated: readonly Row[] = [
  ["untranslated", "nb en", "Les mer om hva vi behandler.", "⟨Les mer om hva vi behandler.⟩"],
  ["untranslated", "nb de", "Bestill time på nett.", "⟨Bestill time på nett.⟩"],
  ["untranslated", "nb da", "Du trenger ikke noen henvisning.", "⟨Du trenger ikke noen henvisning.⟩"],
  ["untranslated", "nb sv", "Hvor gjør det vondt?", "⟨Hvor gjør det vondt?⟩"],
  [
    "untranslated",
    "nb en",
    "Vi behandler nakke, rygg og skuldre hver dag.",
    "We treat neck, ⟨rygg og skuldre hver⟩ day.",
  ],
  ["untranslated", "nb en", "Vi bruker trykkbølge mot smerter.", "We use ⟨trykkbølge⟩ for pain."],
  ["untranslated", "nb da", "Vi bruker tørrnåling.", "Vi bruger ⟨*⟩tørrnåling.", ""],
  ["untranslated", "nb sv", "Daniel Strengelsrud", "Daniel ⟨@⟩Strengelsrud"],
  ["untranslated", "nb nn", "Det er stivhet.", "Det er ⟨#⟩stivheit."],
  ["untranslated", "nb en", "Smerter & plager", "Pain ⟨&amp;⟩ problems", "&"],
  ["untranslated", "nb en", "Det er ikke farlig.", "It isn⟨&#39;⟩t dangerous.", "'"],
  ["untranslated", "nb en", "Les mer her.", 'Read ⟨<x id⟩="1"/>more here.'],
  ["untranslated", "nb en", "Les mer her.", "Read ⟨⟦⟩1⟨⟧⟩ more here."],
  ["untranslated", "nb uk", "Ring oss i dag.", "⟨Dzwońcie do nas dzisiaj.⟩"],
  ["untranslated", "nb ar", "Ring oss i dag.", "⟨Call us today please.⟩"],
  ["untranslated", "nb en", "Ring oss i dag.", "⟨Зателефонуйте нам сьогодні.⟩"],
  ["untranslated", "nb uk", "Behandling av ryggen", "Лікування ⟨cпини⟩"],
];

const length: readonly Row[] = [
  ["length", "nb en", "Ring oss hvis du har spørsmål om behandlingen.", "⟨…⟩"],
  [
    "length",
    "nb de",
    "Vi undersøker deg alltid grundig på den første konsultasjonen, og vi lager en plan sammen med deg.",
    "⟨Wir untersuchen Sie.⟩",
  ],
  [
    "length",
    "nb en",
    "Vi undersøker deg alltid.",
    "⟨We always examine you, and we also have a great deal more to say about that than anybody could ever have wished for, again and again and again.⟩",
  ],
  ["length", "nb sv", "Det skjedde i den første uken i 2022.", "Det hände under den första veckan ⟨2022⟩", "2022."],
  [
    "length",
    "nb en",
    "Du kan være øm etterpå, men det går over.",
    "You may be sore afterwards, but it ⟨will⟩",
    "will.",
  ],
  ["length", "nb ar", "Er det smertefullt for deg?", "هل هو مؤلم ⟨لك⟩", "لك?"],
];

const quotes: readonly Row[] = [
  ["quotes", "nb en", "Det kalles «stramme bånd».", 'It is called ⟨"⟩taut bands⟨"⟩.', "“"],
  ["quotes", "nb en", "Det kalles «stramme bånd».", "It is called ⟨«⟩taut bands⟨»⟩.", "“"],
  ["quotes", "nb de", "Det kalles «stramme bånd».", "Man nennt sie ⟨“⟩Hartspannstränge⟨”⟩.", "„"],
  ["quotes", "nb pl", "Det kalles «stramme bånd».", "To tak zwane ⟨“⟩napięte pasma”.", "„"],
  ["quotes", "nb sv", "Det kalles «stramme bånd».", "De kallas ⟨«⟩spända band⟨»⟩.", "”"],
  ["quotes", "nb nn", "Det kalles «stramme bånd».", "Det heiter ⟨“⟩stramme band⟨”⟩.", "«"],
  ["quotes", "nb uk", "Det kalles «stramme bånd».", 'Це називають ⟨"⟩напруженими тяжами⟨"⟩.', "«"],
  ["quotes", "nb en", "Det kalles «stramme bånd».", "It is called ⟨“⟩taut bands."],
  ["quotes", "nb en", "Det kalles «stramme bånd».", "It is called taut bands⟨”⟩."],
];

const whitespace: readonly Row[] = [
  ["whitespace", "nb en", "Ring oss.", "Call us.⟨ ⟩", ""],
  ["whitespace", "nb en", "Ring oss.", "⟨\u00a0⟩Call us.", ""],
  ["whitespace", "nb en", "Ring oss nå.", "Call us⟨  ⟩now.", " "],
  ["whitespace", "nb en", "Ring oss nå, takk.", "Call us now⟨ ⟩, please.", ""],
  ["whitespace", "nb en", "Ring oss. Vi hjelper deg.", "Call us⟨.⟩We will help you.", ". "],
  ["whitespace", "nb en", "Ring oss, takk.", "Call us⟨,⟩please.", ", "],
  ["whitespace", "nb ar", "Ring oss, takk.", "اتصل بنا⟨ ⟩، من فضلك."],
  ["whitespace", "nb en", "Storgata 1\n0155 Oslo", "⟨Storgata 1 0155 Oslo⟩"],
  ["whitespace", "nb en", "Storgata 1, Oslo", "⟨Storgata 1\nOslo⟩"],
];

const doubled: readonly Row[] = [
  ["doubled-word", "nb en", "Les den siste delen.", "Read ⟨the the⟩ last part.", "the"],
  ["doubled-word", "nb da", "Varme og hvile.", "Varme ⟨og og⟩ hvile."],
  ["doubled-word", "nb de", "Varme og hvile.", "Wärme ⟨und Und⟩ Ruhe."],
  ["doubled-word", "nb ar", "Ring oss i dag.", "اتصل ⟨بنا بنا⟩ اليوم."],
];

describe.each([
  ["number", number],
  ["laterality", laterality],
  ["negation", negation],
  ["untranslated", untranslated],
  ["length", length],
  ["quotes", quotes],
  ["whitespace", whitespace],
  ["doubled-word", doubled],
])("%s", (_, rows) => {
  test.each(rows)("%s %s: %s | %s", (rule = "", languages = "", source = "", marked = "", expected) => {
    const [sourceLanguage, targetLanguage] = languages.split(" ").map((code) => languageOf(code));
    if (!sourceLanguage || !targetLanguage) throw new Error(`No languages ${languages}.`);
    const { target, places } = unmarked(marked);
    const found = checkPair({ source, target, sourceLanguage, targetLanguage });
    const own = found.filter(({ ruleId }) => ruleId === rule);
    expect(own.map(({ start, end }) => [start, end])).toEqual(places);
    if (expected !== undefined) expect(own[0]?.expected[0]).toBe(expected);
    for (const { reason } of own) expect(reason).toMatch(/^.+[.]$/u);
  });
});

function unmarked(marked: string): { target: string; places: [number, number][] } {
  let target = "";
  const places: [number, number][] = [];
  for (const sign of marked.split("")) {
    if (sign === "⟨") places.push([target.length, target.length]);
    else if (sign === "⟩") (places.at(-1) ?? [0, 0])[1] = target.length;
    else target += sign;
  }
  return { target, places };
}
