// Loaded into a measured process: writes the most memory that it held, in bytes, to the file PEAK_FILE when it ends.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

process.on("exit", () => {
  // On Linux maxRSS also counts what the process that started this one held; the high-water mark does not.
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  writeFileSync(process.env["PEAK_FILE"] ?? "", String(kilobytes * 1024));
});
