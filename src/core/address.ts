// What an address may be, judged on what a browser makes of it, for every place where one is written.

/** An address as browsers read it (WHATWG URL): without C0 controls and blanks around it, tabs and line ends in it. */
function asBrowsersRead(address: string): string {
  return address.replaceAll(/^[\0-\u0020]+|[\0-\u0020]+$/gu, "").replaceAll(/[\t\n\r]/gu, "");
}

/**
 * A path, a query or a fragment: it stays on the site. A colon before those may end a scheme; two slashes, whichever way
 * they lean, lead to any host.
 */
function staysOnSite(seen: string): boolean {
  return !/^[^/?#]*:/u.test(seen) && !/^[\\/]{2}/u.test(seen);
}

/** Where a reader may be led: to the web, to mail, to a telephone, or within the site. */
export function isAllowedLink(href: string): boolean {
  const seen = asBrowsersRead(href);
  return staysOnSite(seen) || /^(?:https?:\/\/[^\\/?#]|mailto:|tel:)/iu.test(seen);
}

/** Where an image may come from: the site, or https. Anything else tracks, breaks, or is a program. */
export function isAllowedImage(src: string): boolean {
  const seen = asBrowsersRead(src);
  return staysOnSite(seen) || /^https:\/\/[^\\/?#]/iu.test(seen);
}

/** The address of a page of the site: a path from its root, or https; written as it is meant, without anything to skip. */
export function isAllowedPageUrl(url: string): boolean {
  const isWritten = /^(?:https:\/\/[^\s\\/?#@"'<>{}\p{C}]+)?\/(?![\\/])[^\s\\"'<>\p{C}]*$/u.test(url);
  return isWritten && (url.startsWith("/") || URL.canParse(url));
}

/** The beginning of all addresses of a site: scheme and host, nothing after them. */
export function isOrigin(url: string): boolean {
  return isAllowedPageUrl(`${url}/`) && /^https:\/\/[^/]+$/u.test(url) && URL.canParse(url);
}

/** Where an address of a page leads, however it is written: its host, "" where it says none, and its path. */
export type Destination = { origin: string; path: string };

/**
 * The destination of an address, for comparing two. Percent-encoding tells none apart, and neither does the last slash:
 * most servers add it or take it away. `origin` is that of addresses that have none of their own.
 */
export function destinationOf(url: string, origin = ""): Destination {
  const own = /^https:\/\/[^/?#]+/iu.exec(url)?.[0] ?? "";
  const [path = "", query = ""] = url.slice(own.length).split(/(?=\?)/u);
  return {
    origin: (own || origin).toLowerCase(),
    path: (decoded(path).replace(/(?<=.)\/$/u, "") + decoded(query)).normalize("NFC"),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `MAILTO:` is `mailto:`, and is written so. */
export function withSmallScheme(href: string): string {
  return href.replace(/^[a-z]+:/iu, (scheme) => scheme.toLowerCase());
}
