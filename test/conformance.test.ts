// Every published fragment is HTML that conforms, alone in a document and with all others of its language.
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate, type ConfigData } from "html-validate";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { isFragmentPath } from "../src/core/layout.ts";
import { allCases, expectedOf, readTree } from "./site-case.mjs";

const config: ConfigData = {
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended"],
  rules: {},
};
const validator = new HtmlValidate(config);

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const published = [...readTree(folder("../dist/"))].map(([path, bytes]) => [path, bytes.toString("utf8")] as const);
const inCases = allCases().flatMap((name) =>
  [...expectedOf(name)]
    .filter(([path]) => path.startsWith("dist/"))
    .map(([path, text]) => [`${basename(name)}/${path}`, text] as const),
);
const files = new Map([...published, ...inCases]);
const headOf = (path: string): string | undefined => files.get(path.replace(/\.html$/u, ".head.html"));
/** Most cases publish what others do: each fragment with its head once. */
const fragments = [
  ...new Map(
    [...files]
      .filter(([path]) => isFragmentPath(path))
      .map((file) => [`${headOf(file[0])}\n${file[1]}`, file] as const),
  ).values(),
];

function documentOf(language: string, head: string, ...bodies: string[]): string {
  const title = head === "" ? "<title>Klinikk</title>\n" : head;
  return `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n${title}</head>\n<body>\n${bodies.join("")}</body>\n</html>\n`;
}

/** What the checker says that is no mistake here. */
const accepted = [
  // A lone > is text in HTML; to write it as &gt; is a matter of taste.
  /^Raw ">" must be encoded/u,
  // Columns of GFM are aligned with the obsolete `align`, since a style would need a looser content policy.
  /^Attribute "align" is deprecated on <t[hd]> element$/u,
  // Many sites give every <section> a style of its own, which would tear tables out of their text.
  /^Prefer to use the native <section> element$/u,
];

function messagesOf(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => !accepted.some((pattern) => pattern.test(message)))
    .map(({ ruleId, message, line }) => `${ruleId}: ${message} | ${html.split("\n")[line - 1] ?? ""}`);
}

const languageOf = (fragment: string): string => /^<article lang="([^"]+)"/u.exec(fragment)?.[1] ?? "";

describe("a fragment in a minimal document", () => {
  test.each(fragments)("%s", (path, fragment) => {
    const head = headOf(path);
    expect(head).toBeDefined();
    expect(messagesOf(documentOf(languageOf(fragment), head ?? "", fragment))).toEqual([]);
  });
});

describe("all fragments of one language in one document", () => {
  const languages = [...new Set(published.map(([path]) => path.split("/")[0] ?? ""))].filter(
    (name) => !name.includes("."),
  );
  test.each(languages)("%s", (language) => {
    const own = published.filter(([path]) => isFragmentPath(path, language));
    const html = documentOf(language, "", ...own.map(([, fragment]) => fragment));
    expect(messagesOf(html).filter((message) => /no-dup-id/u.test(message))).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(3);
  });
});

test("a browser's parser reads every fragment back as it is written", () => {
  for (const [path, fragment] of fragments) {
    const errors: string[] = [];
    parse(documentOf("nb", "", fragment), { onParseError: ({ code }) => errors.push(code) });
    expect(errors, path).toEqual([]);
  }
});
