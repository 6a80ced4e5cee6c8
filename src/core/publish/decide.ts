// What is published of each page in each language: the new version, the last one, or nothing. In doubt nothing new.
import type { PagePlan, LanguagePlan, TranslationPlan, Version, Counts } from "../page-plan.ts";
import type { RuleId } from "../finding.ts";
import { fragmentPath, pagePath, slugOfPath } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import type { Page } from "../page/page.ts";
import type { Settings } from "../settings.ts";
import { addressOf } from "./address-of.ts";
import { keepAddressesApart } from "./apart.ts";
import type { Ledger, Published } from "./ledger.ts";
import { standingOf, type Standing, type StandingPages } from "./standing.ts";

/** What becomes of a page in one language. */
export type Decision =
  | { status: "source"; reason: undefined; version: Version; path: string; url: string; counts: undefined }
  | { status: "approved"; reason: undefined; version: Version; path: string; url: string; counts: Counts | undefined }
  | { status: "stale"; reason: Message; kept: Published; path: string; url: string; counts: Counts | undefined }
  | { status: "withheld"; reason: Message; counts: Counts | undefined };

/** A page with what becomes of it in each of its languages, the source first. */
export type DecidedPage = { id: string; plan: PagePlan | undefined; decisions: Map<string, Decision> };

/** What a build takes off the site. */
export type TakenOff = { page: string; language: string; url: string; reason: Message };

export type DecidedSite = {
  pages: DecidedPage[];
  /** Pages and languages that are published no longer. */
  takenOff: TakenOff[];
  /** Why a build that would take off too much takes off nothing, and what it would have taken off. */
  refused: { reason: Message; takenOff: TakenOff[] }[];
  /** What the decisions themselves have to say, at the page that they are about. */
  problems: { page: string; language: string; reason: Message; ruleId?: RuleId }[];
};

export type DecideOptions = {
  /** A person has seen what a build would take off, and wants it. */
  allowWithdraw: boolean;
};

/** Removing more than this share at once is more likely an accident than a wish. */
const tooMuch = (count: number, of: number): boolean => count >= 2 && count > of / 5;

/**
 * Decides for all pages. `found` has the SHA-256 of each file that the ledger names, by path, as far as it is there.
 */
export function decideSite(
  plans: readonly PagePlan[],
  settings: Settings,
  ledger: Ledger,
  found: ReadonlyMap<string, string>,
  { allowWithdraw }: DecideOptions,
): DecidedSite {
  const site: DecidedSite = { pages: [], takenOff: [], refused: [], problems: [] };
  const standing = standingOf(ledger, found, plans);
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const hidden = hiddenPages([...standing.keys()], plans);
  const missing = [...standing.keys()].filter((id) => !planOf.has(id) && !hidden.has(id)).toSorted();
  const keepMissing = !allowWithdraw && guardMissing(missing, plans, standing, settings, site);
  const keepStrangers = !allowWithdraw && guardLanguages(standing, settings, site);
  const keepWrong = !allowWithdraw && guardWrong(plans, standing, settings, site);
  for (const id of [...planOf.keys(), ...hidden, ...missing].toSorted()) {
    const plan = planOf.get(id);
    const decisions = new Map<string, Decision>();
    const versions = plan ? [plan.source, ...plan.translations] : [];
    const published = standing.get(id) ?? new Map<string, Standing>();
    const languages = new Set([...versions.map(({ language }) => language), ...published.keys()]);
    for (const language of languages) {
      const version = versions.find((one) => one.language === language);
      const stands = published.get(language);
      const wish = plan
        ? wishOf(plan, version, language, settings, stands, { keepStrangers, keepWrong })
        : hidden.has(id)
          ? { keep: message("held.folder") }
          : keepMissing
            ? { keep: message("held.missing") }
            : { off: deletion(id, standing, plans, settings) };
      decisions.set(language, settle(id, language, plan?.page, version, wish, stands, settings, site));
    }
    site.pages.push({ id, plan, decisions });
  }
  keepAddressesApart(site, standing, settings);
  return site;
}

