// Keeps a pipeline busy with several messages at once, and finds out which of them it was that broke it.
import { EngineStopped } from "../../core/draft/engine.ts";
import { message, type Message as Told } from "../../core/messages/message.ts";
import { startPipeline, type Pipeline } from "./pipeline.ts";

export type Reply = { stream: string } | { failure: Told };

export type Queue = {
  /** The pipeline's answer to a stream. Rejects with `EngineStopped` when it is of no use to go on. */
  ask: (stream: string) => Promise<Reply>;
  /** Kills the pipeline and refuses what is still waiting. */
  close: () => Promise<void>;
  /** Process id of the pipeline's group while there is one. */
  group: () => number | undefined;
};

export type QueueOptions = {
  modeFile: string;
  /** How long the pipeline may take for the message that is first in line. */
  timeoutMs: number;
  /** Says what is not installed, if anything. */
  missing: () => Promise<Told | undefined>;
};

type Message = {
  stream: string;
  /** It was under way when the pipeline broke. It goes alone next time; if that breaks again, it is the guilty one. */
  suspect: boolean;
  resolve: (reply: Reply) => void;
  reject: (error: Error) => void;
};

/** Messages under way at once: enough for each program of the pipeline to have one. */
const window = 16;
/** Messages failed one after the other that mean that it is not the messages. */
const failuresInARow = 3;

/** Opens a queue for a mode; the pipeline starts with the first message, and again after a break. */
export function openQueue({ modeFile, timeoutMs, missing }: QueueOptions): Queue {
  const waiting: Message[] = [];
  let underWay: Message[] = [];
  let pipeline: Pipeline | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped: Error | undefined;
  let checked: Promise<void> | undefined;
  const endings = new Set<Promise<void>>();

  const stop = (error: Error): void => {
    stopped = error;
    for (const message of [...underWay.splice(0), ...waiting.splice(0)]) message.reject(error);
  };

  const killPipeline = (): void => {
    const ending = pipeline?.kill();
    pipeline = undefined;
    if (!ending) return;
    endings.add(ending);
    void ending.then(() => endings.delete(ending));
  };

  const breakDown = (reason: Told): void => {
    clearTimeout(timer);
    killPipeline();
    const broken = underWay;
    underWay = [];
    const guilty = broken.find((message) => message.suspect);
    if (guilty) {
      failures += 1;
      guilty.resolve({ failure: message("engine.apertium-no-answer", { reason }) });
      if (failures >= failuresInARow)
        stop(new EngineStopped(message("engine.apertium-failed", { times: failures, reason }), true));
    } else waiting.unshift(...broken.map((message) => ({ ...message, suspect: true })));
    pump();
  };

  const watch = (): void => {
    clearTimeout(timer);
    if (underWay.length > 0)
      timer = setTimeout(() => breakDown(message("engine.apertium-slow", { seconds: timeoutMs / 1000 })), timeoutMs);
  };

  const start = (): Pipeline =>
    startPipeline(modeFile, {
      onAnswer: (stream) => {
        const message = underWay.shift();
        failures = 0;
        watch();
        message?.resolve({ stream });
        pump();
      },
      onEnd: (complaint) => breakDown(message("engine.apertium-ended", { complaint })),
    });

  const pump = (): void => {
    while (!stopped) {
      const next = waiting[0];
      const most = next?.suspect || underWay.some((message) => message.suspect) ? 1 : window;
      if (!next || underWay.length >= most) return;
      waiting.shift();
      underWay.push(next);
      pipeline ??= start();
      pipeline.send(next.stream);
      if (underWay.length === 1) watch();
    }
  };

  const check = async (): Promise<void> => {
    const reason = await missing();
    if (reason !== undefined) throw new EngineStopped(reason, false);
  };

  return {
    ask: async (stream) => {
      await (checked ??= check());
      if (stopped) throw stopped;
      return new Promise((resolve, reject) => {
        waiting.push({ stream, suspect: false, resolve, reject });
        pump();
      });
    },
    close: async () => {
      clearTimeout(timer);
      stop(stopped ?? new EngineStopped(message("engine.apertium-closed"), true));
      killPipeline();
      await Promise.all(endings);
    },
    group: () => pipeline?.group,
  };
}
