// The look of a report that stands alone as one HTML file, on screen and on A4 paper.

export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1b2733; --soft: #51606f; --line: #9fb0bf; --link: #0a5a8c; --bad: #a3190f; --warn: #7a4a00; --warn-paper: #fff4dc; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 24px 20px 64px; color: var(--ink); background: #fff; font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 3px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.cover { min-height: 70vh; display: flex; flex-direction: column; align-items: center; justify-content: center; text-align: center; border-bottom: 1px solid var(--line); margin-bottom: 32px; }
.cover .motto { letter-spacing: 0.12em; color: var(--bad); font-size: 17px; margin: 0 0 64px; }
.cover h1 { font-size: 34px; line-height: 1.35; margin: 0 0 12px; }
.cover .sub { font-size: 19px; margin: 0 0 72px; }
.cover .by { font-size: 18px; margin: 0 0 6px; }
h1 { font-size: 26px; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 34px 0 10px; border-bottom: 2px solid var(--ink); padding-bottom: 4px; }
h3 { font-size: 16px; margin: 20px 0 6px; }
p { margin: 0 0 10px; }
.told { text-indent: 2em; }
.soft { color: var(--soft); } .small { font-size: 13px; }
.notice { padding: 8px 12px; border-inline-start: 4px solid var(--warn); background: var(--warn-paper); color: var(--warn); }
.scroll { overflow-x: auto; margin: 0 0 12px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { border: 1px solid var(--line); padding: 4px 7px; text-align: start; vertical-align: top; }
thead th { background: #e8eef3; vertical-align: bottom; }
td:not(.words), thead th.number { text-align: end; font-variant-numeric: tabular-nums; }
th.group { background: #f3f6f8; color: var(--soft); }
tfoot th, tfoot td { font-weight: 700; background: #eef3f6; }
.nothing { color: #6b7885; } .flag, .bad-figure a, .bad-figure { color: var(--bad); }
.chart { margin: 12px 0 20px; } .chart figcaption { font-weight: 600; margin-bottom: 4px; } .chart svg { max-width: 100%; height: auto; }
.facts { display: grid; gap: 4px; margin: 0 0 12px; } .facts div { display: grid; grid-template-columns: minmax(7em, 12em) 1fr; gap: 0 16px; } .facts dt { color: var(--soft); } .facts dd { margin: 0; white-space: pre-line; }
.checks { list-style: none; padding: 0; columns: 2; } .checks .mark { display: inline-block; min-width: 1.4em; font-weight: 700; } .checks .no .mark { color: var(--bad); }
.signatures { margin-top: 40px; display: grid; gap: 22px; break-inside: avoid; }
.signatures .line { display: inline-block; min-width: 11em; border-bottom: 1px solid var(--ink); padding: 0 8px; margin-inline-end: 24px; } .signatures .line.short { min-width: 8em; }
@media (max-width: 640px) { .facts div { grid-template-columns: 1fr; } .checks { columns: 1; } .cover h1 { font-size: 26px; } }
@media print {
  @page { size: A4; margin: 18mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  .cover { min-height: 0; height: 250mm; border: 0; margin: 0; break-after: page; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; } th, td { padding: 2px 4px; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  tr, .chart, .notice { break-inside: avoid; } h2, h3 { break-after: avoid; }
}
`;
