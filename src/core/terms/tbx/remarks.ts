// Remarks on a TBX file: each kind once, at its first place, with how often it was met.
import { elementsIn, type XmlElement } from "../../xml.ts";
import { message, type Message } from "../../messages/message.ts";
import type { Mistake } from "../../mistake.ts";

export type Remarks = {
  /** Remarks of one kind are counted; the first one is shown. */
  tell: (kind: string, element: XmlElement, reason: Message) => void;
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
      const written = type === undefined ? `<${element.name}>` : `<${element.name} type="${type}">`;
      tell(written, element, message("tbx.no-place", { element: written }));
    },
    all: () =>
      [...first.values()].map(({ mistake, count }) =>
        count === 1 ? mistake : { ...mistake, reason: message("tbx.several", { first: mistake.reason, count }) },
      ),
  };
}
