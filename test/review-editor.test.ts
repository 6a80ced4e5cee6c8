// The editor of the review page as values: what is shown of a unit text, and that no change leaves half a tag.
import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forbiddenCharacterIn } from "../src/core/characters.ts";
import { compareTags, escapeText, readUnitText, type TextNode } from "../src/core/unit-text.ts";
import { cleanInput } from "../src/review/client/editor/clean-input.ts";
import { guardTags, type Change } from "../src/review/client/editor/guard-tags.ts";
import { commandOf, editorKeys, extraKeys, isFreeKey } from "../src/review/client/editor/keys.ts";
import { missingTags, type Addition } from "../src/review/client/editor/missing-tags.ts";
import {
  pairsOf,
  readShown,
  withoutForbidden,
  writeShown,
  type ShownText,
} from "../src/review/client/editor/shown-text.ts";
import {
  besideOf,
  caretIn,
  cellsOf,
  visualLine,
  wordFrom,
  type Line,
} from "../src/review/client/editor/visual-order.ts";
import { writtenTags } from "../src/review/client/editor/written-tags.ts";

const words = fc.string({
  unit: fc.constantFrom("a", "å", " ", "&", "<", ">", ";", "]", '"', "#", "1", "ع", "لا", "/"),
  maxLength: 6,
});
const name = fc.constantFrom("a", "a2", "b", "code", "em");

/** Well-formed unit texts, from pieces. */
const unitText = fc.letrec<{ text: string }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: words.map(escapeText) },
        fc.constantFrom("<br/>", "<img/>", "<sup/>"),
        fc.tuple(name, tie("text")).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      ),
      { maxLength: 4 },
    )
    .map((pieces) => pieces.join("")),
})).text;

/** Also what people and other tools write. */
const anyText = fc.oneof(
  unitText,
  fc
    .array(
      fc.oneof(
        words,
        fc.constantFrom(
          "<a>",
          "</a>",
          "<b>",
          "</b>",
          "<br/>",
          '<a href="x">',
          "&nbsp;",
          "&#160;",
          "&#0;",
          "&#x1F600;",
          "&",
          "\r\n",
          "\0",
          "<A>",
          "<!--",
        ),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join("")),
);

function marked({ text, tags }: ShownText): string {
  let result = "";
  let read = 0;
  for (const { from, to } of tags) {
    result += `${text.slice(read, from)}[${text.slice(from, to)}]`;
    read = to;
  }
  return result + text.slice(read);
}

function apply(shown: ShownText, changes: readonly Change[]): ShownText {
  const made = ChangeSet.of([...changes], shown.text.length);
  const tags = shown.tags.map(({ from, to }) => ({ from: made.mapPos(from, 1), to: made.mapPos(to, -1) }));
  return {
    text: made.apply(Text.of([shown.text])).toString(),
    tags: tags.filter(({ from, to }) => from < to),
  };
}

function added(shown: ShownText, { pieces }: Addition): ShownText {
  return pieces.toReversed().reduce<ShownText>(({ text, tags }, piece) => {
    const before = tags.filter(({ to }) => to <= piece.at);
    const after = tags
      .filter(({ to }) => to > piece.at)
      .map(({ from, to }) => ({ from: from + piece.text.length, to: to + piece.text.length }));
    const own = piece.tags.map(({ from, to }) => ({ from: from + piece.at, to: to + piece.at }));
    return { text: text.slice(0, piece.at) + piece.text + text.slice(piece.at), tags: [...before, ...own, ...after] };
  }, shown);
}

/** Nodes without their places, texts joined. */
function bare(nodes: readonly TextNode[]): unknown[] {
  const result: unknown[] = [];
  for (const node of nodes)
    if (!("value" in node)) result.push([node.name, bare(node.children)]);
    else if (typeof result.at(-1) === "string") result.push(`${String(result.pop())}${node.value}`);
    else result.push(node.value);
  return result;
}

describe("What is shown", () => {
  test.each([
    ["5 &lt; 6 &amp; mer", "5 < 6 & mer"],
    ["Les <a>mer</a><br/>", "Les [<a>]mer[</a>][<br/>]"],
    ["&lt;a&gt; &quot;&#230;&#xe6;", '<a> "ææ'],
    ["one & two < three", "one & two < three"],
    ["a&nbsp;b &#0; &#13;", "a[&nbsp;]b [&#0;] [&#13;]"],
    ['<a href="x">y</a> <A>', '[<a href="x">]y[</a>] [<A>]'],
    ["cut <a tekst", "cut [<]a tekst"],
    ["one\r\ntwo", "one\ntwo"],
  ])("%j is %j", (stored, shown) => expect(marked(readShown(stored))).toBe(shown));

  test("is what is stored, for every well-formed text", () => {
    fc.assert(
      fc.property(unitText, (stored) => {
        const written = writeShown(readShown(stored));
        expect(readUnitText(written).mistakes).toEqual([]);
        expect(bare(readUnitText(written).nodes)).toEqual(bare(readUnitText(stored).nodes));
      }),
    );
  });

  test("comes back as it is shown, for every text that people write in a file", () => {
    fc.assert(
      fc.property(anyText, (stored) => {
        const shown = readShown(stored);
        expect(readShown(writeShown(shown))).toEqual(shown);
      }),
    );
  });

  test("does not make a mistake that only a person can mend into text for patients", () => {
    for (const wrong of ["a <b>c", "a</b>", '<a href="x">y</a>', "<A>x</A>", "a&nbsp;b", "x <a y", "<a><b></a></b>"])
      expect(readUnitText(writeShown(readShown(wrong))).mistakes, wrong).not.toEqual([]);
  });

  test("typed text is text, whatever it looks like", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), words, (typed, signs) => {
        const text = cleanInput(typed + signs, false);
        const { nodes, mistakes } = readUnitText(writeShown({ text, tags: [] }));
        expect(mistakes).toEqual([]);
        expect(bare(nodes)).toEqual(text === "" ? [] : [text]);
      }),
    );
  });
});

