// The manifest is what its JSON Schema says, and says what is published.
import { Ajv2020 } from "ajv/dist/2020.js";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../src/core/hash.ts";
import type { Manifest } from "../src/core/publish/manifest.ts";

const dist = new URL("../dist/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("manifest.schema.json", dist), "utf8")) as object;
const manifest = JSON.parse(readFileSync(new URL("manifest.json", dist), "utf8")) as Manifest;
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

describe("the manifest of the shipped site", () => {
  test("is valid by the schema beside it", () => {
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  test("names fragments that are byte for byte what it says", () => {
    const entries = Object.values(manifest.pages).flatMap((languages) => Object.values(languages));
    const published = entries.filter((entry) => entry.status !== "withheld");
    expect(published.length).toBeGreaterThan(10);
    for (const { path, sha256, integrity } of published) {
      const bytes = readFileSync(new URL(path, dist));
      expect(sha256Hex(bytes.toString("utf8"))).toBe(sha256);
      expect(`sha256-${createHash("sha256").update(bytes).digest("base64")}`).toBe(integrity);
    }
  });

  test("withholds the page that is only a draft, and says nothing of its text", () => {
    const withheld = manifest.pages["trykkbolgebehandling"]?.["pl"];
    expect(withheld).toEqual({ status: "withheld", reason: "24 draft" });
  });

  test.each<[string, (entry: Record<string, unknown>) => void]>([
    ["a status that there is none of", (entry) => (entry["status"] = "published")],
    ["a published page without its hash", (entry) => delete entry["sha256"]],
    ["a date that is none", (entry) => (entry["date"] = "yesterday")],
    ["a withheld page that has a path", (entry) => Object.assign(entry, { status: "withheld", reason: "" })],
    ["an unknown key", (entry) => (entry["draft"] = true)],
  ])("is not valid with %s", (_, spoil) => {
    const spoilt = structuredClone(manifest);
    spoil(spoilt.pages["ims"]?.["en"] as unknown as Record<string, unknown>);
    expect(validate(spoilt)).toBe(false);
  });
});
