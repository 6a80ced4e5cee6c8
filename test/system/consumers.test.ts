// docs/recipes.md, done: each recipe makes a site of a small `dist/`, and a browser shows all of it there. What a recipe needs
// beside its own files lies in test/consumers/.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/publish/manifest.ts";
import { readSettings } from "../../src/core/settings.ts";
import { blocksOf } from "../guide.mjs";
import { judge, publishedIn, typeOf, visitorOf, type Answer, type Host, type Ways } from "./consumer-judge.ts";
import { distServedFrom, origin } from "./consumer-site.ts";

const run = promisify(execFile);
const guide = readFileSync(fileURLToPath(new URL("../../docs/recipes.md", import.meta.url)), "utf8");
const consumers = fileURLToPath(new URL("../consumers/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "malvakt-consumers-"));
const running: ChildProcess[] = [];
const blocks = new Map(
  blocksOf(guide).flatMap(({ does, path, content }) => (does === "title" ? [[path, content] as const] : [])),
);
const block = (path: string): string => {
  const content = blocks.get(path);
  if (content === undefined) throw new Error(`docs/recipes.md has no ${path}.`);
  return content;
};
const assetsOf = (path: string): string => {
  const { settings, mistakes } = readSettings(`source: nb\nlanguages: {}\n${block(path)}`);
  if (settings?.assets === undefined) throw new Error(JSON.stringify(mistakes));
  return settings.assets;
};
const policyOf = (path: string): string => `default-src 'none'; ${block(path).trim().replaceAll("\n", "; ")}`;

const inSite = distServedFrom(assetsOf("in-site.yaml"));
const onOwnHost = distServedFrom(assetsOf("own-host.yaml"));
const filesHost = new URL(assetsOf("own-host.yaml")).origin;

function write(place: string, files: Iterable<readonly [string, string | Buffer]>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
}

/** A folder with what a recipe says, and `dist/` where it is to be. */
function follow(name: string, distFolder: string, dist = inSite): string {
  const place = join(folder, name);
  mkdirSync(place);
  if (existsSync(join(consumers, name))) cpSync(join(consumers, name), place, { recursive: true });
  write(
    place,
    [...blocks].flatMap(([path, content]) =>
      path.startsWith(`${name}/`) ? [[path.slice(name.length + 1), content] as const] : [],
    ),
  );
  write(join(place, distFolder), dist);
  return place;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server that was started as a program. */
async function served(place: string, port: number, program: string, args: readonly string[]): Promise<Host> {
  const server = spawn(program, args, { cwd: place, stdio: ["ignore", "ignore", "pipe"] });
  running.push(server);
  let said = "";
  server.stderr.on("data", (some: Buffer) => (said += some.toString()));
  server.on("error", (error) => (said += error.message));
  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => {
          const headers = Object.fromEntries(
            Object.entries(answer.headers).filter(([name]) => /^(?:access-control|x-robots)/u.test(name)),
          ) as Record<string, string>;
          const type = answer.headers["content-type"] ?? "";
          resolve({ status: answer.statusCode ?? 0, type, headers, body: Buffer.concat(pieces) });
        });
      });
      asked.on("error", reject).end();
    });
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await ask("/").then(
      () => true,
      () => false,
    );
    if (isUp) return ask;
    await wait(100);
  }
  const log = join(place, "error.log");
  throw new Error(`${program} does not answer: ${said}${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
}

/** The files of a folder, as any server gives them. */
const filesIn =
  (place: string): Host =>
  (path) => {
    const file = join(place, decodeURIComponent(path), extname(path) === "" ? "index.html" : "");
    return existsSync(file) && statSync(file).isFile()
      ? { status: 200, type: typeOf(file), body: readFileSync(file) }
      : undefined;
  };

/** Installs what a site needs, once for each lock file on this machine. */
async function installed(name: string): Promise<string> {
  const cache = fileURLToPath(new URL(`../../node_modules/.cache/consumers/${name}/`, import.meta.url));
  const lock = readFileSync(join(consumers, name, "package-lock.json"), "utf8");
  const stamp = join(cache, "installed");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(consumers, name, file), join(cache, file));
    await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"], { cwd: cache });
    writeFileSync(stamp, lock);
  }
  return join(cache, "node_modules");
}
const generators = new Map(["eleventy", "astro"].map((name) => [name, installed(name)]));
// Told by the test that waits for it.
for (const generator of generators.values()) generator.catch(() => {});

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
    ],
  });
});
afterAll(async () => {
  await browser.close();
  for (const server of running) server.kill();
  await Promise.allSettled(generators.values());
  rmSync(folder, { recursive: true, force: true });
});

async function judgeWith(
  hosts: Readonly<Record<string, Host>>,
  policy: string,
  dist: ReadonlyMap<string, string | Buffer>,
  ways?: Ways,
): Promise<void> {
  const visitor = await visitorOf(browser, hosts, policy);
  try {
    await judge(visitor, dist, origin, ways);
  } finally {
    await visitor.context.close();
  }
}

async function judgeInSite(host: Host, ways?: Ways): Promise<void> {
  await judgeWith({ [origin]: host }, policyOf("in-site.csp"), inSite, ways);
}

const nginx = existsSync("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

/** Starts nginx with lines for its `http` and its `server`. */
async function nginxWith(place: string, inHttp: string, inServer: string): Promise<Host> {
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${place}/nginx-${name};`,
  );
  writeFileSync(
    join(place, "nginx.conf"),
    `daemon off;\nmaster_process off;\npid ${place}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temporary.join("\n")}\n${inHttp}\n` +
      `server {\nlisten 127.0.0.1:${port};\nroot ${place};\n${inServer}\n}\n}\n`,
  );
  return served(place, port, nginx, ["-p", place, "-c", join(place, "nginx.conf")]);
}