/** Published pages of a folder that cannot be read: it stands among the pages, as one that cannot be read itself. */
function hiddenPages(published: readonly string[], plans: readonly PagePlan[]): Set<string> {
  const known = new Set(plans.map(({ id }) => id));
  const unread = plans.filter(({ page }) => !page).map(({ id }) => (id === "" ? "" : `${id}/`));
  return new Set(published.filter((id) => !known.has(id) && unread.some((folder) => id.startsWith(folder))));
}

/** New: the plan's version. Keep: the last version, for this reason. Off: nothing, at once, for this reason. */
type Wish = { new: Version } | { keep: Message } | { off: Message };

function wishOf(
  plan: PagePlan,
  version: LanguagePlan | TranslationPlan | undefined,
  language: string,
  settings: Settings,
  stands: Standing | undefined,
  guards: { keepStrangers: boolean; keepWrong: boolean },
): Wish {
  const isSource = language === settings.source;
  if (!isSource && !Object.hasOwn(settings.languages, language)) {
    const reason = message("off.language", { language });
    return guards.keepStrangers ? { keep: reason } : { off: reason };
  }
  if (!isSource && settings.languages[language]?.publish === false) return { off: message("off.paused") };
  if (!plan.page) return { keep: plan.source.held ?? message("held.page") };
  const head = plan.page.frontMatter;
  const withdrawn = plan.source.withdrawn ?? version?.withdrawn;
  if (withdrawn) return { off: message("off.withdrawn", withdrawn) };
  if (head?.draft === true) return { off: message("off.draft") };
  if (!version) return { off: message("off.not-translated") };
  const refusal = plan.source.held ?? version.held;
  if (version.version && refusal === undefined) return { new: version.version };
  const why = refusal ?? message("held.page");
  if (isWrong(version, stands) && !guards.keepWrong) return { off: message("off.wrong", { why }) };
  const stale = head?.publish ?? settings.publish.stale;
  if (!isSource && stale === "withdraw") return { off: message("off.stale", { why }) };
  return { keep: why };
}

/** Whether a text that stands on the site, and in the page or its catalog, must not be read by anyone. */
function isWrong({ wrong }: LanguagePlan, stands: Standing | undefined): boolean {
  const units = stands?.published.units;
  if (wrong.length === 0 || !stands) return false;
  return units === undefined || wrong.some((hash) => units.includes(hash));
}

function settle(
  id: string,
  language: string,
  page: Page | undefined,
  plan: LanguagePlan | TranslationPlan | undefined,
  wish: Wish,
  stands: Standing | undefined,
  settings: Settings,
  site: DecidedSite,
): Decision {
  const counts = plan && "counts" in plan ? plan.counts : undefined;
  if ("new" in wish) {
    const { slug } = wish.new;
    const place = { path: fragmentPath(language, slug), url: addressOf(settings, language, slug) };
    return language === settings.source
      ? { status: "source", reason: undefined, version: wish.new, ...place, counts: undefined }
      : { status: "approved", reason: undefined, version: wish.new, ...place, counts };
  }
  if ("keep" in wish && stands && !stands.damaged) {
    const kept = stands.published;
    return { status: "stale", reason: wish.keep, kept, ...placeOfKept(id, language, page, kept, settings), counts };
  }
  const reason = "off" in wish ? wish.off : wish.keep;
  if (stands?.damaged && "keep" in wish) {
    const { path, url } = stands.published;
    const isMissing = stands.damaged === "missing";
    const values = { path, why: reason };
    const problem = isMissing ? message("site.file-missing", values) : message("site.file-changed", values);
    const damage = isMissing ? message("held.file-missing", values) : message("held.file-changed", values);
    site.problems.push({ page: id, language, reason: problem });
    site.takenOff.push({ page: id, language, url, reason: damage });
  } else if (stands) site.takenOff.push({ page: id, language, url: stands.published.url, reason });
  return { status: "withheld", reason, counts };
}

