// Names of people who sign: a signature means a person, and is written into files that others read.

export type Signer = { name: string; problem: undefined } | { name: undefined; problem: string };

/** A name as it may stand in a signature, or why it may not. */
export function readSigner(given: string): Signer {
  const name = given.trim().replaceAll(/\s+/gu, " ").normalize("NFC");
  const problem = problemIn(name);
  return problem === undefined ? { name, problem } : { name: undefined, problem };
}

function problemIn(name: string): string | undefined {
  if (name === "") return "it is empty";
  const unseen = /\p{C}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/u.exec(name)?.[0];
  if (unseen !== undefined)
    return `it holds a character that no one sees (U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
  const odd = /[^\p{L}\p{M}\p{Nd} .,'’()&/‐-]/u.exec(name)?.[0];
  if (odd !== undefined) return `a name holds no ${odd}`;
  if (name.normalize("NFKC") !== name) return "it has letters of an unusual form; type it anew";
  const scripts = scriptsIn(name);
  if (scripts.length > 1) return `it mixes letters of two scripts (${scripts.join(", ")})`;
  const short = /\p{Lo}/u.test(name) ? /\p{L}[^\p{L}]*\p{L}/u : /\p{L}\p{M}*\p{L}/u;
  if (!short.test(name)) return "it is too short to say who it is";
  return isProgram(name) ? "that is no person; a person who has read the texts signs them" : undefined;
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
