import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTermbase } from "../../src/core/terms/read.ts";
import { writeTbx } from "../../src/core/terms/tbx/write.ts";
import { anyTermbase } from "../termbases.ts";

/** What xmllint says of a text; nothing if it is well-formed. */
function xmllint(text: string, ...options: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync("xmllint", ["--nonet", ...options, "-"], {
    input: text,
    encoding: "utf8",
  });
  return { code: status, out: stdout, said: stderr };
}

const path = new URL("../terminology/terms.yaml", import.meta.url);
const { termbase } = readTermbase(readFileSync(path, "utf8"));
const written = writeTbx(termbase ?? { concepts: [] }).text ?? "";

describe("a TBX file, by libxml2", () => {
  it("is well-formed", () => {
    expect(xmllint(written, "--noout")).toEqual({ code: 0, out: "", said: "" });
  });

  it("is well-formed whatever the termbase holds, and its ids are XML names", () => {
    fc.assert(
      fc.property(anyTermbase, (any) => {
        const text = writeTbx(any).text ?? "";
        const ids = "<!ATTLIST conceptEntry id ID #REQUIRED><!ATTLIST ref target IDREF #IMPLIED>";
        const withIds = text.replace("?>\n", `?>\n<!DOCTYPE tbx [${ids}]>\n`);
        // A validating parser knows that an id is a name, once in a file, and that a reference leads to one.
        const { said } = xmllint(withIds, "--noout", "--valid");
        expect(said.split("\n").filter((line) => /error/u.test(line) && !/No declaration/u.test(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  // The schemas of TBX-Basic have no licence that would let them stand here, so this says what they demand.
  it.each([
    ["entries without a language", "//*[local-name()='conceptEntry'][not(*[local-name()='langSec'])]"],
    ["languages without a term", "//*[local-name()='langSec'][not(*[local-name()='termSec'])]"],
    ["sections that do not begin with their term", "//*[local-name()='termSec'][not(*[1][local-name()='term'])]"],
    ["notes before a term note", "//*[local-name()='termNote'][preceding-sibling::*[local-name()='note']]"],
    [
      "languages before what is said of the concept",
      "//*[local-name()='langSec'][following-sibling::*[local-name()!='langSec']]",
    ],
    [
      "unknown types",
      "//*[@type][not(contains(' TBX-Basic definition crossReference termType administrativeStatus ', concat(' ', @type, ' ')))]",
    ],
    [
      "unknown statuses",
      "//*[@type='administrativeStatus'][not(contains(' preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts ', concat(' ', ., ' ')))]",
    ],
    ["references to nothing", "//*[@target][not(@target = //*/@id)]"],
    ["elements of another namespace", "//*[namespace-uri() != 'urn:iso:std:iso:30042:ed-2']"],
  ])("has no %s", (_, query) => {
    expect(xmllint(written, "--xpath", `count(${query})`).out.trim()).toBe("0");
  });

  it("holds every term once", () => {
    const count = (termbase?.concepts ?? []).flatMap(({ terms }) => Object.values(terms).flat()).length;
    expect(xmllint(written, "--xpath", "count(//*[local-name()='term'])").out.trim()).toBe(String(count));
  });
});
