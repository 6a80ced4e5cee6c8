// Law 1, whatever characters stand in a page and in its translations: elements, attributes and addresses are the source's.
import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { bringInStep } from "../src/core/catalog/step.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { newCatalog, writeCatalog } from "../src/core/catalog/write.ts";
import { nb } from "../src/core/language/nb.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { isPlain, keyOf } from "../src/core/page/unit.ts";
import { fill } from "../src/core/publish/fill.ts";
import { compareTags, escapeText } from "../src/core/unit-text.ts";
import { referenceOf, withoutIds } from "./reference-pipeline.ts";
import { said } from "./said.ts";
import { runs } from "./soak.ts";

/** Every code point that some part of the program, of Markdown, of HTML or of PO treats specially. */
const special = [
  ...Array.from("\"'`<>&/\\=#*_~[](){}!|:;-+.@%$^?,"),
  ...Array.from(" \t\n\r\u00A0\u202F\u2009\u2028\u2029\u0085\u000B\u000C"),
  ...Array.from("\u0000\u0001\u0004\u0007\u0008\u001B\u007F\u0080\u009F"),
  ...Array.from("\uFDD0\uFDD1\uFDEF\uFFFE\uFFFF\u{1FFFE}\u{10FFFF}\uFFFC\uFFFD\uFEFF"),
  ...Array.from(
    "\u00AD\u200B\u200C\u200D\u2060\u034F\uFE0F\u061C\u200E\u200F\u202A\u202E\u2066\u2069\u{E0001}\u{E0041}",
  ),
  ...Array.from("\uE000\uF8FFａІМ↩⟦⟧ﬁ\u0301äå"),
  "\uD800",
  "\uDC00",
  "\r\n",
  "-->",
  "<!--",
  "]]>",
  "<![CDATA[",
  "footnotes",
  "{lang}",
  "__proto__",
];
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...special) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)) },
);

/** A character as it is, or by reference. */
const written = fc.oneof(
  character,
  character.map((text) => `&#x${(text.codePointAt(0) ?? 0).toString(16)};`),
  character.map((text) => `&#${text.codePointAt(0)};`),
  fc.constantFrom("&quot;", "&lt;", "&Tab;", "&NewLine;", "&colon;", "&sol;", "&nbsp;", "&amp;#xFDD0;", "\\&#1;"),
);
const text = fc
  .array(fc.oneof(written, fc.constantFrom("ord", "IMS", "0", "1")), { maxLength: 4 })
  .map((all) => all.join(""));
const event = fc.constantFrom(
  "",
  ' onmouseover="alert(1)"',
  "' onerror='alert(1)",
  '" onfocus=alert(1) autofocus="',
  " style=x",
);

/** Elements that change how an HTML parser reads what follows. */
const element = fc.constantFrom(
  ..."svg math select template textarea title plaintext xmp noscript table tr td caption colgroup frameset body".split(
    " ",
  ),
  ..."style script iframe object marquee button form option a b em nobr font p li h1 dd ruby details".split(" "),
  "svg><style",
  "svg><foreignObject><p",
  "math><mtext><img",
  "table><a",
);

