// Rule `term-confused` in pages; test/terms has what equates two terms and what does not.
import { testClean, testFindings, testSeverity } from "./rows.ts";

testFindings("term-confused", "error", [
  ["⟨Tørrnåling (akupunktur)⟩ virker."],
  ["⟨Tørrnåling er akupunktur⟩."],
  ["⟨Tørrnåling er **akupunktur⟩**."],
  ["> ⟨Tørrnåling er\n> akupunktur⟩."],
  ["## ⟨Tørrnåling (akupunktur)⟩"],
  ["<!-- i18n:skip -->\n\n⟨Tørrnåling er akupunktur⟩."],
  ["---\ntitle: ⟨Tørrnåling (akupunktur)⟩\n---\n"],
]);

testClean("term-confused", [
  "Tørrnåling er ikke akupunktur.",
  "Vi tilbyr massasje, tørrnåling og akupunktur.",
  "Tørrnåling.\n\nAkupunktur.",
]);

testSeverity("term-confused", "Tørrnåling er akupunktur.");
