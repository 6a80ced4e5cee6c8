// Rule `tags`: a translation has the tags of its source, nested as well, and no marks of other programs.
import { expect, test } from "vitest";
import { findingsOf } from "./terms.ts";

const source = "Les <strong>dette</strong> og <a>svar</a><br/>nå.";

test.each([
  ["a tag is missing", "Read this and <a>answer</a><br/>now."],
  ["a tag too many", "Read <strong>this</strong> and <a>answer</a><br/><em>now</em>."],
  ["another tag", "Read <em>this</em> and <a>answer</a><br/>now."],
  ["a tag that is not closed", "Read <strong>this and <a>answer</a><br/>now."],
  ["tags that cross", "Read <strong>this and <a>answer</strong></a><br/>now."],
  ["attributes", 'Read <strong class="x">this</strong> and <a>answer</a><br/>now.'],
  ["no text in a tag", "Read <strong></strong>this and <a>answer</a><br/>now."],
])("%s", (_, translation) => {
  const found = findingsOf("tags", "en", source, translation);
  expect(found.length).toBeGreaterThan(0);
  for (const { start, end } of found) expect(0 <= start && start <= end && end <= translation.length).toBe(true);
});

test.each([
  ["the same tags", "Read <strong>this</strong> and <a>answer</a><br/>now."],
  ["in another order", "<a>Answer</a> and read <strong>this</strong><br/>now."],
])("%s are right", (_, translation) => {
  expect(findingsOf("tags", "en", source, translation)).toEqual([]);
});
