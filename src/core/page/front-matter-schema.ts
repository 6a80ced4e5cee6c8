// What front matter may say: the one description of it, from which its types come. It is read as people mean it.
import * as v from "valibot";
import { isAllowedImage } from "../address.ts";
import { languageCode } from "../language/code.ts";
import { message } from "../messages/message.ts";
import { readWithdrawal } from "../withdrawal.ts";
import { mapping, must, openMapping } from "../yaml.ts";
import { slugAdvice, slugMistake } from "./slug.ts";

/** A text, which may stand over several lines. */
const text = v.pipe(
  v.string(),
  v.transform((value) => value.replaceAll(/[ \t]*[\t\r\n][ \t\r\n]*/gu, " ").trim()),
  v.check((value) => !/[\p{Cc}]/u.test(value), must(message("must.be-plain"))),
);

/** One text, or several. */
const texts = v.union([text, v.array(text)], must(message("must.be-text-or-list")));

/** A calendar date; a time of day may follow it. */
const dateAndTime =
  /^(\d{4}-\d{2}-\d{2})(?:(?:[T ]|[ ]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/iu;

function isCalendarDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** The date as it is to be written, of one in the Norwegian order. */
function isoDate(value: string): string[] {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(value) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(iso) ? [iso] : [];
}

const date = v.pipe(
  v.string(),
  v.transform((value) => dateAndTime.exec(value.trim())?.[1] ?? value.trim()),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && !(dateAndTime.test(dataset.value) && isCalendarDate(dataset.value)))
      addIssue({ message: must(message("must.be-date"), isoDate(dataset.value)) });
  }),
);

/** True and false as people write them; in YAML 1.1 some of these words were no texts. */
export const truths: ReadonlyMap<unknown, boolean> = new Map([
  ...["true", "yes", "on", "ja"].map((word) => [word, true] as const),
  ...["false", "no", "off", "nei"].map((word) => [word, false] as const),
]);

const truth = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === "string" ? (truths.get(value.trim().toLowerCase()) ?? value) : value)),
  v.boolean(),
);

const imagePath = v.pipe(text, v.check(isAllowedImage, must(message("must.be-image-address"))));
const oneImage = v.union([
  v.pipe(
    imagePath,
    v.transform((src): { src: string; alt?: string } => ({ src })),
  ),
  mapping({ src: imagePath, alt: v.exactOptional(text) }),
]);

/** Values of these are what stands there, whatever YAML would make of them. */
export const asWritten = [
  "title",
  "description",
  "slug",
  "author",
  "category",
  "date",
  "image",
  "was",
  "withdrawn",
  "reviewed",
];

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const known = {
  title: v.exactOptional(
    v.pipe(
      text,
      v.check((title) => /[\p{L}\p{N}]/u.test(title), must(message("must.have-words"))),
    ),
  ),
  description: v.exactOptional(text),
  slug: v.exactOptional(
    v.pipe(
      v.string(),
      v.rawCheck(({ dataset, addIssue }) => {
        const mistake = dataset.typed ? slugMistake(dataset.value) : undefined;
        if (mistake !== undefined) addIssue({ message: must(mistake, slugAdvice(String(dataset.value))) });
      }),
    ),
  ),
  author: v.exactOptional(texts),
  category: v.exactOptional(texts),
  /** ISO 8601 calendar date. */
  date: v.exactOptional(date),
  image: v.exactOptional(v.union([oneImage, v.array(oneImage)], imageMistake)),
  /** The languages this page is translated into; false: none. Absent: all of the settings. */
  translate: v.exactOptional(
    v.union(
      [
        v.literal(false),
        v.pipe(
          v.literal(true),
          v.transform((): undefined => undefined),
        ),
        v.pipe(
          languageCode,
          v.transform((code) => [code]),
        ),
        v.array(languageCode),
      ],
      must(message("must.be-languages")),
    ),
  ),
  /** What to do with published translations when this page has changed; absent: as the settings say. */
  publish: v.exactOptional(v.picklist(["keep", "withdraw"])),
  /** Checked and translated, but not published. */
  draft: v.exactOptional(truth),
  /** Taken off the site by a person, who says when and why: `DATE NAME: reason`. */
  withdrawn: v.exactOptional(
    v.pipe(
      text,
      v.check((value) => readWithdrawal(value) !== undefined, must(message("must.be-withdrawal"))),
    ),
  ),
  /** Who vouches for what the page says, and since when. */
  reviewed: v.exactOptional(
    v.pipe(v.unknown(), v.check(isMapping, must(message("must.be-reviewed"))), mapping({ by: texts, date })),
  ),
  /** Ids that this page had before: its catalogs, published versions and addresses go along. */
  was: v.exactOptional(
    v.union(
      [
        v.pipe(
          text,
          v.transform((id) => [id]),
        ),
        v.array(text),
      ],
      must(message("must.be-page-ids")),
    ),
  ),
  /** Place in menus. */
  order: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.transform((value) =>
        typeof value === "string" && /^\s*-?\d+(?:\.\d+)?\s*$/u.test(value) ? Number(value) : value,
      ),
      v.number(),
    ),
  ),
};

export type Known = v.InferOutput<v.ObjectSchema<typeof known, undefined>>;

export type FrontMatter = Known & {
  /** Every other key, as it was written. */
  data: Record<string, unknown>;
};

/** An image's mistake is told as it is, where there is one image with one. */
function imageMistake(issue: v.UnionIssue<v.BaseIssue<unknown>>): string {
  const own = issue.issues
    ?.flatMap((one) => [one, ...((one as v.UnionIssue<v.BaseIssue<unknown>>).issues ?? [])])
    .find(({ message: said, kind }) => kind === "validation" && said.startsWith("{"));
  return own?.message ?? must(message("must.be-image"));
}

export const knownKeys = Object.keys(known);
export const schema = v.pipe(v.unknown(), v.transform(withoutEmpty), openMapping(known));

/** Nothing that is written is nothing said, for the keys that are known. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const said = knownKeys.includes(key) ? saidIn(inner) : inner;
      return said === undefined ? [] : [[key, said]];
    }),
  );
}

function saidIn(value: unknown): unknown {
  if (value === null || (typeof value === "string" && value.trim() === "")) return undefined;
  if (Array.isArray(value)) {
    const said = value.map(saidIn).filter((inner) => inner !== undefined);
    return said.length === 0 && value.length > 0 ? undefined : said;
  }
  if (typeof value !== "object") return value;
  const said = Object.entries(value).flatMap(([key, inner]) => {
    const of = saidIn(inner);
    return of === undefined ? [] : [[key, of] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The images that a page names, whether one or several. */
export function imagesOf({ image }: Pick<FrontMatter, "image">): { src: string; alt?: string }[] {
  return image === undefined ? [] : [image].flat();
}
