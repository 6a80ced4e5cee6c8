// Rule `term-swapped`: a concept of the source was put by one that is distinct from it.
import { expect, test } from "vitest";
import { unmarked } from "../places.ts";
import { findingsOf } from "./terms.ts";

test.each([
  ["en", "Tørrnåling hjelper.", "⟨Acupuncture⟩ helps.", "dry needling"],
  ["en", "Tørrnåling hjelper.", "Dry needling (⟨acupuncture⟩) helps.", "dry needling"],
  ["en", "<em>Tørrnåling</em> hjelper.", "<em>⟨Acupuncture⟩</em> helps.", "dry needling"],
  ["de", "Vi tilbyr tørrnåling.", "Wir bieten ⟨Akupunktur⟩ an.", "Dry Needling"],
])("%s: %s | %s", (language, source, marked, expected) => {
  const { text, places } = unmarked(marked);
  const found = findingsOf("term-swapped", language, source, text);
  expect(found.map(({ start, end }) => [start, end])).toEqual(places);
  expect(found[0]?.expected).toContain(expected);
});

test.each([
  ["en", "Tørrnåling hjelper.", "Dry needling helps."],
  ["en", "Akupunktur hjelper.", "Acupuncture helps."],
  ["en", "Tørrnåling er ikke akupunktur.", "Dry needling is not acupuncture."],
  ["en", "Massasje hjelper.", "Acupuncture helps."],
])("%s: %s | %s is no swap", (language, source, translation) => {
  expect(findingsOf("term-swapped", language, source, translation)).toEqual([]);
});
