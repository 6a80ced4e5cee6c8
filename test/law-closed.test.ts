// Law 2, fail closed: whatever stands in a translation, the published structure is the source's, or nothing is published.
import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { build } from "../src/core/malvakt.ts";
import { readPage } from "../src/core/page/page.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText, type Pair } from "./catalog-by-hand.ts";
import { readingsOf } from "./read-once.ts";

const { settings } = readSettings(
  "source: nb\nlanguages: { en: {} }\nseverity: { number: off, laterality: off, negation: off }\n",
);
if (!settings) throw new Error("The settings of this test are wrong.");

const markdown = `---
title: Tittel
description: Om «dette»
image: { src: /a.png, alt: Et bilde }
---

# Overskrift med *trykk*

Les om [kneet](kne.md "Om kneet") og [hofta](https://example.com/hofte?a=1&b=2), **ikke *bare* dette**[^1].

![Et kne](/kne.png "Kneet") og \`5 mg\` og \`10 mg\`  
på ny linje, H<sub>2</sub>O og <mark lang="en">ord</mark>.

- Punkt [en](#overskrift-med-trykk)
- [**Punkt** to](tel:+4712345678) ~~bort~~

| Hva | *Hvor mye* |
|---|---:|
| <kbd>A</kbd> & [b](mailto:a@example.com) | 1 < 2 |

> Sitat[^1] <abbr>IMS</abbr>

[^1]: En *note* med [lenke](/fast).
`;
const other = "---\ntitle: Kne\ntranslate: false\n---\n\nKneet.\n";
const { page } = readPage(markdown, "side");
const units = page?.units ?? [];

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;
const inline = new Set(["a", "em", "strong", "del", "code", "br", "img", "sub", "sup", "abbr", "kbd", "mark", "small"]);
/** What is text, or says which language it is in. */
const perLanguage = new Set(["alt", "title", "aria-label", "lang", "dir", "data-status"]);

/** The structure of HTML as a browser sees it: inline siblings in any order, everything else in its own. */
function structureOf(node: Node): string {
  if (!("childNodes" in node)) return node.nodeName === "#text" ? "" : `!${node.nodeName}`;
  const children = node.childNodes.map((child) => ({ name: child.nodeName, shape: structureOf(child) }));
  const shapes = [
    ...children.filter(({ name }) => !inline.has(name)).map(({ shape }) => shape),
    ...children
      .filter(({ name }) => inline.has(name))
      .map(({ shape }) => shape)
      .toSorted(),
  ];
  if (!("attrs" in node)) return shapes.join("");
  // Where a link leads to a page in another language is no matter of its text.
  const own = node.attrs.filter(({ name }) => name !== "hreflang");
  const attributes = own.map(({ name, value }) =>
    perLanguage.has(name) && node.nodeName !== "mark" ? name : `${name}=${JSON.stringify(value)}`,
  );
  const held = node.nodeName === "code" ? JSON.stringify(textOf(node)) : /\S/u.test(textOf(node)) ? "text" : "";
  return `<${[node.nodeName, ...attributes].join(" ")}>${held}(${shapes.join("")})`;
}

function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** Builds the page with these translations, all of them approved with a valid line. */
function publish(pairs: readonly Pair[]): { source: string; fragment: string | undefined; rules: Set<string> } {
  const text = (path: string, content: string): { path: string; text: string } => ({ path, text: content });
  const project = {
    settings: settings as NonNullable<typeof settings>,
    terms: undefined,
    pages: new Map([
      ["side", text("content/nb/side.md", markdown)],
      ["kne", text("content/nb/kne.md", other)],
    ]),
    catalogs: new Map([
      [
        "en",
        new Map([
          [
            "side",
            text(
              "content/en/side.po",
              catalogText(
                "en",
                pairs.map((pair) => approvedEntry(pair)),
              ),
            ),
          ],
        ]),
      ],
    ]),
  };
  const { files, findings } = build(project, new Map(), {}, readingsOf(project.pages));
  const errors = findings.filter(({ severity }) => severity === "error");
  return {
    source: files.get("nb/side.html") ?? "",
    fragment: files.get("en/side.html"),
    rules: new Set(errors.map(({ ruleId, reason }) => ruleId ?? reason.id)),
  };
}

function holds(texts: readonly string[]): "published" | "withheld" {
  const pairs = units.map(({ context, text: id }, index) => ({ context, id, text: texts[index] ?? "" }));
  const { source, fragment, rules } = publish(pairs);
  if (fragment === undefined) {
    expect(
      rules.has("tags") || rules.has("bidi") || texts.some(isBlank) || texts.some(isRefused),
      `${JSON.stringify(texts)} ${[...rules].join()}`,
    ).toBe(true);
    return "withheld";
  }
  expect(rules).toEqual(new Set());
  expect(structureOf(parseFragment(fragment))).toBe(structureOf(parseFragment(source)));
  return "published";
}

/** What no catalog may hold. */
function isRefused(text: string): boolean {
  return /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u.test(text);
}

