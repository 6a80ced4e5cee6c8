// Caches for a program that goes on: what was found stays in memory, and need not be read and unpacked again.
import { hashOfAll } from "../core/hash.ts";
import { openCache, type Cache } from "./cache.ts";

/** Opens a folder of the cache. */
export type OpenCache = <T>(root: string, folder: string, keeps: boolean) => Cache<T>;

/** Opens caches that remember. One value is given to all who ask for it: nobody changes it. */
export function rememberingCaches(): OpenCache {
  const memories = new Map<string, Map<string, unknown>>();
  const cleared = new Set<string>();
  return <T>(root: string, folder: string, keeps: boolean): Cache<T> => {
    const cache = openCache<T>(root, folder, keeps);
    const place = JSON.stringify([root, folder]);
    const memory = (memories.get(place) ?? new Map<string, unknown>()) as Map<string, T>;
    memories.set(place, memory);
    return {
      find: (inputs) => {
        const key = hashOfAll(inputs);
        const found = memory.get(key) ?? cache.find(inputs);
        if (found !== undefined) memory.set(key, found);
        return found;
      },
      keep: (inputs, value) => {
        const kept = cache.keep(inputs, value);
        memory.set(hashOfAll(inputs), kept);
        return kept;
      },
      keepOnly: (all) => {
        const wanted = Array.from(all);
        const keys = new Set(wanted.map(hashOfAll));
        const others = [...memory.keys()].filter((key) => !keys.has(key));
        for (const key of others) memory.delete(key);
        if (others.length > 0 || !cleared.has(place)) cache.keepOnly(wanted);
        cleared.add(place);
      },
    };
  };
}
