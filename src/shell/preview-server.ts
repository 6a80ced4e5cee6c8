// Shows the preview on this machine, and reloads a page in the browser when it has changed. It has nothing but the preview.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sha256Hex } from "../core/hash.ts";
import { overviewPath } from "../core/preview/places.ts";
import type { PreviewFiles } from "../core/preview/preview.ts";
import { policyElement, servedPolicy } from "../core/preview/tree.ts";
import { host, listenOn, portOf } from "./own-port.ts";
import { previewAsset } from "./preview.ts";

/** Browsers allow few connections to one server: a tab that no one sees gives its own back. */
const program = `"use strict";
const { version } = document.currentScript.dataset;
let events;
const listen = () => {
  events?.close();
  events = undefined;
  if (document.hidden) return;
  events = new EventSource("/events?page=" + encodeURIComponent(location.pathname));
  events.onmessage = ({ data }) => {
    if (data !== version) location.reload();
  };
};
document.addEventListener("visibilitychange", listen);
listen();
`;
const programPath = "/reload.js";

/** Most pages that are told of changes at a time. */
const mostListeners = 200;

export type PreviewServer = {
  address: string;
  /** Shows other files from now on; pages of them that have changed are loaded again. */
  show: (preview: PreviewFiles) => void;
  close: () => Promise<void>;
};

/** Serves the files of a preview, by path. The port is the project's own, where it is free. */
export async function servePreview(root: string, first: PreviewFiles): Promise<PreviewServer> {
  let { files, assets } = first;
  const listeners = new Map<ServerResponse, { path: string; told: string }>();
  const server = createServer((request, response) => {
    request.resume();
    const { port } = server.address() as AddressInfo;
    const asked = askedFor(request, port);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (typeof asked === "number") {
      response.writeHead(asked).end();
    } else if (asked.pathname === programPath) {
      answer(response, request, "text/javascript; charset=utf-8", program);
    } else if (asked.pathname === "/events" && listeners.size < mostListeners) {
      const path = pathIn(asked.searchParams.get("page") ?? "");
      response.writeHead(200, { "content-type": "text/event-stream" });
      listeners.set(response, { path, told: "" });
      response.on("close", () => listeners.delete(response));
      tell();
    } else {
      const path = pathIn(asked.pathname);
      const text = files.get(path);
      const bytes = text === undefined && assets.has(path) ? previewAsset(root, path) : undefined;
      if (bytes) answer(response, request, typeOf(path), bytes);
      else if (text === undefined)
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404\n");
      else answer(response, request, "text/html; charset=utf-8", withReload(text));
    }
  });
  const tell = (): void => {
    for (const [response, listener] of listeners) {
      const version = versionOf(files.get(listener.path));
      if (version === listener.told) continue;
      listener.told = version;
      response.write(`data: ${version}\n\n`);
    }
  };
  const port = await listenOn(server, portOf(root, 20_000));
  return {
    address: `http://${host}:${port}/`,
    show: (next) => {
      ({ files, assets } = next);
      tell();
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const headers = [
  ["cache-control", "no-store"],
  ["content-security-policy", servedPolicy],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
] as const;

/** What is asked for, or why nothing is answered. A name of another host may be one that was led here. */
function askedFor({ method, url = "", headers: given, rawHeaders }: IncomingMessage, port: number): URL | number {
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length !== 1) return 400;
  if (given.host !== `${host}:${port}` && given.host !== `localhost:${port}`) return 421;
  if (method !== "GET" && method !== "HEAD") return 405;
  if (!url.startsWith("/") || !URL.canParse(url, `http://${host}`)) return 400;
  return new URL(url, `http://${host}`);
}

/** A path as the files have it; it is looked up among them and never joined to another. */
function pathIn(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replace(/^\//u, "") || overviewPath;
  } catch {
    return "";
  }
}

/** Pictures are shown; any other file is saved. */
const pictureTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

function typeOf(path: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return Object.hasOwn(pictureTypes, ending) ? (pictureTypes[ending] ?? "") : "application/octet-stream";
}

function answer(response: ServerResponse, { method }: IncomingMessage, type: string, text: string | Buffer): void {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(text) });
  response.end(method === "HEAD" ? undefined : text);
}

function versionOf(text: string | undefined): string {
  return text === undefined ? "gone" : sha256Hex(text);
}

/** A page with the program that loads it again; then the policy comes with the answer. */
function withReload(text: string): string {
  const script = `<script src="${programPath}" data-version="${versionOf(text)}" defer></script>`;
  return text.replace(policyElement, () => script);
}
