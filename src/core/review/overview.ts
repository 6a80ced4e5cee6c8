// All pages in all languages, with what needs someone.
import type { Catalog } from "../catalog/entry.ts";
import { stateOf } from "../catalog/state.ts";
import type { PagePlan, TranslationPlan } from "../page-plan.ts";
import { plainText } from "../unit-text.ts";
import { languageData } from "../publish/filled.ts";
import { isPlain } from "../page/unit.ts";
import type { Settings } from "../settings.ts";
import type { LanguageShown, OverviewCell, OverviewRow } from "./api.ts";

/** Asked for a catalog in step with its page; the plan says which. */
export type CatalogOf = (plan: PagePlan, language: string) => Catalog | undefined;

export function languageShown(code: string): LanguageShown {
  const { ownName: name, direction } = languageData(code);
  return { code, name, direction };
}

/** What was worked out for a translation stays while its plan does. */
const left = new WeakMap<TranslationPlan, Pick<OverviewCell, "words" | "first">>();

export function overviewRow(plan: PagePlan, settings: Settings, catalogOf: CatalogOf): OverviewRow {
  const title = plan.page?.frontMatter?.title ?? plan.id;
  const cells = plan.translations.map((translation): OverviewCell => {
    const { language, counts, withdrawn, mistakes } = translation;
    const found = [...mistakes, ...translation.findings.filter(({ wished }) => !wished).map(({ finding }) => finding)];
    const known = left.get(translation) ?? leftIn(plan, translation, catalogOf);
    left.set(translation, known);
    return {
      language,
      counts,
      errors: found.filter(({ severity }) => severity === "error").length,
      warnings: found.filter(({ severity }) => severity === "warning").length,
      terms: found.filter(({ ruleId }) => ruleId?.startsWith("term-")).length,
      ...known,
      withdrawn: withdrawn ?? plan.source.withdrawn,
      isPaused: settings.languages[language]?.publish === false,
    };
  });
  return { page: plan.id, title, cells };
}

function leftIn(
  plan: PagePlan,
  { language, counts }: TranslationPlan,
  catalogOf: CatalogOf,
): Pick<OverviewCell, "words" | "first"> {
  const units = plan.page?.units ?? [];
  if (!counts || counts.approved === units.length) return { words: 0, first: undefined };
  const entries = catalogOf(plan, language)?.entries.slice(0, units.length) ?? [];
  const waiting = entries.flatMap((entry, index) => (stateOf(entry, language) === "approved" ? [] : [index]));
  const words = waiting.reduce((sum, index) => {
    const unit = units[index];
    if (!unit) return sum;
    const text = isPlain(unit.context) ? unit.text : plainText(unit.text).plain;
    return sum + (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0);
  }, 0);
  return { words, first: waiting[0] };
}
