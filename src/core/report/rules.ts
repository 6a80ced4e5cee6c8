// What each rule says, in one sentence.
import type { RuleId } from "../finding.ts";

export const ruleTexts: Readonly<Record<RuleId, string>> = {
  "term-confused": "The text equates two concepts that are distinct from each other.",
  "term-deprecated": "The text uses a deprecated term.",
  "term-swapped": "The translation names a concept that is distinct from one of its source's.",
  "term-missing": "The source names a concept that the translation has no term for.",
  tags: "The tags of a translation differ from its source's, or do not nest.",
  number: "A number or a unit differs from the source.",
  laterality: "Left or right differs from the source.",
  negation: "The source is negated and the translation is not, or the other way round.",
  untranslated: "A text, or a part of it, is not translated.",
  bidi: "A text would be shown in another order than it is read.",
  length: "A translation is far too short or too long for its source.",
  quotes: "Quotation marks are not those of the language, or not in pairs.",
  whitespace: "Blanks or line breaks stand where they should not.",
  "doubled-word": "A word stands twice in a row.",
  inconsistent: "One text is translated in several ways.",
  "front-matter": "The front matter of a page cannot be used as it is.",
  "link-broken": "A link leads to a page, heading or address that is not there.",
  "alt-missing": "An image has no text for those who do not see it.",
  "heading-order": "Headings skip a level.",
};
