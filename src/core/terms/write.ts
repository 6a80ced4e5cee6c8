// A termbase as YAML that people like to read: one line for each term. `readTermbase` gives the same termbase back.
import { stringify } from "yaml";
import type { Concept, Term, Termbase } from "./termbase.ts";

export function writeTermbase({ concepts }: Termbase): string {
  const head = "# One entry per concept; inflected forms and compounds are found by the checker.\n";
  if (concepts.length === 0) return `${head}concepts: []\n`;
  return `${head}concepts:\n${concepts.map((concept) => `  - ${writeConcept(concept, "    ")}`).join("")}`;
}

/** A concept as an item of a list; the lines after the first begin with `indent`. Ends in a line feed. */
export function writeConcept({ id, definition, distinctFrom, terms }: Concept, indent: string): string {
  const languages = Object.entries(terms);
  const lines = [
    `id: ${scalar(id)}`,
    ...block(
      "definition",
      Object.entries(definition).map(([language, text]) => `${scalar(language)}: ${scalar(text)}`),
    ),
    ...(distinctFrom.length > 0 ? [`distinctFrom: ${list(distinctFrom)}`] : []),
    languages.length === 0 ? "terms: {}" : "terms:",
    ...languages.flatMap(([language, entries]) =>
      entries.length === 0
        ? [`  ${scalar(language)}: []`]
        : [`  ${scalar(language)}:`, ...entries.map((term) => `    - ${writeTerm(term)}`)],
    ),
  ];
  return `${lines.join(`\n${indent}`)}\n`;
}

function writeTerm({ term, status, type, forms = [], family = [], note }: Term): string {
  const fields = [
    `term: ${scalar(term)}`,
    `status: ${status}`,
    ...(type === undefined ? [] : [`type: ${type}`]),
    ...(forms.length > 0 ? [`forms: ${list(forms)}`] : []),
    ...(family.length > 0 ? [`family: ${list(family)}`] : []),
    ...(note === undefined ? [] : [`note: ${scalar(note)}`]),
  ];
  return `{ ${fields.join(", ")} }`;
}

function block(key: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
}

function list(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(", ")}]`;
}

/** A text on one line, plain where YAML takes it so. What cannot be seen is written as an escape. */
function scalar(text: string): string {
  if (/[\p{C}\p{Zl}\p{Zp}]|^\p{M}/u.test(text)) return visible(JSON.stringify(text));
  const flow = stringify([text], { flow: true, ...oneLine, collectionStyle: "flow" }).trimEnd();
  return flow.slice(1, -1);
}

const oneLine = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

function visible(json: string): string {
  const escaped = json.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
  // A mark that combines would stand on the quotation mark.
  return escaped.replace(
    /^"(?=\p{M})(.)/u,
    (_, char: string) => `"\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
