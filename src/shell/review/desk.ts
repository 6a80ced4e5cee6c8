// The project under review: read when it is asked for, changed through the one door.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { inOneForm } from "../../core/catalog/one-form.ts";
import { readCatalog } from "../../core/catalog/read.ts";
import { undoWithdrawal, withdraw } from "../../core/catalog/withdraw.ts";
import { writeCatalog } from "../../core/catalog/write.ts";
import { readCatalogFile, type CatalogFile } from "../../core/catalog-file.ts";
import { outputFolder } from "../../core/layout.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { noOrphans } from "../../core/orphans.ts";
import type { PagePlan, TranslationPlan } from "../../core/page-plan.ts";
import type { Page } from "../../core/page/page.ts";
import { keyOf } from "../../core/page/unit.ts";
import type { FileText, PageFile } from "../../core/project.ts";
import { decideSite } from "../../core/publish/decide.ts";
import type { Dist } from "../../core/publish/dist.ts";
import { emptyLedger } from "../../core/publish/ledger.ts";
import { siteOf, type Site } from "../../core/publish/site.ts";
import type {
  ChangeAnswer,
  ChangeAsked,
  Overview,
  PageReview,
  UnitHelp,
  WithdrawAnswer,
  WithdrawAsked,
} from "../../core/review/api.ts";
import { changeUnit } from "../../core/review/change.ts";
import { approvedPairs, matchesFor, termsFor, type ApprovedPair } from "../../core/review/help.ts";
import { languageShown, overviewRow } from "../../core/review/overview.ts";
import { reviewPage } from "../../core/review/page.ts";
import { reviewUnit, type Reviewing } from "../../core/review/unit.ts";
import { readSigner } from "../../core/signer.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { bytesInside } from "../assets.ts";
import { today } from "../clock.ts";
import { changeFile, type Change } from "../disk/change.ts";
import { readInside } from "../disk/read.ts";
import { openFileIndex } from "../file-index.ts";
import { loadDist } from "../output.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { rememberingCaches } from "../remembered.ts";

export type Desk = {
  overview: () => Overview;
  /** Undefined for what is not in the project: so with all that follow. */
  page: (page: string, language: string) => PageReview | undefined;
  help: (page: string, language: string, unit: number) => UnitHelp | undefined;
  asset: (page: string, language: string, path: string) => Buffer | undefined;
  change: (asked: ChangeAsked, revision: string) => ChangeAnswer | undefined;
  withdraw: (asked: WithdrawAsked) => WithdrawAnswer | undefined;
  /** Something on the disk has changed. */
  refresh: () => void;
};

type Known = {
  project: LoadedProject;
  plans: ReadonlyMap<string, PagePlan>;
  files: ReadonlyMap<string, PageFile>;
  site: Site;
  doubts: Message[];
  /** Why there are no terms, where the settings name some: then nothing is signed. */
  withoutTerms: Message | undefined;
  /** By language, when it is first asked for. */
  pairs: Map<string, ApprovedPair[]>;
};

type Spot = { file: PageFile; page: Page; plan: PagePlan; translation: TranslationPlan; reviewing: Reviewing };

