// TBX of version 2 (ISO 30042:2008), which most tools write to this day: the same structure under other names.
import { elementsIn, type XmlElement } from "../../xml.ts";
import { namespace, namesOf } from "./conventions.ts";

const [old, present] = [namesOf[2], namesOf[3]];

const renamed = new Map<string, string>([
  [old.root, present.root],
  [old.header, present.header],
  [old.entry, present.entry],
  [old.language, present.language],
  [old.term, present.term],
  // A term with what is said of its words; its own group has the term.
  ["ntig", present.term],
]);

/** A file of version 2 as if it were of version 3; any other is given back. */
export function asVersion3(root: XmlElement): XmlElement {
  return root.name === old.root ? { ...renameAll(root), namespace } : root;
}

/** Files nest no deeper than `readXml` lets them. */
function renameAll(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child === "string") return [child];
    const isGroup = element.name === "ntig" && child.name === "termGrp";
    return isGroup ? elementsIn(child).map(renameAll) : [renameAll(child)];
  });
  return { ...element, name: renamed.get(element.name) ?? element.name, children };
}
