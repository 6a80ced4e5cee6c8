// Instructions that authors write as HTML comments become marks on the nodes that they speak of.
import type { Comment, Element, Nodes, Root, RootContent } from "hast";
import type { Bond, Waiver } from "../waivers.ts";
import { message, type Message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { inlineElements } from "./schema.ts";

/** What directives say of a node; lives in the node's `data`, which survives sanitising. */
export type Marks = {
  /** Not for translation. */
  skip?: true;
  /** Notes for translators. */
  comments?: string[];
  /** Keeps equal texts apart: `msgctxt` becomes `context:KEY`. */
  context?: string;
};

/** What the directives of a page say that is not a mark on a node. */
export type DirectiveReading = { waivers: Waiver[]; mistakes: Mistake[] };

type Directive =
  | { kind: "skip" }
  | { kind: "skip-start" }
  | { kind: "skip-end" }
  | { kind: "comment"; text: string }
  | { kind: "context"; text: string }
  | { kind: "ignore"; rule: string; text: string; bond: Bond };

type Marked = { data?: Marks & Record<string, unknown> };

/** The marks on a node. */
export function marksOf(node: Nodes): Marks {
  return node.data ?? {};
}

/** Reads the comments of a tree into marks, in place. The comments themselves stay, for the sanitiser to take out. */
export function applyDirectives(tree: Root): DirectiveReading {
  const reading: DirectiveReading = { waivers: [], mistakes: [] };
  markChildren(tree, reading);
  return reading;
}

function markChildren(parent: Root | Element, reading: DirectiveReading): void {
  const { mistakes } = reading;
  let skipping: Comment | undefined;
  const children = parent.children as RootContent[];
  for (const [index, node] of children.entries()) {
    if (node.type === "comment") {
      const directive = readDirective(node.value);
      if (directive === undefined) continue;
      if ("id" in directive) mistakes.push(mistakeAt(node, directive, expectedForms));
      else if (directive.kind === "skip-start") skipping ??= node;
      else if (directive.kind === "skip-end") {
        if (!skipping) mistakes.push(mistakeAt(node, message("directive.no-start"), []));
        skipping = undefined;
      } else markTarget(parent, children, index, directive, node, reading);
    } else {
      if (skipping) mark(node).skip = true;
      if (node.type === "element") markChildren(node, reading);
    }
  }
  if (skipping) {
    mistakes.push(mistakeAt(skipping, message("directive.no-end"), ["<!-- i18n:skip-end -->"]));
  }
}

const expectedForms = [
  "<!-- i18n:skip -->",
  "<!-- i18n:skip-start -->",
  "<!-- i18n:skip-end -->",
  "<!-- i18n:comment: TEXT -->",
  "<!-- i18n:context: KEY -->",
  '<!-- malvakt-ignore RULE "TEXT": reason -->',
];

/** Undefined for an ordinary comment; a message for one that looks like a directive and is none. */
function readDirective(comment: string): Directive | Message | undefined {
  const text = comment.trim();
  if (/^malvakt-ignore(?![\w-])/u.test(text)) return readWaiver(text);
  const i18n = /^i18n:\s*([\w-]*)\s*(?::\s*([\s\S]*))?$/u.exec(text);
  if (!i18n) return text.startsWith("i18n:") ? message("directive.unknown") : undefined;
  const [, kind = "", value = ""] = i18n;
  if (kind === "skip" || kind === "skip-start" || kind === "skip-end") return { kind };
  if ((kind === "comment" || kind === "context") && value.trim() !== "") return { kind, text: oneLine(value) };
  return message("directive.unknown-kind", { kind });
}

function readWaiver(text: string): Directive | Message {
  const waiver = /^malvakt-ignore\s+([\w-]+)(?:\s+"([\s\S]*?)")?\s*:\s*(\S[\s\S]*)$/u.exec(text);
  const [, rule, on, reason] = waiver ?? [];
  if (rule === undefined || reason === undefined) return message("waiver.form");
  const bond: Bond = on === undefined ? { kind: "block" } : { kind: "text", text: oneLine(on) };
  return { kind: "ignore", rule, text: oneLine(reason), bond };
}

/** A directive speaks of the next sibling; at the end of a text, of the text before it. */
function markTarget(
  parent: Root | Element,
  siblings: RootContent[],
  index: number,
  directive: Directive,
  comment: Comment,
  { mistakes, waivers }: DirectiveReading,
): void {
  const next = siblings.slice(index + 1).find(isContent);
  const before = siblings.slice(0, index).findLast(isContent);
  const target = next ?? (before && isInline(before) ? before : parent.type === "element" ? parent : undefined);
  if (!target) {
    mistakes.push(mistakeAt(comment, message("directive.no-target"), []));
    return;
  }
  const marks = mark(target);
  if (directive.kind === "skip") marks.skip = true;
  else if (directive.kind === "context") marks.context = directive.text;
  else if (directive.kind === "comment") (marks.comments ??= []).push(directive.text);
  else if (directive.kind === "ignore") {
    const block = isInline(target) && parent.type === "element" ? parent : target;
    const { start: from, end: to } = placeOf(block);
    waivers.push({ rule: directive.rule, reason: directive.text, ...placeOf(comment), from, to, bond: directive.bond });
  }
}

function isContent(node: RootContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}

function isInline(node: RootContent | Root): boolean {
  return node.type === "text" || (node.type === "element" && inlineElements.has(node.tagName));
}

function mark(node: Nodes): Marks {
  return ((node as Marked).data ??= {});
}

function placeOf(node: Nodes): { start: number; end: number } {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start + 1 };
}

function mistakeAt(node: Nodes, reason: Message, expected: string[]): Mistake {
  return { ...placeOf(node), reason, expected };
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, " ");
}
