// The look of tables: they scroll in frames of their own, with heads and first columns that stay in sight.

export const TABLE_STYLE = `
.scroll { position: relative; overflow: auto; max-width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: 0 0 12px; }
.scroll.tall { max-height: 78vh; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 15px; }
caption { padding: 10px 14px; text-align: start; color: var(--soft); font-size: 14px; }
th, td { padding: 8px 12px; text-align: start; vertical-align: top; border-bottom: 1px solid #e4e9ee; }
thead th { position: sticky; top: 0; z-index: 2; background: #e8eef3; font-weight: 600; font-size: 14px; line-height: 1.35; vertical-align: bottom; border-bottom: 1px solid #b8c5d0; }
tbody th { font-weight: 600; background: var(--card); }
.figures tbody th[scope=row], .figures tfoot th, .figures thead tr:first-child th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; border-inline-end: 1px solid var(--line); }
.figures thead tr:first-child th:first-child { z-index: 3; }
.figures th[scope=row] { min-width: 8.5em; max-width: 16em; }
.figures td, .figures thead th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures thead th.number { min-width: 5.5em; max-width: 10em; white-space: normal; }
.figures tfoot td, .figures tfoot th { position: sticky; bottom: 0; font-weight: 700; background: #eef3f6; border-top: 2px solid #9fb0bf; border-bottom: 0; }
.figures tfoot th { z-index: 2; }
.figures th.group { background: #f3f6f8; color: var(--soft); font-size: 14px; text-align: start; }
.figures th.group span { position: sticky; inset-inline-start: 12px; }
.figures td.first, .figures th.first { border-inline-start: 1px solid var(--line); }
.nothing { color: #6b7885; }
tbody tr:hover td, tbody tr:hover th[scope=row] { background: #f3f8fb; }
.rows tbody th, .trace tbody th { white-space: nowrap; }
.rows td { white-space: nowrap; }
.rows td.wrap { white-space: normal; min-width: 9em; }
.rows td.number { text-align: end; font-variant-numeric: tabular-nums; }
.bad-figure { font-weight: 700; }
.bad-figure a { color: var(--bad); }
.trace td { white-space: nowrap; }
.trace td.wrap { white-space: normal; min-width: 14em; }
.trace tr.off td, .trace tr.off th { color: var(--soft); background: #f4f6f8; }
.trace tr.due td, .trace tr.due th { background: var(--warn-paper); font-weight: 600; }
.month-grid td { min-width: 2.6em; padding: 4px; text-align: center; }
.month-grid td.day-off { background: #eef1f4; }
.month-grid .badge { padding: 0 5px; text-decoration: none; }
.pager { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin: 12px 0; }
.figures td.words { text-align: start; white-space: nowrap; }
.figures td.words.wrap { white-space: normal; min-width: 7em; }
.block-table { margin: 26px 0 12px; }
.table-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 18px; }
.table-line h3 { margin: 0 0 6px; font-size: 18px; }
.exports { font-size: 14px; }
.chart { margin: 18px 0; padding: 12px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; }
.chart figcaption { font-weight: 600; margin-bottom: 4px; }
.chart svg { display: block; max-width: 100%; height: auto; min-width: 560px; }
.tabs { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 0 10px; border-bottom: 1px solid var(--line); }
.tabs a { padding: 7px 16px; border: 1px solid transparent; border-bottom: 0; border-radius: 8px 8px 0 0; text-decoration: none; }
.tabs a[aria-current=page] { background: var(--card); border-color: var(--line); color: var(--ink); font-weight: 600; }
.address { overflow-wrap: anywhere; }
progress { width: 100%; height: 14px; }
.told { color: var(--soft); font-size: 14px; }
@media (max-width: 640px) {
  th, td { padding: 7px 9px; }
  .figures th[scope=row] { min-width: 7em; max-width: 8.5em; }
}
`;
