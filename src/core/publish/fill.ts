// Fills a template with the texts of one language.
import type { Language } from "../language/language.ts";
import { escapeContent, escapeValue, type FileAddress, type PageLink, type Part, type Tags } from "../page/template.ts";
import type { Unit } from "../page/unit.ts";
import { readUnitText, type TextNode } from "../unit-text.ts";

export type Filling = {
  units: readonly Unit[];
  /** The text of each unit in this language, by its index; must have passed `compareTags`. */
  texts: readonly string[];
  language: Language;
  /** The address of a link to one of the site's pages. */
  addressOf: (link: PageLink) => string;
  /** What is published of a file of the author's; without it addresses of files stay as they were written. */
  fileOf?: (file: FileAddress) => PublishedFile | undefined;
};

/** A file as it is published: a picture has a size. */
export type PublishedFile = { address: string; width?: number; height?: number };

/** The HTML of a template in one language. Law: with the units' own texts it is the page itself, byte for byte. */
export function fill(template: readonly Part[], filling: Filling): string {
  let html = "";
  for (const part of template) {
    if (typeof part === "string") html += part;
    else if (part.kind === "unit") html += fillUnit(filling.texts[part.unit] ?? "", part.tags, filling);
    else if (part.kind === "attribute") html += escapeValue(filling.texts[part.unit] ?? "");
    else if (part.kind === "link") html += escapeValue(filling.addressOf(part.link));
    else if (part.kind === "file") html += escapeValue(filling.fileOf?.(part.file)?.address ?? part.file.href);
    else if (part.kind === "picture") html += pictureAttributes(filling.fileOf?.(part.file));
    else if (part.kind === "footnotes") html += escapeContent(filling.language.labels.footnotes);
    else if (part.kind === "alert") html += escapeContent(filling.language.labels.alerts[part.alert]);
    else html += escapeValue(filling.language.labels.backToReference(part.reference));
  }
  return html;
}

/** With its size, a page does not jump when a picture comes; and it comes when a reader gets there. */
function pictureAttributes(file: PublishedFile | undefined): string {
  if (file?.width === undefined || file.height === undefined) return "";
  return ` width="${file.width}" height="${file.height}" loading="lazy" decoding="async"`;
}

function fillUnit(text: string, tags: Tags, filling: Filling): string {
  if (!/[<&]/u.test(text)) return text;
  return fillNodes(readUnitText(text).nodes, tags, filling);
}

function fillNodes(nodes: readonly TextNode[], tags: Tags, filling: Filling): string {
  let html = "";
  for (const node of nodes) {
    if ("value" in node) html += escapeContent(node.value);
    else {
      const tag = Object.hasOwn(tags, node.name) ? tags[node.name] : undefined;
      // A tag that the source has not never gets here; if it did, its text alone would be written.
      if (tag) html += fill(tag.open, filling) + fillNodes(node.children, tags, filling) + tag.close;
      else html += fillNodes(node.children, tags, filling);
    }
  }
  return html;
}
