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

/** What is made once for each key, such as a language's data, and lives as long as it. */
export function onceFor<Asked, Made>(
  keyOf: (asked: Asked) => object,
  make: (asked: Asked) => Made,
): (asked: Asked) => Made {
  const known = new WeakMap<object, Made>();
  return (asked) => {
    const key = keyOf(asked);
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(asked)));
    return made;
  };
}

/** Most of the words of a site, and more texts than a page has. */
export const mostWords = 10_000;
export const mostTexts = 1000;
