// What stands at the edges of tags: a blank that got lost there, and text that moved into a small tag.
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { message } from "../../messages/message.ts";
import { elementOf, readUnitText, standIn, type TextElement, type TextNode } from "../../unit-text.ts";
import { excerpt } from "./text-pair.ts";

type Edge = { tag: string; before: string; after: string; at: number };

/**
 * Words that run together at a tag ("on<strong>Accept"), which no rule over plain text can tell from one word. A source
 * that joins a word to such a tag itself, as with an ending, lets its translation do so too.
 */
export function checkTagEdges(source: string, target: string, language: Language): TextFinding[] {
  if (!target.includes("<")) return [];
  const origin = readUnitText(source).nodes;
  const { nodes, mistakes } = readUnitText(target);
  if (mistakes.length > 0) return [];
  return [...joined(origin, nodes, language), ...movedIn(origin, nodes)].sort((a, b) => a.start - b.start);
}

function joined(origin: readonly TextNode[], nodes: readonly TextNode[], { words }: Language): TextFinding[] {
  const known = new Map<string, number>();
  for (const edge of edgesOf(origin).filter(isJoined)) known.set(kindOf(edge), (known.get(kindOf(edge)) ?? 0) + 1);
  return edgesOf(nodes).flatMap((edge) => {
    if (!isJoined(edge)) return [];
    const left = known.get(kindOf(edge)) ?? 0;
    known.set(kindOf(edge), left - 1);
    if (left > 0) return [];
    const { tag, at } = edge;
    const isClosing = tag.startsWith("</");
    // Particles are written on to the front of a word, endings on to its back.
    if (isClosing ? /^\p{Ll}{1,3}(?!\p{L})/u.test(edge.after) : words.prefixes !== undefined) return [];
    const reason = message("space.at-tag", { tag });
    return [
      { ruleId: "whitespace", start: at, end: at + tag.length, reason, expected: [isClosing ? `${tag} ` : ` ${tag}`] },
    ];
  });
}

/** Tags of a kind are counted together, whatever their number. */
function kindOf({ tag }: Edge): string {
  return tag.replace(/\d+(?=\/?>)/u, "");
}

function isJoined({ before, after }: Edge): boolean {
  return /[\p{L}\p{M}\p{N}\ufffc]$/u.test(before) && /^[\p{L}\p{N}\ufffc]|^[„«“‚‘»"](?=\p{L})/u.test(after);
}

/** Both edges of every tag, each with what is read before and after it. */
function edgesOf(nodes: readonly TextNode[]): Edge[] {
  let plain = "";
  const places: { tag: string; at: number; plainAt: number }[] = [];
  const visit = (list: readonly TextNode[]): void => {
    for (const node of list) {
      if ("value" in node) {
        plain += node.value;
        continue;
      }
      const inner = standIn(node.name);
      if (/^(?:sup|sub)\d*$/u.test(node.name)) {
        visit(node.children);
        continue;
      }
      const isEmpty = node.children.length === 0;
      const open = isEmpty ? `<${node.name}/>` : `<${node.name}>`;
      places.push({ tag: open, at: node.start, plainAt: plain.length });
      if (inner === undefined) visit(node.children);
      else plain += inner;
      const close = isEmpty ? open : `</${node.name}>`;
      if (inner !== "\n") places.push({ tag: close, at: node.end - close.length, plainAt: plain.length });
    }
  };
  visit(nodes);
  return places.map(({ tag, at, plainAt }) => ({
    tag,
    at,
    before: plain.slice(Math.max(0, plainAt - 2), plainAt),
    after: plain.slice(plainAt, plainAt + 4),
  }));
}

/** "m<sup>2</sup>" that became "<sup>m2</sup>": a tag of figures or signs alone has got letters. */
function movedIn(origin: readonly TextNode[], nodes: readonly TextNode[]): TextFinding[] {
  const wanted = new Map<string, string[]>();
  for (const element of smallOnes(origin))
    wanted.set(element.name, [...(wanted.get(element.name) ?? []), textOf(element)]);
  return smallOnes(nodes).flatMap((element) => {
    const texts = wanted.get(element.name) ?? [];
    const met = textOf(element);
    if (texts.length === 0 || texts.some((text) => /\p{L}/u.test(text)) || !/\p{L}/u.test(met)) return [];
    const reason = message("tag.moved-in", {
      text: excerpt(met),
      tag: element.name,
      source: excerpt(texts[0] ?? ""),
    });
    return [{ ruleId: "length", start: element.start, end: element.end, reason, expected: [] }];
  });
}

function smallOnes(nodes: readonly TextNode[]): TextElement[] {
  return nodes.flatMap((node) => {
    if ("value" in node) return [];
    return ["sup", "sub"].includes(elementOf(node.name)) && node.children.length > 0
      ? [node]
      : smallOnes(node.children);
  });
}

function textOf({ children }: TextElement): string {
  return children.map((node) => ("value" in node ? node.value : textOf(node))).join("");
}
