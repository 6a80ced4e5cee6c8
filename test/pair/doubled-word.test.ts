// Rule `doubled-word`.
import { testClean, testFindings } from "./rows.ts";

testFindings("doubled-word", [
  ["nb en", "Les den siste delen.", "Read ⟨the the⟩ last part.", "the"],
  ["nb da", "Varme og hvile.", "Varme ⟨og og⟩ hvile."],
  ["nb de", "Varme og hvile.", "Wärme ⟨und Und⟩ Ruhe."],
  ["nb ar", "Ring oss i dag.", "اتصل ⟨بنا بنا⟩ اليوم."],
]);

testClean([
  ["nb en", "Dere sa at det var bra.", "You said that that was good."],
  ["nb da", "Så så vi det.", "Så så vi det."],
]);