const block = fc
  .tuple(text, text, event, element)
  .chain(([a, b, on, tag]) =>
    fc.constantFrom(
      `<${tag}${on}>${a}\n\n${b}`,
      `${a} <${tag}${on}>${b} x[^1]</${tag}>\n\n[^1]: c`,
      `- a\n\n  <${tag}>${a}\n\n- ${b}</${tag}>`,
      `[mer](ims.md "${a}") om ${b}${on}>`,
      `![${a}](${b}.png "${a}${on}")`,
      `<a href="${a}" title="${b}"${on}>${a}</a> ${b}`,
      `<a href='/${a}/evil.example/${b}'>x ${a}</a>`,
      `[a](/${a}/evil.example${b}) <img src="${b}" alt="${a}${on}">`,
      `## ${a} ${b}`,
      `${a}\n===\n\n> ${b}\n> ${on}`,
      `| ${a} | b |\n|---|---|\n| *${b}* | [c](d '${a}') |`,
      `- ${a}\n- **${b}**${on}`,
      `\`${a}\` ~~${b}~~ <sub${on}>${a}</sub>`,
      `x[^1] ${a}\n\n[^1]: ${b}`,
      `x[^1]<sup><a data-footnote-ref href="${a}">${b}</a></sup>\n\n[^1]: ${a}`,
      `<a data-footnote-backref aria-label="${a}">${b}</a>`,
      `<section data-footnotes class="footnotes"><h2 id="footnote-label">footnotes${a}</h2></section>`,
      `<p lang="${a}" dir="${b}"${on}>${a}</p>`,
      `<!-- i18n:skip -->\n\n${a} [b](c "${b}") ${on}`,
      `<!-- i18n:context: ${a.replaceAll("--", "")} -->\n\n${b}`,
    ),
  );
const markdown = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => `${blocks.join("\n\n")}\n`);

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements with their attributes; of those that hold a text for readers, only the name. */
function skeletonOf(html: string): unknown {
  const visit = (node: Node): unknown[] => {
    if (!("tagName" in node)) return node.nodeName === "#comment" ? [["comment"]] : [];
    const attributes = node.attrs.map(({ name, value }) => (/^(?:alt|title)$/u.test(name) ? name : `${name}=${value}`));
    return [[node.tagName, ...attributes, ...node.childNodes.flatMap(visit)]];
  };
  return parseFragment(html).childNodes.flatMap(visit);
}

function fillWith(page: Page, texts: readonly string[]): string {
  return fill(page.template, { units: page.units, texts, language: nb, addressOf: ({ href }) => href });
}

/** A translation with any characters between the tags of its source. */
function translated(page: Page, words: readonly string[]): string[] {
  return page.units.map((unit, index) => {
    const word = words[index % words.length] ?? "";
    if (isPlain(unit.context)) return word;
    const result = unit.text.replaceAll(/(<code\d*>)[\s\S]*?(<\/code\d*>)|<[^>]*>|[^<]+/gu, (piece) =>
      piece.startsWith("<") ? piece : `x${escapeText(word)}`,
    );
    return compareTags(unit.text, result).length === 0 ? result : unit.text;
  });
}

test("the published tree has the elements, attributes and addresses of the plain pipeline", () => {
  let read = 0;
  fc.assert(
    fc.property(markdown, fc.array(text, { minLength: 1, maxLength: 5 }), (body, words) => {
      const { page, mistakes } = readPage(`---\ntitle: T\n---\n${body}`, "x");
      if (!page) {
        for (const mistake of mistakes) expect(said(mistake.reason)).not.toBe("");
        return;
      }
      read++;
      const expected = skeletonOf(withoutIds(referenceOf(body)));
      expect(
        skeletonOf(
          withoutIds(
            fillWith(
              page,
              page.units.map((unit) => unit.text),
            ),
          ),
        ),
      ).toEqual(expected);
      expect(skeletonOf(withoutIds(fillWith(page, translated(page, words))))).toEqual(expected);
    }),
    { numRuns: runs(500) },
  );
  expect(read).toBeGreaterThan(150);
});

test("what a page gives to catalogs can be written, read again, and is the same", () => {
  fc.assert(
    fc.property(markdown, text, (body, title) => {
      const source = `---\ntitle: ${JSON.stringify(`T ${title}`)}\n---\n${body}`;
      const { page } = readPage(source, "x");
      if (!page) return;
      const catalog = bringInStep(newCatalog("en", "nb"), page.units, "en");
      const again = readCatalog(writeCatalog(catalog));
      expect(again.mistakes).toEqual([]);
      expect(again.catalog?.entries.map(({ context, source: id }) => keyOf({ context, text: id }))).toEqual(
        page.units.map(keyOf),
      );
    }),
    { numRuns: runs(400) },
  );
});
