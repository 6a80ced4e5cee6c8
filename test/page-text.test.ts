// What readers see of a page is what its author wrote: nothing is struck out, parted or joined that was not meant to be.
import { describe, expect, test } from "vitest";
import { nb } from "../src/core/language/nb.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { fill } from "../src/core/publish/fill.ts";

function pageOf(body: string): Page {
  const reading = readPage(`---\ntitle: T\n---\n\n${body}\n`, "x");
  if (!reading.page) throw new Error(JSON.stringify(reading.mistakes));
  return reading.page;
}

function htmlOf(body: string, language = nb): string {
  const page = pageOf(body);
  const texts = page.units.map(({ text }) => text);
  return fill(page.template, { units: page.units, texts, language, addressOf: ({ href }) => href });
}

describe("only two tildes strike", () => {
  test.each([
    ["Hold i 5~10 minutter, 2~3 ganger.", "<p>Hold i 5~10 minutter, 2~3 ganger.</p>"],
    ["~ca.~ 10", "<p>~ca.~ 10</p>"],
    ["~~Avlyst~~ time.", "<p><del>Avlyst</del> time.</p>"],
  ])("%s", (body, html) => {
    expect(htmlOf(body)).toBe(html);
  });
});
