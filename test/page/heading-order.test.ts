// Rule `heading-order`.
import { testClean, testFindings, testSeverity } from "./rows.ts";

testFindings("heading-order", "warning", [
  ["## To\n\n⟨#### Fire⟩", ["###"]],
  ["# En\n\n⟨### Tre⟩\n\n⟨##### Fem⟩", ["##"]],
  ["# En\n\n## To\n\n⟨##### Fem⟩\n\nTekst.\n\n###### Seks", ["###"]],
  ["# En\n\n> ⟨### I et sitat⟩", ["##"]],
  ["# En\n\n⟨<h3>Som HTML</h3>⟩", ["##"]],
  ["En\n==\n\n⟨### Tre⟩", ["##"]],
  ["## To\n\n<!-- i18n:skip -->\n\n⟨#### Hoppet over⟩", ["###"]],
]);

testClean("heading-order", [
  "# En\n\n## To\n\n### Tre\n\n## To igjen\n\n# En igjen",
  "### Den første kan være hva som helst",
  "# En\n\n## To\n\n### Tre\n\n#### Fire\n\n##### Fem\n\n###### Seks\n\n# Opp igjen",
  "# En\n\n```\n#### kode\n```",
  "# En\n\nMed en fotnote.[^1]\n\n[^1]: Under en overskrift som er laget.",
]);

testSeverity("heading-order", "# En\n\n### Tre");
