// Rule `html-dropped`.
import { describe, expect, test } from "vitest";
import { said } from "../said.ts";
import { findingsOf, testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

describe("what shows something to readers", () => {
  testFindings("html-dropped", "error", [
    ['⟨<iframe src="https://kart.example/inn" title="Kart">⟩Kartet vises ikke</iframe>'],
    ['Se ⟨<video controls src="https://film.example/a.mp4">⟩Filmen vises ikke</video> her.'],
    ['⟨<audio src="a.mp3">⟩</audio>\n\n⟨<embed src="a.pdf">⟩\n\n⟨<object data="a.pdf">⟩Last ned</object>'],
    ['⟨<svg viewBox="0 0 1 1">⟩<path d="M0"/></svg>'],
    ["⟨<canvas>⟩Tegning</canvas>"],
    ['⟨<form action="/bestill">⟩<label>Navn</label> <input name="n"> <button>Send</button></form>'],
    ["Trykk ⟨<button>⟩her</button>, eller skriv ⟨<textarea>⟩x</textarea>."],
    ['Velg ⟨<input type="text">⟩ eller ⟨<select>⟩<option>a</option></select>.'],
    ["⟨![bilde](http://example.no/a.png)⟩"],
    ["⟨![bilde](data:image/png;base64,AAAA)⟩"],
    ['⟨<img alt="bilde">⟩'],
  ]);
});

const asText: Row[] = [
  ["Skriv ⟨<navn>⟩ her.", ["&lt;navn>"]],
  ["Hent /api/⟨<kommune>⟩/skoler.", ["&lt;kommune>"]],
  ["⟨<Kort tittel='a'>⟩Tekst</Kort>", ["&lt;Kort tittel='a'>"]],
];
describe("words between < and >", () => {
  testFindings("html-dropped", "error", asText);
  testAdvice("html-dropped", asText);
});

describe("what never ends, or is for a program on a server", () => {
  testFindings("html-dropped", "error", [
    ["Før.\n\n⟨<!--⟩ Etter.\n\nSlutt."],
    ["⟨<?php⟩ echo 1; ?>"],
    ["⟨<![CDATA[⟩ Tekst ]]>"],
    ["⟨<style>⟩ p {}\n\nTekst."],
    ['⟨<div⟩ class="a"\nTekst som er borte.\n\nMer.'],
  ]);
});

describe("what readers do not miss", () => {
  testFindings("html-dropped", "warning", [
    ["⟨<script>⟩alert(1)</script>\n\n⟨<style>⟩p {}</style>"],
    ['⟨<font color="red">⟩Rødt</font>'],
    ["⟨<article>⟩\n\nTekst\n\n</article>"],
    ['⟨<div class="pris">⟩450</div>'],
    ['⟨<p onclick="x()">⟩Tekst</p>'],
    ['<img src="a.png" alt="A">\n\n⟨<img src="a.png" alt="A" loading="lazy">⟩'],
  ]);
});

testClean("html-dropped", [
  "Vanlig *tekst* med <https://example.no>, <post@example.no> og 1 < 2.",
  "H<sub>2</sub>O, <b>fet</b>, <i>kursiv</i>, <abbr title='intramuskulær stimulering'>IMS</abbr>, <span lang='en'>x</span>",
  "<details><summary>Mer</summary>\n\nTekst\n\n</details>",
  "<dl><dt>Pris</dt><dd>450</dd></dl>\n\n<figure><img src='a.png' alt='A'><figcaption>B</figcaption></figure>",
  "<table><caption>Priser</caption><tr><td colspan='2'>a</td></tr></table>",
  "<a id='her'></a><a name='der'></a> <p id='x'>Tekst</p>",
  "<!-- en merknad -->\n\n`<navn>`\n\n    <iframe>\n\n\\<navn>",
  "- [x] Gjort\n\nFot.[^1]\n\n| a |\n|:-:|\n| b |\n\n[^1]: Note.",
]);

testSeverity("html-dropped", "<iframe></iframe>");

test("each kind is told once, with how often and in which lines", () => {
  const found = findingsOf(
    "html-dropped",
    '---\ntitle: T\n---\n\n<p class="a">A</p>\n\n<p class="b">B</p>\n\n<iframe></iframe>\n',
  );
  expect(found.map(({ reason }) => said(reason))).toEqual([
    "The attribute `class` is not published. Delete it. This is found 2 times, in lines 5, 7.",
    "Pages cannot show <iframe>, so readers miss what is in it. Write a link to it: [text](https://…).",
  ]);
});
