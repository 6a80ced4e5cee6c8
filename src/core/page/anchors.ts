// Places that links lead to: ids of headings that authors give, and anchors of HTML. None of them is a tag for translators.
import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import type { Nodes as MarkdownNodes, Root as MarkdownRoot } from "mdast";
import { footnoteId, inlineElements, schema } from "./schema.ts";

const ownId = /[ \t]*\{#([^\s{}#]+)\}[ \t]*$/u;

/** Takes `{#id}` from the end of each heading, in place: it is the heading's id. Says whether there was any. */
export function takeHeadingIds(tree: MarkdownRoot, source: string): boolean {
  let found = false;
  const visit = (node: MarkdownNodes): void => {
    if (node.type === "heading") {
      const last = node.children.at(-1);
      const match = last?.type === "text" ? ownId.exec(last.value) : null;
      const end = last?.position?.end.offset ?? 0;
      const isWritten = match !== null && source.slice(0, end).trimEnd().endsWith(match[0].trim());
      const isEscaped =
        match !== null &&
        source
          .slice(0, end)
          .trimEnd()
          .at(-match[0].trim().length - 1) === "\\";
      if (last?.type === "text" && match && isWritten && !isEscaped && (match.index > 0 || node.children.length > 1)) {
        last.value = last.value.slice(0, match.index);
        if (last.position) {
          const { end: after } = last.position;
          const { length } = match[0];
          last.position.end = { ...after, column: after.column - length, offset: end - length };
        }
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id: match[1] ?? "" } };
        found = true;
      }
    } else if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

const blocks: ReadonlySet<string> = new Set(schema.tagNames?.filter((name) => !inlineElements.has(name)));

/** What a link can lead to at a node, before the page's own part; lives in the node's `data`, which survives sanitising. */
export function anchorOf(node: Nodes): string | undefined {
  return (node.data as { anchor?: string } | undefined)?.anchor;
}

/** Whether an element is nothing but a place that links lead to. */
export function isAnchor(node: Nodes): node is Element {
  return node.type === "element" && node.tagName === "a" && node.children.length === 0 && anchorOf(node) !== undefined;
}

/**
 * Makes marks of the ids and names in a tree that is not sanitised yet, in place: on blocks that stay; as empty anchors
 * before all other elements. The first of equal ones holds, as in browsers. Footnotes keep theirs, which no other has.
 */
export function markAnchors(tree: Root, isOfFootnote: (element: Element) => boolean): void {
  const taken = new Set<string>();
  const mark = (node: ElementContent | RootContent): (ElementContent | RootContent)[] => {
    if (node.type !== "element") return [node];
    node.children = node.children.flatMap(mark) as ElementContent[];
    if (isOfFootnote(node)) return [node];
    const { properties, tagName } = node;
    const { id, name } = properties;
    delete properties.id;
    if (tagName === "a") delete properties.name;
    const ids = [id, tagName === "a" ? name : undefined].flatMap((value) =>
      typeof value === "string" && value.trim() !== "" ? [value.trim().normalize("NFC")] : [],
    );
    const own = ids.filter(
      (value, index) => ids.indexOf(value) === index && !taken.has(value) && !footnoteId.test(value),
    );
    for (const value of own) taken.add(value);
    if (blocks.has(tagName)) {
      const [anchor] = own;
      if (anchor !== undefined) node.data = { ...node.data, anchor } as Element["data"];
      return [node];
    }
    const anchors = own.map((anchor): Element => ({
      type: "element",
      tagName: "a",
      properties: {},
      children: [],
      data: { anchor } as Element["data"] & object,
    }));
    return ids.length > 0 && tagName === "a" && properties.href === undefined
      ? [...anchors, ...node.children]
      : [...anchors, node];
  };
  tree.children = tree.children.flatMap(mark);
}

/** Moves anchors in running text before it, in place: they part no text. */
export function moveAnchors(tree: Root): void {
  const settle = (parent: Root | Element): void => {
    const settled: (RootContent | ElementContent)[] = [];
    let run: (RootContent | ElementContent)[] = [];
    let anchors: Element[] = [];
    const flush = (): void => {
      settled.push(...anchors, ...run);
      [run, anchors] = [[], []];
    };
    for (const child of parent.children) {
      if (child.type === "element" && !inlineElements.has(child.tagName)) {
        flush();
        settle(child);
        settled.push(child);
      } else if (child.type !== "element") run.push(child);
      else if (isAnchor(child)) anchors.push(child);
      else {
        anchors.push(...takeAnchors(child));
        run.push(child);
      }
    }
    flush();
    parent.children = settled as typeof parent.children;
  };
  settle(tree);
}

function takeAnchors(element: Element): Element[] {
  const taken: Element[] = [];
  element.children = element.children.filter((child) => {
    if (child.type !== "element") return true;
    taken.push(...(isAnchor(child) ? [child] : takeAnchors(child)));
    return !isAnchor(child);
  });
  return taken;
}

/** Sets the ids of all that is marked but headings, in place: the id by what a link says. */
export function setAnchorIds(tree: Root, prefix: string): Map<string, string> {
  const ids = new Map<string, string>();
  const visit = (node: Nodes): void => {
    const anchor = anchorOf(node);
    if (node.type === "element" && anchor !== undefined && !/^h[1-6]$/u.test(node.tagName)) {
      const id = `${prefix}-${anchor.replaceAll(/\s+/gu, "-")}`;
      node.properties.id = id;
      ids.set(anchor, id);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return ids;
}
