// `<language>/<slug>.head.html`: what a site puts into the head of the page that includes the fragment, in three parts.
import { languageData, type Emitter, type FilledPage } from "../filled.ts";
import { headPath } from "../../layout.ts";
import { openGraphLocale } from "../../language/open-graph.ts";
import { wholeAddress } from "../address-of.ts";
import { isPublished, type Site } from "../site.ts";
import { writeJson } from "../manifest.ts";
import { imageOf, structuredData } from "../structured-data.ts";
import { hreflangsOf, type Hreflang } from "../hreflang.ts";
import type { DecidedPage } from "../decide.ts";

/** The parts in their order, each under its mark: a site that makes one of them by itself takes the others. */
const parts = ["title", "links", "data"] as const;

export const emitHeads: Emitter = ({ site, pages }) =>
  [...pages].flatMap(([id, languages]) => {
    const page = site.pages.get(id);
    const hreflangs = page ? hreflangsOf(site, page) : [];
    return [...languages.values()].map((filled) => {
      const lines = {
        title: [...title(filled), ...openGraph(site, filled, page)],
        links: links(site, filled, hreflangs),
        data: [`<script type="application/ld+json">\n${writeJson(structuredData(site, filled, languages))}</script>`],
      };
      const head = parts.flatMap((part) => [`<!-- malvakt: ${part} -->`, ...lines[part]]);
      return [headPath(filled.published.path), `${head.join("\n")}\n`] as const;
    });
  });

function title({ published: { title: words, description } }: FilledPage): string[] {
  const meta = description === undefined ? [] : [`<meta name="description" content="${escaped(description)}">`];
  return [`<title>${escaped(words)}</title>`, ...meta];
}

function openGraph(site: Site, { published }: FilledPage, page: DecidedPage | undefined): string[] {
  const locales = [...(page?.decisions ?? [])].flatMap(([code, decision]) =>
    isPublished(decision) && code !== published.language ? [openGraphLocale(languageData(code))] : [],
  );
  const properties: [string, string | undefined][] = [
    ["og:type", "article"],
    ["og:title", published.title],
    ["og:description", published.description],
    ["og:url", wholeAddress(site.settings, published.url)],
    ["og:image", imageOf(site, published)],
    ["og:locale", openGraphLocale(languageData(published.language))],
    ...locales.map((locale): [string, string] => ["og:locale:alternate", locale]),
  ];
  return properties.flatMap(([property, content]) =>
    content === undefined ? [] : [`<meta property="${property}" content="${escaped(content)}">`],
  );
}

function links({ settings }: Site, { published }: FilledPage, hreflangs: readonly Hreflang[]): string[] {
  const own = wholeAddress(settings, published.url);
  return [
    ...(own === undefined ? [] : [`<link rel="canonical" href="${escaped(own)}">`]),
    ...hreflangs.map(
      ({ hreflang, address }) => `<link rel="alternate" hreflang="${escaped(hreflang)}" href="${escaped(address)}">`,
    ),
  ];
}

/** For text and attributes; without any tag or comment in it, so that a head can be cut at its marks. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}
