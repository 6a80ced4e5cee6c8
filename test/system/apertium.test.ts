// The Apertium engine with the real programs. Without them these tests fail: `apertiumMissing` says what to install.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apertiumTarget } from "../../src/core/draft/apertium-target.ts";
import { EngineStopped, type Pin } from "../../src/core/draft/engine.ts";
import { compareTags, escapeText } from "../../src/core/unit-text.ts";
import { apertiumMissing, openApertium, type ApertiumEngine } from "../../src/shell/engines/apertium.ts";
import { openQueue, type Queue } from "../../src/shell/engines/queue.ts";
import { sentence } from "../../src/core/messages/sentence.ts";

const languages = ["nn", "da", "sv"] as const;
const run = promisify(execFile);

function open(language: string): ApertiumEngine {
  const target = apertiumTarget(language);
  if (!target) throw new Error(`no target for ${language}`);
  return openApertium(target);
}

async function translate(engine: ApertiumEngine, text: string, pins: readonly Pin[] = []): Promise<string> {
  const [answer] = await engine.answer([{ text, markup: true, pins }]);
  if (!answer || "failure" in answer) throw new Error(answer ? sentence(answer.failure, "en") : "no answer");
  return answer.text;
}

/** The processes of a group that are still there. */
async function processesOf(group: number): Promise<{ pid: number; name: string }[]> {
  const found: { pid: number; name: string }[] = [];
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/u.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const [, name = "", state, , processGroup] = /^\d+ \((.*)\) (\S) (\d+) (\d+)/u.exec(stat) ?? [];
    if (Number(processGroup) === group && state !== "Z") found.push({ pid: Number(entry), name });
  }
  return found;
}

async function until(holds: () => Promise<boolean>, timeoutMs = 5000): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

const engines = new Map<string, ApertiumEngine>();
const engineOf = (language: string): ApertiumEngine => {
  const engine = engines.get(language);
  if (!engine) throw new Error("not open");
  return engine;
};

beforeAll(async () => {
  for (const language of languages) {
    expect(await apertiumMissing(apertiumTarget(language)?.mode ?? "")).toBeUndefined();
    engines.set(language, open(language));
  }
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
});

