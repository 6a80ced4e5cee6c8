// Findings as SARIF 2.1.0 (OASIS), for code scanning.
import { defaultSeverity, type Finding, type RuleId } from "../finding.ts";
import { message } from "../messages/message.ts";
import { sentence } from "../messages/sentence.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** `partialFingerprints` come from the unit, not the line, so that a finding is known again when the text moves. */
export function reportSarif(findings: readonly Finding[], version: string): string {
  const rules = (Object.keys(defaultSeverity) as RuleId[]).map((id) => {
    const severity = defaultSeverity[id];
    return {
      id,
      shortDescription: { text: sentence(message(`rule.${id}`), "en") },
      defaultConfiguration: { level: severity },
    };
  });
  const run = {
    tool: { driver: { name: "Målvakt", version, rules: [...rules, unusable] } },
    columnKind: "utf16CodeUnits",
    results: findings.map(resultOf),
  };
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, undefined, 2)}\n`;
}

const unusable = { id: "file", shortDescription: { text: sentence(message("rule.file"), "en") } };

function resultOf(finding: Finding): object {
  const { start, end, ruleId, severity, reason, expected, path, fingerprint } = finding;
  const said = sentence(reason, "en");
  const text = expected.length > 0 ? `${said} Write: ${expected.slice(0, 10).join(" or ")}` : said;
  return {
    ruleId: ruleId ?? unusable.id,
    level: levels[severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: path
              .replaceAll(/\p{Cs}/gu, "\uFFFD")
              .split("/")
              .map(encodeURIComponent)
              .join("/"),
            uriBaseId: "%SRCROOT%",
          },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
    ...(fingerprint === undefined ? undefined : { partialFingerprints: { "malvaktUnit/v1": fingerprint } }),
  };
}
