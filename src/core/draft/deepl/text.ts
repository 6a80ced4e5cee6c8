// A question as the XML that DeepL takes, and DeepL's answer as the text that the question was asked in.
import { elementOf, escapeText, readUnitText, type TextElement, type TextNode } from "../../unit-text.ts";
import { message, type Message } from "../../messages/message.ts";
import type { Question } from "../engine.ts";
import { codePointsIn } from "../charge.ts";
import { refusalOf, withoutHtmlNames } from "../refuse.ts";

/** Text within this element is left as it is (`ignore_tags`). No unit text has an element of this name. */
const keepTag = "keep";

/** XML 1.0 has no way to write these, escaped or not, and DeepL refuses the whole request for one. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Writes a question as XML: a plain text is escaped, unit text keeps its bare tags, a pin becomes `<keep>TARGET</keep>`.
 * Whatever is written is well-formed: DeepL refuses a request with one text that is not.
 */
export function writeQuestion(question: Question): { xml: string } | { failure: Message } {
  const { text, markup } = question;
  const pins = question.pins.toSorted((one, other) => one.start - other.start);
  let xml = "";
  let at = 0;
  for (const pin of pins) {
    if (pin.start < at || pin.end < pin.start || pin.end > text.length)
      return { failure: message("deepl.pins-overlap") };
    xml += writePiece(text.slice(at, pin.start), markup) + `<${keepTag}>${escapeAll(pin.target)}</${keepTag}>`;
    at = pin.end;
  }
  xml += writePiece(text.slice(at), markup);
  if (text.trim() === "") return { failure: message("deepl.text-empty") };
  if (notInXml.test(xml)) return { failure: message("deepl.text-control") };
  const { nodes, mistakes } = readUnitText(xml);
  if (mistakes[0]) return { failure: message("deepl.text-malformed", { problem: mistakes[0].reason }) };
  if (keptIn(nodes).length !== pins.length) return { failure: message("deepl.text-keeps", { tag: keepTag }) };
  return { xml };
}

/** Reads the XML that came back; the law is that pins come out exactly. Failures say what was wrong with the answer. */
export function readAnswer(xml: unknown, question: Question): { text: string } | { failure: Message; tags?: true } {
  if (typeof xml !== "string" || xml.trim() === "") return { failure: message("deepl.answer-empty") };
  const refusal = refusalOf(question.text, xml, true);
  if (refusal !== undefined) return { failure: refusal };
  const { nodes, mistakes } = readUnitText(withoutHtmlNames(xml));
  if (mistakes[0]) return { failure: message("deepl.answer-malformed", { problem: mistakes[0].reason }), tags: true };
  const targets = question.pins.map((pin) => pin.target).toSorted();
  const kept = keptIn(nodes).map(textOf).toSorted();
  if (kept.length !== targets.length || kept.some((text, index) => text !== targets[index]))
    return { failure: message("deepl.term-lost") };
  const stray = question.markup ? undefined : elementsIn(nodes).find((element) => element.name !== keepTag);
  if (stray) return { failure: message("deepl.tag-added", { tag: stray.name }) };
  const text = (question.markup ? writeNodes(nodes) : nodes.map(textOf).join("")).replaceAll(
    /^[ \t\r\n]+|[ \t\r\n]+$/gu,
    "",
  );
  return text === "" ? { failure: message("deepl.answer-empty") } : { text };
}

/** The tags of a text whose content DeepL must leave alone: pins and code. */
export function ignoredTags(xml: string): string[] {
  const names = elementsIn(readUnitText(xml).nodes).map((element) => element.name);
  return [...new Set(names.filter((name) => name === keepTag || elementOf(name) === "code"))].toSorted();
}

/** How many characters of a text DeepL charges for: Unicode code points, tags not counted. */
export function countCharacters(xml: string): number {
  return codePointsIn(readUnitText(xml).nodes.map(textOf).join(""));
}

function writePiece(text: string, markup: boolean): string {
  if (!markup) return escapeAll(text);
  // Unit text may hold a lone `>`; DeepL's documentation asks for it escaped.
  return text.replaceAll(/<[^<>]*>|>/gu, (found) => (found === ">" ? "&gt;" : found));
}

function escapeAll(text: string): string {
  return escapeText(text).replaceAll(">", "&gt;");
}

function textOf(node: TextNode): string {
  return "value" in node ? node.value : node.children.map(textOf).join("");
}

function elementsIn(nodes: readonly TextNode[]): TextElement[] {
  return nodes.flatMap((node) => ("value" in node ? [] : [node, ...elementsIn(node.children)]));
}

function keptIn(nodes: readonly TextNode[]): TextElement[] {
  return elementsIn(nodes).filter((element) => element.name === keepTag);
}

/** Unit text in its one spelling: `<br/>` whether `<br />` or `<br></br>` came, escapes only where they are needed. */
function writeNodes(nodes: readonly TextNode[]): string {
  let written = "";
  // References are read one by one; only the joined text shows a `]]>`.
  let text = "";
  for (const node of nodes) {
    if ("value" in node) text += node.value;
    else if (node.name === keepTag) text += textOf(node);
    else {
      const inner = writeNodes(node.children);
      written +=
        escapeText(text) + (node.children.length === 0 ? `<${node.name}/>` : `<${node.name}>${inner}</${node.name}>`);
      text = "";
    }
  }
  return written + escapeText(text);
}
