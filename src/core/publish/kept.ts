// The last version of a page, kept on the site while a newer one is not ready: held to what a new one may hold.
import type { Element, ElementContent, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import type { Options as Schema } from "rehype-sanitize";
import { unified } from "unified";
import { forbiddenCharacterIn } from "../characters.ts";
import { languageOf } from "../language/all.ts";
import { alertClasses } from "../page/alerts.ts";
import { citationsIn } from "../page/citations.ts";
import { serialise, textContent } from "../page/html.ts";
import { sanitiserFor, schema } from "../page/schema.ts";
import { provenanceTag } from "./add/provenance.ts";
import type { ManifestHeading } from "./manifest.ts";
import type { Today } from "./site.ts";

/** A fragment as it is kept; undefined when it is no fragment of this language. */
export type KeptFragment = { html: string; headings: ManifestHeading[]; citations: string[] };

export type KeptOptions = {
  page: string;
  language: string;
  /** Date of its latest approval. */
  date: string | undefined;
  /** Where an address leads today; undefined for one that was never an address of a page of the site. */
  newAddress: (address: string) => Today | undefined;
  /** The language of the page that an address leads to, where it is another one. */
  otherLanguageAt: (address: string) => string | undefined;
  /** The address of a file of authors today. */
  newFile?: (address: string) => string | undefined;
};

const allowed = withIds(schema.attributes ?? {});

/**
 * What a published fragment may hold: what a page may, its article, what publishing adds, and any id, since ids are the
 * pipeline's own.
 */
export const publishedSchema: Schema = {
  ...schema,
  tagNames: [...(schema.tagNames ?? []), "article", "bdi", "time", provenanceTag],
  attributes: {
    ...allowed,
    a: [...(allowed["a"] ?? []), ["hrefLang", /^[A-Za-z\d]+(?:-[A-Za-z\d]+)*$/u]],
    div: [...(allowed["div"] ?? []), ["className", alertClasses.div], ["role", "region"], ["tabIndex", 0], "ariaLabel"],
    input: [...(allowed["input"] ?? []), "ariaLabel"],
    section: [...(allowed["section"] ?? []), "ariaLabelledBy"],
    time: ["dateTime"],
    p: [...(allowed["p"] ?? []), ["className", alertClasses.p]],
    img: [...(allowed["img"] ?? []), "width", "height", ["loading", "lazy"], ["decoding", "async"]],
    article: [
      ...["lang", "dataPage", "dataDate", "ariaLabel", "ariaLabelledBy"],
      ["dir", "ltr", "rtl"],
      ["dataStatus", "source", "approved", "stale"],
    ],
  },
};

type Attributes = NonNullable<Schema["attributes"]>;

/** The same attributes, with an id on any element, and what a mark of a footnote is described by. */
function withIds(attributes: Attributes): Attributes {
  const own = new Set(["id", "ariaDescribedBy"]);
  const others = Object.entries(attributes).map(([tag, names]) => [
    tag,
    names.filter((name) => !own.has(Array.isArray(name) ? name[0] : name)),
  ]);
  const named = Object.fromEntries(others) as Attributes;
  return { ...named, a: [...(named["a"] ?? []), "ariaDescribedBy"], "*": [...(named["*"] ?? []), "id"] };
}

const parse = unified().use(rehypeRaw).freeze();
const sanitise = sanitiserFor(publishedSchema);

/** A published fragment as it may stay. Law: what a build published comes back with nothing changed but its marks. */
export function keepFragment(html: string, options: KeptOptions): KeptFragment | undefined {
  if (isTooDeep(html)) return undefined;
  const tree = parse.runSync({ type: "root", children: [{ type: "raw", value: html }] } as unknown as Root);
  const clean = sanitise(tree);
  const [article, ...others] = clean.children.filter(
    (node) => node.type === "element" || textContent(node).trim() !== "",
  );
  if (article?.type !== "element" || article.tagName !== "article" || others.length > 0) return undefined;
  const { lang, id, ariaLabel, ariaLabelledBy } = article.properties;
  const dir = languageOf(options.language)?.direction;
  if (lang !== options.language || dir === undefined || !isSound(article)) return undefined;
  withoutProvenance(article);
  article.properties = {
    lang,
    dir,
    dataPage: options.page,
    dataStatus: "stale",
    ...(options.date === undefined ? undefined : { dataDate: options.date }),
    ...(id === undefined ? undefined : { id }),
    ...(ariaLabel === undefined ? undefined : { ariaLabel }),
    ...(ariaLabelledBy === undefined ? undefined : { ariaLabelledBy }),
  };
  // The heading that was left out.
  const headings: ManifestHeading[] =
    typeof id === "string" && typeof ariaLabel === "string" ? [{ depth: 1, id, text: ariaLabel }] : [];
  const dead = new Set<Nodes>();
  visit(article, (element) => {
    const { id, href, src } = element.properties;
    if (/^h[1-6]$/u.test(element.tagName) && typeof id === "string")
      headings.push({
        depth: Number(element.tagName[1]),
        id,
        text: wordsOf(element).replaceAll(/\s+/gu, " ").trim(),
      });
    if (element.tagName === "img" && typeof src === "string") element.properties["src"] = options.newFile?.(src) ?? src;
    if (element.tagName === "a" && typeof href === "string" && !lead(element.properties, href, options))
      dead.add(element);
  });
  article.children = withoutLinks(article.children, dead);
  return {
    html: `${serialise(article)}\n`,
    headings: headings.filter(({ id }) => !id.endsWith("-footnote-label")),
    citations: citationsIn(article),
  };
}

/** The words of a heading, without the marks of footnotes. */
function wordsOf(node: Element | Element["children"][number]): string {
  if (node.type !== "element") return textContent(node);
  return node.properties.dataFootnoteRef === undefined ? node.children.map(wordsOf).join("") : "";
}

/** Of links to what is nowhere any more the words stay, and a place that others may lead to. */
function withoutLinks(nodes: readonly ElementContent[], dead: ReadonlySet<Nodes>): ElementContent[] {
  if (dead.size === 0) return [...nodes];
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    node.children = withoutLinks(node.children, dead);
    if (!dead.has(node)) return [node];
    const { id } = node.properties;
    node.properties = { id };
    return id === undefined ? node.children : [node];
  });
}

