// How a sheet of Google's looks and who may write where: header, widths, marks, protections, from a layout.
import { restoreRules } from "./apps-script-rules.ts";
import { letters } from "./ledger-layout.ts";
import type { ColumnLayout, SheetLayout } from "./sheet-host.ts";
import { runsOf, strokesOf } from "./write-plan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Protections that are ours carry this; others are left alone. */
const OURS = "hall-ledger";
const HEADER_BACKGROUND = "#e8f0fe";
const GUARDED_BACKGROUND = "#f1f3f4";

export function widthOf({ columns }: SheetLayout): number {
  return Math.max(...columns.map(({ column }) => column), 1);
}

/** Everything about a sheet but its values; the sheet is wide enough already. */
export function layOut(at: Sheet, layout: SheetLayout): void {
  const width = widthOf(layout);
  layOutHeader(at, layout.columns);
  restoreRules(at, layout);
  if (layout.columns.length > 0) {
    at.setFrozenRows(1);
    // The number stays in sight however far one scrolls.
    at.setFrozenColumns(1);
  }
  at.setTabColor(layout.tabColor);
  at.setConditionalFormatRules(
    layout.marks.map(({ formula, background, color, bold }) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBackground(background)
        .setFontColor(color)
        .setBold(bold)
        .setRanges([at.getRange(`A2:${letters(width)}`)])
        .build(),
    ),
  );
  protect(at, layout);
  if (layout.hidden) at.hideSheet();
}

/** Side by side as far as possible: a call for each cell would take minutes for a workbook of many ledgers. */
function layOutHeader(at: Sheet, columns: readonly ColumnLayout[]): void {
  for (const run of runsOf(columns, () => "")) {
    const first = run[0]?.column ?? 1;
    const head = at.getRange(1, first, 1, run.length);
    const wanted = run.map(({ header }) => header);
    if (head.getDisplayValues()[0]?.some((text, index) => text !== wanted[index])) head.setValues([wanted]);
    head.setNotes([run.map(({ note }) => note)]);
    head.setFontWeight("bold");
    head.setBackgrounds([run.map(({ guarded }) => (guarded ? GUARDED_BACKGROUND : HEADER_BACKGROUND))]);
  }
  for (const stroke of strokesOf(columns, ({ width }) => String(width))) {
    at.setColumnWidths(stroke.column, stroke.columns, stroke.like.width);
  }
  for (const { column, hidden } of columns) if (hidden) at.hideColumns(column);
}

/**
 * The header can be changed by whoever set the workbook up, and nobody else. What every clerk's own sync has to
 * write (numbers, states, ids, the index) only warns: a lock would keep out the script that runs for the clerk.
 */
function protect(at: Sheet, layout: SheetLayout): void {
  const kinds = [SpreadsheetApp.ProtectionType.RANGE, SpreadsheetApp.ProtectionType.SHEET];
  for (const old of kinds.flatMap((kind) => at.getProtections(kind))) {
    if (old.getDescription().startsWith(OURS)) old.remove();
  }
  if (layout.guarded) {
    at.protect().setDescription(`${OURS}: ${at.getName()}`).setWarningOnly(true);
    return;
  }
  const header = at.getRange(1, 1, 1, widthOf(layout)).protect().setDescription(`${OURS}: 表头 header`);
  // First oneself, then the others out: the other way round one may lock oneself out.
  header.addEditor(Session.getEffectiveUser());
  const me = Session.getEffectiveUser().getEmail();
  header.removeEditors(header.getEditors().filter((editor) => editor.getEmail() !== me));
  if (header.canDomainEdit()) header.setDomainEdit(false);
  const rows = at.getMaxRows() - 1;
  for (const run of runsOf(layout.columns, ({ guarded }) => String(guarded))) {
    const [first] = run;
    if (!first?.guarded) continue;
    at.getRange(2, first.column, rows, run.length)
      .protect()
      .setDescription(`${OURS}: 系统栏 filled in by the add-on`)
      .setWarningOnly(true);
  }
}
