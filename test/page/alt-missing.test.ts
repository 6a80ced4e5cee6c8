// Rule `alt-missing`.
import { testClean, testFindings, testSeverity } from "./rows.ts";

testFindings("alt-missing", "warning", [
  ["Se ⟨![](rom.jpg)⟩ her."],
  ["⟨![ ](rom.jpg)⟩"],
  ["⟨![](rom.jpg)⟩ og ⟨![](dør.jpg)⟩"],
  ["[⟨![](rom.jpg)⟩](kontakt.md)"],
  ["## ⟨![](rom.jpg)⟩ Rommet"],
  ["| ⟨![](rom.jpg)⟩ |\n| --- |\n| Rom |"],
  ['Se ⟨<img src="rom.jpg">⟩ her.'],
  ['Se ⟨<img src="rom.jpg" alt=" ">⟩ her.'],
  ["⟨![][rom]⟩\n\n[rom]: rom.jpg"],
  ["<!-- i18n:skip -->\n\n⟨![](rom.jpg)⟩"],
]);

testClean("alt-missing", [
  "![Rommet](rom.jpg)",
  '<img src="rom.jpg" alt="Rommet">',
  'Se <img src="rom.jpg" alt=""> her, og <img alt src=rom.jpg>.',
  "`![](rom.jpg)`",
  "[](kontakt.md)",
]);

testSeverity("alt-missing", "![](rom.jpg)");
