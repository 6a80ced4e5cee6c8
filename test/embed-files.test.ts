// What a build writes for sites that paste or frame a page: each file holds the fragment whole, and nothing that it brings can break out.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { isFragmentPath } from "../src/core/layout.ts";
import { build } from "../src/core/malvakt.ts";
import { serialise } from "../src/core/page/html.ts";
import { isSlug } from "../src/core/page/slug.ts";
import { attributeName } from "../src/core/publish/embed-script.ts";
import { publishedSchema } from "../src/core/publish/kept.ts";
import { readLedger } from "../src/core/publish/ledger.ts";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

const program = "export {};\n";

function filesOf(
  pages: Readonly<Record<string, string>>,
  more = "",
  catalogs: Readonly<Record<string, string>> = {},
  before: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const { settings, mistakes } = readSettings(`source: nb\nlanguages: { en: {} }\n${more}`);
  if (!settings) throw new Error(JSON.stringify(mistakes));
  const fileTexts = (of: Readonly<Record<string, string>>, language: string, ending: string) =>
    new Map(Object.entries(of).map(([id, text]) => [id, { path: `content/${language}/${id}${ending}`, text }]));
  const text = {
    settings,
    terms: undefined,
    pages: fileTexts(pages, "nb", ".md"),
    catalogs: new Map([["en", fileTexts(catalogs, "en", ".po")]]),
  };
  return build(text, before, { allowWithdraw: true, embedProgram: program }).files;
}

const page = (body: string, head = "title: Side"): string => `---\n${head}\n---\n\n${body}\n`;
const manifestOf = (files: ReadonlyMap<string, string>): Manifest =>
  JSON.parse(files.get("manifest.json") ?? "") as Manifest;

describe("the file to paste", () => {
  test("is script, element and fragment, with whole addresses where the settings say them", () => {
    const files = filesOf({ side: page("Hei.") }, "assets: https://files.klinikk.no/d");
    expect(files.get("nb/side.embed.html")).toBe(
      `<script type="module" async src="https://files.klinikk.no/d/embed.js"></script>
<malvakt-page page="side" language="nb" assets="https://files.klinikk.no/d/">
${files.get("nb/side.html")}</malvakt-page>
`,
    );
  });

  test("leads else from where it lies to the script, and says what to set", () => {
    const text = filesOf({ "om/oss": page("Hei.") }).get("nb/om/oss.embed.html");
    expect(text).toMatch(
      /^<!-- [^\n]*Set assets in malvakt\.yaml[^\n]* -->\n<script type="module" async src="\.\.\/\.\.\/embed\.js">/u,
    );
    expect(text).toContain('<malvakt-page page="om/oss" language="nb">');
  });
});

