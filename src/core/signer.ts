// Names of people who sign: a signature means a person, and is written into files that others read.
import { nameOf } from "./characters.ts";
import { message, type Message } from "./messages/message.ts";

export type Signer = { name: string; problem: undefined } | { name: undefined; problem: Message };

/** A name as it may stand in a signature, or why it may not. */
export function readSigner(given: string): Signer {
  const name = given.trim().replaceAll(/\s+/gu, " ").normalize("NFC");
  const problem = problemIn(name);
  return problem === undefined ? { name, problem } : { name: undefined, problem };
}

function problemIn(name: string): Message | undefined {
  if (name === "") return message("name.empty");
  const unseen = /\p{C}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u.exec(name)?.[0];
  if (unseen !== undefined) return message("name.invisible", { name: nameOf(unseen) });
  const odd = /[^\p{L}\p{M}\p{Nd} .,'’()&/‐-]/u.exec(name)?.[0];
  if (odd !== undefined) return message("name.sign", { sign: odd });
  if (name.normalize("NFKC") !== name) return message("name.unusual-form");
  const scripts = scriptsIn(name);
  if (scripts.length > 1) return message("name.scripts", { scripts: scripts.join(", ") });
  const short = /\p{Lo}/u.test(name) ? /\p{L}[^\p{L}]*\p{L}/u : /\p{L}\p{M}*\p{L}/u;
  if (!short.test(name)) return message("name.short");
  return isProgram(name) ? message("name.program") : undefined;
}

/** Programs by whatever stands after their names, and words that are programs only when they stand alone. */
const programs =
  /^(?:deepl|apertium|chatgpt|gpt|openai|llm|copilot|gemini|google (?:translate|oversett))(?![\p{L}\p{M}])/iu;
const words = new Set(
  "ai ki a.i. bot claude google engine machine maskin memory minne mt pseudo malvakt målvakt anonymous anonym unknown ukjent".split(
    " ",
  ),
);

function isProgram(name: string): boolean {
  return programs.test(name) || words.has(name.toLowerCase());
}

/** Scripts whose letters look like those of others, and those that Japanese, Korean and Chinese names put together. */
const scriptOf: [script: string, letters: RegExp][] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["East Asian", /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}/u],
];
const someScript = /\p{Script=Common}|\p{Script=Inherited}/u;

function scriptsIn(name: string): string[] {
  const scripts = new Set<string>();
  for (const [letter] of name.matchAll(/\p{L}/gu)) {
    const script = scriptOf.find(([, letters]) => letters.test(letter))?.[0];
    if (script !== undefined) scripts.add(script);
    else if (!someScript.test(letter)) scripts.add("another");
  }
  return [...scripts];
}
