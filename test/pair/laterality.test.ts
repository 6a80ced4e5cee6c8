// Rule `laterality`.
import { testClean, testFindings } from "./rows.ts";

testFindings("laterality", [
  ["nb en", "Smerter i venstre kne.", "Pain in your ⟨right⟩ knee.", "left"],
  ["nb en", "Smerter i høyre skulder.", "⟨Pain in your shoulder.⟩", null],
  ["nb en", "Smerter i kneet.", "Pain in your ⟨left⟩ knee."],
  ["nb de", "Smerter i venstre kne.", "Schmerzen im ⟨rechten⟩ Knie.", "linken"],
  ["nb de", "Snu deg mot høyre.", "Drehen Sie sich nach ⟨links⟩.", "rechts"],
  ["nb pl", "Smerter i venstre kne.", "Ból ⟨prawego⟩ kolana.", "lewego"],
  ["nb pl", "Snu deg mot høyre.", "Obróć się w ⟨lewo⟩.", "prawo"],
  ["nb sv", "Høyre og venstre arm, så venstre ben.", "Höger och vänster arm, sedan ⟨höger⟩ ben.", "vänster"],
  ["nb da", "Venstresidige smerter.", "⟨Højresidige⟩ smerter.", "Venstresidige"],
  ["nb nn", "Høyre arm.", "⟨Venstre⟩ arm.", "Høgre"],
  ["nb uk", "Smerter i venstre kne.", "Біль у ⟨правому⟩ коліні.", "лівому"],
  ["nb ar", "Smerter i venstre kne.", "ألم في الركبة ⟨اليمنى⟩.", "اليسرى"],
  ["nb en", "Sammenlign høyre og venstre side.", "⟨Compare the sides.⟩"],
]);

testFindings("laterality", [
  ["nb nn", "Smerter i venstre kne.", "Smerter i ⟨høyre⟩ kne.", "venstre"],
  ["nb nn", "Smerter i kneet.", "Smerter i ⟨høyre⟩ kne."],
  ["nb nn", "Snu deg.", "Snu deg til ⟨høyre⟩."],
  ["nb uk", "Smerter i kneet.", "Біль зліва і ⟨справа⟩.".replace("зліва", "⟨зліва⟩")],
  ["nb en", "Smerter i høyre hånd.", "Pain in your ⟨left⟩ hand.", "right"],
  ["nb ar", "Den høyre skulderen.", "الكتف ⟨الأيسر⟩.", "الأيمن"],
  ["nb de", "Den høyre skulderen.", "Die ⟨linke⟩ Schulter.", "rechte"],
  ["nb sv", "Den høyre skulderen.", "Den ⟨vänstra⟩ axeln.", "högra"],
]);

testClean([
  // Words that are also something else.
  ["nb nn", "Nakken hører til ryggraden.", "Nakken høyrer til ryggraden."],
  ["nb nn", "Du kan høre et lite knepp i leddet.", "Du kan høyre eit lite knepp i leddet."],
  ["nb nn", "Du vil høre og kjenne det.", "Du vil høyre og kjenne det."],
  ["nb nn", "Det kan høres rart ut.", "Det kan høyrest rart ut."],
  ["nb nn", "Du hører mindre med årene.", "Du høyrer mindre med åra, og hørsla vert svekt."],
  ["nb nn", "Ta deg tid til å høre etter.", "Ta deg tid til å høyre etter."],
  ["nb de", "Lenker til andre sider", "Links zu weiteren Seiten"],
  ["nb de", "Rettigheter og plikter", "Rechte und Pflichten"],
  ["nb de", "Det går ganske bra.", "Es geht recht gut."],
  ["nb de", "Etter norsk lov gjelder dette.", "Nach Maßgabe des Rechts gilt dies."],
  ["nb en", "Du er i gode hender.", "You are in the right hands."],
  ["nb en", "Bussen gikk for en halv time siden.", "The bus left half an hour ago."],
  ["nb en", "Resten av dosen", "Left-over medicine: the rest of the dose"],
  ["nb en", "Høyreklikk med musen.", "Right-click with the mouse."],
  ["nb en", "Det er greit.", "It is all right."],
  ["nb pl", "Partenes rettigheter", "Prawa strony"],
  ["nb uk", "Dette er en privat sak.", "Це особиста справа."],
  ["nb ar", "Dette er lettere.", "هذا أيسر."],
  ["nb sv", "Det blir høyere og høyere.", "Det blir högre och högre."],
  ["nb en", "Partiet Høyre vil ha valgfrihet.", "The Conservative Party wants free choice."],
  ["nb en", "Vi møtte høyreiste folk.", "We met proud people."],
  ["da en", "Partiet Venstre er imod.", "The Liberal Party is against it."],
  // And the same words as sides.
  ["nb nn", "Snu deg mot høyre.", "Snu deg mot høyre."],
  ["nb nn", "Smerter i høyre kne.", "Smerter i høyre kne."],
  [
    "nb de",
    "Bildet til venstre viser den høyre og den venstre siden.",
    "Links im Bild sieht man die rechte und die linke Seite.",
  ],
  ["nb uk", "Til venstre og til høyre.", "Зліва і справа."],
]);
