// Rule `bidi` in pages: marks that no one sees, and that show a text in another order.
import { testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

const rows: Row[] = [
  ["Ring ⟨\u202e⟩oss⟨\u202c⟩.", [""]],
  ["Ring ⟨\u200f⟩22 33 44 55.", [""]],
  ["## Om ⟨\u2067⟩oss⟨\u2069⟩", [""]],
  ["Ring ⟨&#x202E;⟩oss.", [""]],
  ["Ring ⟨&rlm;⟩oss.", [""]],
  ["`a⟨\u202e⟩b`", [""]],
  ["```\na⟨\u202e⟩b\n```", [""]],
  ["[a](https://example.no/⟨\u202e⟩b)", [""]],
  ["<!-- i18n:skip -->\n\nIkke ⟨\u202e⟩oversatt.", [""]],
  ["---\ntitle: Om ⟨\u202e⟩oss\n---\n", [""]],
  ["---\ntitle: T\nauthor: Kari ⟨\u202e⟩Nordmann\n---\n", [""]],
];

testFindings("bidi", "error", rows);
testAdvice("bidi", rows);

testClean("bidi", ["Ring oss på 22 33 44 55.", "العربية 22 33", "so\u00ADft\u200B", "\\&#x202E; og `&#x202E;`"]);

testSeverity("bidi", "Ring \u202eoss.");
