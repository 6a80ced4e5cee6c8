// A page and its translation side by side, as both will be published.
import type { Catalog } from "../catalog/entry.ts";
import type { Page } from "../page/page.ts";
import type { PagePlan, TranslationPlan } from "../page-plan.ts";
import { viewPage, type BlockView, type PageView } from "../preview/view.ts";
import type { Site } from "../publish/site.ts";
import type { BlockRow, PageReview } from "./api.ts";
import { languageShown } from "./overview.ts";
import { reviewUnits, type Reviewing } from "./unit.ts";

export type Reviewed = { page: Page; plan: PagePlan; translation: TranslationPlan; catalog: Catalog | undefined };

/** The view of a page for whoever reviews it, and the files that it shows. */
export function reviewPage(
  { page, plan, translation, catalog }: Reviewed,
  site: Site,
  reviewing: Reviewing,
): { review: PageReview; assets: PageView["assets"] } {
  const source = viewPage(page, plan, { plan: plan.source, catalog: undefined }, site);
  const target = viewPage(page, plan, { plan: translation, catalog }, site);
  const live = catalog?.entries.slice(0, page.units.length) ?? [];
  const assets = new Map([...source.assets, ...target.assets]);
  return {
    review: {
      page: page.id,
      title: page.frontMatter?.title ?? page.id,
      source: languageShown(site.settings.source),
      language: languageShown(translation.language),
      rows: rowsOf(source.blocks, target.blocks),
      units: reviewUnits(live, reviewing),
      beside: target.beside,
      withdrawn: translation.withdrawn,
      held: translation.held,
      mistakes: [...translation.mistakes.map(({ reason }) => reason), ...source.findings.map(({ reason }) => reason)],
      assets: [...assets.keys()],
    },
    assets,
  };
}

/** Both are made from one template; what publishing adds to one side alone stands alone. */
function rowsOf(source: readonly BlockView[], target: readonly BlockView[]): BlockRow[] {
  const rows: BlockRow[] = [];
  const alone = (blocks: readonly BlockView[]): void => {
    for (const { nodes, units } of blocks) rows.push({ source: nodes, target: [], units });
  };
  let next = 0;
  for (const { nodes, units } of target) {
    const key = units.join();
    const found = source.findIndex((block, index) => index >= next && block.units.join() === key);
    if (found === -1) rows.push({ source: [], target: nodes, units });
    else {
      alone(source.slice(next, found));
      rows.push({ source: source[found]?.nodes ?? [], target: nodes, units });
      next = found + 1;
    }
  }
  alone(source.slice(next));
  return rows;
}
