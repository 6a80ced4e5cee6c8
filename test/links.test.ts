// Where the links of a published page lead: to addresses of the site, whatever file they were written to.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathToPage } from "../src/core/layout.ts";
import { build } from "../src/core/malvakt.ts";
import { linkTarget } from "../src/core/page/links.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { readSettings } from "../src/core/settings.ts";

const { settings } = readSettings("source: nb\nlanguages: {}\n");
if (!settings) throw new Error("The settings of this test are wrong.");

/** Builds pages by their ids, in which `om` has the links. */
function built(pages: Readonly<Record<string, string>>): { html: string; findings: string[] } {
  const texts = Object.entries(pages).map(
    ([id, text]) => [id, { path: `content/nb/${id}.md`, text: `---\ntitle: ${id}\n${text}` }] as const,
  );
  const project = { settings: settings as NonNullable<typeof settings>, terms: undefined, catalogs: new Map() };
  const { files, findings } = build({ ...project, pages: new Map(texts) }, new Map());
  return {
    html: files.get("nb/om.html") ?? "",
    findings: findings.map(({ severity, ruleId, reason, actual }) =>
      [severity, ruleId, actual, sentence(reason, "en")].join(" | "),
    ),
  };
}

describe("a link to the page's own file", () => {
  test.each([
    ["om.md", "/nb/om/"],
    ["./om.md", "/nb/om/"],
    ["om.md#pris", "#om-pris"],
    ["om.md#top", "/nb/om/#top"],
    ["#top", "#top"],
  ])("%s leads to %s", (href, address) => {
    expect(built({ om: `---\n\n[Her](${href}).\n\n## Pris\n` }).html).toContain(`<a href="${address}">Her</a>`);
  });
});

describe("a link as another program would write it leads to the page", () => {
  test.each([
    ["priser.html", "/nb/priser/"],
    ["priser/", "/nb/priser/"],
    ["priser", "/nb/priser/"],
    ["/priser.md", "/nb/priser/"],
    ["priser.html#barn", "/nb/priser/#priser-barn"],
    ["tilbud/", "/nb/tilbud/"],
    ["kurs/", "/nb/kurs/"],
    ["om.html", "/nb/om/"],
    // No page of the site is meant.
    ["/priser/", "/priser/"],
    ["priser.pdf", "priser.pdf"],
  ])("%s leads to %s", (href, address) => {
    const pages = {
      om: `---\n\n[Her](${href}).\n`,
      priser: "---\n\n## Barn\n",
      "tilbud/index": "---\n\nTekst.\n",
      "kurs/Readme": "---\n\nTekst.\n",
    };
    const { html, findings } = built(pages);
    expect(html).toContain(`<a href="${address}">Her</a>`);
    expect(findings.filter((finding) => finding.startsWith("error | link-broken"))).toEqual([]);
  });
});

describe("a link to a page that is not published", () => {
  test.each([
    ["a draft", "draft: true\n---\n\nTekst.\n"],
    ["one with an error", "---\n\n[Ingen](ingen.md).\n"],
    ["one that was withdrawn", 'withdrawn: "2026-11-27 Kari Nordmann: feil"\n---\n\nTekst.\n'],
  ])("%s is told where the link stands, and leads to where the page will be", (_, target) => {
    const { html, findings } = built({ om: "---\n\nSe [prisene](priser.md).\n", priser: target });
    expect(html).toContain('<a href="/nb/priser/">prisene</a>');
    expect(findings).toContain(
      "warning | link-broken | [prisene](priser.md) | This link leads to “priser”, which is not published now; readers find nothing there until it is.",
    );
  });

  test("is no finding where the page is published", () => {
    const { findings } = built({ om: "---\n\nSe [prisene](priser.md).\n", priser: "---\n\nTekst.\n" });
    expect(findings).toEqual([]);
  });
});

test("what is proposed for a page whose name has signs of Markdown leads there", () => {
  const name = "Priser (barn) 100% #1";
  const { findings } = built({ om: "---\n\n[Her](Prisr%20(barn)%20100%25%20%231.html).\n", [name]: "---\n\nTekst.\n" });
  expect(findings.join("\n")).toContain("leads nowhere");
  const { html } = built({ om: `---\n\n[Her](${pathToPage("om", name)}).\n`, [name]: "---\n\nTekst.\n" });
  expect(html).toContain('<a href="/nb/priser-barn-100-1/">Her</a>');
});

describe("what is proposed for a broken link leads there from the page that it is written in", () => {
  const parts = [
    "om",
    "kurs",
    "index",
    "README",
    "Priser (barn)",
    "100%",
    "a#b",
    "c?d",
    "e:f",
    "g@h.no",
    "www.i.no",
    "jæ",
    "å&b",
    "k'l",
  ];
  const id = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((all) => all.join("/"));

  test("whatever their names and folders", () => {
    fc.assert(
      fc.property(id, id, (from, to) => {
        expect(linkTarget(pathToPage(from, to), from)).toEqual({ page: to, fragment: "", isForeign: false });
      }),
    );
  });

  test.each([
    ["kurs/index", "priser.md", "../priser.md"],
    ["kurs/index", "../kurs/foreldr.md", "foreldre.md"],
    ["index", "kurs/foreldr.md", "kurs/foreldre.md"],
    ["kurs/barn/om", "../foreldr.md", "../foreldre.md"],
    ["kurs/barn/om", "../../prisr/", "../../priser.md"],
  ])("in %s: %s becomes %s", (from, href, expected) => {
    const target = "---\ntitle: T\n---\n\nTekst.\n";
    const pages = new Map(
      ["priser", "kurs/foreldre", "kurs/index", "index", "kurs/barn/om"].map((one) => [
        one,
        { path: `content/nb/${one}.md`, text: one === from ? `${target}[Her](${href}).\n` : target },
      ]),
    );
    const text = { settings: settings as NonNullable<typeof settings>, terms: undefined, catalogs: new Map(), pages };
    const found = build(text, new Map()).findings.filter(({ ruleId }) => ruleId === "link-broken");
    expect(found.map((one) => one.expected)).toEqual([[expected]]);
  });
});