describe.each(languages)("%s", (language) => {
  test.each([
    ["^", "Stikk ^"],
    ["^", "^"],
    ["^", "a ^ b ^"],
    ["@", "Ring oss @ klinikken"],
    ["post@klinikken.no", "Skriv til post@klinikken.no i dag"],
    ["~", "Omtrent ~ ti nåler ~"],
    ["{", "En { nål"],
    ["}", "En nål }"],
    ["[", "En [nål"],
    ["]", "En] nål"],
    ["$", "Ti $ nåler"],
    ["\\", "En \\ nål \\"],
    ["/", "muskler og/eller ledd"],
    ["*", "*nåler* og *"],
    ["#", "#nåler og C#"],
    ["|", "nåler | ledd"],
    ["&lt;", "5 &lt; 6 nåler"],
    [">", "nåler > 6"],
    ["&amp;", "kropp &amp; sjel"],
    ["\u00A0", "ti\u00A0nåler her"],
    ["\u200B", "nåler\u200Bledd"],
    ["\uE000", "nåler \uE000 ledd"],
    ["👩‍⚕️", "Hun er 👩‍⚕️ her"],
    ["\u202B", "nåler \u202Bledd\u202C"],
    ["{{navn}}", "Hei {{navn}}, velkommen"],
    ["https://ims.no/a_b?c=1#d", "Se https://ims.no/a_b?c=1#d, der"],
    ["<code>behandling = 5 mg</code>", "Skriv <code>behandling = 5 mg</code> der"],
    ["10:30", "Kom klokken 10:30, hilsen oss"],
  ])("keeps %j in %j", async (kept, text) => {
    const answer = await translate(engineOf(language), text);
    expect(answer.split(kept)).toHaveLength(text.split(kept).length);
    expect(answer).not.toMatch(/\uFFFD/u);
  });

  test("knows a letter however it is written, and a word with a soft hyphen", async () => {
    const engine = engineOf(language);
    const text = "Vi har åtte blå nåler i muskelen.";
    const answer = await translate(engine, text);
    expect(await translate(engine, text.normalize("NFD"))).toBe(answer);
    expect(await translate(engine, text.replace("muskelen", "muskel\u00ADen"))).toBe(answer);
  });

  test("is not kept busy by a word of 10,000 letters", async () => {
    const word = "nål".repeat(3500);
    expect(await translate(engineOf(language), `Her er ${word} nå.`)).toContain(word);
  });

  test("takes a text of 5,000 words", async () => {
    const answer = await translate(engineOf(language), "Vi stikker tynne nåler i muskelen. ".repeat(850).trim());
    expect(answer.split(" ").length).toBeGreaterThan(4000);
  });

  test("names the words that it does not know", async () => {
    const [answer] = await engineOf(language).answer([
      { text: "Intramuskulær stimulering er *bra* for muskler", markup: true, pins: [] },
    ]);
    expect(answer).toMatchObject({ billed: 0, unknown: ["Intramuskulær"] });
    expect(answer).toMatchObject({ text: expect.stringMatching(/ \*\p{L}+\* /u) as string });
  });

  test("a pinned term comes out as its target", async () => {
    const text = "IMS er <strong>tørrnåling</strong> av muskler, ikke tørrnåling &amp; akupunktur.";
    const pins = [...text.matchAll(/tørrnåling/gu)].map(({ index }) => ({
      start: index,
      end: index + "tørrnåling".length,
      target: "dry needling",
    }));
    const answer = await translate(engineOf(language), text, pins);
    expect(answer).toContain("<strong>dry needling</strong>");
    expect(answer).toMatch(/(?<!>)dry needling &amp; akupunktur/u);
  });

  test("tags come back right, whatever they stand around", async () => {
    const texts = tagged();
    const before = performance.now();
    const answers = await engineOf(language).answer(texts.map((text) => ({ text, markup: true, pins: [] })));
    const seconds = (performance.now() - before) / 1000;
    const failed = answers.filter((answer) => "failure" in answer);
    for (const [index, answer] of answers.entries()) {
      const text = texts[index] ?? "";
      if (!("text" in answer)) continue;
      expect(compareTags(text, answer.text)).toEqual([]);
      expect(figures(answer.text)).toEqual(figures(text));
      expect(answer.text).not.toMatch(/ {2}|[\p{L}\p{N}]<\/?[a-z0-9]+>[\p{L}\p{N}]/u);
    }
    const words = texts.join(" ").split(" ").length;
    console.log(
      `${language}: ${texts.length} texts, ${failed.length} failed, ${Math.round(words / seconds)} words a second`,
    );
    expect(failed).toEqual([]);
  });

  test("the same question has the same answer in any company", async () => {
    const texts = tagged().slice(0, 40);
    const questions = texts.map((text) => ({ text, markup: true, pins: [] }));
    const together = await engineOf(language).answer(questions);
    for (const [index, question] of questions.entries())
      expect((await engineOf(language).answer([question]))[0]).toEqual(together[index]);
  });
});

/** Figures in no order: a translation may move them. */
function figures(text: string): string[] {
  return (text.replaceAll(/<\/?[a-z]+\d*>/gu, "").match(/\d+(?:[.,:/]\d+)*/gu) ?? []).toSorted();
}

const sentences = [
  "Les mer om hvilke plager vi behandler på klinikken vår.",
  "Tynne nåler stikkes inn i muskelknuten, og dermed øker blodsirkulasjonen.",
  "Kom til timen kl. 10.30 den 6. januar 2022.",
  "Temperaturen er -5 grader, og trykket er 43.9 i 3. klasse.",
  "Akupunktur krever ingen henvisning, og timer kan bestilles på nettsiden.",
  "Dry needling er egentlig noe helt annet enn akupunktur, selv om nålene ligner.",
  "Myofascielt smertesyndrom rammer mange kontoransatte.",
  "Er det smertefullt? Alle nåler er sterile og til engangsbruk.",
  "Du trenger ikke grue deg til IMS, som er en mild form for behandling.",
  "Ryggsmerter kan behandles med 10–12 nåler (24/7), særlig når stramme bånd i muskelen er årsaken.",
];

