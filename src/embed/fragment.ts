// Makes elements of a fragment's text, and lets nothing through that a fragment may not hold, whoever wrote it.
import { attributes, elements } from "./knowledge.ts";

type Sanitizer = {
  elements: { name: string; attributes: readonly string[] }[];
  attributes: readonly string[];
  dataAttributes: false;
  comments: false;
};

type Policy = { createHTML: (html: string) => string };

declare global {
  interface Element {
    setHTML?: (html: string, options: { sanitizer: Sanitizer }) => void;
  }
  interface Window {
    trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
  }
}

/** The article of a fragment, in no document yet. Relative addresses in it are taken from where the fragment lies. */
export function articleOf(html: string, from: URL): HTMLElement | null {
  const { body } = parsed(html);
  for (const element of body.querySelectorAll("*")) {
    const own = Object.hasOwn(elements, element.localName) ? elements[element.localName] : undefined;
    if (!own || !(element instanceof HTMLElement)) element.remove();
    else
      for (const { name, value } of [...element.attributes]) {
        const address = name === "href" || name === "src" ? addressOf(name, value, from) : value;
        if (address === undefined || ![...own, ...attributes].includes(name)) element.removeAttribute(name);
        else if (address !== value) element.setAttribute(name, address);
      }
  }
  return body.querySelector("article");
}

/** A document in which nothing runs and nothing is loaded. */
function parsed(html: string): Document {
  const inert = document.implementation.createHTMLDocument("");
  if (inert.body.setHTML) {
    const sanitizer: Sanitizer = {
      elements: Object.entries(elements).map(([name, own]) => ({ name, attributes: own })),
      attributes,
      dataAttributes: false,
      comments: false,
    };
    inert.body.setHTML(html, { sanitizer });
    return inert;
  }
  // What the policy lets through is read into an inert document, and held to the schema before it gets out of there.
  policy ??= window.trustedTypes?.createPolicy("malvakt", { createHTML: (text) => text });
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}

let policy: Policy | undefined;

/**
 * An address as it may stand on any page; undefined for one that leads neither to a page, to mail nor to a telephone. A
 * picture comes from where the fragment lies, from the site, or by https.
 */
function addressOf(name: "href" | "src", value: string, from: URL): string | undefined {
  try {
    const url = new URL(value, from);
    if (!/^(?:https?|mailto|tel):$/u.test(url.protocol)) return undefined;
    const isOwn = url.origin === from.origin || url.origin === location.origin;
    if (name === "src" && !isOwn && url.protocol !== "https:") return undefined;
    return /^(?:#|\/(?![/\\]))/u.test(value) ? value : url.href;
  } catch {
    return undefined;
  }
}
