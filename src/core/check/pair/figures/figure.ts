// A number of a text: where it stands and the ways to read it.

/**
 * How much the other text owes to a number. `always`: it must be there. `changed`: it may be left out, but not become
 * another number. `never`: it explains a number of the other text ("an hour" explains "1 hour"), and demands none.
 */
export type Demand = "always" | "changed" | "never";

export type Figure = {
  start: number;
  end: number;
  /** End of the unit that follows, or `end`. */
  unitEnd: number;
  /** The ways to read it; two figures that share one are the same. */
  keys: string[];
  /** What it is if it may also be read as several figures: 6.1. is the 6th of the first month. */
  parts: string[][];
  unit: string | undefined;
  /** The unit stands a word further, or at the next number: 5 of "5–10 mg". */
  unitBorrowed: boolean;
  demand: Demand;
  kind: "number" | "time" | "month" | "word";
  value: number;
  /** It is written with marks between thousands. */
  grouped: boolean;
};

export type Figures = {
  figures: Figure[];
  /** All units that the text names, with a number or without. */
  units: ReadonlySet<string>;
};

export const blanks = " \u00a0\u202f\u2009";

export function figure(start: number, end: number, keys: string[], more: Partial<Figure> = {}): Figure {
  return {
    start,
    end,
    unitEnd: end,
    keys,
    parts: [],
    unit: undefined,
    unitBorrowed: false,
    demand: "always",
    kind: "number",
    value: Number.NaN,
    grouped: false,
    ...more,
  };
}

/** The unit that stands at the number itself. */
export function ownUnit({ unit, unitBorrowed }: Figure): string | undefined {
  return unitBorrowed ? undefined : unit;
}

/** A number as a key: 08 and 8,0 and 8 are the same. Long digits keep all their places. */
export function numberKey(whole: string, fraction = ""): string {
  const left = whole.replace(/^0+(?=\d)/u, "");
  const right = fraction.replace(/0+$/u, "");
  return `n:${left}${right === "" ? "" : `.${right}`}`;
}

export const timeKey = (hour: number, minute: number): string => `t:${hour}:${minute}`;
