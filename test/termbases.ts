// Termbases from pieces that are hard to carry: markup, marks that combine, signs beyond the first plane, both directions.
import fc from "fast-check";
import type { Concept, Term, Termbase } from "../src/core/terms/termbase.ts";

const pieces = fc.constantFrom(
  ..."abcåøæÅßññ <>&\"'`#:,-[]{}|!%@*?~=\\/._–—…«»“”\u00A0\u00AD\u200B\u200D\u200E\u200F\u202E\u2028\uFEFF0129²½".split(
    "",
  ),
  ..."👩🏽‍⚕️ 🦴 𝒳 אקופונקטורה علاج بالإبر голка e\u0301 नी \u0301 null true ~ - ]]> <!-- &amp; <![CDATA[ _x0041_ form: note:".split(
    " ",
  ),
);
const anyText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
/** What a termbase takes as a term: a line with a letter or a digit. */
const word = anyText.map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `${text}a`));
const prose = fc
  .array(fc.oneof(pieces, fc.constantFrom("\n", "\t", "\r\n", "  ", "\n\n  ")), { maxLength: 12 })
  .map((parts) => parts.join(""));
const id = fc
  .array(fc.constantFrom(..."abcæøå_-.x0A1²½ªµ٣йЖ漢".split(""), "_x0041_", "_x"), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""));
const language = fc.constantFrom("nb", "nn", "en", "en-GB", "en-US", "de", "ar", "uk");

const term: fc.Arbitrary<Term> = fc
  .record(
    {
      term: word,
      status: fc.constantFrom("preferred" as const, "admitted" as const, "deprecated" as const),
      type: fc.constant("abbreviation" as const),
      forms: fc.array(word, { minLength: 1, maxLength: 3 }),
      family: fc.array(word, { minLength: 1, maxLength: 3 }),
      note: prose,
    },
    { requiredKeys: ["term", "status"] },
  )
  .map((value) => value);

/** Each word once for a concept, as a termbase has it. */
const terms = fc.dictionary(
  language,
  fc.uniqueArray(term, {
    maxLength: 4,
    selector: ({ term: name, type }) => {
      const folded = name.normalize("NFC").replaceAll(/\s+/gu, " ");
      return type === "abbreviation" ? folded : folded.toLowerCase();
    },
  }),
);

const concept: fc.Arbitrary<Concept> = fc.record({
  id,
  definition: fc.dictionary(language, prose),
  distinctFrom: fc.constant([]),
  terms,
});

/** Terms of different concepts are made different, since a word cannot name two things that are kept apart. */
export const anyTermbase: fc.Arbitrary<Termbase> = fc
  .tuple(
    fc.uniqueArray(concept, { maxLength: 5, selector: (one) => one.id }),
    fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 4 }),
  )
  .map(([concepts, pairs]) => {
    const numbered = concepts.map((one, index) => ({
      ...one,
      distinctFrom: [] as string[],
      terms: Object.fromEntries(
        Object.entries(one.terms).map(([code, list]) => [
          code,
          list.map((each) => ({ ...each, term: `${each.term}q${index}` })),
        ]),
      ),
    }));
    for (const [a, b] of pairs) {
      const [one, other] = [numbered[a], numbered[b]];
      if (one && other && one !== other && !one.distinctFrom.includes(other.id)) one.distinctFrom.push(other.id);
    }
    return { concepts: numbered };
  });
