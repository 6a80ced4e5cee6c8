// What is published and what is not as rows of values: what a run found, in a form that can be kept and told again.
import type { State } from "../catalog/state.ts";
import { catalogPath, pagePath } from "../layout.ts";
import { noPages, type Build } from "../malvakt.ts";
import { message, type Message } from "../messages/message.ts";
import { isAskedFor, type DecidedPage, type Decision } from "../publish/decide.ts";
import { lacksSite } from "../publish/hreflang.ts";
import type { Dist } from "../publish/dist.ts";
import { emptyLedger } from "../publish/ledger.ts";
import { readerOf } from "../publish/reader.ts";
import { isPublished } from "../publish/site.ts";
import { standingOf } from "../publish/standing.ts";
import type { Settings } from "../settings.ts";
import type { SiteReport, SiteRow } from "./site.ts";
import { linesFor } from "./text.ts";
import { shellWord } from "./visible.ts";

/**
 * What there is to say of a build. `dist` is what stands on the site when it is told; `textOf` gives the text of a file,
 * for the lines that findings are shown with.
 */
export function reportOf(
  { pages, findings, waived, takenOff, refused, files, assets }: Build,
  settings: Settings,
  { ledger, found }: Pick<Dist, "ledger" | "found">,
  textOf: (path: string) => string | undefined,
  unguarded: Message | undefined,
): SiteReport {
  const plans = pages.flatMap(({ plan }) => plan ?? []);
  const standing = standingOf(ledger ?? emptyLedger, found, plans);
  return {
    rows: rowsOf(pages, settings, standing),
    findings,
    lines: linesFor(findings, textOf),
    waived,
    takenOff,
    refused,
    noSite: lacksSite(pages, settings) ? message("build.no-site") : undefined,
    empty: pages.some(({ plan }) => plan) ? undefined : noPages(settings),
    files: files.size - 1 + assets.size,
    unguarded,
  };
}

/** The pages and languages that a person wants published; the rest is told only when it leaves the site. */
function rowsOf(pages: readonly DecidedPage[], settings: Settings, standing: ReturnType<typeof standingOf>): SiteRow[] {
  return pages.flatMap((page) =>
    [...page.decisions]
      .filter(([language]) => isAskedFor(page, language))
      .map(([language, decision]): SiteRow => ({
        page: page.id,
        ...fileOf(page, settings),
        language,
        status: decision.status,
        ...(isPublished(decision) ? { path: decision.path, url: decision.url } : {}),
        reader: readerOf(page, language, standing, settings.source),
        reason: decision.reason,
        since: decision.status === "stale" ? dateOf(decision) : undefined,
        outdated: outdatedFigures(page, language, decision),
        units: decision.counts,
        next: nextStep(page, language, decision, settings),
        ...withoutKey(page, language, decision, settings),
      })),
  );
}

/** Figures that readers of a text that was kept still see, though the source has others now. */
function outdatedFigures({ id, plan }: DecidedPage, language: string, decision: Decision): Message | undefined {
  const translation = plan?.translations.find((one) => one.language === language);
  if (decision.status !== "stale" || !translation || translation.figures.length === 0) return undefined;
  const changes = translation.figures.slice(0, 5).map((change) => message("build.figure", change));
  return message("build.figures", { page: id, language, date: dateOf(decision) ?? "", changes });
}

function fileOf({ id, plan }: DecidedPage, { source }: Settings): Pick<SiteRow, "file"> {
  if (!plan || plan.path.normalize("NFC") === pagePath(source, id)) return {};
  return { file: plan.path.slice(plan.path.lastIndexOf("/") + 1) };
}

/** Drafting without a key does something once: it brings the catalog in step. Then people translate, or get a key. */
function withoutKey(
  page: DecidedPage,
  language: string,
  decision: Decision,
  settings: Settings,
): Pick<SiteRow, "nextWithoutKey"> {
  const translation = page.plan?.translations.find((one) => one.language === language);
  if (settings.languages[language]?.engine !== "deepl" || translation?.inStep !== true) return {};
  if (nextStep(page, language, decision, settings)?.id !== "status.next.draft") return {};
  const values = { page: shellWord(page.id), language, file: shellWord(catalogPath(language, page.id)) };
  return { nextWithoutKey: message("status.next.key", values) };
}

/** When what is kept was approved; of the source, the page's own date. */
function dateOf({ kept }: Extract<Decision, { status: "stale" }>): string | undefined {
  return kept.approved?.date ?? kept.date;
}

/** Work that waits for someone. What a person has decided (a draft, a pause, a withdrawal) waits for no one. */
function nextStep(
  { id, plan }: DecidedPage,
  language: string,
  { status }: Decision,
  settings: Settings,
): Message | undefined {
  if (status === "source" || status === "approved" || !plan) return undefined;
  const { page, source } = plan;
  if (page?.frontMatter?.draft === true || source.withdrawn) return undefined;
  if (!source.version) return message("status.next.check", { file: shellWord(plan.path) });
  const translation = plan.translations.find((one) => one.language === language);
  if (!translation || translation.withdrawn || settings.languages[language]?.publish === false) return undefined;
  const { counts, findings, inStep, toDraft } = translation;
  const file = shellWord(catalogPath(language, id));
  const hasError = (wanted: State): boolean =>
    findings.some(({ state, finding }) => state === wanted && finding.severity === "error");
  if (!counts) return message("status.next.check", { file });
  if (translation.hasOtherPictures) return message("status.next.draft", { page: shellWord(id), language });
  if (toDraft > 0)
    return !inStep || settings.languages[language]?.engine !== undefined
      ? message("status.next.draft", { page: shellWord(id), language })
      : message("status.next.translate", { file });
  if (counts.draft + counts.stale > 0) return message("status.next.review", { file });
  if (hasError("unsigned") || hasError("approved")) return message("status.next.check", { file });
  return counts.unsigned > 0 ? message("status.next.approve", { file }) : undefined;
}
