// Rule `inconsistent`.
import { describe, expect, test } from "vitest";
import { checkConsistency } from "../../src/core/check/pair/consistent.ts";
import { message } from "../../src/core/messages/message.ts";

describe("inconsistent", () => {
  const entry = (
    source: string,
    translation: string,
    context = "",
  ): { context: string; source: string; translation: string } => ({
    context,
    source,
    translation,
  });

  test("the rarer translation of a text is reported with the more frequent one", () => {
    const rare = entry("bestill  time", "Make an appointment");
    const found = checkConsistency([
      rare,
      entry("Bestill time", "Book an appointment"),
      entry("Bestill time", "Book an appointment"),
      entry("Les mer", "Read more"),
    ]);
    expect(found).toEqual([
      {
        entry: rare,
        finding: {
          ruleId: "inconsistent",
          start: 0,
          end: 19,
          reason: message("consistent.other", { source: "bestill time", translation: "Book an appointment" }),
          expected: ["Book an appointment"],
        },
      },
    ]);
  });

  test("of two translations none is right by itself, and the later place is named", () => {
    const title = entry("Bestill time", "Bok an appointment", "title");
    const heading = entry("Bestill time", "Book an appointment");
    expect(checkConsistency([title, heading])).toEqual([
      {
        entry: heading,
        finding: {
          ruleId: "inconsistent",
          start: 0,
          end: 19,
          reason: message("consistent.either", { source: "Bestill time", translation: "Bok an appointment" }),
          expected: [],
        },
      },
    ]);
  });

  test("what to write is written as the place writes it", () => {
    const heading = entry("Smerter og plager", "Pain and problems");
    const title = entry("Smerter og plager", "Pain & problems", "title");
    const found = checkConsistency([title, { ...title }, heading]);
    expect(found.map(({ finding }) => finding.expected)).toEqual([["Pain &amp; problems"]]);
  });

  test.each([
    ["an & in a title and in a heading", [entry("A & B", "C & D", "title"), entry("A &amp; B", "C &#38; D")]],
    ["case and blanks", [entry("IMS", "IMS"), entry("ims", "ims ")]],
    ["no translation yet", [entry("Time", "Appointment"), entry("Time", "")]],
    ["kept apart by the author", [entry("Time", "Hour", "context:a"), entry("Time", "Appointment", "context:b")]],
    ["slugs", [entry("ims", "ims", "slug"), entry("ims", "dry-needling", "slug")]],
  ])("%s is no difference", (_, entries) => {
    expect(checkConsistency(entries)).toEqual([]);
  });
});
