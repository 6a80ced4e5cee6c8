// A clinic's site for tests in a browser: pages built by the product, and a server on this machine that can misbehave.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "../../src/core/malvakt.ts";
import { readPage } from "../../src/core/page/page.ts";
import { readSettings } from "../../src/core/settings.ts";
import { approvedEntry, catalogText } from "../catalog-by-hand.ts";

/** Made of src/embed/ before the tests run. */
export const embedProgram = readFileSync(new URL("../../lib/embed-program.js", import.meta.url), "utf8");

export const ims = `---
title: Tørrnåling
description: Om nåler.
---

# Tørrnåling

Ring oss på 22 33 44 55, eller les om [priser](priser.md).[^1]

| Tid | Pris |
| --- | --- |
| 30 min | 850 kr |

## Er det smertefullt?

Litt.

[^1]: Kilden.
`;

export const priser = `---
title: Priser
---

Første time koster 850 kr.
`;

/** By source text; what is not here is as it is in the source. */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    Tørrnåling: "Dry needling",
    "Om nåler.": "About needles.",
    "Ring oss på 22 33 44 55, eller les om <a>priser</a>.<sup/>":
      "Call 22 33 44 55, or read about <a>prices</a>.<sup/>",
    Tid: "Time",
    Pris: "Price",
    "Er det smertefullt?": "Is it painful?",
    "Litt.": "A little.",
    "Kilden.": "The source.",
    Priser: "Prices",
    "Første time koster 850 kr.": "The first visit costs NOK 850.",
    priser: "prices",
  },
  ar: {
    Tørrnåling: "الإبر الجافة",
    "Om nåler.": "عن الإبر.",
    "Ring oss på 22 33 44 55, eller les om <a>priser</a>.<sup/>":
      "اتصل بنا على 22 33 44 55 أو اقرأ عن <a>الأسعار</a>.<sup/>",
    "Er det smertefullt?": "هل هو مؤلم؟",
    "Litt.": "قليلًا.",
  },
};

/** A `dist/` of pages, approved in English and, the first, in Arabic; Polish has nothing. */
export function distOf(
  pages: Readonly<Record<string, string>>,
  settings = "languages: { en: {}, ar: {}, pl: {} }",
  before: ReadonlyMap<string, string> = new Map(),
  approved: readonly string[] = ["ims en", "ims ar", "priser en"],
): Map<string, string> {
  const read = readSettings(`source: nb\nseverity: { bidi: off, untranslated: off }\n${settings}`);
  if (!read.settings) throw new Error(JSON.stringify(read.mistakes));
  const catalogs = ["en", "ar", "pl"].map((language) => {
    const own = Object.entries(pages).filter(([id]) => approved.includes(`${id} ${language}`));
    const texts = own.map(([id, source]) => [id, catalogOf(language, id, source)] as const);
    return [language, new Map(texts)] as const;
  });
  const { files } = build(
    {
      settings: read.settings,
      terms: undefined,
      pages: new Map(Object.entries(pages).map(([id, text]) => [id, { path: `content/nb/${id}.md`, text }])),
      catalogs: new Map(catalogs),
    },
    before,
    { allowWithdraw: true, embedProgram },
  );
  return files;
}

function catalogOf(language: string, id: string, source: string): { path: string; text: string } {
  const units = readPage(source, id).page?.units ?? [];
  const entries = units.map(({ context, text }) =>
    approvedEntry({ context, id: text, text: translations[language]?.[text] ?? text }, language),
  );
  return { path: `content/${language}/${id}.po`, text: catalogText(language, entries) };
}

export type Answer = {
  type?: string;
  body: string;
  headers?: Record<string, string>;
  /** The rest of the body, which comes after this. */
  rest?: { after: Promise<unknown>; body: string };
};

export type Server = {
  /** The address of a path on the clinic's site, or on another host of this server. */
  at: (path: string, host?: string) => string;
  /** What is served: `/files/` is the output folder, the rest are pages of the site. */
  answers: Map<string, Answer | ((request: IncomingMessage) => Answer)>;
  /** Paths that were asked for, with their queries. */
  asked: string[];
  /** Puts an output folder in place of the one before. */
  serve: (dist: ReadonlyMap<string, string>, headers?: Record<string, string>) => void;
  close: () => Promise<void>;
};

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  css: "text/css",
};

/** Every host is this machine: names that are not `localhost` are what browsers hold to be insecure without https. */
export async function openServer(): Promise<Server> {
  const answers: Server["answers"] = new Map();
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://x");
    asked.push(decodeURI(url.pathname) + url.search);
    const given = answers.get(decodeURI(url.pathname));
    const answer = typeof given === "function" ? given(request) : given;
    if (!answer) {
      response.writeHead(404, { "Content-Type": "text/html", "Access-Control-Allow-Origin": "*" });
      response.end("<p>Not found");
      return;
    }
    const type = answer.type ?? types[/\.([a-z]+)$/u.exec(url.pathname)?.[1] ?? "html"] ?? "text/html";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache", ...answer.headers });
    response.write(answer.body);
    void Promise.resolve(answer.rest?.after).then(() => response.end(answer.rest?.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path, host = "www.clinic.test") => `http://${host}:${port}${path}`,
    answers,
    asked,
    serve: (dist, headers) => {
      for (const path of answers.keys()) if (path.startsWith("/files/")) answers.delete(path);
      for (const [path, body] of dist)
        answers.set(`/files/${path}`, { body, headers: { "Access-Control-Allow-Origin": "*", ...headers } });
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A `dist/` in which a fragment is another text, as its manifest says: whoever writes there writes both. */
export function withFragment(dist: ReadonlyMap<string, string>, path: string, html: string): Map<string, string> {
  const manifest = JSON.parse(dist.get("manifest.json") ?? "") as {
    pages: Record<string, Record<string, { path?: string; sha256?: string; integrity?: string }>>;
  };
  const hash = createHash("sha256").update(html);
  const base64 = hash.copy().digest("base64");
  for (const languages of Object.values(manifest.pages))
    for (const entry of Object.values(languages))
      if (entry.path === path)
        Object.assign(entry, { sha256: hash.copy().digest("hex"), integrity: `sha256-${base64}` });
  return new Map([...dist, [path, html], ["manifest.json", JSON.stringify(manifest)]]);
}
