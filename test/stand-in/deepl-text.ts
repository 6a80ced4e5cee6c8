// How the stand-in for DeepL reads XML (strictly), counts characters, translates, and spoils a translation.
export type Node = string | { name: string; attributes: string; children: Node[] };

const name = "[A-Za-z_][\\w.-]*";
const markup = new RegExp(
  `<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|</(${name})\\s*>|&(amp|lt|gt|quot|apos|#\\d+|#x[\\dA-Fa-f]+);|[<&]|\\]\\]>|[^<&\\]]+|\\]`,
  "gu",
);
const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads a fragment of XML; nothing if it is not well-formed. */
export function readXml(text: string): Node[] | undefined {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) return undefined;
  const root: Node[] = [];
  const open: { name: string; children: Node[] }[] = [];
  for (const [whole, opening, attributes = "", empty, closing, reference] of text.matchAll(markup)) {
    const children = open.at(-1)?.children ?? root;
    if (opening !== undefined) {
      const element = { name: opening, attributes, children: [] };
      children.push(element);
      if (empty === "") open.push(element);
    } else if (closing !== undefined) {
      if (open.pop()?.name !== closing) return undefined;
    } else if (reference !== undefined) children.push(characterOf(reference));
    else if (whole === "<" || whole === "&" || whole === "]]>") return undefined;
    else children.push(whole);
  }
  return open.length === 0 ? root : undefined;
}

function characterOf(reference: string): string {
  if (!reference.startsWith("#")) return characters[reference] ?? "";
  return String.fromCodePoint(
    reference.startsWith("#x") ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1)),
  );
}

export function writeXml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string")
        return node.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const inner = writeXml(node.children);
      return inner === ""
        ? `<${node.name}${node.attributes}/>`
        : `<${node.name}${node.attributes}>${inner}</${node.name}>`;
    })
    .join("");
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}

/** What is charged for: Unicode code points, without tags. */
export function countCharacters(nodes: readonly Node[]): number {
  return Array.from(textOf(nodes)).length;
}

/** Puts the language before each word (`en:ord`) and a glossary's term in place of its source. */
export function translate(
  nodes: readonly Node[],
  language: string,
  glossary: ReadonlyMap<string, string>,
  ignored: ReadonlySet<string>,
): Node[] {
  const terms = [...glossary.keys()].toSorted((one, other) => other.length - one.length).map(escapeExpression);
  const word = "\\p{L}[\\p{L}\\p{M}\\p{N}]*";
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...terms, word].join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const visit = (node: Node): Node => {
    if (typeof node === "string")
      return node.replaceAll(found, (match) => glossary.get(match) ?? `${language}:${match}`);
    return ignored.has(node.name) ? node : { ...node, children: node.children.map(visit) };
  };
  return joined(nodes).map(visit);
}

/** References are read one by one; a term may lie across them. */
function joined(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (typeof node === "string" && typeof last === "string") result[result.length - 1] = last + node;
    else result.push(typeof node === "string" ? node : { ...node, children: joined(node.children) });
  }
  return result;
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}

/** Ways to spoil one translation. */
export const spoilers = {
  "empty-text": () => "",
  "tags-lost": (text: string) => text.replaceAll(/<[^>]*>/gu, ""),
  "tags-doubled": (text: string) => `${text} ${/<(\w+)>.*?<\/\1>|<\w+\/>/u.exec(text)?.[0] ?? ""}`,
  "tags-crossed": (text: string) => text.replace(/(<\/\w+>)(.*?)(<\w+>)/u, "$3$1$2"),
  "tags-moved": (text: string) => {
    const nodes = readXml(text) ?? [];
    const [first, second] = nodes.filter((node) => typeof node !== "string");
    if (!first || !second) return text;
    first.children.push(second);
    return writeXml(nodes.filter((node) => node !== second));
  },
  "tags-escaped": (text: string) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  "tag-unclosed": (text: string) => text.replace(/<\/\w+>/u, ""),
  "bare-ampersand": (text: string) => `${text} & more`,
  script: (text: string) => `${text}<script>alert(1)</script>`,
  "script-from-elsewhere": (text: string) => `${text}<script src="https://evil.example/x.js"></script>`,
  "pin-changed": (text: string) => text.replaceAll(/<keep>[^<]*<\/keep>/gu, "<keep>something else</keep>"),
  "pin-lost": (text: string) => text.replaceAll(/<\/?keep>/gu, ""),
  "other-spelling": (text: string) =>
    text
      .replaceAll(/<(\w+)\/>/gu, "<$1></$1>")
      .replaceAll("'", "&apos;")
      .replaceAll('"', "&quot;")
      .replaceAll("å", "&#229;"),
} as const satisfies Record<string, (text: string) => string>;
