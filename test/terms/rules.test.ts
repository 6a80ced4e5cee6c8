import { describe, expect, test } from "vitest";
import { checkText, checkTranslation } from "../../src/core/terms/rules.ts";
import { readMarked } from "./marked.ts";
import { indexes, readTermbase } from "./termbases.ts";

const index = indexes(readTermbase("terms.yaml"));
const rule = { c: "term-confused", d: "term-deprecated" } as Record<string, string>;

describe("equated concepts and deprecated terms", () => {
  test.each([
    ["bracket", "nb", "{c:IMS (akupunktur)} virker raskt."],
    ["denied in the bracket", "nb", "IMS (ikke akupunktur) virker raskt."],
    ["slash", "nb", "Bestill {c:akupunktur/IMS} her."],
    ["slash of a suspended compound", "nb", "{c:IMS-/akupunkturbehandling}"],
    ["slash of and/or", "en", "acupuncture and/or dry needling"],
    ["hyphen", "de", "Unsere {c:IMS-Akupunktur} hilft."],
    ["suspended compound", "nb", "IMS- og akupunkturbehandling"],
    ["open compound", "en", "Our {c:dry needling acupuncture} is safe."],
    ["modifier of one, head of the other", "nb", "{c:Intramuskulær akupunktur} er skånsomt."],
    ["dash", "en", "{c:IMS – acupuncture} for athletes"],
    ["menu with dashes", "en", "Massage – Acupuncture – Dry needling"],
    ["equals sign", "en", "{c:IMS = acupuncture}"],
    ["copula", "en", "{c:Dry needling is basically acupuncture}."],
    ["negation of it", "en", "Dry needling isn't acupuncture."],
    ["negation of another clause", "en", "{c:IMS is not painful and is a form of acupuncture}."],
    ["correction", "nb", "{c:IMS er ikke massasje, men akupunktur}."],
    ["matrix negation", "nb", "Det er ikke slik at IMS er akupunktur."],
    ["double negation", "nb", "Det er ingen tvil om at {c:IMS er en form for akupunktur}."],
    ["belief of others", "de", "Viele glauben, IMS sei Akupunktur."],
    ["our belief", "en", "We believe that {c:dry needling is a kind of acupuncture}."],
    ["myth", "nb", "Myte: IMS er en form for akupunktur."],
    ["denied after", "en", "You may have heard that dry needling is acupuncture. This is not true."],
    ["question", "en", "Is dry needling acupuncture?"],
    ["question answered with yes", "en", "Is {c:dry needling acupuncture}? Yes."],
    ["question that presupposes", "nb", "Hvorfor er {c:IMS en type akupunktur}?"],
    ["indirect question", "nb", "Mange spør om IMS er akupunktur."],
    ["no difference", "nb", "Det er ingen forskjell på {c:IMS og akupunktur}."],
    ["question about a difference, no", "nb", "Er det forskjell på {c:IMS og akupunktur}? Nei."],
    ["only the name", "nb", "Vi har {c:IMS og akupunktur}. Forskjellen er bare navnet."],
    ["difference", "pl", "Między suchym igłowaniem a akupunkturą jest zasadnicza różnica."],
    ["contrast with B", "sv", "Till skillnad från akupunktur är dry needling en ny metod."],
    ["contrast with something else", "sv", "Till skillnad från massage är {c:dry needling en typ av akupunktur}."],
    ["two sentences", "sv", "Vi har {c:IMS. Det är en sorts akupunktur}."],
    ["example", "pl", "{c:Akupunktura, na przykład suche igłowanie}, jest bezpieczna."],
    ["enumeration", "en", "We offer massage, acupuncture, or dry needling."],
    ["second name", "en", "Modern {c:acupuncture, or IMS}, is quick."],
    ["verb at the end", "de", "{c:Dry Needling wird auch als Akupunktur} bezeichnet."],
    ["than", "de", "IMS ist schmerzhafter als Akupunktur."],
    ["condition", "pl", "Gdyby IMS było akupunkturą, bolałoby mniej."],
    ["reference list", "en", "Dunning J. Dry needling: a form of acupuncture? Phys Ther Rev. 2014;19(4):252-65."],
    ["address", "en", "See https://example.org/ims/acupuncture for more about cupping."],
    ["possessor", "en", "Dry needling is acupuncture's younger cousin."],
    ["likeness", "nb", "IMS er akupunkturlignende."],
    ["bare apposition with the verb after it", "nb", "{c:IMS, moderne akupunktur}, løser opp stive muskler."],
    ["bare apposition at the end", "pl", "Pracujemy {c:suchym igłowaniem, nowoczesną akupunkturą}."],
    ["list of three", "nb", "IMS, klassisk akupunktur, massasje og kopping."],
    ["list whose verb comes first", "nb", "Vi har IMS, klassisk akupunktur, kopping."],
    ["clause after a clause", "nb", "De som er redde for akupunktur, tåler IMS."],
    ["a word used for another thing", "de", "Der Begriff {c:Akupunktur wird oft für Dry Needling} verwendet."],
    ["a word wrongly used", "sv", "Ordet akupunktur används felaktigt om IMS."],
    ["a mere name", "en", "They call it {c:dry needling, but it is just acupuncture}."],
    ["another name of others", "en", "They call it acupuncture, but it is dry needling."],
    ["name in a next sentence", "da", "Vi har {c:tørnåling. I folkemunde hedder det akupunktur}."],
    ["answer in a next sentence", "en", "What is {c:dry needling? In short: acupuncture}."],
    ["answer that denies", "en", "What is dry needling? In short: not acupuncture."],
    ["used as a kind", "sv", "Hos oss används {c:IMS som en form av akupunktur}."],
    [
      "two names of one thing",
      "de",
      "{c:Dry Needling und Akupunktur} sind zwei Namen für ein und dieselbe Behandlung.",
    ],
    ["by either name", "nb", "Om du kaller det {c:IMS eller akupunktur}, spiller ingen rolle."],
    ["either of two things", "nb", "Om du velger IMS eller akupunktur, spiller ingen rolle."],
    ["words used interchangeably", "pl", "Terminów {c:suche igłowanie i akupunktura} używamy zamiennie."],
    ["things used in turn", "pl", "Suche igłowanie i akupunkturę stosujemy zamiennie."],
    ["one difference: the name", "en", "There is one difference between {c:dry needling and acupuncture}: the name."],
    ["not merely", "da", "IMS er ikke bare akupunktur med et nyt navn."],
    ["adjunct before another subject", "en", "Before dry needling, there was acupuncture."],
    ["two arguments of a verb", "pl", "Zastąpiliśmy akupunkturę suchym igłowaniem."],
    ["condition on a name", "nb", "Hvis noen kaller IMS akupunktur, bør du rette på dem."],
    ["ridicule by analogy", "nb", "Å kalle IMS akupunktur er som å kalle en sykkel for en bil."],
    ["kind of a possessor", "nb", "{c:IMS er akupunkturens} vestlige variant."],
    ["belief of others after it", "da", "IMS er akupunktur, tror mange."],
    ["our belief after it", "nb", "{c:IMS er akupunktur}, mener vi."],
    ["true or false", "en", "True or false? Dry needling is acupuncture."],
    ["what others hold it for", "de", "Dry Needling, das manche für Akupunktur halten, ist etwas anderes."],
    ["what others know it as", "de", "{c:Dry Needling, das manche als Akupunktur} kennen, ist sicher."],
    ["conceded name", "nb", "Selv om det ofte kalles akupunktur, er IMS noe helt annet."],
    ["corrected name", "nb", "Selv om det kalles {c:IMS, er det akupunktur} vi driver med."],
    ["a proposal to call", "sv", "Varför inte kalla IMS för akupunktur?"],
    ["a warning not to call", "en", "Stop calling dry needling acupuncture."],
    ["what readers know it as", "pl", "To, co znasz jako {c:akupunkturę, my nazywamy suchym igłowaniem}."],
    ["disagreement", "en", "Many refer to dry needling as acupuncture, which we disagree with."],
    ["definite apposition", "sv", "I höst är {c:IMS, den skonsamma akupunkturen}, tillbaka."],
    ["the other of two", "en", "One patient received dry needling, the other acupuncture."],
    ["clause that begins with an article", "en", "You need no acupuncture, a dry needling session will do."],
    ["bracket before a kind", "pl", "{c:IMS), rodzaj akupunktury}, jest bezpieczne."],
    ["many names", "nb", "{c:IMS har mange navn: nålebehandling og akupunktur}."],
    ["past", "de", "Früher galt Dry Needling als Akupunktur, heute nicht mehr."],
    ["past, known better", "en", "Dry needling was long considered acupuncture. Today we know better."],
    [
      "originally called, but differs",
      "pl",
      "Suche igłowanie pierwotnie nazywano akupunkturą, ale te metody się różnią.",
    ],
    ["like", "de", "Dry Needling – wie Akupunktur, nur gezielter"],
    ["compound and its example", "de", "{c:Akupunkturverfahren wie Dry Needling} sind beliebt."],
    ["successor of a possessor", "nb", "IMS – akupunkturens arvtaker"],
    ["equals sign in words", "da", "Vi sætter lighedstegn mellem {c:IMS og akupunktur}."],
    ["no equals sign in words", "en", "You cannot put an equals sign between dry needling and acupuncture."],
    ["question of difference, no", "sv", "Skiljer sig {c:IMS från akupunktur}? Nej, inte alls."],
    ["question of difference, yes", "sv", "Skiljer sig IMS från akupunktur? Ja, mycket."],
    ["participle apart", "pl", "{c:Suche igłowanie, reklamowane gdzieniegdzie jako akupunktura}, pomaga."],
    ["tempting", "sv", "Det är frestande att kalla IMS akupunktur."],
    ["too often", "de", "Viel zu oft wird Dry Needling als Akupunktur bezeichnet."],
    ["unfortunate", "en", "Dry needling is sometimes called acupuncture, which is unfortunate."],
    ["suspected, but not so", "da", "Hun frygtede akupunktur, men det viste sig at være IMS."],
    ["a change", "nb", "IMS ble akupunktur."],
    ["title of a person", "nb", "Akupunktur Anna er IMS."],
    ["under the name", "de", "Unter dem Namen {c:Akupunktur läuft bei uns Dry Needling}."],
    ["the word for it", "pl", "Na {c:akupunkturę używa się też słowa IMS}."],
    ["not the word for it", "de", "Für Dry Needling ist das Wort Akupunktur nicht üblich."],
    ["of which it is a kind", "en", "{c:Acupuncture, of which dry needling} is a form, is safe."],
    ["a kind and its name", "sv", "En mild form av {c:akupunktur, IMS}, hjälper."],
    ["a kind in a list", "sv", "Vi erbjuder milda former av akupunktur, IMS och massage."],
    ["a clause of its own", "nb", "{c:IMS, folk kaller det akupunktur}, er trygt."],
    ["verb first, its word before B", "sv", "I dag räknas {c:dry needling i Sverige som akupunktur}."],
    ["verb first, its preposition before B", "da", "Hos os hører {c:IMS ind under akupunktur}."],
    ["verb last, second predicate", "de", "Wir meinen, dass {c:IMS harmlos und eine Form der Akupunktur} ist."],
    ["verb last, denied", "de", "Es stimmt nicht, dass IMS zu den Akupunkturmethoden zählt."],
    ["question without a mark between", "nb", "Er akupunktur også kjent under navnet intramuskulær stimulering?"],
    ["relative clause of a denied predicate", "en", "It is wrong that IMS is a method that belongs to acupuncture."],
    ["heading before a concession", "nb", "Info: Selv om det ofte kalles akupunktur, er IMS noe helt annet."],
    ["bracket around a denial", "da", "(Vi hører ofte, at IMS er akupunktur. Det er det ikke)."],
    ["more after a denial", "nb", "Du har kanskje hørt at IMS er akupunktur. Det er det ikke, og det er trygt."],
    ["next sentence that names both", "nn", "Vi driv med akupunktur. Det heiter IMS, ikkje akupunktur."],
    ["sentence after an amount", "da", "IMS koster 450 kr. At tørnåling er akupunktur, passer ikke."],
    [
      "next sentence that denies another thing",
      "nn",
      "{c:IMS er ei form for akupunktur}. Ikkje ver redd for nålene, dei er tynne.",
    ],
    ["cleft", "sv", "Akupunktur? Det är IMS du behöver."],
    ["answer that names it", "sv", "{c:Akupunktur? Det är IMS} det."],
    ["indefinite apposition", "de", "{c:IMS, eine Akupunktur} des Muskels, hilft schnell."],
    ["list of two under a heading", "nb", "Prøv hos oss: IMS, vestlig akupunktur."],
    ["suspected of it", "nb", "Vi mistenkte akupunktur, men det var IMS."],
    ["participle after a phrase", "nb", "{c:IMS, i noen land markedsført som akupunktur}, er trygt."],
    ["other name in a next sentence", "de", "Wir bieten {c:IMS an. Ein anderer Name ist Akupunktur}."],
    ["second name as a sentence", "sv", "{c:IMS. Eller akupunktur}, som det egentligen heter."],
    ["what others hold it for, no more", "de", "Dry Needling, das manche für Akupunktur halten, hilft schnell."],
    ["a name, but another thing", "en", "Dry needling, which some call acupuncture, is different."],
    ["short answer that denies", "de", "Viele nennen Dry Needling Akupunktur. Nein."],
    ["next sentence that denies nothing", "en", "{c:Dry needling is acupuncture}. Never mind the needles."],
    ["words after B in the bracket", "nb", "{c:IMS (en moderne akupunktur for muskler)} virker."],
    ["equals sign in a bracket", "da", "{c:IMS (= akupunktur)}, 30 min"],
    ["proper name in a bracket", "sv", "{c:Akupunkturen (det rätta namnet är IMS)} tar en halvtimme."],
    ["proper name after a denial", "de", "Das ist keine Akupunktur – der richtige Titel ist Dry Needling."],
    ["clause in a bracket", "nn", "{c:Akupunkturen (det vi brukte å kalle IMS)} varer ein halvtime."],
    ["written in a bracket", "en", "{c:Acupuncture (we write dry needling on the bill)} takes an hour."],
    ["said in a bracket", "pl", "Nasza {c:akupunktura (mówimy IMS)} trwa godzinę."],
    ["said of it in a bracket", "en", "Acupuncture (we say dry needling hurts more) takes an hour."],
    ["said in the next sentence, the same", "da", "Hun laver {c:akupunktur. Jeg siger IMS}, men det kommer ud på ét."],
    ["said in the next sentence", "da", "Hun laver akupunktur. Jeg siger IMS, men det er ikke det samme."],
    ["taken up in a clause", "nb", "Jeg fikk {c:IMS i går, og etter den akupunkturen} sov jeg godt."],
    ["taken up as a subject", "en", "I had {c:dry needling on Monday and this acupuncture} was the best ever."],
    ["taken up in the next sentence", "en", "I had {c:dry needling. After that acupuncture} I could run."],
    ["taken up before a predicate", "sv", "Jag har provat {c:IMS. För mig var den akupunkturen} räddningen."],
    ["taken up in a question's answer", "de", "Kennen Sie {c:IMS? Für mich war diese Akupunktur} die Rettung."],
    ["conjunction before B", "en", "I had dry needling, and I know that acupuncture works."],
    ["another one of them", "nb", "Jeg fikk IMS i mai. Den akupunkturen naboen fikk, hjalp mer."],
    ["named before", "nn", "Eg fekk akupunktur i april og IMS i mai, og etter den akupunkturen var eg støl."],
    ["not taken up", "da", "Jeg har aldrig fået IMS. Den akupunktur var noget for min nabo."],
    ["added with and", "sv", "Jag gillar både IMS och den akupunkturen."],
    ["renamed with the verb at the end", "de", "Die {c:Akupunktur wurde in IMS} umbenannt."],
    ["not renamed", "de", "Die Akupunktur wurde nicht in IMS umbenannt."],
    ["renamed in the next sentence", "en", "{c:Acupuncture is old. Here, clinics just renamed it dry needling}."],
    ["deprecated", "nb", "{d:Tørr nåling}, {d:triggerpunktakupunkturbehandling} og {d:trigger punkter}."],
    ["deprecated carries the confusion", "nb", "{d:Medisinsk akupunktur} (IMS) er trygt."],
    ["both", "nb", "{c:{d:Tørr nåling}, eller akupunktur} om du vil."],
  ])("%s (%s): %s", (_, lang, marked) => {
    const { text, spans } = readMarked(marked);
    const found = checkText(text, index(lang)).map((finding) => [
      finding.ruleId,
      text.slice(finding.start, finding.end),
    ]);
    expect(found).toEqual(spans.map((span) => [rule[span.kind], span.found]));
  });
});

