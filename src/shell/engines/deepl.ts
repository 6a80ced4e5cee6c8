// The DeepL engine: asks for batches of texts, waits where waiting is free, and never sends again what may have been charged.
import { setTimeout as sleep } from "node:timers/promises";
import { isOurs, writeGlossary, type Glossary, type GlossaryTerms } from "../../core/draft/deepl/glossary.ts";
import { baseOf, deeplTarget, isKnown, type DeeplSettings, type DeeplTarget } from "../../core/draft/deepl/language.ts";
import { batchQuestions, fits, writeRequest, type DeeplRequest } from "../../core/draft/deepl/request.ts";
import { countCharacters, readAnswer, writeQuestion } from "../../core/draft/deepl/text.ts";
import { describeTrouble, judge, waitsMs } from "../../core/draft/deepl/verdict.ts";
import { EngineStopped, type Answer, type Engine, type Question } from "../../core/draft/engine.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { reasonOf } from "../disk/reason.ts";
import { say } from "../locale.ts";
import { connect, DeeplTrouble, readAccess, type Connection, type Reply } from "./deepl-connection.ts";

export type DeeplOptions = {
  /** Where the key comes from: `DEEPL_AUTH_KEY`, and optionally `DEEPL_SERVER_URL`. */
  environment: Readonly<Record<string, string | undefined>>;
  /** The language of the pages. */
  source: string;
  /** All languages of the project that DeepL drafts, also those not drafted now: they share one glossary. */
  languages: Readonly<Record<string, DeeplSettings | undefined>>;
  terms: GlossaryTerms | undefined;
  /** Told what went wrong with the glossary, which never stops a draft. */
  warn: (message: string) => void;
  wait?: (milliseconds: number) => Promise<unknown>;
  /** For one request. A batch of 50 texts takes DeepL some seconds. */
  timeoutMs?: number;
};

type Failure = { failure: Message; billed?: number; tags?: true };

const tooLarge = judge({ kind: "status", status: 413, message: "" }, false).message;

/** DeepL for a project: gives the engine of a language, or says in one sentence what is missing for it. */
export function openDeepl(options: DeeplOptions): (language: string) => Engine | { refusal: Message } {
  const access = readAccess(options.environment);
  const wait = options.wait ?? sleep;
  let connection: Promise<Connection> | undefined;
  let glossary: Promise<string | undefined> | undefined;

  const connected = (): Promise<Connection> => {
    if ("refusal" in access) throw new EngineStopped(access.refusal, false);
    return (connection ??= connect(access, options.timeoutMs ?? 120_000));
  };
  const wanted = writeGlossary(options.terms ?? { concepts: [] }, options.source, Object.keys(options.languages));
  const project: Project = {
    source: baseOf(options.source),
    connected,
    wait,
    warn: options.warn,
    glossaryFor: async (target) => {
      if (!wanted?.dictionaries.some((dictionary) => dictionary.target === baseOf(target))) return undefined;
      return await (glossary ??= findGlossary(wanted, await connected(), wait, options.warn));
    },
    dropGlossary: () => {
      glossary = Promise.resolve(undefined);
    },
  };

  return (language) => {
    if ("refusal" in access) return access;
    if (!isKnown(options.source)) return { refusal: message("engine.deepl-source", { language: options.source }) };
    const target = deeplTarget(language, options.languages[language]);
    return "refusal" in target ? target : engineFor(target, project);
  };
}

/** What the engines of a project share. */
type Project = {
  source: string;
  connected: () => Promise<Connection>;
  wait: (milliseconds: number) => Promise<unknown>;
  warn: (message: string) => void;
  glossaryFor: (target: string) => Promise<string | undefined>;
  dropGlossary: () => void;
};

function engineFor(target: DeeplTarget, project: Project): Engine {
  const ask = asker(target, project);
  return {
    name: "deepl",
    batches: batchQuestions,
    answer: async (questions, context) => {
      const asked = questions.map((question) => ({ question, written: writeQuestion(question) }));
      // Equal texts, such as a title and its heading, are asked and paid for once.
      const texts = [...new Set(asked.flatMap(({ written }) => ("xml" in written ? [written.xml] : [])))];
      const replies = await ask(texts, context);
      const replyTo = new Map(texts.map((text, index) => [text, replies[index]]));
      const charged = new Set<string>();
      return asked.map(({ question, written }): Answer => {
        if ("failure" in written) return written;
        const reply = replyTo.get(written.xml);
        if (reply === undefined || "failure" in reply) return reply ?? { failure: message("engine.no-answer") };
        const billed = charged.has(written.xml) ? 0 : billedFor(reply, written.xml);
        charged.add(written.xml);
        return readReply(reply, question, billed);
      });
    },
    close: async () => {},
  };
}

