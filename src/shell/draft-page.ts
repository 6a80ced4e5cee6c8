// The drafts of one page on their way to the disk, where a person may be working on the same catalog.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { entryKey, type Catalog, type Entry } from "../core/catalog/entry.ts";
import { draftOf } from "../core/catalog/state.ts";
import { writeCatalog } from "../core/catalog/write.ts";
import type { Engine } from "../core/draft/engine.ts";
import { recallSimilar, type Memory } from "../core/draft/memory.ts";
import { needsDraft } from "../core/draft/plan.ts";
import { draftEntry, remarkFindings, storeDraft } from "../core/draft/store.ts";
import { catalogPath, readCatalogFile, type PageFile } from "../core/project.ts";
import type { Settings } from "../core/settings.ts";
import type { Pairing } from "../core/terms/terms.ts";
import { compareTags } from "../core/unit-text.ts";
import { readText, writeDurably } from "./files.ts";

/** One language of a draft run. */
export type LanguageRun = {
  root: string;
  settings: Settings;
  language: string;
  pages: readonly PageFile[];
  orphans: ReadonlyMap<string, Entry>;
  /** What is drafted is added to it, so that an equal text is not asked for again. */
  memory: Memory;
  pairing: Pairing;
  /** The engine's name is known where the engine itself cannot be had: its earlier drafts can be used all the same. */
  engineName: string | undefined;
  /** Or why there is none; undefined where none was asked for. Then memory alone is used. */
  engine: Engine | { refusal: string } | undefined;
  date: string;
  /** Told of each unit that is done, and of the characters that were charged for it. */
  step: (units: number, characters: number) => void;
};

/** A catalog that cannot be read, or not any more: its page is left, and the other pages go on. */
export class CatalogLost extends Error {
  readonly units: number;
  constructor(path: string, units: number) {
    super(`${path} cannot be read; malvakt check says why. Mend it and run the same command again.`);
    this.units = units;
  }
}

type Stored = { entry: Entry; text: string; engine: string; before: string | undefined };

/** The drafts of one page, and its catalog on disk, which a person may be editing at the same time. */
export class PageWork {
  /** How often the file had to be written. */
  writes = 0;
  readonly #run: LanguageRun;
  readonly #file: PageFile;
  readonly #path: string;
  readonly #drafts = new Map<string, Stored>();

  constructor(run: LanguageRun, file: PageFile) {
    this.#run = run;
    this.#file = file;
    this.#path = catalogPath(run.language, file.id);
  }

  has(entry: Entry): boolean {
    return this.#drafts.has(entryKey(entry));
  }

  textOf(entry: Entry): string | undefined {
    return this.#drafts.get(entryKey(entry))?.text;
  }

  store(entry: Entry, text: string, engine: string): void {
    const before = this.textOf(entry);
    this.#drafts.set(entryKey(entry), { entry, text, engine, before });
  }

  /** Reads the catalog as it is now, puts the drafts where they are still wanted, and writes it durably if it changed. */
  async save(): Promise<Catalog> {
    const { root, language, pairing, settings } = this.#run;
    const now = await this.#read();
    let { catalog } = now;
    for (const draft of this.#drafts.values()) catalog = this.#put(catalog, draft);
    const remarked = remarkFindings(catalog, language, pairing, settings.severity);
    const fresh = writeCatalog(remarked);
    if (fresh !== now.text) {
      writeDurably(join(root, this.#path), fresh);
      this.writes += 1;
    }
    return remarked;
  }

  /** An editor may just be writing the file: what cannot be read now can perhaps be read in a moment. */
  async #read(): Promise<{ catalog: Catalog; text: string }> {
    const { root, settings, orphans, language } = this.#run;
    const file = join(root, this.#path);
    for (const milliseconds of [50, 200, 800, 0]) {
      const found = existsSync(file) ? readText(file, this.#path) : undefined;
      const { catalog, text } = readCatalogFile(this.#file, language, found, orphans, settings);
      if (catalog) return { catalog, text };
      if (milliseconds > 0) await sleep(milliseconds);
    }
    throw new CatalogLost(this.#path, (this.#file.page?.units ?? []).length);
  }

  #put(catalog: Catalog, { entry, text, engine, before }: Stored): Catalog {
    const { context, id } = entry;
    const current = catalog.entries.find((one) => !one.obsolete && one.context === context && one.id === id);
    if (!current) return catalog;
    const { language } = this.#run;
    const isOurs =
      before !== undefined && current.text === before && current.fuzzy && draftOf(current, language) !== undefined;
    if (!needsDraft(current, language) && !isOurs) return catalog;
    const similar =
      compareTags(entry.id, text).length === 0 && engine !== "memory"
        ? recallSimilar(this.#run.memory, entry.context, entry.id)
        : undefined;
    const fresh = draftEntry(current, language, text, engine, this.#run.date, similar);
    return isOurs
      ? { ...catalog, entries: catalog.entries.map((other) => (other === current ? fresh : other)) }
      : storeDraft(catalog, current, fresh);
  }
}
