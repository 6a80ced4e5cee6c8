import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/core/language/all.ts";
import type { TextFinding } from "../../src/core/finding.ts";
import { asSeen } from "../../src/core/terms/as-seen.ts";
import { compileTerms, type TermIndex } from "../../src/core/terms/term-index.ts";
import { lookAlikes, type Script } from "../../src/core/terms/look-alikes.ts";
import { findTerms } from "../../src/core/terms/recognise.ts";
import { checkText, checkTranslation } from "../../src/core/terms/rules.ts";
import type { Termbase } from "../../src/core/terms/termbase.ts";
import { indexes, readSentences, readTermbase } from "./termbases.ts";

/** Zero width, joiners, marks of direction, variation selectors, tags, fillers. */
const unseen = Array.from(
  "\u00AD\u034F\u061C\u115F\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2066\u2067\u2068\u2069\u3164\uFE00\uFE0F\uFEFF\uFFA0\uFFF9\u{1D173}\u{E0001}\u{E0061}\u{E0101}\u0001\u009B",
);

/** Everything that one character can be replaced by without a reader seeing it. */
function disguisesOf(character: string, script: Script): string[] {
  const alike = [...lookAlikes[script]].flatMap(([other, letter]) => (letter === character ? [other] : []));
  const fullWidth = /[!-~]/u.test(character) ? [String.fromCharCode(character.charCodeAt(0) + 0xfee0)] : [];
  const bold = /[a-z]/u.test(character)
    ? [String.fromCodePoint(character.charCodeAt(0) - 97 + 0x1d41a)]
    : /[A-Z]/u.test(character)
      ? [String.fromCodePoint(character.charCodeAt(0) - 65 + 0x1d400)]
      : [];
  const composed = character.normalize("NFD");
  return [
    ...alike,
    ...(script === "Latin" ? [...fullWidth, ...bold] : []),
    ...(composed === character ? [] : [composed]),
  ];
}

type Disguise = { text: string; placeOf: (at: number) => number };

/** A text with unseen characters and disguised letters wherever the numbers say. */
function disguise(text: string, script: Script, choices: readonly number[]): Disguise {
  const places: number[] = [];
  let result = "";
  let at = 0;
  for (const [index, character] of Array.from(text).entries()) {
    const choice = choices[index % choices.length] ?? 0;
    if (choice % 3 === 1) result += unseen[choice % unseen.length];
    for (let unit = 0; unit < character.length; unit += 1) places[at + unit] = result.length;
    const disguises = choice % 3 === 2 ? disguisesOf(character, script) : [];
    result += disguises[choice % Math.max(1, disguises.length)] ?? character;
    at += character.length;
  }
  places[at] = result.length;
  return { text: result, placeOf: (place) => places[place] ?? result.length };
}

const choices = fc.array(fc.nat(10_000), { minLength: 30, maxLength: 120 });
const clinic = indexes(readTermbase("terms.yaml"));

function shown(findings: readonly TextFinding[]): unknown[] {
  return findings.map(({ ruleId, concept, expected }) => ({ ruleId, concept, expected }));
}

