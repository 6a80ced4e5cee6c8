// Everything that the README shows is true.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { runMalvakt } from "./run-case.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}/README.md`, "utf8");
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { scripts: Record<string, string> };

/** The contents of the fenced blocks of one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].flatMap(([, name, content = ""]) =>
    name === language ? [content] : [],
  );
}

describe("the README", () => {
  const help = new Map<string, string>();
  const commands = ["build", "check", "draft", "status", "approve", "withdraw", "audit", "review", "init", "terms"];

  beforeAll(async () => {
    for (const name of commands) help.set(name, (await runMalvakt(root, [name, "--help"])).stdout);
  });

  test("names only scripts that the package has", () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/gu)]
      .map(([, name = ""]) => name)
      .filter((name) => !["ci", "install"].includes(name));
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test("shows only options that their commands explain", () => {
    const shown = [...readme.matchAll(/(?:npm run |malvakt )([a-z]+)([^`\n|]*)/gu)];
    const options = shown.flatMap(([, name = "", rest = ""]) =>
      [...rest.matchAll(/ (--[a-z-]+)/gu)].map(([, option = ""]) => ({ name, option })),
    );
    expect(options.length).toBeGreaterThan(3);
    for (const { name, option } of options) expect(help.get(name), `${name} ${option}`).toContain(option);
  });

  test("shows lines of a build that are lines of a build", async () => {
    const out = mkdtempSync(join(tmpdir(), "malvakt-readme-"));
    cpSync(`${root}/dist`, out, { recursive: true });
    const { stdout, exitCode } = await runMalvakt(root, ["build", "--out", out]);
    rmSync(out, { recursive: true });
    expect(exitCode).toBe(0);
    const lines = blocks("").join("").trim().split("\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(stdout).toContain(line);
  });

  test("shows a page that can be read, with the keys that it names", () => {
    const [example = ""] = blocks("markdown");
    const { page } = readPage(example, "trykkbolgebehandling");
    expect(page?.units.map(({ context }) => context)).toContain("title");
    const keys = /`title` is required; (.*?)are known/su.exec(readme)?.[1] ?? "";
    const named = [...keys.matchAll(/`([a-z]+)`/gu)]
      .map(([, key = ""]) => key)
      .filter((key) => !["src", "alt", "false", "keep", "withdraw"].includes(key));
    for (const key of named) {
      const { page: other } = readPage(`---\ntitle: T\n${key}: [\n---\n`, "x");
      expect(other).toBeUndefined();
      expect(Object.keys(readPage(`---\ntitle: T\n${key}: 1\n---\n`, "x").page?.frontMatter?.data ?? {})).not.toContain(
        key,
      );
    }
  });

  test("shows directives that are directives", () => {
    const comments = [...readme.matchAll(/`(<!-- [^`]* -->)`/gu)].map(([, comment = ""]) => comment);
    expect(comments.length).toBeGreaterThan(4);
    const skipping = ["<!-- i18n:skip-start -->", "<!-- i18n:skip-end -->"];
    for (const comment of comments) {
      const text = skipping.includes(comment) ? skipping.join("\n\nEn tekst.\n\n") : comment;
      expect(readPage(`---\ntitle: T\n---\n\n${text}\n\nEn tekst.\n`, "x").page?.directiveMistakes, comment).toEqual(
        [],
      );
    }
  });

  test("shows an include that names a fragment of this site", () => {
    const [path = ""] = /dist\/[a-z]+\/[a-z]+\.html/u.exec(blocks("php").join("")) ?? [];
    expect(readFileSync(`${root}/${path}`, "utf8")).toMatch(
      /^<article lang="en" dir="ltr" data-page="ims" data-status="approved"/u,
    );
  });

  test("says which Node it needs as the package does", () => {
    const { engines } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { engines: { node: string } };
    expect(readme).toContain(`needs Node ${engines.node.replace(">=", "")} or newer`);
  });
});
