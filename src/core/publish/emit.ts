// From a decided site to its files: each kind of output is one emitter, and one list says which there are.
import { embedScriptPath } from "../layout.ts";
import { writeEmbedScript } from "./embed-script.ts";
import { emitAbove } from "./emit/above.ts";
import { emitEmbeds } from "./emit/embeds.ts";
import { emitFragments } from "./emit/fragments.ts";
import { emitFrames } from "./emit/frames.ts";
import { emitHeads } from "./emit/heads.ts";
import { emitManifest } from "./emit/manifest.ts";
import { emitReadme } from "./emit/readme.ts";
import { emitSitemap } from "./emit/sitemap.ts";
import { emitRedirects } from "./emit/redirects.ts";
import { emitStylesheet } from "./emit/stylesheet.ts";
import type { Emitter, FilledSite } from "./filled.ts";

/** In the order in which the files are written. */
const emitters: readonly Emitter[] = [
  emitFragments,
  emitHeads,
  emitAbove,
  emitEmbeds,
  emitFrames,
  emitSitemap,
  emitRedirects,
  emitStylesheet,
  emitReadme,
  emitManifest,
];

/** The files of a site by path below the output folder, the ledger aside. `embedProgram` is src/embed/, compiled. */
export function emit(filled: FilledSite, embedProgram: string | undefined): Map<string, string> {
  const files = new Map(emitters.flatMap((emitter) => [...emitter(filled)]));
  if (embedProgram !== undefined) files.set(embedScriptPath, writeEmbedScript(embedProgram, filled.site.settings));
  return files;
}