describe("What is typed or pasted", () => {
  test.each([
    ["one\r\ntwo", "one two"],
    ["one \n\n  two\n", "one two"],
    ["a\tb\0\u009Fc", "a bc"],
    ["\n", ""],
    ["a\u2028b\u0085c", "a b c"],
  ])("%j is %j where texts have no line ends", (input, clean) => expect(cleanInput(input, false)).toBe(clean));

  test("keeps its lines where texts have some", () => expect(cleanInput("a\r\nb\tc\0", true)).toBe("a\nb\tc"));

  test("holds no character that no text may hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(forbiddenCharacterIn(withoutForbidden(text))).toBeUndefined();
      }),
    );
    expect(withoutForbidden("å ع\u200D😀\t\n")).toBe("å ع\u200D😀\t\n");
  });
});

describe("Deleting", () => {
  /** `{` and `}` around what is asked to go. */
  const asked = (text: string): [ShownText, Change[]] => {
    const from = text.indexOf("{");
    const to = text.indexOf("}") - 1;
    return [readShown(text.replaceAll(/[{}]/gu, "")), [{ from, to, insert: "" }]];
  };
  test.each([
    ["x {<a>}y</a> z", "x y z"],
    ["x <a>y{</a>} z", "x y z"],
    ["x <{a}>y</a> z", "x y z"],
    ["x<a>y</a>{<br/>}z", "x[<a>]y[</a>]z"],
    ["x {<a>y</a>} z", "x  z"],
    ["x{ <a>y} w</a> z", "x[<a>] w[</a>] z"],
    ["x <a>y{</a> z}", "x [<a>]y[</a>]"],
    ["<a>x{</a><b>}y</b>", "[<a>]x[</a>][<b>]y[</b>]"],
    ["<a>{<b>x</b></a>}", "[<a>][</a>]"],
    ["x {<a>}y", "x y"],
    ["{x&amp;}y", "y"],
  ])("%s gives %s", (text, left) => {
    // `&amp;` is one character of what is shown.
    const [shown, changes] = text.includes("&amp;")
      ? [readShown("x&amp;y"), [{ from: 0, to: 2, insert: "" }]]
      : asked(text);
    expect(marked(apply(shown, guardTags(shown, changes)))).toBe(left);
  });

  test("and writing leaves no half tag and no half pair", () => {
    const change = fc
      .tuple(fc.nat(), fc.nat(), fc.constantFrom("", "x", "<"))
      .map(([a, b, insert]) => ({ a, b, insert }));
    fc.assert(
      fc.property(unitText, change, change, (stored, one, other) => {
        const shown = readShown(stored);
        const within = (n: number): number => n % (shown.text.length + 1);
        const bounds = [one.a, one.b, other.a, other.b].map(within).toSorted((x, y) => x - y);
        const [a = 0, b = 0, c = 0, d = 0] = bounds;
        const left = apply(
          shown,
          guardTags(shown, [
            { from: a, to: b, insert: one.insert },
            ...(b < c ? [{ from: c, to: d, insert: other.insert }] : []),
          ]),
        );
        for (const { from, to } of left.tags) expect(left.text.slice(from, to)).toMatch(/^<\/?[a-z]+\d*\/?>$/u);
        expect(pairsOf(left)).not.toContain(undefined);
        expect(readUnitText(writeShown(left)).mistakes).toEqual([]);
        const count = (text: string): number => text.split("<").length - 1;
        expect(count(left.text)).toBeGreaterThanOrEqual(left.tags.length);
      }),
    );
  });

  test("leaves the text that was not asked to go", () => {
    fc.assert(
      fc.property(unitText, fc.nat(), fc.nat(), (stored, a, b) => {
        const shown = readShown(stored);
        const [from = 0, to = 0] = [a, b].map((n) => n % (shown.text.length + 1)).toSorted((x, y) => x - y);
        const left = apply(shown, guardTags(shown, [{ from, to, insert: "" }]));
        const plain = (text: ShownText, keep: (at: number) => boolean): string =>
          [...Array(text.text.length).keys()]
            .filter((at) => keep(at) && !text.tags.some((tag) => tag.from <= at && at < tag.to))
            .map((at) => text.text[at])
            .join("");
        expect(plain(left, () => true)).toBe(plain(shown, (at) => at < from || at >= to));
      }),
    );
  });
});

