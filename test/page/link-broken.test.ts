// Rule `link-broken`.
import { describe, expect, test } from "vitest";
import { findingsOf, testClean, testFindings, testSeverity } from "./rows.ts";

describe("to a page that there is not", () => {
  testFindings("link-broken", "error", [
    ["Les ⟨[mer](../kontatk.md)⟩.", ["../kontakt.md"]],
    ["Les ⟨[mer](kontakt.md)⟩.", ["../kontakt.md"]],
    ["Les ⟨[mer](../helse/massasje.md#pris)⟩.", ["massasje.md#pris"]],
    ["Les ⟨[mer](masasje.md)⟩.", ["massasje.md"]],
    ["Les ⟨[mer](../blomster/vaser-og-krukker.md)⟩.", []],
    ["Les ⟨[mer][1]⟩.\n\n[1]: ../kontatk.md", ["../kontakt.md"]],
    ['Les ⟨<a href="../kontatk.md">mer</a>⟩.', ["../kontakt.md"]],
    ["⟨[a](ingen.md)⟩ og ⟨[b](intet.md)⟩"],
    ["## ⟨[mer](../kontatk.md)⟩"],
    ["<!-- i18n:skip -->\n\nLes ⟨[mer](../kontatk.md)⟩."],
  ]);
});

describe("to a heading that there is not", () => {
  testFindings("link-broken", "error", [
    ["⟨[når](../kontakt.md#apningstider)⟩", ["../kontakt.md#åpningstider"]],
    ["⟨[når](../kontakt.md#noe-helt-annet)⟩", ["../kontakt.md#åpningstider", "../kontakt.md#her-finner-du-oss"]],
    ["## Pris\n\n⟨[opp](#priss)⟩", ["#pris"]],
    ["## Pris\n\n⟨[opp](side.md#priss)⟩", ["#pris"]],
    ["⟨[opp](#pris)⟩", []],
    ["## Pris\n\n⟨[opp](#Pris)⟩", ["#pris"]],
  ]);
});

describe("along a path that no site can have", () => {
  testFindings("link-broken", "error", [
    ["⟨[a](../../kontakt.md)⟩", []],
    ["⟨[a](masasje.html)⟩", ["massasje.md"]],
    ["⟨[a](massasje.html#priis)⟩", ["massasje.md#pris"]],
    ["⟨[a](ukjent/)⟩", []],
    ["⟨[a](post@example.no)⟩", ["mailto:post@example.no"]],
    ["⟨[a](www.example.no/a)⟩", ["https://www.example.no/a"]],
  ]);
});

describe("along a path that another program would write for a page", () => {
  testFindings("link-broken", "warning", [
    ["⟨[a](/kontakt.md)⟩", ["../kontakt.md"]],
    ["⟨[a](/kontakt.md#åpningstider)⟩", ["../kontakt.md#%C3%A5pningstider"]],
    ["⟨[a](../kontakt.html)⟩", ["../kontakt.md"]],
    ["⟨[a](massasje.html#pris)⟩", ["massasje.md#pris"]],
    ["⟨[a](massasje/)⟩", ["massasje.md"]],
    ["⟨[a](massasje)⟩", ["massasje.md"]],
    ["⟨[a](../kontakt/)⟩", ["../kontakt.md"]],
  ]);
});

describe("without an address that may be", () => {
  testFindings("link-broken", "error", [
    ["⟨[klikk](javascript:alert)⟩", []],
    ["⟨[fil](ftp://example.no/a)⟩", []],
    ["⟨<a>tekst</a>⟩", []],
  ]);
});

describe("an address in running text", () => {
  testFindings("link-broken", "warning", [
    ["Se ⟨https://example.no/a⟩ her.", ["<https://example.no/a>", "[text](https://example.no/a)"]],
    ["⟨http://example.no⟩ og ⟨https://example.no⟩"],
    ["- **⟨https://example.no⟩**"],
    ["Se ⟨https://example.no/a⟩, eller ⟨https://example.no⟩."],
    ["Se ⟨www.example.no/a⟩.", ["<https://www.example.no/a>", "[www.example.no/a](https://www.example.no/a)"]],
    ["Skriv til ⟨post@example.no⟩, eller ring.", ["<post@example.no>", "[post@example.no](mailto:post@example.no)"]],
  ]);
});

testClean("link-broken", [
  "[a](../kontakt.md), [b](../kontakt.md#åpningstider), [c](massasje.md#pris), [d](./massasje.md)",
  "[a](../kontakt.md#%C3%A5pningstider)",
  "## Pris\n\n[opp](#pris) og [opp](side.md#pris)",
  "## Pris\n\n## Pris\n\n[ned](#pris-1)",
  "[a](https://example.no/x.md), [b](/side/), [c](mailto:post@example.no), [d](tel:+4722334455), [e](a.pdf)",
  "<https://example.no/a> og [tekst](https://example.no/a) og `https://example.no/a`",
  "[https://example.no](https://example.no)",
  "<post@example.no>, [post@example.no](mailto:post@example.no), `post@example.no`, @navn, a @ b, www. og 5@6",
  "[a](/kontakt), [b](/kontakt.html), [c](/), [d](?x=1), [e]({{site.url}}/a)",
  "![bilde](https://example.no/a.png) og ![bilde](/a.png)",
  "Fotnote.[^1]\n\n[^1]: Tekst.",
]);

testSeverity("link-broken", "[mer](ingen.md)");

describe("what is no error stays a warning, and goes with the rule", () => {
  test.each(["Se https://example.no her.", "[a](massasje.html)"])("%s", (markdown) => {
    const page = `---\ntitle: T\n---\n\n${markdown}\n`;
    const levels = (["error", "warning", "info", "off"] as const).map((severity) =>
      findingsOf("link-broken", page, severity).map((finding) => finding.severity),
    );
    expect(levels).toEqual([["warning"], ["warning"], ["info"], []]);
  });
});

test("of very many broken links each is named, and the first ones with what may be meant", () => {
  const links = Array.from({ length: 250 }, (_, index) => `[a](../kontatk.md#${index})`).join("\n\n");
  const found = findingsOf("link-broken", `---\ntitle: T\n---\n\n${links}\n`);
  expect(found).toHaveLength(250);
  expect(found.filter(({ expected }) => expected.length > 0)).toHaveLength(200);
});
