// Reads the notation of the test tables: {d:deprecated term}, {c:equation}, {t:term}.

export type Marked = { text: string; spans: { kind: string; found: string }[] };

/** The plain text of a marked one, and what is marked in it; marks may stand inside each other. */
export function readMarked(marked: string): Marked {
  const open: { kind: string; at: number }[] = [];
  const spans: { kind: string; start: number; found: string }[] = [];
  let text = "";
  for (let at = 0; at < marked.length; at += 1) {
    const kind = /^\{([cdt]):/.exec(marked.slice(at, at + 3))?.[1];
    if (kind !== undefined) {
      open.push({ kind, at: text.length });
      at += 2;
    } else if (marked[at] === "}") {
      const last = open.pop();
      if (last) spans.push({ kind: last.kind, start: last.at, found: text.slice(last.at) });
    } else text += marked[at];
  }
  spans.sort((one, other) => one.start - other.start || one.found.length - other.found.length);
  return { text, spans: spans.map(({ kind, found }) => ({ kind, found })) };
}