/** Nothing that a reader could see: that is no translation. */
function isBlank(text: string): boolean {
  return !/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text);
}

/** Text that a PO file can hold. */
const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.string({ unit: "binary", minLength: 1 }),
    fc
      .array(
        fc.constantFrom(
          ..."<>&;\"'/= ax1#-!".split(""),
          "<a>",
          "</a>",
          "<a1>",
          "<a2/>",
          "&lt;",
          "&#60;",
          "&#x3c;",
          "]]>",
          "<!--",
        ),
        { minLength: 1, maxLength: 20 },
      )
      .map((pieces) => pieces.join("")),
  )
  .map((value) => Array.from(value, (char) => (char < " " || /\p{Cs}/u.test(char) ? "x" : char)).join(""));

const injected = [
  "<script>alert(1)</script>",
  '<a href="javascript:alert(1)">x</a>',
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "</p><p>",
  "</article></body><h1>x</h1>",
  "<!-- x -->",
  "<![CDATA[<b>]]>",
  "<?php echo 1 ?>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "&#x3C;b&#x3E;",
  "&amp;lt;b&amp;gt;",
  "<b>x</b>",
  "<em>x</em>",
  "<br/>",
  "<A>x</A>",
  "<a>x</a>",
  "<a3>x</a3>",
  "<sup>1</sup>",
  "<constructor/>",
  "<textarea>",
  "<plaintext>",
  "{{x}}",
  "\u202E",
  "<\u0000",
  "＜script＞",
].map((text) => text.replaceAll("\u0000", "\uFFFD"));

type Change = (tokens: string[], a: number, b: number) => string[];

const isTag = (token: string | undefined): boolean => token?.startsWith("<") === true;
const changes: Record<string, Change> = {
  nothing: (tokens) => tokens,
  "a token dropped": (tokens, a) => tokens.filter((_, index) => index !== a % tokens.length),
  "a token doubled": (tokens, a) =>
    tokens.flatMap((token, index) => (index === a % tokens.length ? [token, token] : [token])),
  "two tokens swapped": (tokens, a, b) => {
    const [left, right] = [a % tokens.length, b % tokens.length];
    return tokens.map(
      (token, index) => (index === left ? tokens[right] : index === right ? tokens[left] : token) ?? "",
    );
  },
  "a token moved": (tokens, a, b) => {
    const [moved = ""] = tokens.slice(a % tokens.length, (a % tokens.length) + 1);
    const rest = tokens.filter((_, index) => index !== a % tokens.length);
    return [...rest.slice(0, b % tokens.length), moved, ...rest.slice(b % tokens.length)];
  },
  "texts emptied": (tokens, a) => tokens.map((token, index) => (!isTag(token) && (a + index) % 2 === 0 ? "" : token)),
  "texts blanked": (tokens, a) =>
    tokens.map((token, index) => (!isTag(token) && (a + index) % 2 === 0 ? "\u200B \u00A0" : token)),
  "tags taken off": (tokens, a) => tokens.filter((token, index) => !isTag(token) || (a + index) % 3 === 0),
  "a tag with an attribute": (tokens, a) => {
    const at = tokens.findIndex((token, index) => isTag(token) && index >= a % tokens.length);
    return tokens.map((token, index) =>
      index === at ? token.replace(/\/?>$/u, ' href="https://evil.example/"$&') : token,
    );
  },
  "a tag numbered otherwise": (tokens, a) =>
    tokens.map((token, index) => (isTag(token) && (a + index) % 3 === 0 ? token.replace(/\d|(?=>)/u, "2") : token)),
  "something injected": (tokens, a, b) => [
    ...tokens.slice(0, a % (tokens.length + 1)),
    injected[b % injected.length] ?? "",
    ...tokens.slice(a % (tokens.length + 1)),
  ],
  "everything reversed": (tokens) => tokens.toReversed(),
};

const mutated = fc.array(fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(1000), fc.nat(1000)), {
  minLength: 1,
  maxLength: 3,
});

function mutate(text: string, mutation: readonly (readonly [string, number, number])[]): string {
  let tokens = text.split(/(<[^>]*>|\s+)/u).filter((token) => token !== "");
  for (const [name, a, b] of mutation) if (tokens.length > 0) tokens = changes[name]?.(tokens, a, b) ?? tokens;
  return tokens.join("");
}

