// A language that is taken out of the settings: one warning, and its catalogs are memory until it comes back.
import { afterEach, expect, test } from "vitest";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const projects: TestProject[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

test("a language taken out of the settings gives one warning; brought back, its approvals hold", async () => {
  const page = (title: string): string => `---\ntitle: ${title}\n---\n\nTekst om ${title}.\n`;
  const site = makeProject({ "content/nb/en.md": page("en"), "content/nb/to.md": page("to") }, ["en: {}", "de: {}"]);
  projects.push(site);
  await runCommand(site, ["draft"]);
  for (const id of ["en", "to"]) for (const language of ["en", "de"]) site.approveAll(language, id);
  expect((await runCommand(site, ["build"])).code).toBe(0);
  const settings = site.read("malvakt.yaml");
  const catalogs = [site.read("content/de/en.po"), site.read("content/de/to.po")];

  site.write("malvakt.yaml", settings.replace("  de: {}\n", ""));
  for (const command of [["check"], ["build"], ["build", "--allow-withdraw"], ["draft"]]) {
    const { out, err } = await runCommand(site, command);
    const warnings = `${out}${err}`.match(/warning +de is not a language .*: its 2 catalogs are kept as memory/gu);
    expect(warnings ?? []).toHaveLength(command[0] === "draft" ? 0 : 1);
  }
  expect(site.files().filter((file) => file.startsWith("dist/de/"))).toEqual([]);
  expect([site.read("content/de/en.po"), site.read("content/de/to.po")]).toEqual(catalogs);

  site.write("malvakt.yaml", settings);
  expect((await runCommand(site, ["build"])).code).toBe(0);
  expect(site.files()).toEqual(expect.arrayContaining(["dist/de/en.html", "dist/de/to.html"]));
});
