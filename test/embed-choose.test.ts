// In which language an element shows its page: the first wish that the site can fulfil, in one order.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matching, wishedLanguage, type Wishes } from "../src/embed/choose.ts";

const known = ["nb", "nn", "en-GB", "uk", "ar"];
const nothing: Wishes = { element: null, around: null, chosen: null, browser: [] };

describe("a tag of a language finds", () => {
  test.each([
    ["itself", "uk", "uk"],
    ["itself in other letters", "AR", "ar"],
    ["the language without its region", "uk-UA", "uk"],
    ["the language without its script and region", "uk-Cyrl-UA", "uk"],
    ["the region that there is", "en", "en-GB"],
    ["another region", "en-US", "en-GB"],
    ["Bokmål for Norwegian", "no-NO", "nb"],
    ["Nynorsk for itself", "nn-NO", "nn"],
    ["nothing", "fr", undefined],
    ["nothing for a language whose code only begins alike", "ukx", undefined],
    ["nothing for no tag", "", undefined],
  ])("%s: %s", (_, tag, code) => {
    expect(matching(tag, known)).toBe(code);
  });
});

describe("the wished language", () => {
  test.each<[string, Partial<Wishes>, string | undefined]>([
    ["is the element's", { element: "uk", around: "nb", chosen: "ar", browser: ["nn"] }, "uk"],
    ["is that of the page around", { around: "nb", chosen: "ar", browser: ["nn"] }, "nb"],
    ["is what the visitor chose", { chosen: "ar", browser: ["nn"] }, "ar"],
    ["is the browser's first", { browser: ["fr", "nn", "ar"] }, "nn"],
    ["is the browser's first in which the page is there", { browser: ["uk", "en", "nb"] }, "en-GB"],
    ["is the browser's first where the page is in none of them", { browser: ["fr", "uk"] }, "uk"],
    ["is not what the site has not", { element: "fr", around: "de", chosen: "", browser: ["ar"] }, "ar"],
    ["is the visitor's where the element says so", { element: "auto", around: "nb", chosen: "ar" }, "ar"],
    ["is the browser's where the element says so", { element: "auto", around: "nb", browser: ["uk"] }, "uk"],
    ["is none where no one wishes", {}, undefined],
  ])("%s", (_, wishes, wished) => {
    expect(wishedLanguage({ ...nothing, ...wishes }, known, ["nb", "nn", "en-GB", "ar"])).toBe(wished);
  });

  test("is always one of the site's, whatever anyone wrote", () => {
    const tag = fc.oneof(fc.string(), fc.constantFrom(...known, "no", "en-US", "__proto__", "auto"));
    const maybe = fc.option(tag);
    fc.assert(
      fc.property(maybe, maybe, maybe, fc.array(tag), (element, around, chosen, browser) => {
        const wished = wishedLanguage({ element, around, chosen, browser }, known, ["nb"]);
        expect([...known, undefined]).toContain(wished);
      }),
    );
  });
});
