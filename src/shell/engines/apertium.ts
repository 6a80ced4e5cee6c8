// The Apertium engine: questions go through one long-lived pipeline of Debian's programs, on this machine only.
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import {
  cutQuestion,
  hasWords,
  readPieces,
  readStream,
  writePieces,
  writeStream,
  type Reading,
} from "../../core/draft/apertium.ts";
import type { ApertiumTarget } from "../../core/draft/apertium-target.ts";
import type { Answer, Engine, Question } from "../../core/draft/engine.ts";
import { engineFacts } from "../../core/draft/engines.ts";
import type { Stretch } from "../../core/draft/stretch.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { openQueue, type Queue } from "./queue.ts";

/** An answer, with the words that Apertium did not know or could not inflect: a person should look at them first. */
export type ApertiumAnswer = Answer & { unknown?: readonly string[] };

export type ApertiumEngine = Omit<Engine, "answer"> & {
  answer: (questions: readonly Question[]) => Promise<ApertiumAnswer[]>;
};

export type ApertiumOptions = {
  /** How long one unit may take. Starting the programs counts too, and takes seconds on a busy machine. */
  timeoutMs?: number;
};

const { mostTexts } = engineFacts.apertium;
const folder = "/usr/share/apertium/modes";

/** The Debian packages, by the languages that they join. */
const packages: [left: string, right: string, name: string][] = [
  ["nob", "nno", "apertium-nno-nob"],
  ["nob", "dan", "apertium-dan-nor"],
  ["nno", "dan", "apertium-dan-nor"],
  ["nob", "swe", "apertium-swe-nor"],
  ["nno", "swe", "apertium-swe-nor"],
];

/** What has to be installed before `mode` can be used, undefined when all is there. */
export async function apertiumMissing(mode: string): Promise<Message | undefined> {
  const [from = "", to = ""] = mode.split(/[-_]/u);
  const name = packages.find(
    ([left, right]) => (left === from && right === to) || (left === to && right === from),
  )?.[2];
  const hasProgram = await onPath("apertium-wblank-mode");
  if (hasProgram && (await readable(modeFile(mode)))) return undefined;
  if (!name) return message("engine.apertium-mode", { mode });
  return hasProgram
    ? message("engine.apertium-mode-missing", { mode, name })
    : message("engine.apertium-missing", { name });
}

function modeFile(mode: string): string {
  return join(folder, `${mode}.mode`);
}

async function readable(path: string, how: number = constants.R_OK): Promise<boolean> {
  return access(path, how).then(
    () => true,
    () => false,
  );
}

async function onPath(program: string): Promise<boolean> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((path) => path !== "");
  const found = await Promise.all(folders.map(async (path) => readable(join(path, program), constants.X_OK)));
  return found.includes(true);
}

/** Opens the engine; the programs start with the first question. Whoever opens it closes it. */
export function openApertium(target: ApertiumTarget, { timeoutMs = 20_000 }: ApertiumOptions = {}): ApertiumEngine {
  const queue = openQueue({
    modeFile: modeFile(target.mode),
    timeoutMs,
    missing: async () => apertiumMissing(target.mode),
  });
  return {
    name: "apertium",
    batches: (questions) =>
      Array.from({ length: Math.ceil(questions.length / mostTexts) }, (_, index) =>
        questions.slice(index * mostTexts, (index + 1) * mostTexts),
      ),
    answer: async (questions) => Promise.all(questions.map(async (question) => answerOne(question, target, queue))),
    close: queue.close,
  };
}

async function answerOne(question: Question, target: ApertiumTarget, queue: Queue): Promise<ApertiumAnswer> {
  const stretches = cutQuestion(question, target);
  if (!hasWords(stretches)) return answerOf(readPieces(question, stretches, []));
  const reply = await queue.ask(writeStream(stretches));
  if ("failure" in reply) return reply;
  const reading = readStream(question, stretches, reply.stream);
  if ("text" in reading || stretches.length === 1) return answerOf(reading);
  return answerInPieces(question, stretches, queue);
}

async function answerInPieces(
  question: Question,
  stretches: readonly Stretch[],
  queue: Queue,
): Promise<ApertiumAnswer> {
  const replies = await Promise.all(
    writePieces(stretches).map(async (stream) => (stream === undefined ? undefined : queue.ask(stream))),
  );
  const failed = replies.find((reply) => reply !== undefined && "failure" in reply);
  if (failed && "failure" in failed) return failed;
  const streams = replies.map((reply) => (reply && "stream" in reply ? reply.stream : undefined));
  return answerOf(readPieces(question, stretches, streams));
}

function answerOf(reading: Reading): ApertiumAnswer {
  return "failure" in reading ? reading : { text: reading.text, billed: 0, unknown: reading.unknown };
}
