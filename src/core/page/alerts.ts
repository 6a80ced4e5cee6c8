// Alerts as GitHub has them (`> [!NOTE]`): a block of its own, with a label in the language of the page.
import type { Element, Nodes, Root } from "hast";
import type { Blockquote, Nodes as MarkdownNodes, Root as MarkdownRoot } from "mdast";
import type { AlertKind } from "../language/language.ts";

const alertKinds: readonly AlertKind[] = ["note", "tip", "important", "warning", "caution"];

/** Carries what an element is through the HTML parser. No HTML can write this attribute: its name has a capital and a blank. */
const carrier = "Alert Part";

type Part = { alert: AlertKind; isLabel: boolean };

/** Makes alerts of the quotations that begin with the mark of one, in place. Says whether there was any. */
export function takeAlerts(tree: MarkdownRoot, source: string): boolean {
  let found = false;
  const visit = (node: MarkdownNodes): void => {
    if (node.type === "blockquote" && takeAlert(node, source)) found = true;
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

function takeAlert(quotation: Blockquote, source: string): boolean {
  const [first, ...others] = quotation.children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || text?.type !== "text") return false;
  const [mark, name = "", lineEnd = ""] = /^\[!([a-z]+)\][ \t]*(\r?\n|$)/iu.exec(text.value) ?? [];
  const kind = alertKinds.find((one) => one === name.toLowerCase());
  const isAll = mark === text.value;
  // A mark that more follows in its line, or nothing at all, is none.
  if (mark === undefined || kind === undefined || (isAll && first.children.length > 1)) return false;
  if (isAll && others.length === 0) return false;
  const start = text.position?.start;
  if (!isAll && start?.offset !== undefined) {
    const length = /^\[![a-z]+\][ \t]*\r?\n[ \t>]*/iu.exec(source.slice(start.offset))?.[0].length ?? mark.length;
    text.value = text.value.slice(mark.length);
    Object.assign(start, { line: start.line + (lineEnd === "" ? 0 : 1), column: 1, offset: start.offset + length });
  }
  quotation.children = [
    {
      type: "paragraph",
      data: { hProperties: { [carrier]: `${kind} label` } },
      children: [{ type: "text", value: kind }],
    },
    ...(isAll ? [] : [first]),
    ...others,
  ];
  quotation.data = { ...quotation.data, hName: "div", hProperties: { [carrier]: kind } };
  return true;
}

/** Moves what elements are of an alert from their properties to `data`, which survives sanitising; in place. */
export function settleAlerts(tree: Root): void {
  const visit = (node: Nodes): void => {
    if (node.type === "element" && carrier in node.properties) {
      const [kind, label] = String(node.properties[carrier]).split(" ");
      delete node.properties[carrier];
      const alert = alertKinds.find((one) => one === kind);
      if (alert) node.data = { ...node.data, alertPart: { alert, isLabel: label !== undefined } } as Element["data"];
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

function partOf({ data }: Element): Part | undefined {
  return (data as { alertPart?: Part } | undefined)?.alertPart;
}

/** Gives alerts the classes that GitHub gives them, in place; no HTML of an author's can have these. */
export function dressAlerts(tree: Root): void {
  const visit = (node: Nodes): void => {
    const part = node.type === "element" ? partOf(node) : undefined;
    if (node.type === "element" && part)
      node.properties.className = part.isLabel
        ? ["markdown-alert-title"]
        : ["markdown-alert", `markdown-alert-${part.alert}`];
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

/** The kind of alert whose generated label this is. */
export function alertLabelled(element: Element): AlertKind | undefined {
  const part = partOf(element);
  return part?.isLabel ? part.alert : undefined;
}

/** The classes of alerts in a published page, for those who hold it to what a page may have. */
export const alertClasses = { div: /^markdown-alert(?:-[a-z]+)?$/u, p: /^markdown-alert-title$/u };