/** The sentences with tags at random places, the same in each run. */
function tagged(): string[] {
  let seed = 20221122;
  const below = (most: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * most);
  };
  return Array.from({ length: 12 }, () => sentences)
    .flat()
    .map((sentence) => {
      const words = escapeText(sentence).split(" ");
      for (const [index, tag] of ["strong", "em", "a1", "a2"].entries()) {
        const first = below(words.length);
        const last = Math.min(words.length - 1, first + below(3));
        if (index > 1 + below(3) || words.slice(first, last + 1).some((word) => word.includes("<"))) continue;
        const [, end = "", signs = ""] = /^(.*?)([.,;:!?)]*)$/u.exec(words[last] ?? "") ?? [];
        words[first] = `<${tag}>${first === last ? end : (words[first] ?? "")}`;
        words[last] = `${first === last ? words[first] : end}</${tag}>${signs}`;
      }
      if (below(5) === 0) words.splice(below(words.length), 0, "<code>ikke oversett 5</code>");
      return words.join(" ");
    });
}

describe("Swedish figures", () => {
  test.each([
    ["Målt til 43.9 i dag", "43.9"],
    ["Klokken er 10.30.", "10.30."],
    ["Den 6. januar 2022.", "6. januari 2022."],
    ["I 3. klasse", "3. klass"],
    ["Det koster 1.000,50 kroner", "1.000,50"],
    ["Ute er det -5 grader", "-5"],
    ["Se side 10-12 og 620-634", "10-12"],
    ["Han er 5 år.", "5 "],
  ])("%s", async (text, kept) => {
    expect(await translate(engineOf("sv"), text)).toContain(kept);
  });
});

