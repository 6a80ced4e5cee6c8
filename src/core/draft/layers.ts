// A dictionary as a value: adding to it makes a new one, and the old one stays, without copying all that it holds.

/** The latest layer counts. Each is more than twice as large as the one after it, so there are few of them. */
export type Layers<Value> = readonly ReadonlyMap<string, Value>[];

/** Law: looking up in what was added one by one is looking up in one map that all was set in, in that order. */
export function addTo<Value>(layers: Layers<Value>, added: ReadonlyMap<string, Value>): Layers<Value> {
  if (added.size === 0) return layers;
  const kept = [...layers];
  let top = added;
  for (let below = kept.at(-1); below && below.size <= 2 * top.size; below = kept.at(-1)) {
    kept.pop();
    top = new Map([...below, ...top]);
  }
  return [...kept, top];
}

export function lookUp<Value>(layers: Layers<Value>, key: string): Value | undefined {
  for (let at = layers.length - 1; at >= 0; at--) {
    const value = layers[at]?.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}
