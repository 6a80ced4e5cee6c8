// The output folder as a build finds it: what was published, and whether its files are still what they were.
import { sidesOf } from "../conflict.ts";
import { hashIn } from "../assets/published.ts";
import { sha256Hex } from "../hash.ts";
import { bodyPath, fragmentPath, headPath, isFragmentPath, ledgerPath, manifestPath } from "../layout.ts";
import type { PagePlan } from "../page-plan.ts";
import { emptyLedger, readLedger, type Ledger, type Published } from "./ledger.ts";
import { ledgerOfManifest1 } from "./manifest-1.ts";
import { isLater } from "./standing.ts";

export type Dist = {
  /** Undefined when there is none. */
  ledger: Ledger | undefined;
  /** SHA-256 of each fragment that the ledger names, by path, as far as it is there. */
  found: ReadonlyMap<string, string>;
  /** Texts of those that may be kept. */
  fragments: ReadonlyMap<string, string>;
  /** SHA-256 of each file of authors that the ledger names, by path, as far as it is there. */
  assets: ReadonlyMap<string, string>;
  /** Paths of files that look like fragments, of those at least that the ledger does not name. */
  fragmentsFound: readonly string[];
};

/** A ledger that is there and cannot be read: nothing may be changed on a guess. */
export class UnreadableLedger extends Error {}

/** The ledger of an output folder, from the texts of its files; a manifest of version 1 stands in where there is none. */
export function ledgerOf(ledger: string | undefined, manifest: string | undefined): Ledger | undefined {
  if (ledger !== undefined) {
    const read = readLedger(ledger);
    if (!read) throw new UnreadableLedger(ledgerPath);
    return read;
  }
  return manifest === undefined ? undefined : ledgerOfManifest1(manifest);
}

/** The same text with one kind of line ends: git changes them, and so does whoever reads HTML. */
export function withLf(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n");
}

/**
 * The text of a fragment that a ledger's lines of its path speak of: the file's own, or one side of it where git left
 * two, the later one where both were published. Never a mixture.
 */
export function publishedText(file: string, path: string, lines: readonly Published[]): string {
  const text = withLf(file);
  const lineOf = (whole: string): Published | undefined => {
    const hash = sha256Hex(whole);
    return lines.find((line) => line.path === path && line.sha256 === hash);
  };
  const [best] = sidesOf(text)
    .flatMap((side) => {
      const line = lineOf(side);
      return line ? [{ side, line }] : [];
    })
    .toSorted((one, other) => (isLater(one.line, other.line) ? -1 : 1));
  return best?.side ?? text;
}

/** A fragment of ours by its beginning. */
export function looksLikeFragment(path: string, text: string): boolean {
  return isFragmentPath(path) && /^<article lang="[^"]*" dir="[^"]*" data-page="/u.test(text);
}

/**
 * Paths of the fragments whose texts a build may need: of pages that have no new version in their language, or one for
 * another address, which may be taken.
 */
export function mayBeKept(plans: readonly PagePlan[], { published }: Ledger): Set<string> {
  const ready = new Set(
    plans.flatMap(({ source, translations }) => {
      const versions = source.version ? [source, ...translations] : [];
      return versions.flatMap(({ language, version }) => (version ? [fragmentPath(language, version.slug)] : []));
    }),
  );
  return new Set(published.map(({ path }) => path).filter((path) => !ready.has(path)));
}

/** An output folder from the texts of all its files. */
export function readDist(files: ReadonlyMap<string, string>): Dist {
  const ledger = ledgerOf(files.get(ledgerPath), files.get(manifestPath));
  const lines = ledger?.published ?? [];
  const fragments = new Map(
    lines.flatMap(({ path }) => {
      const text = files.get(path);
      if (text === undefined) return [];
      return [[path, publishedText(text, path, lines)] as const];
    }),
  );
  return {
    ledger,
    found: new Map([...fragments].map(([path, text]) => [path, sha256Hex(text)])),
    fragments,
    assets: new Map(
      assetsNamedIn(ledger ?? emptyLedger).flatMap((path) => {
        const text = files.get(path);
        return text === undefined ? [] : [[path, sha256Hex(text)] as const];
      }),
    ),
    fragmentsFound: [...files].filter(([path, text]) => looksLikeFragment(path, text)).map(([path]) => path),
  };
}

/** The files of authors that a ledger's build published. */
export function assetsNamedIn({ files }: Ledger): string[] {
  return files.filter((path) => hashIn(path) !== undefined);
}

/** All files that a ledger's build wrote: what a later build may remove. */
export function filesOf(ledger: Ledger): Set<string> {
  const fragments = ledger.published.flatMap(({ path }) => [path, headPath(path), bodyPath(path)]);
  return new Set([...ledger.files, ...fragments]);
}
