// Which termbase each file of labelled sentences below test/terminology/ was written with.

/** @type {readonly [string, string][]} */
const others = [
  ["second/sentences.jsonl", "second/terms.yaml"],
  ["third/sentences.jsonl", "third/terms.yaml"],
  ["fifth/sentences.jsonl", "fifth/terms.yaml"],
  ["extra/west-joints.jsonl", "second/terms.yaml"],
  ["extra/nordic-joints.jsonl", "second/terms.yaml"],
  ["extra/naming-joints.jsonl", "second/terms.yaml"],
  ["extra/nordic-eyes.jsonl", "fourth/terms.yaml"],
  ["extra/naming-eyes.jsonl", "fourth/terms.yaml"],
  ["extra/naming-food.jsonl", "third/terms.yaml"],
  ["extra/renaming-general.jsonl", "fifth/terms.yaml"],
  ["blind/teeth.jsonl", "blind/teeth.yaml"],
];
const termbases = new Map(others);

/** @param {string} name */
export function termbaseOf(name) {
  return termbases.get(name) ?? "terms.yaml";
}
