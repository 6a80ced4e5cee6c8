// Rule `quotes`.
import { testClean, testFindings } from "./rows.ts";

testFindings("quotes", [
  ["nb en", "Det kalles «stramme bånd».", 'It is called ⟨"taut bands"⟩.', "“taut bands”"],
  ["nb en", "Det kalles «stramme bånd».", "It is called ⟨«taut bands»⟩.", "“taut bands”"],
  ["nb de", "Det kalles «stramme bånd».", "Man nennt sie ⟨“Hartspannstränge”⟩.", "„Hartspannstränge“"],
  ["nb pl", "Det kalles «stramme bånd».", "To tak zwane ⟨“⟩napięte pasma”.", "„"],
  ["nb sv", "Det kalles «stramme bånd».", "De kallas ⟨«spända band»⟩.", "”spända band”"],
  ["nb nn", "Det kalles «stramme bånd».", "Det heiter ⟨“stramme band”⟩.", "«stramme band»"],
  ["nb uk", "Det kalles «stramme bånd».", 'Це називають ⟨"напруженими тяжами"⟩.', "«напруженими тяжами»"],
  ["nb en", "Hun sa: «Det kalles ‘stramme bånd’.»", "She said: ⟨«They are «taut bands».»⟩", "“They are ‘taut bands’.”"],
  ["nb en", "Det kalles «stramme bånd».", "It is called ⟨“⟩taut bands."],
  ["nb en", "Det kalles «stramme bånd».", "It is called taut bands⟨”⟩."],
]);

testClean([
  ["nb sv", "Det kalles «stramme bånd».", "De kallas ”spända band”."],
  ["nb en", "Det kalles «stramme bånd».", "They are called ‘taut bands’."],
]);
