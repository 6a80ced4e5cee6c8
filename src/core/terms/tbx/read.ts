// TBX-Basic of version 3, DCA style (ISO 30042:2019), or of version 2, as a termbase; what a termbase has no place for is told.
import { elementsIn, readXml, textIn, type XmlElement } from "../../xml.ts";
import { message, type Message } from "../../messages/message.ts";
import type { Mistake } from "../../mistake.ts";
import type { Concept, Term, Termbase, TermStatus } from "../termbase.ts";
import {
  conceptId,
  distinct,
  familyPrefix,
  formPrefix,
  namespace,
  noLanguage,
  notePrefix,
  origin,
  statusWords,
} from "./conventions.ts";
import { languageCodesOf } from "./languages.ts";
import { createRemarks, type Remarks } from "./remarks.ts";
import { asVersion3 } from "./version-2.ts";

export type TbxReading = {
  /** Undefined when the file cannot be read. */
  termbase: Termbase | undefined;
  mistakes: Mistake[];
  /** What was left out or taken otherwise than it stands there: one for each kind, at its first place. */
  remarks: Mistake[];
};

/** What is known of the whole file while its entries are read. */
type Reading = {
  /** Written by Målvakt: blanks are kept as they are. */
  own: boolean;
  /** Language of texts that do not say theirs. */
  language: string;
  /** The code that a language of the file has here; none for an unknown language. */
  codes: ReadonlyMap<string, string | undefined>;
  ids: ReadonlyMap<string, string>;
  remarks: Remarks;
};

/** Reads a TBX file of version 2, or of version 3 in DCA style; dialects other than TBX-Basic as far as they go together. */
export function readTbx(text: string): TbxReading {
  const { root: written, mistakes } = readXml(text);
  if (!written) return { termbase: undefined, mistakes, remarks: [] };
  const root = asVersion3(written);
  const refused = refuse(root);
  if (refused) return { termbase: undefined, mistakes: [refused], remarks: [] };
  const entries = elementsIn(root, "text")
    .flatMap((part) => elementsIn(part, "body"))
    .flatMap((body) => elementsIn(body, "conceptEntry"));
  const doubles = doubleIds(entries);
  if (doubles.length > 0) return { termbase: undefined, mistakes: doubles, remarks: [] };
  const remarks = createRemarks();
  const own = isOwn(root);
  const reading: Reading = {
    own,
    language: root.attributes.get("xml:lang") ?? "en",
    codes: languageCodesOf(root, own, remarks),
    ids: idsOf(entries, remarks),
    remarks,
  };
  const concepts = entries.map((entry, index) => readConcept(entry, index, reading));
  return { termbase: { concepts }, mistakes: [], remarks: remarks.all() };
}

function refuse(root: XmlElement): Mistake | undefined {
  const refuseFor = (reason: Message, expected: string[] = []): Mistake => ({
    start: root.start,
    end: root.end,
    reason,
    expected,
  });
  const style = root.attributes.get("style");
  if (root.name !== "tbx") return refuseFor(message("tbx.root", { name: root.name }), ["<tbx>"]);
  if (style === "dct") return refuseFor(message("tbx.style"), ['style="dca"']);
  if (root.namespace !== namespace)
    return refuseFor(
      root.namespace === "" ? message("tbx.no-namespace") : message("tbx.namespace", { namespace: root.namespace }),
      [`xmlns="${namespace}"`],
    );
  return undefined;
}

function isOwn(root: XmlElement): boolean {
  return elementsIn(root, "tbxHeader")
    .flatMap((header) => elementsIn(header, "fileDesc"))
    .flatMap((file) => elementsIn(file, "sourceDesc"))
    .flatMap((source) => elementsIn(source, "p"))
    .some((paragraph) => textIn(paragraph).trim() === origin);
}

function doubleIds(entries: readonly XmlElement[]): Mistake[] {
  const met = new Set<string>();
  return entries.flatMap(({ attributes, start, end }) => {
    const id = attributes.get("id");
    if (id === undefined || !met.has(id)) {
      if (id !== undefined) met.add(id);
      return [];
    }
    return [{ start, end, reason: message("tbx.same-id", { id }), expected: [] }];
  });
}

/** Concept ids by XML id. Other tools may use signs that an id here cannot have. */
function idsOf(entries: readonly XmlElement[], remarks: Remarks): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const written = entry.attributes.get("id") ?? "";
    const wanted = conceptId(written).replaceAll(/[^\p{L}\p{N}_.-]/gu, "-") || `concept-${index + 1}`;
    let id = wanted;
    let number = numbers.get(wanted) ?? 2;
    for (; taken.has(id); number++) id = `${wanted}-${number}`;
    numbers.set(wanted, number);
    taken.add(id);
    ids.set(keyOf(entry, index), id);
    if (id !== conceptId(written))
      remarks.tell(
        "id",
        entry,
        written === "" ? message("tbx.no-id", { id }) : message("tbx.read-as", { written, id }),
      );
  }
  return ids;
}

const keyOf = (entry: XmlElement, index: number): string => entry.attributes.get("id") ?? `\n${index}`;