/** Leads a link to where its page is today, in the language in which it is there; false where that is nowhere. */
function lead(
  properties: Element["properties"],
  href: string,
  { newAddress, newFile, otherLanguageAt }: KeptOptions,
): boolean {
  const today = newAddress(href);
  if (today === "nowhere") return false;
  const address = today?.address ?? newFile?.(href) ?? href;
  const hrefLang = otherLanguageAt(address);
  delete properties.hrefLang;
  Object.assign(properties, { href: address }, hrefLang === undefined ? undefined : { hrefLang });
  return true;
}

/** The note under a translation is made anew, as the settings ask for it now. */
function withoutProvenance(article: Element): void {
  let notes = 0;
  visit(article, (element) => {
    const children = element.children.filter((child) => child.type !== "element" || child.tagName !== provenanceTag);
    notes += element.children.length - children.length;
    element.children = children;
  });
  if (notes === 0) return;
  const { children } = article;
  for (let last = children.at(-1); last?.type === "text" && last.value.trim() === ""; last = children.at(-1))
    children.pop();
  children.push({ type: "text", value: "\n" });
}

/** No other article in it, and no character that no text may hold. */
function isSound(article: Element): boolean {
  let sound = forbiddenCharacterIn(textContent(article)) === undefined;
  visit(article, (element) => {
    if (element !== article && element.tagName === "article") sound = false;
    for (const value of Object.values(element.properties))
      if (typeof value === "string" && forbiddenCharacterIn(value) !== undefined) sound = false;
  });
  return sound;
}

/** Deeper than any page gets; an HTML parser would overflow its stack, and be slow about it. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z\d]*/giu)) {
    if (tag.startsWith("</")) depth--;
    else if (!/^<(?:br|hr|img|input|col|wbr)$/iu.test(tag)) depth++;
    if (depth > 1_000) return true;
  }
  return false;
}

function visit(node: Nodes, see: (element: Element) => void): void {
  if (node.type === "element") see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}
