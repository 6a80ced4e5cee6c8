// Opens the browser without putting the token where other users of the machine see it: in a file that leads on.
import { spawn } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { scratchFile } from "../disk/scratch.ts";

/** A file that only its owner can read, and that leads a browser to an address. */
export function writeLeadingFile(root: string, address: string): string {
  const file = scratchFile(root, "review.html");
  rmSync(file, { force: true });
  // Made anew, so that no one has it open, and never through a link that someone put there.
  writeFileSync(file, leading(address), { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return file;
}

function leading(address: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  return `<!doctype html>\n<meta charset="utf-8">\n${policy}\n<meta name="referrer" content="no-referrer">\n<meta http-equiv="refresh" content="0; url=${address}">\n<title>Målvakt</title>\n<a href="${address}">Målvakt</a>\n`;
}

const openers: Partial<Record<NodeJS.Platform, [program: string, ...args: string[]]>> = {
  darwin: ["open"],
  win32: ["explorer"],
};

/** Asks the system to show a file; what comes of it no one knows, and so the address is told as well. */
export function openInBrowser(file: string): void {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, file], { detached: true, stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
}
