// A question as the XML that DeepL takes, and DeepL's answer as the text that the question was asked in.
import { elementOf, escapeText, readUnitText, type TextElement, type TextNode } from "../../unit-text.ts";
import { sentence } from "../../messages/sentence.ts";
import type { Question } from "../engine.ts";

/** Text within this element is left as it is (`ignore_tags`). No unit text has an element of this name. */
const keepTag = "keep";

/** XML 1.0 has no way to write these, escaped or not, and DeepL refuses the whole request for one. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Writes a question as XML: a plain text is escaped, unit text keeps its bare tags, a pin becomes `<keep>TARGET</keep>`.
 * Whatever is written is well-formed: DeepL refuses a request with one text that is not.
 */
export function writeQuestion(question: Question): { xml: string } | { failure: string } {
  const { text, markup } = question;
  const pins = question.pins.toSorted((one, other) => one.start - other.start);
  let xml = "";
  let at = 0;
  for (const pin of pins) {
    if (pin.start < at || pin.end < pin.start || pin.end > text.length)
      return { failure: "Two pinned terms overlap; this text was not sent." };
    xml += writePiece(text.slice(at, pin.start), markup) + `<${keepTag}>${escapeAll(pin.target)}</${keepTag}>`;
    at = pin.end;
  }
  xml += writePiece(text.slice(at), markup);
  if (text.trim() === "") return { failure: "There is nothing to translate in an empty text." };
  if (notInXml.test(xml)) return { failure: "The text holds a control character; take it out of the page." };
  const { nodes, mistakes } = readUnitText(xml);
  if (mistakes[0])
    return { failure: `The text is not well-formed and was not sent: ${sentence(mistakes[0].reason, "en")}` };
  if (keptIn(nodes).length !== pins.length) return { failure: `The text has a tag <${keepTag}> of its own.` };
  return { xml };
}

/** Reads the XML that came back; the law is that pins come out exactly. Failures say what was wrong with the answer. */
export function readAnswer(xml: unknown, question: Question): { text: string } | { failure: string; tags?: true } {
  if (typeof xml !== "string" || xml.trim() === "") return { failure: "DeepL answered with an empty text." };
  const { nodes, mistakes } = readUnitText(xml);
  if (mistakes[0])
    return { failure: `DeepL's answer is not well-formed: ${sentence(mistakes[0].reason, "en")}`, tags: true };
  const targets = question.pins.map((pin) => pin.target).toSorted();
  const kept = keptIn(nodes).map(textOf).toSorted();
  if (kept.length !== targets.length || kept.some((text, index) => text !== targets[index]))
    return { failure: "DeepL lost, repeated or changed a term that was to be kept." };
  const stray = question.markup ? undefined : elementsIn(nodes).find((element) => element.name !== keepTag);
  if (stray) return { failure: `DeepL put a tag <${stray.name}> into a plain text.` };
  const text = (question.markup ? writeNodes(nodes) : nodes.map(textOf).join("")).replaceAll(
    /^[ \t\r\n]+|[ \t\r\n]+$/gu,
    "",
  );
  return text === "" ? { failure: "DeepL answered with an empty text." } : { text };
}

/** The tags of a text whose content DeepL must leave alone: pins and code. */
export function ignoredTags(xml: string): string[] {
  const names = elementsIn(readUnitText(xml).nodes).map((element) => element.name);
  return [...new Set(names.filter((name) => name === keepTag || elementOf(name) === "code"))].toSorted();
}

/** How many characters of a text DeepL charges for: Unicode code points, tags not counted. */
export function countCharacters(xml: string): number {
  return Array.from(readUnitText(xml).nodes.map(textOf).join("")).length;
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
