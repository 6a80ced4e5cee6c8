// When a person stops a program that goes on by itself: it ends what it has begun, and gives back what it holds.

export type Stop = {
  /** Aborted by Ctrl+C, or by whoever ends the program. */
  signal: AbortSignal;
  /** From now on the program is stopped as any other. */
  release: () => void;
};

export function listenForStop(): Stop {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, stop);
    },
  };
}
