// What a termbase is: concepts, and the terms that name them in each language.
import * as v from "valibot";
import { languageCode } from "../language/code.ts";
import { message } from "../messages/message.ts";
import { mapping, must } from "../yaml.ts";

const oneLine = v.pipe(
  v.string(),
  v.check((text) => /[\p{L}\p{N}]/u.test(text), must(message("must.have-words"))),
  v.check((text) => !/\p{Cc}/u.test(text), must(message("must.be-one-line"))),
);

const term = mapping({
  // Dictionary form; inflected forms and compounds are found, not listed.
  term: oneLine,
  status: v.picklist(["preferred", "admitted", "deprecated"]),
  // An abbreviation is matched with its case.
  type: v.optional(v.picklist(["abbreviation"])),
  // Irregular forms, as they stand in text.
  forms: v.optional(v.array(oneLine)),
  // Words of other classes that stand for it in a translation: "refer" for a referral.
  family: v.optional(v.array(oneLine)),
  note: v.optional(v.string()),
});

const byLanguage = <Value extends v.GenericSchema>(value: Value) => v.record(languageCode, value);

const concept = mapping({
  id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_.-]+$/u, must(message("must.be-concept-id")))),
  definition: v.optional(byLanguage(v.string()), {}),
  // Ids of the concepts that must never be equated with this one.
  distinctFrom: v.optional(v.array(v.string()), []),
  terms: byLanguage(v.array(term)),
});

export const termbaseSchema = mapping({ concepts: v.array(concept) });

export type Term = v.InferOutput<typeof term>;
export type TermStatus = Term["status"];
export type Concept = v.InferOutput<typeof concept>;
export type Termbase = v.InferOutput<typeof termbaseSchema>;
