// Rule `term-deprecated` in pages.
import { testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

const rows: Row[] = [
  ["Vi tilbyr ⟨nålestikking⟩.", ["tørrnåling"]],
  ["## ⟨Nålestikking⟩", ["Tørrnåling"]],
  ["- ⟨nålestikking⟩\n- ⟨nålestikking⟩", ["tørrnåling"]],
  ["[⟨nålestikking⟩](../kontakt.md)", ["tørrnåling"]],
  ["![⟨Nålestikking⟩ på ryggen](a.png)", ["Tørrnåling"]],
  ["Vi tilbyr ⟨n&aring;lestikking⟩.", ["tørrnåling"]],
  ["<!-- i18n:skip -->\n\nVi tilbyr ⟨nålestikking⟩.", ["tørrnåling"]],
  ["---\ntitle: Om ⟨nålestikking⟩\n---\n", ["tørrnåling"]],
  ["---\ntitle: T\ndescription: Om ⟨nålestikking⟩ her\n---\n", ["tørrnåling"]],
];

testFindings("term-deprecated", "warning", rows);
testAdvice("term-deprecated", rows);

testFindings("term-deprecated", "warning", [
  ["Se www.nålestikking.no for ⟨nålestikking⟩."],
  ["⟨Nålestikking⟩ (se nålestikking.no)."],
  ["⟨Nålestikking⟩/akupunktur. ⟨Nålestikking⟩.Det er noe annet."],
]);

testClean("term-deprecated", [
  "Vi tilbyr tørrnåling.",
  "`nålestikking`",
  "[mer](../nålestikking.pdf)",
  // Names: addresses, files, handles.
  "Skriv til post@nålestikking.no eller nålestikking@klinikk.no.",
  "Se <https://example.org/nålestikking> og https://example.org/om/(nålestikking).",
  "Se [www.nålestikking.no](https://www.nålestikking.no) og nålestikking.no/kurs.",
  "Last ned nålestikking.pdf, «Nålestikking.PDF» og /tilbud/nålestikking/.",
  "Følg @nålestikking.",
  "---\ntitle: T\ndescription: Se nålestikking.no\n---\n",
]);

testSeverity("term-deprecated", "Vi tilbyr nålestikking.");
