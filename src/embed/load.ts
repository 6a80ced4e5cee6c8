// Fetches the manifest, once for all elements of a page, and fragments with the hash that it names.
import type { Manifest } from "../core/publish/manifest.ts";

const manifests = new Map<string, Promise<Manifest>>();

/**
 * The manifest of a `dist/`, as it was loaded for another element of the page. The browser asks the server whether its own
 * copy still holds: what was taken off the site must not be shown for as long as that may be kept.
 */
export function manifestOf(dist: string): Promise<Manifest> {
  return manifests.get(dist) ?? load(dist, "no-cache");
}

/** The manifest from past all that keeps copies on the way, unless it was asked for since `old` came. */
export async function newerManifest(dist: string, old: Manifest): Promise<Manifest> {
  const known = manifestOf(dist);
  const isOld = (await known) === old;
  // Two elements may have waited for the same one.
  return isOld && manifests.get(dist) === known ? load(dist, "reload") : manifestOf(dist);
}

function load(dist: string, cache: RequestCache): Promise<Manifest> {
  const manifest = fetchManifest(dist, cache);
  manifests.set(dist, manifest);
  // What did not come may come the next time.
  manifest.catch(() => manifests.get(dist) === manifest && manifests.delete(dist));
  return manifest;
}

async function fetchManifest(dist: string, cache: RequestCache): Promise<Manifest> {
  const manifest = JSON.parse(await textAt(new URL("manifest.json", dist), { cache })) as Manifest;
  if (manifest.version !== 2) throw new Error(`${dist}manifest.json is not a manifest of version 2`);
  return manifest;
}

/** The text of a fragment. The browser compares the hash; `crypto.subtle` is missing on sites without https. */
export function fetchFragment(address: URL, integrity: string, cache: RequestCache): Promise<string> {
  return textAt(address, { integrity, cache });
}

async function textAt(address: URL, init: RequestInit): Promise<string> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address.href} gives ${response.status}`);
  return response.text();
}
