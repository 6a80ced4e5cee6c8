// What status says to do next would do something now: each step that it names is taken, and leads to the next.
import { afterEach, expect, test } from "vitest";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

let site: TestProject | undefined;
afterEach(() => site?.remove());

const page = (text: string): string => `---\ntitle: Side\n---\n\n# Side\n\n${text}\n`;

async function next(project: TestProject): Promise<string> {
  const { out } = await runCommand(project, ["status", "--format", "json"]);
  const { pages } = JSON.parse(out) as { pages: { language: string; next: string }[] };
  return pages.find(({ language }) => language === "en")?.next ?? "not told";
}

const words = (site: TestProject, path: string, from: string | RegExp, to: string): void =>
  site.write(path, site.read(path).replaceAll(from, to));

test("from a new page to a published one, and once more after a change", async () => {
  site = makeProject({ "content/nb/side.md": page("Ring oss.") }, ["en: { engine: pseudo }"]);
  const file = "content/en/side.po";
  for (const text of ["Ring oss.", "Ring oss i dag."]) {
    site.write("content/nb/side.md", page(text));
    expect(await next(site)).toBe("malvakt draft side --lang en");
    await runCommand(site, ["draft", "side", "--lang", "en"]);
    // A changed text is stale and has a draft: to draft it again would do nothing.
    expect(await next(site)).toBe(`review ${file}, and clear the fuzzy mark where the text is right`);
    words(site, file, /^#, fuzzy\n/gmu, "");
    expect(await next(site)).toBe(`malvakt approve ${file} --by NAME`);
    await runCommand(site, ["approve", `${site.root}/${file}`, "--by", "Kari Nordmann"]);
    expect(await next(site)).toBe("");
  }
});

test("a language that people translate", async () => {
  site = makeProject({ "content/nb/side.md": page("Ring oss.") }, ["en: {}"]);
  expect(await next(site)).toBe("malvakt draft side --lang en");
  await runCommand(site, ["draft"]);
  expect(await next(site)).toBe("translate the missing and the changed texts in content/en/side.po");
});

test("an engine whose key is not there is not asked again and again", async () => {
  site = makeProject({ "content/nb/side.md": page("Ring oss.") }, ["en: { engine: deepl }"]);
  // The catalog is not there yet: memory may know the text.
  expect(await next(site)).toBe("malvakt draft side --lang en");
  await runCommand(site, ["draft"]);
  expect(await next(site)).toBe(
    "translate the missing and the changed texts in content/en/side.po; or set DEEPL_AUTH_KEY, which DeepL needs, and run malvakt draft side --lang en",
  );
  // What a build has kept is told by the key that is there now.
  await runCommand(site, ["build"]);
  const { out } = await runCommand(site, ["status"], { DEEPL_AUTH_KEY: "key" });
  expect(out).toContain("next: malvakt draft side --lang en");
  expect((await runCommand(site, ["status"])).out).toContain("DEEPL_AUTH_KEY");
});

test("errors are looked at before anything else", async () => {
  site = makeProject({ "content/nb/side.md": page("**Ring** oss.") }, ["en: { engine: pseudo }"]);
  await runCommand(site, ["draft"]);
  words(site, "content/en/side.po", /^#, fuzzy\n/gmu, "");
  const withoutTags = (line: string): string => line.replaceAll(/<\/?strong>/gu, "");
  site.write("content/en/side.po", site.read("content/en/side.po").replaceAll(/^msgstr .*$/gmu, withoutTags));
  expect(await next(site)).toBe("malvakt check content/en/side.po");
  site.write("content/en/side.po", "msgid");
  expect(await next(site)).toBe("malvakt check content/en/side.po");
  site.write("content/nb/side.md", page("[Ring](ingen.md) oss."));
  expect(await next(site)).toBe("malvakt check content/nb/side.md");
});

test("what a person has decided waits for no one", async () => {
  site = makeProject({ "content/nb/side.md": page("Ring oss.") }, ["en: { engine: pseudo, publish: false }"]);
  expect(await next(site)).toBe("");
  site.write("content/nb/side.md", page("Ring oss.").replace("title: Side", "title: Side\ndraft: true"));
  expect(await next(site)).toBe("");
});