type Ask = (texts: readonly string[], context: string) => Promise<(Reply | Failure)[]>;

/** Asks for texts in as few requests as DeepL allows: one reply or failure for each, or `EngineStopped`. */
function asker(target: DeeplTarget, project: Project): Ask {
  // Set when a part of a batch was answered, and so paid for, before the rest could not be: the answers go first.
  let stopped: EngineStopped | undefined;

  const ask: Ask = async (texts, context) => {
    if (stopped) throw stopped;
    if (texts.length === 0) return [];
    const glossary = await project.glossaryFor(target.code);
    const request = writeRequest(project.source, target, glossary, texts, context);
    if (!fits(request)) return await askHalves(texts, context, { failure: tooLarge });
    try {
      const replies = await patiently(async () => (await project.connected()).translate(request), project.wait);
      return accept(request, replies);
    } catch (error) {
      const verdict = verdictOn(error, glossary !== undefined);
      if (verdict.what === "split")
        return await askHalves(texts, context, {
          failure: verdict.message,
          ...(verdict.tags ? { tags: true } : {}),
        });
      if (verdict.what === "stop" || verdict.what === "wait")
        throw new EngineStopped(verdict.message, verdict.what === "wait" || verdict.again);
      project.warn(say(message("engine.glossary-dropped", { detail: verdict.message })));
      project.dropGlossary();
      return await ask(texts, context);
    }
  };

  const askHalves = async (texts: readonly string[], context: string, failure: Failure): ReturnType<Ask> => {
    if (texts.length === 1) return [failure];
    const middle = Math.ceil(texts.length / 2);
    const first = await ask(texts.slice(0, middle), context);
    try {
      return [...first, ...(await ask(texts.slice(middle), context))];
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error;
      stopped = error;
      return [...first, ...texts.slice(middle).map(() => ({ failure: error.reason }))];
    }
  };

  return ask;
}

function readReply(reply: Reply, question: Question, billed: number): Answer {
  return { ...readAnswer(reply.text, question), billed };
}

function billedFor(reply: Reply, xml: string): number {
  const { billed } = reply;
  return typeof billed === "number" && Number.isSafeInteger(billed) && billed >= 0 ? billed : countCharacters(xml);
}

/** With more or fewer answers than texts, no one knows which answer belongs to which text. */
function accept(request: DeeplRequest, replies: Reply[]): (Reply | Failure)[] {
  if (replies.length === request.texts.length) return replies;
  const failure = message("engine.answers-differ", { answers: replies.length, texts: request.texts.length });
  return request.texts.map((text) => ({ failure, billed: countCharacters(text) }));
}

function verdictOn(error: unknown, withGlossary: boolean) {
  if (!(error instanceof DeeplTrouble)) throw error;
  const verdict = judge(error.trouble, withGlossary);
  if (verdict.what !== "wait") return verdict;
  const seconds = waitsMs.reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
  return {
    ...verdict,
    message: message("engine.waited", { detail: verdict.message, times: waitsMs.length + 1, seconds }),
  };
}

/** Makes a call, and makes it again after a while where DeepL asks for that. */
async function patiently<T>(call: () => Promise<T>, wait: (milliseconds: number) => Promise<unknown>): Promise<T> {
  for (const milliseconds of waitsMs) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof DeeplTrouble) || judge(error.trouble, false).what !== "wait") throw error;
      await wait(milliseconds);
    }
  }
  return await call();
}

/** The id of the glossary, found by its name or made anew in place of outdated ones; without one, drafts go on. */
async function findGlossary(
  wanted: Glossary,
  connection: Connection,
  wait: (milliseconds: number) => Promise<unknown>,
  warn: (message: string) => void,
): Promise<string | undefined> {
  try {
    const present = await patiently(() => connection.listGlossaries(), wait);
    const found = present.find((glossary) => glossary.name === wanted.name);
    if (found) return found.id;
    // Before the new one is made: an account may have room for a single glossary.
    for (const outdated of present.filter((glossary) => isOurs(glossary.name)))
      await patiently(() => connection.deleteGlossary(outdated.id), wait);
    return await patiently(() => connection.createGlossary(wanted), wait);
  } catch (error) {
    const trouble = error instanceof DeeplTrouble ? error.trouble : undefined;
    const detail = trouble ? describeTrouble(trouble) : reasonOf(error);
    // Where there is no connection, the texts cannot be sent either, and that message says what to do.
    if (trouble?.kind !== "connection" || trouble.connected) warn(say(message("engine.glossary-failed", { detail })));
    return undefined;
  }
}
