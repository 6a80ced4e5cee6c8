// Keeps a long run small: Node lets its heap grow to several times what is in use before it cleans up.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A function that cleans up once in so many steps of long work. Short work is never slowed. */
export function cleanUpEvery(steps: number): (done: number) => void {
  let collect: (() => void) | undefined;
  return (done) => {
    if (done % steps !== 0) return;
    if (!collect) {
      setFlagsFromString("--expose-gc");
      collect = runInNewContext("gc") as () => void;
    }
    collect();
  };
}
