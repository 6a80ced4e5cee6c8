// Rule `notation`.
import { describe, expect, test } from "vitest";
import { readPage } from "../../src/core/page/page.ts";
import { said } from "../said.ts";
import { findingsOf, testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

describe("marks of other programs", () => {
  testFindings("notation", "warning", [
    ['Se ⟨{{< figure src="a.png" >}}⟩ her.', []],
    ["⟨{{% notice %}}⟩\n\nTekst"],
    ["⟨{% include kontakt.html %}⟩"],
    ["Ring ⟨{{ site.phone }}⟩."],
    ["[a](⟨{{site.url}}⟩/a)"],
    ["<p>⟨{% include a.html %}⟩</p>"],
    ["⟨:::tip⟩\n\nTekst\n\n:::"],
    ["⟨::: {.callout-note}⟩\n\nTekst"],
    ['⟨!!! note "Tittel"⟩\n    Tekst'],
    ["> ⟨[!OBS]⟩ Tekst"],
    ["```⟨{note}⟩\nTekst\n```".replace("```⟨{note}⟩", "⟨```{note}⟩")],
    ["⟨[[toc]]⟩"],
    ["⟨[TOC]⟩"],
    ["- toc\n\n⟨{:toc}⟩"],
    ["Tekst\n⟨{:.ingress}⟩"],
    ["## Overskrift ⟨{.stor}⟩"],
    ["## Overskrift ⟨{#id .stor}⟩"],
    ["[a](https://a.no)⟨{target=_blank}⟩"],
    ["Se ⟨[[Priser]]⟩."],
    ["⟨![[bilde.png]]⟩"],
    ["⟨import A from './a.js'⟩\n\nTekst"],
    ["Tekst ⟨{/* merknad */}⟩"],
    ['⟨[gallery ids="1,2"]⟩'],
    ["Ord\n⟨: Forklaring⟩"],
    ["Pass på ⟨:warning:⟩ her."],
    ["Se her.⟨[^1]⟩"],
    ["Se ⟨[her][lenke]⟩."],
  ]);
});

const written: Row[] = [
  ["Drikk H⟨~2~⟩O.", ["<sub>2</sub>"]],
  ["10 m⟨^2^⟩", ["<sup>2</sup>"]],
  ["Det er ⟨==viktig==⟩.", ["<mark>viktig</mark>"]],
  ["⟨![Rom](rom med vindu.jpg)⟩", ["![Rom](<rom med vindu.jpg>)"]],
  ["Last ned ⟨[skjema](filer/mitt skjema.pdf)⟩.", ["[skjema](<filer/mitt skjema.pdf>)"]],
  ["⟨![Rom](rom.jpg =100x20)⟩", ["![Rom](rom.jpg)"]],
];
describe("with what to write", () => {
  testFindings("notation", "warning", written);
  testAdvice("notation", written);
});

testClean("notation", [
  "Hold i 5~10 minutter, 2~3 ganger. 1 = 1, a == b, x^2 og 3 ^ 4.",
  "`{{< figure >}}`, \\{\\{ a }}, \\[\\[toc]]\n\n```\n{% a %}\n[[toc]]\n```\n\n    :::tip\n\n<!-- {{ a }} -->",
  "## Pris {#pris}\n\n[opp](#pris)",
  "Fot.[^1] Se [her][x], [x][] og [x].\n\n[^1]: Note.\n\n[x]: https://a.no 'T'",
  "[a](<b c.pdf>), [a](b.pdf 'T t'), [a]( b.pdf ), [[1]](https://a.no), (a) [b] (c d) og [note](se under)",
  "Kl. 10:30:00, forhold 1:2:3, «sa: nei: ja», {a}, [ ] og [x]",
  "- [ ] Gjør\n- [x] Gjort",
  "<style>a {.b}</style>",
]);

testSeverity("notation", "{{ a }}");

test("each kind is told once, with how often and in which lines", () => {
  const found = findingsOf("notation", "---\ntitle: T\n---\n\n{{< a >}}\n\n{{< b >}}\n\n[[toc]]\n");
  expect(found.map(({ reason }) => said(reason))).toEqual([
    "`{{< a >}}` is for another program, and stays as it is here. Write what it would show, or delete it. This is found 2 times, in lines 5, 7.",
    "`[[toc]]` does not make a table of contents, and readers see it. Delete it.",
  ]);
});

test("a page of beginnings without ends takes no time that grows with its square", () => {
  for (const piece of ["{{<", "{%", "{{", "[[", "![a](b c ", "==a ", "[a b=", ":a_", "$$a"])
    expect(readPage(`---\ntitle: T\n---\n\n${`${piece} `.repeat(80)}\n\n`.repeat(20), "x")).toBeDefined();
});
