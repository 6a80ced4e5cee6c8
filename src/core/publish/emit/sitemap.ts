// `sitemap.xml`: all pages with their hreflangs, for search engines, where the settings ask for it.
import { sitemapPath } from "../../layout.ts";
import { wholeAddress } from "../address-of.ts";
import type { Emitter, FilledPage } from "../filled.ts";
import { hreflangsOf, type Hreflang } from "../hreflang.ts";

/** What one file may hold (https://www.sitemaps.org/protocol.html): of bytes, less what stands around them. */
const mostAddresses = 50_000;
const mostBytes = 52_428_800 - 1_000;

/** More than one file can hold goes on in `sitemap-2.xml` and so on. */
export const emitSitemap: Emitter = ({ site, pages }) => {
  if (!site.settings.publish.sitemap) return [];
  const entries = [...pages].flatMap(([id, languages]) => {
    const page = site.pages.get(id);
    const hreflangs = page ? hreflangsOf(site, page) : [];
    return [...languages.values()].flatMap((filled) => {
      const address = wholeAddress(site.settings, filled.published.url);
      return address === undefined ? [] : [entryOf(address, filled, hreflangs)];
    });
  });
  if (entries.length === 0) return [];
  return inFiles(entries).map((some, index) => [sitemapPath(index + 1), sitemapOf(some)] as const);
};

function entryOf(address: string, { published }: FilledPage, hreflangs: readonly Hreflang[]): string {
  const changed = published.approved?.date ?? published.date;
  return [
    "<url>",
    `<loc>${escaped(address)}</loc>`,
    ...(changed === undefined ? [] : [`<lastmod>${changed}</lastmod>`]),
    ...hreflangs.map(
      ({ hreflang, address: other }) =>
        `<xhtml:link rel="alternate" hreflang="${escaped(hreflang)}" href="${escaped(other)}"/>`,
    ),
    "</url>",
  ].join("\n");
}

/** `most` and `bytes` are what one file may hold. */
export function inFiles(entries: readonly string[], most = mostAddresses, bytes = mostBytes): string[][] {
  const files: string[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = new TextEncoder().encode(entry).length + 1;
    const last = files.at(-1);
    if (last && last.length < most && size <= room) last.push(entry);
    else {
      files.push([entry]);
      room = bytes;
    }
    room -= size;
  }
  return files;
}

function sitemapOf(entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
