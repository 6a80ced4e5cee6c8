// From decisions to files: fragments, heads and the manifest. A build returns its files as a value.
import type { Language } from "../language/language.ts";
import { languageOf } from "../language/all.ts";
import { idPrefixesOf } from "../page/ids.ts";
import type { Page } from "../page/page.ts";
import { escapeAttribute, escapeContent, type PageLink } from "../page/template.ts";
import { isPlain } from "../page/unit.ts";
import { sha256Hex } from "../hash.ts";
import { plainText } from "../unit-text.ts";
import type { Settings } from "../settings.ts";
import type { Decision } from "./decide.ts";
import { fill } from "./fill.ts";
import type { Fragments } from "./ledger.ts";
import { manifestJsonSchema, writeManifest, type Manifest, type ManifestEntry } from "./manifest.ts";

/** A page with what becomes of it in each of its languages, the source first. */
export type PagePlan = { id: string; page: Page | undefined; decisions: Map<string, Decision> };

/** The files of `dist/` by path, the manifest last, as it must be written. */
export type Output = { files: Map<string, string>; manifest: Manifest };

type Site = { settings: Settings; plans: ReadonlyMap<string, PagePlan>; prefixes: ReadonlyMap<string, string> };

/** Builds all files. `oldFragments` are those that the ledger names, by path; a stale page's stays as it is. */
export function assemble(plans: readonly PagePlan[], settings: Settings, oldFragments: Fragments): Output {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const site: Site = { settings, plans: byId, prefixes: idPrefixesOf(byId.keys()) };
  const files = new Map<string, string>();
  const manifest: Manifest = { version: 1, source: settings.source, pages: {} };
  for (const plan of plans) {
    const alternates = alternatesOf(plan, site);
    const entries: Record<string, ManifestEntry> = {};
    for (const [code, decision] of plan.decisions) {
      const entry = entryOf(plan, code, decision, site, alternates, files, oldFragments);
      entries[code] = entry;
      if (entry.path !== undefined) files.set(headPath(entry.path), headOf(entry, code));
    }
    manifest.pages[plan.id] = entries;
  }
  files.set("manifest.schema.json", `${JSON.stringify(manifestJsonSchema, undefined, 2)}\n`);
  files.set("manifest.json", writeManifest(manifest));
  return { files, manifest };
}

/** Path of what belongs into the head of a page, beside its fragment. */
export function headPath(fragmentPath: string): string {
  return fragmentPath.replace(/\.html$/u, ".head.html");
}

function entryOf(
  plan: PagePlan,
  code: string,
  decision: Decision,
  site: Site,
  alternates: Record<string, string>,
  files: Map<string, string>,
  oldFragments: Fragments,
): ManifestEntry {
  if (decision.status === "withheld") return { status: "withheld", ...(decision.counts && { units: decision.counts }) };
  if (decision.status === "stale") {
    const { kept, counts } = decision;
    files.set(kept.path, oldFragments.get(kept.path) ?? "");
    return { ...kept, status: "stale", alternates, ...(counts && { units: counts }) };
  }
  const { page } = plan;
  if (!page) throw new Error(`A page that cannot be read was to be published: ${plan.id}`);
  const texts = decision.status === "source" ? page.units.map((unit) => unit.text) : decision.texts;
  const slug = decision.status === "source" ? page.slug : decision.slug;
  const fragment = fragmentOf(page, code, texts, site);
  const path = `${code}/${slug}.html`;
  files.set(path, fragment);
  const date = decision.status === "source" ? page.frontMatter?.date : decision.date;
  const description = textOf(page, texts, "description");
  return {
    status: decision.status,
    path,
    url: addressOf(site.settings, code, slug),
    title: textOf(page, texts, "title") ?? page.id,
    ...(description === undefined ? undefined : { description }),
    sha256: sha256Hex(fragment),
    ...(date === undefined ? undefined : { date }),
    alternates,
    headings: headingsOf(page, texts),
    ...(decision.status === "approved" && { units: decision.counts }),
    data: dataOf(page, texts),
  };
}

