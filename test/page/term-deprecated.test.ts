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

testClean("term-deprecated", ["Vi tilbyr tørrnåling.", "`nålestikking`", "[mer](../nålestikking.pdf)"]);

testSeverity("term-deprecated", "Vi tilbyr nålestikking.");