describe("when the pipeline breaks", () => {
  const hangs = "x\\^";
  const kills = "x {";
  let queue: Queue;
  const openFor = (timeoutMs: number): void => {
    queue = openQueue({
      modeFile: "/usr/share/apertium/modes/nob-dan.mode",
      timeoutMs,
      missing: async () => undefined,
    });
  };

  test("answers come in order, many at once", async () => {
    openFor(20_000);
    const replies = await Promise.all(Array.from({ length: 100 }, async (_, index) => queue.ask(`${index} nåler`)));
    expect(replies).toEqual(Array.from({ length: 100 }, (_, index) => ({ stream: `${index} nåle` })));
    await queue.close();
  });

  test.each([
    ["keeps it waiting for ever", hangs, /nothing within 3 s/u],
    ["ends its programs", kills, /ended/u],
  ])("only the text that %s fails", async (_, poison, reason) => {
    openFor(3000);
    const streams = Array.from({ length: 40 }, (_, index) => (index === 20 ? poison : `${index} nåler`));
    const replies = await Promise.all(streams.map(async (stream) => queue.ask(stream)));
    for (const [index, reply] of replies.entries())
      if (index === 20) expect("failure" in reply && sentence(reply.failure, "en")).toMatch(reason);
      else expect(reply).toEqual({ stream: `${index} nåle` });
    await queue.close();
  });

  test("three failures in a row stop the engine, and later questions too", async () => {
    openFor(1500);
    const first = queue.ask("en nål");
    const poisoned = await Promise.allSettled([hangs, hangs, hangs, "en nål"].map(async (stream) => queue.ask(stream)));
    expect(await first).toEqual({ stream: "en nål" });
    expect(poisoned.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    await expect(queue.ask("en nål")).rejects.toThrow(EngineStopped);
    await queue.close();
  });

  test("a program that stands still is replaced, and no answer is lost", async () => {
    openFor(3000);
    await queue.ask("en nål");
    const group = queue.group() ?? 0;
    const stopped = (await processesOf(group)).find(({ name }) => name === "rtx-proc");
    if (!stopped) throw new Error("no rtx-proc in the pipeline");
    process.kill(stopped.pid, "SIGSTOP");
    expect(await Promise.all(["to nåler", "tre nåler"].map(async (stream) => queue.ask(stream)))).toEqual([
      { stream: "to nåle" },
      { stream: "tre nåle" },
    ]);
    expect(queue.group()).not.toBe(group);
    expect(await until(async () => (await processesOf(group)).length === 0)).toBe(true);
    await queue.close();
  });

  test("a program that dies is replaced too", async () => {
    openFor(20_000);
    await queue.ask("en nål");
    const group = queue.group() ?? 0;
    const [victim] = (await processesOf(group)).filter(({ name }) => name === "cg-proc");
    if (!victim) throw new Error("no cg-proc in the pipeline");
    process.kill(victim.pid, "SIGKILL");
    expect(await queue.ask("to nåler")).toEqual({ stream: "to nåle" });
    await queue.close();
    expect(await until(async () => (await processesOf(group)).length === 0)).toBe(true);
  });

  test("programs that cannot start fail the text, and harm nobody else", async () => {
    openFor(3000);
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      const reply = await queue.ask("en nål");
      expect("failure" in reply && sentence(reply.failure, "en")).toMatch(/ended.*bash/u);
    } finally {
      process.env["PATH"] = path;
    }
    expect(await queue.ask("to nåler")).toEqual({ stream: "to nåle" });
    await queue.close();
  });

  test("after close there is no process left, and what still waited is refused", async () => {
    openFor(20_000);
    await queue.ask("en nål");
    const group = queue.group() ?? 0;
    expect((await processesOf(group)).length).toBeGreaterThan(5);
    const waiting = expect(queue.ask(hangs)).rejects.toThrow(EngineStopped);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await queue.close();
    await waiting;
    expect(await until(async () => (await processesOf(group)).length === 0)).toBe(true);
  });

  test.each(["process.exit(0)", "throw new Error('a bug')", "process.kill(process.pid, 'SIGKILL')"])(
    "no process is left when ours ends by %s",
    async (ending) => {
      const folder = await mkdtemp(join(tmpdir(), "malvakt-"));
      const options =
        "--rootDir src --noEmit false --module nodenext --target es2023 --types node --skipLibCheck" +
        " --allowImportingTsExtensions --rewriteRelativeImportExtensions --ignoreConfig src/shell/engines/pipeline.ts";
      await run("node_modules/.bin/tsc", ["--outDir", folder, ...options.split(" ")]);
      await writeFile(join(folder, "package.json"), '{"type":"module"}');
      const program = `
        import { startPipeline } from "./shell/engines/pipeline.js";
        const pipeline = startPipeline("/usr/share/apertium/modes/nob-dan.mode", {
          onAnswer: () => { console.log(pipeline.group); setTimeout(() => { ${ending} }, 50); },
          onEnd: () => {},
        });
        pipeline.send("en nål");`;
      await writeFile(join(folder, "program.js"), program);
      const { stdout } = await run("node", [join(folder, "program.js")]).catch((error: { stdout: string }) => error);
      const group = Number(stdout.trim());
      expect(group).toBeGreaterThan(1);
      expect(await until(async () => (await processesOf(group)).length === 0)).toBe(true);
      await rm(folder, { recursive: true });
    },
  );
});

async function saidMissing(mode: string): Promise<string> {
  const missing = await apertiumMissing(mode);
  return missing === undefined ? "" : sentence(missing, "en");
}

describe("what is missing", () => {
  test("nothing on a machine with the packages", async () => {
    expect(await apertiumMissing("nob-swe")).toBeUndefined();
  });

  test("a pair that is not installed, or that there is none of", async () => {
    expect(await saidMissing("nno-dan_x")).toMatch(/apt-get install apertium apertium-dan-nor/u);
    expect(await saidMissing("nob-deu")).toMatch(/no mode nob-deu/u);
  });

  test("the program itself", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      expect(await saidMissing("nob-dan")).toMatch(/apt-get install apertium apertium-dan-nor/u);
    } finally {
      process.env["PATH"] = path;
    }
  });

  test("an engine without its pair stops at once, and says what to install", async () => {
    const engine = openApertium({ mode: "nob-deu", losesPoints: false });
    await expect(engine.answer([{ text: "nål", markup: true, pins: [] }])).rejects.toThrow(/no mode nob-deu/u);
    await engine.close();
  });
});
