// Pages as an earlier run read and planned them, where nothing of them has changed; the others are read and planned.
import { sha256Hex } from "../core/hash.ts";
import type { ReadProject } from "../core/malvakt.ts";
import { inputsOfPlan, planPage, type PagePlan } from "../core/page-plan.ts";
import { idPrefixesOf } from "../core/page/ids.ts";
import { readPage, type Page, type PageReading } from "../core/page/page.ts";
import type { FileText, PageFile } from "../core/project.ts";
import { linesFor } from "../core/report/text.ts";
import type { Cache } from "./cache.ts";
import type { Source } from "./disk/list.ts";
import type { FileIndex } from "./file-index.ts";

/** Files by their hashes, and their texts where these are needed: a hash is always that of the text that is given. */
export type Texts = { hashOf: (source: Source) => string; textOf: (source: Source) => FileText };

export function textsBy(index: FileIndex): Texts {
  const held = new Map<Source, FileText>();
  const read = (source: Source): FileText => {
    const file = held.get(source) ?? source.read();
    held.set(source, file);
    return file;
  };
  return {
    hashOf: (source) => {
      const content = (): string => contentOf(read(source));
      if (source.file === undefined || held.has(source)) return sha256Hex(content());
      return index.hashOf(source.file, content);
    },
    textOf: read,
  };
}

/** What a file holds; one that cannot be read is known by what is said of it. */
function contentOf(file: FileText): string {
  return "text" in file ? `=${file.text}` : `!${JSON.stringify(file.problem)}`;
}

/** A page as it was read from a text. */
export type KeptPage = { text: string; reading: PageReading };

/** Reads all pages, but those that an earlier run has read as they are. */
export function readAllPages(
  sources: ReadonlyMap<string, Source>,
  index: FileIndex,
  cache: Cache<KeptPage>,
): { texts: Map<string, FileText>; readings: Map<string, PageReading> } {
  const texts = new Map<string, FileText>();
  const readings = new Map<string, PageReading>();
  const used: string[][] = [];
  const prefixes = idPrefixesOf(sources.keys());
  for (const [id, source] of sources) {
    const prefix = prefixes.get(id);
    const { hashOf, textOf } = textsBy(index);
    const inputsNow = (): string[] => [id, prefix ?? "", hashOf(source)];
    const known = cache.find(inputsNow());
    const file = known ? { path: source.path, text: known.text } : textOf(source);
    texts.set(id, file);
    if (!("text" in file)) continue;
    const inputs = inputsNow();
    used.push(inputs);
    const { reading } =
      known ?? cache.keep(inputs, { text: file.text, reading: readPage(file.text, id, "page", prefix) });
    readings.set(id, reading);
  }
  cache.keepOnly(used);
  return { texts, readings };
}

/** A plan without its page, and the lines that its findings are shown with. */
export type KeptPlan = { plan: Omit<PagePlan, "page">; lines: Record<string, string> };

export type Planner = {
  planOf: (file: PageFile, catalogs: ReadonlyMap<string, Source>, texts: Texts) => PagePlan;
  /** The lines of a catalog that findings in it are shown with, as far as its page was planned. */
  linesOf: (path: string) => string | undefined;
  /** Forgets what no page of this run has asked for. */
  forgetRest: () => void;
};

/** Plans a page, unless an earlier run has planned it from the very same texts, settings and terms. */
export function plannerBy(cache: Cache<KeptPlan>, rules: readonly string[], { context }: ReadProject): Planner {
  const lines = new Map<string, string>();
  const take = ({ plan, lines: own }: KeptPlan, page: Page): PagePlan => {
    for (const [path, text] of Object.entries(own)) lines.set(path, text);
    return { ...plan, page };
  };
  const used: string[][] = [];
  return {
    planOf: (file, catalogs, { hashOf, textOf }) => {
      if (!file.page) return planPage(file, new Map(), context);
      const inputsNow = (): string[] => [...rules, ...inputsOfPlan(file, mapped(catalogs, hashOf), context)];
      const asked = inputsNow();
      const known = cache.find(asked);
      if (known) {
        used.push(asked);
        return take(known, file.page);
      }
      const { page: _, ...plan } = planPage(file, mapped(catalogs, textOf), context);
      const found = plan.translations.flatMap((one) => [
        ...one.mistakes,
        ...one.findings.map(({ finding }) => finding),
      ]);
      const byPath = new Map([...catalogs.values()].map((source) => [source.path, source]));
      const own = linesFor(found, (path) => {
        const source = byPath.get(path);
        const text = source && textOf(source);
        return text && "text" in text ? text.text : undefined;
      });
      const inputs = inputsNow();
      used.push(inputs);
      return take(cache.keep(inputs, { plan, lines: own }), file.page);
    },
    linesOf: (path) => lines.get(path),
    forgetRest: () => cache.keepOnly(used),
  };
}

function mapped<Value, Other>(map: ReadonlyMap<string, Value>, change: (value: Value) => Other): Map<string, Other> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