describe("what to write instead", () => {
  test.each([
    ["nb", "twitch – responsen", ["twitch-responsen"], true],
    ["nb", "Trigger punktene", ["Triggerpunktene"], true],
    ["nb", "trigger punktbehandling", ["triggerpunktbehandling"], true],
    ["nb", "tørr nålingen", ["tørrnålingen", "intramuskulær stimulering", "IMS"], true],
    ["nb", "triggerpunktakupunkturbehandling", ["intramuskulær stimulering", "IMS-behandling"], undefined],
    ["en", "Trigger spots", ["Trigger points"], true],
    ["en", "twitch replies", ["twitch responses"], true],
    ["en", "medical acupuncture", ["intramuscular stimulation", "IMS"], undefined],
    ["de", "Auslösepunkt", ["Triggerpunkt"], undefined],
  ])("%s: %s", (lang, text, expected, certain) => {
    const [finding] = checkText(text, index(lang));
    expect(finding?.expected).toEqual(expected);
    expect(finding?.certain).toBe(certain);
  });

  test("a reason names both terms and what the termbase says of them", () => {
    expect(checkText("IMS (akupunktur)", index("nb"))[0]?.reason).toBe(
      "The text equates “IMS” and “akupunktur”, which are different things (ims is “Treatment technique of Western medicine in which thin needles are inserted into myofascial trigger points”; acupuncture is “Needle treatment from traditional Chinese medicine”).",
    );
  });
});

