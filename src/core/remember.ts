// Memory of what was worked out before: sites say the same words, and every translation has the same source.
import { detached } from "./detached.ts";

/** The same function, which answers from memory what it was asked before. When the memory is full it begins anew. */
export function remembering<Made>(most: number, work: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const met = known.get(text);
    if (met !== undefined || known.has(text)) return met as Made;
    const made = work(text);
    if (known.size >= most) known.clear();
    known.set(detached(text), made);
    return made;
  };
}

/** Most of the words of a site, and more texts than a page has. */
export const mostWords = 10_000;
export const mostTexts = 1000;
