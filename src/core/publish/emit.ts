// From a decided site to its files: each kind of output is one emitter, and one list says which there are.
import { emitFragments } from "./emit/fragments.ts";
import { emitHeads } from "./emit/heads.ts";
import { emitManifest } from "./emit/manifest.ts";
import { emitSitemap } from "./emit/sitemap.ts";
import { emitRedirects } from "./emit/redirects.ts";
import { emitStylesheet } from "./emit/stylesheet.ts";
import type { Emitter, FilledSite } from "./filled.ts";

/** In the order in which the files are written. */
const emitters: readonly Emitter[] = [
  emitFragments,
  emitHeads,
  emitSitemap,
  emitRedirects,
  emitStylesheet,
  emitManifest,
];

/** The files of a site by path below the output folder, the ledger aside. */
export function emit(site: FilledSite): Map<string, string> {
  return new Map(emitters.flatMap((emitter) => [...emitter(site)]));
}
