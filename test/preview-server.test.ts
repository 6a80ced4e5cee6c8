// The server of a preview: this machine only, under its own names only, and nothing but the preview.
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentOf, policyElement } from "../src/core/preview/tree.ts";
import { servePreview, type PreviewServer } from "../src/shell/preview-server.ts";

let server: PreviewServer;
let port = 0;
const page = documentOf("Side", "nb", ["Tekst"]);
beforeAll(async () => {
  server = await servePreview(tmpdir(), {
    files: new Map([
      ["index.html", page],
      ["nb/to ord.html", page],
    ]),
    assets: new Map(),
  });
  port = Number(new URL(server.address).port);
});
afterAll(() => server.close());

type Answer = { status: number; headers: Record<string, unknown>; text: string };

function ask(path: string, { method = "GET", host = `127.0.0.1:${port}` } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host }, agent: false }, (answer) => {
      let text = "";
      answer.on("data", (data: Buffer) => (text += data.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("a page comes with the program that reloads it, under a policy of the answer and nothing looser", async () => {
  const { status, headers, text } = await ask("/");
  expect(status).toBe(200);
  expect(text).toMatch(/<script src="\/reload\.js" data-version="[\da-f]{64}" defer><\/script>/u);
  expect(text).not.toContain(policyElement);
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; .*script-src 'self'; connect-src 'self'; frame-ancestors 'none'$/u,
  );
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect((await ask("/nb/to%20ord.html")).status).toBe(200);
  expect((await ask("/nb/to%20ord.html", { method: "HEAD" })).text).toBe("");
});

describe("nothing is answered", () => {
  test.each([
    "evil.example",
    "127.0.0.1",
    "localhost",
    "127.0.0.1:1",
    "evil.example:PORT",
    "127.0.0.1.evil.example:PORT",
    "[::1]:PORT",
  ])("to another host's name: %s", async (host) => {
    const { status, text } = await ask("/", { host: host.replace("PORT", String(port)) });
    expect([status, text]).toEqual([421, ""]);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("to %s", async (method) => {
    expect((await ask("/", { method })).status).toBe(405);
  });

  test.each([
    "/../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/nb/../../malvakt.yaml",
    "//etc/passwd",
    "/\\..\\..\\etc\\passwd",
    "/%00",
    "/%ff",
    "/%",
    "/__proto__",
    "/constructor",
    "/nb/",
    "/nb",
    "/nb%2Fborte.html",
  ])("for a path that is no page: %s", async (path) => {
    const { status, text } = await ask(path);
    expect([status, text]).toEqual([404, "404\n"]);
  });

  test("to what is no path, and to what is no request; it goes on", async () => {
    expect((await ask("http://evil.example/")).status).toBe(400);
    for (const raw of [
      "GARBAGE\r\n\r\n",
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`,
      "GET / HTTP/1.1\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    ]) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(port, "127.0.0.1", () => socket.end(raw));
        let text = "";
        socket.on("data", (data) => (text += data.toString()));
        socket.on("close", () => resolve(text));
        socket.on("error", () => resolve(text));
      });
      expect(answer).not.toMatch(/^HTTP\/1\.1 200/u);
    }
    expect((await ask("/")).status).toBe(200);
  });

  test("at another address of this machine", async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, family }) => !internal && family === "IPv4"),
    );
    for (const { address } of others) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  });
});

test("where the project's port is taken, another is used", async () => {
  const second = await servePreview(tmpdir(), { files: new Map([["index.html", page]]), assets: new Map() });
  expect(second.address).not.toBe(server.address);
  expect((await fetch(second.address)).status).toBe(200);
  await second.close();
});
