// HTML that authors write and a page does not have: what of it is lost, and how the text around it stays in order.
import type { Comment, Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { isAllowedImage } from "../address.ts";
import { isCarried } from "./footnotes.ts";
import { allowsAttribute, schema, stripped } from "./schema.ts";

/** Ways of being lost. `open` is what never ends: all that follows is lost with it. */
export type DroppedKind =
  "medium" | "form" | "unknown" | "unread" | "open" | "image" | "program" | "element" | "attribute";

/** Something that is not published, at all places of the page where it stands. */
export type Dropped = { kind: DroppedKind; name: string; places: [start: number, end: number][] };

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const media = names("iframe video audio embed object canvas svg math map applet frame frameset portal");
const forms = names("form input select textarea button datalist output meter progress option optgroup");
const programs = names("script style template noscript link meta base title");
/** Elements without behaviour that pages do not have; their text stays. */
const plain = names(
  "acronym address area article aside bdi bdo big body center col colgroup data dialog dir fieldset font footer head " +
    "header hgroup html ins label legend main marquee menu nav nobr noembed noframes param picture rb rp rt rtc ruby " +
    "samp search source strike time track tt var wbr",
);
/** What HTML reads as text until the element ends: when it never does, all that follows is gone. */
const swallowing = names("script style textarea title iframe noembed noframes xmp plaintext");
/** Elements with others in them that say nothing of their own. */
const wholes = names("form video audio object picture svg math map select datalist frameset canvas");

/** What stands in a text as a block of its own, and is written as one that pages have. */
const blocks = names(
  "address article aside center dialog fieldset footer form header hgroup main nav search li dt dd figcaption summary " +
    "caption thead tbody tfoot tr td th",
);
/** Parts a text without ending its paragraph. */
const inlineBlocks = names("button legend option optgroup textarea");

/** What is lost of a tree whose raw HTML was just read: of each kind and name once, in the order of the page. */
export function droppedFrom(tree: Root, source: string): Dropped[] {
  const found = new Map<string, Dropped>();
  const add = (kind: DroppedKind, name: string, place: [number, number]): void => {
    const known = found.get(`${kind} ${name}`);
    if (known) known.places.push(place);
    else found.set(`${kind} ${name}`, { kind, name, places: [place] });
  };
  const visit = (node: Nodes, inside: DroppedKind | undefined): void => {
    if (node.type === "comment") {
      const name = unreadComment(node, source);
      const start = startOf(node);
      if (name !== undefined) add("unread", name, [start, start + name.length]);
    }
    if (!("children" in node)) return;
    let within = inside;
    if (node.type === "element" && !isCarried(node)) {
      const place = openingOf(node, source);
      const kind = kindOf(node, source);
      const name = nameIn(source, place);
      const isTold = inside !== undefined && kind !== "open" && !(kind === "unknown" && inside === "form");
      if (kind !== undefined && !isTold) add(kind, kind === "open" ? `<${name}>` : name, place);
      if (kind === undefined && isWritten(node, source))
        for (const attribute of attributesLost(node)) add("attribute", attribute, place);
      if (node.tagName === "img" && !isAllowedImage(String(node.properties.src ?? "http:")))
        add("image", schemeOf(node), place);
      if (kind !== undefined && wholes.has(node.tagName)) within ??= kind;
    }
    for (const child of node.children) visit(child, within);
  };
  visit(tree, undefined);
  return [...found.values()];
}

/** Why an element does not get onto the page; undefined for one that does. */
function kindOf(element: Element, source: string): DroppedKind | undefined {
  const { tagName, position } = element;
  if (!isWritten(element, source)) return undefined;
  if (swallowing.has(tagName)) {
    const end = position?.end?.offset ?? source.length;
    if (!/<\/[a-z]+\s*>$/iu.test(source.slice(Math.max(0, end - tagName.length - 20), end))) return "open";
  }
  if (media.has(tagName)) return "medium";
  if (tagName === "input" ? !isTask(element) : forms.has(tagName)) return "form";
  if (programs.has(tagName)) return "program";
  if (plain.has(tagName)) return "element";
  return schema.tagNames?.includes(tagName) ? undefined : "unknown";
}

/** Whether an author wrote an element, and no part of the pipeline. */
function isWritten({ tagName, position }: Element, source: string): boolean {
  const start = position?.start?.offset;
  if (start === undefined || source[start] !== "<") return false;
  return source.slice(start + 1, start + 1 + tagName.length).toLowerCase() === tagName;
}

function isTask({ properties }: Element): boolean {
  return String(properties.type).toLowerCase() === "checkbox" && Boolean(properties.disabled);
}

/** The beginning of what a browser reads as a comment and no author means as one. */
function unreadComment(node: Comment, source: string): string | undefined {
  const start = startOf(node);
  const written = source.slice(start, node.position?.end?.offset ?? source.length);
  return /^<(?:\?(?:php|=|xml)?|!\[CDATA\[)/iu.exec(written)?.[0];
}

function attributesLost({ tagName, properties }: Element): string[] {
  return Object.entries(properties)
    .filter(([name, value]) => {
      // Ids are kept as places that links lead to; addresses have rules of their own.
      if (name === "id" || name === "href" || name === "src" || (tagName === "a" && name === "name")) return false;
      return !allowsAttribute(tagName, name, value);
    })
    .map(([name]) => attributeName(name));
}

function attributeName(property: string): string {
  if (property === "className") return "class";
  if (property === "htmlFor") return "for";
  return property.replace(/^(aria|data)(?=[A-Z])/u, "$1-").toLowerCase();
}

function schemeOf({ properties }: Element): string {
  return /^\s*([a-z][a-z\d+.-]*:)/iu.exec(String(properties.src ?? ""))?.[1]?.toLowerCase() ?? "";
}

function startOf({ position }: Nodes): number {
  return position?.start?.offset ?? 0;
}

/** Where the opening tag of an element stands, or all of what Markdown has for one. */
function openingOf(element: Element, source: string): [number, number] {
  const start = startOf(element);
  if (!isWritten(element, source)) return [start, element.position?.end?.offset ?? start + 1];
  const tag = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>?/u.exec(source.slice(start, start + 2_000))?.[0] ?? "<";
  return [start, start + tag.length];
}

/** The name of an element as its author wrote it. */
function nameIn(source: string, [start, end]: [number, number]): string {
  return /^<([^\s/>]+)/u.exec(source.slice(start, end))?.[1] ?? "";
}

/**
 * Writes elements that a page does not have so that no two words run together, in place: blocks as blocks that it has,
 * a blank for what parts a text otherwise.
 */
export function partBlocks(tree: Root): void {
  const settle = (parent: Root | Element, ancestors: readonly string[]): void => {
    parent.children = (parent.children as (RootContent | ElementContent)[]).flatMap(
      (node): (RootContent | ElementContent)[] => {
        if (node.type !== "element") return [node];
        const { tagName } = node;
        if (isGone(node)) return programs.has(tagName) ? [node] : [node, blankAt(node)];
        settle(node, [...ancestors, tagName]);
        if (tagName === "menu" || tagName === "dir") node.tagName = "ul";
        if (blocks.has(tagName) && !isInPlace(tagName, ancestors)) node.tagName = "div";
        return inlineBlocks.has(tagName) ? [blankAt(node), node, blankAt(node)] : [node];
      },
    ) as typeof parent.children;
  };
  settle(tree, []);
}

function isInPlace(tagName: string, ancestors: readonly string[]): boolean {
  const wanted = schema.ancestors?.[tagName];
  return wanted?.some((name) => ancestors.includes(name)) ?? false;
}

/** Goes with all that is in it. */
function isGone(element: Element): boolean {
  return stripped.has(element.tagName) || (element.tagName === "embed" && element.children.length === 0);
}

function blankAt({ position }: Element): ElementContent {
  const { start } = position ?? {};
  return { type: "text", value: " ", ...(start ? { position: { start, end: start } } : undefined) };
}

/** Takes elements out, in place, that say nothing: a `span` without attributes, an image without an address. */
export function dropIdle(tree: Root): void {
  const settle = (parent: Root | Element): void => {
    for (const child of parent.children) if (child.type === "element") settle(child);
    parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
      if (node.type !== "element") return [node];
      if (node.tagName === "img" && node.properties.src === undefined) return [];
      const isIdle = node.tagName === "span" && Object.keys(node.properties).length === 0 && !node.data;
      return isIdle ? node.children : [node];
    });
  };
  settle(tree);
}

/** What begins in a piece of HTML and does not end: a parser takes all that follows for a part of it. */
export function cutShort(html: string): { at: number; name: string } | undefined {
  const comment = html.lastIndexOf("<!--");
  if (comment !== -1 && !/--!?>/u.test(html.slice(comment + 2))) return { at: comment, name: "<!--" };
  const at = html.lastIndexOf("<");
  const name = /^<\/?[a-z][^\s<>]*(?=[^<>]*$)/iu.exec(html.slice(Math.max(0, at)))?.[0];
  return name === undefined ? undefined : { at, name };
}
