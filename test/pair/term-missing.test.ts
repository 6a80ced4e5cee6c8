// Rule `term-missing`: a concept of the source has no term in the translation.
import { expect, test } from "vitest";
import { unmarked } from "../places.ts";
import { findingsOf } from "./terms.ts";

test.each([
  ["en", "Tørrnåling hjelper.", "⟨It helps.⟩", "dry needling"],
  ["en", "Tørrnåling og akupunktur.", "⟨Dry needling and the rest.⟩", "acupuncture"],
  ["de", "Etter tørrnåling kan du være støl.", "⟨Danach kann es Muskelkater geben.⟩", "Dry Needling"],
])("%s: %s | %s", (language, source, marked, expected) => {
  const { text, places } = unmarked(marked);
  const found = findingsOf("term-missing", language, source, text);
  expect(found.map(({ start, end }) => [start, end])).toEqual(places);
  expect(found[0]?.expected).toContain(expected);
});

test.each([
  ["en", "Tørrnåling hjelper.", "Dry needling helps."],
  ["en", "Massasje hjelper.", "Massage helps."],
  // The distinct term in its place is a swap, and named once.
  ["en", "Tørrnåling hjelper.", "Acupuncture helps."],
  ["en", "Tørrnåling hjelper.", ""],
  // Addresses stay as they are.
  ["en", "Se www.tørrnåling.no.", "See www.tørrnåling.no."],
])("%s: %s | %s misses none", (language, source, translation) => {
  expect(findingsOf("term-missing", language, source, translation)).toEqual([]);
});
