// The ledger, `dist/ledger.json`: what was published, and from which texts. One line a fragment, so that git merges it.
import * as v from "valibot";
import { isAllowedPageUrl } from "../address.ts";
import { forbiddenCharacterIn } from "../characters.ts";
import { isFragmentPath, ledgerPath, staysInside } from "../layout.ts";

const text = v.pipe(
  v.string(),
  v.check((value) => forbiddenCharacterIn(value) === undefined, "it holds a character that no text may hold"),
);
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));
const hash = v.pipe(v.string(), v.regex(/^[\da-f]{32}$/u));
const path = v.pipe(text, v.check(staysInside, "it leads out of the output folder"));
const code = v.pipe(v.string(), v.regex(/^[A-Za-z\d]+(-[A-Za-z\d]+)*$/u));

/** An address as the settings make it; anything else was written by someone else. */
const address = v.pipe(text, v.check(isAllowedPageUrl, "it is no address of a page"));

/** Any value without characters that no text may hold, however deep in it. */
const sound = v.custom<unknown>((value) => {
  const left: unknown[] = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one === "string" && forbiddenCharacterIn(one) !== undefined) return false;
    if (typeof one === "object" && one !== null) left.push(...Object.entries(one).flat());
  }
  return true;
}, "it holds a character that no text may hold");

const approval = v.object({ date, names: v.optional(v.array(text)) });

const isFragmentOf = (language: string, at: string): boolean => isFragmentPath(at, language);

const publishedShape = v.object({
  page: text,
  language: code,
  path,
  /** SHA-256 of the fragment with LF line ends, in hex. */
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u)),
  /** Address of the page on the site. */
  url: address,
  title: text,
  description: v.optional(text),
  /** The page's own date. */
  date: v.optional(date),
  /** Of a translation: when it was last approved, and by whom, where that may be known outside. */
  approved: v.optional(approval),
  order: v.optional(v.number()),
  data: v.optional(v.record(text, sound)),
  /** Hash of each unit that it was made from: of the source's text, or of source and translation. */
  units: v.optional(v.array(hash)),
});

const published = v.pipe(
  publishedShape,
  v.check((one) => isFragmentOf(one.language, one.path), "it is no fragment of its language"),
);
const redirect = v.object({ gone: address, page: text, language: code });
const written = v.object({ file: path });

/** What was published of one page in one language. `units` is unknown for what an older version published. */
export type Published = v.InferOutput<typeof publishedShape>;
/** An address that is no longer used, with the page and language that it showed. */
export type Gone = v.InferOutput<typeof redirect>;

export type Ledger = {
  /** Two lines of one page and language: a build was stopped, or two branches met. The file tells which one holds. */
  published: Published[];
  gone: Gone[];
  /** Paths of all files that the build wrote. */
  files: string[];
};

export const emptyLedger: Ledger = { published: [], gone: [], files: [] };

const header = v.object({ ledger: v.literal(1) });
const line = v.union([published, redirect, written]);

/** Marks of a merge that git left in the file; the lines of both sides count. */
const conflictMark = /^(<{7}|={7}|>{7}|\|{7})( .*)?$/u;

/** Reads a ledger; undefined when it is none. One with conflict marks of git is read as the lines of both sides. */
export function readLedger(file: string): Ledger | undefined {
  const ledger: Ledger = { published: [], gone: [], files: [] };
  let headers = 0;
  for (const raw of file.split(/\r?\n/u)) {
    const content = raw.replace(/^[[,]/u, "").trim();
    if (content === "" || content === "]" || conflictMark.test(raw)) continue;
    const value = parsed(content);
    if (v.is(header, value)) headers++;
    else {
      const result = v.safeParse(line, value);
      if (!result.success) return undefined;
      const { output } = result;
      if ("gone" in output) ledger.gone.push(output);
      else if ("file" in output) ledger.files.push(output.file);
      else ledger.published.push(output);
    }
  }
  return headers === 0 ? undefined : ledger;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** A ledger as the text of its file: sorted, so that the same site gives the same bytes. */
export function writeLedger(ledger: Ledger): string {
  const lines = [
    ...ledger.published.map((one) => JSON.stringify(inOrder(one))),
    ...ledger.gone.map(({ gone, page, language }) => JSON.stringify({ gone, page, language })),
    ...[...ledger.files, ledgerPath].map((name) => JSON.stringify({ file: name })),
  ];
  const sorted = [...new Set(lines)].toSorted();
  return `${[`[{"ledger":1}`, ...sorted.map((one) => `,${one}`), "]"].join("\n")}\n`;
}

/** Keys in one order, whatever the order in which they were found. */
function inOrder(one: Published): Published {
  const { page, language, path: at, sha256, url, title, description, date: day, approved, order, data, units } = one;
  return {
    page,
    language,
    path: at,
    sha256,
    url,
    title,
    ...(description === undefined ? undefined : { description }),
    ...(day === undefined ? undefined : { date: day }),
    ...(approved === undefined ? undefined : { approved }),
    ...(order === undefined ? undefined : { order }),
    ...(data === undefined || Object.keys(data).length === 0 ? undefined : { data }),
    ...(units === undefined ? undefined : { units }),
  };
}

/** Both of two ledgers: what holds while a build is under way, since it may be stopped at any file. */
export function bothOf(one: Ledger, other: Ledger): Ledger {
  return {
    published: [...one.published, ...other.published],
    gone: [...one.gone, ...other.gone],
    files: [...new Set([...one.files, ...other.files])],
  };
}
