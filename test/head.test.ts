// What a page's head says: to search engines, to those who share it, and in schema.org's words; and that no text breaks out.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { openGraphLocale } from "../src/core/language/open-graph.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { reportOf } from "../src/core/report/site-rows.ts";
import { reportBuild } from "../src/core/report/site.ts";
import { approvedCatalog, approvedSite, buildSmall, settingsOf, type SmallSite } from "./small-site.ts";

type Head = {
  title: string;
  meta: Record<string, string[]>;
  links: string[];
  data: Record<string, unknown>;
  tags: string[];
};

/** A head as a browser reads it. */
function read(html: string): Head {
  const head: Head = { title: "", meta: {}, links: [], data: {}, tags: [] };
  for (const node of parseFragment(html).childNodes) {
    if (!("tagName" in node)) {
      if (node.nodeName === "#text" && "value" in node && node.value.trim() !== "")
        head.tags.push(`text ${node.value}`);
      continue;
    }
    head.tags.push(node.tagName);
    const attribute = (name: string): string => node.attrs.find((one) => one.name === name)?.value ?? "";
    if (node.tagName === "title") head.title = textOf(node);
    else if (node.tagName === "meta") {
      const name = attribute("name") || attribute("property");
      head.meta[name] = [...(head.meta[name] ?? []), attribute("content")];
    } else if (node.tagName === "link")
      head.links.push([attribute("rel"), attribute("hreflang"), attribute("href")].filter(Boolean).join(" "));
    else if (node.tagName === "script") head.data = JSON.parse(textOf(node)) as Record<string, unknown>;
  }
  return head;
}

