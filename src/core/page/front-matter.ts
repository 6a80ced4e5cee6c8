// The head of a page: its front matter, cut off and read strictly.
import matter from "gray-matter";
import type * as v from "valibot";
import { forbiddenCharacterIn, kindOfStray } from "../characters.ts";
import { message, type Message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { didYouMean } from "../near-words.ts";
import { readYaml } from "../yaml.ts";
import { asWritten, knownKeys, schema, truths, type FrontMatter, type Known } from "./front-matter-schema.ts";

export type PageHead = {
  /** What of the front matter can be read; of a page without any, nothing is said. */
  frontMatter: FrontMatter;
  /** False where the front matter has no end or is none: nobody knows where the page begins. */
  isWhole: boolean;
  /** False where its YAML cannot be read: nobody knows what it says. */
  isRead: boolean;
  /** The whole text with the front matter blanked out: every offset and line of the body stays true. */
  body: string;
  /** Errors: the page cannot be used. */
  mistakes: Mistake[];
  /** Things that look like slips: the page can be used. */
  doubts: Mistake[];
  placeOf: (path: readonly (string | number)[]) => [number, number];
  placeOfKey: (path: readonly (string | number)[]) => [number, number];
};

const fence = "---";
const noPlace = (): [number, number] => [0, 0];

/** Lines of nothing before front matter, where a key follows: such a line is no rule across the page. */
const blankLinesBefore = /^(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n[\w-]+[ \t]*:)/u;

/**
 * Cuts off and reads the front matter of a page.
 * The first line must be `---` and nothing else: gray-matter would run `---js` as a program, and takes `----` for text.
 */
export function readHead(text: string): PageHead {
  const start = blankLinesBefore.exec(text)?.[0].length ?? 0;
  const firstLine = /[^\r\n]*/u.exec(text.slice(start))?.[0] ?? "";
  if (/^\+{3}[ \t]*$/u.test(firstLine)) return broken(text, 0, firstLine.length, message("page.toml"));
  if (!firstLine.startsWith(fence)) return { ...unread(text), isWhole: true, isRead: true };
  if (firstLine.trimEnd() !== fence)
    return broken(text, start, start + firstLine.length, message("page.opening-fence"));
  const closing = /\n---([^\r\n]*)(?:\r?\n|$)/gu;
  closing.lastIndex = start + firstLine.length;
  const end = closing.exec(text);
  if (!end) return broken(text, start, start + fence.length, message("page.unclosed"));
  const [, rest = ""] = end;
  if (rest.trim() !== "")
    return broken(text, end.index + 1, end.index + 4 + rest.length, message("page.closing-fence"));
  return readBetweenFences(text, start);
}

function readBetweenFences(text: string, start: number): PageHead {
  const base = text.indexOf("\n", start) + 1;
  let reading: ReturnType<typeof readYaml<v.InferOutput<typeof schema>>> | undefined;
  const parse = (): object => ({});
  // Options switch off gray-matter's cache, which would hand out a second copy of a broken page as an empty one.
  const cut = matter(text.slice(start), {
    language: "yaml",
    engines: {
      yaml: (yaml: string) => (
        (reading = readYaml(yaml.replace(/^[ \t]*\r?\n|\r$/gu, ""), schema, base, asWritten)),
        {}
      ),
      javascript: parse,
      json: parse,
    },
  });
  reading ??= readYaml("", schema, base);
  const bodyStart = text.length - cut.content.length;
  const body = text.slice(0, bodyStart).replace(/[^\r\n]+/gu, (line) => " ".repeat(line.length)) + cut.content;
  const { readable = {}, placeOf, placeOfKey } = reading;
  const data = Object.fromEntries(Object.entries(readable).filter(([key]) => !knownKeys.includes(key)));
  const own: Known = Object.fromEntries(
    Object.entries(readable).filter(([key, value]) => knownKeys.includes(key) && value !== undefined),
  );
  const isDraft = own.draft === true || truths.get(String(data["published"]).trim().toLowerCase()) === false;
  return {
    frontMatter: { ...own, ...(isDraft ? { draft: true } : undefined), data },
    isWhole: true,
    isRead: reading.readable !== undefined,
    body,
    mistakes: [...reading.mistakes, ...strayIn(readable, [], placeOf)],
    doubts: doubtsAbout(data, placeOfKey),
    placeOf,
    placeOfKey,
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

function doubtsAbout(data: Record<string, unknown>, placeOfKey: PageHead["placeOfKey"]): Mistake[] {
  return Object.keys(data).flatMap((key) => {
    const meant = didYouMean(key, knownKeys);
    if (!meant) return [];
    const [start, end] = placeOfKey([key]);
    return [{ start, end, reason: message("page.mistyped-key", { key, meant }), expected: [meant] }];
  });
}

function broken(text: string, start: number, end: number, reason: Message): PageHead {
  return { ...unread(text), mistakes: [{ start, end, reason, expected: [fence] }] };
}

function unread(body: string): PageHead {
  return {
    frontMatter: { data: {} },
    isWhole: false,
    isRead: false,
    body,
    mistakes: [],
    doubts: [],
    placeOf: noPlace,
    placeOfKey: noPlace,
  };
}