describe("the page for a frame", () => {
  const body =
    'Les [mer](annen.md), [der](https://other.example/), eller noten.[^1] <a title="s href=" href="/der/">d</a>\n\n`<a href="#x">`\n\n[^1]: Her.';
  const pages = { side: page(body, "title: A & <b>\nslug: a/side"), annen: page("Hei.") };

  test("leads to the site, and within itself", () => {
    const files = filesOf(pages, "site: https://klinikk.no");
    const frame = files.get("nb/a/side.frame.html") ?? "";
    expect(frame).toContain("<title>A &#x26; &#x3C;b></title>");
    expect(frame).toContain('<link rel="canonical" href="https://klinikk.no/nb/a/side/">');
    expect(frame).toContain('<meta name="robots" content="noindex">');
    expect(frame).toContain('<base target="_top">');
    expect(frame).toContain('<script type="module" async src="../../embed.js"></script>');
    expect(frame).toContain('<link rel="stylesheet" href="../../frame.css">');
    expect(frame).toContain('<malvakt-page page="side" language="nb" site="https://klinikk.no" frame>');
    expect(frame).toContain('<a href="https://klinikk.no/nb/annen/">mer</a>, <a href="https://other.example/">der</a>');
    expect(frame).toContain('<a title="s href=" href="https://klinikk.no/der/">d</a>');
    expect(frame.match(/<a [^>]*href="#side-fn[^>]* target="_self"/gu)).toHaveLength(2);
    expect(frame).toContain('<code>&#x3C;a href="#x"></code>');
  });

  test("has no address of its page, and no other links, where the settings do not know the site", () => {
    const frame = filesOf(pages).get("nb/a/side.frame.html") ?? "";
    expect(frame).not.toContain("canonical");
    expect(frame).toContain('<a href="/nb/annen/">mer</a>');
  });

  test("conforms to HTML", () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:standard", "html-validate:recommended"],
      // A lone > is text.
      rules: { "no-raw-characters": "off", "doctype-style": "off", "no-unknown-elements": "off" },
    });
    const { results } = validator.validateStringSync(
      filesOf(pages, "site: https://klinikk.no").get("nb/a/side.frame.html") ?? "",
    );
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

describe("all of them", () => {
  const catalog = catalogText("en", [
    approvedEntry({ context: "title", id: "Side", text: "Page" }),
    approvedEntry({ id: "Hei.", text: "Hello." }),
  ]);

  test("are in manifest and ledger, and no fragments to a build", () => {
    const files = filesOf({ side: page("Hei.") });
    expect(manifestOf(files).pages["side"]?.["nb"]).toMatchObject({
      path: "nb/side.html",
      embed: "nb/side.embed.html",
      frame: "nb/side.frame.html",
    });
    const made = ["embed.js", "frame.css", "nb/side.embed.html", "nb/side.frame.html"];
    expect(readLedger(files.get("ledger.json") ?? "")?.files).toEqual(expect.arrayContaining(made));
    for (const path of made) {
      expect(files.has(path), path).toBe(true);
      expect(isFragmentPath(path), path).toBe(false);
    }
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(
      JSON.parse(files.get("manifest.schema.json") ?? "") as object,
    );
    validate(manifestOf(files));
    expect(validate.errors).toBeNull();
  });

  test("no slug gives a fragment the name of one of them", () => {
    for (const slug of ["side.embed", "side.frame", "side.head", "a.embed/b"]) expect(isSlug(slug), slug).toBe(false);
    const files = filesOf({ embed: page("En."), "side.embed": page("Tre.") });
    expect([...files.keys()].filter((path) => isFragmentPath(path))).toHaveLength(2);
    expect(files.get("nb/embed.embed.html")).toContain("<p>En.</p>");
  });

  test("hold a last version too, as it is kept", () => {
    const first = filesOf({ side: page("Hei.") }, "", { side: catalog });
    const kept = filesOf({ side: page("Hei dere.") }, "", { side: catalog }, first);
    const fragment = kept.get("en/side.html") ?? "";
    expect(fragment).toContain('data-status="stale"');
    for (const path of ["en/side.embed.html", "en/side.frame.html"]) expect(kept.get(path), path).toContain(fragment);
  });

  test("go with their fragment", () => {
    const first = filesOf({ side: page("Hei."), annen: page("Hei.") });
    const then = filesOf({ annen: page("Hei.") }, "", {}, first);
    expect([...then.keys()].filter((path) => path.includes("side"))).toEqual([]);
  });

  test("the manifest knows what a page was called before", () => {
    expect(manifestOf(filesOf({ ny: page("Hei.", "title: Ny\nwas: [gammel, eldre]") })).renamed).toEqual({
      eldre: "ny",
      gammel: "ny",
    });
  });
});

describe("the script", () => {
  test("has the sentences of the site's languages, and what a fragment may hold, before the program", () => {
    const [knowledge = "", ...rest] = (filesOf({ side: page("Hei.") }).get("embed.js") ?? "").split("\n");
    expect(rest.join("\n")).toBe(program);
    const { words, elements, attributes } = JSON.parse(/^const malvakt=(.*);$/u.exec(knowledge)?.[1] ?? "") as {
      words: Record<string, unknown>;
      elements: Record<string, string[]>;
      attributes: string[];
    };
    expect(Object.keys(words)).toEqual(["nb", "en"]);
    expect(Object.keys(elements).toSorted()).toEqual([...(publishedSchema.tagNames ?? [])].toSorted());
    // Browsers refuse a list that names an attribute for one element and for all.
    for (const [name, own] of Object.entries(elements))
      expect(
        own.filter((attribute) => attributes.includes(attribute)),
        name,
      ).toEqual([]);
    for (const name of ["script", "style", "iframe", "svg", "form"]) expect(elements).not.toHaveProperty(name);
    expect([...attributes, ...Object.values(elements).flat()].filter((name) => /^on|^style$|^is$/u.test(name))).toEqual(
      [],
    );
  });

  test("names attributes as HTML does", () => {
    const properties = Object.values(publishedSchema.attributes ?? {})
      .flat()
      .map((one) => (typeof one === "string" ? one : one[0]));
    for (const property of new Set([...properties, "hrefLang", "tabIndex", "ariaLabelledBy", "dataFootnoteRef"])) {
      const html = serialise({ type: "element", tagName: "p", properties: { [property]: "1" }, children: [] });
      expect(html, property).toMatch(new RegExp(`^<p ${attributeName(property)}(?:="[^"]*")?></p>$`, "u"));
    }
  });

  test("is not there where no one gives the program", () => {
    const { settings } = readSettings("source: nb\nlanguages: {}\n");
    if (!settings) throw new Error("The settings of this test are wrong.");
    const { files } = build({ settings, terms: undefined, pages: new Map(), catalogs: new Map() }, new Map());
    expect(files.has("embed.js")).toBe(false);
  });
});

/** Each element with its attributes, and each text; what a frame changes is taken back. */
function flat(node: DefaultTreeAdapterTypes.Node): string[] {
  if (node.nodeName === "#text") return [`text ${(node as DefaultTreeAdapterTypes.TextNode).value}`];
  const { attrs, childNodes } = node as Partial<DefaultTreeAdapterTypes.Element>;
  const isLink = (attrs ?? []).some(({ name, value }) => name === "href" && value.startsWith("#"));
  const own = (attrs ?? [])
    .filter(({ name, value }) => !(isLink && name === "target" && value === "_self"))
    .map(
      ({ name, value }) =>
        `${name}=${/^(?:href|src)$/u.test(name) ? value.replace(/^https:\/\/klinikk\.no(?=\/)/u, "") : value}`,
    );
  return [[node.nodeName, ...own.toSorted()].join(" "), ...(childNodes ?? []).flatMap(flat), "end"];
}

test("whatever a page holds, its frame is the same page with nothing else changed, and nothing gets out of its place", () => {
  const piece = fc.constantFrom(
    ...'[a](#side)|[b](annen.md#x)|![c](/d.png "e\' href=\\"#f")|<a title=\'x href="/y\' href=\'#z\'>g</a>|[n](annen.md "s href=")|`<a href="#h">`|[i]: #j|[i]|[^1]|\n\n[^1]: k\n\n|## l\n\n|"\'<&>|</malvakt-page>|<!--|-->|</title><script>1</script>|[m](</n"o>)|<abbr title="p>q">r</abbr>|<https://s.example/>| |æ|\n\n'.split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  let published = 0;
  fc.assert(
    fc.property(text, text, (body, title) => {
      const files = filesOf(
        { side: page(body, `title: ${JSON.stringify(`T ${title}`)}`), annen: page("Hei.") },
        "site: https://klinikk.no\nseverity: { front-matter: off, link-broken: off, image-missing: off, html-dropped: off, notation: off }",
      );
      const fragment = files.get("nb/side.html");
      if (fragment === undefined) return;
      published++;
      const whole = parse(files.get("nb/side.frame.html") ?? "");
      const html = whole.childNodes.find(({ nodeName }) => nodeName === "html") as DefaultTreeAdapterTypes.Element;
      const [head, , bodyNode] = html.childNodes as DefaultTreeAdapterTypes.Element[];
      const names = (of: DefaultTreeAdapterTypes.Element | undefined): string[] =>
        (of?.childNodes ?? []).map(({ nodeName }) => nodeName).filter((name) => name !== "#text");
      expect(names(head)).toEqual(["meta", "meta", "title", "meta", "meta", "link", "base", "link", "script"]);
      expect(names(bodyNode)).toEqual(["malvakt-page"]);
      const element = bodyNode?.childNodes.find(({ nodeName }) => nodeName === "malvakt-page");
      expect(flat(element!).slice(1)).toEqual(flat(parseFragment(`<p></p>\n${fragment}`)).slice(3));
      const pasted = parseFragment(files.get("nb/side.embed.html") ?? "");
      expect(
        pasted.childNodes.map(({ nodeName }) => nodeName).filter((name) => name !== "#text" && name !== "#comment"),
      ).toEqual(["script", "malvakt-page"]);
      expect(files.get("nb/side.embed.html")).toContain(fragment);
    }),
    { numRuns: 100 },
  );
  expect(published).toBeGreaterThan(50);
});
