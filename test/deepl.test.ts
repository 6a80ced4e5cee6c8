// The DeepL engine against a stand-in that is strict, keeps a ledger, and misbehaves.
import { spawnSync } from "node:child_process";
import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { isOurs, writeGlossary, type GlossaryTerms } from "../src/core/draft/deepl/glossary.ts";
import { deeplTarget } from "../src/core/draft/deepl/language.ts";
import { batchQuestions, bodyBytes, fits, writeRequest } from "../src/core/draft/deepl/request.ts";
import { countCharacters, readAnswer, writeQuestion } from "../src/core/draft/deepl/text.ts";
import { waitsMs } from "../src/core/draft/deepl/verdict.ts";
import { EngineStopped, type Answer, type Engine, type Question } from "../src/core/draft/engine.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { escapeText } from "../src/core/unit-text.ts";
import { openDeepl, type DeeplOptions } from "../src/shell/engines/deepl.ts";
import { program } from "./run-case.mjs";
import { makeProject } from "./stand-in/project.ts";
import { readXml } from "./stand-in/deepl-text.ts";
import { standInKey, startDeepl, type Misbehaviour, type StandIn } from "./stand-in/deepl.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

async function start(options: Parameters<typeof startDeepl>[0] = {}): Promise<StandIn> {
  const standIn = await startDeepl(options);
  open.push(standIn);
  return standIn;
}

/** Everything the engine said, in whatever way, to look for the key in. */
type Session = { engine: Engine; waits: number[]; warnings: string[] };

function session(url: string, options: Partial<DeeplOptions> = {}, language = "en"): Session {
  const waits: number[] = [];
  const warnings: string[] = [];
  const engineOf = openDeepl({
    environment: { DEEPL_AUTH_KEY: standInKey, DEEPL_SERVER_URL: url },
    source: "nb",
    languages: { en: {}, de: {} },
    terms: undefined,
    warn: (message) => warnings.push(message),
    wait: async (milliseconds) => waits.push(milliseconds),
    timeoutMs: 10_000,
    ...options,
  });
  const engine = engineOf(language);
  if ("refusal" in engine) throw new Error(sentence(engine.refusal, "en"));
  return { engine, waits, warnings };
}

function plain(text: string): Question {
  return { text, markup: false, pins: [] };
}

function unit(text: string, pinned?: string, target = ""): Question {
  const start = pinned === undefined ? 0 : text.indexOf(pinned);
  return { text, markup: true, pins: pinned === undefined ? [] : [{ start, end: start + pinned.length, target }] };
}

async function stopOf(promise: Promise<unknown>): Promise<EngineStopped> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EngineStopped)) throw new Error(`not stopped: ${inspect(error)}`);
  return error;
}

function failures(answers: readonly Answer[]): string[] {
  return answers.flatMap((answer) => ("failure" in answer ? [sentence(answer.failure, "en")] : []));
}

const bytesLimit = 128 * 1024;
const prose = fc.string({
  unit: fc.constantFrom("a", " ", "å", "ø", "я", "ї", "<", "&", ">", "]]>", "🦴", "+", "%", "\u00a0", "ع"),
  minLength: 1,
});

