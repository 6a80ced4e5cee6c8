// Rule `whitespace` in pages: characters that no one sees as what they are hide words from readers and from rules.
import { testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

const rows: Row[] = [
  ["tørr⟨\u200b⟩nåling", [""]],
  ["tørr⟨&#x200B;⟩nåling", [""]],
  ["tørr⟨&ZeroWidthSpace;⟩nåling", [""]],
  ["a⟨\u2060\u200b⟩b og c⟨\ufeff⟩d", [""]],
  ["- **a⟨\u200b⟩b**", [""]],
  ["⟨I\u041cS⟩ her", ["IMS"]],
  ["⟨ＩＭＳ⟩ her", ["IMS"]],
  ["myo⟨\ufb01⟩brill", ["fi"]],
  ["`a⟨\u200b⟩b`", [""]],
  ["![⟨I\u041cS⟩](b.png)", ["IMS"]],
  ['[a](../kontakt.md "⟨I\u041cS⟩")', ["IMS"]],
  ["<!-- i18n:skip -->\n\na⟨\u200b⟩b", [""]],
  ["---\ntitle: Om ⟨I\u041cS⟩\n---\n", ["IMS"]],
  ["---\ntitle: T\ncategory: a⟨\u200b⟩b\n---\n", [""]],
];

testFindings("whitespace", "warning", rows);
testAdvice("whitespace", rows);

testClean("whitespace", [
  "so\u00ADft og n\u00A0bsp og 1\u202F000",
  "👩\u200D⚕️ ❤️ 1️⃣",
  "  To blanke  \nog en linje til.",
  "می\u200Cخواهم",
  "TNFα, kΩ, μg",
  // Where a line may be broken.
  "IMS/\u200Btørrnåling og IMS&#8203;/&#8203;tørrnåling",
  "kurs\u200B og time",
]);

testSeverity("whitespace", "tørr\u200bnåling");
