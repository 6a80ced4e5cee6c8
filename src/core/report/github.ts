// Findings as annotations of GitHub Actions, and as the summary of a step.
import type { Finding } from "../finding.ts";
import { sentence } from "../messages/sentence.ts";
import { summary, plainPaint } from "./text.ts";
import { visible } from "./visible.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;
const order = ["error", "warning", "info"] as const;

/** Workflow commands, errors first: GitHub shows at most ten of a kind. */
export function reportGithub(findings: readonly Finding[]): string {
  return order
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map(({ path, start, end, severity, reason, expected, ruleId }) => {
      const said = sentence(reason, "en");
      const text = expected.length > 0 ? `${said} Write: ${expected.slice(0, 10).join(" or ")}` : said;
      const place = `file=${property(path)},line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column}`;
      return `::${commands[severity]} ${place},title=${property(ruleId ?? "file")}::${escaped(text)}\n`;
    })
    .join("");
}

/** Markdown for the step's summary: the totals that the annotations cannot show, and a row for each rule. */
export function githubSummary(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { ruleId, severity } of findings) {
    const key = `${ruleId ?? "file"} | ${severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].toSorted(([, a], [, b]) => b - a).map(([key, count]) => `| ${key} | ${count} |`);
  const table = rows.length > 0 ? `\n| rule | severity | findings |\n| --- | --- | ---: |\n${rows.join("\n")}\n` : "";
  return `### Målvakt: ${summary(findings, plainPaint, "en")}\n${table}`;
}

/** Line ends are escaped as GitHub reads them, everything else that is not shown as people do. */
function escaped(text: string): string {
  return text
    .replaceAll("%", "%25")
    .split(/(\r|\n)/u)
    .map((part) => (part === "\r" ? "%0D" : part === "\n" ? "%0A" : visible(part)))
    .join("");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