describe("translations", () => {
  test.each([
    ["Tørrnåling hjelper.", "en", "Acupuncture helps.", [["term-swapped", "ims", "Acupuncture"]]],
    ["Tørrnåling hjelper.", "en", " It helps. ", [["term-missing", "ims", "It helps."]]],
    ["Tørrnåling hjelper.", "en", "Medical acupuncture helps.", []],
    ["Tørrnåling hjelper.", "de", "IMS hilft.", []],
    ["IMS hjelper.", "en", "IMS (acupuncture) helps.", [["term-swapped", "ims", "acupuncture"]]],
    ["IMS og akupunktur", "en", "acupuncture and massage", [["term-missing", "ims", "acupuncture and massage"]]],
    ["Vi bruker akupunkturnåler.", "pl", "Używamy igieł do akupunktury.", []],
    ["Vi bruker nåler.", "en", "We use acupuncture needles.", []],
    ["Tørrnåling hjelper.", "en", "  ", []],
  ])("%s -> %s: %s", (source, lang, target, expected) => {
    const findings = checkTranslation(source, index("nb"), target, index(lang));
    expect(findings.map((f) => [f.ruleId, f.concept, target.slice(f.start, f.end)])).toEqual(expected);
  });

  test("the preferred terms of the target language are expected", () => {
    const [finding] = checkTranslation("Tørrnåling", index("nb"), "Akupunktur", index("de"));
    expect(finding?.expected).toEqual(["intramuskuläre Stimulation", "IMS"]);
  });
});
