import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../../src/core/language/all.ts";
import { cueNames, type CueName } from "../../src/core/language/cues.ts";
import { expandCue } from "../../src/core/terms/cues.ts";

describe("the cue lists of every language are well written", () => {
  test.each(languageCodes)("%s", (code) => {
    const cues = languageOf(code)?.cues;
    for (const name of Object.keys(cueNames) as CueName[]) {
      const list = cues?.[name] ?? [];
      expect(list.length, name).toBeGreaterThan(0);
      for (const cue of list) {
        const sequences = expandCue(cue);
        expect(sequences.length, cue).toBeLessThan(6000);
        for (const elements of sequences) {
          expect(elements.length, `${name}: "${cue}" can be empty`).toBeGreaterThan(0);
          expect(
            elements.some((element) => element.kind !== "any"),
            `${name}: "${cue}" can be any word`,
          ).toBe(true);
        }
      }
    }
  });
});
