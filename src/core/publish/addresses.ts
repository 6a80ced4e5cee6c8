// No two pages stand at one address.
import type { Finding } from "../finding.ts";
import type { PageFile } from "../project.ts";
import type { PagePlan } from "./assemble.ts";
import type { Decision } from "./decide.ts";

/** Withholds a page where another one stands already; letter case does not keep addresses apart on every disk. */
export function refuseSharedAddresses(plans: PagePlan[], files: readonly PageFile[]): Finding[] {
  const taken = new Map<string, string>();
  return plans.flatMap((plan, index) =>
    [...plan.decisions].flatMap(([language, decision]) => {
      const path = pathOf(plan, language, decision);
      if (path === undefined) return [];
      const key = path.normalize("NFC").toLowerCase();
      const other = taken.get(key);
      if (other === undefined) {
        taken.set(key, plan.id);
        return [];
      }
      plan.decisions.set(language, {
        status: "withheld",
        reason: `same address as ${other}`,
        counts: "counts" in decision ? decision.counts : undefined,
      });
      const reason = `In ${language} this page has the same address as ${other}; translate one of the slugs otherwise.`;
      return files[index]?.reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "error", "front-matter") ?? [];
    }),
  );
}

function pathOf(plan: PagePlan, language: string, decision: Decision): string | undefined {
  if (decision.status === "stale") return decision.kept.path;
  if (decision.status === "approved") return `${language}/${decision.slug}.html`;
  return decision.status === "source" && plan.page ? `${language}/${plan.page.slug}.html` : undefined;
}
