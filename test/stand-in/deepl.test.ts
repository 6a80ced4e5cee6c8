// The stand-in for DeepL is as strict as DeepL's documentation: what passes here is what DeepL takes.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countCharacters, readXml, spoilers, writeXml } from "./deepl-text.ts";
import { standInKey, startDeepl, type StandIn } from "./deepl.ts";

let deepl: StandIn;
beforeAll(async () => {
  deepl = await startDeepl();
});
afterAll(() => deepl.close());

const good = { target_lang: "de", source_lang: "nb", tag_handling: "xml", tag_handling_version: "v2", text: "ord" };

async function post(fields: [string, string][], headers: Record<string, string> = {}): Promise<[number, string]> {
  const response = await fetch(`${deepl.url}/v2/translate`, {
    method: "POST",
    headers: { authorization: `DeepL-Auth-Key ${standInKey}`, ...headers },
    body: new URLSearchParams(fields),
  });
  return [response.status, await response.text()];
}

describe("a request", () => {
  test.each<[string, [string, string][], number]>([
    ["as it should be", [], 200],
    ["with 50 texts", Array.from({ length: 49 }, () => ["text", "x"]), 200],
    ["with 51 texts", Array.from({ length: 50 }, () => ["text", "x"]), 400],
    ["of more than 128 KiB as encoded", [["text", "å".repeat(22_000)]], 413],
    ["with an empty text", [["text", ""]], 400],
    ["with tags that cross", [["text", "<a><b></a></b>"]], 400],
    ["with an unknown field", [["colour", "red"]], 400],
    ["with a glossary that there is not", [["glossary_id", "1"]], 400],
  ])("%s", async (_, more, status) => {
    const before = deepl.ledger.length;
    expect((await post([...Object.entries(good), ...more]))[0]).toBe(status);
    expect(deepl.ledger.length > before).toBe(status === 200);
  });

  test.each<[string, Partial<typeof good>]>([
    ["for nn", { target_lang: "nn" }],
    ["for en without a variant", { target_lang: "en" }],
    ["out of no", { source_lang: "no" }],
    ["of the old tag handling", { tag_handling_version: "v1" }],
  ])("%s is refused", async (_, fields) => {
    expect((await post(Object.entries({ ...good, ...fields })))[0]).toBe(400);
  });

  test("without the key is refused", async () => {
    expect((await post(Object.entries(good), { authorization: "DeepL-Auth-Key another" }))[0]).toBe(403);
  });

  test("charges code points, and usage tells how many", async () => {
    const usage = async (): Promise<number> => {
      const response = await fetch(`${deepl.url}/v2/usage`, {
        headers: { authorization: `DeepL-Auth-Key ${standInKey}` },
      });
      return ((await response.json()) as { character_count: number }).character_count;
    };
    const before = await usage();
    const [, body] = await post(Object.entries({ ...good, text: "<b>å🦴</b> &amp; я" }));
    expect(JSON.parse(body)).toMatchObject({
      translations: [{ text: "<b>de:å🦴</b> &amp; de:я", billed_characters: 6 }],
    });
    expect((await usage()) - before).toBe(6);
  });
});

describe("XML", () => {
  test.each([
    "<a>",
    "</a>",
    "<a></b>",
    "a & b",
    "a < b",
    "&nbsp;",
    "]]>",
    "<a b>",
    "<a b='<'/>",
    "a\u0001",
    "<1/>",
    "<!-- -->",
  ])("%s is not well-formed", (text) => expect(readXml(text)).toBeUndefined());

  test.each(["", "a > b", "<a1>x<br/></a1>", `<x id="1">y</x>`, "&amp;&lt;&#229;", "a]b]]"])(
    "%s is well-formed",
    (text) => {
      const nodes = readXml(text);
      expect(nodes && countCharacters(nodes)).toBe(countCharacters(readXml(writeXml(nodes ?? [])) ?? []));
    },
  );

  test("spoilers do what their names say", () => {
    const text = "<a>x</a> <b>y</b>";
    expect(spoilers["tags-crossed"](text)).toBe("<a>x<b></a> y</b>");
    expect(spoilers["tags-moved"](text)).toBe("<a>x<b>y</b></a> ");
    expect(spoilers["tags-doubled"](text)).toBe("<a>x</a> <b>y</b> <a>x</a>");
    expect(spoilers["tags-lost"](text)).toBe("x y");
  });
});
