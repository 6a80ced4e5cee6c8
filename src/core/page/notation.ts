// Notations of other programs, which Markdown here does not have: readers would be shown them as they are written.
import type { Nodes, Root } from "mdast";

export type NotationKind =
  | "program"
  | "container"
  | "contents"
  | "attributes"
  | "wiki"
  | "inline"
  | "address"
  | "footnote"
  | "reference"
  | "definition";

/** A notation at all places of the page where it stands; `write` is what to write in place of the first. */
export type Notation = { kind: NotationKind; places: [start: number, end: number][]; write: string | undefined };

type Pattern = {
  kind: NotationKind;
  expression: RegExp;
  /** What to write instead of what was matched. */
  write?: (match: RegExpExecArray) => string | undefined;
};

/** The first that fits a place holds. What a pattern looks through is bounded, so that no page takes long. */
const patterns: readonly Pattern[] = [
  {
    kind: "contents",
    expression: /(?<=^[ \t>]*)(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\}|\{:[ \t]*toc[ \t]*\}|@\[toc\])(?=[ \t]*$)/gimu,
  },
  { kind: "program", expression: /\{\{[<%][^]{0,500}?[>%]\}\}|\{%[^]{0,500}?%\}|<%[^]{0,500}?%>/gu },
  { kind: "program", expression: /\{\{[^{}\n]{1,200}\}\}|\{\/\*[^]{0,500}?\*\/\}|\$\$[^$]{1,500}\$\$/gu },
  {
    kind: "program",
    expression:
      /^(?:import[ \t][^\n]{1,200}[ \t]from[ \t]*["'][^\n]{1,200}|export[ \t]+(?:default|const|function)[ \t].*)/gmu,
  },
  {
    kind: "program",
    expression: /\[\/?[a-z][\w-]{0,40}(?:[ \t]+[\w-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))+[ \t]*\/?\](?![([])/gu,
  },
  { kind: "program", expression: /(?<![\p{L}\p{N}:]):[a-z]+(?:_[a-z]+)*:(?![\p{L}\p{N}:])/gu },
  {
    kind: "container",
    expression: /(?<=^[ \t>]*):{3,}[ \t]*(?:\{[ \t]*)?\.?[a-z][^\n]*|^(?:!!!|\?\?\?\+?)[ \t]+[a-z][^\n]*/gimu,
  },
  { kind: "container", expression: /(?<=^[ \t>]*>[ \t]?)\[![\p{L}-]+\][+-]?(?!\()/gmu },
  {
    kind: "attributes",
    expression: /\{:[^{}\n]{0,200}\}|\{[ \t]*[.#][\w-][^{}\n]{0,200}\}|(?<=[\])])\{[^{}\n]{1,200}\}/gu,
  },
  { kind: "wiki", expression: /!?\[\[[^[\]\n]{1,200}\]\](?!\()/gu },
  {
    kind: "address",
    expression:
      /(!?)\[([^[\]\n]{0,200})\]\([ \t]*([^()<>\n"'\s][^()<>\n"']{0,300}?)[ \t]+(=\d{0,5}x\d{0,5}|[^()<>\n"'\s][^()<>\n"']{0,300}?)[ \t]*\)/gu,
    write: ([, sign = "", text = "", begin = "", rest = ""]) => {
      if (/^=\d*x\d*$/u.test(rest)) return `${sign}[${text}](${begin})`;
      const path = `${begin} ${rest}`;
      return sign !== "" || /[./]/u.test(path) ? `${sign}[${text}](<${path}>)` : undefined;
    },
  },
  {
    kind: "inline",
    expression: /(?<=[\p{L})])~([\p{L}\p{N}+-]{1,8})~(?!~)/gu,
    write: ([, text]) => `<sub>${text}</sub>`,
  },
  {
    kind: "inline",
    expression: /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+-]{1,8})\^/gu,
    write: ([, text]) => `<sup>${text}</sup>`,
  },
  {
    kind: "inline",
    expression: /(?<!=)==(?![=\s])([^=\n]{1,200})(?<!\s)==(?!=)/gu,
    write: ([, text]) => `<mark>${text}</mark>`,
  },
  { kind: "footnote", expression: /\[\^[^\s[\]]{1,50}\](?!:)/gu },
  { kind: "reference", expression: /!?\[[^[\]\n]{1,200}\]\[[^[\]\n]{1,100}\]/gu },
  { kind: "definition", expression: /(?<=\S[ \t]*\n):[ \t]{1,4}\S[^\n]*/gu },
];

/** Each of these needs words of its own. */
const alone: ReadonlySet<NotationKind> = new Set(["address", "footnote", "reference"]);

/** The notations in a page (its body, front matter blanked out), in the order of the page. */
export function notationsIn(tree: Root, source: string): Notation[] {
  const text = withoutCode(tree, source);
  const found: Notation[] = [];
  const taken = new Uint8Array(text.length);
  const add = (kind: NotationKind, start: number, end: number, write: string | undefined): void => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    const same = alone.has(kind) ? undefined : found.find((one) => one.kind === kind);
    if (same) same.places.push([start, end]);
    else found.push({ kind, places: [[start, end]], write });
  };
  for (const { kind, expression, write } of patterns) {
    for (const match of text.matchAll(expression)) {
      const instead = write?.(match);
      if (write === undefined || instead !== undefined)
        add(kind, match.index, match.index + match[0].trimEnd().length, instead);
    }
  }
  for (const [start, end] of namedCode(tree, source)) add("container", start, end, undefined);
  for (const { places } of found) places.sort(([one], [other]) => one - other);
  return found.toSorted((one, other) => (one.places[0]?.[0] ?? 0) - (other.places[0]?.[0] ?? 0));
}

/** Blocks of code whose language is a command to another program. */
function namedCode(tree: Root, source: string): [number, number][] {
  const found: [number, number][] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "code" && node.lang?.startsWith("{")) {
      const start = node.position?.start.offset ?? 0;
      found.push([start, start + (/^[^\r\n]*/u.exec(source.slice(start))?.[0].length ?? 1)]);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

/** The text with blanks for all that is code, escaped, a comment, or read as what it says. */
function withoutCode(tree: Root, source: string): string {
  const hidden: [number, number][] = [];
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === "code" || node.type === "inlineCode" || node.type === "footnoteReference")
      hidden.push([start, end]);
    else if (node.type === "footnoteDefinition") hidden.push([start, source.indexOf("]", start) + 1]);
    else if (node.type === "linkReference" || node.type === "imageReference")
      hidden.push([source.lastIndexOf("[", end - 1), end]);
    else if (node.type === "html") {
      if (/^<(?:script|style)\b/iu.test(node.value)) hidden.push([start, end]);
      else
        for (const comment of node.value.matchAll(/<!--[^]*?-->/gu))
          hidden.push([start + comment.index, start + comment.index + comment[0].length]);
    } else if (node.type === "heading" && node.data?.hProperties?.["id"] !== undefined)
      hidden.push([node.children.at(-1)?.position?.end.offset ?? start, end]);
    else if (node.data?.hName !== undefined && node.type === "blockquote") {
      // What makes a quotation a note is no longer among its texts.
      const mark = source.indexOf("]", start) + 1;
      hidden.push([start, mark]);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  let text = "";
  let at = 0;
  for (const [start, end] of hidden.toSorted(([one], [other]) => one - other)) {
    if (end <= at || start < 0) continue;
    text += source.slice(at, Math.max(at, start)) + blankedOut(source.slice(Math.max(at, start), end));
    at = end;
  }
  return (text + source.slice(at)).replaceAll(/\\[!-/:-@[-`{-~]/gu, "  ");
}

function blankedOut(text: string): string {
  return text.replaceAll(/[^\n]/gu, " ");
}
