import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../../src/core/language/all.ts";
import { cueNames, type CueName } from "../../src/core/language/cues.ts";
import { readCue } from "../../src/core/terms/cues.ts";

/** What a language says in no way that is known: rules that need such a list read nothing there. */
const off: Readonly<Record<string, readonly CueName[]>> = {
  uk: ["more", "than", "perceive", "anyone"],
  ar: ["more", "than", "perceive", "anyone"],
};

describe("the cue lists of every language are well written", () => {
  test.each(languageCodes)("%s", (code) => {
    const cues = languageOf(code)?.cues;
    for (const name of Object.keys(cueNames) as CueName[]) {
      const list = cues?.[name] ?? [];
      expect(list.length > 0, name).toBe(!off[code]?.includes(name));
      for (const cue of list) {
        expect(cue, `${name}: a choice is empty`).not.toMatch(/^\s|\s$|\s\s|\/\/|(^|\s)\/|\/(\s|\?|$)|^$/);
        const parts = readCue(cue);
        const needed = parts.filter((part) => !part.optional);
        expect(needed.length, `${name}: "${cue}" can be empty`).toBeGreaterThan(0);
        const anyWord = needed.every(
          (part) => part.words.size === 0 && part.others.every(([first]) => first?.kind === "any"),
        );
        expect(anyWord, `${name}: "${cue}" can be any word`).toBe(false);
      }
    }
  });
});

test("each list is asked for somewhere", () => {
  const folder = new URL("../../src/core/terms/", import.meta.url);
  const code = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts") && !name.endsWith("close-weights.ts") && !name.endsWith("close-features.ts"))
    .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), folder), "utf8"))
    .join("\n");
  const isAsked = (name: string): boolean =>
    new RegExp(`["| ]${name}["|?*+{ ]`, "u").test(code.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, ""));
  expect(Object.keys(cueNames).filter((name) => !isAsked(name))).toEqual([]);
});
