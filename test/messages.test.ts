// All that the product says: every message is used, and is a natural sentence in English and in Bokmål.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { en, help, lines, phrases } from "../src/core/messages/en.ts";
import { message, type MessageId } from "../src/core/messages/message.ts";
import { nb } from "../src/core/messages/nb.ts";
import { localeOf, sentence, type Locale } from "../src/core/messages/sentence.ts";

const source = fileURLToPath(new URL("../src/", import.meta.url));
const ids = Object.keys(en) as MessageId[];

/** The names and types of a message's values, as they stand in the file of English sentences. */
const valuesOf = new Map(
  [
    ...readFileSync(join(source, "core/messages/en.ts"), "utf8").matchAll(
      /^ {2}"([\w.-]+)": \(\s*(?:(?:\{[^{}]*\}|\w+): \{([^{}]*)\}\s*)?\) =>/gmu,
    ),
  ].map(([, id = "", types = ""]) => [
    id,
    [...types.matchAll(/(\w+): ([\w ]+(?:\[\])?)/gu)].map(([, name = "", type = ""]) => ({ name, type: type.trim() })),
  ]),
);

/** Values that no word of a sentence looks like. */
const mark = "⁂";
const samples = (type: string): unknown[] => {
  if (type === "number") return [0, 1, 2, 12, 1_000_000];
  if (type === "string" || type === "Said") return [mark];
  return [[mark], [mark, mark], [mark, mark, mark]];
};

/** A message said with all its sample values. */
function saidIn(locale: Locale, id: MessageId): string[] {
  const values = valuesOf.get(id) ?? [];
  const longest = Math.max(1, ...values.map(({ type }) => samples(type).length));
  return Array.from({ length: longest }, (_, at) => {
    const given = values.map(({ name, type }) => [name, samples(type)[Math.min(at, samples(type).length - 1)]]);
    const say = { en, nb }[locale][id] as (given: unknown) => string;
    return say(Object.fromEntries(given));
  });
}

/** The words of a message's own, without values, code and names of fields. */
const ownWords = (text: string): string[] =>
  text.replaceAll(/`[^`]*`|<[^>]*>|\b(?:term|heading|side|tag)-\w+/gu, " ").match(/\p{L}{2,}/gu) ?? [];

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/u.test(path) && !path.startsWith("core/messages/"));
const code = files.map((path) => readFileSync(join(source, path), "utf8")).join("\n");

test("the values of every message are known here", () => {
  expect([...valuesOf.keys()].toSorted()).toEqual(ids.toSorted());
});

test.each(ids)("%s is said somewhere", (id) => {
  const beginning = `\`${id.split(".")[0]}.\${`;
  const plural = id.replace(/s$/u, "");
  expect(code.includes(`"${id}"`) || code.includes(beginning), plural).toBe(true);
});

describe.each(["en", "nb"] as const)("in %s", (locale) => {
  test.each(ids)("%s is whole, and ends as its kind does", (id) => {
    for (const text of saidIn(locale, id)) {
      expect(text).not.toMatch(/undefined|\[object|NaN|\s$/u);
      expect(text.length).toBeGreaterThan(0);
      if (id in help || id === "report.write") continue;
      expect(text).not.toMatch(/^\s| {2}/u);
      if (id in phrases) expect(text, "a part of a sentence").toMatch(/[^.:;,]$/u);
      else if (!(id in lines)) expect(text, "a sentence").toMatch(/^(?:[\p{Lu}\d`<&⁂“«]|--|malvakt\.yaml ).*[.?]$/su);
    }
  });
});

/** Turns of phrase that no one says to another. */
const mannered =
  /\btake (?:it|them) (?:away|out)\b|\bno one sees\b|\banew\b|\botherwise than\b|\bstands? (?:here|twice|so|there)\b|(?<!there )\b(?:is|are) no (?!longer)|\bhas no place\b|\blose their way\b|\bwaives?\b|\bblanks?\b/iu;
const stiff = /\bstår twice|\bintet\b|\bidet\b|\bhvorvidt\b|\bei heller\b|\bvennligst\b|\bundertegnede\b/iu;
const english = /\b(?:the|is|are|this|that|which|with|and|not|has|have|must|be|of|in|a|an|to|it)\b/iu;
/** Words that both languages have, of which one alone shows nothing. */
const shared = /\b(?:is|be|in|a|an|to|has|status)\b/giu;

describe("the words are those of the field", () => {
  test.each(ids)("%s", (id) => {
    for (const text of saidIn("en", id)) expect(text).not.toMatch(mannered);
    for (const text of saidIn("nb", id)) {
      expect(text).not.toMatch(stiff);
      expect(ownWords(text).join(" ").replaceAll(shared, "")).not.toMatch(english);
    }
  });

  test("Bokmål is a language of its own", () => {
    const same = ids.filter((id) => {
      const [one = ""] = saidIn("en", id);
      return saidIn("nb", id)[0] === one && ownWords(one).length > 0;
    });
    expect(same.filter((id) => !id.startsWith("status.next."))).toEqual([
      "field.status",
      "field.type",
      "status.status",
    ]);
  });

  test("every language has a name in Bokmål", () => {
    for (const code of languageCodes) {
      const { name = "" } = languageOf(code) ?? {};
      const said = sentence(message("quotes.opening", { mark: "“", language: name }), "nb");
      expect(said).not.toContain(name);
    }
  });
});

test("a message within a message is said in the same language, and both survive JSON", () => {
  const side = message("side.named", { word: "left", side: message("side.left") });
  const whole = message("side.missing", { sides: [side, side] });
  const kept = JSON.parse(JSON.stringify(whole)) as typeof whole;
  expect(sentence(kept, "en")).toBe(
    "The source has “left” (left) and “left” (left), the translation names no such side.",
  );
  expect(sentence(kept, "nb")).toBe(
    "Kilden har «left» (venstre) og «left» (venstre), oversettelsen nevner ingen slik side.",
  );
});

test.each([
  ["nb_NO.UTF-8", "nb"],
  ["no", "nb"],
  ["nn_NO", "nb"],
  ["en_GB.UTF-8", "en"],
  ["C.UTF-8", "en"],
  ["POSIX", "en"],
  ["de_DE", undefined],
  ["", undefined],
])("%s asks for %s", (name, locale) => {
  expect(localeOf(name)).toBe(locale);
});
