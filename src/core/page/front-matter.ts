// The head of a page: its front matter, cut off and read strictly.
import matter from "gray-matter";
import * as v from "valibot";
import { isAllowedImage } from "../address.ts";
import { forbiddenCharacterIn, kindOfStray, unseenCharactersIn } from "../characters.ts";
import { languageCodes, languageOf } from "../language/all.ts";
import { isOfOneScript } from "../scripts.ts";
import { message, type Message } from "../messages/message.ts";
import { mapping, must, openMapping, readYaml } from "../yaml.ts";
import { didYouMean } from "../near-words.ts";
import type { Mistake } from "../mistake.ts";
import { readWithdrawal } from "../withdrawal.ts";

export type FrontMatter = {
  title: string;
  description?: string;
  slug?: string;
  author?: string;
  category?: string;
  /** ISO 8601 calendar date. */
  date?: string;
  image?: { src: string; alt?: string };
  /** The languages this page is translated into; false: none. Absent: all of the settings. */
  translate?: string[] | false;
  /** What to do with published translations when this page has changed; absent: as the settings say. */
  publish?: "keep" | "withdraw";
  /** Checked and translated, but not published. */
  draft?: boolean;
  /** Taken off the site by a person, who says when and why: `DATE NAME: reason`. */
  withdrawn?: string;
  /** Ids that this page had before: its catalogs, published versions and addresses go along. */
  was?: string[];
  /** Place in menus. */
  order?: number;
  /** Every other key, as it was written. */
  data: Record<string, unknown>;
};

export type PageHead = {
  frontMatter: FrontMatter | undefined;
  /** True when the text begins with front matter, good or bad. */
  present: boolean;
  /** The whole text with the front matter blanked out: every offset and line of the body stays true. */
  body: string;
  /** Errors: the page cannot be used. */
  mistakes: Mistake[];
  /** Things that look like slips: the page can be used. */
  doubts: Mistake[];
  placeOf: (path: readonly (string | number)[]) => [number, number];
};

const text = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== "", must(message("must.not-be-empty"))),
  v.check((value) => !/[\p{Cc}]/u.test(value), must(message("must.be-one-line"))),
);

/** The most bytes of one part of a slug: with its endings it must be a file's name on every disk (255). */
const longestPart = 200;

/** Names that Windows keeps for devices, and names that programs in JavaScript lose. */
const unholdable = /^(?:con|prn|aux|nul|com\d|lpt\d|__proto__|prototype|constructor)$/iu;

/** A part of a slug begins with a letter or digit: a hyphen could be taken for an option. */
const slugPart = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/**
 * A slug is a relative path of plain parts: letters of one script, digits, hyphens and underscores, as readers see them,
 * and no names that some system or program cannot hold. Wherever a slug comes from, this decides.
 */
export function isSlug(slug: string): boolean {
  return slugMistake(slug) === undefined;
}

function slugMistake(slug: string): Message | undefined {
  const parts = slug.split("/");
  const isLong = slug.length > 200 || parts.some((part) => new TextEncoder().encode(part).length > longestPart);
  if (isLong || !parts.every((part) => slugPart.test(part))) return message("must.be-slug");
  const name = parts.find((part) => unholdable.test(part));
  if (name !== undefined) return message("must.be-storable", { name });
  if (isOfOneScript(slug) && unseenCharactersIn(slug).length === 0 && slug.normalize("NFKC") === slug.normalize("NFC"))
    return undefined;
  return message("must.be-plain-letters");
}

function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

