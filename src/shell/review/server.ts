// The server of the review page: on this machine alone, for whoever has the token, with nothing but the project's pages.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { readChangeAsked, readWithdrawAsked } from "../../core/review/asked.ts";
import { explain } from "../explain.ts";
import { host, listenOn } from "../own-port.ts";
import { reviewFiles } from "../package.ts";
import type { Desk } from "./desk.ts";
import { isToken, refusalOf, tokenHeader } from "./guard.ts";

/** The largest text of a unit fits in, with whatever is around it. */
const mostBytes = 1_000_000;

/** Most tabs that are told of changes at a time. */
const mostListeners = 50;

/** A line that says nothing shows whether the other side is still there. */
const heartbeatMs = 15_000;

export type ReviewServer = {
  address: string;
  token: string;
  /** Tells all tabs that something has changed. */
  tell: () => void;
  close: () => Promise<void>;
};

export async function serveReview(desk: Desk, port: number): Promise<ReviewServer> {
  const token = randomBytes(32).toString("base64url");
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const app = appOf(desk, token, listeners);
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    const refusal = refusalOf(request, (server.address() as AddressInfo).port);
    if (refusal === undefined) {
      void answer(request, response);
      return;
    }
    request.resume();
    response.writeHead(refusal, { ...headers, connection: "close", "content-security-policy": "default-src 'none'" });
    response.end();
  });
  server.on("clientError", (_, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
    else socket.destroy();
  });
  const own = await listenOn(server, port);
  const send = (line: string): void => {
    for (const listener of listeners) listener.enqueue(new TextEncoder().encode(`${line}\n`));
  };
  const heart = setInterval(() => send(""), heartbeatMs);
  return {
    address: `http://${host}:${own}/`,
    token,
    tell: () => send("changed"),
    close: async () => {
      clearInterval(heart);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const headers = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function appOf(desk: Desk, token: string, listeners: Set<ReadableStreamDefaultController<Uint8Array>>): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const nonce = randomBytes(16).toString("base64");
    context.header("content-security-policy", policy(nonce));
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    context.set("nonce" as never, nonce as never);
    await next();
  });
  const { page, program, style } = reviewFiles();
  // The files themselves hold nothing of the project.
  app.get("/", (context) => context.html(page.replace("{nonce}", String(context.get("nonce" as never)))));
  app.get("/review.js", (context) => context.body(program, 200, { "content-type": "text/javascript; charset=utf-8" }));
  app.get("/review.css", (context) => context.body(style, 200, { "content-type": "text/css; charset=utf-8" }));

  // Browsers ask for it by themselves.
  app.get("/favicon.ico", (context) => context.body(null, 204));

  app.use("/api/*", async (context, next) => {
    if (!isToken(context.req.header(tokenHeader), token)) return context.body(null, 401);
    return await next();
  });
  app.use("/api/*", bodyLimit({ maxSize: mostBytes, onError: (context) => context.body(null, 413) }));
  app.get("/api/overview", (context) => context.json(desk.overview()));
  app.get("/api/page", (context) => {
    const { page: id, language } = place(context);
    return found(context, desk.page(id, language));
  });
  app.get("/api/help", (context) => {
    const { page: id, language } = place(context);
    return found(context, desk.help(id, language, Number(context.req.query("unit"))));
  });
  app.get("/api/asset", (context) => {
    const { page: id, language } = place(context);
    const bytes = desk.asset(id, language, context.req.query("path") ?? "");
    if (!bytes) return context.body(null, 404);
    return context.body(new Uint8Array(bytes), 200, { "content-type": "application/octet-stream" });
  });
  app.get("/api/events", (context) => events(context, listeners));
  app.post("/api/change", async (context) => {
    const asked = readChangeAsked(await bodyOf(context));
    if (!asked) return context.body(null, 400);
    const revision = /^"([\da-f]{32})"$/u.exec(context.req.header("if-match") ?? "")?.[1];
    if (revision === undefined) return context.body(null, 428);
    const answer = desk.change(asked, revision);
    if (!answer) return context.body(null, 404);
    return context.json(answer, answer.kind === "done" ? 200 : answer.kind === "conflict" ? 409 : 422);
  });
  app.post("/api/withdraw", async (context) => {
    const asked = readWithdrawAsked(await bodyOf(context));
    if (!asked) return context.body(null, 400);
    const answer = desk.withdraw(asked);
    if (!answer) return context.body(null, 404);
    return context.json(answer, answer.kind === "done" ? 200 : 422);
  });
  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    explain(error);
    return context.body(null, 500);
  });
  return app;
}

function place(context: Context): { page: string; language: string } {
  return { page: context.req.query("page") ?? "", language: context.req.query("language") ?? "" };
}

function found(context: Context, value: object | undefined): Response {
  return value === undefined ? context.body(null, 404) : context.json(value);
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}

function events(context: Context, listeners: Set<ReadableStreamDefaultController<Uint8Array>>): Response {
  if (listeners.size >= mostListeners) return context.body(null, 503);
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      own = controller;
      listeners.add(controller);
      controller.enqueue(new TextEncoder().encode("hello\n"));
    },
    cancel: () => {
      if (own) listeners.delete(own);
    },
  });
  return context.body(stream, 200, { "content-type": "text/plain; charset=utf-8" });
}
