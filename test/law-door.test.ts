// Law 3 at the door to the disk: what anyone saves at any moment stays, and a kill or a power cut loses nothing.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { watchDisk, type Operation } from "./stand-in/disk-operations.mjs";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const made: { remove: () => void }[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

/** Calls back before the n-th operation below a folder, once; gives how many there were. */
async function atOperation(
  folder: string,
  n: number,
  act: () => void,
  run: () => Promise<unknown>,
  counts: (operation: Operation) => boolean = () => true,
): Promise<number> {
  let count = 0;
  const stop = watchDisk((operation) => {
    if (!operation.path.startsWith(folder) || !counts(operation)) return;
    count += 1;
    if (count === n) act();
  });
  try {
    await run();
  } finally {
    stop();
  }
  return count;
}

const terms = `concepts:
  - id: needling
    terms:
      nb: [{ term: tørrnåling, status: preferred }, { term: nålebehandling, status: deprecated }]
      en: [{ term: dry needling, status: preferred }, { term: needle treatment, status: deprecated }]
`;
const tbx = `<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="nerve"><langSec xml:lang="en"><termSec><term>nerve</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>
`;
const catalog = `msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: nb\\n"

msgctxt "title"
msgid "Om oss"
msgstr "About us"

msgid "Ring oss."
msgstr "Call  us."

# Kari was here.
msgid "Vi svarer."
msgstr ""
`;

function clinic(): TestProject {
  const site = makeProject(
    {
      "content/nb/a.md": "---\ntitle: Om oss\n---\n\nRing oss.\n\nVi svarer.\n",
      "content/terms.yaml": terms,
      "content/en/a.po": catalog,
      "new.tbx": tbx,
    },
    ["en: { engine: pseudo }"],
  );
  made.push(site);
  return site;
}

type Case = { args: string[]; file: string; from: string; to: string; done: RegExp };
const cases: Record<string, (site: TestProject) => Case> = {
  approve: ({ root }) => ({
    args: ["approve", join(root, "content/en/a.po"), "--by", "Ola Nordmann"],
    file: "content/en/a.po",
    from: "# Kari was here.",
    to: "# Kari was here, and saved.",
    done: /# approved: .*Ola Nordmann/u,
  }),
  draft: () => ({
    args: ["draft"],
    file: "content/en/a.po",
    from: "# Kari was here.",
    to: "# Kari was here, and saved.",
    done: /# draft: /u,
  }),
  "check --fix": () => ({
    args: ["check", "--fix"],
    file: "content/en/a.po",
    from: "# Kari was here.",
    to: "# Kari was here, and saved.",
    done: /"Call us\."/u,
  }),
  "terms import": ({ root }) => ({
    args: ["terms", "import", join(root, "new.tbx"), "--terms", join(root, "content/terms.yaml")],
    file: "content/terms.yaml",
    from: "id: needling",
    to: "id: needling # Kari was here, and saved.",
    done: /id: nerve/u,
  }),
};

describe.each(Object.keys(cases))("while %s runs, another program saves at any operation on the disk", (name) => {
  test.each([
    ["in place", (file: string, text: string) => writeFileSync(file, text), () => true],
    [
      "with a file that takes its place",
      (file: string, text: string) => {
        writeFileSync(`${file}~`, text);
        renameSync(`${file}~`, file);
      },
      // Between the last look and the rename itself, such a program cannot be seen by any means that all systems have.
      (operation: Operation) => operation.name !== "renameSync",
    ],
  ] as const)("%s: both are in the file", async (_, save, counts) => {
    for (let n = 1; ; n++) {
      const site = clinic();
      const { args, file, from, to, done } = (cases[name] as (site: TestProject) => Case)(site);
      const path = join(site.root, file);
      let saved = false;
      const act = (): void => {
        const text = readFileSync(path, "utf8");
        // A person saves what they have on the screen: their change of the file as it is.
        save(path, text.replace(from, to));
        saved = true;
      };
      const run = (): Promise<unknown> => runCommand(site, args, { SOURCE_DATE_EPOCH: "1767312000" });
      const total = await atOperation(dirname(path), n, act, run, counts);
      if (!saved) {
        expect(n).toBeGreaterThan(15);
        break;
      }
      const text = site.read(file);
      expect(text, `operation ${n} of ${total}`).toContain(to);
      // Corrections are for the text that was checked: where it has moved since, they are left for the next run.
      if (name === "check --fix" && !done.test(text)) await runCommand(site, args);
      expect(site.read(file), `operation ${n} of ${total}`).toMatch(done);
      expect(site.files().filter((one) => /\.tmp$|\.old$|\.lock$|kept/u.test(one))).toEqual([]);
      made.splice(0).forEach((one) => one.remove());
    }
  });
});
