// Pages that were published once and are not now, though they stand and nothing says why.
import { reporterFor, type Finding } from "../finding.ts";
import { outputFolder } from "../layout.ts";
import { message } from "../messages/message.ts";
import type { PagePlan } from "../page-plan.ts";
import { decideSite } from "../publish/decide.ts";
import type { Dist } from "../publish/dist.ts";
import { emptyLedger, type Ledger } from "../publish/ledger.ts";
import { standingOf } from "../publish/standing.ts";
import type { Settings } from "../settings.ts";
import type { Then } from "./approvals.ts";

/**
 * What is lost of the pages that a ledger then named. A person's will is no loss: whatever a build from that ledger would
 * take off the site today (withdrawn, a draft, paused, deleted, wrong) has its reason.
 */
export function lostPages(
  was: Ledger,
  { ledger, found }: Pick<Dist, "ledger" | "found">,
  plans: readonly PagePlan[],
  settings: Settings,
  { name, word }: Then,
): Finding[] {
  const whole = new Map(was.published.map(({ path, sha256 }) => [path, sha256]));
  const before = standingOf(was, whole, plans);
  const now = standingOf(ledger ?? emptyLedger, found, plans);
  const { pages } = decideSite(plans, settings, was, whole, { allowWithdraw: true });
  return pages.flatMap(({ id, decisions }) =>
    [...decisions].flatMap(([language, { status }]): Finding[] => {
      const line = before.get(id)?.get(language)?.published;
      const stands = now.get(id)?.get(language);
      if (!line || status === "withheld" || (stands && stands.damaged !== "missing")) return [];
      const { approved } = line;
      const values = { page: id, language, since: name, word, folder: outputFolder };
      const reason = approved
        ? message("loss.translation", { ...values, names: approved.names ?? [], date: approved.date })
        : message("loss.page", values);
      const reporter = reporterFor(`${outputFolder}/${line.path}`, "", settings.severity);
      return [reporter.mistake({ start: 0, end: 0, reason, expected: [] })];
    }),
  );
}
