// An audit as one page to print and to keep: no scripts, nothing from elsewhere, every text escaped.
import type { AuditPage, AuditUnit } from "../audit/audit.ts";
import { commitsOfPage } from "../audit/commits.ts";
import { languageOf } from "../language/all.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { escapeAttribute, escapeContent } from "../page/template.ts";
import { isPlain } from "../page/unit.ts";
import { plainText } from "../unit-text.ts";
import type { Audit } from "./audit-json.ts";
import { approverOf, commitNotes, gitNotes, publishedMessage } from "./audit-text.ts";
import { visible } from "./visible.ts";

/** `date` is the day of the report, `source` the language of the pages. */
export function auditAsHtml(audit: Audit, date: string, source: string, locale: Locale): string {
  const say = (told: Message): string => html(sentence(told, locale));
  const title = say(message("audit.title"));
  const notes = gitNotes(audit).map((note) => `<p class="note">${say(note)}</p>`);
  const at =
    audit.head === undefined ? "" : ` · ${say(message("audit.at-commit", { commit: audit.head.slice(0, digits) }))}`;
  const ids = new Map(audit.pages.map((page, index) => [page, `p${index + 1}`]));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${say(message("audit.day", { date }))}${at}</p>
${notes.join("\n")}
</header>
<main>
${summaryOf(audit.pages, ids, say)}
${audit.pages
  .filter(hasUnits)
  .map((page) => sectionOf(page, ids.get(page) ?? "", source, say))
  .join("\n")}
</main>
</body>
</html>
`;
}

const digits = 12;

function html(text: string): string {
  return escapeContent(visible(text));
}

/** Whether there is more to tell than how many texts wait. */
function hasUnits({ units, isUnreadable }: AuditPage): boolean {
  return isUnreadable || units.some(({ approval, isPublished }) => approval !== undefined || isPublished);
}

type Say = (told: Message) => string;

/** All pages and languages, a row each. */
function summaryOf(pages: readonly AuditPage[], ids: ReadonlyMap<AuditPage, string>, say: Say): string {
  if (pages.length === 0) return `<p>${say(message("audit.nothing"))}</p>`;
  const rows = pages.map((page) => {
    const { units, published, language } = page;
    const approved = units.filter(({ state }) => state === "approved").length;
    const live = units.filter(({ state }) => state !== "former").length;
    const names = [
      ...new Set(units.flatMap(({ state, approval }) => (state === "approved" && approval ? [approval.name] : []))),
    ];
    const name = html(page.page);
    const link = hasUnits(page) ? `<a href="#${ids.get(page)}">${name}</a>` : name;
    const differing = units.some(({ commit }) => typeof commit === "object" && commit.differs);
    return `<tr><th scope="row">${link}</th><td>${html(language)}</td><td class="${published.status}">${say(publishedMessage(published))}</td><td>${live === 0 ? "" : `${approved}/${live}`}</td><td>${names.map(html).join(", ")}${differing ? ` <span class="mark">${say(message("audit.differs-short"))}</span>` : ""}</td></tr>`;
  });
  const heads = ["status.page", "status.language", "audit.published-now", "status.approved", "audit.approver"] as const;
  return `<table class="summary">
<thead><tr>${heads.map((id) => `<th scope="col">${say(message(id))}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function sectionOf(page: AuditPage, id: string, source: string, say: Say): string {
  const { catalog, language, title, units, published, isUnreadable } = page;
  const heads = ["line", "texts", "approver", "date", "hashes", "now", "draft", "commit"] as const;
  const rows = units.map((unit) => rowOf(unit, source, language, say));
  const commits = commitsOfPage(page).map(
    ({ commit, differing }) =>
      `<li><code>${html(commit.id)}</code> ${commitNotes(commit, differing).map(say).join("; ")}</li>`,
  );
  return `<section id="${id}">
<h2>${html(title)} <small>${html(page.page)}, ${html(language)}</small></h2>
<p>${say(publishedMessage(published))}${catalog === undefined ? "" : ` · <code>${html(catalog)}</code>`}</p>
${
  isUnreadable
    ? `<p class="note">${say(message("audit.unreadable"))}</p>`
    : `<table class="units">
<thead><tr>${heads.map((head) => `<th scope="col">${say(message(`audit.${head}`))}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`
}
${commits.length === 0 ? "" : `<h3>${say(message("audit.commits"))}</h3>\n<ul>\n${commits.join("\n")}\n</ul>`}
</section>`;
}

function rowOf(unit: AuditUnit, source: string, language: string, say: Say): string {
  const { line, approval, sourceHash, drafted, commit, isPublished, state } = unit;
  const approver = escapeContent(approverOf(unit, (told) => visible(say(told))));
  const where =
    commit === undefined
      ? ""
      : commit === "uncommitted"
        ? say(message("audit.uncommitted"))
        : `<code>${html(commit.id.slice(0, digits))}</code>${commit.differs ? `<br><span class="mark">${say(message("audit.differs-short"))}</span>` : ""}`;
  const cells = [
    line === undefined ? "" : String(line),
    `${textOf(unit.context, unit.source, source)}${unit.translation === "" ? "" : textOf(unit.context, unit.translation, language)}`,
    approver,
    approval ? `<time datetime="${escapeAttribute(approval.date)}">${html(approval.date)}</time>` : "",
    `<code>${sourceHash}</code>${approval ? `<br><code>${html(approval.hash)}</code>` : ""}`,
    isPublished ? say(message("audit.yes")) : "",
    drafted ? `${html(drafted.engine)}<br>${html(drafted.date)}` : "",
    where,
  ];
  return `<tr class="${state}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

/** The words of a text, without its tags. */
function textOf(context: string, text: string, language: string): string {
  const words = isPlain(context) ? text : plainText(text).plain;
  const direction = languageOf(language)?.direction ?? "auto";
  return `<p lang="${escapeAttribute(language)}" dir="${direction}">${html(words.replaceAll(/\s+/gu, " ").trim())}</p>`;
}

const style = `
:root { color-scheme: light; --line: #c9ced6; --soft: #f3f5f8; --ink: #1c2430; --quiet: #56606e; --mark: #8a4b00; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 2rem; color: var(--ink); background: #fff; font: 15px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
h1 { margin: 0; font-size: 1.8rem; } h2 { margin: 0 0 .25rem; font-size: 1.25rem; } h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
small, header p, section > p { color: var(--quiet); font-weight: normal; }
header { margin-bottom: 1.5rem; } header p { margin: .25rem 0; }
.note { border-inline-start: 4px solid var(--mark); padding: .4rem .8rem; background: #fff8ee; color: var(--ink); }
table { width: 100%; border-collapse: collapse; } th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--soft); font-weight: 600; } thead th::first-letter, section > p::first-letter { text-transform: uppercase; } time { white-space: nowrap; } tbody th { font-weight: 600; }
.units { font-size: .85rem; } .units td:first-child { color: var(--quiet); text-align: end; } .units p { margin: 0; overflow-wrap: anywhere; } .units p + p { margin-top: .25rem; color: var(--quiet); }
code { font: .8rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; } .units code { font-size: .68rem; }
td.other, .mark { color: var(--mark); } td.nothing, tr.former td { color: var(--quiet); }
section { margin-top: 2.5rem; } ul { margin: 0; padding-inline-start: 1.2rem; } a { color: #0b4f9e; }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; }
  section { break-before: page; margin-top: 0; } thead { display: table-header-group; } tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  thead th, .note { print-color-adjust: exact; }
}
`;
