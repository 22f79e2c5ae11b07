// Where Google's world meets ours: the functions that Google calls, and the services that ours are given.
import * as z from "zod/mini";
import { dateTimeAt } from "../shared/kernel/date-time.ts";
import { definitionSource } from "./definitions/held-definitions.ts";
import { readCentre } from "./read-centre.ts";
import { makeRpc, type RpcSurroundings } from "./rpc.ts";
import { AppsScriptSheetHost } from "./sheets/apps-script-sheet-host.ts";
import { backendDeps } from "./sync/api-client.ts";
import { Backend } from "./sync/backend.ts";
import type { TextStore } from "./sync/reference-cache.ts";
import { hashText } from "./sync/row-hash.ts";
import { syncWorkbook } from "./sync/sync-workbook.ts";
import { uuidsFrom } from "./sync/uuid-source.ts";
import { openWorkbook } from "./sync/workbook.ts";
import { buildMenu, installTriggers, isAuthorised, markEdited, readEditedAt } from "./triggers.ts";

// Apps Script has no `new Function`; and trying costs time at every click.
z.config({ jitless: true });

/** How long a run waits for another run to finish writing. */
const LOCK_PATIENCE_MS = 20_000;

function surroundings(): RpcSurroundings {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (!book) throw new Error("there is no active spreadsheet");
  let ids: (() => string) | undefined;
  const host = new AppsScriptSheetHost(book);
  const backend = new Backend(backendDeps());
  const now = () => Date.now();
  return {
    host,
    backend,
    definitions: definitionSource({ host, backend, now, withLock }),
    now,
    newId: () => {
      ids ??= uuidsFrom(Utilities.getUuid());
      return ids();
    },
    withLock,
    store: documentStore(),
    user: () => {
      const email = Session.getEffectiveUser().getEmail();
      return email ? { email, key: hashText(email) } : null;
    },
    installTriggers: () => {
      installTriggers();
    },
    editedAt: () => {
      const at = readEditedAt();
      return at === null ? null : dateTimeAt(at, "Asia/Shanghai");
    },
  };
}

/** Outside a document there is no lock, and nobody to be kept out. */
function withLock<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  lock?.waitLock(LOCK_PATIENCE_MS);
  try {
    return work();
  } finally {
    if (lock) {
      SpreadsheetApp.flush();
      lock.releaseLock();
    }
  }
}

function documentStore(): TextStore {
  const properties = () => PropertiesService.getDocumentProperties();
  return {
    read: () => properties()?.getProperties() ?? {},
    write: (texts, deleted) => {
      properties()?.setProperties({ ...texts });
      for (const key of deleted) properties()?.deleteProperty(key);
    },
  };
}

/** Brings whatever the workbook is up to date; the error, if any, is in the workbook's last report. */
function synchronise(manual: boolean): void {
  const given = surroundings();
  const opened = openWorkbook(given.host);
  if (!opened) return;
  if (opened.meta.mode === "centre") readCentre(given);
  else syncWorkbook(given, manual);
}

function show(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title));
}

export function onOpen(): void {
  buildMenu();
}

export function onInstall(): void {
  onOpen();
}

export function nudge(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (isAuthorised()) markEdited(event);
}

export function everyHour(): void {
  if (!isAuthorised() || !SpreadsheetApp.getActiveSpreadsheet()) return;
  synchronise(false);
}

export function openLogCase(): void {
  show("case-form", "登记办件");
}
export function openTodos(): void {
  show("todos", "我的待办");
}
export function openCase(): void {
  show("case", "办件详情");
}
export function openPeriods(): void {
  show("periods", "签认和上报");
}
export function openSync(): void {
  show("sync", "同步情况");
}
export function openSettings(): void {
  show("settings", "设置");
}

export function syncNow(): void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (!openWorkbook(new AppsScriptSheetHost(book))) {
    openSettings();
    return;
  }
  book.toast("正在同步…", "便民大厅台账", -1);
  synchronise(true);
  book.toast("同步完成;详情见“同步情况”。", "便民大厅台账", 5);
}

const rpc = makeRpc(surroundings);

export const {
  bootstrap,
  definitions,
  listHalls,
  setUpWorkbook,
  sheetChoices,
  chooseSheets,
  saveSettings,
  saveRow,
  uploadFile,
  todos,
  rowHistory,
  sync,
  showYear,
  syncState,
  resolveConflict,
  giveReason,
  settleMissing,
  selectRow,
  periods,
  period,
  completePeriods,
} = rpc;
