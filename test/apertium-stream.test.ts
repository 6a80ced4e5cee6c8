// Apertium's stream: what the engine gets to see, and that everything else comes back, whatever the engine does.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutQuestion,
  hasWords,
  readPieces,
  readStream,
  writePieces,
  writeStream,
  type Reading,
} from "../src/core/draft/apertium.ts";
import { forbiddenCharacterIn } from "../src/core/characters.ts";
import { apertiumTarget, type ApertiumTarget } from "../src/core/draft/apertium-target.ts";
import type { Pin, Question } from "../src/core/draft/engine.ts";
import { compareTags, escapeText, readUnitText, type TextNode } from "../src/core/unit-text.ts";

function targetOf(language: string): ApertiumTarget {
  const target = apertiumTarget(language);
  if (!target) throw new Error(`no target for ${language}`);
  return target;
}
const [nn, sv] = [targetOf("nn"), targetOf("sv")];

function unit(text: string, pins: readonly Pin[] = []): Question {
  return { text, markup: true, pins };
}

function streamOf(question: Question, target = nn): string {
  return writeStream(cutQuestion(question, target));
}

/** The whole way through an engine that is a function. */
function through(question: Question, engine: (stream: string) => string, target = nn): Reading {
  const stretches = cutQuestion(question, target);
  if (!hasWords(stretches)) return readPieces(question, stretches, []);
  return readStream(question, stretches, engine(writeStream(stretches)));
}

function throughPieces(question: Question, engine: (stream: string) => string, target = nn): Reading {
  const stretches = cutQuestion(question, target);
  const answers = writePieces(stretches).map((stream) => (stream === undefined ? undefined : engine(stream)));
  return readPieces(question, stretches, answers);
}

const same = (stream: string): string => stream;

describe("what the engine sees", () => {
  test.each([
    ["Les <a>mer</a> her.", "Les [1]mer[3] her."],
    ["Ta <code>5 mg</code> nå", "Ta [1] nå"],
    ["Bilde <img/> og <a><img/></a> her", "Bilde [1] og [3] her"],
    ["<b><em>Begge</em></b>", "[0]Begge[2]"],
    ["m<sup>2</sup> hud", "m[1] hud"],
    ["a &lt; b &amp; c", "a [1] b & c"],
    ["Slutt ^", "Slutt [1]"],
    ["Skriv til post@klinikken.no.", "Skriv til [1]."],
    ["Se https://x.no/a_b?c=1, eller www.ims.no.", "Se [1], eller [3]."],
    ["Se klinikken.no/time.", "Se [1]."],
    ["f.eks. nåler m.fl.", "f.eks. nåler m.fl."],
    ["Hei {{navn}} og {navn} og ord_med_strek", "Hei [1] og [3] og [5]"],
    ["~5* #1 [x] a|b $", "[0]5[2] [4]1 [6]x[8] a[10]b [12]"],
    ["kl. 10:30 er 43.9 av 1.000,50", "kl. [1] er [3] av [5]"],
    ["5-åring, 1990-tallet, 5 nåler", "5-åring, 1990-tallet, 5 nåler"],
    ["blå\u0300 na\u030Aler", "bl\u00E5\u0300 n\u00E5ler"],
    ["muskel\u00ADknute", "muskelknute"],
    ["en\u00A0nål \u200B 👩‍⚕️", "en\u00A0nål \u200B 👩‍⚕️"],
  ])("%s", (text, stream) => {
    expect(streamOf(unit(text))).toBe(stream);
  });

  test("points after figures are the engine's where it keeps them, and are kept from it where it does not", () => {
    const text = "I 3. klasse den 6. januar 2022.";
    expect(streamOf(unit(text), nn)).toBe(text);
    expect(streamOf(unit(text), sv)).toBe("I [1] klasse den [3] januar [5]");
  });

  test("a word that would keep the engine busy for minutes is not sent", () => {
    expect(streamOf(unit(`En ${"nål".repeat(3500)} her`))).toBe("En [1] her");
  });

  test("a pin hides its words, also beside entities and in tags", () => {
    const text = "R&amp;D: <b>tørrnåling</b> nå";
    const pin = { start: text.indexOf("tørr"), end: text.indexOf("</b>"), target: "dry <needling>" };
    expect(streamOf(unit(text, [pin]))).toBe("R&D: [1] nå");
    expect(through(unit(text, [pin]), same)).toEqual({ text: "R&amp;D: <b>dry &lt;needling></b> nå", unknown: [] });
  });

  test("of two pins that overlap the first counts, and one that cuts a tag does not", () => {
    const text = "en to <b>tre</b>";
    const pins = [
      { start: 0, end: 5, target: "X" },
      { start: 3, end: 6, target: "Y" },
      { start: 3, end: 9, target: "Z" },
    ];
    expect(through(unit(text, pins), same)).toMatchObject({ text: "X <b>tre</b>" });
  });
});

