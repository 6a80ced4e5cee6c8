// Rule `number`.
import { testClean, testFindings } from "./rows.ts";

testFindings("number", [
  ["nb sv", "Bind 43.9 fra 2013.", "Band ⟨43⟩ ⟨9⟩ från 2013.", null],
  ["nb sv", "Kom kl. 10.30.", "Kom kl. ⟨10⟩ ⟨30⟩.", null],
  ["nb en", "Ta 2,5 mg daglig.", "Take ⟨2,5⟩ mg daily.", "2.5"],
  ["nb en", "Det koster 10 000 kr.", "It costs NOK ⟨10.000⟩.", "10,000"],
  ["nb en", "Prisen er 1.500 kr.", "The price is ⟨1.500⟩ kr.", "1,500"],
  ["nb de", "Vent 20 minutter.", "⟨Warten Sie einige Minuten.⟩", null],
  ["nb en", "Vent 20 minutter.", "Wait ⟨20 hours⟩.", "20 minutes"],
  ["nb en", "Ta 5 mg.", "Take ⟨5 g⟩.", "5 mg"],
  ["nb en", "Ta 5 mg.", "Take ⟨5⟩.", "5 mg"],
  ["nb pl", "Ta 5 mg.", "Weź ⟨5 g⟩.", "5 mg"],
  ["nb uk", "Ta 5 mg.", "Прийміть ⟨5 г⟩.", "5 мг"],
  ["nb ar", "Ta 5 mg.", "تناول ⟨5 غرام⟩."],
  ["nb ar", "Ta 25 mg.", "تناول ⟨٥٢⟩ ملغ."],
  ["nb en", "Kom tilbake om seks uker.", "Come back in ⟨six months⟩.", "6 weeks"],
  ["nb en", "Kom tilbake om seks uker.", "Come back in ⟨four⟩ weeks.", "six"],
  ["nb en", "Ta to tabletter to ganger daglig i tre uker.", "Take two tablets twice a day for ⟨four⟩ weeks."],
  ["nb en", "Åpent kl. 10.30–16.00.", "Open 10:30 am to ⟨6:00 pm⟩.".replace("6:00 pm⟩", "6:00⟩ pm"), null],
  ["nb en", "Sist endret 6. januar 2022.", "Last changed 6 ⟨June⟩ 2022.", "January"],
  ["nb de", "Sist endret 6. januar 2022.", "Zuletzt geändert am 6.⟨⟩ Januar 2022.".replace("⟨⟩", "")],
  ["nb de", "Sist endret 6. januar 2022.", "Zuletzt geändert am ⟨8⟩. Januar 2022.", "6"],
  ["nb en", "Sist endret 6. januar 2022.", "Last changed 6 January ⟨2021⟩.", "2022"],
  ["nb en", "Ring 116 117.", "Call ⟨116 171⟩.", "116 117"],
  ["nb en", "Ring 113.", "Call ⟨911⟩.", "113"],
  ["nb en", "Ring 22 12 34 56.", "Call ⟨22 12 34 65⟩.", "22 12 34 56"],
  ["nb en", "Det hjelper mange.", "It helps ⟨80⟩ patients.", undefined],
  ["nb en", "Det hjelper mange.", "It helps ⟨three⟩ patients."],
  ["nb en", "Det hjelper 3 av 4.", "⟨It helps 3 out of them.⟩"],
  ["nb en", "Rundt 25 % blir bedre.", "About ⟨25⟩ get better.", null],
  ["nb sv", "Rundt 25 % blir bedre.", "Omkring ⟨52⟩ % blir bättre.", "25"],
  ["nb pl", "Behandlingen tar ti minutter.", "Zabieg trwa ⟨dziesięć godzin⟩."],
  ["nb da", "Du får tolv behandlinger.", "Du får ⟨tyve⟩ behandlinger.", "tolv"],
  ["nb en", "Åpent fra juni til august.", "Open from June to ⟨October⟩.", "August"],
  ["nb en", "Vent to uker.", "⟨Wait some weeks.⟩", null],
  ["nb en", "Blodtrykket er 140/90.", "Your blood pressure is ⟨140/80⟩."],
  ["nb de", "Start med 1,5 kg.", "Beginnen Sie mit ⟨15⟩ kg.", "1,5"],
  ["nb en", "Du får tre til fem behandlinger.", "You will have ⟨two⟩ to five treatments.", "three"],
  ["nb en", "Det tar tre til fire minutter.", "It takes three to ⟨five⟩ minutes."],
  ["nb en", "Det tar 2,5 timer.", "It takes ⟨three and a half⟩ hours."],
  [
    "nb en",
    "Det tar tre til fire minutter, og du får tre til fem behandlinger.",
    "It takes three to four minutes, and you will have ⟨four⟩ to five treatments.",
    "three",
  ],
  ["nb en", "Side 620-634.", "Pages 620–⟨643⟩.", "634"],
]);

testFindings("number", [
  // The unit stays where it stands, before the number or after it.
  ["nb en", "Det koster 850 kr.", "It costs NOK ⟨8500⟩.", "850"],
  ["nb en", "Det koster 850 kr.", "It costs €⟨850⟩.", null],
  ["nb en", "Det koster 850 kr.", "It costs ⟨850⟩.", "850 kr"],
  ["nb en", "Ta 5 mg hver dag.", "Take ⟨5⟩ miligrames daily.", null],
  // Of several numbers that changed, which became which is a guess.
  ["nb en", "Ta 5 mg i 7 dager.", "Take ⟨3⟩ mg for ⟨9⟩ days.", null],
  // A form as in the dictionary becomes another; other forms are the sentence's.
  ["nb pl", "Kurset har tre deler.", "Kurs ma ⟨pięć⟩ części.", "trzy"],
  ["nb pl", "Kurset er for tre personer.", "Kurs jest dla ⟨pięciu⟩ osób.", "3"],
]);

testClean([["nb nn", "Prisen er 10 000 kr.", "Prisen er 10\u00a0000 kr."]]);