export function openDesk(root: string): Desk {
  const open = rememberingCaches();
  let known: Known | undefined;
  let isOutdated = false;

  const fresh = (): Known => {
    if (known && !isOutdated) return known;
    try {
      known = load(root, open);
      isOutdated = false;
      return known;
    } catch (error) {
      // While someone works on the settings, what was known before is better than nothing.
      if (!known || !(error instanceof Refusal)) throw error;
      return { ...known, doubts: [...known.doubts, error.told] };
    }
  };

  const spotIn = ({ project, plans, files }: Known, id: string, language: string): Spot | undefined => {
    const [file, plan] = [files.get(id), plans.get(id)];
    const translation = plan?.translations.find((one) => one.language === language);
    const pairing = pairingOf(project.settings.source, language, project.terms);
    if (!file?.page || !plan || !translation || !pairing) return undefined;
    const { severity } = project.settings;
    return { file, page: file.page, plan, translation, reviewing: { language, pairing, severity } };
  };

  const catalogIn = ({ project }: Known, file: PageFile, language: string, found: FileText | undefined): CatalogFile =>
    readCatalogFile(file, language, found, project.context.orphans.get(language) ?? noOrphans, project.settings);

  const readNow = (now: Known, file: PageFile, language: string): CatalogFile =>
    catalogIn(now, file, language, now.project.catalogsOf(file.id).get(language));

  const pairsIn = (now: Known, language: string): ApprovedPair[] => {
    const found =
      now.pairs.get(language) ??
      [...now.files.values()].flatMap((file) => {
        const { catalog } = readNow(now, file, language);
        return catalog ? approvedPairs(file.id, catalog.entries, language) : [];
      });
    now.pairs.set(language, found);
    return found;
  };

  /** A page that someone has saved in this moment is read again before anything is signed for it. */
  const spotForChange = (id: string, language: string): { now: Known; spot: Spot | undefined } => {
    const before = known ?? fresh();
    const file = before.files.get(id);
    const text = file && readInside(root, file.path);
    const isSame = text !== undefined && "text" in text && text.text === file?.page?.source;
    if (!isSame) isOutdated = true;
    const now = isSame ? before : fresh();
    return { now, spot: spotIn(now, id, language) };
  };

  return {
    refresh: () => {
      isOutdated = true;
    },
    overview: () => {
      const now = fresh();
      const { settings } = now.project;
      return {
        source: languageShown(settings.source),
        languages: Object.keys(settings.languages).map(languageShown),
        rows: [...now.plans.values()].map((plan) =>
          overviewRow(plan, settings, ({ id }, language) => {
            const file = now.files.get(id);
            return file && readNow(now, file, language).catalog;
          }),
        ),
        proposedName: proposedName(root),
        doubts: now.doubts,
      };
    },
    page: (id, language) => {
      const now = fresh();
      const spot = spotIn(now, id, language);
      if (!spot) return undefined;
      const { catalog } = readNow(now, spot.file, language);
      return reviewPage({ ...spot, catalog }, now.site, spot.reviewing).review;
    },
    help: (id, language, unit) => {
      const now = fresh();
      const spot = spotIn(now, id, language);
      const own = spot?.page.units[unit];
      if (!spot || !own) return undefined;
      return {
        terms: termsFor(own.context, own.text, spot.reviewing.pairing),
        matches: matchesFor(
          pairsIn(now, language).filter((pair) => pair.page !== id || pair.key !== keyOf(own)),
          own.context,
          own.text,
        ),
      };
    },
    asset: (id, language, path) => {
      const now = fresh();
      const spot = spotIn(now, id, language);
      if (!spot) return undefined;
      const { catalog } = readNow(now, spot.file, language);
      const asset = reviewPage({ ...spot, catalog }, now.site, spot.reviewing).assets.get(path);
      if (!asset) return undefined;
      const read =
        asset.from === undefined ? bytesInside(join(root, outputFolder), path) : bytesInside(root, asset.from);
      return "bytes" in read ? read.bytes : undefined;
    },
    change: ({ page: id, language, unit, change }, revision) => {
      const { now, spot } = spotForChange(id, language);
      if (!spot) return undefined;
      const { file, page, translation, reviewing } = spot;
      if (change.kind === "approve" && now.withoutTerms)
        return { kind: "refused", reason: message("preview.without-terms", { problem: now.withoutTerms }) };
      const live = ({ catalog }: CatalogFile) => catalog?.entries.slice(0, page.units.length) ?? [];
      const answer = changeFile(root, translation.path, (found): Change<ChangeAnswer> => {
        const read = catalogIn(now, file, language, found);
        const own = reviewUnit(live(read), unit, reviewing);
        if (!read.catalog || !own)
          return { value: { kind: "refused", reason: message("review.unreadable-file", { path: translation.path }) } };
        const changed = changeUnit(read.catalog, unit, revision, change, { ...reviewing, date: today() });
        if (changed.kind === "conflict") return { value: { kind: "conflict", unit: own } };
        if (changed.kind === "refused") return { value: changed };
        if (changed.catalog === read.catalog) return { value: { kind: "done", unit: own } };
        const text = writeCatalog(inOneForm(changed.catalog));
        const again = reviewUnit(
          live(catalogIn(now, file, language, { path: translation.path, text })),
          unit,
          reviewing,
        );
        // What could not be read again must not be written.
        if (!again) return { value: { kind: "refused", reason: message("review.not-writable") } };
        return { text, value: { kind: "done", unit: again } };
      });
      if (answer.kind === "done") isOutdated = true;
      return answer;
    },
    withdraw: ({ page: id, language, by }) => {
      const { spot } = spotForChange(id, language);
      if (!spot) return undefined;
      const { name, problem } = by ? readSigner(by.name) : { name: "", problem: undefined };
      if (name === undefined) return { kind: "refused", reason: message("review.no-person", { problem }) };
      const reason = by?.reason.replaceAll(/\s+/gu, " ").trim();
      if (reason === "") return { kind: "refused", reason: message("review.no-reason") };
      const { path } = spot.translation;
      const answer = changeFile(root, path, (found): Change<WithdrawAnswer> => {
        const catalog = found && "text" in found ? readCatalog(found.text).catalog : undefined;
        if (!catalog) return { value: { kind: "refused", reason: message("review.unreadable-file", { path }) } };
        const changed =
          reason === undefined ? undoWithdrawal(catalog) : withdraw(catalog, { date: today(), name, reason });
        return { text: writeCatalog(changed), value: { kind: "done" } };
      });
      if (answer.kind === "done") isOutdated = true;
      return answer;
    },
  };
}

function load(root: string, open: ReturnType<typeof rememberingCaches>): Known {
  const doubts: Message[] = [];
  let withoutTerms: Message | undefined;
  const project = loadProject(root, {
    keep: true,
    open,
    withoutTerms: ({ told }) => {
      withoutTerms = told;
      doubts.push(message("preview.without-terms", { problem: told }));
    },
  });
  const plans = project.files.map(project.planOf);
  const dist = distOf(root, plans, open, doubts);
  const decided = decideSite(plans, project.settings, dist.ledger ?? emptyLedger, dist.found, { allowWithdraw: false });
  return {
    project,
    plans: new Map(plans.map((plan) => [plan.id, plan])),
    files: new Map(project.files.map((file) => [file.id, file])),
    site: siteOf(decided.pages, project.context, dist),
    doubts: [...doubts, ...project.findings.map(({ reason }) => reason)],
    withoutTerms,
    pairs: new Map(),
  };
}

function distOf(
  root: string,
  plans: readonly PagePlan[],
  open: ReturnType<typeof rememberingCaches>,
  doubts: Message[],
): Dist {
  const folder = join(resolve(root), outputFolder);
  try {
    return loadDist(root, folder, outputFolder, plans, openFileIndex(root, "index-output", false, open));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    doubts.push(message("preview.without-ledger", { problem: error.told }));
    return { ledger: undefined, found: new Map(), fragments: new Map(), assets: new Map(), fragmentsFound: [] };
  }
}

function proposedName(root: string): string {
  const { stdout } = spawnSync("git", ["config", "user.name"], { cwd: root, encoding: "utf8", timeout: 2000 });
  return readSigner((stdout ?? "").trim()).name ?? "";
}
