// A build for programs, in English: what is published of each page, what changed on the site, what was found.
import type { Message } from "../messages/message.ts";
import { sentence } from "../messages/sentence.ts";
import type { Changes } from "../publish/changes.ts";
import type { TakenOff } from "../publish/decide.ts";
import { filesWithFindings } from "./json.ts";
import type { SiteReport } from "./site.ts";

/** `folder` is the output folder as it was asked for, from which paths lead; findings are as vfile-reporter-json has them. */
export function buildAsJson(report: SiteReport, changes: Changes, folder: string, unchanged: number): string {
  const said = (told: Message | undefined): string => (told ? sentence(told, "en") : "");
  const off = (list: readonly TakenOff[]): object[] => list.map((one) => ({ ...one, reason: said(one.reason) }));
  const { rows, takenOff, refused, findings, waived, empty } = report;
  return `${JSON.stringify(
    {
      folder,
      pages: rows.map(({ page, language, status, reason, since, path, url }) => ({
        page,
        language,
        status,
        reason: said(reason),
        since,
        path,
        url,
      })),
      changes,
      unchanged,
      takenOff: off(takenOff),
      refused: refused.map(({ reason, takenOff: would }) => ({ reason: said(reason), takenOff: off(would) })),
      problem: said(empty),
      findings: filesWithFindings([], findings),
      waived,
    },
    undefined,
    2,
  )}\n`;
}