describe("what the engine answers", () => {
  test("marks are words that it did not know; signs of the text are none", () => {
    const answer = through(unit("*Intramuskulær* stivhet #1 koster 5 kr @ oss"), (stream) =>
      stream.replace("Intra", "*Intra").replace("stivhet", "\\@stivhet").replace("kr", "#kr").replace("5", "#5"),
    );
    expect(answer).toEqual({
      text: "*Intramuskulær* stivhet #1 koster 5 kr @ oss",
      unknown: ["Intramuskulær", "stivhet", "kr"],
    });
  });

  test("of two forms that it was not sure of, the first", () => {
    expect(through(unit("Er det vann?"), () => "Er der H2O/H2o?")).toMatchObject({ text: "Er der H2O?" });
  });

  test.each([
    [
      "blank on the wrong side of a tag",
      "på <a>vår klinikk</a> nå",
      "på[1] vår klinikk [3]nå",
      "på <a>vår klinikk</a> nå",
    ],
    ["blank lost beside a tag", "på <a>klinikken</a> vår", "på[1]klinikken[3]vår", "på <a>klinikken</a> vår"],
    ["no blank before a sign", "på <a>klinikken</a> vår.", "på vår [1]klinikken [3].", "på vår <a>klinikken</a>."],
    ["blanks between two tags", "<a>ei</a> i <b>to</b>", "[0]ei i[2]  [4]to[6]", "<a>ei i</a> <b>to</b>"],
    ["tag that moved inwards", "<a>Klinikken</a> er", "Den[0] Klinikken[2] er", "Den <a>Klinikken</a> er"],
    ["blanks around the whole", " ord <a>to</a> ", "ord [1]to[3]", " ord <a>to</a> "],
  ])("%s", (_, source, answer, text) => {
    expect(through(unit(source), () => answer)).toMatchObject({ text });
  });

  test.each([
    ["a lost tag", "En [1]nål her"],
    ["a doubled tag", "En [1]nål[3] her[3]"],
    ["a tag of its own", "En [1]nål[3] her[7]"],
    ["tags in the wrong order", "En [3]nål[1] her"],
    ["a word that left its tag", "En nål[1][3] her"],
    ["nothing", ""],
    ["only tags", "[1] [3]"],
    ["two words glued", "En [1]nål[3]her"],
    ["a piece of its own stream", "En [1]nål[3] ^her<n>$"],
    ["a bracket", "En [1]nål[3] her ["],
  ])("fails with %s", (_, answer) => {
    expect(through(unit("En <b>nål</b>, her"), () => answer)).toHaveProperty("failure");
  });

  test("piece by piece a tag keeps its words, and a comma its blank", () => {
    const danish: Record<string, string> = { "En lokal": "En lokal", respons: "respons", "og dermed": "og dermed" };
    expect(throughPieces(unit("En lokal <b>respons</b>, og dermed"), (stream) => danish[stream] ?? "?")).toMatchObject({
      text: "En lokal <b>respons</b>, og dermed",
    });
  });
});

const characters = [
  ...Array.from("abæøå EN 53.,:;!?-–'\"«»()\\^$[]{}@/<>&*#~|_%=+`"),
  "\u00A0",
  "\u00AD",
  "\u0301",
  "\u030A",
];
const rare = [
  "\0",
  "\u0001",
  "\n",
  "\t",
  "\u200B",
  "\uFEFF",
  "\u202E",
  "\uE000",
  "\uFFFC",
  "]]>",
  "👩‍⚕️",
  "6. ",
  "10.30",
  "[;1]",
];
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...characters) }, fc.constantFrom(...rare)), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""))
  // What no text may hold is never asked for.
  .filter((parts) => forbiddenCharacterIn(parts) === undefined);
