// The drafts of one page on their way to the disk, where a person may be working on the same catalog.
import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { entryKey, type Catalog, type Entry } from "../core/catalog/entry.ts";
import { draftOf } from "../core/catalog/state.ts";
import { writeCatalog } from "../core/catalog/write.ts";
import type { Engine } from "../core/draft/engine.ts";
import type { Message } from "../core/messages/message.ts";
import { recallSimilar, type Memory } from "../core/draft/memory.ts";
import { needsDraft } from "../core/draft/plan.ts";
import { draftEntry, remarkFindings, storeDraft } from "../core/draft/store.ts";
import { catalogPath } from "../core/layout.ts";
import { readCatalogFile, type FileText, type Orphans, type PageFile } from "../core/project.ts";
import type { Settings } from "../core/settings.ts";
import type { Pairing } from "../core/terms/terms.ts";
import { compareTags } from "../core/unit-text.ts";
import { changeFile, type Change } from "./disk/change.ts";
import { codeOf, reasonOf } from "./disk/reason.ts";
import { fileFor } from "./disk/write.ts";
import { say } from "./locale.ts";
import { Refusal } from "./refusal.ts";

/** One language of a draft run. */
export type LanguageRun = {
  root: string;
  settings: Settings;
  language: string;
  pages: readonly PageFile[];
  orphans: Orphans;
  /** What is drafted is added to it, so that an equal text is not asked for again. */
  memory: Memory;
  pairing: Pairing;
  /** The engine's name is known where the engine itself cannot be had: its earlier drafts can be used all the same. */
  engineName: string | undefined;
  /** Or why there is none; undefined where none was asked for. Then memory alone is used. */
  engine: Engine | { refusal: Message } | undefined;
  date: string;
  /** Told of each unit that is done, and of the characters that were charged for it. */
  step: (units: number, characters: number) => void;
};

/** A catalog that cannot be read or written, or not any more: its page is left, and the other pages go on. */
export class CatalogLost extends Error {
  readonly units: number;
  constructor(message: string, units: number) {
    super(message);
    this.units = units;
  }
}

/** What is wrong with one file alone; a full disk, for example, is no reason to go on with the next one. */
const ofOneFile = new Set<string | undefined>(["EACCES", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOTDIR", "EPERM"]);

type Stored = { entry: Entry; text: string; engine: string; before: string | undefined };

/** A catalog that is on the disk, and whether it had to be written; undefined when it cannot be read. */
type Saved = { catalog: Catalog; isNew: boolean } | undefined;

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

  /** Puts the drafts into the catalog as it is now, where they are still wanted, and has it on the disk. */
  async save(): Promise<Catalog> {
    // An editor may just be writing the file: what cannot be read now can perhaps be read in a moment.
    for (const milliseconds of [50, 200, 800, 0]) {
      const saved = this.#change();
      if (saved) {
        if (saved.isNew) this.writes += 1;
        return saved.catalog;
      }
      if (milliseconds > 0) await sleep(milliseconds);
    }
    throw this.#lost("cannot be read; malvakt check says why. Mend it and run the same command again.");
  }

  #change(): Saved {
    const { root } = this.#run;
    try {
      const file = fileFor(root, this.#path);
      const saved = changeFile(root, this.#path, (found) => this.#draftInto(found));
      // Before anything is paid for: a draft that cannot be written would be lost.
      if (saved && this.#drafts.size === 0) accessSync(dirname(file), constants.W_OK);
      return saved;
    } catch (error) {
      if (this.#drafts.size > 0 || !(error instanceof Refusal || ofOneFile.has(codeOf(error)))) throw error;
      if (error instanceof Refusal) throw new CatalogLost(error.message, this.#units());
      throw this.#lost(`cannot be written: ${say(reasonOf(error))}.`);
    }
  }

  #draftInto(found: FileText | undefined): Change<Saved> {
    const { settings, language, orphans, pairing } = this.#run;
    const now = readCatalogFile(this.#file, language, found, orphans, settings);
    if (!now.catalog) return { value: undefined };
    let { catalog } = now;
    for (const draft of this.#drafts.values()) catalog = this.#put(catalog, draft);
    const remarked = remarkFindings(catalog, language, pairing, settings.severity);
    const text = writeCatalog(remarked);
    return { text, value: { catalog: remarked, isNew: text !== now.text } };
  }

  #lost(reason: string): CatalogLost {
    return new CatalogLost(`${this.#path} ${reason}`, this.#units());
  }

  #units(): number {
    return (this.#file.page?.units ?? []).length;
  }

  #put(catalog: Catalog, { entry, text, engine, before }: Stored): Catalog {
    const { context, source } = entry;
    const current = catalog.entries.find((one) => !one.obsolete && one.context === context && one.source === source);
    if (!current) return catalog;
    const { language } = this.#run;
    const isOurs =
      before !== undefined &&
      current.translation === before &&
      current.fuzzy &&
      draftOf(current, language) !== undefined;
    if (!needsDraft(current, language) && !isOurs) return catalog;
    const similar =
      compareTags(entry.source, text).length === 0 && engine !== "memory"
        ? recallSimilar(this.#run.memory, entry.context, entry.source)
        : undefined;
    const fresh = draftEntry(current, language, text, engine, this.#run.date, similar);
    return isOurs
      ? { ...catalog, entries: catalog.entries.map((other) => (other === current ? fresh : other)) }
      : storeDraft(catalog, current, fresh);
  }
}
