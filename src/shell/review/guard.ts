// Who may ask the server of the review page anything: the page itself, from this machine, with the token.
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { host } from "../own-port.ts";

export const tokenHeader = "x-malvakt-token";

/** Longer headers and addresses are no one's who reviews. */
const longestAddress = 8000;

/**
 * Why a request is not answered, as a status; undefined for one that may be. A name of another host may be one that was
 * led here; a second Host header, or a length beside chunks, is an attempt to be read in two ways.
 */
export function refusalOf(
  { method, url = "", headers, rawHeaders }: IncomingMessage,
  port: number,
): number | undefined {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  const isOnce = (name: string): boolean => names.filter((one) => one === name).length === 1;
  if (!isOnce("host")) return 400;
  if (!hostsOf(port).includes(headers.host ?? "")) return 421;
  if (names.includes("transfer-encoding") && names.includes("content-length")) return 400;
  if (url.length > longestAddress || !url.startsWith("/") || url.startsWith("//")) return 400;
  if (!URL.canParse(url, `http://${host}`)) return 400;
  const { pathname } = new URL(url, `http://${host}`);
  // As it was asked for, or not at all: an address that has to be made shorter is not one of ours.
  if (pathname !== url.split(/[?#]/u)[0]) return 400;
  if (method !== "GET" && method !== "POST") return 405;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return 403;
  if (method === "POST") {
    if (origin === undefined) return 403;
    if (!isOnce("content-type") || headers["content-type"] !== "application/json") return 415;
  }
  return undefined;
}

export function isToken(given: string | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(given ?? ""), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function hostsOf(port: number): string[] {
  return [`${host}:${port}`, `localhost:${port}`];
}
