// Pieces of HTML as trees: every text in them is text, whatever it holds.
import type { Element, ElementContent, Properties } from "hast";
import { base64OfHex, sha256Hex } from "../hash.ts";
import { serialise } from "../page/html.ts";
import { style } from "./style.ts";

/** What an element may be made from; nothing is left out. */
export type Inside = ElementContent | string | undefined | readonly Inside[];

export function element(tagName: string, properties: Properties, ...inside: readonly Inside[]): Element {
  return { type: "element", tagName, properties, children: nodesOf(inside) };
}

function nodesOf(inside: Inside): ElementContent[] {
  if (inside === undefined) return [];
  if (typeof inside === "string") return inside === "" ? [] : [{ type: "text", value: inside }];
  return "type" in inside ? [inside] : inside.flatMap(nodesOf);
}

/** What a page of the preview may load: its own style and images. Nothing in it runs. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${base64OfHex(sha256Hex(style))}'`,
  "img-src 'self' file: https: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The element that says so in a file, where no server says it. */
export const policyElement = serialise(element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy }));

/** The same for a server that adds one program of its own. */
export const servedPolicy = `${policy}; script-src 'self'; connect-src 'self'; frame-ancestors 'none'`;

/** A whole page, in the language in which the product speaks. */
export function documentOf(title: string, locale: string, body: readonly Inside[]): string {
  const head = element(
    "head",
    {},
    element("meta", { charSet: "utf-8" }),
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "robots", content: "noindex" }),
    element("title", {}, title),
    element("style", {}, style),
  );
  const html = element("html", { lang: locale }, head, element("body", {}, ...body));
  return `<!doctype html>\n${serialise(html)}\n`;
}
