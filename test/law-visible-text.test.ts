// No text of a page that a plain Markdown pipeline would show is missing, run together or added without a finding.
import fc from "fast-check";
import type { Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { expect, test } from "vitest";
import { checkPage } from "../src/core/check/page.ts";
import { defaultSeverity, reporterFor } from "../src/core/finding.ts";
import { nb } from "../src/core/language/nb.ts";
import { readPage } from "../src/core/page/page.ts";
import { fill } from "../src/core/publish/fill.ts";

const plain = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();
const html = unified().use(rehypeRaw).freeze();

/** As browsers have it: these run on in a line, whatever they mean; all others part what stands before and after. */
const runsOn = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small " +
    "span strike strong sub sup time tt u var wbr script style template noscript link meta navn kommune"
  ).split(" "),
);
/** Nothing in these is shown as text of the page. */
const unshown = new Set(
  "script style template noscript title iframe video audio canvas object select datalist svg math".split(" "),
);

/** The words that readers see, in their order. */
function wordsIn(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const isShown = node.type !== "element" || !unshown.has(node.tagName);
  const inside = isShown ? node.children.map(wordsIn).join("") : "";
  return node.type === "element" && !runsOn.has(node.tagName) ? ` ${inside} ` : inside;
}

const seen = (tree: Nodes): string => wordsIn(tree).replaceAll(/\s+/gu, " ").trim();

const shown = (markdown: string): string => seen(plain.runSync(plain.parse(markdown)));

const word = fc.constantFrom(
  "450",
  "30 min",
  "Ring",
  "høyre",
  "5~10",
  "1 < 2",
  "*kne*",
  "`mg`",
  "{{ x }}",
  "æ &amp; ø",
);
const names = (
  "div p section article aside header footer main nav address center blockquote details summary figure figcaption dl dt dd ul ol " +
  "li menu table caption thead tbody tfoot tr td th fieldset legend form label button textarea select option iframe video audio " +
  "canvas object svg script style template noscript span b i u s q cite dfn abbr sub sup mark small kbd font big ins var samp " +
  "time bdi tt strike nobr ruby rt navn kommune h2 pre a"
).split(" ");
const attributes = fc.constantFrom(
  "",
  "",
  ' class="x"',
  ' style="color: red"',
  ' lang="en"',
  " onclick=a()",
  ' title="Tittel"',
);

const piece = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc
      .tuple(fc.constantFrom(...names), attributes, fc.array(tie("html"), { minLength: 1, maxLength: 3 }))
      .chain(([name, attribute, inside]) =>
        fc.constantFrom("", " ", "\n").map((joint) => `<${name}${attribute}>${inside.join(joint)}</${name}>`),
      ),
    fc.constantFrom("<br>", "<hr>", "<wbr>", '<input type="text">', '<img src="a.png" alt="">', "<!-- merknad -->"),
  ),
})).html;

const markdown = fc
  .array(
    fc.oneof(
      fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join("")),
      fc.tuple(piece, piece).map(([a, b]) => `Ord ${a.replaceAll("\n", " ")}${b.replaceAll("\n", " ")}ord.`),
      piece.map((one) => `- ${one.replaceAll("\n", " ")}`),
      piece.map((one) => `> ${one.replaceAll("\n", " ")}`),
      word.map((one) => `## ${one}`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => `${blocks.join("\n\n")}\n`);

test("whatever HTML stands in a page", () => {
  let whole = 0;
  fc.assert(
    fc.property(markdown, (body) => {
      const source = `---\ntitle: T\n---\n\n${body}`;
      const { page, mistakes } = readPage(source, "x");
      if (!page) throw new Error(JSON.stringify(mistakes));
      const { findings } = checkPage(page, reporterFor("x.md", source, defaultSeverity), undefined, undefined);
      if (findings.some(({ ruleId, severity }) => ruleId === "html-dropped" && severity === "error")) return;
      whole++;
      const texts = page.units.map(({ text }) => text);
      const fragment = fill(page.template, { units: page.units, texts, language: nb, addressOf: ({ href }) => href });
      const tree = { type: "root", children: [{ type: "raw", value: fragment }] } as unknown as Root;
      expect(seen(html.runSync(tree))).toBe(shown(body));
    }),
    { numRuns: 600 },
  );
  expect(whole).toBeGreaterThan(100);
});
