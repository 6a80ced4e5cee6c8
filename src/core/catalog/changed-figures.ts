// Figures that the source has changed since a translation was approved: an old price that the site still shows.
import { isPlain } from "../page/unit.ts";
import { plainText } from "../unit-text.ts";
import type { Entry } from "./entry.ts";

/** Some words of the source as they were, and as they are now. */
export type ChangedFigure = { was: string; now: string };

/** What has changed in the figures of texts whose approved translation was made for an older source. */
export function changedFigures(entries: readonly Entry[]): ChangedFigure[] {
  return entries.flatMap(({ obsolete, fuzzy, context, source, previous }) => {
    if (obsolete || !fuzzy || previous === undefined) return [];
    const words = (text: string): string[] => (isPlain(context) ? text : plainText(text).plain).split(/\s+/u);
    const [was, now] = [words(previous), words(source)];
    return figuresOf(was) === figuresOf(now) ? [] : [difference(was, now)];
  });
}

function figuresOf(words: readonly string[]): string {
  return (words.join(" ").match(/\p{Nd}+/gu) ?? []).toSorted().join(" ");
}

/** Each figure as one sign: texts that are alike then are the same but for their figures. Undefined without any. */
export function withoutFigures(text: string): string | undefined {
  const masked = text.replaceAll(/\p{Nd}+(?:[.,:\u00A0\u202F ]\p{Nd}+)*/gu, "0");
  return masked === text && !text.includes("0") ? undefined : masked;
}

/** The words that differ, with one on each side: it is the unit more often than not. */
function difference(was: readonly string[], now: readonly string[]): ChangedFigure {
  const shorter = Math.min(was.length, now.length);
  let before = 0;
  while (before < shorter && was[before] === now[before]) before++;
  let after = 0;
  while (after < shorter - before && was.at(-1 - after) === now.at(-1 - after)) after++;
  const around = (words: readonly string[]): string => {
    const [from, to] = [Math.max(0, before - 1), Math.min(words.length, words.length - after + 1)];
    const shown = words.slice(from, Math.min(to, from + mostWords)).join(" ");
    return from + mostWords < to ? `${shown} …` : shown.replace(/[.,;:!?]+$/u, "");
  };
  return { was: around(was), now: around(now) };
}

/** A line tells where to look; the catalog has the whole text. */
const mostWords = 8;
