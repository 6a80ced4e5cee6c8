// The manifest: what is published, in which state; the ledger of what people have approved.
import * as v from "valibot";
import type { State } from "../catalog/state.ts";

export type Status = "source" | "approved" | "stale" | "withheld";

export type ManifestHeading = { depth: number; id: string; text: string };

/** What a page is in one language. A withheld one has nothing but its status and its counts. */
export type ManifestEntry = {
  status: Status;
  /** Path of the fragment below the folder of the manifest. */
  path?: string;
  /** Address of the page on the site. */
  url?: string;
  title?: string;
  description?: string;
  /** SHA-256 of the fragment, in hex. */
  sha256?: string;
  /** ISO date: of the source, or of the last approval of what the fragment says. */
  date?: string;
  /** Addresses of the page in every language in which it is published, this one included. */
  alternates?: Record<string, string>;
  headings?: ManifestHeading[];
  /** How many units are in which state; none for the source language. */
  units?: Record<State, number>;
  /** Author, category, image, and everything else from the front matter. */
  data?: Record<string, unknown>;
};

export type Manifest = {
  version: 1;
  source: string;
  /** By page id, then by language. */
  pages: Record<string, Record<string, ManifestEntry>>;
};

const entrySchema = v.looseObject({
  status: v.picklist(["source", "approved", "stale", "withheld"]),
  path: v.optional(v.string()),
  url: v.optional(v.string()),
  title: v.optional(v.string()),
  description: v.optional(v.string()),
  sha256: v.optional(v.string()),
  date: v.optional(v.string()),
  headings: v.optional(v.array(v.object({ depth: v.number(), id: v.string(), text: v.string() }))),
  data: v.optional(v.record(v.string(), v.unknown())),
});

const manifestSchema = v.object({
  version: v.literal(1),
  source: v.string(),
  pages: v.record(v.string(), v.record(v.string(), entrySchema)),
});

/** Reads a manifest that was written before; undefined when it is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const result = v.safeParse(manifestSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ $schema: "./manifest.schema.json", ...manifest }, undefined, 2)}\n`;
}

const text = { type: "string" };
const statuses = ["source", "approved", "stale", "withheld"];

/** JSON Schema (2020-12) of the manifest, for the programs that read it. */
export const manifestJsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Manifest of published pages",
  type: "object",
  required: ["version", "source", "pages"],
  additionalProperties: false,
  properties: {
    $schema: text,
    version: { const: 1 },
    source: { ...text, description: "Language code of the source texts" },
    pages: {
      type: "object",
      description: "By page id, then by language code",
      additionalProperties: { type: "object", additionalProperties: { $ref: "#/$defs/entry" } },
    },
  },
  $defs: {
    entry: {
      type: "object",
      required: ["status"],
      additionalProperties: false,
      if: { properties: { status: { const: "withheld" } } },
      // oxlint-disable-next-line no-thenable -- a keyword of JSON Schema
      then: { not: { required: ["path"] } },
      else: { required: ["path", "url", "title", "sha256", "alternates", "headings", "data"] },
      properties: {
        status: { enum: statuses },
        path: { ...text, description: "Path of the fragment, relative to this manifest" },
        url: { ...text, description: "Address of the page on the site" },
        title: text,
        description: text,
        sha256: { ...text, pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the fragment" },
        date: { ...text, pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        alternates: { type: "object", additionalProperties: text },
        headings: {
          type: "array",
          items: {
            type: "object",
            required: ["depth", "id", "text"],
            additionalProperties: false,
            properties: { depth: { type: "integer", minimum: 1, maximum: 6 }, id: text, text },
          },
        },
        units: {
          type: "object",
          description: "How many units are in which state",
          additionalProperties: { type: "integer", minimum: 0 },
        },
        data: { type: "object" },
      },
    },
  },
};