test("the code of a recipe is shorter than twenty lines", () => {
  const lines = new Map<string, number>();
  for (const [path, content] of blocks) {
    const [consumer = ""] = path.split("/");
    lines.set(consumer, (lines.get(consumer) ?? 0) + content.split("\n").filter((line) => line.trim() !== "").length);
  }
  expect(lines.size).toBeGreaterThan(8);
  for (const [consumer, count] of lines)
    expect({ consumer, isShort: count < 20, count }).toMatchObject({ isShort: true });
});

/** A site that puts the files where they belong, but for what is spoilt of its pages. */
const siteSpoiling =
  (spoil: (html: string) => string): Host =>
  (path) => {
    if (path.startsWith("/malvakt/")) {
      const body = inSite.get(decodeURIComponent(path.slice("/malvakt/".length)));
      return body === undefined ? undefined : { status: 200, type: typeOf(path), body };
    }
    const { languages, pages } = JSON.parse(String(inSite.get("manifest.json"))) as Manifest;
    const entry = publishedIn({ pages } as Manifest).find(({ url }) => url === path);
    if (!entry) return undefined;
    const [head, above, text] = [entry.head, entry.above, entry.path].map((file) => String(inSite.get(file)));
    const { language } = entry;
    const html = `<!doctype html><html lang="${language}" dir="${languages[language]?.dir}"><head><meta charset="utf-8">${head}</head><body>${above}<main>${text}</main></body></html>`;
    return { status: 200, type: "text/html; charset=utf-8", body: spoil(html) };
  };

describe("the judge", () => {
  test("has nothing against a site that is right", () => judgeInSite(siteSpoiling((html) => html)));

  test.each<[string, string | RegExp, string]>([
    ["a word that is missing", "22 33", "22"],
    ["a text that stands twice", /<article[\s\S]*<\/article>/u, "$&$&"],
    ["a picture that is not there", /rom\.[\da-f]+/u, "rom"],
    ["a link to a page that there is none of", 'href="/nb/priser/"', 'href="/nb/pris/"'],
    ["a menu without a language", /<li><a href="[^"]*" lang="ar".*<\/li>/u, ""],
    ["a language that is not the text's", '<html lang="ar"', '<html lang="nb"'],
    ["a second title", "<title>", "<title>Klinikk</title>$&"],
    ["a language that search engines are not told of", /<link rel="alternate" hreflang="ar".*/u, ""],
    ["no notice", /<p role="note".*/u, ""],
    ["a script that its policy forbids", "</body>", "<script>0</script>$&"],
  ])("tells %s", async (_, part, instead) => {
    await expect(judgeInSite(siteSpoiling((html) => html.replace(part, instead)))).rejects.toThrow();
  });
});

