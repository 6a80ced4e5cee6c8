// Remarks on a TBX file: each kind once, at its first place, with how often it was met.
import { elementsIn, type XmlElement } from "../../xml.ts";
import type { Mistake } from "../../yaml.ts";

export type Remarks = {
  /** Remarks of one kind are counted; the first one is shown. */
  tell: (kind: string, element: XmlElement, reason: string) => void;
  /** An element that a termbase has no place for. */
  leaveOut: (element: XmlElement) => void;
  all: () => Mistake[];
};

export function createRemarks(): Remarks {
  const first = new Map<string, { mistake: Mistake; count: number }>();
  const tell: Remarks["tell"] = (kind, { start, end }, reason) => {
    const before = first.get(kind);
    if (before) before.count++;
    else first.set(kind, { mistake: { start, end, reason, expected: [] }, count: 1 });
  };
  return {
    tell,
    leaveOut: (part) => {
      // A group says of its first element who wrote it and when.
      const element = (part.name.endsWith("Grp") && elementsIn(part)[0]) || part;
      const type = element.attributes.get("type");
      const what = type === undefined ? `<${element.name}>` : `<${element.name} type="${type}">`;
      tell(what, element, `${what} has no place in a termbase and was left out.`);
    },
    all: () =>
      [...first.values()].map(({ mistake, count }) =>
        count === 1 ? mistake : { ...mistake, reason: `${mistake.reason} (${count} such places; this is the first.)` },
      ),
  };
}
