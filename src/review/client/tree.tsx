// Trees of pages as elements: only what is named here passes, and every text in them is text.
import type { ElementContent, Properties } from "hast";
import { h, type ComponentChild, type VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { assetIn } from "../../core/assets/published.ts";
import { askPicture } from "./connection.ts";

export type Shown = {
  page: string;
  language: string;
  current: number | undefined;
  open: ((unit: number) => void) | undefined;
  /** Texts in whose place the source's stand. */
  missing: ReadonlySet<number>;
};

/** Elements that act, or that load something by themselves, are shown as plain boxes. */
const asBox: Readonly<Record<string, string>> = { details: "div", summary: "div", article: "div" };
const plainElements = new Set(
  "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr".split(
    " ",
  ),
);
const plainProperties = new Set(["lang", "dir", "title", "colSpan", "rowSpan", "scope", "start", "reversed", "abbr"]);

export function Tree({ nodes, shown }: { nodes: readonly ElementContent[]; shown: Shown }): VNode {
  return <>{nodes.map((node) => nodeOf(node, shown))}</>;
}

function nodeOf(node: ElementContent, shown: Shown): ComponentChild {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return null;
  const { tagName, properties } = node;
  if (tagName === "img") return <Picture properties={properties} shown={shown} />;
  if (tagName === "input") return properties["checked"] ? "☑ " : "☐ ";
  const name = asBox[tagName] ?? (plainElements.has(tagName) ? tagName : "span");
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) if (plainProperties.has(key)) own[key] = value;
  const unit = numberOf(properties["dataUnit"]);
  const inside = node.children.map((child) => nodeOf(child, shown));
  if (unit === undefined) return h(name, own, ...inside);
  const { current, open, missing } = shown;
  if (!open) return h(name, { ...own, class: unit === current ? "unit is-current" : "unit" }, ...inside);
  const kind = missing.has(unit) ? "unit is-missing" : "unit";
  const attributes = {
    ...own,
    ...(missing.has(unit) ? { dir: "auto" } : {}),
    class: unit === current ? `${kind} is-current` : kind,
    "data-open": unit,
    role: "button",
    tabIndex: 0,
    onClick: () => open(unit),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(unit);
      }
    },
  };
  return h(name, attributes, ...inside);
}

function numberOf(value: Properties[string]): number | undefined {
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
}

function Picture({ properties, shown }: { properties: Properties; shown: Shown }): VNode {
  const path = assetIn(String(properties["src"] ?? ""))?.path;
  const [address, setAddress] = useState<string>();
  const { page, language } = shown;
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    if (path !== undefined)
      void askPicture(page, language, path).then((found) => {
        made = found;
        if (isGone && found !== undefined) URL.revokeObjectURL(found);
        else setAddress(found);
      });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [page, language, path]);
  const [width, height] = [numberOf(properties["width"]), numberOf(properties["height"])];
  return <img src={address} alt={String(properties["alt"] ?? "")} width={width} height={height} />;
}