describe("a site with the files in it", () => {
  test("PHP", async () => {
    const place = follow("php", "malvakt");
    const port = await freePort();
    await judgeInSite(await served(place, port, "php", ["-S", `127.0.0.1:${port}`, "router.php"]));
  });

  test("PHP, as dist/README.md says", async () => {
    const place = join(folder, "readme");
    write(join(place, "malvakt"), inSite);
    const [example = ""] = blocksOf(String(inSite.get("README.md"))).flatMap(({ language, content }) =>
      language === "php" ? [content] : [],
    );
    writeFileSync(join(place, "page.php"), example);
    const { stdout } = await run("php", ["page.php"], { cwd: place });
    const without = (html: string): string => html.replaceAll(/\s+/gu, "");
    const { body = "" } = (await siteSpoiling((html) => html)("/en/dry-needling/")) ?? {};
    expect(without(stdout)).toBe(without(String(body)));
  });

  test("WordPress with Polylang, as they are documented", async () => {
    // As the recipe says: WordPress has a heading of its own.
    const dist = distServedFrom(assetsOf("in-site.yaml"), "{ heading: false }");
    const place = follow("wordpress", "malvakt", dist);
    const manifest = JSON.parse(String(dist.get("manifest.json"))) as Manifest;
    const posts = publishedIn(manifest).map(({ page, language, url, title }) => ({
      ...{ language, url, post_title: title, post_content: `[malvakt page="${page}"]` },
    }));
    writeFileSync(join(place, "posts.json"), JSON.stringify(posts));
    const port = await freePort();
    const host = await served(place, port, "php", ["-S", `127.0.0.1:${port}`, "wordpress.php"]);
    await judgeWith({ [origin]: host }, policyOf("in-site.csp"), dist);
    const { body = "" } = (await host(new URL("/en/dry-needling/", origin).pathname)) ?? {};
    expect(String(body).match(/<h1/gu)).toHaveLength(1);
  });

  test("nginx with server-side includes", async () => {
    const place = follow("nginx", "malvakt");
    const [, inHttp = "", inServer = ""] = /^([^\n]*)\n([\s\S]*)$/u.exec(block("nginx/site.conf")) ?? [];
    await judgeInSite(await nginxWith(place, inHttp, inServer));
  });

  test("Hugo", async () => {
    const place = follow("hugo", "static/malvakt");
    await run(process.execPath, ["stubs.mjs"], { cwd: place });
    write(place, [
      [
        "hugo.toml",
        `baseURL = "${origin}/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]\n`,
      ],
    ]);
    await run("hugo", ["--quiet"], { cwd: place });
    await judgeInSite(filesIn(join(place, "public")));
  });

  test("Eleventy", async () => {
    const place = follow("eleventy", "malvakt");
    const modules = (await generators.get("eleventy")) ?? "";
    await run(process.execPath, [join(modules, "@11ty/eleventy/cmd.cjs"), "--quiet"], { cwd: place });
    await judgeInSite(filesIn(join(place, "_site")));
  });

  test("Astro", async () => {
    const modules = (await generators.get("astro")) ?? "";
    const place = follow("astro", "public/malvakt");
    symlinkSync(modules, join(place, "node_modules"));
    await run(process.execPath, [join(place, "node_modules/astro/astro.js"), "build", "--silent"], {
      cwd: place,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    });
    await judgeInSite(filesIn(join(place, "dist")));
  });
});