const known = {
  title: v.pipe(
    text,
    v.check((title) => /[\p{L}\p{N}]/u.test(title), must(message("must.have-words"))),
  ),
  description: v.optional(text),
  slug: v.optional(
    v.pipe(
      v.string(),
      v.rawCheck(({ dataset, addIssue }) => {
        const mistake = dataset.typed ? slugMistake(dataset.value) : undefined;
        if (mistake !== undefined) addIssue({ message: must(mistake) });
      }),
    ),
  ),
  author: v.optional(text),
  category: v.optional(text),
  date: v.optional(v.pipe(v.string(), v.check(isCalendarDate, must(message("must.be-date"))))),
  image: v.optional(
    mapping({
      src: v.pipe(text, v.check(isAllowedImage, must(message("must.be-image-address")))),
      alt: v.optional(text),
    }),
  ),
  translate: v.optional(
    v.union(
      [
        v.literal(false),
        v.array(
          v.pipe(
            v.string(),
            v.check(
              (code) => languageOf(code) !== undefined,
              must(message("must.be-language", { known: languageCodes.join(", ") })),
            ),
          ),
        ),
      ],
      must(message("must.be-languages")),
    ),
  ),
  publish: v.optional(v.picklist(["keep", "withdraw"])),
  draft: v.optional(v.boolean()),
  withdrawn: v.optional(
    v.pipe(
      text,
      v.check((value) => readWithdrawal(value) !== undefined, must(message("must.be-withdrawal"))),
    ),
  ),
  was: v.optional(
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
  order: v.optional(v.number()),
};
const knownKeys = Object.keys(known);
const schema = openMapping(known);

const fence = "---";
const noPlace = (): [number, number] => [0, 0];

/**
 * Cuts off and reads the front matter of a page.
 * The first line must be exactly `---`: gray-matter would run `---js` as a program, and takes `----` for text.
 */
export function readHead(text: string): PageHead {
  const firstLine = text.split(/\r?\n/u, 1)[0] ?? "";
  if (!firstLine.startsWith(fence) || /^-+\s*$/u.test(firstLine) === false) {
    if (!firstLine.startsWith(fence))
      return { frontMatter: undefined, present: false, body: text, mistakes: [], doubts: [], placeOf: noPlace };
  }
  if (firstLine !== fence) return broken(text, 0, firstLine.length, message("page.opening-fence"));
  const closing = /\n---([^\n]*?)(\r?\n|$)/gu;
  closing.lastIndex = firstLine.length;
  const end = closing.exec(text);
  if (!end) return broken(text, 0, fence.length, message("page.unclosed"));
  if (end[1] !== "" && end[1] !== "\r") {
    return broken(text, end.index + 1, end.index + 4 + (end[1]?.length ?? 0), message("page.closing-fence"));
  }
  return readBetweenFences(text);
}

function readBetweenFences(text: string): PageHead {
  const base = text.indexOf("\n") + 1;
  let reading: ReturnType<typeof readYaml<v.InferOutput<typeof schema>>> | undefined;
  const parse = (): object => ({});
  // Options switch off gray-matter's cache, which would hand out a second copy of a broken page as an empty one.
  const cut = matter(text, {
    language: "yaml",
    engines: {
      yaml: (yaml: string) => ((reading = readYaml(yaml.replace(/^\r?\n|\r$/gu, ""), schema, base)), {}),
      javascript: parse,
      json: parse,
    },
  });
  reading ??= readYaml("", schema, base);
  const bodyStart = text.length - cut.content.length;
  const body = text.slice(0, bodyStart).replace(/[^\r\n]/gu, " ") + cut.content;
  const { value, placeOf } = reading;
  const mistakes = [...reading.mistakes, ...strayIn(value, [], placeOf)];
  if (!value) return { frontMatter: undefined, present: true, body, mistakes, doubts: [], placeOf };
  const data = Object.fromEntries(Object.entries(value).filter(([key]) => !knownKeys.includes(key)));
  const own = Object.fromEntries(Object.entries(value).filter(([key]) => knownKeys.includes(key)));
  return {
    frontMatter: { ...own, data } as FrontMatter,
    present: true,
    body,
    mistakes,
    doubts: doubtsAbout(data, placeOf),
    placeOf,
  };
}

/** Escapes of YAML can write any character, in keys and in values. */
function strayIn(value: unknown, path: readonly (string | number)[], placeOf: PageHead["placeOf"]): Mistake[] {
  if (typeof value === "string") {
    const stray = forbiddenCharacterIn(value);
    const [start, end] = placeOf(path);
    if (!stray) return [];
    const reason = message("character.in-value", { key: path.join("."), name: stray.name, kind: kindOfStray(stray) });
    return [{ start, end, reason, expected: [""] }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const inside = [...path, Array.isArray(value) ? Number(key) : key];
    const stray = forbiddenCharacterIn(key);
    const [start, end] = placeOf(inside);
    if (!stray) return strayIn(inner, inside, placeOf);
    const reason = message("character.in-key", { name: stray.name, kind: kindOfStray(stray) });
    return [{ start, end, reason, expected: [""] }];
  });
}

function doubtsAbout(data: Record<string, unknown>, placeOf: PageHead["placeOf"]): Mistake[] {
  return Object.keys(data).flatMap((key) => {
    const meant = didYouMean(key, knownKeys);
    if (!meant) return [];
    const [start] = placeOf([key]);
    return [
      {
        start,
        end: start + 1,
        reason: message("page.mistyped-key", { key, meant }),
        expected: [meant],
      },
    ];
  });
}

function broken(text: string, start: number, end: number, reason: Message): PageHead {
  return {
    frontMatter: undefined,
    present: true,
    body: text,
    mistakes: [{ start, end, reason, expected: [fence] }],
    doubts: [],
    placeOf: noPlace,
  };
}
