// Who approved what, when, and against which source; from which draft; and what of it is published now.
import type { Entry } from "../catalog/entry.ts";
import { readLines } from "../catalog/lines.ts";
import { approvalHash, approvalOf, draftOf, stateOf, type State } from "../catalog/state.ts";
import type { CatalogFile } from "../catalog-file.ts";
import { textHash } from "../hash.ts";
import type { LanguagePlan } from "../page-plan.ts";
import type { Published } from "../publish/ledger.ts";
import type { Standing } from "../publish/standing.ts";

/** `unchecked`: signed, and git cannot check it here. */
export type Signature = "none" | "good" | "bad" | "expired" | "revoked" | "unchecked";

export type ApprovalCommit = {
  id: string;
  author: string;
  /** ISO date. */
  date: string;
  signature: Signature;
  /** Who signed, as git knows. */
  signer: string | undefined;
};

export type UnitCommit =
  | (ApprovalCommit & {
      formerly: string | undefined;
      isCut: boolean;
      /** Its author's name is another one than that of the line. It says nothing of why. */
      differs: boolean;
    })
  /** The line stands in the file, and in no commit. */
  | "uncommitted";

export type AuditUnit = {
  context: string;
  source: string;
  translation: string;
  /** The line of the catalog at which its entry begins; undefined where there is none. */
  line: number | undefined;
  /** `former`: published, and no longer a text of the page. */
  state: State | "former";
  /** Of the source's text, as the ledger has it for the source language. */
  sourceHash: string;
  /** The hash binds the approval to both texts; the ledger has it for the translation. */
  approval: { name: string; date: string; hash: string } | undefined;
  /** The engine of the draft that the text began as; undefined where a person wrote it. */
  drafted: { date: string; engine: string } | undefined;
  /** It is part of what is published now. */
  isPublished: boolean;
  /** The commit that brought the approval; undefined where git was not asked, or does not know. */
  commit: UnitCommit | undefined;
};

/** What readers get of a page in a language now: these very texts, others, or nothing. */
export type AuditPublished =
  | { status: "same" | "other"; path: string; url: string; approved: Published["approved"]; isDamaged: boolean }
  | { status: "nothing" };

export type AuditPage = {
  page: string;
  title: string;
  /** Undefined for a page that is gone, and published still. */
  file: string | undefined;
  language: string;
  /** Path of the catalog, where there is one. */
  catalog: string | undefined;
  /** Why the page or its catalog cannot be read. */
  isUnreadable: boolean;
  published: AuditPublished;
  units: AuditUnit[];
};

type Place = Pick<AuditPage, "page" | "title" | "file">;

/** A page in its own language: no one approves that; what is published of it is told. */
export function auditSource(place: Place, plan: LanguagePlan, stands: Standing | undefined): AuditPage {
  const units = plan.version?.units;
  return {
    ...place,
    language: plan.language,
    catalog: undefined,
    isUnreadable: false,
    published: publishedOf(stands, units),
    units: [],
  };
}

/** A page that is gone, of which something is published still. */
export function auditGone(page: string, stands: Standing): AuditPage {
  const { title, language } = stands.published;
  const published = publishedOf(stands, undefined);
  return { page, title, file: undefined, language, catalog: undefined, isUnreadable: false, published, units: [] };
}

/**
 * A translation. `count` is how many units the page has: the first entries of its catalog are theirs. `exists`: there is
 * a file for the catalog.
 */
export function auditTranslation(
  place: Place,
  language: string,
  source: string,
  { path, catalog, reporter }: CatalogFile,
  exists: boolean,
  count: number,
  stands: Standing | undefined,
): AuditPage {
  const published = new Set(stands?.published.units);
  const entries = catalog?.entries ?? [];
  const live = entries.slice(0, count);
  const unitOf = (entry: Entry, isLive: boolean): AuditUnit => ({
    context: entry.context,
    source: entry.source,
    translation: entry.translation,
    line: exists && entry.origin ? reporter.pointAt(entry.origin.offset).line : undefined,
    state: isLive ? stateOf(entry, language) : "former",
    sourceHash: textHash(source, entry.context, entry.source),
    approval: approvalOf(entry, language),
    drafted: draftedOf(entry, language),
    isPublished: published.has(approvalHash(entry, language)),
    commit: undefined,
  });
  const units = live.map((entry) => unitOf(entry, true));
  const former = entries.slice(count).map((entry) => unitOf(entry, false));
  const isWhole = units.every(({ state }) => state === "approved");
  return {
    ...place,
    language,
    catalog: exists ? path : undefined,
    isUnreadable: catalog === undefined,
    published: publishedOf(stands, isWhole ? live.map((entry) => approvalHash(entry, language)) : undefined),
    units: [...units, ...former.filter(({ isPublished }) => isPublished)],
  };
}

function publishedOf(stands: Standing | undefined, newest: readonly string[] | undefined): AuditPublished {
  if (!stands || stands.damaged === "missing") return { status: "nothing" };
  const { path, url, approved, units } = stands.published;
  const isSame = newest !== undefined && newest.join() === units?.join();
  return { status: isSame ? "same" : "other", path, url, approved, isDamaged: stands.damaged !== undefined };
}

/** A draft that waits, or the one that a person has taken over. */
function draftedOf(entry: Entry, language: string): AuditUnit["drafted"] {
  const waiting = draftOf(entry, language);
  if (waiting) return { date: waiting.date, engine: waiting.name };
  for (const { line } of readLines(entry.comments))
    if (line?.kind === "drafted") return { date: line.date, engine: line.name };
  return undefined;
}
