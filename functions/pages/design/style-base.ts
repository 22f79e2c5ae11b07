// The look of the pages: colours, type, head, panels, forms. Contrast of text is at least 4.5 to 1.

export const BASE_STYLE = `
:root { color-scheme: light; --ink: #1b2733; --soft: #51606f; --line: #d3dbe3; --paper: #f3f6f8; --card: #fff; --brand: #0b4a6f; --link: #0a5a8c; --bad: #a3190f; --bad-paper: #fdecea; --warn: #7a4a00; --warn-paper: #fff4dc; --good: #17603a; --good-paper: #e5f4ea; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; overflow-wrap: break-word; }
/* Among Latin letters the quotation marks of a Chinese font are too wide. */
html:lang(en) body { font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: var(--link); text-underline-offset: 3px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #d97a00; outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: 8px; top: -60px; z-index: 10; padding: 8px 16px; background: var(--card); }
.skip:focus { top: 8px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.head { background: var(--brand); color: #fff; }
.head-in { max-width: 1480px; margin: 0 auto; padding: 10px 20px; display: flex; flex-wrap: wrap; align-items: center; gap: 6px 24px; }
.head a { color: #fff; }
.brand { font-size: 18px; font-weight: 700; text-decoration: none; }
.head nav { display: flex; flex-wrap: wrap; gap: 4px 18px; }
.head-end { margin-inline-start: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; }
.account { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin: 0; }
.account .who::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-inline-end: 6px; border-radius: 50%; background: #8fe0b0; }
.demo-line { margin: 0; max-width: none; padding: 4px 20px; background: var(--warn-paper); color: var(--warn); font-size: 14px; text-align: center; }
main { max-width: 1480px; margin: 0 auto; padding: 20px 20px 64px; }
h1 { margin: 8px 0 4px; font-size: 26px; line-height: 1.3; }
h2 { margin: 36px 0 8px; font-size: 19px; line-height: 1.35; }
.panel > h2:first-child { margin-top: 0; }
h3 { margin: 20px 0 6px; font-size: 16px; }
p { margin: 0 0 10px; max-width: 62em; }
.lead { font-size: 18px; }
.soft { color: var(--soft); }
.small { font-size: 14px; }
.title-line { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 24px; margin-bottom: 12px; }
.title-line .end { margin-inline-start: auto; }
.crumbs { margin: 0 0 4px; font-size: 14px; }
.places { display: flex; flex-wrap: wrap; gap: 6px 8px; margin: 0 0 14px; font-size: 15px; }
.places a { padding: 3px 12px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); text-decoration: none; }
.places a[aria-current] { background: var(--brand); border-color: var(--brand); color: #fff; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 20px; margin: 0 0 20px; }
.notice { padding: 10px 14px; border-inline-start: 4px solid var(--warn); background: var(--warn-paper); color: var(--warn); border-radius: 4px; }
.problem { max-width: 46em; margin: 32px auto; padding: 24px 28px; background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--warn); border-radius: 10px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; }
.button, button { display: inline-block; padding: 9px 18px; border: 1px solid var(--brand); border-radius: 8px; background: var(--brand); color: #fff; font: inherit; text-decoration: none; cursor: pointer; }
.button:hover, button:hover { background: #083a57; }
button.quiet { padding: 3px 12px; border-color: #8fb3c7; background: transparent; color: #fff; white-space: nowrap; }
.button.plain, button.plain { background: var(--card); color: var(--link); border-color: var(--line); }
.button.plain:hover, button.plain:hover { background: var(--paper); }
input, textarea, select { padding: 8px 10px; border: 1px solid #7d8b99; border-radius: 6px; background: #fff; color: inherit; font: inherit; max-width: 100%; }
.row-form { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 12px; margin: 0; }
.stack { display: grid; gap: 10px; max-width: 46em; }
.stack label { display: grid; gap: 2px; font-size: 14px; color: var(--soft); }
.stack textarea { min-height: 11em; width: 100%; font-family: ui-monospace, monospace; font-size: 14px; }
.message-text { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: 14px; margin: 6px 0 0; }
.row-form label { display: grid; min-width: 0; max-width: 100%; gap: 2px; font-size: 14px; color: var(--soft); }
.row-form label.check, .checks label { display: flex; align-items: baseline; gap: 6px; }
.row-form label.check { align-self: center; }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(11em, 1fr)); gap: 4px 12px; width: 100%; margin: 0; padding: 8px 14px; border: 1px solid var(--line); border-radius: 6px; }
.row-form .checks label { display: flex; }
.marks { display: flex; flex-wrap: wrap; gap: 4px 10px; }
.field { display: grid; gap: 4px; margin: 0 0 14px; border: 0; padding: 0; max-width: 46em; }
.field > span:first-child, .field legend { font-weight: 600; }
.field legend { padding: 0; margin-bottom: 4px; }
.field legend .small { display: block; font-weight: 400; }
.field input:not([type=checkbox]), .field select, .field textarea { width: fit-content; min-width: min(22em, 100%); }
.field textarea { width: 100%; }
.field [aria-invalid] { border-color: var(--bad); border-width: 2px; }
.field-problem { display: block; color: var(--bad); font-size: 14px; }
.ledger-form > .notice { margin: 0 0 16px; }
.columns + .panel { margin-top: 20px; }
.checklist, .files { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.checklist li { display: grid; grid-template-columns: minmax(8em, 12em) auto 1fr auto; gap: 6px 10px; align-items: center; }
.checklist li input, .checklist li select { min-width: 0 !important; }
.files img { display: block; border: 1px solid var(--line); border-radius: 6px; }
.step { border-top: 1px solid var(--line); padding: 8px 0; }
.step summary { cursor: pointer; font-weight: 600; color: var(--link); padding: 4px 0; }
.step .ledger-form { margin: 8px 0 0; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 999px; border: 1px solid currentColor; font-size: 13px; line-height: 1.5; white-space: nowrap; background: var(--card); color: var(--soft); }
.badge.bad { color: var(--bad); background: var(--bad-paper); }
.badge.warn { color: var(--warn); background: var(--warn-paper); }
.badge.good { color: var(--good); background: var(--good-paper); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 0 0 20px; padding: 0; }
.tile { display: flex; flex-direction: column; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
.tile dt { color: var(--soft); font-size: 14px; }
.tile dd { margin: 0; font-size: 26px; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile dd.note { font-size: 13px; font-weight: 400; color: var(--soft); }
.tile.bad { border-color: #d99; border-inline-start: 5px solid var(--bad); }
.facts { margin: 0; display: grid; gap: 6px; }
.facts div { display: grid; grid-template-columns: minmax(9em, 14em) 1fr; gap: 0 20px; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; white-space: pre-line; min-width: 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 20px; align-items: start; }
.columns > .panel { margin: 0; }
.columns.points { align-items: stretch; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: 10px; grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr)); }
.person { display: block; height: 100%; padding: 12px 14px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; text-decoration: none; color: inherit; }
.person:hover { border-color: var(--link); box-shadow: 0 1px 6px #0002; }
.person b { display: block; font-size: 17px; color: var(--link); }
.person span { font-size: 14px; color: var(--soft); }
.timeline { list-style: none; margin: 0; padding: 0; }
.timeline > li { position: relative; padding: 0 0 14px 22px; border-inline-start: 2px solid var(--line); margin-inline-start: 6px; }
.timeline > li::before { content: ""; position: absolute; left: -6px; top: 8px; width: 10px; height: 10px; border-radius: 50%; background: var(--brand); }
.timeline time, .timeline .date { display: block; color: var(--soft); font-size: 14px; font-variant-numeric: tabular-nums; }
.changes { margin: 4px 0; padding-inline-start: 20px; font-size: 15px; }
.changes del { color: var(--soft); }
.changes ins { text-decoration: none; font-weight: 600; }
.flag { color: var(--bad); font-size: 0.8em; margin-inline-end: 0.25em; }
@media (max-width: 640px) {
  .title-line .end { margin-inline-start: 0; }
  .title-line form { order: 3; }
  .button, button { padding: 7px 12px; }
  main { padding: 14px 12px 48px; }
  .head-in { padding: 8px 12px; }
  .head-end { margin-inline-start: 0; }
  h1 { font-size: 22px; }
  .panel { padding: 12px 14px; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  .checklist li { grid-template-columns: minmax(0, 1fr) auto; }
  .field .checklist li > input:not([type=checkbox]) { grid-column: 1 / -1; width: 100%; box-sizing: border-box; }
  .facts { gap: 10px; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tile dd { font-size: 22px; }
}
`;
