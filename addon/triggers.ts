// What Google calls by itself: opening, installing, edits and the clock; none of it ever asks for a user interface.
import { INSTALLABLE_TRIGGERS, MENU_ITEMS } from "./entry-points.ts";
import { EDITED_AT, SYNC_COLUMNS } from "./sync/sync-workbook.ts";

/** Only the menu: before first use nothing else is allowed, and opening has to stay quick. */
export function buildMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const { name, label } of MENU_ITEMS) menu.addItem(`${label.zh} ${label.en}`, name);
  menu.addToUi();
}

/** One trigger of each kind for each person and document is all that an add-on may have. */
export function installTriggers(): void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (!book) return;
  const existing = new Set(
    ScriptApp.getUserTriggers(book)
      .concat(ScriptApp.getProjectTriggers())
      .map((trigger) => trigger.getHandlerFunction()),
  );
  const { edit, clock } = INSTALLABLE_TRIGGERS;
  if (!existing.has(edit)) ScriptApp.newTrigger(edit).forSpreadsheet(book).onEdit().create();
  if (!existing.has(clock)) ScriptApp.newTrigger(clock).timeBased().everyHours(1).create();
}

/** True while the person who made the trigger has not taken the permission back. */
export function isAuthorised(): boolean {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
}

/** Marks edited rows as waiting; the next synchronisation compares contents and does not rely on this. */
export function markEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const properties = PropertiesService.getDocumentProperties();
  const known: unknown = JSON.parse(properties?.getProperty(SYNC_COLUMNS) ?? "{}");
  if (typeof known !== "object" || known === null || !event.range) return;
  const sheet = event.range.getSheet();
  const columns: unknown = Reflect.get(known, String(sheet.getSheetId()));
  if (!Array.isArray(columns)) return;
  const [state, typist]: unknown[] = columns;
  const first = Math.max(2, event.range.getRow());
  const rows = event.range.getLastRow() - first + 1;
  if (typeof state !== "number" || typeof typist !== "number" || rows < 1) return;
  const fill = (column: number, text: string) =>
    sheet.getRange(first, column, rows, 1).setValues(Array.from({ length: rows }, () => [text]));
  fill(state, "待同步");
  // Google tells who it was where the organisation allows it; else nobody is claimed.
  fill(typist, event.user?.getEmail() ?? "");
  properties?.setProperty(EDITED_AT, String(Date.now()));
}

export function readEditedAt(): number | null {
  const text = PropertiesService.getDocumentProperties()?.getProperty(EDITED_AT);
  return text ? Number(text) : null;
}
