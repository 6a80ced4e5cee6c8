// An address that a page once had leads somewhere or is told to be gone, whatever happens to pages and settings: no
// circles, no chains, none from an address in use; and no link of a fragment that was kept leads to what is gone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { destinationOf } from "../src/core/address.ts";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { originOf, type Settings } from "../src/core/settings.ts";
import { approvedCatalog, buildSmall, settingsOf } from "./small-site.ts";

const ids = ["a", "bø", "kurs/index"];
const links: Record<string, string> = {
  a: "[b](bø.md#om) [k](kurs/index.md)",
  bø: "[a](a.md) [k](kurs/index.md#om)",
  "kurs/index": "[a](../a.md#om) [b](../bø.md)",
};
const patterns = [
  "",
  'sourceUrl: "/{slug}/"',
  'sourceUrl: "/{slug}"',
  'url: "/{lang}/{slug}"',
  'url: "https://clinic.example/{lang}/{slug}/"',
  'url: "https://{lang}.clinic.example/{slug}/"',
  'url: "/side/{slug}/{lang}/"\nsite: https://clinic.example',
  'url: "/?side={slug}&språk={lang}"',
];

/** Everything that can happen between two builds; `which` picks a page, or how. */
const events = {
  nothing: () => {},
  pattern: (state: State, which: number) => (state.pattern = patterns[which % patterns.length] ?? ""),
  text: (state: State, which: number) => void (pageAt(state, which).text += "."),
  approve: (state: State) => {
    for (const page of state.pages) page.approved = { text: page.text, slug: page.slug };
  },
  slug: (state: State, which: number) => (pageAt(state, which).slug = `slug-${which}`),
  "no slug": (state: State, which: number) => (pageAt(state, which).slug = undefined),
  rename: (state: State, which: number) => {
    const page = pageAt(state, which);
    page.was = [...page.was, page.id];
    page.id = `${page.id.replace(/\d*$/u, "")}${(state.count += 1)}`;
  },
  delete: (state: State, which: number) => (pageAt(state, which).isThere = false),
  restore: (state: State, which: number) => (pageAt(state, which).isThere = true),
  withdraw: (state: State, which: number) => (pageAt(state, which).isWithdrawn = !pageAt(state, which).isWithdrawn),
  pause: (state: State) => (state.isPaused = !state.isPaused),
} satisfies Record<string, (state: State, which: number) => unknown>;

type Approved = { text: string; slug: string | undefined };
type PageState = Approved & { id: string; was: string[]; isThere: boolean; isWithdrawn: boolean; approved: Approved };
type State = { pattern: string; pages: PageState[]; isPaused: boolean; count: number };

const pageAt = (state: State, which: number): PageState => {
  const page = state.pages[which % state.pages.length];
  if (!page) throw new Error("There are no pages.");
  return page;
};

function markdown({ was, isWithdrawn }: PageState, { text, slug }: Approved): string {
  const head = [
    "title: Side",
    ...(slug === undefined ? [] : [`slug: ${slug}`]),
    ...(was.length === 0 ? [] : [`was: [${was.join(", ")}]`]),
    ...(isWithdrawn ? ['withdrawn: "2026-11-02 Kari Nordmann: feil"'] : []),
  ];
  return `---\n${head.join("\n")}\n---\n\n## Om\n\n${text}\n`;
}

function build(state: State, files: ReadonlyMap<string, string>): { files: Map<string, string>; settings: Settings } {
  const there = state.pages.filter(({ isThere }) => isThere);
  const settings = settingsOf(
    `${state.pattern}\nlanguages: { en: { publish: ${!state.isPaused} } }\npublish: { sitemap: true }`,
  );
  const site = {
    settings: { ...settings, severity: { ...settings.severity, "link-broken": "off" as const } },
    pages: new Map(there.map((page) => [page.id, markdown(page, page)])),
    catalogs: new Map([
      ["en", new Map(there.map((page) => [page.id, approvedCatalog(markdown(page, page.approved), "en")]))],
    ]),
  };
  return { files: buildSmall(site, files).files, settings };
}

const json = (files: ReadonlyMap<string, string>, path: string): unknown => JSON.parse(files.get(path) ?? "{}");

test("addresses of before lead on, in one step, to addresses in use", { timeout: 300_000 }, () => {
  const seen = { redirects: 0, gone: 0, links: 0 };
  const step = fc.record({ event: fc.constantFrom(...Object.keys(events)), which: fc.nat(11) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 7 }), (steps) => {
      const state: State = {
        pattern: "",
        isPaused: false,
        count: 0,
        pages: ids.map((id) => {
          const text = `Om ${id}: ${links[id]}`;
          const approved = { text, slug: undefined };
          return { id, text, slug: undefined, was: [], isThere: true, isWithdrawn: false, approved };
        }),
      };
      let { files } = build(state, new Map());
      const ever = new Set<string>();
      for (const { event, which } of steps) {
        for (const url of addressesIn(files)) ever.add(url);
        events[event as keyof typeof events](state, which);
        const built = build(state, files);
        files = built.files;
        const origin = originOf(built.settings);
        const used = addressesIn(files);
        const places = [...used].map((url) => destinationOf(url, origin));
        const isUsed = (url: string): boolean => {
          const one = destinationOf(url, origin);
          return places.some(
            (other) =>
              one.path === other.path && (one.origin === other.origin || one.origin === "" || other.origin === ""),
          );
        };
        const { redirects } = json(files, "redirects.json") as { redirects: { from: string; to: string | null }[] };
        const when = JSON.stringify(steps);
        expect(new Set(redirects.map(({ from }) => from)).size, when).toBe(redirects.length);
        for (const { from, to } of redirects) {
          expect(isUsed(from), `${from} is in use: ${when}`).toBe(false);
          expect(to === null || used.has(to), `${from} leads to ${to}: ${when}`).toBe(true);
          seen[to === null ? "gone" : "redirects"] += 1;
        }
        const told = new Set(redirects.map(({ from }) => from));
        for (const url of ever) expect(isUsed(url) || told.has(url), `${url} is forgotten: ${when}`).toBe(true);
        for (const [path, html] of files) {
          if (!/^(?!.*\.head\.html$).*\.html$/u.test(path) || !html.includes('data-status="stale"')) continue;
          for (const [, href = ""] of html.matchAll(/<a href="([^"#]+)[^"]*"/gu)) {
            const url = href.replaceAll("&#x26;", "&");
            if (ever.has(url)) expect(used.has(url), `${path} leads to ${url}: ${when}`).toBe(true);
            seen.links += 1;
          }
        }
      }
    }),
    { numRuns: 25 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
});

function addressesIn(files: ReadonlyMap<string, string>): Set<string> {
  const { pages } = json(files, "manifest.json") as Manifest;
  return new Set(
    Object.values(pages).flatMap((languages) =>
      Object.values(languages).flatMap((entry) => (entry.status === "withheld" ? [] : [entry.url])),
    ),
  );
}
