import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSeverity, reporterFor } from "../src/core/finding.ts";
import { mergeTermbases } from "../src/core/terms/merge.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import type { Termbase } from "../src/core/terms/termbase.ts";
import { saysTheSame, updateTermbaseText } from "../src/core/terms/update.ts";
import { writeTermbase } from "../src/core/terms/write.ts";
import { anyTermbase } from "./termbases.ts";
import { said } from "./said.ts";
import { message } from "../src/core/messages/message.ts";

/** What is said of a termbase: `line:column [the place] reason -> what is expected`. */
function mistakesIn(text: string): string[] {
  const { termbase, mistakes } = readTermbase(text);
  expect(termbase === undefined).toBe(mistakes.length > 0);
  return mistakes.map((mistake) => {
    const { start, actual, reason, expected } = reporterFor("terms.yaml", text, defaultSeverity).mistake(mistake);
    const instead = expected.length > 0 ? ` -> ${expected.join(", ")}` : "";
    return `${start.line}:${start.column} [${actual.trim()}] ${said(reason)}${instead}`;
  });
}

describe("a termbase with a mistake is not used, and the mistake has its place", () => {
  it.each([
    [
      "an unknown status",
      "concepts:\n  - id: ims\n    terms:\n      nb: [{ term: IMS, status: prefered }]\n",
      [
        '4:33 [prefered] `concepts.0.terms.nb.0.status` must be one of the known values, not "prefered". -> preferred, admitted, deprecated',
      ],
    ],
    [
      "two concepts with one id",
      "concepts:\n  - id: ims\n    terms: {}\n  - id: ims\n    terms: {}\n",
      ["4:9 [ims] Concepts number 1 and 2 have the same id, ims."],
    ],
    [
      "distinctFrom to nothing",
      "concepts:\n  - id: ims\n    distinctFrom: [acupunctur]\n    terms: {}\n  - id: acupuncture\n    terms: {}\n",
      ["3:20 [acupunctur] Unknown concept acupunctur. -> acupuncture"],
    ],
    [
      "distinctFrom to itself",
      "concepts:\n  - id: ims\n    distinctFrom: [ims]\n    terms: {}\n",
      ["3:20 [ims] A concept cannot be distinct from itself."],
    ],
    [
      "a term of two distinct concepts, in another case",
      "concepts:\n  - id: a\n    distinctFrom: [b]\n    terms:\n      nb: [{ term: Nåling, status: preferred }]\n  - id: b\n    terms:\n      nb:\n        - { term: nåling, status: admitted }\n",
      ["9:19 [nåling] “nåling” names both b and a, which are distinct from each other."],
    ],
    [
      "a term twice for one concept",
      "concepts:\n  - id: a\n    terms:\n      nb:\n        - { term: nåling, status: preferred }\n        - { term: nåling, status: deprecated }\n",
      ["6:19 [nåling] “nåling” is listed twice for a, as preferred and as deprecated."],
    ],
    [
      "an empty term",
      'concepts:\n  - id: a\n    terms:\n      nb: [{ term: "", status: preferred }]\n',
      ['4:20 [""] `concepts.0.terms.nb.0.term` must contain a letter or digit.'],
    ],
    [
      "a term of signs only",
      'concepts:\n  - id: a\n    terms:\n      nb: [{ term: "--", status: preferred }]\n',
      ['4:20 ["--"] `concepts.0.terms.nb.0.term` must contain a letter or digit.'],
    ],
    [
      "a term of two lines",
      'concepts:\n  - id: a\n    terms:\n      nb: [{ term: "to\\nlinjer", status: preferred }]\n',
      ['4:20 ["to\\nlinjer"] `concepts.0.terms.nb.0.term` must be one line without control characters.'],
    ],
    [
      "a wrong language code",
      "concepts:\n  - id: a\n    terms:\n      no: [{ term: nåling, status: preferred }]\n",
      [
        expect.stringContaining(
          "must be a supported language, or a variant of one such as en-GB: nb (Norwegian Bokmål), nn (",
        ),
      ],
    ],
    [
      "an unknown key",
      "concepts:\n  - id: a\n    distinctFom: [b]\n    terms: {}\n",
      ["3:5 [distinctFom] Unknown key `distinctFom`; did you mean `distinctFrom`? -> distinctFrom"],
    ],
    [
      "a missing key",
      "concepts:\n  - id: a\n    terms:\n      nb:\n        - { term: nåling }\n",
      ["5:11 [{ term: nåling }] Key `status` is missing. -> status"],
    ],
    ["an alias", "concepts:\n  - &a { id: a, terms: {} }\n  - *a\n", [expect.stringContaining("aliases")]],
    ["broken YAML", "concepts:\n  - id: [a\n", [expect.stringContaining("Invalid YAML")]],
    ["no mapping", "- a\n", [expect.stringContaining("`concepts` is missing"), expect.anything()]],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it("and a byte order mark is none", () => {
    expect(mistakesIn("\uFEFFconcepts:\n  - id: a\n    terms: {}\n")).toEqual([]);
  });
});

const concept = (id: string, terms: Termbase["concepts"][number]["terms"], definition = {}) => ({
  id,
  definition,
  distinctFrom: [],
  terms,
});
const preferred = (term: string) => ({ term, status: "preferred" as const });
const admitted = (term: string) => ({ term, status: "admitted" as const });

describe("taking in a termbase", () => {
  const ours: Termbase = {
    concepts: [
      concept("a", { nb: [preferred("en"), admitted("to")] }, { nb: "Tall" }),
      concept("b", { nb: [preferred("tre")] }),
    ],
  };
  const careful = { force: false, remove: false };

  it("changes nothing when both are the same", () => {
    const merge = mergeTermbases(ours, structuredClone(ours), careful);
    expect(merge).toEqual({ termbase: ours, added: [], changed: [], conflicts: [], removed: [], kept: [] });
  });

  it("adds what is new and keeps what the other one does not have", () => {
    const theirs: Termbase = {
      concepts: [concept("c", {}), concept("a", { nb: [preferred("en")], en: [preferred("one")] }, { en: "Number" })],
    };
    const merge = mergeTermbases(ours, theirs, careful);
    expect(merge.termbase.concepts).toEqual([
      concept("a", { nb: [preferred("en"), admitted("to")], en: [preferred("one")] }, { nb: "Tall", en: "Number" }),
      concept("b", { nb: [preferred("tre")] }),
      concept("c", {}),
    ]);
    expect(merge.changed).toEqual([
      {
        id: "a",
        difference: {
          gained: [
            message("merge.definition", { language: "en" }),
            message("merge.term-added", { language: "en", term: "one", status: "preferred" }),
          ],
          altered: [],
          lost: [],
        },
      },
    ]);
    expect(merge.kept.map(({ id }) => id)).toEqual(["b"]);
    expect(merge.conflicts).toEqual([]);
  });

  const other: Termbase = { concepts: [concept("a", { nb: [admitted("en")] }, { nb: "Noe annet" })] };

  it("lets what is there stand when the two say different things", () => {
    const merge = mergeTermbases(ours, other, careful);
    expect(merge.termbase).toEqual(ours);
    expect(merge.conflicts).toEqual([
      {
        id: "a",
        altered: [
          message("merge.definition-changed", { language: "nb", was: "Tall", is: "Noe annet" }),
          message("merge.field-changed", {
            language: "nb",
            term: "en",
            field: message("field.status"),
            was: "preferred",
            is: "admitted",
          }),
        ],
      },
    ]);
    expect(merge.conflicts[0]?.altered.map(said)).toEqual([
      "definition in nb: “Tall” → “Noe annet”",
      "nb “en” status: “preferred” → “admitted”",
    ]);
  });

  it("takes the other's word when that is asked for, concept by concept", () => {
    const merge = mergeTermbases(ours, other, { force: true, remove: false });
    expect(merge.termbase.concepts).toEqual([other.concepts[0], ours.concepts[1]]);
    expect(merge.changed[0]?.difference.lost?.map(said)).toEqual(["nb “to”"]);
    expect(mergeTermbases(ours, other, { force: true, remove: true }).termbase).toEqual(other);
  });
});

describe("a changed termbase file", () => {
  const text = `# Our words
concepts:
  # the first
  - id: a   # number one
    terms:
      # two words
      nb: [{term: "en", status: preferred}, { term: to, status: admitted }]

  # the second
  - id: b
    terms: { nb: [{ term: tre, status: preferred }] }  # trailing
# the end
`;
  const read = (yaml: string): Termbase => readTermbase(yaml).termbase ?? { concepts: [] };

  it("is the same when nothing changes", () => {
    expect(updateTermbaseText(text, read(text))).toBe(text);
  });

  it("keeps every comment, and every byte of the concepts that stay as they are", () => {
    const wanted = structuredClone(read(text));
    wanted.concepts[0]?.terms["nb"]?.push({ term: "ny", status: "admitted" });
    wanted.concepts.push(concept("c", { nb: [preferred("fire")] }));
    expect(updateTermbaseText(text, wanted)).toBe(`# Our words
concepts:
  # the first
  # number one
  # two words
  - id: a
    terms:
      nb:
        - { term: en, status: preferred }
        - { term: to, status: admitted }
        - { term: ny, status: admitted }

  # the second
  - id: b
    terms: { nb: [{ term: tre, status: preferred }] }  # trailing
  - id: c
    terms:
      nb:
        - { term: fire, status: preferred }
# the end
`);
  });

  it("loses a concept that is removed, but not the comments", () => {
    const wanted = { concepts: read(text).concepts.slice(1) };
    const updated = updateTermbaseText(text, wanted);
    expect(read(updated)).toEqual(wanted);
    for (const comment of text.match(/#.*/gu) ?? []) expect(updated).toContain(comment.trimEnd());
  });

  it("is written anew where it has another shape, comments first", () => {
    const flow = "# Words\nconcepts: [{ id: a, terms: {} }] # one\n";
    const wanted = { concepts: [concept("a", {}), concept("b", {})] };
    const updated = updateTermbaseText(flow, wanted);
    expect(read(updated)).toEqual(wanted);
    expect(updated).toMatch(/^# Words\n# one\nconcepts:\n/u);
  });
});

it("whatever a termbase says, written into the file of another one it says the same when it is read again", () => {
  fc.assert(
    fc.property(anyTermbase, anyTermbase, fc.boolean(), (present, wanted, isBare) => {
      const file = writeTermbase(present);
      const text = isBare ? file : `\uFEFF# Kari was here.\n${file.replaceAll("\n", "\r\n")}# And here.\r\n`;
      fc.pre(readTermbase(text).termbase !== undefined && readTermbase(writeTermbase(wanted)).termbase !== undefined);
      const updated = updateTermbaseText(text, wanted);
      const read = readTermbase(updated).termbase;
      expect(read && saysTheSame(read, wanted), updated).toBe(true);
      if (!isBare) expect(updated).toContain("# Kari was here.");
    }),
    { numRuns: 200 },
  );
});