test("the client library is not loaded before it is needed", () => {
  const site = makeProject({ "content/nb/a.md": "---\ntitle: Om oss\n---\n\nTekst.\n" }, ["en: { engine: deepl }"]);
  try {
    const watch = `import { createRequire } from "node:module";
      process.on("exit", () => console.error(Object.keys(createRequire(process.execPath).cache).some((path) => path.includes("deepl-node"))));`;
    const ended = spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${encodeURIComponent(watch)}`,
        program,
        "draft",
        "--dry-run",
        "--root",
        site.root,
      ],
      { encoding: "utf8", env: { PATH: process.env["PATH"], DEEPL_AUTH_KEY: standInKey } },
    );
    expect(ended).toMatchObject({ status: 0, stderr: "false\n" });
    expect(ended.stdout).toContain("characters would be sent");
  } finally {
    site.remove();
  }
});

describe("a question as XML", () => {
  const cases: [string, Question, string][] = [
    ["plain text is escaped", plain("Kne & hofte <1>"), "Kne &amp; hofte &lt;1&gt;"],
    ["unit text keeps its tags", unit("Les <a1>om</a1><br/>IMS &amp; 5 > 3"), "Les <a1>om</a1><br/>IMS &amp; 5 &gt; 3"],
    [
      "a pin is kept",
      unit("Vi tilbyr <strong>tørrnåling</strong>.", "tørrnåling", "dry needling"),
      "Vi tilbyr <strong><keep>dry needling</keep></strong>.",
    ],
    ["a pin's target is escaped", unit("a b c", "b", "R&D <x>"), "a <keep>R&amp;D &lt;x&gt;</keep> c"],
  ];
  test.each(cases)("%s", (_, question, xml) => {
    expect(writeQuestion(question)).toEqual({ xml });
    expect(readXml(xml)).toBeDefined();
  });

  test.each([
    ["not well-formed", unit("<a>x"), /not well-formed.*never closed/u],
    ["a control character", plain("a\u0007b"), /control character/u],
    ["a lone surrogate", plain("a\uD800b"), /control character/u],
    ["empty", plain("  "), /empty/u],
    [
      "pins that overlap",
      {
        text: "abc",
        markup: false,
        pins: [
          { start: 0, end: 2, target: "x" },
          { start: 1, end: 3, target: "y" },
        ],
      },
      /overlap/u,
    ],
    ["a pin that cuts through a tag", unit("x <a>y</a> z", "x <a>y", "w"), /not well-formed/u],
    ["a tag of the engine's own", unit("<keep>x</keep>"), /<keep> of its own/u],
  ])("is refused when it is %s", (_, question, reason) => {
    const written = writeQuestion(question);
    expect("failure" in written && sentence(written.failure, "en")).toMatch(reason);
  });

  test("what goes out comes back in the same form, pins exactly", () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), prose, fc.boolean(), (parts, target, markup) => {
        const tidy = parts.map((part) => (markup ? escapeText(part) : part));
        const before = markup ? `x<a>${tidy.join("</a><br/><b>y</b><a>")}z</a>` : `x${tidy.join("")}`;
        const question = {
          text: `${before}PINz`,
          markup,
          pins: [{ start: before.length, end: before.length + 3, target }],
        };
        const written = writeQuestion(question);
        if ("failure" in written) throw new Error(sentence(written.failure, "en"));
        expect(readXml(written.xml)).toBeDefined();
        // DeepL is free to escape more than it must.
        const returned = written.xml.replaceAll("å", "&#229;").replaceAll("<br/>", "<br></br>");
        const expected = `${before}${markup ? escapeText(target) : target}z`;
        const read = readAnswer(returned, question);
        // Escapes of `]]>` may differ at the seam between text and pin; both spellings read alike.
        expect("text" in read && read.text.replaceAll("&gt;", ">")).toBe(expected.replaceAll("&gt;", ">"));
      }),
    );
  });
});

describe("batches", () => {
  test("each fits into a request as encoded, whatever the letters; nothing is lost or reordered", () => {
    const long = fc.tuple(prose, fc.integer({ min: 1, max: 3000 })).map(([text, times]) => `x${text}`.repeat(times));
    const questions = fc.array(
      fc.oneof(
        long.map(plain),
        long.map((text) => unit(`<code>1</code> ${escapeText(text)}`)),
        prose.map((text) => plain(`x${text}`)),
      ),
      { maxLength: 130 },
    );
    fc.assert(
      fc.property(questions, prose, (asked, context) => {
        const batches = batchQuestions(asked);
        expect(batches.flat()).toEqual(asked);
        for (const batch of batches) {
          const texts = batch.flatMap((question) => {
            const written = writeQuestion(question);
            return "xml" in written ? [written.xml] : [];
          });
          const request = writeRequest(
            "nb",
            { code: "en-GB", formality: "prefer_more" },
            undefined,
            texts,
            context.repeat(500),
          );
          expect(batch.length).toBeLessThanOrEqual(50);
          if (batch.length > 1) {
            expect(fits(request)).toBe(true);
            expect(bodyBytes(request)).toBeLessThan(bytesLimit);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the bytes are those of the client, with everything that a request can have", async () => {
    const deepl = await start();
    const terms = termbase({ nål: "Nadel" });
    const languages = { de: { target: "de", formality: "prefer_more" as const } };
    const { engine } = session(deepl.url, { terms, languages }, "de");
    const question = unit("<code1>5 mg</code1> та <code2>å</code2> nål & å".replace("&", "&amp;"), "nål", "Nadel");
    expect(failures(await engine.answer([question], "Én setning. Дві."))).toEqual([]);
    const sent = deepl.requests.at(-1);
    const written = writeQuestion(question);
    const texts = "xml" in written ? [written.xml] : [];
    const request = writeRequest("nb", { code: "de", formality: "prefer_more" }, "id", texts, "Én setning. Дві.");
    const slack = bodyBytes(request) - (sent?.bytes ?? 0);
    expect(slack).toBeGreaterThan(100);
    expect(slack).toBeLessThan(512);
    expect(sent?.fields.get("ignore_tags")).toBe("code1,code2,keep");
    expect(sent?.fields.get("glossary_id")).toBe(deepl.glossaries[0]?.id);
    expect(sent?.fields.get("formality")).toBe("prefer_more");
  });

  test("full batches are taken by the server; the context is cut to whole words", async () => {
    const deepl = await start();
    const { engine } = session(deepl.url);
    const questions = Array.from({ length: 60 }, (_, index) => plain(`${index} ${"åя ".repeat(400)}`));
    for (const batch of engine.batches(questions))
      expect(failures(await engine.answer(batch, "sammenheng ".repeat(20_000)))).toEqual([]);
    expect(deepl.ledger).toHaveLength(60);
    for (const request of deepl.requests) {
      expect(request.bytes).toBeLessThan(bytesLimit);
      expect(request.bytes).toBeGreaterThan(100_000);
      expect(request.fields.get("context")).toMatch(/^(sammenheng ?)+$/u);
    }
  });

  test("a text too long for any request is a failure, and the others are answered", async () => {
    const deepl = await start();
    const { engine } = session(deepl.url);
    const questions = [plain("før"), plain("å".repeat(30_000)), plain("etter")];
    const batches = engine.batches(questions);
    expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
    const answers = (await Promise.all(batches.map((batch) => engine.answer(batch, "")))).flat();
    expect(failures(answers)).toEqual([expect.stringMatching(/too long.*Divide the paragraph/u)]);
    expect(answers[1]).toHaveProperty("failure");
    expect(answers[2]).toEqual({ text: "en:etter", billed: 5 });
    expect(deepl.requests).toHaveLength(2);
  });
});

describe("languages", () => {
  test.each([
    ["en", {}, { code: "en-GB" }],
    ["en-US", {}, { code: "en-US" }],
    ["en", { target: "en-us" }, { code: "en-US" }],
    ["pt", {}, { code: "pt-PT" }],
    ["de-AT", { formality: "more" }, { code: "de", formality: "more" }],
    ["uk", { formality: "prefer_less" }, { code: "uk", formality: "prefer_less" }],
    ["nn", {}, { refusal: /does not translate into nn.*another engine/u }],
    ["so", {}, { refusal: /does not translate into so/u }],
    ["uk", { formality: "more" }, { refusal: /prefer_more/u }],
    ["en", { target: "de" }, { refusal: /no target de for en.*en-GB or en-US/u }],
  ] as const)("%s %o", (language, settings, expected) => {
    const target = deeplTarget(language, settings);
    if ("refusal" in expected) expect("refusal" in target && sentence(target.refusal, "en")).toMatch(expected.refusal);
    else expect(target).toEqual({ formality: undefined, ...expected });
  });

  test.each([
    [{}, /needs a key.*DEEPL_AUTH_KEY/u],
    [{ DEEPL_AUTH_KEY: "  " }, /needs a key/u],
    [{ DEEPL_AUTH_KEY: "secret\nkey" }, /character that no key has/u],
    [{ DEEPL_AUTH_KEY: "secret-key", DEEPL_SERVER_URL: "http://deepl.example" }, /https/u],
    [{ DEEPL_AUTH_KEY: "secret-key", DEEPL_SERVER_URL: "https://me:secret@deepl.example" }, /without user name/u],
    [{ DEEPL_AUTH_KEY: "secret-key", DEEPL_SERVER_URL: "nonsense" }, /must be an https address/u],
  ] as [Record<string, string>, RegExp][])("environment %#: says what is missing", (environment, reason) => {
    const engine = openDeepl({ environment, source: "nb", languages: { en: {} }, terms: undefined, warn: () => {} })(
      "en",
    );
    expect("refusal" in engine && sentence(engine.refusal, "en")).toMatch(reason);
    expect(inspect(engine)).not.toContain("secret");
  });
});

describe("an answer", () => {
  test("is in the form of its question, with tags, code, pins and what was charged", async () => {
    const deepl = await start();
    const { engine } = session(deepl.url);
    const questions = [
      unit(
        "Les <a1>mer</a1><br/> om <code>x = 5</code> &amp; <strong>tørre nåler</strong>.",
        "tørre nåler",
        "dry needles",
      ),
      plain("Kne & <hofte>"),
    ];
    expect(await engine.answer(questions, "")).toEqual([
      {
        text: "en:Les <a1>en:mer</a1><br/> en:om <code>x = 5</code> &amp; <strong>dry needles</strong>.",
        billed: 31,
      },
      { text: "en:Kne & <en:hofte>", billed: 13 },
    ]);
    const [request] = deepl.requests;
    expect(deepl.requests).toHaveLength(1);
    expect(Object.fromEntries(request?.fields ?? [])).toMatchObject({
      source_lang: "nb",
      target_lang: "en-GB",
      tag_handling: "xml",
      tag_handling_version: "v2",
      outline_detection: "0",
      ignore_tags: "code,keep",
    });
    expect(request?.headers["user-agent"]).toMatch(/malvakt/u);
    expect(request?.headers.connection).toBe("close");
  });

  test("is asked and charged once for equal texts", async () => {
    const deepl = await start();
    const { engine } = session(deepl.url);
    expect(await engine.answer([plain("Om oss"), unit("Om oss"), plain("Om")], "")).toEqual([
      { text: "en:Om en:oss", billed: 6 },
      { text: "en:Om en:oss", billed: 0 },
      { text: "en:Om", billed: 2 },
    ]);
    expect(deepl.ledger.map((charge) => charge.text)).toEqual(["Om oss", "Om"]);
  });

  test("characters are code points without tags", () => {
    expect(countCharacters("<b>å🦴</b>&amp;я")).toBe(4);
  });
});

/** What a misbehaviour of the first request ends in. `charged`: whether the ledger has the batch after the first call. */
type Outcome = { stop?: RegExp; again?: boolean; failure?: RegExp; failed?: number; charged: boolean; waits?: number };

const outcomes: [Misbehaviour, Outcome][] = [
  [400, { stop: /refused the request.*\(400\).*malvakt\.yaml.*No 400/u, again: false, charged: false }],
  [403, { stop: /does not accept the key.*Check DEEPL_AUTH_KEY/u, again: false, charged: false }],
  [404, { stop: /no DeepL at this address.*DEEPL_SERVER_URL/u, again: false, charged: false }],
  [413, { charged: true }],
  [414, { stop: /address too long.*DEEPL_SERVER_URL/u, again: false, charged: false }],
  [418, { stop: /unexpected status 418/u, again: false, charged: false }],
  [429, { charged: true, waits: 1 }],
  [
    456,
    {
      stop: /quota.*used up.*are saved.*next billing period.*run the same command again/u,
      again: true,
      charged: false,
    },
  ],
  [500, { charged: true, waits: 1 }],
  [502, { stop: /broke on the way.*At most this one request was charged/u, again: true, charged: false }],
  [503, { charged: true, waits: 1 }],
  [504, { stop: /took too long.*At most this one request was charged/u, again: true, charged: false }],
  [529, { charged: true, waits: 1 }],
  ["bad-tags", { charged: true }],
  ["reset-before-charging", { stop: /broke off.*At most this one request/u, again: true, charged: false }],
  ["reset-after-charging", { stop: /broke off.*At most this one request/u, again: true, charged: true }],
  ["slow", { stop: /not answer in time.*At most this one request/u, again: true, charged: true }],
  ["empty-body", { stop: /could not be read.*At most this one request/u, again: true, charged: true }],
  ["truncated-json", { stop: /could not be read.*At most this one request/u, again: true, charged: true }],
  ["cut-off", { stop: /broke off.*At most this one request/u, again: true, charged: true }],
  ["page-of-html", { stop: /could not be read/u, again: true, charged: true }],
  ["too-few", { failure: /2 answers to 3 texts/u, failed: 3, charged: true }],
  ["too-many", { failure: /4 answers to 3 texts/u, failed: 3, charged: true }],
  ["empty-text", { failure: /empty text/u, failed: 3, charged: true }],
  ["tags-crossed", { failure: /not well-formed.*closes a tag while/u, failed: 1, charged: true }],
  ["tag-unclosed", { failure: /not well-formed/u, failed: 2, charged: true }],
  ["bare-ampersand", { failure: /not well-formed/u, failed: 3, charged: true }],
  ["script-from-elsewhere", { failure: /not well-formed/u, failed: 3, charged: true }],
  ["script", { failure: /tag <script> into a plain text/u, failed: 1, charged: true }],
  ["pin-changed", { failure: /lost, repeated or changed a term/u, failed: 1, charged: true }],
  ["pin-lost", { failure: /lost, repeated or changed a term/u, failed: 1, charged: true }],
  ["tags-lost", { failure: /lost, repeated or changed a term/u, failed: 1, charged: true }],
  ["tags-escaped", { failure: /lost, repeated or changed a term/u, failed: 1, charged: true }],
  ["tags-doubled", { failure: /lost, repeated or changed a term/u, failed: 1, charged: true }],
  // What is well-formed is for the checks that follow an engine.
  ["tags-moved", { charged: true }],
  ["swapped", { failure: /./u, failed: 2, charged: true }],
  ["other-spelling", { charged: true }],
];

describe("misbehaviour of DeepL", () => {
  const questions = [
    unit("På <a1>klinikken</a1> får du <strong>ro</strong>.<br/>Velkommen"),
    plain('Kne & "hofte"'),
    unit("Vi tilbyr tørrnåling", "tørrnåling", "dry needling"),
  ];

  test.each(outcomes)("%s", async (how, outcome) => {
    const deepl = await start({ misbehave: ({ number }) => (number === 1 ? how : undefined) });
    const { engine, waits, warnings } = session(deepl.url, how === "slow" ? { timeoutMs: 300 } : {});
    const said: unknown[] = [];
    if (outcome.stop) {
      const stop = await stopOf(engine.answer(questions, ""));
      expect(stop.message).toMatch(outcome.stop);
      expect(stop.again).toBe(outcome.again);
      expect(deepl.requests).toHaveLength(1);
      said.push(stop);
    } else {
      const answers = await engine.answer(questions, "");
      expect(answers).toHaveLength(3);
      expect(failures(answers)).toHaveLength(outcome.failed ?? 0);
      for (const failure of failures(answers)) expect(failure).toMatch(outcome.failure ?? /never/u);
      if (typeof how === "number" || how === "bad-tags" || how === "other-spelling")
        expect(answers[0]).toMatchObject({
          text: "en:På <a1>en:klinikken</a1> en:får en:du <strong>en:ro</strong>.<br/>en:Velkommen",
        });
      said.push(answers);
    }
    expect(waits).toEqual(waitsMs.slice(0, outcome.waits ?? 0));
    expect(deepl.ledger).toHaveLength(outcome.charged ? 3 : 0);
    expect(new Set(deepl.ledger.map((charge) => charge.text)).size).toBe(deepl.ledger.length);
    expect(inspect([said, warnings], { depth: Infinity, showHidden: true })).not.toContain(standInKey.slice(0, 20));
  });

  const stops = outcomes.filter(([, outcome]) => outcome.stop);
  test.each(stops)(
    "%s in the second of three batches: the next run pays again for that batch at most",
    async (how, outcome) => {
      const deepl = await start({ misbehave: ({ number }) => (number === 2 ? how : undefined) });
      const missing = new Map([1, 2, 3].map((batch) => [batch, [plain(`side ${batch}`), plain(`mer ${batch}`)]]));
      const run = async (): Promise<void> => {
        const { engine } = session(deepl.url, how === "slow" ? { timeoutMs: 300 } : {});
        for (const [batch, texts] of missing) {
          expect(failures(await engine.answer(texts, ""))).toEqual([]);
          missing.delete(batch);
        }
      };
      await stopOf(run());
      expect([...missing.keys()]).toEqual([2, 3]);
      await run();
      const charges = (text: string): number => deepl.ledger.filter((charge) => charge.text === text).length;
      expect(["side 1", "mer 1", "side 3", "mer 3"].map(charges)).toEqual([1, 1, 1, 1]);
      expect(["side 2", "mer 2"].map(charges)).toEqual(outcome.charged ? [2, 2] : [1, 1]);
    },
  );

  test.each([429, 500, 503, 529])("%s for ever: waits a bounded time, then stops", async (status) => {
    const deepl = await start({ misbehave: () => status });
    const { engine, waits } = session(deepl.url);
    const stop = await stopOf(engine.answer(questions, ""));
    expect(stop.message).toMatch(
      new RegExp(`\\(${status}\\).*7 times in 63 seconds, and nothing was charged.*again later`, "u"),
    );
    expect(stop.again).toBe(true);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000]);
    expect(deepl.requests).toHaveLength(7);
    expect(deepl.ledger).toEqual([]);
  });

  test("one text whose tags DeepL cannot read does not take the others with it", async () => {
    const bad = "Dårlig <a>tekst</a>";
    const deepl = await start({ misbehave: ({ texts }) => (texts.includes(bad) ? "bad-tags" : undefined) });
    const { engine } = session(deepl.url);
    const texts = Array.from({ length: 20 }, (_, index) => unit(`Tekst <b>nummer ${index}</b>`));
    const answers = await engine.answer([...texts.slice(0, 7), unit(bad), ...texts.slice(7)], "");
    expect(failures(answers)).toEqual(["DeepL could not read the tags of this text (400)."]);
    expect(answers[7]).toHaveProperty("failure");
    expect(new Set(deepl.ledger.map((charge) => charge.text)).size).toBe(20);
    expect(deepl.ledger).toHaveLength(20);
  });

  test("a server that finds everything too large gets ever smaller requests, then each text is a failure", async () => {
    const deepl = await start({ misbehave: () => 413 });
    const { engine } = session(deepl.url);
    const answers = await engine.answer(questions, "");
    expect(failures(answers)).toHaveLength(3);
    expect(deepl.requests.length).toBe(5);
    expect(deepl.ledger).toEqual([]);
  });

  test("when the second half of a cut batch stops, the first half, paid for, still reaches the caller", async () => {
    const deepl = await start({ misbehave: ({ number }) => (number === 1 ? 413 : number === 3 ? 456 : undefined) });
    const { engine } = session(deepl.url);
    const answers = await engine.answer(questions, "");
    expect(failures(answers)).toEqual([expect.stringMatching(/quota/u)]);
    expect(deepl.ledger).toHaveLength(2);
    expect((await stopOf(engine.answer([plain("mer")], ""))).message).toMatch(/quota/u);
    expect(deepl.requests).toHaveLength(3);
  });

  test("the quota is used up in the middle: what came before stays, and the rest is asked for in the next run", async () => {
    const deepl = await start({ characterLimit: 10 });
    const { engine } = session(deepl.url);
    expect(await engine.answer([plain("seks å")], "")).toEqual([{ text: "en:seks en:å", billed: 6 }]);
    expect((await stopOf(engine.answer([plain("fem å")], ""))).again).toBe(true);
    expect(deepl.ledger.map((charge) => charge.text)).toEqual(["seks å"]);
  });

  test("a refused connection stops with a plain message", async () => {
    const deepl = await startDeepl();
    await deepl.close();
    const { engine, warnings } = session(deepl.url, { terms: termbase({ nål: "needle" }, "en") });
    const stop = await stopOf(engine.answer(questions, ""));
    expect(stop.message).toMatch(/Cannot reach DeepL \(ECONNREFUSED\); nothing was charged.*DEEPL_SERVER_URL/u);
    expect(stop.again).toBe(true);
    expect(warnings).toEqual([]);
  });

  test.each([301, 302, 307, 308])("a redirect (%s) to another host is not followed", async (status) => {
    const other = await start();
    const deepl = await start({ misbehave: ({ path }) => ({ redirect: `${other.url}${path}`, status }) });
    const { engine, warnings } = session(deepl.url, { terms: termbase({ nål: "needle" }, "en") });
    const stop = await stopOf(engine.answer(questions, ""));
    expect(stop.message).toMatch(/another address.*Neither the key nor the text was sent there/u);
    expect(stop.again).toBe(false);
    expect(warnings).toHaveLength(1);
    // One look for the glossary, one translation; the other host saw nothing at all.
    expect(deepl.requests.map((request) => request.path)).toEqual(["/v3/glossaries", "/v2/translate"]);
    expect(other.requests).toEqual([]);
  });

  test.each([400, 403, 456, 429, 418])(
    "a server that repeats the key in its message (%s) does not make us repeat it",
    async (status) => {
      const deepl = await start({ misbehave: () => ({ status, says: "Bad \u001b[31mkey\nKEY!" }) });
      const { engine, warnings } = session(deepl.url, { terms: termbase({ nål: "needle" }, "en") });
      const stop = await stopOf(engine.answer(questions, ""));
      expect(stop.message).toContain("Bad [31mkey (key)!");
      expect(stop.message).not.toMatch(/\p{Cc}/u);
      expect(warnings).toHaveLength(1);
      expect(inspect([stop, warnings], { depth: Infinity, showHidden: true })).not.toContain(standInKey.slice(0, 20));
    },
  );
});

function termbase(pairs: Record<string, string>, language = "de"): GlossaryTerms {
  return {
    concepts: Object.entries(pairs).map(([source, target]) => ({
      id: source,
      terms: {
        nb: [{ term: source, status: "preferred" as const }],
        [language]: [{ term: target, status: "preferred" as const }],
      },
    })),
  };
}

describe("the glossary", () => {
  const preferred = (term: string) => ({ term, status: "preferred" as const });
  const admitted = (term: string) => ({ term, status: "admitted" as const });
  const deprecated = (term: string) => ({ term, status: "deprecated" as const });

  test("maps preferred and admitted source terms to the preferred target term, per language", () => {
    const terms: GlossaryTerms = {
      concepts: [
        {
          id: "dry-needling",
          terms: {
            nb: [preferred("tørrnåling"), admitted(" dry needling "), deprecated("nålestikking")],
            en: [admitted("dry-needling"), preferred("dry needling")],
            de: [preferred("Dry Needling")],
            nn: [preferred("tørrnåling")],
            so: [preferred("x")],
          },
        },
        { id: "acupuncture", terms: { nb: [preferred("akupunktur")], en: [deprecated("acupressure")] } },
        // Ambiguous: one word, two concepts, two translations.
        { id: "tendon", terms: { nb: [preferred("sene")], en: [preferred("tendon")] } },
        { id: "late", terms: { nb: [preferred("sene")], en: [preferred("late")] } },
        // Preferred goes before admitted.
        { id: "one", terms: { nb: [admitted("nål")], en: [preferred("pin")] } },
        { id: "two", terms: { nb: [preferred("nål")], en: [preferred("needle")] } },
        {
          id: "broken",
          terms: { nb: [preferred("a\tb"), preferred("  "), preferred("å".repeat(513))], en: [preferred("c")] },
        },
        { id: "broken-target", terms: { nb: [preferred("linje")], en: [preferred("li\nne")] } },
      ],
    };
    const glossary = writeGlossary(terms, "nb", ["en-GB", "en-US", "de", "nn", "so", "nb"]);
    expect(glossary).toMatchObject({
      source: "nb",
      dictionaries: [
        {
          target: "de",
          entries: [
            ["dry needling", "Dry Needling"],
            ["tørrnåling", "Dry Needling"],
          ],
        },
        {
          target: "en",
          entries: [
            ["dry needling", "dry needling"],
            ["nål", "needle"],
            ["tørrnåling", "dry needling"],
          ],
        },
      ],
    });
    expect(isOurs(glossary?.name ?? "")).toBe(true);
    expect(writeGlossary(terms, "nb", ["de", "en"])?.name).toBe(glossary?.name);
    expect(writeGlossary(terms, "nb", ["de"])?.name).not.toBe(glossary?.name);
    expect(writeGlossary(terms, "nb", ["nn"])).toBeUndefined();
  });

  test("is created once, found again in the next run, and replaced when the termbase changes", async () => {
    const deepl = await start();
    const created = () =>
      deepl.requests.filter(({ method, path }) => method === "POST" && path === "/v3/glossaries").length;
    const run = async (terms: GlossaryTerms) => {
      const { engine, warnings } = session(deepl.url, { terms }, "de");
      const answers = [await engine.answer([plain("en nål")], ""), await engine.answer([plain("to nål")], "")];
      expect(warnings).toEqual([]);
      return answers.flat().map((answer) => ("text" in answer ? answer.text : sentence(answer.failure, "en")));
    };
    expect(await run(termbase({ nål: "Nadel" }))).toEqual(["de:en Nadel", "de:to Nadel"]);
    expect(await run(termbase({ nål: "Nadel" }))).toEqual(["de:en Nadel", "de:to Nadel"]);
    expect(created()).toBe(1);
    deepl.glossaries.push({ id: "someone-elses", name: "malvakt-notes", dictionaries: [] });
    expect(await run(termbase({ nål: "Nadel 2" }))).toEqual(["de:en Nadel 2", "de:to Nadel 2"]);
    expect(created()).toBe(2);
    expect(deepl.glossaries.map((glossary) => glossary.name)).toEqual([
      "malvakt-notes",
      expect.stringMatching(/^malvakt-/u),
    ]);
  });

  test("is shared by the languages of a project, and left out where it has no terms", async () => {
    const deepl = await start();
    const engineOf = openDeepl({
      environment: { DEEPL_AUTH_KEY: standInKey, DEEPL_SERVER_URL: deepl.url },
      source: "nb",
      languages: { de: {}, en: {}, pl: {} },
      terms: {
        concepts: [{ id: "n", terms: { nb: [preferred("nål")], de: [preferred("Nadel")], en: [preferred("needle")] } }],
      },
      warn: () => {},
    });
    const texts = [];
    for (const language of ["de", "en", "pl"]) {
      const engine = engineOf(language);
      texts.push("refusal" in engine ? engine : await engine.answer([plain("nål")], ""));
    }
    expect(texts.flat()).toMatchObject([{ text: "Nadel" }, { text: "needle" }, { text: "pl:nål" }]);
    expect(deepl.glossaries).toHaveLength(1);
    expect(deepl.requests.map(({ path }) => path)).toEqual([
      "/v3/glossaries",
      "/v3/glossaries",
      "/v2/translate",
      "/v2/translate",
      "/v2/translate",
    ]);
  });

  test.each<Misbehaviour>([
    400,
    403,
    404,
    429,
    456,
    500,
    "empty-body",
    "truncated-json",
    "reset-before-charging",
    "slow",
  ])("a problem with it (%s) is a warning, and the draft goes on", async (how) => {
    const deepl = await start({ misbehave: ({ path }) => (path.startsWith("/v3/") ? how : undefined) });
    const options = { terms: termbase({ nål: "Nadel" }), ...(how === "slow" ? { timeoutMs: 300 } : {}) };
    const { engine, warnings } = session(deepl.url, options, "de");
    expect(await engine.answer([plain("nål")], "")).toEqual([{ text: "de:nål", billed: 3 }]);
    expect(await engine.answer([plain("nåler")], "")).toEqual([{ text: "de:nåler", billed: 5 }]);
    expect(warnings).toEqual([expect.stringMatching(/glossary.*without it/u)]);
    expect(inspect(warnings)).not.toContain(standInKey.slice(0, 20));
  });

  test("that vanishes in the middle is left out for the rest, with a warning", async () => {
    const deepl = await start();
    const { engine, warnings } = session(deepl.url, { terms: termbase({ nål: "Nadel" }) }, "de");
    expect(await engine.answer([plain("nål")], "")).toMatchObject([{ text: "Nadel" }]);
    deepl.glossaries.length = 0;
    expect(await engine.answer([plain("to nål")], "")).toMatchObject([{ text: "de:to de:nål" }]);
    expect(await engine.answer([plain("tre nål")], "")).toMatchObject([{ text: "de:tre de:nål" }]);
    expect(warnings).toHaveLength(1);
    expect(deepl.ledger).toHaveLength(3);
  });
});

test("an answer that drips in for ever ends by the time that it takes as a whole, and is not asked for again", async () => {
  const deepl = await start({ misbehave: () => "drip" });
  const { engine } = session(deepl.url, { timeoutMs: 200 });
  const stopped = await stopOf(engine.answer([plain("Ring oss.")], ""));
  expect(stopped.message).toMatch(/At most this one request was charged/u);
  expect(deepl.requests).toHaveLength(1);
});

test("an answer with HTML's names for characters is read, and one that is far too long is refused unread", () => {
  expect(readAnswer("K&auml;se&nbsp;&amp; <a>mer</a>", unit("Ost & <a>mer</a>"))).toEqual({
    text: "Käse\u00A0&amp; <a>mer</a>",
  });
  const refused = readAnswer("<".repeat(20_000_000), unit("Ost"));
  expect("failure" in refused && sentence(refused.failure, "en")).toContain("has 20000000 characters");
});
