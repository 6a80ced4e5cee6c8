// The committed dist/ is exactly what content/ builds.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMalvakt } from "./run-case.mjs";
import { allCases, expectedOf, readTree } from "./site-case.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "malvakt-dist-"));

beforeAll(() => {
  for (const name of ["malvakt.yaml", "content", "dist"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString("utf8")]));
}

test("a build of this repository changes nothing in dist/ and finds no error", async () => {
  const { stdout, exitCode } = await runMalvakt(copy, ["build"]);
  expect(exitCode).toBe(0);
  expect(textsIn(join(copy, "dist"))).toEqual(textsIn(join(root, "dist")));
  expect(stdout).toMatch(/^dist: 0 files written, \d+ unchanged, 0 removed\.$/mu);
});

test("built afresh, without the ledger, dist/ is the same", async () => {
  const { exitCode } = await runMalvakt(copy, ["build", "--out", "fresh"]);
  expect(exitCode).toBe(0);
  expect(textsIn(join(copy, "fresh"))).toEqual(textsIn(join(root, "dist")));
});

test("pages and catalogs have no error, drafts included", async () => {
  const { stdout, exitCode } = await runMalvakt(copy, ["check"]);
  expect(stdout).not.toMatch(/ error /u);
  expect(exitCode).toBe(0);
});

test("the manifest keeps to its schema, and names exactly the files that are there", () => {
  const fields = ["path", "body", "head", "above", "embed", "frame"] as const;
  const manifest = JSON.parse(readFileSync(join(root, "dist/manifest.json"), "utf8")) as {
    pages: Record<string, Record<string, Partial<Record<(typeof fields)[number], string>> & { status: string }>>;
  };
  const schema = JSON.parse(readFileSync(join(root, "dist/manifest.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);
  expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  const entries = Object.values(manifest.pages).flatMap((languages) => Object.values(languages));
  const named = entries.flatMap((entry) => fields.flatMap((field) => entry[field] ?? []));
  const there = [...readTree(join(root, "dist")).keys()].filter((path) => path.endsWith(".html"));
  expect(there.toSorted()).toEqual(named.toSorted());
  for (const { path, status } of entries) expect(path === undefined).toBe(status === "withheld");
});

test("the manifests of all site cases keep to the schema too", () => {
  const schema = JSON.parse(readFileSync(join(root, "dist/manifest.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);
  const manifests = allCases().flatMap((folder): [string, string][] => {
    const text = expectedOf(folder).get("dist/manifest.json");
    // A build that stops leaves the manifest of version 1 as it was.
    return text === undefined || text.includes('"version": 1') ? [] : [[folder, text]];
  });
  expect(manifests.length).toBeGreaterThan(30);
  for (const [folder, text] of manifests) {
    expect(validate(JSON.parse(text)), `${folder} ${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

test("one page is withheld in one language, where it can be seen that a draft is not published", () => {
  expect(existsSync(join(root, "dist/pl/trykkbolgebehandling.html"))).toBe(false);
  expect(readFileSync(join(root, "content/pl/trykkbolgebehandling.po"), "utf8")).toContain("#, fuzzy");
});
