// Rule `length`.
import { testClean, testFindings } from "./rows.ts";

testFindings("length", [
  ["nb en", "Ring oss hvis du har spørsmål om behandlingen.", "⟨…⟩"],
  [
    "nb de",
    "Vi undersøker deg alltid grundig på den første konsultasjonen, og vi lager en plan sammen med deg.",
    "⟨Wir untersuchen Sie.⟩",
  ],
  [
    "nb en",
    "Vi undersøker deg alltid.",
    "⟨We always examine you, and we also have a great deal more to say about that than anybody could ever have wished for, again and again and again.⟩",
  ],
  ["nb sv", "Det skjedde i den første uken i 2022.", "Det hände under den första veckan ⟨2022⟩", "2022."],
  ["nb en", "Du kan være øm etterpå, men det går over.", "You may be sore afterwards, but it ⟨will⟩", "will."],
  ["nb ar", "Er det smertefullt for deg?", "هل هو مؤلم ⟨لك⟩", "لك؟"],
]);

testClean([
  ["nb de", "Bestill time", "Einen Termin vereinbaren"],
  ["nb en", "Det koster ca. 450 kr.", "It costs about NOK 450"],
]);