/** Whether a page is to be published in a language at all; what is not is spoken of only when it leaves the site. */
export function isAskedFor({ plan, decisions }: DecidedPage, language: string): boolean {
  if (decisions.get(language)?.status !== "withheld") return true;
  return plan !== undefined && [plan.source, ...plan.translations].some((one) => one.language === language);
}

/** The last version of a page that was renamed goes along with it, unless its address is a translated slug. */
function placeOfKept(
  id: string,
  language: string,
  page: Page | undefined,
  kept: Published,
  settings: Settings,
): { path: string; url: string } {
  // Worked out anew: an address in a file is only what someone wrote there.
  if (!page || kept.page === id || page.frontMatter?.slug !== undefined)
    return { path: kept.path, url: addressOf(settings, language, slugOfPath(language, kept.path)) };
  return { path: fragmentPath(language, page.slug), url: addressOf(settings, language, page.slug) };
}

/** A page that says most of what a deleted one said is most likely that page under a new name. */
function deletion(id: string, standing: StandingPages, plans: readonly PagePlan[], settings: Settings): Message {
  const units = standing.get(id)?.get(settings.source)?.published.units ?? [];
  const alike = plans.find(({ id: other, source }) => {
    const shared = units.filter((unit) => source.version?.units.includes(unit) === true);
    return !standing.has(other) && units.length > 0 && shared.length * 2 >= units.length;
  });
  return alike ? message("off.renamed", { path: alike.path, was: id }) : message("off.deleted");
}

function offs(pages: Iterable<readonly [string, ReadonlyMap<string, Standing>]>, reason: Message): TakenOff[] {
  return [...pages].flatMap(([page, languages]) =>
    [...languages].map(([language, { published }]) => ({ page, language, url: published.url, reason })),
  );
}

/** A missing folder, or many pages gone at once, is more likely a slip than a wish. */
function guardMissing(
  missing: readonly string[],
  plans: readonly PagePlan[],
  standing: StandingPages,
  settings: Settings,
  site: DecidedSite,
): boolean {
  if (missing.length === 0 || (plans.length > 0 && !tooMuch(missing.length, standing.size))) return false;
  const gone = [...standing].filter(([id]) => missing.includes(id));
  const folder = pagePath(settings.source, "*");
  site.refused.push({
    reason:
      plans.length === 0
        ? message("refused.no-pages", { folder, count: missing.length })
        : message("refused.pages", { count: missing.length, total: standing.size, folder }),
    takenOff: offs(gone, message("held.missing")),
  });
  return true;
}

/** A language that is published, but that the settings do not name any more. */
function guardLanguages(standing: StandingPages, settings: Settings, site: DecidedSite): boolean {
  const strange = offs(standing, message("off.language-missing")).filter(
    ({ language }) => language !== settings.source && !Object.hasOwn(settings.languages, language),
  );
  if (strange.length === 0) return false;
  const languages = [...new Set(strange.map(({ language }) => language))];
  site.refused.push({
    reason: message("refused.languages", { languages }),
    takenOff: strange,
  });
  return true;
}

/** A changed termbase, setting or program that finds much of what is published wrong must be looked at by a person. */
function guardWrong(
  plans: readonly PagePlan[],
  standing: StandingPages,
  settings: Settings,
  site: DecidedSite,
): boolean {
  const total = [...standing.values()].reduce((sum, languages) => sum + languages.size, 0);
  const wrong = plans.flatMap((plan) => {
    const languages = standing.get(plan.id);
    return [plan.source, ...plan.translations].flatMap((version): TakenOff[] => {
      const stands = languages?.get(version.language);
      if (!stands) return [];
      const wish = wishOf(plan, version, version.language, settings, stands, { keepStrangers: true, keepWrong: true });
      if (!("keep" in wish) || !isWrong(version, stands)) return [];
      return [{ page: plan.id, language: version.language, url: stands.published.url, reason: wish.keep }];
    });
  });
  if (!tooMuch(wrong.length, total)) return false;
  site.refused.push({
    reason: message("refused.wrong", { count: wrong.length, total }),
    takenOff: wrong,
  });
  return true;
}
