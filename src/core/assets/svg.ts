// SVG: a drawing and nothing else. Opened by itself it is a document that can run programs, so a list says what it may hold.
import { message, type Message } from "../messages/message.ts";
import { elementsIn, readXml, textIn, type XmlElement } from "../xml.ts";

const namespace = "http://www.w3.org/2000/svg";

/** Shapes, texts and colours. What loads, runs, moves or repeats is not among them. */
const elements: ReadonlySet<string> = new Set([
  ...["svg", "g", "defs", "title", "desc", "style"],
  ...["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"],
  ...["linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"],
]);

/** Names of these that say where things are, how large, and how they look. */
const attributeName =
  /^(?:[a-z][a-zA-Z\d]*|(?:stroke|fill|stop|font|text|letter|word|clip|color|dominant|alignment|baseline|paint|shape|image|vector|mask|aria|data)(?:-[a-z]+)+|xml:(?:space|lang)|xmlns(?::[a-z]+)?)$/u;

/** Where one drawing refers to a part of itself. */
const reference = /^(?:xlink:)?href$/u;

type Size = { width: number; height: number };

/** The size of a drawing that may be published, or why it may not be. */
export function inspectSvg(text: string): Size | { problem: Message } {
  const { root, mistakes } = readXml(text);
  const [mistake] = mistakes;
  if (!root) return refusal(text, mistake?.start ?? 0, mistake?.reason ?? message("svg.not-svg"));
  if (root.name !== "svg" || root.namespace !== namespace) return refusal(text, root.start, message("svg.not-svg"));
  const instruction = text.search(/<\?(?!xml\s)/u);
  if (instruction !== -1) return refusal(text, instruction, message("svg.holds", { what: "<?" }));
  const stranger = strangerIn(root);
  if (stranger) return refusal(text, stranger.start, message("svg.holds", { what: stranger.what }));
  return sizeOf(root) ?? refusal(text, root.start, message("svg.no-size"));
}

function refusal(text: string, start: number, what: Message): { problem: Message } {
  return { problem: message("svg.refused", { line: text.slice(0, start).split("\n").length, what }) };
}

function strangerIn(element: XmlElement): { what: string; start: number } | undefined {
  const { name, start, attributes } = element;
  if (!elements.has(name) || element.namespace !== namespace) return { what: `<${name}>`, start };
  if (name === "style" && !isPlainStyle(textIn(element))) return { what: "<style>", start };
  for (const [attribute, value] of attributes)
    if (!isAllowed(attribute, value, name)) return { what: attribute, start };
  return elementsIn(element)
    .map(strangerIn)
    .find((found) => found !== undefined);
}

function isAllowed(name: string, value: string, element: string): boolean {
  if (reference.test(name)) return element.endsWith("Gradient") && value.startsWith("#");
  return attributeName.test(name) && !name.startsWith("on") && name !== "src" && isPlainStyle(value);
}

/** A style without an address, a rule that loads something, or an escape that hides one. */
function isPlainStyle(text: string): boolean {
  return !/[@\\]|url\s*\(\s*(?!["']?#)|image(?:-set)?\s*\(|expression\s*\(|javascript:/iu.test(text);
}

/** Its own size, or that of the field that it is drawn on. */
function sizeOf({ attributes }: XmlElement): Size | undefined {
  const [, , boxWidth, boxHeight] = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const width = lengthOf(attributes.get("width"));
  const height = lengthOf(attributes.get("height"));
  const box = { width: boxWidth ?? 0, height: boxHeight ?? 0 };
  if (width !== undefined && height !== undefined) return isSize({ width, height });
  const whole = isSize(box);
  if (!whole) return undefined;
  if (width !== undefined) return isSize({ width, height: (width * box.height) / box.width });
  if (height !== undefined) return isSize({ height, width: (height * box.width) / box.height });
  return whole;
}

function isSize({ width, height }: Size): Size | undefined {
  const size = { width: Math.round(width), height: Math.round(height) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** Pixels of each unit of length (CSS). */
const pixels: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

function lengthOf(written: string | undefined): number | undefined {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*$/u.exec(written ?? "") ?? [];
  const factor = pixels[unit];
  return number === "" || factor === undefined ? undefined : Number(number) * factor;
}
