// Rule `number`: every number, time, date and unit of the source is in the translation, and none is invented.
import type { TextFinding } from "../../finding.ts";
import { message, type Message } from "../../messages/message.ts";
import { figuresOf } from "./figures.ts";
import { ownUnit, type Figure, type Figures } from "./figures/figure.ts";
import { isAlone, numberInstead, written } from "./figures/write.ts";
import { excerpt, wholeOf, type Pair } from "./text-pair.ts";
import { isDemanded } from "./unit-of-measure.ts";

/** Numbers, times, dates and units that differ. A number that moved, or is said once instead of twice, is no difference. */
export function checkNumber({ source, target, sourceLanguage, targetLanguage, code = "" }: Pair): TextFinding[] {
  const origin = figuresOf(source, sourceLanguage);
  const met = figuresOf(target, targetLanguage);
  if (origin.figures.length === 0 && met.figures.length === 0) return [];
  // A number of the source's code may be spoken of in the translation's text.
  const originKeys = indexOf(
    code === "" ? origin.figures : [...origin.figures, ...figuresOf(code, sourceLanguage).figures],
  );
  const metKeys = indexOf(met.figures);
  addParts(originKeys, origin.figures, metKeys);
  addParts(metKeys, met.figures, originKeys);
  const { pairs, lost, invented } = strongest(
    origin.figures.filter((made) => made.demand !== "never" && !isExplained(made, metKeys)),
    met.figures.filter((made) => made.demand !== "never" && !isExplained(made, originKeys)),
  );
  const write: Writing = {
    number: (made, instead) => numberInstead(made, instead, { source, target }, targetLanguage),
    quantity: (made) => written(made, source, targetLanguage),
  };
  const findings: TextFinding[] = [];
  const whole = wholeOf(target);
  const isNone = pairs.length + lost.length + invented.length === 0;
  if (isNone) pairs.push(...exchanged(origin.figures, met.figures, metKeys));
  // Of several numbers that changed, which became which is a guess.
  const isOne = pairs.length === 1 && lost.length + invented.length === 0;
  for (const [made, instead] of pairs) {
    const isSure = isOne || digitsOf(source, made) === digitsOf(target, instead);
    const reason = message("number.differs", { source: shown(source, made), target: shown(target, instead) });
    findings.push(finding(instead, reason, isSure ? write.number(made, instead) : []));
  }
  for (const made of lost) findings.push(finding(whole, missing(shown(source, made), write.quantity(made)), []));
  for (const made of invented)
    findings.push(finding(made, message("number.added", { target: shown(target, made) }), []));
  const units = unitFindings(origin, met, originKeys, metKeys, { source, target }, write, whole);
  return [...findings, ...units].sort((a, b) => a.start - b.start);
}

function finding({ start, end }: { start: number; end: number }, reason: Message, expected: string[]): TextFinding {
  return { ruleId: "number", start, end, reason, expected };
}

/** What to write for a figure of the source: alone in the place of another number, or with its unit. */
type Writing = { number: (made: Figure, instead: Figure) => string[]; quantity: (made: Figure) => string[] };

/** Where it belongs only a person can say. */
function missing(source: string, [write]: readonly string[]): Message {
  return write === undefined
    ? message("number.missing", { source })
    : message("number.missing-write", { source, write });
}

function digitsOf(text: string, { start, end }: Figure): string {
  return text.slice(start, end).replaceAll(/[^\d]/gu, "");
}

/** Figures by each of their keys; `parts` are the keys of figures that the other text writes as several. */
type Keys = { by: ReadonlyMap<string, readonly Figure[]>; parts: Set<string> };

function indexOf(figures: readonly Figure[]): Keys {
  const by = new Map<string, Figure[]>();
  for (const made of figures)
    for (const key of made.keys) {
      const list = by.get(key);
      if (list) list.push(made);
      else by.set(key, [made]);
    }
  return { by, parts: new Set() };
}

/** 10 of "10 000" is no number by itself, unless the other text has both a 10 and a 000. */
function addParts(own: Keys, figures: readonly Figure[], other: Keys): void {
  for (const made of figures)
    for (const alternative of made.parts)
      if (alternative.every((key) => other.by.has(key))) for (const key of alternative) own.parts.add(key);
}

function isExplained({ keys, parts }: Figure, other: Keys): boolean {
  const isKnown = (key: string): boolean => other.by.has(key) || other.parts.has(key);
  return keys.some(isKnown) || parts.some((alternative) => alternative.every(isKnown));
}