describe("Adding missing tags", () => {
  test.each([
    ["Les <a>mer</a>", "Read {more}", "Read [<a>]more[</a>]"],
    ["Les <a>mer</a>", "Read {}more", "Read [<a>][</a>]more"],
    ["Les <a>mer <b>nå</b></a>", "Read {more}", "Read [<a>]more[<b>][</b>][</a>]"],
    ["<a>x</a> <b>y</b>", "{one} two", "[<a>]one[</a>][<b>][</b>] two"],
    ["<a>x <b>y</b></a> z", "<a>one</a> two{}", "[<a>]one[<b>][</b>][</a>] two"],
    ["<a>x <b>y</b></a> z", "<a>o{n}e</a> two", "[<a>]o[<b>]n[</b>]e[</a>] two"],
    ["<a>x</a> <b>y</b>", "<a>on{}e</a> two", "[<a>]one[</a>][<b>][</b>] two"],
    ["Ta <code>5 mg</code><br/>", "Take {}", "Take [<code>]5 mg[</code>][<br/>]"],
    ["<a>x</a> <b>y</b>", "{on<a>e} t</a>wo", "on[<a>]e t[</a>][<b>][</b>]wo"],
    ["<em>x</em> <em>y</em>", "<em>one</em> {two}", "[<em>]one[</em>] [<em>]two[</em>]"],
  ])("%s: %s gives %s", (source, text, expected) => {
    const before = readShown(text.replaceAll(/[{}]/gu, ""));
    const selection = { from: text.indexOf("{"), to: text.indexOf("}") - 1 };
    const addition = missingTags(readShown(source), before, selection);
    expect(addition && marked(added(before, addition))).toBe(expected);
  });

  test("nothing where none is missing", () =>
    expect(missingTags(readShown("<a>x</a>"), readShown("<a>y</a>"), { from: 0, to: 0 })).toBeUndefined());

  test("gives every tag of the source to a text that has none, wherever the caret is", () => {
    fc.assert(
      fc.property(unitText, words, fc.nat(), (source, plain, at) => {
        const before: ShownText = { text: plain, tags: [] };
        const caret = at % (plain.length + 1);
        const addition = missingTags(readShown(source), before, { from: caret, to: caret });
        const after = addition ? added(before, addition) : before;
        const stored = writeShown(after);
        expect(readUnitText(stored).mistakes).toEqual([]);
        const reasons = compareTags(source, stored).map(({ reason }) => reason.id);
        expect(
          reasons.filter(
            (id) => id === "tag.missing" || id === "tag.added" || id === "tag.nesting" || id === "tag.code",
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe("Tags that a person writes out", () => {
  const source = readShown("x <a>y</a> <br/> <b>z</b>");
  const found = (text: string, given = readShown("")): string =>
    marked({ text, tags: [...given.tags, ...writtenTags(source, { text, tags: given.tags }, 0, text.length)] });
  test.each([
    ["one <a>two</a>", "one [<a>]two[</a>]"],
    ["one <a>two", "one <a>two"],
    ["one<br/>", "one[<br/>]"],
    ["<i>one</i>", "<i>one</i>"],
    ["<a>one</a> <a>two</a>", "[<a>]one[</a>] <a>two</a>"],
    ["<a>one <b>two</a></b>", "<a>one [<b>]two</a>[</b>]"],
    ["3 <4> 5", "3 <4> 5"],
  ])("%s is %s", (text, expected) => expect(found(text)).toBe(expected));
});

describe("The caret", () => {
  const next = (text: string, at: number): number => at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
  const lineOf = ({ text, tags }: ShownText, rtl: boolean): Line => {
    const line = { from: 0, to: text.length, text, rtl };
    return visualLine(line, cellsOf(line, tags, next));
  };
  const shownOrder = (stored: string, rtl: boolean): string[] => {
    const shown = readShown(stored);
    return lineOf(shown, rtl).cells.map(({ from, to }) => shown.text.slice(from, to));
  };

  test.each([
    ["ab<a>c</a>", false, "a b <a> c </a>"],
    ["ab<a>c</a>", true, "c <a> b a </a>"],
    ["عب<a>جد</a>", true, "ع ب <a> ج د </a>"],
    ["ع<a>ab</a>ب", true, "ع <a> b a </a> ب"],
    ["ع<a>a<b>b</b>c</a>ب", true, "ع <a> c </b> b <b> a </a> ب"],
    ["ع 12 ب", true, "ع   2 1   ب"],
    ["a<a>ع</a>", false, "a <a> ع </a>"],
    ["aعبb", false, "a ب ع b"],
  ])("%s (right to left: %s) is walked %s", (stored, rtl, order) =>
    expect(shownOrder(stored, rtl).join(" ")).toBe(order),
  );

  const shownText = fc
    .array(
      fc.constantFrom("a", "b ", "ع", "ب ", "12", " ", "(", ")", "<a>", "</a>", "<b>", "</b>", "<br/>", "،", "-", "😀"),
      { maxLength: 14 },
    )
    .map((pieces) => readShown(pieces.join("")));

  test("walks from one end to the other and back, one cell a step, never within a tag", () => {
    fc.assert(
      fc.property(shownText, fc.boolean(), (shown, rtl) => {
        const line = lineOf(shown, rtl);
        for (const forward of [true, false]) {
          let caret = caretIn(line, forward ? 0 : line.cells.length, forward);
          for (let step = 0; step <= line.cells.length; step++) {
            const slot = forward ? step : line.cells.length - step;
            expect(besideOf(line, caret).slot).toBe(slot);
            expect(shown.tags.some(({ from, to }) => from < caret.at && caret.at < to)).toBe(false);
            caret = caretIn(line, slot + (forward ? 1 : -1), forward);
          }
        }
        expect(line.cells.map(({ from }) => from).toSorted((x, y) => x - y)).toEqual(
          cellsOf({ from: 0, text: shown.text, rtl }, shown.tags, next).map(({ from }) => from),
        );
      }),
    );
  });

  test("goes by words, and past a tag as if it were one", () => {
    const shown = readShown("one two <a>three</a>");
    const line = lineOf(shown, false);
    const kind = ({ from, to }: { from: number; to: number }): string => {
      const text = shown.text.slice(from, to);
      return shown.tags.some((tag) => tag.from === from) ? "tag" : text === " " ? "blank" : "letter";
    };
    const stops = (forward: boolean): number[] => {
      const seen = [forward ? 0 : line.cells.length];
      for (;;) {
        const slot = wordFrom(line, seen.at(-1) ?? 0, forward, kind);
        if (slot === seen.at(-1)) return seen;
        seen.push(slot);
      }
    };
    expect(stops(true)).toEqual([0, 3, 7, 9, 14, 15]);
    expect(stops(false)).toEqual([15, 14, 9, 8, 4, 0]);
  });

  test("walks row by row where a line is broken", () => {
    const line = { from: 0, to: 4, text: "عabب", rtl: true };
    const cells = cellsOf(line, [], next);
    expect(visualLine(line, cells, [2]).cells.map(({ from }) => from)).toEqual([0, 1, 2, 3]);
    expect(visualLine(line, cells).cells.map(({ from }) => from)).toEqual([0, 2, 1, 3]);
    const blank = { from: 0, to: 6, text: "عa b ب", rtl: true };
    const places = visualLine(blank, cellsOf(blank, [], next), [3]).cells.map(({ from }) => from);
    expect(places).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("Keys", () => {
  test("that are extras are all free to change, and tell what they are for", () => {
    for (const key of Object.keys(extraKeys)) expect(isFreeKey(key), key).toBe(true);
    expect(new Map(editorKeys()).get("Mod-Enter")).toBe("approve-and-next");
    expect(commandOf("match-3")).toEqual({ match: 3 });
    expect(commandOf("add-tags")).toBeUndefined();
    expect(commandOf("next")).toBe("next");
  });

  test("never are bare letters, Enter, Tab or arrows, and never take the way that always works", () => {
    const changed = {
      a: "next",
      A: "next",
      Enter: "approve-and-next",
      Tab: "next",
      "Shift-a": "next",
      ArrowUp: "previous",
      Escape: "next",
      "Mod-.": "next",
      F2: "actions",
      "Ctrl-Shift-a": "next",
    } as const;
    expect(editorKeys(changed)).toEqual([
      ["Mod-.", "actions"],
      ["Escape", "leave"],
      ["F2", "actions"],
      ["Ctrl-Shift-a", "next"],
    ]);
  });
});