function fragmentOf(page: Page, code: string, texts: readonly string[], site: Site): string {
  const language = languageData(code);
  const body = fill(page.template, {
    units: page.units,
    texts,
    language,
    addressOf: (link) => linkAddress(link, code, site),
  });
  return `<article lang="${escapeAttribute(code)}" dir="${language.direction}" data-page="${escapeAttribute(page.id)}">\n${body.trim()}\n</article>\n`;
}

function languageData(code: string): Language {
  const language = languageOf(code);
  if (!language) throw new Error(`There is no data for the language ${code}, though the settings were checked.`);
  return language;
}

/** The address of a page of the site. */
export function addressOf(settings: Settings, code: string, slug: string): string {
  const encoded = slug.split("/").map(encodeURIComponent).join("/");
  return settings.url.replaceAll("{lang}", code).replaceAll("{slug}", encoded);
}

/** A link leads to the page in the reader's language, or where that is not published, to the source's. */
function linkAddress(link: PageLink, code: string, site: Site): string {
  const plan = site.plans.get(link.page);
  const url = plan && (publishedAddress(plan, code, site) ?? publishedAddress(plan, site.settings.source, site));
  if (url === undefined) return link.href;
  return link.fragment === ""
    ? url
    : `${url}#${encodeURIComponent(`${site.prefixes.get(link.page)}-${link.fragment}`)}`;
}

function publishedAddress(plan: PagePlan, code: string, site: Site): string | undefined {
  const decision = plan.decisions.get(code);
  if (decision?.status === "source") return addressOf(site.settings, code, plan.page?.slug ?? plan.id);
  if (decision?.status === "approved") return addressOf(site.settings, code, decision.slug);
  return decision?.status === "stale" ? decision.kept.url : undefined;
}

function alternatesOf(plan: PagePlan, site: Site): Record<string, string> {
  const addresses = [...plan.decisions.keys()].map((code) => [code, publishedAddress(plan, code, site)] as const);
  return Object.fromEntries(addresses.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function textOf(page: Page, texts: readonly string[], context: string): string | undefined {
  const index = page.units.findIndex((unit) => unit.context === context);
  return index === -1 ? undefined : texts[index];
}

function headingsOf(page: Page, texts: readonly string[]): { depth: number; id: string; text: string }[] {
  return page.headings.map(({ depth, id, unit, text }) => {
    const translated = unit === undefined ? undefined : texts[unit];
    return {
      depth,
      id,
      text: translated === undefined ? text : plainText(translated).plain.replaceAll("\n", " ").trim(),
    };
  });
}

function dataOf(page: Page, texts: readonly string[]): Record<string, unknown> {
  const { author, category, image, data } = page.frontMatter ?? { data: {} };
  const alt = image?.alt === undefined ? undefined : altText(page, texts);
  return {
    ...data,
    ...(author === undefined ? undefined : { author }),
    ...(category === undefined ? undefined : { category }),
    ...(image === undefined ? undefined : { image: { ...image, ...(alt === undefined ? undefined : { alt }) } }),
  };
}

function altText(page: Page, texts: readonly string[]): string | undefined {
  const own = page.frontMatter?.image?.alt?.trim();
  const index = page.units.findIndex((unit) => isPlain(unit.context) && unit.context === "alt" && unit.text === own);
  return index === -1 ? own : texts[index];
}

/** What a site puts into the head of the page that includes the fragment. */
function headOf(entry: ManifestEntry, code: string): string {
  const lines = [`<title>${escapeContent(entry.title ?? "")}</title>`];
  if (entry.description !== undefined)
    lines.push(`<meta name="description" content="${escapeAttribute(entry.description)}">`);
  const own = entry.alternates?.[code];
  if (own !== undefined) lines.push(`<link rel="canonical" href="${escapeAttribute(own)}">`);
  for (const [language, url] of Object.entries(entry.alternates ?? {})) {
    lines.push(`<link rel="alternate" hreflang="${escapeAttribute(language)}" href="${escapeAttribute(url)}">`);
  }
  return `${lines.join("\n")}\n`;
}
