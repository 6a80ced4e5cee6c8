// A language as people write its code: the one it means, and the schema for all files in which one stands.
import * as v from "valibot";
import { message, type Message } from "../messages/message.ts";
import { must } from "../yaml.ts";
import { languageCodes, languageOf } from "./all.ts";

/** Codes of Norwegian that leave its written form open, or come from longer lists: Bokmål, unless they say otherwise. */
const norwegian: ReadonlyMap<string, string> = new Map([
  ...["no", "nor", "nob", "norsk", "norwegian", "bokmål"].map((word) => [word, "nb"] as const),
  ...["nno", "nynorsk"].map((word) => [word, "nn"] as const),
]);

/** The code that is meant by another way of writing it: `no`, `EN`, `en_gb`, `Deutsch`. */
export function codeMeant(written: string): string | undefined {
  const folded = written.trim().toLowerCase().replaceAll("_", "-");
  const [base = "", ...rest] = folded.split("-");
  const known = norwegian.get(base);
  if (known !== undefined) return known;
  const parts = rest.map((part) => (part.length === 2 ? part.toUpperCase() : part));
  const code = [base, ...parts].join("-");
  if (languageOf(code)) return code;
  return languageCodes.find((one) => {
    const language = languageOf(one);
    return language?.name.toLowerCase() === folded || language?.ownName.toLowerCase() === folded;
  });
}

/** A code of a language that there is data for. */
export const languageCode = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || languageOf(dataset.value)) return;
    const meant = codeMeant(dataset.value);
    addIssue({
      message: must(message("must.be-language", { known: languageCodes }), meant === undefined ? [] : [meant]),
    });
  }),
);

/** What to say of a code that there are no data for. */
export function languageUnknown(language: string): Message {
  return message("cli.language-unknown", { language, meant: codeMeant(language), known: languageCodes });
}
