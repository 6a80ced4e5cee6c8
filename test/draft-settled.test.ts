// What was settled in an earlier run is not looked at again, and whatever has changed since is.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { setTranslation } from "../src/core/catalog/sign.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const projects: TestProject[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const page = (title: string, ...blocks: string[]): string => `---\ntitle: ${title}\n---\n\n${blocks.join("\n\n")}\n`;

/** Two pages, all of whose texts are approved, and a run that found nothing to do. */
async function settled(): Promise<TestProject> {
  const site = makeProject(
    { "content/nb/a.md": page("Om oss", "Ring oss."), "content/nb/b.md": page("Priser", "Det koster 450 kroner.") },
    ["en: { engine: pseudo }"],
  );
  projects.push(site);
  await runCommand(site, ["draft"]);
  for (const id of ["a", "b"]) site.approveAll("en", id, ({ source }) => `${source} (en)`);
  expect((await runCommand(site, ["draft"])).out).toBe("en: nothing to draft.\n");
  expect(readdirSync(join(site.root, ".malvakt/settled"))).toHaveLength(1);
  return site;
}

test.each<[string, RegExp, (site: TestProject) => void]>([
  ["nothing", /^en: nothing to draft\.\n$/u, () => {}],
  [
    "a page",
    /^en: 1 catalog updated, 1 unit drafted\.\n$/u,
    (site) => site.write("content/nb/b.md", page("Priser", "Det koster 500 kroner.")),
  ],
  [
    "a page, to a text that is approved on another",
    /^en: 1 catalog updated, 1 unit drafted \(1 from memory\)\.\n$/u,
    (site) => site.write("content/nb/b.md", page("Priser", "Ring oss.")),
  ],
  [
    "a new page",
    /^en: 1 catalog updated, 2 units drafted/u,
    (site) => site.write("content/nb/c.md", page("Timer", "Bestill her.")),
  ],
  [
    "a catalog that is gone",
    /^en: 1 catalog updated, 2 units drafted/u,
    (site) => rmSync(join(site.root, "content/en/a.po")),
  ],
  [
    "a catalog that cannot be read",
    /left untranslated: content\/en\/a\.po cannot be read/u,
    (site) => site.write("content/en/a.po", site.read("content/en/a.po").slice(0, -9)),
  ],
  [
    "a text that a person emptied",
    /^en: 1 unit drafted\.\n$/u,
    (site) => {
      const catalog = site.catalog("en", "a");
      const entries = catalog.entries.map((entry) =>
        entry.source === "Ring oss." ? setTranslation(entry, "") : entry,
      );
      site.write("content/en/a.po", writeCatalog({ ...catalog, entries }));
    },
  ],
])("what has changed since: %s", async (_, said, change) => {
  const site = await settled();
  change(site);
  const again = await runCommand(site, ["draft"]);
  expect(again.out).toMatch(said);
});