/** Lost and invented figures that are worth a word, and pairs of those that became one another. */
function strongest(
  lost: readonly Figure[],
  invented: readonly Figure[],
): { pairs: [lost: Figure, instead: Figure][]; lost: Figure[]; invented: Figure[] } {
  const ranked = (figures: readonly Figure[]): Figure[] => [
    ...figures.filter((made) => made.demand === "always"),
    ...figures.filter((made) => made.demand === "changed"),
  ];
  const left = ranked(invented);
  const pairs: [Figure, Figure][] = [];
  const alone: Figure[] = [];
  let next = 0;
  for (const made of ranked(lost)) {
    const isMonth = made.kind === "month";
    // Months become months, mostly; looking only a few places ahead keeps this linear.
    let at = next;
    while (at < left.length && at < next + 4 && (left[at]?.kind === "month") !== isMonth) at += 1;
    const instead = at < next + 4 ? left[at] : undefined;
    if (instead && (made.demand === "always" || instead.demand === "always" || sameKind(made, instead))) {
      left[at] = left[next] as Figure;
      next += 1;
      pairs.push([made, instead]);
    } else if (made.demand === "always") alone.push(made);
  }
  const rest = left.slice(next).filter((made) => made.demand === "always");
  return { pairs, lost: alone, invented: rest };
}

/**
 * Every value is in both texts, but one of them once too seldom here and another once too often: "three to five" that
 * became "five to five". Where the texts have unequal numbers of figures, one of them only repeats itself.
 */
function exchanged(origin: readonly Figure[], met: readonly Figure[], { by }: Keys): [Figure, Figure][] {
  const used = new Set<Figure>();
  const next = new Map<string, number>();
  const takes = (made: Figure): boolean =>
    made.keys.some((key) => {
      const list = by.get(key) ?? [];
      let at = next.get(key) ?? 0;
      while (at < list.length && used.has(list[at] as Figure)) at += 1;
      next.set(key, at);
      const taken = list[at];
      if (taken) used.add(taken);
      return taken !== undefined;
    });
  const [sure, unsure] = [true, false].map((isSure) => origin.filter((made) => (made.demand !== "never") === isSure));
  const short = (sure ?? []).filter((made) => !takes(made));
  for (const made of unsure ?? []) takes(made);
  const over = met.filter((made) => made.demand !== "never" && !used.has(made));
  if (short.length !== 1 || over.length !== 1) return [];
  const [lost] = short;
  const [instead] = over;
  const isAlike = lost && instead && lost.kind === instead.kind && ownUnit(lost) === ownUnit(instead);
  // What has parts may have been counted by its parts.
  return isAlike && lost.parts.length === 0 && instead.parts.length === 0 ? [[lost, instead]] : [];
}

function sameKind(one: Figure, other: Figure): boolean {
  return (one.kind === "month") === (other.kind === "month");
}

/** 5 mg that became 5 g, or 5. */
function unitFindings(
  origin: Figures,
  met: Figures,
  originKeys: Keys,
  metKeys: Keys,
  { source, target }: Pick<Pair, "source" | "target">,
  write: Writing,
  whole: { start: number; end: number },
): TextFinding[] {
  const findings: TextFinding[] = [];
  const seen = new Set<string>();
  for (const made of origin.figures) {
    const { unit } = made;
    if (unit === undefined || made.unitBorrowed || made.demand === "never") continue;
    const name = `${made.keys[0]} ${unit}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const candidates = candidatesOf(made, metKeys);
    if (!candidates) continue;
    const has = shown(source, made);
    if (candidates.every((other) => other.unit !== undefined && !other.unitBorrowed)) {
      const wrong = candidates.find((other) => !hasUnit(originKeys, other)) ?? undefined;
      if (wrong)
        findings.push(
          finding(
            { start: wrong.start, end: wrong.unitEnd },
            message("number.differs", { source: has, target: shown(target, wrong) }),
            // A unit before its number is outside the range: "€8".
            wrong.unitEnd > wrong.end ? write.quantity(made) : [],
          ),
        );
      else findings.push(finding(whole, missing(has, write.quantity(made)), []));
    } else if (isDemanded(unit) && !met.units.has(unit)) {
      const bare = candidates.find((other) => other.unit === undefined);
      if (bare && bare.demand !== "never")
        findings.push(
          finding(bare, message("number.no-unit", { source: has }), isAlone(target, bare) ? write.quantity(made) : []),
        );
    }
  }
  return findings;
}

/** The target's figures of the same value, if none of them has the unit or says the same in another unit. */
function candidatesOf(made: Figure, { by }: Keys): Figure[] | undefined {
  const candidates: Figure[] = [];
  for (const key of made.keys) {
    const list = by.get(key) ?? [];
    if (key.startsWith("q:") && list.length > 0) return undefined;
    for (const other of list) {
      if (other.unit === made.unit) return undefined;
      candidates.push(other);
    }
  }
  return candidates.length > 0 ? candidates : undefined;
}

function hasUnit({ by }: Keys, { keys, unit }: Figure): boolean {
  return keys.some((key) => by.get(key)?.some((made) => made.unit === unit) ?? false);
}

function shown(text: string, { start, end, unitEnd, unitBorrowed }: Figure): string {
  return excerpt(text.slice(start, unitBorrowed ? end : unitEnd));
}
