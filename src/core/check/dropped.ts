// Rule `html-dropped`: what a page does not get of its author's HTML, each kind once for a page.
import type { Reporter, TextFinding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import type { Dropped } from "../page/raw-html.ts";

/** Readers lose nothing but the look of it. */
const harmless: ReadonlySet<Dropped["kind"]> = new Set(["program", "element", "attribute"]);

/** Most lines that one finding names. */
const mostLines = 5;

export function droppedFindings(all: readonly Dropped[], reporter: Reporter): TextFinding[] {
  return all.flatMap((dropped): TextFinding | [] => {
    const [first] = dropped.places;
    if (!first) return [];
    const [start, end] = first;
    return {
      ruleId: "html-dropped",
      start,
      end,
      reason: timesFound(reasonOf(dropped), dropped.places, reporter),
      expected: dropped.kind === "unknown" ? [`&lt;${reporter.textOf(start + 1, end)}`] : [],
      ...(harmless.has(dropped.kind) ? { atMost: "warning" } : {}),
    };
  });
}

/** A reason that holds at several places, with their lines. */
export function timesFound(
  reason: Message,
  places: readonly (readonly [start: number, end: number])[],
  { pointAt }: Reporter,
): Message {
  if (places.length === 1) return reason;
  const lines = [...new Set(places.map(([start]) => String(pointAt(start).line)))];
  return message("found.times", {
    what: reason,
    count: places.length,
    lines: lines.slice(0, mostLines),
    all: lines.length,
  });
}

function reasonOf({ kind, name }: Dropped): Message {
  switch (kind) {
    case "medium":
      return message("html.medium", { tag: `<${name}>` });
    case "form":
      return message("html.form", { tag: `<${name}>` });
    case "unknown":
      return message("html.unknown", { tag: `<${name}>`, text: `&lt;${name}>` });
    case "unread":
      return message("html.unread", { sign: name });
    case "open":
      return message("html.open", { sign: name });
    case "image":
      return message("image.address");
    case "program":
      return message("html.program", { tag: `<${name}>` });
    case "element":
      return message("html.element", { tag: `<${name}>` });
    case "attribute":
      return message("html.attribute", { name });
  }
}
