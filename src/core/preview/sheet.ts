// The foot of a printed page: which version it is, and where its reader finds it, as a code for a camera too.
import type { Element } from "hast";
import { encode } from "uqr";
import type { Settings } from "../settings.ts";
import { element, type Inside } from "./tree.ts";

/** A version of a page on paper: the first eight digits of its fragment's SHA-256, which manifest and ledger have whole. */
export function versionId(sha256: string): string {
  return sha256.slice(0, 8);
}

/** The full address of a page; undefined where no one has said on which host the site is. */
export function fullAddress({ site }: Pick<Settings, "site">, url: string): string | undefined {
  if (/^https?:/u.test(url)) return url;
  return site === undefined ? undefined : site.replace(/\/$/u, "") + url;
}

/** Modules of quiet around a code, as its standard wants. */
const quiet = 4;

/** A QR code of an address (ISO/IEC 18004), for paper: a camera reads it though a tenth of it is soiled. */
export function codeOf(address: string): Element {
  const { size, data } = encode(address, { ecc: "M", border: 0 });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? "1" : "0"))
        .join("")
        .matchAll(/1+/gu),
    ].map(({ index, 0: run }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`),
  );
  const side = size + 2 * quiet;
  return element(
    "svg",
    { className: ["code"], viewBox: `0 0 ${side} ${side}`, role: "img", ariaLabel: address },
    element("path", { fill: "#fff", d: `M0 0h${side}v${side}h-${side}z` }),
    element("path", { fill: "#000", shapeRendering: "crispEdges", d: runs.join("") }),
  );
}

export type Sheet = {
  /** The page's title, in its own language. */
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  version: string;
  /** Full address of what is approved and published; undefined for anything else, which has no code. */
  address: string | undefined;
  /** What is wrong with handing it out; undefined for nothing. */
  warning: string | undefined;
};

/** The foot of a sheet. It stands on each printed page. */
export function footOf({ title, language, direction, version, address, warning }: Sheet): Element {
  const words: Inside[] = [
    element("span", { className: ["foot-title"], lang: language, dir: direction }, title),
    warning === undefined ? undefined : element("strong", { className: ["foot-warning"] }, warning),
    address === undefined ? undefined : element("span", { className: ["foot-address"], dir: "ltr" }, address),
    element("span", { className: ["foot-version"], dir: "ltr" }, version),
  ];
  return element(
    "footer",
    { className: ["foot"] },
    element("div", { className: ["foot-words"] }, words),
    address === undefined ? undefined : codeOf(address),
  );
}
