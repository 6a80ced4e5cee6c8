// A request to the stand-in for DeepL, and its reply.
import type { IncomingHttpHeaders } from "node:http";

export type Request = {
  /** From 1, in the order of arrival. */
  number: number;
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  fields: URLSearchParams;
  /** Bytes of the body as sent. */
  bytes: number;
  texts: string[];
};

export type Reply = { status: number; body: string };

export function json(status: number, value: unknown): Reply {
  return { status, body: JSON.stringify(value) };
}
