// One running Apertium pipeline: a group of some twenty processes that answers messages in order, and dies as a whole.
import { spawn } from "node:child_process";

export type Pipeline = {
  /** Sends one message; its answer is the next one that `onAnswer` gets. */
  send: (stream: string) => void;
  /** Kills all processes of the group at once; resolves when they are gone. `onEnd` is not called any more. */
  kill: () => Promise<void>;
  /** Process id of the group. */
  group: number;
};

export type PipelineEvents = {
  onAnswer: (stream: string) => void;
  /** The pipeline has ended by itself. `reason` is what it said last, if anything. */
  onEnd: (reason: string) => void;
};

// The programs read their mode as a script; only `apertium-wblank-mode -z` knows how each of them is told to answer
// message by message. The answers carry marks (-g) on words that the engine did not know.
const script = 'exec bash <(apertium-wblank-mode -z "$1") -g ""';

/** Every message ends with a superblank that holds its number: an answer without it is another message's, or cut off. */
const messageEnd = /^([\s\S]*)\[;(\d+)\]\[\n\]$/u;

/** How much of what the programs complain about is kept. */
const longestComplaint = 400;

const groups = new Set<number>();

function killGroup(group: number): void {
  // A group that has ended may have given its number to somebody else's, and group 0 would be our own.
  if (!groups.delete(group)) return;
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It is gone already, which is what was wanted.
  }
}

function killAllGroups(): void {
  for (const group of groups) killGroup(group);
}

/** Starts a pipeline for a mode file. What goes wrong is told through `onEnd`, also when it cannot be started. */
export function startPipeline(modeFile: string, { onAnswer, onEnd }: PipelineEvents): Pipeline {
  // A group of its own, because killing the shell alone would leave its children running.
  const child = spawn("bash", ["-c", script, "bash", modeFile], {
    detached: true,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const group = child.pid ?? 0;
  if (group > 0) {
    // A signal that ends us runs no handler, but it closes the pipe to the programs, which ends them.
    if (!process.listeners("exit").includes(killAllGroups)) process.on("exit", killAllGroups);
    groups.add(group);
  }
  let over = false;
  let complaint = "";
  let sent = 0;
  let answered = 0;
  const lastWords = (): string => complaint.replaceAll(/\s+/gu, " ").trim();
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const end = (reason: string): void => {
    if (over) return;
    over = true;
    killGroup(group);
    onEnd(reason);
  };
  child.once("error", (error) => end(error.message));
  child.once("close", () => {
    groups.delete(group);
    end(lastWords());
  });
  // Writing to a pipeline that has just died is no error of its own: `close` tells of it.
  child.stdin.on("error", () => {});
  child.stderr.setEncoding("utf8").on("data", (data: string) => {
    complaint = (complaint + data).slice(-longestComplaint);
  });
  const read = messageReader((message) => {
    if (over) return;
    answered += 1;
    const [, stream, number] = messageEnd.exec(message) ?? [];
    if (stream === undefined || Number(number) !== answered || stream.includes("[;")) end(lastWords());
    else onAnswer(stream);
  });
  child.stdout.setEncoding("utf8").on("data", read);
  return {
    send: (stream) => {
      sent += 1;
      child.stdin.write(`${stream}[;${sent}][\n]\0`);
    },
    kill: async () => {
      over = true;
      killGroup(group);
      await ended;
    },
    group,
  };
}

/** Cuts what comes out of the pipeline where a message ends. */
function messageReader(onMessage: (message: string) => void): (data: string) => void {
  let rest: string[] = [];
  return (data) => {
    const [first = "", ...others] = data.split("\0");
    rest.push(first);
    for (const next of others) {
      onMessage(rest.join(""));
      rest = [next];
    }
  };
}
