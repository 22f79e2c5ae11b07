// The look of stacked forms, of matrices, and of printed pieces: posters, signs, diagrams.

export const PIECE_STYLE = `
.stacked { display: grid; gap: 12px; max-width: 46em; margin: 0; }
.stacked label { display: grid; gap: 3px; }
.stacked label > span { font-size: 14px; color: var(--soft); }
.stacked input, .stacked textarea, .stacked select { width: 100%; }
.stacked input[type=checkbox] { width: auto; justify-self: start; }
.ticks { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 0; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; }
.ticks legend { font-size: 14px; color: var(--soft); }
.ticks .tick { display: inline-flex; align-items: center; gap: 6px; }
.notice ul { margin: 4px 0 0; padding-inline-start: 20px; }
.poster { max-width: 800px; margin: 0 auto 24px; padding: 48px 56px 28px; background: var(--card); border: 3px double var(--brand); border-radius: 4px; }
.poster h1 { margin: 0 0 28px; text-align: center; font-size: 40px; letter-spacing: 0.08em; color: var(--brand); }
.poster ol { margin: 0; padding-inline-start: 1.6em; font-size: 21px; line-height: 1.75; display: grid; gap: 12px; }
.poster footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin-top: 36px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 16px; }
.poster .scope { display: grid; gap: 10px; }
.poster .scope h2 { margin: 0 0 2px; font-size: 18px; color: var(--brand); }
.poster .scope p { margin: 0; font-size: 16px; line-height: 1.6; }
.poster .scope small { color: var(--soft); }
.poster.landscape { max-width: 1120px; }
.poster.sign { display: grid; place-items: center; aspect-ratio: 297 / 150; padding: 24px; background: var(--brand); border: 0; outline: 3px solid #fff; outline-offset: -14px; }
.poster.sign p { margin: 0; max-width: none; color: #fff; font-size: clamp(22px, 4.6vw, 58px); font-weight: 700; letter-spacing: 0.1em; text-align: center; }
.poster.plain-poster { padding: 20px; border-width: 1px; border-style: solid; }
.flow { display: block; width: 100%; height: auto; }
.matrix td { text-align: center; white-space: nowrap; }
.matrix th[scope=col] { min-width: 6em; }
.on-site { max-width: 46em; }
.on-site-item { display: grid; gap: 10px; }
.on-site-item h3, .on-site-item p { margin: 0; }
.on-site-item label { display: grid; gap: 3px; }
.on-site-item label > span { font-size: 14px; color: var(--soft); }
.on-site-item select, .on-site-item textarea, .on-site-item input[type=file] { width: 100%; min-height: 44px; }
.on-site-item button { min-height: 44px; }
.on-site-item .badge { white-space: normal; border-radius: 8px; }
.on-site-state { position: sticky; top: 0; z-index: 2; padding: 8px 0; background: var(--paper); }
.item-problem { padding: 8px 12px; border-inline-start: 4px solid var(--bad); background: var(--bad-paper); color: var(--bad); }
.item-problem button { margin-inline-start: 8px; }
.windows { list-style: none; margin: 0; padding: 0; }
.photos { grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); }
.photos img { max-width: 100%; height: auto; }
.blank-sheet table { width: 100%; border-collapse: collapse; }
.blank-sheet th, .blank-sheet td { border: 1px solid #555; height: 2.4em; }
@media (max-width: 640px) {
  .poster { padding: 20px 16px; }
  .poster h1 { font-size: 28px; margin-bottom: 16px; }
  .poster ol { font-size: 17px; }
}
@media print {
  /* What hangs on a wall, or is handed over, bears the hall's name and nothing of the product's. */
  body:has(.poster, .paper) > .head, body:has(.poster, .paper) > .demo-line { display: none; }
  body:has(.poster, .paper) main { padding: 0; }
  .poster { max-width: none; margin: 0; break-inside: avoid; }
  .poster .scope { display: block; columns: 2; column-gap: 28px; }
  .poster .scope section { break-inside: avoid; margin-bottom: 8px; }
  .poster .scope h2 { font-size: 15px; }
  .poster .scope p { font-size: 13px; line-height: 1.5; }
  .poster.sign { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .poster.landscape { page: landscape; }
}
@page landscape { size: A4 landscape; }
`;
