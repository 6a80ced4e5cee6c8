// The server of the review page, asked by raw requests: from this machine with the token, or nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Overview, PageReview, UnitReview } from "../src/core/review/api.ts";
import { openDesk } from "../src/shell/review/desk.ts";
import { serveReview, type ReviewServer } from "../src/shell/review/server.ts";

const home = fileURLToPath(new URL("../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "malvakt-review-"));
const catalog = join(root, "content/sv/ims.po");
let server: ReviewServer;
let port = 0;

beforeAll(async () => {
  for (const name of ["malvakt.yaml", "content"]) cpSync(join(home, name), join(root, name), { recursive: true });
  server = await serveReview(openDesk(root), 0);
  port = Number(new URL(server.address).port);
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; text: string };
type Asking = { method?: string; headers?: Record<string, string | string[] | undefined>; body?: string | Buffer };

/** Asks as the page does; a header that is undefined is left out. */
function ask(path: string, { method = "GET", headers = {}, body }: Asking = {}): Promise<Answer> {
  const own = {
    host: `127.0.0.1:${port}`,
    "x-malvakt-token": server.token,
    ...(method === "POST" ? { origin: `http://127.0.0.1:${port}`, "content-type": "application/json" } : {}),
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: given, agent: false }, (answer) => {
      let text = "";
      answer.on("data", (data: Buffer) => (text += data.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const change = (asked: unknown, headers: Asking["headers"] = {}): Promise<Answer> =>
  ask("/api/change", { method: "POST", headers, body: JSON.stringify(asked) });

async function units(): Promise<UnitReview[]> {
  const { text } = await ask("/api/page?page=ims&language=sv");
  return (JSON.parse(text) as PageReview).units;
}

const saveOf = (unit: number, text: string) => ({ page: "ims", language: "sv", unit, change: { kind: "save", text } });

describe("whoever has the token", () => {
  test("sees all pages, and a page beside its translation", async () => {
    const overview = JSON.parse((await ask("/api/overview")).text) as Overview;
    expect(overview.rows.map(({ page }) => page)).toEqual(["forste-konsultasjon", "ims", "trykkbolgebehandling"]);
    const page = JSON.parse((await ask("/api/page?page=ims&language=ar")).text) as PageReview;
    expect(page.language.direction).toBe("rtl");
    for (const { source, target } of page.rows) expect(source.length > 0 && target.length > 0).toBe(true);
  });

  test("saves a text: it is in the file when that is said, and every other byte of the others is as it was", async () => {
    const [, , , unit] = await units();
    if (!unit) throw new Error("There is no such unit.");
    const before = readFileSync(catalog, "utf8").split("\n\n");
    const { status, text } = await change(saveOf(3, "Ett nytt ord"), { "if-match": `"${unit.revision}"` });
    expect(status).toBe(200);
    const after = readFileSync(catalog, "utf8").split("\n\n");
    const changed = after.filter((entry, at) => entry !== before[at]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('msgstr "Ett nytt ord"');
    expect((JSON.parse(text) as { unit: UnitReview }).unit.revision).toBe((await units())[3]?.revision);
  });

  test("is told what stands there now where someone else was first, and nothing is lost", async () => {
    const unit = (await units())[4];
    const seen = { "if-match": `"${unit?.revision}"` };
    expect((await change(saveOf(4, "Den ena"), seen)).status).toBe(200);
    const { status, text } = await change(saveOf(4, "Den andra"), seen);
    expect(status).toBe(409);
    expect((JSON.parse(text) as { unit: UnitReview }).unit.text).toBe("Den ena");
    expect(readFileSync(catalog, "utf8")).not.toContain("Den andra");
  });

  test("cannot change anything without saying what was seen", async () => {
    expect((await change(saveOf(3, "x"))).status).toBe(428);
    expect((await change(saveOf(3, "x"), { "if-match": "*" })).status).toBe(428);
  });

  test("signs nothing while the termbase cannot be read", async () => {
    const terms = join(root, "content/terms.yaml");
    const before = readFileSync(terms, "utf8");
    const desk = openDesk(root);
    try {
      writeFileSync(terms, "concepts: [\n");
      const unit = desk.page("ims", "sv")?.units[5];
      if (!unit) throw new Error("There is no such unit.");
      const asked = { kind: "approve", text: unit.text, name: "Kari Nordmann" } as const;
      const answer = desk.change({ page: "ims", language: "sv", unit: 5, change: asked }, unit.revision);
      expect(answer).toMatchObject({ kind: "refused", reason: { id: "preview.without-terms" } });
    } finally {
      writeFileSync(terms, before);
    }
  });
});

describe("nothing is read or written", () => {
  const write = JSON.stringify(saveOf(0, "angrep"));
  test.each<[what: string, status: number, path: string, asking: () => Asking]>([
    ["without a token", 401, "/api/overview", () => ({ headers: { "x-malvakt-token": undefined } })],
    ["with a wrong token", 401, "/api/overview", () => ({ headers: { "x-malvakt-token": "x".repeat(43) } })],
    [
      "with the token in a cookie",
      401,
      "/api/overview",
      () => ({ headers: { "x-malvakt-token": undefined, cookie: `x-malvakt-token=${server.token}` } }),
    ],
    [
      "with the token in the address",
      401,
      "/api/overview?token=TOKEN",
      () => ({ headers: { "x-malvakt-token": undefined } }),
    ],
    ["under the name of another host", 421, "/api/overview", () => ({ headers: { host: "evil.example" } })],
    ["under a name led here", 421, "/api/overview", () => ({ headers: { host: `evil.example:${port}` } })],
    ["under the address without the port", 421, "/", () => ({ headers: { host: "127.0.0.1" } })],
    ["from another origin", 403, "/api/overview", () => ({ headers: { origin: "http://evil.example" } })],
    ["from a file", 403, "/api/overview", () => ({ headers: { origin: "null" } })],
    [
      "written from another origin",
      403,
      "/api/change",
      () => ({ method: "POST", headers: { origin: "http://evil.example" }, body: write }),
    ],
    [
      "written from another port",
      403,
      "/api/change",
      () => ({ method: "POST", headers: { origin: "http://127.0.0.1:1" }, body: write }),
    ],
    [
      "written without an origin",
      403,
      "/api/change",
      () => ({ method: "POST", headers: { origin: undefined }, body: write }),
    ],
    [
      "written without a token",
      401,
      "/api/change",
      () => ({ method: "POST", headers: { "x-malvakt-token": undefined }, body: write }),
    ],
    [
      "written as plain text",
      415,
      "/api/change",
      () => ({ method: "POST", headers: { "content-type": "text/plain" }, body: write }),
    ],
    [
      "written as a form",
      415,
      "/api/change",
      () => ({ method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: write }),
    ],
    [
      "written as something like JSON",
      415,
      "/api/change",
      () => ({ method: "POST", headers: { "content-type": "application/json, text/plain" }, body: write }),
    ],
    ["that is no JSON", 400, "/api/change", () => ({ method: "POST", body: "{" })],
    ["that is no change", 400, "/api/change", () => ({ method: "POST", body: "[]" })],
    ["that is too long", 413, "/api/change", () => ({ method: "POST", body: "x".repeat(1_000_001) })],
    ["by other methods", 405, "/api/overview", () => ({ method: "OPTIONS" })],
    ["by PUT", 405, "/api/change", () => ({ method: "PUT" })],
    ["of a page that is a path", 404, "/api/page?page=../../etc/passwd&language=sv", () => ({})],
    ["of a page that is an encoded path", 404, "/api/page?page=..%2F..%2Fmalvakt&language=sv", () => ({})],
    ["of a page encoded twice", 404, "/api/page?page=%252e%252e%252fims&language=sv", () => ({})],
    ["of a language that is a path", 404, "/api/page?page=ims&language=../sv", () => ({})],
    ["of the source as a translation", 404, "/api/page?page=ims&language=nb", () => ({})],
    ["of what every object has", 404, "/api/page?page=__proto__&language=constructor", () => ({})],
    ["of a file that no page shows", 404, "/api/asset?page=ims&language=sv&path=../../malvakt.yaml", () => ({})],
    ["at an address with a way up", 400, "/api/../api/overview", () => ({})],
    ["at an address with a hidden way up", 400, "/%2e%2e/api/overview", () => ({})],
    ["at the address of another host", 400, "//evil.example/api/overview", () => ({})],
    ["at an address that is none", 404, "/%E0%A4%A", () => ({})],
  ])("%s", async (_, status, path, asking) => {
    const before = readFileSync(catalog, "utf8");
    const answer = await ask(path.replace("TOKEN", server.token), asking());
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain("Intramusk");
    expect(readFileSync(catalog, "utf8")).toBe(before);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("from another address of the machine", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of others)
      await expect(
        new Promise((resolve, reject) => {
          const socket = connect(port, address, () => resolve("open"));
          socket.on("error", reject);
        }),
      ).rejects.toThrow("ECONNREFUSED");
  });
});

describe("the server goes on after", () => {
  const host = (): string => `Host: 127.0.0.1:${port}\r\n`;
  const smuggled = (): string => `POST /api/change HTTP/1.1\r\n${host()}`;
  test.each<[what: string, sent: () => string]>([
    ["nonsense", () => "\u0000\u0001\u0002\r\n\r\n"],
    ["two hosts", () => `GET / HTTP/1.1\r\n${host()}Host: evil.example\r\n\r\n`],
    ["no host", () => "GET / HTTP/1.0\r\n\r\n"],
    [
      "a length and chunks",
      () => `${smuggled()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
    ],
    ["two lengths", () => `${smuggled()}Content-Length: 4\r\nContent-Length: 40\r\n\r\nabcd`],
    ["a header of a megabyte", () => `GET / HTTP/1.1\r\n${host()}X: ${"x".repeat(1_000_000)}\r\n\r\n`],
    ["an address of a whole server", () => `GET http://evil.example/ HTTP/1.1\r\n${host()}\r\n`],
    ["an upgrade", () => `GET /api/events HTTP/1.1\r\n${host()}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  ])("%s, which gets no page", async (_, sent) => {
    const got = await new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(sent()));
      let text = "";
      socket.setTimeout(1000, () => socket.destroy());
      socket.on("data", (data: Buffer) => (text += data.toString()));
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
    expect(got).not.toMatch(/^HTTP\/1\.1 2/u);
    expect((await ask("/")).status).toBe(200);
  });

  test("a body that breaks off", async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          `${smuggled()}Origin: http://127.0.0.1:${port}\r\nX-Malvakt-Token: ${server.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
          () => socket.destroy(),
        );
      });
      socket.on("close", () => resolve());
    });
    expect((await ask("/api/overview")).status).toBe(200);
  });
});

test("the page comes under its policy, and its files hold nothing of the project", async () => {
  const answers = await Promise.all(
    ["/", "/review.js", "/review.css"].map((path) => ask(path, { headers: { "x-malvakt-token": undefined } })),
  );
  for (const { status, headers, text } of answers) {
    expect(status).toBe(200);
    expect(String(headers["content-security-policy"])).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]+'; connect-src 'self'; img-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/u,
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(text).not.toContain(server.token);
    expect(text).not.toContain("trykkbolge");
  }
  const nonce = /nonce-([\w+/=]+)/u.exec(String(answers[0]?.headers["content-security-policy"]))?.[1];
  expect(answers[0]?.text).toContain(`data-nonce="${nonce}"`);
});

test("a change on the disk is told to whoever listens", async () => {
  const told = await new Promise<string>((resolve, reject) => {
    const headers = { host: `127.0.0.1:${port}`, "x-malvakt-token": server.token };
    const asked = request({ host: "127.0.0.1", port, path: "/api/events", headers, agent: false }, (answer) => {
      let text = "";
      answer.on("data", (data: Buffer) => {
        text += data.toString();
        if (text === "hello\n") server.tell();
        if (!text.includes("changed")) return;
        asked.destroy();
        resolve(text);
      });
    });
    asked.on("error", reject);
    asked.end();
  });
  expect(told).toBe("hello\nchanged\n");
  server.tell();
  expect((await ask("/api/overview")).status).toBe(200);
});
