// `redirects.json`: addresses that pages had once, and where a server should lead them.
import { redirectsPath } from "../../layout.ts";
import type { Emitter } from "../filled.ts";
import { writeJson } from "../manifest.ts";
import { addressFor, goneAddresses } from "../site.ts";

/** `to` is null for a page that is published nowhere any more: answer 410 (Gone). */
export type Redirect = { from: string; to: string | null };

export const emitRedirects: Emitter = ({ site }) => {
  const redirects = goneAddresses(site)
    .map(({ gone, page, language }): Redirect => ({ from: gone, to: addressFor(site, page, language) ?? null }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return [[redirectsPath, writeJson({ version: 1, redirects })]];
};
