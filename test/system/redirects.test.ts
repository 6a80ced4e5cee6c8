// Real servers are the judges of docs/redirects.md: each script there makes of redirects.json what its server answers by.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import redirector from "netlify-redirector";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf } from "../guide.mjs";
import { approvedSite, buildSmall, settingsOf } from "../small-site.ts";

const guide = readFileSync(fileURLToPath(new URL("../../docs/redirects.md", import.meta.url)), "utf8");
const folder = mkdtempSync(join(tmpdir(), "malvakt-redirects-"));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const server of running) server.kill();
  rmSync(folder, { recursive: true, force: true });
});

type Redirect = { from: string; to: string | null };

/** Pages that move, one to letters of another script, and one that goes: as builds write it, with addresses of another host. */
function redirectsOfSite(): Redirect[] {
  const page = (head: string): string => `---\ntitle: Side\n${head}---\n\nTekst.\n`;
  const slugs = { a: "smerter/i-bø", b: "ضغط", c: "c", d: "borte" };
  const site = (settings: string, heads: Record<string, string>): ReturnType<typeof approvedSite> =>
    approvedSite(
      settingsOf(settings),
      Object.fromEntries(Object.entries(heads).map(([id, slug]) => [id, page(`slug: ${slug}\n`)])),
    );
  const first = buildSmall(site("languages: { en: {} }", slugs));
  const second = buildSmall(
    site('sourceUrl: "/{slug}"\nlanguages: { en: {} }', { a: "vondt/på-nytt", b: "привіт", c: slugs.c }),
    first.files,
  );
  return (JSON.parse(second.files.get("redirects.json") ?? "") as { redirects: Redirect[] }).redirects;
}

const redirects: Redirect[] = [
  ...redirectsOfSite(),
  // As patterns of the settings can make them.
  { from: "/gammel.side+(1)/$x/a/", to: "/ny%20side/$1/%2520/" },
  { from: "https://old.example/nb/a/", to: "https://new.example/nb/b/" },
  { from: "https://old.example/nb/borte/", to: null },
  { from: "/?side=a", to: "/nb/a/" },
];
const served = redirects.filter(({ from }) => !from.includes("?"));

beforeAll(() => {
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/redirects.json"), JSON.stringify({ version: 1, redirects }));
  for (const { does, path, content } of blocksOf(guide)) {
    if (does !== "title") continue;
    writeFileSync(join(folder, path), content);
    execFileSync(process.execPath, [path], { cwd: folder });
  }
});

test("what the scripts are tried on has every kind of redirect", () => {
  const [all, gone] = [redirects.map(({ from }) => from).join("\n"), redirects.filter(({ to }) => to === null)];
  expect(all).toMatch(/%C3%B8/u);
  expect(all).toMatch(/%D8%B6/u);
  expect(gone.length).toBeGreaterThan(1);
  expect(served.length).toBeGreaterThan(8);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Answer = { status: number | undefined; location: string | undefined };

function ask(port: number, url: string): Promise<Answer> {
  const [, host = "clinic.example", path = "/"] = /^(?:https:\/\/([^/]+))?(\/.*)$/u.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, location: answer.headers.location });
    });
    asked.on("error", reject).end();
  });
}

async function start(program: string, args: readonly string[], port: number): Promise<void> {
  const server = spawn(program, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  running.push(server);
  let said = "";
  server.stderr.on("data", (some: Buffer) => (said += some.toString()));
  server.on("error", (error) => (said += error.message));
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await ask(port, "/").then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  const log = join(folder, "apache.log");
  throw new Error(`${program} does not answer: ${said}${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
}

/** Holds what a server answers against the list; an address that is on no list is not redirected. */
async function judge(port: number): Promise<void> {
  for (const { from, to } of served) {
    const { status, location } = await ask(port, from);
    const base = from.startsWith("https:") ? from : `http://clinic.example${from}`;
    if (to === null) expect({ from, status }).toEqual({ from, status: 410 });
    else {
      expect({ from, status }).toEqual({ from, status: 301 });
      const [got, wanted] = [new URL(location ?? "", base), new URL(to, base)];
      expect({ from, to: decodeURIComponent(got.pathname) }).toEqual({ from, to: decodeURIComponent(wanted.pathname) });
      expect(got.hostname).toBe(wanted.hostname);
    }
  }
  for (const other of ["/", "/nb/a/", "/nb/smerter/", "/gammelxside+(1)/$x/a/", "/nb/smerter/i-b%C3%B8/mer/"])
    expect({ other, status: (await ask(port, other)).status }).toMatchObject({ other, status: 404 });
}

const program = (...paths: string[]): string => paths.find((path) => existsSync(path)) ?? paths.at(-1) ?? "";

describe("a server that takes what its script writes", () => {
  test("nginx", async () => {
    const port = await freePort();
    const [, inHttp = "", inServer = ""] =
      /^(include [^\n]*)\n([\s\S]*)$/u.exec(
        blocksOf(guide).find(({ language }) => language === "nginx")?.content ?? "",
      ) ?? [];
    mkdirSync(join(folder, "empty"), { recursive: true });
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${folder}/nginx-${name};`,
    );
    writeFileSync(
      join(folder, "nginx.conf"),
      `daemon off;\nmaster_process off;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary.join("\n")}\n${inHttp}\n` +
        `server {\nlisten 127.0.0.1:${port};\nroot ${folder}/empty;\nlocation / { try_files /none =404; }\n${inServer}\n}\n}\n`,
    );
    await start(program("/usr/sbin/nginx", "nginx"), ["-p", folder, "-c", join(folder, "nginx.conf")], port);
    await judge(port);
  });

  test("Apache, in .htaccess", async () => {
    const port = await freePort();
    const root = join(folder, "root");
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, ".htaccess"), readFileSync(join(folder, "redirects.htaccess")));
    const modules = "/usr/lib/apache2/modules";
    writeFileSync(
      join(folder, "apache.conf"),
      `ServerRoot ${folder}\nServerName clinic.example\nListen 127.0.0.1:${port}\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/apache.log\nDefaultRuntimeDir ${folder}\nMutex file:${folder}\n` +
        ["mpm_event", "authz_core", "rewrite"]
          .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`)
          .join("") +
        `DocumentRoot ${root}\n<Directory ${root}>\nAllowOverride All\nRequire all granted\n</Directory>\n`,
    );
    await start(program("/usr/sbin/apache2", "apache2"), ["-X", "-f", join(folder, "apache.conf")], port);
    await judge(port);
  });

  test("Netlify's own engine", async () => {
    const rules = readFileSync(join(folder, "_redirects"), "utf8");
    const engine = await redirector.parsePlain(rules, {});
    const match = (url: string): { to: string; status: number } | null => {
      const [, host = "clinic.example", path = "/"] = /^(?:https:\/\/([^/]+))?(\/.*)$/u.exec(url) ?? [];
      return engine.match({
        scheme: "https",
        host,
        path,
        query: "",
        headers: {},
        cookieValues: {},
        getHeader: () => "",
        getCookie: () => "",
      });
    };
    for (const { from, to } of served) {
      if (to === null) expect(match(from)).toBeNull();
      // It fills in what begins with a colon or a dollar sign.
      else if (!to.includes("$")) expect(match(from)).toMatchObject({ to, status: 301 });
    }
    expect(match("/nb/smerter/i-b%C3%B8/mer/")).toBeNull();
    expect(match("/nb/a/")).toBeNull();
  });
});