describe("what a reader does not see hides no term", () => {
  const files = ["mono-nb", "mono-nn", "mono-en", "mono-sv", "mono-da", "mono-de", "mono-pl", "extra/naming"];
  const sentences = files.flatMap((file) => readSentences(`${file}.jsonl`)).filter(({ text }) => !text.includes("<"));

  test("in a text of any language: the same findings, at the same letters", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), choices, ({ text, lang }, chosen) => {
        const index = clinic(lang);
        const { text: other, placeOf } = disguise(text, "Latin", chosen);
        const expected = checkText(text, index);
        const found = checkText(other, index);
        expect(shown(found)).toEqual(shown(expected));
        for (const [at, { start, end }] of expected.entries()) {
          expect(found[at]?.start).toBe(placeOf(start));
          // An unseen character at the very end belongs to what follows.
          expect(asSeen(other.slice(found[at]?.start, found[at]?.end), "Latin").text).toBe(
            asSeen(text.slice(start, end), "Latin").text,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("in a source and its translation", () => {
    const pairs = ["en", "nn", "sv", "da", "de", "pl"].flatMap((lang) => readSentences(`bi-nb-${lang}.jsonl`));
    fc.assert(
      fc.property(fc.constantFrom(...pairs), choices, choices, ({ source = "", text, lang }, one, two) => {
        const [from, to] = [disguise(source, "Latin", one).text, disguise(text, "Latin", two).text];
        const expected = checkTranslation(source, clinic("nb"), text, clinic(lang));
        expect(shown(checkTranslation(from, clinic("nb"), to, clinic(lang)))).toEqual(shown(expected));
      }),
      { numRuns: 1000 },
    );
  });
});

function termbaseOf(lang: string, terms: readonly string[]): TermIndex {
  const language = languageOf(lang);
  if (!language) throw new Error(`No language ${lang}`);
  const concepts: Termbase["concepts"] = terms.map((term, at) => ({
    id: `c${at}`,
    definition: {},
    distinctFrom: [],
    terms: { [lang]: [{ term, status: "preferred" }] },
  }));
  return compileTerms({ concepts }, language);
}

describe("terms of other scripts", () => {
  const ukrainian = termbaseOf("uk", ["акупунктура", "сухе голкування", "тригерна точка", "IMS", "biofeedback"]);
  const arabic = termbaseOf("ar", ["الوخز بالإبر", "نقطة الزناد", "IMS"]);
  const texts: [TermIndex, Script, string][] = [
    [
      ukrainian,
      "Cyrillic",
      "Лікування: акупунктура, сухе голкування і тригерна точка; IMS, Biofeedback та BIOFEEDBACK.",
    ],
    [ukrainian, "Cyrillic", "Акупунктуру роблять щодня; СУХЕ ГОЛКУВАННЯ теж."],
    [arabic, "Latin", "يستخدم الوخز بالإبر أو نقطة الزناد أو IMS كل يوم."],
  ];

  test.each(texts.map(([index, script, text], at) => [at, index, script, text] as const))(
    "%#",
    (_, index, script, text) => {
      const expected = findTerms(text, index).map(({ concept }) => concept);
      expect(expected.length).toBeGreaterThan(1);
      fc.assert(
        fc.property(choices, (chosen) => {
          const { text: other } = disguise(text, script, chosen);
          expect(findTerms(other, index).map(({ concept }) => concept)).toEqual(expected);
        }),
        { numRuns: 500 },
      );
    },
  );

  test("a Latin term in a Ukrainian text is found whatever its case, and with letters of Cyrillic in it", () => {
    const index = termbaseOf("uk", ["hope", "mokka"]);
    for (const text of ["hope", "Hope", "HOPE", "Нope", "норе", "Mokka", "MOKKA", "Моkkа"])
      expect(findTerms(`x ${text}.`, index), text).toHaveLength(1);
  });

  test("an accent of stress hides no word", () => {
    expect(findTerms("акупункту\u0301ра", ukrainian)).toHaveLength(1);
  });

  test("Arabic letters in their forms by place, and as Persian writes them", () => {
    const forms = "ﻧﻘﻄﺔ ﺍﻟﺰﻧﺎﺩ";
    expect(findTerms(forms, arabic)).toHaveLength(1);
    expect(findTerms("کل یوم IMS", termbaseOf("ar", ["كل يوم"]))).toHaveLength(1);
  });
});

describe("a text as it is seen", () => {
  test.each([
    ["аkupunktur", "akupunktur"],
    ["ＡＫＵＰＵＮＫＴＵＲ", "AKUPUNKTUR"],
    ["𝐚𝐤𝐮𝐩𝐮𝐧𝐤𝐭𝐮𝐫", "akupunktur"],
    ["ⓐⓚⓤⓟⓤⓝⓚⓣⓤⓡ", "akupunktur"],
    ["ᴀᴋᴜᴘᴜɴᴋᴛᴜʀ", "akupunktur"],
    ["to\u0338rrnåling", "tørrnåling"],
    ["tӧrr", "törr"],
    ["inﬂammasjon", "inflammasjon"],
    ["10 µg og ½ m² – 5 % ™ 😀 € №", "10 µg og ½ m² – 5 % ™ 😀 € №"],
    ["日本語 한국어 ไทย", "日本語 한국어 ไทย"],
    ["\ud800", "\ud800"],
  ])("%s is %s", (written, seen) => {
    expect(asSeen(written, "Latin").text).toBe(seen);
  });

  test.each(["Latin", "Cyrillic"] as const)("what is taken for ordinary in %s is seen as it is written", (script) => {
    const changed: string[] = [];
    for (let code = 0; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code);
      // Beside an unseen character a text is no longer ordinary, and is read letter by letter.
      const slow = asSeen(`x${character}x\u200B`, script);
      const reference = asSeen("x\u200B", script).text;
      const alone = asSeen(character, script).text;
      // A line that is broken within a sentence goes on after a blank.
      if (character === "\n") continue;
      if (alone === character && slow.text !== `${reference}${character}${reference}` && !/\p{M}/u.test(character))
        changed.push(`U+${code.toString(16)}`);
    }
    expect(changed).toEqual([]);
  });

  test("places are those of the written text", () => {
    const seen = asSeen("x\u200Ba\u030Ab\u200B y", "Latin");
    expect(seen.text).toBe("xåb y");
    expect(seen.placeOf(1, 3)).toEqual({ start: 2, end: 5 });
    expect(seen.placeOf(3, 3)).toEqual({ start: 6, end: 6 });
  });
});
