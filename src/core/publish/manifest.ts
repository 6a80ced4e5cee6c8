// The manifest, `dist/manifest.json`: what a site needs to know of each page in each language. Output only.
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";

const describe = v.description;
const text = v.string();
// JSON Schema knows no flags of regular expressions.
/* oxlint-disable require-unicode-regexp */
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const hexDigest = /^[\da-f]{64}$/;
const integrity = /^sha256-[A-Za-z\d+/]{43}=$/;
const date = v.pipe(text, v.regex(isoDate));

const heading = v.strictObject({
  depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6), describe("1 to 6, as in h1 to h6")),
  id: v.pipe(text, describe("Its id, the same in every language; where it is left out, the article has it")),
  text: v.pipe(text, describe("Its words, without markup")),
});

const published = {
  path: v.pipe(text, describe("Path of the fragment, relative to this file")),
  body: v.optional(
    v.pipe(text, describe("Path of the fragment without the page's own heading (publish.heading: both)")),
  ),
  head: v.pipe(
    text,
    describe(
      "Path of what belongs into the head of the page, relative to this file. Its parts begin with <!-- malvakt: title -->, <!-- malvakt: links --> and <!-- malvakt: data -->",
    ),
  ),
  above: v.pipe(
    text,
    describe(
      "Path of what stands above the fragment: the menu of languages, and of a stale page the notice. Its parts begin with <!-- malvakt: menu --> and, where there is one, <!-- malvakt: notice -->",
    ),
  ),
  embed: v.pipe(
    text,
    describe("Path of the fragment to be pasted, with the script that keeps it up to date, relative to this file"),
  ),
  frame: v.pipe(text, describe("Path of the fragment as a whole page for an iframe, relative to this file")),
  url: v.pipe(text, describe("Address of the page, as pages of the site link to it: new URL(url, site) is the whole")),
  title: v.pipe(text, describe("Plain text: escape it where you write it into HTML")),
  description: v.optional(v.pipe(text, describe("Plain text, for search engines"))),
  sha256: v.pipe(text, v.regex(hexDigest), describe("SHA-256 of the fragment, in hex: changes when it does")),
  integrity: v.pipe(text, v.regex(integrity), describe("The same for fetch(url, { integrity })")),
  date: v.optional(v.pipe(date, describe("The page's own date, from its front matter"))),
  approved: v.optional(
    v.pipe(
      v.strictObject({
        date: v.pipe(date, describe("Of the latest approval")),
        names: v.optional(
          v.pipe(v.array(text), describe("Who approved the translation; only with `publish.byline` in the settings")),
        ),
      }),
      describe("Who answers for the translation; not in the source language"),
    ),
  ),
  alternates: v.pipe(
    v.record(text, text),
    describe("Its `url` in every language in which it is published, this one included, by language code"),
  ),
  headings: v.array(heading),
  order: v.optional(v.pipe(v.number(), describe("Place in menus, from the front matter"))),
  data: v.pipe(
    v.record(text, v.unknown()),
    describe(
      "Author, category, image, reviewed, and every key of the front matter that is not ours, as it was written. An image has src, the address at which it is published, alt, and width and height in pixels where it is a file of the project",
    ),
  ),
};

const entry = v.variant("status", [
  v.strictObject({
    status: v.pipe(v.literal("source"), describe("The page in the language that it was written in")),
    ...published,
  }),
  v.strictObject({ status: v.pipe(v.literal("approved"), describe("An approved translation")), ...published }),
  v.strictObject({
    status: v.pipe(v.literal("stale"), describe("The last version: a newer one is not ready to be published")),
    reason: v.pipe(text, describe("Why there is no newer version, in English, for you")),
    notice: v.pipe(text, describe("What to tell readers, in the page's language, as plain text")),
    ...published,
  }),
  v.strictObject({
    status: v.pipe(v.literal("withheld"), describe("Not published in this language")),
    reason: v.pipe(text, describe("Why it is not published, in English, for you")),
  }),
]);

const manifest = v.pipe(
  v.strictObject({
    $schema: text,
    version: v.literal(2),
    site: v.optional(v.pipe(text, describe("Scheme and host of the site, where the settings say it"))),
    source: v.pipe(text, describe("Code of the language that pages are written in")),
    languages: v.pipe(
      v.record(
        text,
        v.strictObject({
          name: v.pipe(text, describe("The language's name in itself, for menus")),
          dir: v.pipe(v.picklist(["ltr", "rtl"]), describe("Direction of writing, for the dir attribute")),
        }),
      ),
      describe("By language code, as in the lang attribute"),
    ),
    pages: v.pipe(
      v.record(text, v.record(text, entry)),
      describe("By page id (the path of its file), then by language code"),
    ),
    renamed: v.pipe(v.record(text, text), describe("Page ids of before, and the page's id now")),
  }),
  v.title("Manifest of published pages"),
);

export type Manifest = v.InferOutput<typeof manifest>;
export type ManifestEntry = v.InferOutput<typeof entry>;
export type ManifestHeading = v.InferOutput<typeof heading>;

/** JSON Schema (2020-12) of the manifest, for the programs that read it. */
export function writeManifestSchema(): string {
  return `${JSON.stringify(toJsonSchema(manifest, { target: "draft-2020-12" }), undefined, 2)}\n`;
}

/** A field of the manifest; `*` in its name stands for any key. One that may hold either of two things has both. */
export type ManifestField = { name: string; meaning: string };

/** All fields that have a description, in their order. */
export function manifestFields(): ManifestField[] {
  const fields = fieldsOf(toJsonSchema(manifest, { target: "draft-2020-12" }) as Described, "");
  return [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
}

type Described = {
  description?: string;
  const?: unknown;
  properties?: Record<string, Described>;
  additionalProperties?: Described | boolean;
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
};

function fieldsOf(schema: Described, name: string): ManifestField[] {
  const { description, properties = {}, additionalProperties: any, items, anyOf = [], oneOf = [] } = schema;
  const below = (key: string): string => (name === "" ? key : `${name}.${key}`);
  const own = schema.const === undefined ? name : `${name}: ${JSON.stringify(schema.const)}`;
  return [
    ...(description === undefined || name === "" ? [] : [{ name: own, meaning: description }]),
    ...[...anyOf, ...oneOf].flatMap((one) => fieldsOf(one, name)),
    ...Object.entries(properties).flatMap(([key, value]) => fieldsOf(value, below(key))),
    ...(typeof any === "object" ? fieldsOf(any, below("*")) : []),
    ...(items === undefined ? [] : fieldsOf(items, below("*"))),
  ];
}

export function writeManifest(manifestValue: Omit<Manifest, "$schema" | "version">): string {
  return writeJson({ $schema: "./manifest.schema.json", version: 2, ...manifestValue });
}

/** JSON that can stand in a script of a page too: no text in it can end the script or begin a comment. */
export function writeJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}\n`;
}
