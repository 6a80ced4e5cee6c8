// Law 3: two commands at once, whichever two and wherever the second begins: what each of them wrote is there.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { makeProject, type TestProject } from "./stand-in/project.ts";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const catalog = `msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: nb\\n"

msgctxt "title"
msgid "Om oss"
msgstr "About us"

#, fuzzy
msgid "Ring oss."
msgstr "Call  us."

# Kari was here.
msgid "Vi svarer."
msgstr ""
`;

/** What each command writes into the catalog. */
const commands: Readonly<Record<string, { args: string[]; wrote: RegExp }>> = {
  approve: { args: ["approve", "content/en/a.po", "--by", "Ola Nordmann"], wrote: /# approved: .*Ola Nordmann/u },
  draft: { args: ["draft"], wrote: /# draft: / },
  fix: { args: ["check", "--fix"], wrote: /"Call us\."/u },
  build: { args: ["build"], wrote: /Kari was here/u },
};

type Ended = { code: number | null; said: string };

/** The first command, and the second from the n-th operation of the first among the catalogs. */
function runPair(site: TestProject, first: string[], second: string[], n: number): Promise<Ended> {
  const main = file("../lib/shell/main.js");
  const command = [main, second[0] ?? "", "--root", site.root, ...second.slice(1)];
  const child = spawn(
    process.execPath,
    ["--import", file("stand-in/break-disk.mjs"), main, first[0] ?? "", "--root", site.root, ...first.slice(1)],
    {
      cwd: site.root,
      env: {
        PATH: process.env["PATH"],
        SOURCE_DATE_EPOCH: "1767312000",
        BREAK_HOW: "beside",
        BREAK_AT: String(n),
        BREAK_BELOW: "content/en",
        BREAK_COMMAND: JSON.stringify(command),
      },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  // The streams end when the second, which has them too, has ended.
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

const pairs = ["approve", "draft", "fix"].flatMap((first) =>
  Object.keys(commands)
    .filter((second) => second !== first)
    .map((second): [string, string] => [first, second]),
);

// Each waits for most of its time.
test.concurrent.each(pairs)("%s, and %s beside it", async (first, second) => {
  for (const n of [2, 6]) {
    const site = makeProject(
      { "content/nb/a.md": "---\ntitle: Om oss\n---\n\nRing oss.\n\nVi svarer.\n", "content/en/a.po": catalog },
      ["en: { engine: pseudo }"],
    );
    try {
      const [one, other] = [commands[first], commands[second]];
      const { said } = await runPair(site, one?.args ?? [], other?.args ?? [], n);
      expect(said).not.toMatch(/Internal error in Målvakt|\n\s+at /u);
      const text = site.read("content/en/a.po");
      expect(readCatalog(text).mistakes).toEqual([]);
      expect(text).toContain("# Kari was here.");
      // A second draft is kept out; all else goes on.
      expect(text).toMatch(one?.wrote ?? /./u);
      if (!said.includes("not corrected") && !said.includes("No findings"))
        expect(text, said).toMatch(other?.wrote ?? /./u);
      expect(site.files().filter((path) => /\.tmp$|\.old$|lock$|kept/u.test(path))).toEqual([]);
    } finally {
      site.remove();
    }
  }
});
