// Rule `bidi`: in plain texts, which publishing can only write as they are, and in texts of a page.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkEntry } from "../../src/core/check/catalog.ts";
import { languageOf } from "../../src/core/language/all.ts";
import { findingsOf, testClean, testFindings } from "./rows.ts";

const nbsp = "\u00a0";
const isolated = (text: string): string => `\u2066${text}\u2069`;

describe("numbers that would be shown in another order", () => {
  testFindings("bidi", [
    ["nb ar", "Ring 22 33 44 55.", "اتصل على ⟨22 33 44 55⟩.", `22${nbsp}33${nbsp}44${nbsp}55`],
    ["nb ar", "Ring 22 33 44 55.", "اتصل على ⟨٢٢ ٣٣ ٤٤ ٥٥⟩.", `٢٢${nbsp}٣٣${nbsp}٤٤${nbsp}٥٥`],
    ["nb ar", "Ring +47 22 33 44 55.", "اتصل على ⟨+47 22 33 44 55⟩.", isolated("+47 22 33 44 55")],
    ["nb ar", "Ring (+47) 22 33 44 55.", "اتصل على ⟨(+47) 22 33 44 55⟩."],
    ["nb ar", "Det koster 10 000 kr.", "السعر ⟨10 000⟩ كرونة.", `10${nbsp}000`],
    ["nb ar", "I 6–8 uker.", "لمدة ⟨6–8⟩ أسابيع.", isolated("6–8")],
    ["nb ar", "Kl. 08.00–16.00.", "من ⟨08:00-16:00⟩ كل يوم.", isolated("08:00-16:00")],
    ["nb ar", "Ta 5–10 mg.", "تناول ⟨5–10 mg⟩ يوميا.", isolated("5–10 mg")],
    ["nb ar", "Ta 5 mg.", "تناول ⟨5 mg⟩ يوميا.", isolated("5 mg")],
    ["nb ar", "Det er -5 grader ute.", "الحرارة ⟨-5⟩ درجات في الخارج.", isolated("-5")],
    ["nb ar", "Gjør 3 × 10 øvelser.", "قم بـ ⟨3 × 10⟩ تمارين.", isolated("3 × 10")],
  ]);
  testClean([
    ["nb ar", "Ring 22 33 44 55.", `اتصل على ${isolated("22 33 44 55")}.`],
    ["nb ar", "Ring 22 33 44 55.", `اتصل على 22${nbsp}33${nbsp}44${nbsp}55.`],
    ["nb ar", "Sist endret 1/6/2022 kl. 10.30.", "آخر تحديث 1/6/2022 الساعة 10:30."],
    ["nb ar", "Ta 2,5 ml.", "تناول 2.5 مل."],
    ["nb ar", "Rundt 25 % blir bedre.", "يتحسن حوالي 25٪."],
    ["nb ar", "I 2020, 2021 og 2022.", "في 2020، 2021 و2022."],
    ["nb ar", "Vitamin B12 og COVID-19.", "فيتامين B12 و COVID-19."],
    ["nb en", "Ring 22 33 44 55.", "Call 22 33 44 55."],
  ]);
});

