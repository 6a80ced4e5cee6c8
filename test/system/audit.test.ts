// `malvakt audit` with signed commits, and its page as a browser shows and prints it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMalvakt } from "../run-case.mjs";
import { commitAll, git, gitEnvironment, initRepository } from "../stand-in/git.ts";
import { makeProject, runCommand, type TestProject } from "../stand-in/project.ts";

let site: TestProject;
let own = "";
beforeAll(async () => {
  site = makeProject(
    {
      "content/nb/hofte.md": "---\ntitle: Hofte\n---\n\n# Hofte\n\nRing oss.\n\nVi hjelper deg.\n",
      "content/nb/kne.md": "---\ntitle: Kne\n---\n\n# Kne\n\nKneet er vondt.\n",
    },
    ["en: { engine: pseudo }", "ar: { engine: pseudo }"],
  );
  await runCommand(site, ["draft"], {});
  initRepository(site.root);
  own = mkdtempSync(join(tmpdir(), "malvakt-keys-"));
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(own, "key")]);
  const key = execFileSync("ssh-keygen", ["-y", "-f", join(own, "key")], { encoding: "utf8" }).trim();
  writeFileSync(join(own, "allowed"), `kari@example.com ${key}\n`);
  writeFileSync(join(own, "config"), `[gpg "ssh"]\n\tallowedSignersFile = ${join(own, "allowed")}\n`);
});
afterAll(() => {
  site.remove();
  rmSync(own, { recursive: true });
});

const sign = (): string[] => ["-c", "gpg.format=ssh", "-c", `user.signingKey=${join(own, "key")}`];
const signatures = async (environment: Record<string, string>): Promise<unknown[]> => {
  const { stdout } = await runMalvakt(site.root, ["audit", "--format", "json", "--lang", "en"], environment);
  const { pages } = JSON.parse(stdout) as {
    pages: { units: { commit: { signature: string; signer: string } | null }[] }[];
  };
  return pages.flatMap(({ units }) => units.slice(0, 1).map(({ commit }) => [commit?.signature, commit?.signer]));
};

test("signed commits are told as such, as far as they can be checked with the user's own keys", async () => {
  site.approveAll("en", "hofte");
  git(site.root, "add", "-A");
  git(site.root, ...sign(), "commit", "-q", "-S", "-m", "Signed");
  site.approveAll("en", "kne");
  commitAll(site.root);
  expect(await signatures({ ...gitEnvironment, GIT_CONFIG_GLOBAL: join(own, "config") })).toEqual([
    ["good", "kari@example.com"],
    ["none", null],
  ]);
  expect(await signatures(gitEnvironment)).toEqual([
    ["unchecked", null],
    ["none", null],
  ]);
  // Keys that a repository brings along vouch for nothing.
  git(site.root, "config", "gpg.ssh.allowedSignersFile", join(own, "allowed"));
  expect((await signatures(gitEnvironment))[0]).toEqual(["unchecked", null]);
});

test("the page is shown and printed: a sheet for each page and language, no script, nothing from elsewhere", async () => {
  site.approveAll("ar", "hofte", () => "نص <script>alert(1)</script>".replaceAll("<", "&lt;"));
  await runCommand(site, ["build"], {});
  const { stdout } = await runMalvakt(site.root, ["audit", "--format", "html", "--locale", "nb"], gitEnvironment);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (told) => complaints.push(told.text()));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => complaints.push("dialog")));
    const file = join(own, "audit.html");
    writeFileSync(file, stdout);
    await page.goto(`file://${file}`);
    expect([asked.length, complaints]).toEqual([1, []]);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Revisjon av oversettelser");
    expect(await page.locator("section").count()).toBe(3);
    const direction = await page.evaluate(`getComputedStyle(document.querySelector('p[lang="ar"]')).direction`);
    expect(direction).toBe("rtl");
    const tooWide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    expect(tooWide).toBe(false);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(4);
  } finally {
    await browser.close();
  }
});
