// A look before publishing, from the command line: made once, or shown in the browser until a person stops it.
import type { DecideOptions } from "../core/publish/decide.ts";
import { message, type Message } from "../core/messages/message.ts";
import type { SiteReport } from "../core/report/site.ts";
import { reportText } from "../core/report/text.ts";
import { locale, say } from "./locale.ts";
import { tellNewFindings } from "./new-findings.ts";
import {
  previewAddress,
  previewer,
  writePreview,
  type Output,
  type PreviewMade,
  type PreviewWritten,
} from "./preview.ts";
import { servePreview, type PreviewServer } from "./preview-server.ts";
import { paintFor, print, printLine } from "./terminal.ts";
import { workAtChanges } from "./watch-build.ts";

/** What a preview is asked for: the project, what is published of it, and how it is decided what would be. */
export type PreviewJob = Output & { root: string; options: DecideOptions };

/** Makes the preview of a project; 1 where something has an error or could not be read or shown. */
export async function makePreview(job: PreviewJob): Promise<0 | 1> {
  const { root } = job;
  const { report, doubts, ...preview } = await previewer(root, job, job.options)();
  const written = writePreview(root, job.folder, preview);
  await tellFindings(report);
  await tellWritten(report, written, doubts);
  await printLine(say(message("preview.open", { address: previewAddress(root) })));
  const isWrong = report.findings.some(({ severity }) => severity === "error");
  return isWrong || doubts.length > 0 || written.problems.length > 0 ? 1 : 0;
}

/** Shows the preview of a project in the browser, as it is after each change, until a person stops it. */
export async function showPreview(job: PreviewJob): Promise<0> {
  const { root } = job;
  const make = previewer(root, job, job.options);
  let server: PreviewServer | undefined;
  let last: PreviewMade | undefined;
  try {
    await workAtChanges(root, async () => {
      const made = await make();
      const { report, doubts } = made;
      const written = writePreview(root, job.folder, made, last?.files);
      if (last) await tellNewFindings(last.report, report);
      else await tellFindings(report);
      await tellWritten(report, written, doubts);
      last = made;
      if (server) server.show(made);
      else {
        server = await servePreview(root, made);
        await printLine(say(message("preview.served", { address: server.address })));
      }
    });
  } finally {
    await server?.close();
  }
  return 0;
}

async function tellFindings({ findings, lines }: SiteReport): Promise<void> {
  if (findings.length === 0) return;
  await print(`${reportText(findings, (path) => lines[path], paintFor(process.stdout), locale)}\n`);
}

async function tellWritten(
  { rows, empty }: SiteReport,
  { written, removed, problems }: PreviewWritten,
  doubts: readonly Message[],
): Promise<void> {
  for (const told of [...doubts, ...problems.slice(0, mostProblems), ...(empty ? [empty] : [])])
    await printLine(say(told));
  const pages = new Set(rows.map(({ page }) => page)).size;
  await printLine(say(message("preview.written", { pages, written, removed })));
}

/** Most files that could not be written are told: a full disk would name them all. */
const mostProblems = 10;
