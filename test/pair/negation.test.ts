// Rule `negation`.
import { testClean, testFindings } from "./rows.ts";

testFindings("negation", [
  ["nb en", "Du skal ikke trene.", "⟨You should exercise.⟩"],
  ["nb en", "Du skal trene.", "You should ⟨not⟩ exercise."],
  ["nb en", "Ring oss. Du må ikke vente.", "Call us. ⟨You must wait.⟩"],
  ["nb de", "Bruk aldri varme.", "⟨Verwenden Sie Wärme.⟩"],
  ["nb de", "Bruk varme.", "Verwenden Sie ⟨keine⟩ Wärme."],
  ["nb pl", "Du trenger ikke henvisning.", "⟨Potrzebujesz skierowania.⟩"],
  ["nb sv", "Du trenger ikke henvisning.", "⟨Du behöver remiss.⟩"],
  ["nb da", "Uten bedøvelse.", "⟨Med bedøvelse.⟩"],
  ["nb nn", "Du skal ikke trene.", "⟨Du skal trene.⟩"],
  ["nb uk", "Ikke bruk varme.", "⟨Використовуйте тепло.⟩"],
  ["nb ar", "Ikke bruk varme.", "⟨استخدم الحرارة.⟩"],
  ["nb en", "Det gjør vondt.", "It doe⟨⟩s hurt.".replace("⟨⟩", "")],
  ["nb en", "Det gjør vondt.", "It ⟨doesn’t⟩ hurt."],
]);

testClean([
  ["nb de", "Det er ikke smertefullt.", "Es ist schmerzfrei."],
  ["nb en", "Ikke bare ryggen, men også nakken.", "Both the back and the neck."],
]);