describe("a site that takes no files", () => {
  const manifest = JSON.parse(String(onOwnHost.get("manifest.json"))) as Manifest;
  const published = publishedIn(manifest);

  /** The host of the files: nginx with the headers of the recipe. */
  const ownHost = ((): (() => Promise<Host>) => {
    let host: Promise<Host> | undefined;
    return () => {
      const place = join(folder, "files");
      write(place, onOwnHost);
      return (host ??= nginxWith(place, "", block("headers.conf")));
    };
  })();

  /** Pages of a site builder, which makes the head but for what was put into it. */
  const pagesWith =
    (blockOf: (language: string, page: string) => string): Host =>
    (path) => {
      const entry = published.find(({ url }) => url === path);
      if (path === "/malvakt-frame.js")
        return { status: 200, type: typeOf(path), body: block("frame/malvakt-frame.js") };
      if (!entry) return undefined;
      const { language, page, title } = entry;
      const head = String(onOwnHost.get(entry.head)).split("<!-- malvakt: links -->")[1] ?? "";
      const body = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title.replace("&", "&amp;")}</title>${head}</head><body><main>${blockOf(language, page)}</main></body></html>`;
      return { status: 200, type: "text/html; charset=utf-8", body };
    };
  const entryOf = (language: string, page: string): (typeof published)[number] => {
    const entry = published.find((one) => one.language === language && one.page === page);
    if (!entry) throw new Error(`${page} is not published in ${language}.`);
    return entry;
  };

  test.each(["", "; require-trusted-types-for 'script'; trusted-types malvakt"])(
    "pasted, with the policy%s",
    async (more) => {
      const pasted = pagesWith((language, page) => String(onOwnHost.get(entryOf(language, page).embed)));
      const hosts = { [origin]: pasted, [filesHost]: await ownHost() };
      await judgeWith(hosts, policyOf("paste.csp") + more, onOwnHost);
    },
  );

  test("in a frame that is as high as its text", async () => {
    const framed = pagesWith((language, page) =>
      block("frame/block.html").replaceAll("en/dry-needling.frame.html", encodeURI(entryOf(language, page).frame)),
    );
    const hosts = { [origin]: framed, [filesHost]: await ownHost() };
    const policy = `${policyOf("frame.csp")}; script-src 'self'`;
    await judgeWith(hosts, policy, onOwnHost, {
      textOf: (page) => page.frames()[1] ?? page.mainFrame(),
    });
    const { context } = await visitorOf(browser, hosts, policy);
    const page = await context.newPage();
    await page.goto(origin + entryOf("ar", "ims").url);
    const height = (): Promise<number> => page.evaluate("document.querySelector('iframe').clientHeight");
    const inside = (): Promise<number> =>
      page.frames()[1]?.evaluate("document.documentElement.scrollHeight") ?? Promise.resolve(0);
    await expect.poll(height, { timeout: 30_000 }).toBeGreaterThan(250);
    await expect.poll(async () => (await height()) - (await inside()), { timeout: 30_000 }).toBe(0);
    await context.close();
  });

  test("Apache gives the headers of the recipe", async () => {
    const place = join(folder, "apache");
    write(place, [...onOwnHost, [".htaccess", block("headers.htaccess")]]);
    const port = await freePort();
    const modules = "/usr/lib/apache2/modules";
    writeFileSync(
      join(place, "apache.conf"),
      `ServerRoot ${place}\nServerName files.example-clinic.no\nListen 127.0.0.1:${port}\nPidFile ${place}/apache.pid\nErrorLog ${place}/error.log\nDefaultRuntimeDir ${place}\nMutex file:${place}\nTypesConfig /etc/mime.types\n` +
        ["mpm_event", "authz_core", "mime", "headers"]
          .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`)
          .join("") +
        `DocumentRoot ${place}\n<Directory ${place}>\nAllowOverride All\nRequire all granted\n</Directory>\n`,
    );
    const host = await served(place, port, "/usr/sbin/apache2", ["-X", "-f", join(place, "apache.conf")]);
    for (const asked of [host, await ownHost()])
      for (const path of ["/embed.js", "/manifest.json", "/en/dry-needling.html", "/en/dry-needling.frame.html"]) {
        const { status, headers = {} } = (await asked(path)) ?? {};
        const robots = path.endsWith(".html") ? { "x-robots-tag": "noindex" } : {};
        expect({ path, status, headers }).toEqual({
          path,
          status: 200,
          headers: { "access-control-allow-origin": "*", ...robots },
        });
      }
  });

  test("a _headers file says the same", () => {
    const rules = [...block("_headers").matchAll(/^(\/\S*)\n((?: {2}\S.*\n)+)/gmu)].map(([, path, lines = ""]) => [
      path,
      lines.trim(),
    ]);
    expect(rules).toEqual([
      ["/*", "Access-Control-Allow-Origin: *"],
      ["/*.html", "X-Robots-Tag: noindex"],
    ]);
  });
});
