// A price changed: whoever builds sees what readers of a text that was kept still see, the old figure beside the new one.
import { afterEach, describe, expect, test } from "vitest";
import { changedFigures, withoutFigures } from "../src/core/catalog/changed-figures.ts";
import { newEntry, type Entry } from "../src/core/catalog/entry.ts";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const projects: TestProject[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const prices = (first: string, second: string): string =>
  `---\ntitle: Priser\n---\n\n| Time | Pris |\n|---|---|\n| Første | ${first} |\n| Neste | ${second} |\n\nKom i god tid.\n`;

async function published(): Promise<TestProject> {
  const site = makeProject({ "content/nb/priser.md": prices("kr 590", "kr 480") }, ["en: {}"]);
  projects.push(site);
  await runCommand(site, ["draft"]);
  site.approveAll("en", "priser", ({ source }) =>
    source === "Kom i god tid." ? "Come early." : source.replace("kr", "NOK"),
  );
  expect((await runCommand(site, ["build"])).code).toBe(0);
  return site;
}

describe("a figure that the source has changed", () => {
  test("is told by build and status, with the date of what readers see", async () => {
    const site = await published();
    site.write("content/nb/priser.md", prices("kr 620", "kr 480"));
    const line = "priser (en) still shows the text of 2026-01-02: kr 590 is now kr 620.";
    expect((await runCommand(site, ["build"])).out).toContain(`\n${line}\n`);
    expect((await runCommand(site, ["status"])).out.replaceAll(/\s+/gu, " ")).toContain(line);
    expect((await runCommand(site, ["status", "--format", "json"])).out).toContain(line);
  });

  test("stands beside the new one in the catalog, each price beside its own", async () => {
    const site = await published();
    site.write("content/nb/priser.md", prices("kr 620", "kr 500"));
    await runCommand(site, ["draft"]);
    const entries = site.entries("en", "priser");
    expect([entries.get("kr 620")?.previous, entries.get("kr 620")?.translation]).toEqual(["kr 590", "NOK 590"]);
    expect([entries.get("kr 500")?.previous, entries.get("kr 500")?.translation]).toEqual(["kr 480", "NOK 480"]);
    expect((await runCommand(site, ["build"])).out).toContain("kr 590 is now kr 620; kr 480 is now kr 500.");
  });

  test("is not told where only words changed, nor of what is not published", async () => {
    const site = await published();
    site.write("content/nb/priser.md", prices("kr 590", "kr 480").replace("Kom i god tid", "Kom alltid i god tid"));
    expect((await runCommand(site, ["build"])).out).not.toContain("still shows");
    const fresh = makeProject({ "content/nb/priser.md": prices("kr 620", "kr 480") }, ["en: {}"]);
    projects.push(fresh);
    fresh.write("content/en/priser.po", site.read("content/en/priser.po"));
    expect((await runCommand(fresh, ["build"])).out).not.toContain("still shows");
  });

  test.each<[string, string, string, string]>([
    ["Timen koster 590 kr hos oss.", "Timen koster 620 kr hos oss.", "koster 590 kr", "koster 620 kr"],
    ["450", "460", "450", "460"],
    ["Ring <strong>22 33 44 55</strong> nå", "Ring <strong>22 33 44 66</strong> nå", "44 55 nå", "44 66 nå"],
    ["kr 590", "kr 590 eller 620", "590", "590 eller 620"],
  ])("%s → %s", (previous, source, was, now) => {
    const entry: Entry = { ...newEntry("", source, []), previous, fuzzy: true, translation: "x" };
    expect(changedFigures([entry])).toEqual([{ was, now }]);
    expect(changedFigures([{ ...entry, source: previous }])).toEqual([]);
    expect(changedFigures([{ ...entry, obsolete: true }])).toEqual([]);
  });

  test.each([
    ["kr 1 590,50", "kr 0"],
    ["60 min", "0 min"],
    ["ord", undefined],
  ])("%s without its figures is %s", (text, frame) => {
    expect(withoutFigures(text)).toBe(frame);
  });
});
