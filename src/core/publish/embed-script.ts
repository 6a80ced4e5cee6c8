// The text of `embed.js`: the compiled program of src/embed/, and before it what it knows of the schema and of languages.
import { languageOf } from "../language/all.ts";
import type { Settings } from "../settings.ts";
import type { EmbedKnowledge } from "./embed-knowledge.ts";
import { publishedSchema } from "./kept.ts";

export function writeEmbedScript(program: string, settings: Settings): string {
  return `const malvakt=${JSON.stringify(embedKnowledge(settings))};\n${program}`;
}

function embedKnowledge({ source, languages }: Settings): EmbedKnowledge {
  const everywhere = attributesOf("*");
  const names = [...new Set(publishedSchema.tagNames)].toSorted();
  const codes = [source, ...Object.keys(languages)];
  return {
    attributes: everywhere,
    elements: Object.fromEntries(
      names.map((name) => [name, attributesOf(name).filter((attribute) => !everywhere.includes(attribute))]),
    ),
    words: Object.fromEntries(
      codes.flatMap((code) => {
        const words = languageOf(code)?.labels.embed;
        return words ? [[code, words]] : [];
      }),
    ),
  };
}

function attributesOf(element: string): string[] {
  const definitions = publishedSchema.attributes?.[element] ?? [];
  return [...new Set(definitions.map((one) => attributeName(typeof one === "string" ? one : one[0])))].toSorted();
}

/** The attribute of HTML that a property of a tree is written as. */
export function attributeName(property: string): string {
  if (property === "className") return "class";
  if (/^data[A-Z]/u.test(property)) return property.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return property.replace(/^aria(?=[A-Z])/u, "aria-").toLowerCase();
}
