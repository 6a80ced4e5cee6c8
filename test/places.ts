// Places in the rows of a test: ⟨ and ⟩ stand around each part of a text that is meant.

/** The text without its marks, and what stood between them: [start, end). */
export function unmarked(marked: string): { text: string; places: [number, number][] } {
  let text = "";
  const places: [number, number][] = [];
  for (const sign of marked.split("")) {
    if (sign === "⟨") places.push([text.length, text.length]);
    else if (sign === "⟩") (places.at(-1) ?? [0, 0])[1] = text.length;
    else text += sign;
  }
  return { text, places };
}
