// `redirects.json`: addresses that pages had once, and where a server should lead them.
import { destinationOf } from "../../address.ts";
import { redirectsPath } from "../../layout.ts";
import { originOf } from "../../settings.ts";
import type { Emitter } from "../filled.ts";
import { writeJson } from "../manifest.ts";
import { addressFor, goneAddresses, usedAddresses, type Site } from "../site.ts";

/** `to` is null for a page that is published nowhere any more: answer 410 (Gone). */
export type Redirect = { from: string; to: string | null };

export const emitRedirects: Emitter = ({ site }) => {
  const isTaken = takenFor(site);
  const redirects = goneAddresses(site)
    .filter(({ gone }) => !isTaken(gone))
    .map(({ gone, page, language }): Redirect => ({ from: gone, to: addressFor(site, page, language) ?? null }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return [[redirectsPath, writeJson({ version: 1, redirects })]];
};

/**
 * Whether a server may take an address for one in use, which differs in its last slash, its encoding or its host: a
 * redirect from there could lead in a circle.
 */
function takenFor(site: Site): (url: string) => boolean {
  const origin = originOf(site.settings);
  const hosts = new Map<string, Set<string>>();
  for (const url of usedAddresses(site)) {
    const { path, origin: host } = destinationOf(url, origin);
    hosts.set(path, (hosts.get(path) ?? new Set()).add(host));
  }
  return (url) => {
    const { path, origin: host } = destinationOf(url, origin);
    const own = hosts.get(path);
    // An address without a host may be on any.
    return own !== undefined && (host === "" || own.has(host) || own.has(""));
  };
}
