// What a browser may ask the server of the review page to change, read strictly.
import * as v from "valibot";
import { forbiddenCharacterIn } from "../characters.ts";
import type { ChangeAsked, WithdrawAsked } from "./api.ts";

/** No unit of a page is longer; a longer text is no work of a person. */
const longestText = 100_000;

const text = v.pipe(
  v.string(),
  v.maxLength(longestText),
  v.check((given) => forbiddenCharacterIn(given) === undefined && !/\r|\p{Cs}/u.test(given)),
);
const line = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((given) => !/\p{Cc}|\p{Cs}/u.test(given)),
);

const changeSchema = v.strictObject({
  page: v.string(),
  language: v.string(),
  unit: v.pipe(v.number(), v.integer(), v.minValue(0)),
  change: v.variant("kind", [
    v.strictObject({ kind: v.literal("save"), text }),
    v.strictObject({ kind: v.literal("approve"), text, name: line }),
    v.strictObject({ kind: v.literal("take-back") }),
    v.strictObject({ kind: v.literal("waive"), rule: line, reason: line }),
  ]),
});

const withdrawSchema = v.strictObject({
  page: v.string(),
  language: v.string(),
  by: v.optional(v.strictObject({ name: line, reason: line })),
});

/** Undefined for whatever is not a change. */
export function readChangeAsked(given: unknown): ChangeAsked | undefined {
  const { success, output } = v.safeParse(changeSchema, given);
  return success ? output : undefined;
}

export function readWithdrawAsked(given: unknown): WithdrawAsked | undefined {
  const { success, output } = v.safeParse(withdrawSchema, given);
  return success ? { ...output, by: output.by } : undefined;
}
