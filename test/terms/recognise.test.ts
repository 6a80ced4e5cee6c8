import { describe, expect, test } from "vitest";
import { findTerms } from "../../src/core/terms/recognise.ts";
import { readMarked } from "./marked.ts";
import { indexes, readTermbase } from "./termbases.ts";

const clinic = indexes(readTermbase("terms.yaml"));
const joints = indexes(readTermbase("second/terms.yaml"));
const eyes = indexes(readTermbase("fourth/terms.yaml"));

describe("terms are found in the forms of their language, and nothing else is", () => {
  test.each([
    ["nb", "{t:Tørrnålingen} av {t:triggerpunktene} varer i ti minutter."],
    ["nb", "{t:akupunkturbehandlinger}, {t:øreakupunktur} og {t:tørrnålingskurs}"],
    ["nb", "{t:IMS-behandlingen} og {t:IMS}, men ikke ims eller RIMS"],
    ["nb", "{t:TRIGGERPUNKT}- og {t:akupunkturbehandling}"],
    ["nb", "en {t:trigger punkt}, en {t:trigger-punkt} og et {t:triggerpunkt}"],
    ["nb", "Huden er ren og tørr. Nåling gjør vi siden; medisinsk, {t:akupunktur}"],
    ["nb", "de {t:stramme båndene}, et {t:stramt bånd}, {t:myofascielt} og {t:myofascielle}"],
    ["nb", "{t:twitch-responser}, {t:twitch – responsen}, {t:twitch - respons} og {t:twitchresponsene}"],
    ["nb", "punktvise smerter, akupunktøren, nåler, bånd og respons"],
    ["nb", "{t:akupunk\u00adturen} og {t:tørrna\u030alingen} og {t:dry\u00a0needling}"],
    ["nn", "{t:Triggerpunkta} og {t:muskelknutane}, {t:stramme banda}"],
    ["en", "{t:Dry needling}, {t:dry-needling} and {t:trigger-point} work; {t:trigger points}' pain"],
    ["en", "a sterile, dry {t:acupuncture needle} and {t:medical acupuncture}"],
    ["en", "The needles may trigger spots of bruising, but how can {t:trigger spots} be treated?"],
    ["sv", "{t:muskelknutorna}, {t:Akupunkturen}, {t:torrnålningsbehandling}, {t:spända banden}"],
    ["da", "{t:Tørnålingen}, {t:muskelknuderne} og {t:akupunkturnålene}"],
    ["de", "{t:Hartspannstränge}, {t:Zuckungsreaktionen} und {t:Akupunkturnadeln}"],
    ["de", "mit {t:medizinischer Akupunktur} und {t:Triggerpunkt-Akupunktur} bei der {t:Chiropraktorin}"],
    ["pl", "{t:suchego igłowania}, {t:suchym igłowaniem}, {t:igieł do akupunktury}, {t:akupunkturze}"],
    ["pl", "{t:medyczna akupunktura}, {t:akupunktury medycznej}, {t:węzłów mięśniowych}, {t:napiętych pasm}"],
    ["pl", "{t:mięśniowo-powięziowych} {t:punktach spustowych}, {t:chiropraktykiem}"],
  ])("%s: %s", (lang, marked) => {
    const { text, spans } = readMarked(marked);
    expect(findTerms(text, clinic(lang)).map((hit) => text.slice(hit.start, hit.end))).toEqual(
      spans.map((span) => span.found),
    );
  });

  test.each([
    ["nb", "{t:kneartrosen}, {t:leddgiktpasienter} og {t:trykkbølgeapparat}, men ikke trykk eller ledd"],
    ["en", "{t:Shock wave therapy}, {t:shock-waves} and {t:herniated discs}"],
    ["de", "{t:Bandscheibenvorfälle}, {t:Arthrosen}, {t:Stoßwellen}"],
    ["pl", "{t:reumatoidalnym zapaleniem stawów} i {t:falą uderzeniową}"],
    ["pl", "{t:rwy kulszowej}, {t:przepukliny dysków}, {t:naciągnięć mięśni} i {t:choroby zwyrodnieniowej stawów}"],
    ["de", "mit {t:rheumatoider Arthritis}, {t:Muskelzerrungen}, {t:Verstauchungen} und {t:Bandscheibenvorfällen}"],
    ["en", "{t:muscle strains}, {t:slipped-disc} pain and {t:sprains}"],
  ])("another field, %s: %s", (lang, marked) => {
    const { text, spans } = readMarked(marked);
    expect(findTerms(text, joints(lang)).map((hit) => text.slice(hit.start, hit.end))).toEqual(
      spans.map((span) => span.found),
    );
  });

  test.each([
    ["nb", "Den {t:grå stæren} og de {t:grønne stærene}; {t:grå stær-operasjon}"],
    ["nb", "{t:kontaktlinsene}, {t:kontaktlinser}, {t:kontaktlinsevæske}"],
    ["nb", "Det {t:fremre korsbåndet} og de {t:fremre korsbåndene} røk."],
    ["nb", "{t:Frosne skuldre} og en {t:frossen skulder}; den {t:frosne skulderen}"],
    ["nb", "{t:kunstige hofteledd}, det {t:kunstige hofteleddet}"],
    ["nb", "{t:visdomstenner}, {t:visdomstennene}, {t:visdomstannen}"],
    ["nb", "{t:plattføtter} og {t:plattfoten}"],
    ["nb", "{t:hælsporer}, {t:hælsporen}, {t:hælsporeplager}"],
    ["nb", "{t:strukne muskler} og en {t:strukket muskel}, den {t:strukne muskelen}"],
    ["nn", "{t:frosne skuldrer}, den {t:frosne skuldra}"],
    ["nn", "{t:visdomstenner}, {t:visdomstennene}"],
    ["nn", "den {t:grøne stæren}, {t:grå stær}"],
    ["nn", "det {t:fremre korsbandet}"],
    ["da", "{t:frosne skuldre}, den {t:frosne skulder}"],
    ["da", "{t:visdomstænder}, {t:visdomstænderne}, {t:platfødder}"],
    ["da", "den {t:grønne stær}, {t:grønne stær}"],
    ["da", "{t:kunstige hofteled}, det {t:kunstige hofteled}, {t:kunstigt hofteled}"],
    ["da", "{t:forreste korsbåndet}, {t:forreste korsbånds}"],
    ["sv", "den {t:gröna starren}, {t:grå starr}"],
    ["sv", "{t:frusna skuldror}, den {t:frusna skuldran}"],
    ["sv", "{t:visdomständer}, {t:visdomständerna}, {t:plattfötter}"],
    ["sv", "{t:konstgjorda höftleder}, den {t:konstgjorda höftleden}"],
    ["sv", "{t:hälsporrar}, {t:hälsporren}"],
    ["sv", "{t:sträckta muskler}, den {t:sträckta muskeln}"],
    ["sv", "{t:främre korsbanden}, {t:främre korsbandet}"],
  ])("eyes and joints, %s: %s", (lang, marked) => {
    const { text, spans } = readMarked(marked);
    expect(findTerms(text, eyes(lang)).map((hit) => text.slice(hit.start, hit.end))).toEqual(
      spans.map((span) => span.found),
    );
  });
});