function textOf(element: DefaultTreeAdapterTypes.Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

const headOf = (files: ReadonlyMap<string, string>, path: string): Head => read(files.get(`${path}.head.html`) ?? "");

const site = "site: https://www.example-clinic.no\nlanguages: { en: {}, de: {} }";
const page = (text = "Tekst.", head = ""): string => `---\ntitle: Om nåler\n${head}---\n\n${text}\n`;

describe("languages", () => {
  const link = (code: string, path: string): string => `alternate ${code} https://www.example-clinic.no${path}`;

  test("each version lists itself, all others, and English for readers of none", () => {
    const { files } = buildSmall(approvedSite(settingsOf(site), { om: page() }));
    const all = [link("nb", "/nb/om/"), link("en", "/en/om/"), link("de", "/de/om/"), link("x-default", "/en/om/")];
    for (const code of ["nb", "en", "de"])
      expect(headOf(files, `${code}/om`).links).toEqual([
        `canonical https://www.example-clinic.no/${code}/om/`,
        ...all,
      ]);
  });

  test("a version that is not published is none, though its readers are led to the source", () => {
    const whole = approvedSite(settingsOf(site), { om: page(), pris: page("Les [om](om.md).") });
    const catalogs = new Map(whole.catalogs);
    catalogs.set("en", new Map([...(whole.catalogs.get("en") ?? [])].filter(([id]) => id !== "om")));
    const { files } = buildSmall({ ...whole, catalogs });
    expect(files.get("en/pris.html")).toContain('href="/nb/om/"');
    const links = headOf(files, "nb/om").links.slice(1);
    expect(links).toEqual([link("nb", "/nb/om/"), link("de", "/de/om/"), link("x-default", "/nb/om/")]);
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as {
      pages: Record<string, Record<string, { alternates?: unknown }>>;
    };
    expect(manifest.pages["om"]?.["nb"]?.alternates).toEqual({ nb: "/nb/om/", de: "/de/om/" });
  });

  test("a last version is one", () => {
    const before = approvedSite(settingsOf(site), { om: page() });
    const first = buildSmall(before);
    const { files } = buildSmall({ ...before, pages: new Map([["om", page("Ny tekst.")]]) }, first.files);
    expect(files.get("en/om.html")).toContain('data-status="stale"');
    expect(headOf(files, "nb/om").links).toContain(link("en", "/en/om/"));
  });

  test.each([
    ["languages: { en: {} }", [], true],
    ['url: "https://www.example-clinic.no/{lang}/{slug}/"\nlanguages: { en: {} }', ["nb", "en", "x-default"], false],
    ['url: "https://{lang}.example-clinic.no/{slug}/"\nlanguages: { en: {} }', ["nb", "en", "x-default"], false],
    [
      'url: "https://a.example/{lang}/{slug}/"\nsourceUrl: "/{slug}/"\nlanguages: { en: {} }',
      ["nb", "en", "x-default"],
      false,
    ],
    // All name each other, or none does.
    ['languages: { en: { url: "https://en.example/{slug}/" } }', [], true],
  ])("with the settings %s", (lines, codes, says) => {
    const settings = settingsOf(`${lines}\npublish: { sitemap: true }`);
    const build = buildSmall(approvedSite(settings, { om: page() }));
    const { links } = headOf(build.files, "nb/om");
    expect(links.filter((one) => one.startsWith("alternate")).map((one) => one.split(" ")[1])).toEqual(codes);
    expect(links.some((one) => one.startsWith("canonical"))).toBe(!says);
    expect(build.files.get("nb/om.head.html")).not.toMatch(/(?:href|content)="\//u);
    const report = reportBuild(
      reportOf(build, settings, { ledger: build.ledger, found: new Map() }, () => undefined, undefined),
      (_, text) => text,
      "en",
    );
    expect(report.split("`site: https://www.example-clinic.no`").length - 1).toBe(says ? 1 : 0);
  });

  test("every code that the settings take is one that a browser understands", () => {
    for (const code of ["en-GB", "zh", "en-a", "en-Latn-GB", "nb-x-klinikk", "nb-1", "de-AT-1996", "en-u"]) {
      const language = languageOf(code);
      if (language) expect(() => Intl.getCanonicalLocales(language.code)).not.toThrow();
    }
    expect(languageOf("en-a")).toBeUndefined();
    expect(languageOf("en-GB")?.code).toBe("en-GB");
  });
});

test("Open Graph names each language with a country", () => {
  const locales = [...languageCodes, "en-US", "de-Latn-AT"].map((code) => {
    const language = languageOf(code);
    return language && openGraphLocale(language);
  });
  expect(locales).toEqual("nb_NO nn_NO da_DK sv_SE en_GB de_DE pl_PL uk_UA ar_AR en_US de_AT".split(" "));
  for (const locale of locales) expect(locale).toMatch(/^[a-z]{2}_[A-Z]{2}$/u);
});

describe("what is shared of a page", () => {
  const meta = (head: string, settings = site): Head["meta"] =>
    headOf(buildSmall(approvedSite(settingsOf(settings), { om: page("Tekst.", head) })).files, "en/om").meta;

  test("is its own title and description, in its language", () => {
    expect(meta("description: Hva vi gjør.\n")).toEqual({
      description: ["en Hva vi gjør."],
      "og:type": ["article"],
      "og:title": ["en Om nåler"],
      "og:description": ["en Hva vi gjør."],
      "og:url": ["https://www.example-clinic.no/en/om/"],
      "og:locale": ["en_GB"],
      "og:locale:alternate": ["nb_NO", "de_DE"],
    });
  });

  test.each([
    ["image: https://bilder.example/a.jpg\n", site, ["https://bilder.example/a.jpg"]],
    ["image: { src: /bilder/å.jpg, alt: Nål }\n", site, ["https://www.example-clinic.no/bilder/%C3%A5.jpg"]],
    ["image: [/a.jpg, /b.jpg]\n", site, ["https://www.example-clinic.no/a.jpg"]],
    ["image: /bilder/a.jpg\n", "languages: { en: {} }", undefined],
    ["image: bilder/a.jpg\n", site, undefined],
  ])("%s", (head, settings, expected) => {
    expect(meta(head, settings)["og:image"]).toEqual(expected);
  });
});

/** Facts of schema.org: what may stand in a thing of a type, and what it may be. */
const vocabulary = JSON.parse(readFileSync(new URL("schema-org.json", import.meta.url), "utf8")) as {
  subTypeOf: Record<string, string[]>;
  properties: Record<string, { domain: string[]; range: string[] }>;
};

const isA = (type: string, wanted: string): boolean =>
  type === wanted || (vocabulary.subTypeOf[type] ?? []).some((above) => isA(above, wanted));

/** What schema.org does not know of a thing. */
function strangersIn(thing: Record<string, unknown>): string[] {
  const type = String(thing["@type"]);
  if (!Object.hasOwn(vocabulary.subTypeOf, type)) return [`type ${type}`];
  return Object.entries(thing).flatMap(([name, given]) => {
    if (name.startsWith("@")) return [];
    const property = vocabulary.properties[name];
    if (!property?.domain.some((domain) => isA(type, domain))) return [`${type}.${name}`];
    return [given].flat().flatMap((value): string[] => {
      if (typeof value === "object" && value !== null) {
        const one = value as Record<string, unknown>;
        const fits = property.range.some((range) => isA(String(one["@type"]), range));
        return fits ? strangersIn(one) : [`${type}.${name}: ${String(one["@type"])}`];
      }
      const kinds = [
        ["Text", () => true],
        ["Date", (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text)],
        ["URL", (text: string) => URL.canParse(text)],
      ] as const;
      const fits = kinds.some(([kind, is]) => property.range.includes(kind) && typeof value === "string" && is(value));
      return fits ? [] : [`${type}.${name}: ${JSON.stringify(value)}`];
    });
  });
}

describe("structured data", () => {
  const termbase = `concepts:
  - id: needle
    terms:
      nb: [{ term: nål, status: preferred }]
      en: [{ term: needle, status: preferred }]
      de: [{ term: Nadel, status: deprecated }]
  - id: ims
    terms:
      nb: [{ term: IMS, status: preferred, type: abbreviation }, { term: intramuskulær stimulering, status: preferred }]
      en: [{ term: IMS, status: preferred, type: abbreviation }]
`;
  const markdown = `---
title: Om nåler og IMS
description: Hva vi gjør.
author: [Daniel Strengelsrud, Kari Nordmann]
reviewed: { by: Ola Lege, date: 2026-10-01 }
image: /bilder/nål.jpg
---

Se [boka](https://utenfor.example/bok) og [oss](annen.md).[^1]

[^1]: Dommerholt, [Dry needling](https://doi.example/10.1). Se [oss](annen.md) og [samme](https://doi.example/10.1).
`;
  const whole = (more = ""): SmallSite => ({
    ...approvedSite(settingsOf(`${site}${more}`), { om: markdown, annen: page() }),
    termbase,
  });
  const at = (code: string): Record<string, unknown> => ({
    "@type": "MedicalWebPage",
    "@id": `https://www.example-clinic.no/${code}/om/`,
    url: `https://www.example-clinic.no/${code}/om/`,
    name: `${code === "nb" ? "" : `${code} `}Om nåler og IMS`,
    inLanguage: code,
  });
  const person = (name: string): Record<string, string> => ({ "@type": "Person", name });
  const review = { reviewedBy: [person("Ola Lege")], lastReviewed: "2026-10-01" };
  const common = {
    "@context": "https://schema.org",
    image: "https://www.example-clinic.no/bilder/n%C3%A5l.jpg",
    author: [person("Daniel Strengelsrud"), person("Kari Nordmann")],
    citation: [{ "@type": "CreativeWork", url: "https://doi.example/10.1" }],
  };

  test("of the source: who wrote and reviewed it, what it is about and cites, and its translations", () => {
    expect(headOf(buildSmall(whole()).files, "nb/om").data).toEqual({
      ...common,
      ...at("nb"),
      description: "Hva vi gjør.",
      about: [
        { "@type": "Thing", name: "nål" },
        { "@type": "Thing", name: "intramuskulær stimulering" },
      ],
      ...review,
      workTranslation: [at("en"), at("de")],
    });
  });

  test("of a translation: that it is one; the review stays with what was reviewed", () => {
    const { files } = buildSmall(whole());
    expect(headOf(files, "en/om").data).toEqual({
      ...common,
      ...at("en"),
      description: "en Hva vi gjør.",
      about: [{ "@type": "Thing", name: "IMS" }],
      translationOfWork: { ...at("nb"), ...review },
    });
    expect(headOf(files, "de/om").data).not.toHaveProperty("about");
  });

  test("of a last version: what it cites, and its editor", () => {
    const first = whole("\npublish: { byline: true }");
    const before = buildSmall(first);
    const next = { ...first, pages: new Map(first.pages).set("om", `${markdown}\nMer.\n`) };
    const { data } = headOf(buildSmall(next, before.files).files, "en/om");
    expect(data).toEqual(headOf(before.files, "en/om").data);
    expect(data).toMatchObject({ citation: common.citation, editor: [person("Kari Nordmann")] });
  });

  test("is not about what its title only sounds like", () => {
    const pages = { om: page("Tekst.").replace("Om nåler", "Nålefri behandling") };
    const { files } = buildSmall({ ...approvedSite(settingsOf(site), pages), termbase });
    expect(headOf(files, "nb/om").data).not.toHaveProperty("about");
  });

  test("names no translation that is not published, and no source that is not", () => {
    const paused = settingsOf("site: https://www.example-clinic.no\nlanguages: { en: {}, de: { publish: false } }");
    const { files } = buildSmall({ ...whole(), settings: paused });
    expect(headOf(files, "nb/om").data["workTranslation"]).toEqual([at("en")]);
    const alone = { ...whole(), settings: settingsOf("site: https://www.example-clinic.no\nlanguages: {}") };
    expect(headOf(buildSmall(alone).files, "nb/om").data).not.toHaveProperty("workTranslation");
  });

  test("has no addresses where nobody has said where the site is", () => {
    const { data } = headOf(buildSmall({ ...whole(), settings: settingsOf("languages: { en: {} }") }).files, "en/om");
    expect(JSON.stringify(data)).not.toMatch(/"(?:@id|image)":/u);
    expect(data["translationOfWork"]).toMatchObject({ name: "Om nåler og IMS", inLanguage: "nb" });
  });

  test("says nothing that schema.org does not know", () => {
    const { files } = buildSmall(whole("\npublish: { byline: true }"));
    const names = new Set<string>();
    for (const code of ["nb", "en", "de"]) {
      const { data } = headOf(files, `${code}/om`);
      for (const name of Object.keys(data)) names.add(name);
      expect(strangersIn(data)).toEqual([]);
    }
    // The judge has seen all that there is.
    for (const name of Object.keys(vocabulary.properties)) expect(names).toContain(name);
  });

  test.each<[unknown, string]>([
    [{ "@type": "MedicalPage" }, "type MedicalPage"],
    [{ "@type": "Thing", reviewedBy: "x" }, "Thing.reviewedBy"],
    [{ "@type": "MedicalWebPage", editor: "Kari" }, 'MedicalWebPage.editor: "Kari"'],
    [{ "@type": "MedicalWebPage", lastReviewed: "today" }, 'MedicalWebPage.lastReviewed: "today"'],
    [{ "@type": "MedicalWebPage", editor: { "@type": "Thing", name: "x" } }, "MedicalWebPage.editor: Thing"],
  ])("a judge that knows nothing would pass %j", (thing, stranger) => {
    expect(strangersIn(thing as Record<string, unknown>)).toEqual([stranger]);
  });
});

describe("no text breaks out of a head", () => {
  const hostile = [
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "--> <!-- malvakt: data -->",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "&lt;script&gt; &quot; &#x22;",
    "]]>",
    "\\x3c/script> \\",
    "<!--<script></script>-->",
    "{{ 1 }} ${1} `x`",
  ];

  test.each(hostile)("%j", (text) => {
    const quoted = JSON.stringify(`x ${text}`);
    const head = `title: ${quoted}\ndescription: ${quoted}\nauthor: ${quoted}\nreviewed: { by: ${quoted}, date: 2026-10-01 }\n`;
    const markdown = `---\n${head}---\n\n## Om\n\nTekst.\n`;
    const settings = {
      ...settingsOf("site: https://www.example-clinic.no\nlanguages: { en: {} }"),
    };
    const quiet = Object.fromEntries(Object.keys(settings.severity).map((rule) => [rule, "off" as const]));
    const { files } = buildSmall({
      settings: { ...settings, severity: quiet as unknown as typeof settings.severity },
      pages: new Map([["om", markdown]]),
      catalogs: new Map([["en", new Map([["om", approvedCatalog(markdown, "en", (source) => source)]])]]),
    });
    const said = `x ${text}`;
    for (const code of ["nb", "en"]) {
      const html = files.get(`${code}/om.head.html`) ?? "";
      const { title, meta, data, tags } = read(html);
      expect(title).toBe(said);
      expect(meta["description"]).toEqual([said]);
      expect(meta["og:title"]).toEqual([said]);
      expect(data).toMatchObject({ name: said, description: said, author: [{ name: said }] });
      expect(new Set(tags)).toEqual(new Set(["title", "meta", "link", "script"]));
      expect(tags.filter((tag) => tag === "script" || tag === "title")).toHaveLength(2);
      // Who cuts it at its marks gets whole parts.
      const [before, ...parts] = html.split(/<!-- malvakt: (?:title|links|data) -->\n/u);
      expect(before).toBe("");
      expect(parts.map((part) => new Set(read(part).tags))).toEqual([
        new Set(["title", "meta"]),
        new Set(["link"]),
        new Set(["script"]),
      ]);
    }
  });
});

test("a head has its three parts, even where one is empty", () => {
  const html = buildSmall(approvedSite(settingsOf("languages: {}"), { om: page() })).files.get("nb/om.head.html") ?? "";
  expect(html.match(/<!-- malvakt: \w+ -->/gu)).toEqual(
    ["title", "links", "data"].map((part) => `<!-- malvakt: ${part} -->`),
  );
});

test("a page that a site makes of head and fragment is HTML that conforms", () => {
  const { files } = buildSmall(
    approvedSite(settingsOf(`${site}\npublish: { byline: true }`), {
      om: page(
        "Se [boka](https://a.example/).[^1]\n\n[^1]: Note.",
        "description: Hva & hvem\nauthor: A\nimage: /a.jpg\n",
      ),
    }),
  );
  const html = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${files.get("en/om.head.html")}</head>\n<body>\n${files.get("en/om.html")}</body>\n</html>\n`;
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard", "html-validate:recommended"] });
  expect(validator.validateStringSync(html).results.flatMap(({ messages }) => messages)).toEqual([]);
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
});

test("what is missing is told in both languages", () => {
  for (const locale of ["en", "nb"] as const)
    expect(sentence({ id: "build.no-site" }, locale)).toContain("`site: https://www.example-clinic.no`");
});
