// A termbase as TBX-Basic: version 3, DCA style (ISO 30042:2019), or version 2 for programs that know no other.
import { message, type Message } from "../../messages/message.ts";
import { escapeXml, unwritableIn } from "../../xml.ts";
import type { Concept, Term, Termbase } from "../termbase.ts";
import {
  conventions,
  distinct,
  familyPrefix,
  formPrefix,
  namesOf,
  namespace,
  noLanguage,
  notePrefix,
  origin,
  statusWords,
  xmlId,
  type TbxVersion,
} from "./conventions.ts";

/** Writes a termbase; `readTbx` gives it back. `problems` names what XML cannot hold; then there is no text. */
export function writeTbx(
  termbase: Termbase,
  version: TbxVersion = 3,
): { text: string | undefined; problems: Message[] } {
  const problems = termbase.concepts.flatMap(unwritable);
  if (problems.length > 0) return { text: undefined, problems };
  const names = namesOf[version];
  const entries = termbase.concepts.flatMap((concept) => conceptEntry(concept, names));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...startOf[version],
    `  <${names.header}>`,
    "    <fileDesc>",
    `      <sourceDesc><p>${origin}</p></sourceDesc>`,
    "    </fileDesc>",
    "    <encodingDesc>",
    ...conventions.map((line) => `      <p>${escapeXml(line)}</p>`),
    "    </encodingDesc>",
    `  </${names.header}>`,
    ...(entries.length === 0 ? ["  <text/>"] : ["  <text>", "    <body>", ...entries, "    </body>", "  </text>"]),
    `</${names.root}>`,
  ];
  return { text: `${lines.join("\n")}\n`, problems };
}

const startOf: Readonly<Record<TbxVersion, string[]>> = {
  2: ['<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">', '<martif type="TBX-Basic" xml:lang="en">'],
  3: [`<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="${namespace}">`],
};

type Names = (typeof namesOf)[TbxVersion];

function conceptEntry({ id, definition, distinctFrom, terms }: Concept, names: Names): string[] {
  const languages = Object.entries(terms);
  // A language section must have a term, so the definition of a language without terms belongs to the concept.
  const general = Object.entries(definition).filter(([language]) => !Object.hasOwn(terms, language));
  return [
    `      <${names.entry} id="${xmlId(id)}">`,
    ...general.map(
      ([language, text]) =>
        `        <descrip type="definition" xml:lang="${escapeXml(language)}">${escapeXml(text)}</descrip>`,
    ),
    ...distinctFrom.map((other) => `        <ref type="crossReference" target="${xmlId(other)}">${distinct}</ref>`),
    ...(languages.length === 0 ? languageSection(noLanguage, undefined, [], names) : []),
    ...languages.flatMap(([language, list]) =>
      languageSection(language, Object.hasOwn(definition, language) ? definition[language] : undefined, list, names),
    ),
    `      </${names.entry}>`,
  ];
}

function languageSection(
  language: string,
  definition: string | undefined,
  terms: readonly Term[],
  names: Names,
): string[] {
  return [
    `        <${names.language} xml:lang="${escapeXml(language)}">`,
    ...(definition === undefined ? [] : [`          <descrip type="definition">${escapeXml(definition)}</descrip>`]),
    ...(terms.length === 0
      ? [`          <${names.term}><term/></${names.term}>`]
      : terms.flatMap((term) => termSection(term, names))),
    `        </${names.language}>`,
  ];
}

function termSection({ term, status, type, forms = [], family = [], note }: Term, names: Names): string[] {
  const ambiguous = [formPrefix, familyPrefix, notePrefix].some((prefix) => note?.startsWith(prefix));
  const notes = [
    ...forms.map((form) => `${formPrefix}${form}`),
    ...family.map((word) => `${familyPrefix}${word}`),
    ...(note === undefined ? [] : [ambiguous ? `${notePrefix}${note}` : note]),
  ];
  return [
    `          <${names.term}>`,
    `            <term>${escapeXml(term)}</term>`,
    ...(type === undefined ? [] : [`            <termNote type="termType">${type}</termNote>`]),
    `            <termNote type="administrativeStatus">${statusWords[status]}</termNote>`,
    ...notes.map((text) => `            <note>${escapeXml(text)}</note>`),
    `          </${names.term}>`,
  ];
}

function unwritable({ id, definition, terms }: Concept): Message[] {
  const texts: [part: Message, text: string][] = [
    ...Object.entries(definition).map(([language, text]): [Message, string] => [
      message("tbx.a-definition", { language }),
      text,
    ]),
    ...Object.values(terms)
      .flat()
      .flatMap(({ term, forms = [], family = [], note = "" }): [Message, string][] => [
        [message("tbx.a-term", { term }), term],
        ...[...forms, ...family].map((form): [Message, string] => [message("tbx.a-form", { term }), form]),
        [message("tbx.a-note", { term }), note],
      ]),
  ];
  const codes = [...new Set([...Object.keys(definition), ...Object.keys(terms)])];
  return [
    ...texts.flatMap(([part, text]) => {
      const character = unwritableIn(text);
      return character === undefined ? [] : [message("tbx.unwritable", { id, part, character })];
    }),
    ...codes
      .filter((code) => !/^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/u.test(code))
      .map((code) => message("tbx.language-code", { id, code })),
  ];
}