describe("forms of words of any field", () => {
  test.each([
    ["de", "Bankkonto", "Bankkonten"],
    ["de", "Unterzug", "Unterzügen"],
    ["de", "tragende Wand", "tragenden Wänden"],
    ["pl", "okno", "okien"],
    ["pl", "wełna mineralna", "wełny mineralnej"],
    ["pl", "umowa najmu", "umów najmu"],
    ["pl", "choroba oczu", "chorób oczu"],
    ["pl", "gwóźdź", "gwoździami"],
    ["pl", "żebro", "żeber"],
    ["pl", "belka nośna", "belek nośnych"],
    ["en", "bay leaf", "bay leaves"],
    ["en", "X-ray", "x-rays"],
    ["en", "T-score", "T scores"],
    ["en", "vitamin D", "Vitamin D"],
    ["nb", "C-vitamin", "C-vitaminet"],
    ["nb", "vondt i ryggen", "Vondt i ryggen"],
    ["de", "C-Bogen", "C-Bögen"],
    ["pl", "ból w kolanie", "bólu w kolanie"],
  ])("%s: %s, %s", (lang, term, form) => {
    const concept = { id: "one", terms: { [lang]: [{ term, status: "preferred" as const }] } };
    const index = indexes({ concepts: [{ definition: {}, distinctFrom: [], ...concept }] });
    expect(findTerms(`x ${form}.`, index(lang)).map((hit) => hit.start)).toEqual([2]);
  });
});

describe("a hit says what it found", () => {
  test("concept, dictionary form and status", () => {
    const [hit] = findTerms("Den medisinske akupunkturen", clinic("nb"));
    expect(hit).toMatchObject({ concept: "ims", term: "medisinsk akupunktur", status: "deprecated", exact: false });
  });

  test("a region has the terms of its language", () => {
    expect(findTerms("dry needling", clinic("en-GB"))).toHaveLength(1);
  });
});
