// The port of a project, on this machine alone: the same the next time, so that an open page finds its server.
import { realpathSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sha256Hex } from "../core/hash.ts";
import { codeOf } from "./disk/reason.ts";

export const host = "127.0.0.1";

/** How many ports the projects of a machine share for one purpose. */
const spread = 10_000;

/** The port of a project, among those that begin at `first`. */
export function portOf(root: string, first: number): number {
  return first + (Number.parseInt(sha256Hex(realpathSync(root)).slice(0, 8), 16) % spread);
}

/** Listens on a port, or on any where that one is taken; gives the one it is. */
export async function listenOn(server: Server, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => {
        server.off("error", reject);
        resolve();
      });
    });
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (port === 0 || (codeOf(error) !== "EADDRINUSE" && codeOf(error) !== "EACCES")) throw error;
    return await listenOn(server, 0);
  }
}