describe("numbers in a text of a page", () => {
  const [nb, ar] = [languageOf("nb"), languageOf("ar")];
  if (!nb || !ar) throw new Error("There is no data for the languages of this test.");
  const advice = (context: string, translation: string): (string | undefined)[] =>
    checkEntry({ context, source: "x", translation }, { source: nb, target: ar, termIndexes: undefined })
      .filter(({ ruleId }) => ruleId === "bidi")
      .map(({ start, end, expected }) => `${translation.slice(start, end)} -> ${expected[0]}`);

  test.each<[what: string, translation: string, found: string[]]>([
    ["publishing keeps in order", "اتصل على 22 33 44 55 أو +47 22 33 44 55.", []],
    ["within a tag too", "تناول <b>5–10 mg</b> لمدة <em>6–8</em> أسابيع.", []],
    ["and beside what is escaped", "22&#160;33&#32;44 &amp; 6–8", []],
    ["but not where tags part them", "اتصل على 22 <b>33</b> 44.", ["22 <b>33</b> 44 -> undefined"]],
    ["nor where a footnote does", "اتصل على 22 33<sup/> 44.", ["22 33<sup/> 44 -> undefined"]],
    ["nor what goes its own way by itself", "اتصل على ٢٢ ٣٣.", [`٢٢ ٣٣ -> ٢٢${nbsp}٣٣`]],
  ])("%s", (_, translation, found) => {
    expect(advice("", translation)).toEqual(found);
    expect(advice("context:k", translation)).toEqual(found);
  });

  test.each(["title", "description", "alt", "link-title", "title-attribute"])("a %s can hold no element", (context) => {
    expect(advice(context, "لمدة 6–8 أسابيع")).toEqual([`6–8 -> ${isolated("6–8")}`]);
  });
});

describe("marks that reorder unseen", () => {
  testFindings("bidi", [
    ["nb en", "Ring oss.", "Call ⟨\u202eus\u202c⟩.", "us"],
    ["nb en", "Ring oss.", "Call ⟨\u202dus\u202c⟩.", "us"],
    ["nb en", "Ring oss.", "Call ⟨\u2067⟩us.", ""],
    ["nb en", "Ring oss.", "Call us⟨\u202c⟩.", ""],
    ["nb en", "Ring oss.", "Call us⟨\u2069⟩.", ""],
    ["nb en", "Ring oss (nå).", "Call ⟨\u2067us (now)\u2069⟩.", "us (now)"],
    ["nb en", "Ring oss på 22 33.", "Call us on ⟨\u200f⟩22 33.", ""],
    ["nb de", "Ring oss.", "Rufen ⟨\u202buns\u202c⟩ an.", "uns"],
    ["nb ar", "Ring oss.", "اتصل ⟨\u202eبنا\u202c⟩.", "بنا"],
    ["nb ar", "Ring oss.", "اتصل ⟨\u2066⟩بنا.", ""],
  ]);
  testClean([
    ["nb en", "Ring oss (nå).", "Call us\u200e (now)."],
    ["nb en", "Ring oss (nå).", "Call \u2066us\u2069 (now)."],
    ["nb ar", "Ring oss på IMS.", "اتصل بنا في \u2066IMS\u2069."],
  ]);
});

const sign = fc.constantFrom(
  ..."اتصل|على|في|mg|IMS|22|33|44|5|10 000|+47|-5|6–8|08:00-16:00|1/6/2022|٢٥|٢٢ ٣٣| |. |، |(|)|\u2066|\u2067|\u2068|\u2069|\u202a|\u202b|\u202c|\u202e|\u200e|\u200f|\n".split(
    "|",
  ),
);

test("law: what is proposed passes, in any text and language", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("nb ar", "nb en", "nb uk"),
      fc.array(sign, { maxLength: 14 }).map((signs) => signs.join("")),
      (languages, text) => {
        let fixed = text;
        const own = (): ReturnType<typeof findingsOf> =>
          findingsOf(languages, "x", fixed).filter(({ ruleId }) => ruleId === "bidi");
        // From the end, so that places before stay; what a mark reordered may be found only when it is gone.
        for (let round = 0; round < 6; round += 1)
          for (const { start, end, expected } of own().toReversed())
            if (expected[0] !== undefined) fixed = fixed.slice(0, start) + expected[0] + fixed.slice(end);
        expect(own().filter(({ expected }) => expected.length > 0)).toEqual([]);
        // Only blanks and marks change.
        const seen = (one: string): string => one.replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\s]/gu, "");
        expect(seen(fixed)).toBe(seen(text));
      },
    ),
    { numRuns: 2000 },
  );
});
