// The glossaries of the stand-in for DeepL: the v3 endpoints, with DeepL's rules for entries.
import { json, type Reply, type Request } from "./deepl-wire.ts";

type Dictionary = { source: string; target: string; entries: Map<string, string> };
type Stored = { id: string; name: string; dictionaries: Dictionary[] };

export type Glossaries = {
  all: Stored[];
  answer: (request: Request) => Reply;
  /** The entries that a request for a translation asks for. */
  entriesFor: (fields: URLSearchParams) => ReadonlyMap<string, string>;
};

const languages = new Set(
  "ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk vi zh".split(" "),
);

export function glossaries(): Glossaries {
  const all: Stored[] = [];
  let created = 0;
  return {
    all,
    entriesFor: (fields) => {
      const dictionary = all
        .find((glossary) => glossary.id === fields.get("glossary_id"))
        ?.dictionaries.find(
          ({ source, target }) =>
            source === fields.get("source_lang") && target === fields.get("target_lang")?.split("-")[0],
        );
      return dictionary?.entries ?? new Map();
    },
    answer: ({ method, path, fields }) => {
      const id = path.split("/")[3];
      if (id === undefined && method === "GET") return json(200, { glossaries: all.map(describe) });
      if (id === undefined && method === "POST") {
        const dictionaries = readDictionaries(fields);
        const name = fields.get("name");
        if (typeof dictionaries === "string") return json(400, { message: `Bad request: ${dictionaries}` });
        if (!name) return json(400, { message: "Bad request: a glossary needs a name" });
        const stored = {
          id: `00000000-0000-4000-8000-${String((created += 1)).padStart(12, "0")}`,
          name,
          dictionaries,
        };
        all.push(stored);
        return json(201, describe(stored));
      }
      const index = all.findIndex((glossary) => glossary.id === id);
      if (index === -1) return json(404, { message: "Glossary not found" });
      if (method !== "DELETE") return json(405, { message: "The stand-in knows no other use of a glossary." });
      all.splice(index, 1);
      return { status: 204, body: "" };
    },
  };
}

function describe({ id, name, dictionaries }: Stored) {
  return {
    glossary_id: id,
    name,
    dictionaries: dictionaries.map(({ source, target, entries }) => ({
      source_lang: source,
      target_lang: target,
      entry_count: entries.size,
    })),
    creation_time: "2026-11-22T12:00:00.000Z",
  };
}

function readDictionaries(fields: URLSearchParams): Dictionary[] | string {
  const dictionaries: Dictionary[] = [];
  for (let index = 0; fields.has(`dictionaries[${index}].entries`); index += 1) {
    const field = (name: string): string => fields.get(`dictionaries[${index}].${name}`) ?? "";
    const [source, target] = [field("source_lang"), field("target_lang")];
    if (!languages.has(source) || !languages.has(target) || source === target) return "Unsupported language pair";
    if (field("entries_format") !== "tsv") return "Unknown format of entries";
    const entries = readEntries(field("entries"));
    if (typeof entries === "string") return entries;
    dictionaries.push({ source, target, entries });
  }
  return dictionaries.length === 0 ? "No dictionaries" : dictionaries;
}

function readEntries(tsv: string): Map<string, string> | string {
  const entries = new Map<string, string>();
  for (const line of tsv.split("\n")) {
    const [source, target, ...rest] = line.split("\t");
    if (source === undefined || target === undefined || rest.length > 0) return "An entry is two phrases";
    for (const phrase of [source, target])
      if (phrase === "" || phrase !== phrase.trim() || Buffer.byteLength(phrase) > 1024 || /\p{Cc}/u.test(phrase))
        return "A phrase is empty, too long, or has blanks or control characters";
    if (entries.has(source)) return "Duplicate source phrase";
    entries.set(source, target);
  }
  return entries;
}
