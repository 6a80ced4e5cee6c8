// `dist/README.md` is true: its files are there, its fields are the schema's, and its examples do what it says.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { blocksOf } from "./guide.mjs";
import { approvedSite, buildSmall, settingsOf, type SmallSite } from "./small-site.ts";

const page = "---\ntitle: A\nslug: 'å'\n---\n\nEn tekst.\n";
const settings = settingsOf(
  "languages: { en: {} }\npublish: { heading: both, sitemap: true }\nsite: https://a.example",
);
const site = approvedSite(settings, { a: page, b: "---\ntitle: B\n---\n\n# B\n\nTo.\n" });
const readmeOf = (files: ReadonlyMap<string, string>): string => files.get("README.md") ?? "";
const built = (small: SmallSite): ReadonlyMap<string, string> => buildSmall(small).files;
const files = built(site);
const readme = readmeOf(files);

/** The rows of the table under a heading: what stands in code, and what is said of it. */
function rowsOf(heading: string): [string, string][] {
  const [, table = ""] = readme.split(`## ${heading}\n`);
  const [rows = ""] = table.split("\n## ");
  return [...rows.matchAll(/^\| `([^`]+)` \| (.+) \|$/gmu)].map(([, name = "", meaning = ""]) => [name, meaning]);
}

test("every kind of file is in its table, and every file of the table is there", () => {
  const named = rowsOf("Files").map(([name]) => name);
  expect(named.length).toBeGreaterThan(12);
  const kinds = (paths: Iterable<string>): Set<string> =>
    new Set([...paths].map((path) => path.replace(/^[a-z]+\/[^.]+(?=\.)/u, "PAGE")));
  const written = kinds(files.keys());
  // A build without pictures and without the compiled program.
  for (const name of ["assets/", "embed.js"]) written.add(name);
  written.delete("README.md");
  expect([...kinds(named)].toSorted()).toEqual([...written].toSorted());
});

test("its paths are those of a page of this site", () => {
  const paths = [...readme.matchAll(/[`'](?:malvakt\/)?([a-z]+\/[^`'\s]+\.html)[`']/gu)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(6);
  for (const path of paths) expect([...files.keys()]).toContain(path);
});

describe("the fields", () => {
  type Schema = { description?: string } & { [key: string]: Schema | Schema[] | string };
  /** Every description of the schema, wherever it stands. */
  const descriptionsIn = (schema: unknown): string[] =>
    typeof schema !== "object" || schema === null
      ? []
      : Object.entries(schema as Schema).flatMap(([key, value]) =>
          key === "description" && typeof value === "string" ? [value] : descriptionsIn(value),
        );

  test("are explained as in the schema, all of them", () => {
    const said = new Set(rowsOf("Fields of `manifest.json`").map(([, meaning]) => meaning.replaceAll("\\", "")));
    const described = new Set(descriptionsIn(JSON.parse(files.get("manifest.schema.json") ?? "")));
    expect(described.size).toBeGreaterThan(30);
    expect([...said].toSorted()).toEqual([...described].toSorted());
  });

  test("of the manifest are all in the table", () => {
    const named = new Set(rowsOf("Fields of `manifest.json`").map(([name]) => name.replace(/: ".*"$/u, "")));
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as Manifest;
    const entries = Object.values(manifest.pages).flatMap((versions) => Object.values(versions));
    expect(entries.length).toBe(4);
    for (const key of new Set(entries.flatMap((entry) => Object.keys(entry)))) {
      if (key !== "headings") expect([...named]).toContain(`pages.*.*.${key}`);
    }
    for (const key of Object.keys(manifest))
      if (!["$schema", "version"].includes(key)) expect([...named]).toContain(key);
  });
});

test("its program gives the menu that the build gives", () => {
  const place = mkdtempSync(join(tmpdir(), "malvakt-readme-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(place, "malvakt", path)), { recursive: true });
      writeFileSync(join(place, "malvakt", path), text);
    }
    writeFileSync(join(place, "menu.mjs"), blocksOf(readme).find(({ language }) => language === "js")?.content ?? "");
    const printed = execFileSync(process.execPath, ["menu.mjs"], { cwd: place, encoding: "utf8" });
    const links = (html: string): string[] =>
      [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)</gu)].map(([, url, name]) => `${url} ${name}`);
    expect(links(printed)).toHaveLength(2);
    expect(links(printed)).toEqual(links(files.get("en/å-en.above.html") ?? ""));
  } finally {
    rmSync(place, { recursive: true });
  }
});

test("it says where pictures are looked for", () => {
  expect(readme).toContain("begin with `/assets/`");
  const elsewhere = settingsOf("languages: { en: {} }\nassets: https://files.example/x/");
  expect(readmeOf(built({ ...site, settings: elsewhere }))).toContain(
    "begin with `https://files.example/x/`: serve this",
  );
});

test("a site without any page has one too, without examples", () => {
  const empty = readmeOf(built({ settings, pages: new Map(), catalogs: new Map() }));
  expect(empty).toContain("## Files");
  expect(empty).not.toContain("undefined");
  expect(blocksOf(empty)).toEqual([]);
});

test("it leads nowhere outside", () => {
  expect(readme.replaceAll("https://a.example", "")).not.toMatch(/https?:|\]\(/u);
});