function readConcept(entry: XmlElement, index: number, reading: Reading): Concept {
  const id = reading.ids.get(keyOf(entry, index)) ?? "";
  const definition: Record<string, string> = {};
  const terms: Record<string, Term[]> = {};
  const distinctFrom: string[] = [];
  for (const part of elementsIn(entry)) {
    if (part.name === "langSec") readLanguage(part, definition, terms, reading);
    else if (part.name === "ref" && text(part, { own: false }) === distinct) {
      const other = reading.ids.get(part.attributes.get("target") ?? "");
      if (other === undefined || other === id) reading.remarks.tell("target", part, message("tbx.reference"));
      else distinctFrom.push(other);
    } else readDefinition(part, part.attributes.get("xml:lang") ?? reading.language, definition, reading);
  }
  return { id, definition, distinctFrom, terms };
}

/** A definition, alone or with its source; anything else is told. */
function readDefinition(
  part: XmlElement,
  language: string,
  definition: Record<string, string>,
  reading: Reading,
): void {
  const descrip = part.name === "descripGrp" ? elementsIn(part, "descrip")[0] : part;
  if (descrip?.name !== "descrip" || descrip.attributes.get("type") !== "definition") {
    reading.remarks.leaveOut(part);
    return;
  }
  for (const other of elementsIn(part)) if (part !== descrip && other !== descrip) reading.remarks.leaveOut(other);
  const code = reading.codes.get(descrip.attributes.get("xml:lang") ?? language);
  const found = text(descrip, reading);
  if (code === undefined || (found === "" && !reading.own)) return;
  if (Object.hasOwn(definition, code)) reading.remarks.tell("definition", descrip, message("tbx.second-definition"));
  else definition[code] = found;
}

function readLanguage(
  section: XmlElement,
  definition: Record<string, string>,
  terms: Record<string, Term[]>,
  reading: Reading,
): void {
  const language = section.attributes.get("xml:lang") ?? reading.language;
  const code = reading.codes.get(language);
  if (code === undefined) {
    if (language !== noLanguage)
      reading.remarks.tell(`language ${language}`, section, message("tbx.language", { language }));
    return;
  }
  const list = (terms[code] ??= []);
  const there = new Set(list.map(keyOfTerm));
  for (const part of elementsIn(section)) {
    if (part.name !== "termSec") readDefinition(part, language, definition, reading);
    else {
      const term = readTerm(part, reading);
      if (term && !there.has(keyOfTerm(term))) {
        list.push(term);
        there.add(keyOfTerm(term));
      } else if (term) reading.remarks.tell("double", part, message("tbx.same-term", { term: term.term }));
    }
  }
}

function readTerm(section: XmlElement, reading: Reading): Term | undefined {
  const [element] = elementsIn(section, "term");
  const name = element ? text(element, reading) : "";
  if (!/[\p{L}\p{N}]/u.test(name) || /\p{Cc}/u.test(name)) {
    const isPlaceholder = reading.own && name === "";
    if (!isPlaceholder) reading.remarks.tell("empty", section, message("tbx.empty-term"));
    return undefined;
  }
  const term: Term = { term: name, status: "admitted" };
  const notes: string[] = [];
  let hasStatus = false;
  for (const part of elementsIn(section)) {
    if (part === element) continue;
    if (part.name === "termNote" || part.name === "termNoteGrp") {
      const note = part.name === "termNote" ? part : elementsIn(part, "termNote")[0];
      if (note?.attributes.get("type") === "administrativeStatus") {
        term.status = readStatus(note, reading);
        hasStatus = true;
      } else if (note?.attributes.get("type") === "termType") readType(note, term, reading);
      else reading.remarks.leaveOut(part);
    } else if (part.name === "note") readNote(text(part, reading), term, notes);
    else reading.remarks.leaveOut(part);
  }
  if (!hasStatus) reading.remarks.tell("no status", section, message("tbx.no-status", { term: name }));
  if (notes.length > 0) term.note = notes.join("\n");
  return term;
}

function readStatus(note: XmlElement, { remarks }: Reading): TermStatus {
  const word = text(note, { own: false });
  for (const status of ["preferred", "admitted", "deprecated"] as const)
    if (word === statusWords[status] || word === status || word === `${status}Term`) return status;
  const superseded = word.startsWith("superseded");
  const status = superseded ? "deprecated" : "admitted";
  remarks.tell(`status ${word}`, note, message("tbx.status", { written: word, status }));
  return status;
}

/** Acronyms are read by their capitals as other abbreviations are. */
function readType(note: XmlElement, term: Term, { remarks }: Reading): void {
  const type = text(note, { own: false });
  if (type === "abbreviation" || type === "acronym") term.type = "abbreviation";
  if (type !== "abbreviation") {
    const reason = type === "acronym" ? message("tbx.acronym") : message("tbx.type", { type: type ?? "" });
    remarks.tell(`type ${type}`, note, reason);
  }
}

function readNote(note: string, term: Term, notes: string[]): void {
  const form = note.startsWith(formPrefix) ? note.slice(formPrefix.length) : undefined;
  const word = note.startsWith(familyPrefix) ? note.slice(familyPrefix.length) : undefined;
  if (word !== undefined) (term.family ??= []).push(word);
  else if (form === undefined) notes.push(note.startsWith(notePrefix) ? note.slice(notePrefix.length) : note);
  else (term.forms ??= []).push(form);
}

/** Other tools break and indent long texts. */
function text(element: XmlElement, { own }: { own: boolean }): string {
  const found = textIn(element);
  return own ? found : found.replaceAll(/[ \t\r\n]+/gu, " ").trim();
}

/** The termbase file has each word once for a concept, whatever its case. */
function keyOfTerm({ term, type }: Term): string {
  const folded = term.normalize("NFC").replaceAll(/\s+/gu, " ");
  return type === "abbreviation" ? folded : folded.toLowerCase();
}
