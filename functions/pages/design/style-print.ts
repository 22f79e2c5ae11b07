// How pages look on paper: no navigation, no frames, black on white, tables whole.

export const PRINT_STYLE = `
@media print {
  @page { margin: 14mm; }
  body { background: #fff; font-size: 11pt; }
  .head nav, .head-end, .skip, .no-print, .pager { display: none; }
  .head { background: none; color: #000; border-bottom: 1px solid #000; }
  .head a, a { color: #000; text-decoration: none; }
  main { max-width: none; padding: 8px 0; }
  .scroll, .scroll.tall { overflow: visible; max-height: none; border: 0; }
  .panel, .tile { border: 1px solid #999; break-inside: avoid; }
  table { font-size: 9pt; }
  th, td { padding: 3px 6px; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  thead th, .figures tbody th[scope=row], .figures tfoot td, .figures tfoot th { position: static; }
  tr, .chart { break-inside: avoid; }
  .chart svg { min-width: 0; }
  h2, h3 { break-after: avoid; }
}
`;
