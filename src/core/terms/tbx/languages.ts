// Languages of a TBX file: what each code of the file is here.
import { languageOf } from "../../language/all.ts";
import { message } from "../../messages/message.ts";
import { elementsIn, type XmlElement } from "../../xml.ts";
import type { Remarks } from "./remarks.ts";

/**
 * The code here of each code in the file, undefined for an unknown language. Other tools write a region with every
 * language (nb-NO); where it tells nothing apart it is left away, since the terms of nb-NO would not be found for nb.
 */
export function languageCodesOf(root: XmlElement, own: boolean, remarks: Remarks): Map<string, string | undefined> {
  const places = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    const language = element.attributes.get("xml:lang");
    if (language !== undefined && (element.name !== "tbx" || !places.has(language))) places.set(language, element);
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  if (own) return new Map([...places.keys()].map((code) => [code, languageOf(code) && code]));
  const regular = new Map([...places.keys()].map((code) => [code, regularCode(code)]));
  const used = new Set(
    [...places].filter(([, { name }]) => name === "langSec").map(([code]) => regular.get(code) ?? ""),
  );
  const codes = new Map<string, string | undefined>();
  for (const [written, code] of regular) {
    const base = code.split("-")[0] ?? "";
    const alone = [...used].every((other) => other === code || other.split("-")[0] !== base);
    const taken = alone ? base : code;
    const known = languageOf(taken) ? taken : undefined;
    codes.set(written, known);
    const place = places.get(written);
    if (place && known !== undefined && known !== written)
      remarks.tell(`language ${written}`, place, message("tbx.language-read-as", { written, language: known }));
  }
  return codes;
}

/** A code as it is usually written; plain Norwegian is Bokmål. */
function regularCode(code: string): string {
  const [base = "", ...rest] = code.split(/[-_]/u);
  const language = base.toLowerCase() === "no" ? "nb" : base.toLowerCase();
  return [language, ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join("-");
}