const { unitText } = fc.letrec<{ unitText: string; node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text.map(escapeText),
    fc.constantFrom("<br/>", "<img/>", "<sup/>"),
    text.map((code) => `<code>${escapeText(code)}</code>`),
    fc
      .tuple(fc.constantFrom("a", "a2", "strong", "em", "b"), tie("unitText"))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
  ),
  unitText: fc.array(tie("node"), { maxLength: 5 }).map((nodes) => nodes.join("")),
}));

/** A unit text as it must come back: composed letters and no soft hyphens, except in code. */
function composed(unitText: string): string {
  const write = (nodes: readonly TextNode[], code: boolean): string => {
    let whole = "";
    let words = "";
    for (const node of nodes) {
      if ("value" in node) words += node.value;
      else {
        whole += `${finish(words, code)}<${node.name}>${write(node.children, node.name === "code")}</${node.name}>`;
        words = "";
      }
    }
    return whole + finish(words, code);
  };
  return write(readUnitText(unitText).nodes, false);
}

function finish(words: string, code: boolean): string {
  return escapeText(code ? words : words.replaceAll("\u00AD", "").normalize("NFC"));
}

describe("laws", () => {
  const anyTarget = fc.constantFrom(nn, sv, targetOf("da"));

  test("an engine that changes nothing gives the text back, whole or in pieces", () => {
    fc.assert(
      fc.property(unitText, anyTarget, (source, target) => {
        for (const way of [through, throughPieces]) {
          const reading = way(unit(source), same, target);
          expect(reading).toMatchObject({ unknown: [] });
          if ("text" in reading) {
            expect(composed(reading.text)).toBe(composed(source));
            expect(compareTags(source, reading.text)).toEqual([]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("so it does with plain text", () => {
    fc.assert(
      fc.property(text, anyTarget, (source, target) => {
        const expected = source.replaceAll("\u00AD", "").normalize("NFC");
        const question = { text: source, markup: false, pins: [] };
        for (const way of [through, throughPieces])
          expect(way(question, same, target)).toEqual({ text: expected, unknown: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("no sign of the engine's own is ever sent", () => {
    fc.assert(
      fc.property(unitText, anyTarget, (source, target) => {
        const stretches = cutQuestion(unit(source), target);
        for (const stream of [writeStream(stretches), ...writePieces(stretches)])
          expect((stream ?? "").replaceAll(/\[\d+\]/gu, "")).not.toMatch(
            /[*#@~^\\/<>[\]{}$]|(?![\t\n\r])\p{Cc}|\p{Cs}/u,
          );
      }),
      { numRuns: 1000 },
    );
  });

  test("a mark on every word changes no text and names every word", () => {
    fc.assert(
      fc.property(unitText, (source) => {
        const marked = through(unit(source), (stream) => stream.replaceAll(/(?<![\p{L}\p{M}\p{N}'’.-])\p{L}/gu, "*$&"));
        const plain = through(unit(source), same);
        expect(marked).toMatchObject("text" in plain ? { text: plain.text } : plain);
      }),
      { numRuns: 500 },
    );
  });

  test("whatever an engine answers, there is a text with its tags, or a failure", () => {
    fc.assert(
      fc.property(unitText, fc.array(fc.nat(40), { maxLength: 6 }), (source, cuts) => {
        const shuffled = through(unit(source), (stream) => {
          const parts = stream.split(/(?=[ [])/u);
          for (const cut of cuts) parts.push(...parts.splice(cut % (parts.length || 1), 1));
          return parts.join("");
        });
        if ("text" in shuffled) expect(compareTags(source, shuffled.text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test("a project may choose its mode, also for a language that has none here", () => {
  expect(apertiumTarget("nn-NO", "nob-nno")).toEqual({ mode: "nob-nno", losesPoints: false });
  expect(apertiumTarget("sv")).toEqual({ mode: "nob-swe", losesPoints: true });
  expect(apertiumTarget("de")).toBeUndefined();
  expect(apertiumTarget("de", "nob-deu")).toEqual({ mode: "nob-deu", losesPoints: false });
});