describe("any text in an approved translation keeps the source's structure, or withholds the page", () => {
  test("the right texts are published", () => {
    expect(units.length).toBeGreaterThan(15);
    expect(holds(units.map(({ text }) => text))).toBe("published");
  });

  test("random texts, one unit at a time and all at once", () => {
    fc.assert(
      fc.property(fc.nat(units.length - 1), anyText, (index, text) => {
        holds(units.map((unit, at) => (at === index ? text : unit.text)));
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.array(anyText, { minLength: units.length, maxLength: units.length }), (texts) => {
        holds(texts);
      }),
      { numRuns: 30 },
    );
  });

  test("the right text with its tags dropped, doubled, swapped, crossed, moved, emptied, invented", () => {
    const seen = { published: 0, withheld: 0 };
    fc.assert(
      fc.property(fc.nat(units.length - 1), mutated, (index, mutation) => {
        seen[holds(units.map((unit, at) => (at === index ? mutate(unit.text, mutation) : unit.text)))]++;
      }),
      { numRuns: 400 },
    );
    // Were one of the two rare, this test would say little.
    expect(seen.published).toBeGreaterThan(40);
    expect(seen.withheld).toBeGreaterThan(40);
  });

  test.each(injected)("injected: %s", (text) => {
    for (const [index] of units.entries())
      holds(units.map((unit, at) => (at !== index ? unit.text : at % 2 === 0 ? unit.text + text : text + unit.text)));
  });

  const siblings = units.findIndex(({ text }) => text.includes("<a1>"));
  test.each([
    [
      "siblings may change places",
      (text: string) => text.replace(/(<a1>.*<\/a1>)(.*)(<a2>.*<\/a2>)/u, "$3$2$1"),
      "published",
    ],
    ["a tag must not lose its text", (text: string) => text.replace(/<a1>.*<\/a1>/u, "<a1></a1>"), "withheld"],
    ["tags must not cross", (text: string) => text.replace("</a1>", "").replace("</a2>", "</a1></a2>"), "withheld"],
    [
      "a tag must not move into another",
      (text: string) => text.replace("</a1>", "").replace("</a2>", "</a2></a1>"),
      "withheld",
    ],
    ["two links must not be one", (text: string) => text.replaceAll("a2>", "a1>"), "withheld"],
    ["spaces inside a tag are nothing", (text: string) => text.replaceAll("<a1>", "<a1 >"), "published"],
  ] as const)("%s", (_, change, expected) => {
    expect(siblings).toBeGreaterThan(-1);
    const texts = units.map(({ text }, index) => (index === siblings ? change(text) : text));
    expect(texts[siblings]).not.toBe(units[siblings]?.text);
    expect(holds(texts)).toBe(expected);
  });

  test("code is the same in every language", () => {
    const texts = units.map(({ text }) =>
      text.replace("<code>5 mg</code>", "<code>50 mg</code>").replace("<code1>5 mg", "<code1>50 mg"),
    );
    expect(texts).not.toEqual(units.map(({ text }) => text));
    expect(holds(texts)).toBe("withheld");
  });
});

describe("what a page needs to be published", () => {
  const right = units.map(({ context, text }) => ({ context, id: text, text }));

  test("an approval that does not hold for one of its texts withholds it", () => {
    for (const [index] of right.entries()) {
      const entries = right.map((pair, at) =>
        at === index
          ? approvedEntry(pair).replace(/(?<= )[\da-f]{32} /u, "0123456789abcdef0123456789abcdef ")
          : approvedEntry(pair),
      );
      expect(published(entries), `unit ${index}`).toBe(false);
    }
    expect(published(right.map((pair) => approvedEntry(pair)))).toBe(true);
  });

  test("an approval of another pair says nothing of this one", () => {
    const entries = right.map((pair) =>
      approvedEntry(pair).replace(
        /^# .*$/mu,
        approvedEntry({ ...pair, text: `${pair.text}.` }).split("\n", 1)[0] ?? "",
      ),
    );
    expect(published(entries)).toBe(false);
  });

  test("a text that nobody could see is no translation", () => {
    for (const blank of [" ", "\u00A0", "\u200B", "\n", "\u00AD"]) {
      expect(published(right.map((pair, index) => approvedEntry(index === 3 ? { ...pair, text: blank } : pair)))).toBe(
        false,
      );
    }
  });

  test("an approval line without a name or a date is none", () => {
    for (const broken of [/ Kari Nordmann/u, / 2026-11-02/u, /^# approved:/mu]) {
      expect(published(right.map((pair) => approvedEntry(pair).replace(broken, "")))).toBe(false);
    }
  });

  test("an obsolete approval does not publish what nobody has looked at since", () => {
    // A remembered pair with the very same source and context comes back by design; one without approval does not.
    const entries = right.map((pair) =>
      approvedEntry(pair)
        .replaceAll(/^msg/gmu, "#~ msg")
        .replace(/^# .*\n/u, ""),
    );
    expect(published(entries)).toBe(false);
  });

  function published(entries: readonly string[]): boolean {
    const project = {
      settings: settings as NonNullable<typeof settings>,
      terms: undefined,
      pages: new Map([["side", { path: "content/nb/side.md", text: markdown }]]),
      catalogs: new Map([
        ["en", new Map([["side", { path: "content/en/side.po", text: catalogText("en", entries) }]])],
      ]),
    };
    // The page links to one that is not here: with the rule as a warning that does not matter.
    const lenient = {
      ...project,
      settings: { ...project.settings, severity: { ...project.settings.severity, "link-broken": "off" as const } },
    };
    return build(lenient, new Map(), {}, readingsOf(lenient.pages)).files.has("en/side.html");
  }
});
