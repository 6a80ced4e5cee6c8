// `malvakt withdraw`: a person takes a page or a translation off the site, and takes that back.
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { undoPageWithdrawal, withdrawPage } from "../src/core/page/withdraw.ts";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const withdrawal = { date: "2026-11-27", name: "Kari Nordmann", reason: 'dosen: «1 "mg"» # er feil' };
const written = `${withdrawal.date} ${withdrawal.name}: ${withdrawal.reason}`;

describe("a page's front matter", () => {
  test.each([
    ["as usual", "---\ntitle: Kne\n---\n\nVondt.\n"],
    [
      "with comments and blank lines",
      "---\n# Skrevet av Ola\ntitle: Kne # her\n\ndescription: Om kneet\n---\nVondt.\n",
    ],
    ["with Windows line ends", "---\r\ntitle: Kne\r\n---\r\n\r\nVondt.\r\n"],
    ["with a byte order mark", "\uFEFF---\ntitle: Kne\n---\n\nVondt.\n"],
    ["whose last value is a block", "---\ntitle: Kne\ndescription: |-\n  Om kneet\n---\n\nVondt.\n"],
    ["with a list", "---\ntitle: Kne\nwas:\n  - gammel\n---\n\nVondt.\n"],
    ["without a body", "---\ntitle: Kne\n---\n"],
  ])("%s takes a withdrawal and gives it back", (_, text) => {
    const withdrawn = withdrawPage(text, withdrawal) ?? "";
    expect(readPage(withdrawn, "kne").page?.frontMatter?.withdrawn).toBe(written);
    expect(withdrawPage(withdrawn, { ...withdrawal, reason: "annet" })).toContain(": annet");
    expect(undoPageWithdrawal(withdrawn)).toBe(text);
  });

  test.each([
    ["in the middle", "---\ntitle: Kne\nwithdrawn: '2026-11-02 Ola Hansen: feil'\norder: 3\n---\nVondt.\n"],
    ["over several lines", "---\ntitle: Kne\nwithdrawn: >-\n  2026-11-02 Ola\n  Hansen: feil\norder: 3\n---\nVondt.\n"],
    ["at the end", "---\ntitle: Kne\norder: 3\nwithdrawn: '2026-11-02 Ola Hansen: feil'\n---\nVondt.\n"],
  ])("one that stands %s goes, and nothing else", (_, text) => {
    expect(undoPageWithdrawal(text)).toBe("---\ntitle: Kne\norder: 3\n---\nVondt.\n");
    expect(withdrawPage(text, withdrawal)?.match(/withdrawn/gu)).toHaveLength(1);
  });

  test.each([
    ["in braces", "---\n{ title: Kne }\n---\nVondt.\n"],
    ["that is no YAML", "---\ntitle: 'Kne\n---\nVondt.\n"],
    ["that is a list", "---\n- Kne\n---\nVondt.\n"],
  ])("%s is not changed by a program", (_, text) => {
    expect(withdrawPage(text, withdrawal)).toBeUndefined();
  });

  test("of any keys and values says the same, but for the withdrawal", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
    const key = fc.stringMatching(/^[a-z]{1,8}$/u).filter((name) => name !== "withdrawn");
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }), fc.string(), (data, body) => {
        const yaml = Object.entries(data).map(([name, one]) => `${name}: ${JSON.stringify(one)}\n`);
        const text = `---\n${yaml.join("")}---\n${body}`;
        const withdrawn = withdrawPage(text, withdrawal);
        expect(withdrawn).toBe(`---\n${yaml.join("")}withdrawn: ${JSON.stringify(written)}\n---\n${body}`);
        expect(undoPageWithdrawal(withdrawn ?? "")).toBe(text);
      }),
    );
  });
});

describe("the command", () => {
  let site: TestProject | undefined;
  afterEach(() => site?.remove());

  async function published(): Promise<TestProject> {
    const made = makeProject({ "content/nb/kne.md": "---\ntitle: Kne\n---\n\nVondt.\n" }, ["en: {}"]);
    await runCommand(made, ["draft"]);
    made.approveAll("en", "kne", ({ source }) => (source === "Kne" ? "The knee" : "It hurts."));
    await runCommand(made, ["build"]);
    expect(made.files()).toContain("dist/en/kne.html");
    return made;
  }

  const signed = ["--by", "Kari Nordmann", "--reason", "feil dose"];

  test("takes a translation off the site, keeps its approvals, and takes that back", async () => {
    site = await published();
    const before = site.read("content/en/kne.po");
    const done = await runCommand(site, ["withdraw", "kne", "--lang", "en", ...signed]);
    expect(done.code).toBe(0);
    expect(done.out).toContain("content/en/kne.po: withdrawn by Kari Nordmann (feil dose).");
    expect((await runCommand(site, ["build"])).out).toContain("kne (en): withdrawn ");
    expect(site.files()).not.toContain("dist/en/kne.html");
    expect(site.files()).toContain("dist/nb/kne.html");
    const undone = await runCommand(site, ["withdraw", `${site.root}/content/en/kne.po`, "--undo"]);
    expect(undone.out).toMatch(/the withdrawal of \d{4}-\d\d-\d\d by Kari Nordmann was taken back/u);
    expect(site.read("content/en/kne.po")).toBe(before);
    await runCommand(site, ["build"]);
    expect(site.files()).toContain("dist/en/kne.html");
  });

  test("takes a page off the site in all its languages", async () => {
    site = await published();
    expect((await runCommand(site, ["withdraw", "content/nb/kne.md", ...signed])).code).toBe(0);
    await runCommand(site, ["build"]);
    expect(site.files().filter((path) => /dist\/.*kne\.html$/u.test(path))).toEqual([]);
    await runCommand(site, ["withdraw", "kne", "--undo"]);
    expect((await runCommand(site, ["withdraw", "kne", "--undo"])).out).toContain("was not withdrawn");
    await runCommand(site, ["build"]);
    expect(site.files()).toEqual(expect.arrayContaining(["dist/en/kne.html", "dist/nb/kne.html"]));
  });

  test.each([
    ["no name", ["withdraw", "kne", "--reason", "feil"], 2, /--by NAME/u],
    [
      "an engine's name",
      ["withdraw", "kne", "--by", "DeepL", "--reason", "feil"],
      2,
      /person who withdraws it: that is not a person\./u,
    ],
    ["no reason", ["withdraw", "kne", "--by", "Kari Nordmann"], 2, /--reason/u],
    ["nothing to withdraw", ["withdraw", ...signed], 2, /Name a page/u],
    ["a page that there is not", ["withdraw", "hofte", ...signed], 2, /No page hofte/u],
    ["a language that there is not", ["withdraw", "kne", "--lang", "de", ...signed], 2, /de is not a language/u],
    ["a catalog that there is not", ["withdraw", "kne", "--lang", "en", ...signed], 1, /There is no such file/u],
  ])("%s: says so, and changes nothing", async (_, args, code, message) => {
    site = makeProject({ "content/nb/kne.md": "---\ntitle: Kne\n---\n\nVondt.\n" }, ["en: {}"]);
    const before = site.files();
    const ran = await runCommand(site, args);
    expect(ran.code).toBe(code);
    expect(ran.all).toMatch(message);
    expect(site.files()).toEqual(before);
  });
});
