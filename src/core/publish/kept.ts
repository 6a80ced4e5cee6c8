// The last version of a page, kept on the site while a newer one is not ready: held to what a new one may hold.
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import type { Options as Schema } from "rehype-sanitize";
import { unified } from "unified";
import { forbiddenCharacterIn } from "../characters.ts";
import { languageOf } from "../language/all.ts";
import { alertClasses } from "../page/alerts.ts";
import { serialise, textContent } from "../page/html.ts";
import { sanitiserFor, schema } from "../page/schema.ts";
import type { ManifestHeading } from "./manifest.ts";

/** A fragment as it is kept; undefined when it is no fragment of this language. */
export type KeptFragment = { html: string; headings: ManifestHeading[] };

export type KeptOptions = {
  page: string;
  language: string;
  /** Date of its latest approval. */
  date: string | undefined;
  /** Where an address leads today; undefined for one that is not an address of a page of the site. */
  newAddress: (address: string) => string | undefined;
};

const allowed = withIds(schema.attributes ?? {});

/** What a published fragment may hold: what a page may, its article, and any id, since ids are the pipeline's own. */
export const publishedSchema: Schema = {
  ...schema,
  tagNames: [...(schema.tagNames ?? []), "article"],
  attributes: {
    ...allowed,
    div: [...(allowed["div"] ?? []), ["className", alertClasses.div]],
    p: [...(allowed["p"] ?? []), ["className", alertClasses.p]],
    article: ["lang", ["dir", "ltr", "rtl"], "dataPage", ["dataStatus", "source", "approved", "stale"], "dataDate"],
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
  const { lang } = article.properties;
  const dir = languageOf(options.language)?.direction;
  if (lang !== options.language || dir === undefined || !isSound(article)) return undefined;
  article.properties = {
    lang,
    dir,
    dataPage: options.page,
    dataStatus: "stale",
    ...(options.date === undefined ? undefined : { dataDate: options.date }),
  };
  const headings: ManifestHeading[] = [];
  visit(article, (element) => {
    const { id, href } = element.properties;
    if (/^h[1-6]$/u.test(element.tagName) && typeof id === "string")
      headings.push({
        depth: Number(element.tagName[1]),
        id,
        text: textContent(element).replaceAll(/\s+/gu, " ").trim(),
      });
    if (element.tagName === "a" && typeof href === "string")
      element.properties["href"] = options.newAddress(href) ?? href;
  });
  return { html: `${serialise(article)}\n`, headings: headings.filter(({ id }) => !id.endsWith("-footnote-label")) };
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
