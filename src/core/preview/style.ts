// The look of the preview: quiet, one colour for what asks for attention; by day, by night and on paper.

/** Held by its hash: it is written into pages byte for byte. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfc; --ink: #1f2529; --quiet: #5b656c; --line: #dfe3e3; --soft: #f3f6f5;
  --accent: #0a6b63; --alarm: #a3261b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191b; --ink: #e6e9e9; --quiet: #a2acb0; --line: #343b3e; --soft: #1e2325;
    --accent: #6fcfc3; --alarm: #ff9d90;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); font-size: .875rem; }

.bar { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline; padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
.bar ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.bar a { display: inline-block; padding: .125rem 0; color: var(--ink); text-decoration: none; }
.bar a:hover { text-decoration: underline; }
.bar .back { color: var(--accent); }
.bar a[aria-current] { font-weight: 600; box-shadow: 0 2px 0 var(--accent); }

.dot { display: inline-block; width: .625em; height: .625em; margin-inline-end: .45em; border: 2px solid var(--accent); border-radius: 50%; }
.dot.is-published { background: var(--accent); }
.dot.is-stale { background: linear-gradient(90deg, var(--accent) 50%, transparent 50%); }
.dot.is-untranslated { border-style: dotted; }
.dot.is-withheld { border-color: var(--alarm); border-radius: 0; }

main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem 6rem; }
main.wide { max-width: 80rem; }
.status { padding: .75rem 1.125rem; border-radius: .5rem; background: var(--soft); }
.status p { margin: .125rem 0; }
.status strong { display: inline-block; }
.status strong::first-letter { text-transform: uppercase; }
.legend ul, .tally { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: 1rem 0; padding: 0; list-style: none; font-size: .9375rem; }

.unit { text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: var(--accent); text-decoration-skip-ink: none; text-underline-offset: .25em; }
.unit a { color: inherit; }
.is-draft { text-decoration-style: dotted; }
.is-unsigned { text-decoration-style: dashed; }
.is-stale { text-decoration-style: double; text-decoration-thickness: 1px; }
.unit.is-untranslated { color: var(--quiet); font-style: italic; text-decoration-style: wavy; text-decoration-thickness: 1px; text-decoration-color: var(--quiet); }
.dot, .finding, .status { text-decoration: none; }
.ref { display: inline-block; margin-inline-start: .3em; color: var(--alarm); font-size: .7rem; font-style: normal; font-weight: 700; line-height: 0; }

.notes { margin: .75rem 0 1.5rem; padding: .25rem 1rem; border-inline-start: 2px solid var(--alarm); font-size: .9375rem; line-height: 1.5; }
.notes ul { margin: 0; padding: 0; list-style: none; }
.notes li { display: flex; gap: .75rem; }
.notes .number { color: var(--alarm); font-weight: 700; padding-top: .25rem; }
.notes p { margin: .25rem 0; }
.finding.is-error strong { color: var(--alarm); }
.finding code { color: var(--quiet); font-size: .8125rem; }

.beside { margin: 1rem 0; font-size: .9375rem; }
.beside summary { color: var(--quiet); cursor: pointer; }
.beside dl { display: grid; grid-template-columns: max-content 1fr; gap: .375rem 1.25rem; margin: .75rem 0 0; }
.beside dt { color: var(--quiet); }
.beside dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }

article { margin-top: 2.5rem; overflow-wrap: break-word; }
article h1, main.wide h1 { margin: 0 0 1.25rem; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; }
article h2 { margin: 2.5rem 0 .75rem; font-size: 1.375rem; line-height: 1.3; }
article h3 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
article h1, article h2, article h3 { text-wrap: balance; }
article p, article ul, article ol, article dl { margin: 0 0 1.125rem; }
article li { margin: .25rem 0; }
article img { max-width: 100%; height: auto; }
article blockquote, article .markdown-alert { margin: 1.5rem 0; padding: .125rem 1.25rem; border-inline-start: 3px solid var(--accent); }
article .markdown-alert-title { font-weight: 600; }
article table { display: block; margin: 0 0 1.125rem; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
article th, article td { padding: .5rem .875rem .5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
article [align="right"] { text-align: end; }
article [align="center"] { text-align: center; }
article pre { overflow-x: auto; padding: .875rem 1rem; border-radius: .5rem; background: var(--soft); font-size: .875rem; }
article section.footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9375rem; }
article .sr-only { font-size: 1rem; }
article[lang="ar"] { line-height: 1.9; }

.scroll { overflow-x: auto; margin-top: 1.5rem; }
.overview { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; }
.overview th, .overview td { padding: .75rem 1.25rem .75rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.overview thead th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
.overview tbody th { min-width: 12rem; font-weight: 600; }
.overview .quiet { display: block; font-size: .8125rem; font-weight: 400; }
.overview td .quiet { max-width: 14rem; }
.overview a { color: var(--ink); text-decoration: none; white-space: nowrap; }
.overview a:hover { text-decoration: underline; }

.foot { display: none; }
@page { margin: 18mm 20mm 14mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --soft: #fff; --accent: #000; --alarm: #000; }
  body { font-size: 11pt; line-height: 1.5; }
  .bar, .status, .legend, .beside, .notes, .ref, .unseen { display: none; }
  main { max-width: none; padding: 0; }
  article { margin: 0; }
  .unit, .unit.is-untranslated { color: inherit; font-style: normal; text-decoration: none; }
  article a { color: inherit; }
  h1, h2, h3, tr, img, li { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .sheet { display: table; width: 100%; table-layout: fixed; }
  .sheet article { display: table-row-group; }
  .foot-room { display: table-footer-group; break-inside: avoid; }
  .foot-room::after { content: ""; display: block; height: 31mm; }
  .foot { position: fixed; inset: auto 0 0; display: flex; justify-content: space-between; align-items: end; gap: 8mm; height: 26mm; border-top: .5pt solid #999; font-size: 9pt; line-height: 1.35; }
  .foot-words { display: flex; flex-direction: column; padding-top: 2mm; align-self: start; overflow-wrap: anywhere; }
  .foot-warning { font-size: 11pt; }
  .foot-title { font-weight: 600; }
  .foot-version { color: #444; font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
  .code { flex: none; width: 25mm; height: 25mm; }
}
`;
