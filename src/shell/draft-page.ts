// The catalog of the page at work: read and written through the one door, where a person may be working on it.
import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import type { Catalog, Entry } from "../core/catalog/entry.ts";
import { inOneForm } from "../core/catalog/one-form.ts";
import { writeCatalog } from "../core/catalog/write.ts";
import { remarkFindings, storeDrafts, type Draft } from "../core/draft/store.ts";
import type { Memory } from "../core/draft/memory.ts";
import type { Event } from "../core/draft/steps.ts";
import { message } from "../core/messages/message.ts";
import { catalogPath } from "../core/layout.ts";
import { readCatalogFile } from "../core/catalog-file.ts";
import type { FileText, PageFile } from "../core/project.ts";
import type { Orphans } from "../core/orphans.ts";
import type { Settings } from "../core/settings.ts";
import type { Pairing } from "../core/terms/terms.ts";
import { changeFile, type Change } from "./disk/change.ts";
import { readBytes, textOfBytes } from "./disk/read.ts";
import { codeOf, reasonOf } from "./disk/reason.ts";
import { fileFor } from "./disk/write.ts";
import { Refusal } from "./refusal.ts";

/** What reading and writing catalogs of one language needs to know. */
export type Desk = {
  root: string;
  settings: Settings;
  language: string;
  orphans: Orphans;
  memory: Memory;
  pairing: Pairing;
  date: string;
};

/** What is wrong with one file alone; a full disk, for example, is no reason to go on with the next one. */
const ofOneFile = new Set<string | undefined>(["EACCES", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOTDIR", "EPERM"]);

/** A catalog in step with its page and with remarks on its texts; `text` is what its file holds. */
type Known = { catalog: Catalog; text: string | undefined };

/** The catalog of one page. What its file holds is parsed once, and again only when someone else has saved it. */
export class PageCatalog {
  readonly #desk: Desk;
  readonly #file: PageFile;
  readonly #path: string;
  #known: Known | undefined;

  constructor(desk: Desk, file: PageFile) {
    this.#desk = desk;
    this.#file = file;
    this.#path = catalogPath(desk.language, file.id);
  }

  /** As it is now. Whatever is decided on it is decided again when something is stored, with the file locked. */
  read(): Event {
    return this.#try(true, () => {
      const { root } = this.#desk;
      const read = readBytes(fileFor(root, this.#path));
      const known = this.#understand(read && textOfBytes(read, this.#path));
      if (!known) return { what: "unreadable", path: this.#path };
      this.#known = known;
      const { catalog, text } = known;
      return { what: "read", catalog, isNew: text === undefined || writeCatalog(catalog) !== text };
    });
  }

  /** Puts drafts into the catalog as it is now. `mayBeLeft`: where it cannot be written, nothing that was paid for is lost. */
  store(drafts: readonly Draft[], mayBeLeft: boolean): Event {
    return this.#try(mayBeLeft, () => {
      const { root } = this.#desk;
      const before = this.#known?.text;
      const known = changeFile(root, this.#path, (found) => this.#draftInto(found, drafts));
      if (!known) return { what: "unreadable", path: this.#path };
      this.#known = known;
      // Where there was nothing to write, no one has tried yet whether it can be.
      if (known.text === before) accessSync(dirname(fileFor(root, this.#path)), constants.W_OK);
      return { what: "stored", catalog: known.catalog };
    });
  }

  #draftInto(found: FileText | undefined, drafts: readonly Draft[]): Change<Known | undefined> {
    const now = this.#understand(found);
    if (!now) return { value: undefined };
    const changed = this.#remark(storeDrafts(now.catalog, drafts, this.#desk), new Set(now.catalog.entries));
    if (writeCatalog(changed) === now.text) return { value: { catalog: changed, text: now.text } };
    const catalog = inOneForm(changed);
    const text = writeCatalog(catalog);
    return { text, value: { catalog, text } };
  }

  /** Undefined when it cannot be read. */
  #understand(found: FileText | undefined): Known | undefined {
    const text = found && "text" in found ? found.text : undefined;
    const isSame = found === undefined || text !== undefined;
    if (this.#known && isSame && this.#known.text === text) return this.#known;
    const { language, orphans, settings } = this.#desk;
    const { catalog } = readCatalogFile(this.#file, language, found, orphans, settings);
    return catalog && { catalog: this.#remark(catalog, new Set()), text };
  }

  #remark(catalog: Catalog, settled: ReadonlySet<Entry>): Catalog {
    const { language, pairing, settings } = this.#desk;
    return remarkFindings(catalog, language, pairing, settings.severity, settled);
  }

  #try(mayBeLeft: boolean, work: () => Event): Event {
    try {
      return work();
    } catch (error) {
      if (!mayBeLeft || !(error instanceof Refusal || ofOneFile.has(codeOf(error)))) throw error;
      const reason =
        error instanceof Refusal
          ? error.told
          : message("draft.catalog-not-written", { path: this.#path, reason: reasonOf(error) });
      return { what: "lost", reason };
    }
  }
}
