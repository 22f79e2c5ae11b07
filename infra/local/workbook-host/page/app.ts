// The spreadsheet page: joins the view, the server, the menus, the sidebar and the messages.
import type { PageEdit } from "../protocol/page-edits.ts";
import type { ServerMessage, UiMessage, ViewChange, ViewChart } from "../protocol/page-messages.ts";
import type { WireMenuItem } from "../protocol/wire.ts";
import { interceptCells } from "./cell-interceptors.ts";
import { showCharts } from "./charts.ts";
import { captureEdits } from "./edit-capture.ts";
import { Frames } from "./frames.ts";
import { hostMenus } from "./host-menus.ts";
import { MenuBar, type MenuEntry } from "./menus.ts";
import { getElement, readSettings } from "./page-settings.ts";
import { askQuestion } from "./questions.ts";
import { ServerLink } from "./server-link.ts";
import { SheetView } from "./sheet-view.ts";
import { offerTestHandle } from "./test-handle.ts";
import { showStatus, showToast } from "./toasts.ts";
import { startUniver } from "./univer-instance.ts";

const settings = readSettings();
const link = new ServerLink(settings);
const running = startUniver(getElement("host-sheet"));
const view: SheetView = new SheetView(running, () => interceptCells(running.univer, view));
const menus = new MenuBar();
const charts = new Map<number, readonly ViewChart[]>();
const frames = new Frames(
  (name, args) => link.call(name, args, view.selection()),
  () => view.focus(),
);

let isLoaded = false;
/** A selection that a script asked for on a sheet the page has not been told of yet. */
let wanted: Extract<UiMessage, { kind: "select" }> | undefined;
/** Put off while the picture is on its way, or while a cell's editor is open. */
const putOff: (() => void)[] = [];
/** Edits leave one after the other, so that they arrive in the order they were made. */
let sending: Promise<void> = Promise.resolve();

/** Who waits for the cell's editor to close. */
const waitingForEditor: (() => void)[] = [];

/** A picture put in place of the one before would take an open editor away, with what is being typed into it. */
async function editorClosed(): Promise<void> {
  while (view.isEditing()) await new Promise<void>((resolve) => waitingForEditor.push(resolve));
}

async function loadPicture(): Promise<void> {
  isLoaded = false;
  const picture = await link.picture();
  // Somebody may have begun to type while it was on its way; what changes meanwhile is put off behind it.
  await editorClosed();
  const before = view.load(picture);
  await view.whenPainted();
  if (before) view.select(before.sheetId, before);
  link.sequence = picture.sequence;
  charts.clear();
  for (const sheet of picture.sheets) charts.set(sheet.id, sheet.charts);
  isLoaded = true;
  if (wanted && view.select(wanted.sheetId, wanted.area)) wanted = undefined;
  catchUp();
  document.body.dataset.loaded = String(Number(document.body.dataset.loaded ?? "0") + 1);
}

function applyChanges(changes: readonly ViewChange[]): void {
  for (const change of changes) {
    if (change.kind === "reload") void loadPicture();
    else if (change.kind === "charts") charts.set(change.sheetId, change.charts);
    else view.apply(change);
  }
}

/** Does it now, or after what is being typed is done: changes under an open editor would destroy its text. */
function whenFree(action: () => void): void {
  putOff.push(action);
  catchUp();
}

function catchUp(): void {
  while (isLoaded && !view.isEditing()) {
    const action = putOff.shift();
    if (!action) return;
    action();
  }
}

function takeChanges(message: Extract<ServerMessage, { kind: "changes" }>): void {
  if (message.sequence <= link.sequence) return;
  link.sequence = message.sequence;
  applyChanges(message.changes);
}

function send(edits: readonly PageEdit[]): void {
  if (edits.length === 0) return;
  // The places in an edit are those of this moment, whatever arrives before it leaves.
  const { sequence } = link;
  sending = sending.then(async () => {
    try {
      const outcome = await link.edit(edits, sequence);
      if (outcome.ok) return;
      const { corrections } = outcome;
      if (corrections) whenFree(() => applyChanges(corrections));
      else await loadPicture();
      showToast({ title: "未保存 Not saved", text: outcome.message ?? "", seconds: 12, isError: true });
    } catch {
      showToast({
        title: "未保存 Not saved",
        text: "连接中断，请重新载入页面。 The connection was lost; reload the page.",
        seconds: -1,
        isError: true,
      });
    }
  });
}

async function runMenu(label: string, functionName: string): Promise<void> {
  showStatus(`正在运行 Running: ${label}…`);
  try {
    const outcome = await link.menu(functionName, view.selection());
    if (!outcome.ok) {
      showToast({
        title: `${label}: ${outcome.name ?? "Error"}`,
        text: outcome.message ?? "",
        seconds: -1,
        isError: true,
      });
    }
  } finally {
    showStatus("");
  }
}

function menuEntries(items: readonly WireMenuItem[]): MenuEntry[] {
  return items.map((item): MenuEntry => {
    if (item.kind === "separator") return { kind: "separator" };
    if (item.kind === "menu") return { kind: "menu", label: item.label, entries: menuEntries(item.items) };
    return { kind: "item", label: item.label, run: () => void runMenu(item.label, item.functionName) };
  });
}

function takeUi(ui: UiMessage): void {
  switch (ui.kind) {
    case "menu":
      // An add-on's menu stands under Extensions; one that a script names itself gets a place of its own.
      if (ui.title === "") menus.set("extensions", "扩展程序 Extensions", menuEntries(ui.items));
      else menus.set(`menu:${ui.title}`, ui.title, menuEntries(ui.items));
      return;
    case "sidebar":
      frames.openSidebar(ui);
      return;
    case "dialog":
      frames.openDialog(ui);
      return;
    case "question":
      void askQuestion(ui).then(({ button, text }) => link.answer(ui.id, button, text));
      return;
    case "toast":
      showToast(ui);
      return;
    case "select":
      wanted = isLoaded && view.select(ui.sheetId, ui.area) ? undefined : ui;
      return;
  }
}

for (const menu of hostMenus({
  settings,
  send,
  selection: () => view.selection(),
  showCharts: () => showCharts(charts.get(view.selection()?.sheetId ?? -1) ?? []),
})) {
  menus.set(menu.id, menu.label, menu.entries);
}

captureEdits(running.univer, view, {
  edited: send,
  refused: () =>
    showToast({
      title: "受保护 Protected",
      text: "您没有权限编辑这个区域。 You cannot edit this range.",
      seconds: 6,
      isError: true,
    }),
  // The editor closes before its entry is written: catch up after that.
  editingEnded: () =>
    setTimeout(() => {
      for (const go of waitingForEditor.splice(0)) go();
      catchUp();
    }),
});
offerTestHandle(running, view);

link.connect(
  (message) => {
    if (message.kind === "hello") {
      frames.origin = message.frameOrigin;
      showStatus("");
      void loadPicture().catch((error: unknown) =>
        showToast({ title: "无法载入 Cannot load", text: String(error), seconds: -1, isError: true }),
      );
    } else if (message.kind === "changes") whenFree(() => takeChanges(message));
    else takeUi(message.ui);
  },
  () => showStatus("连接中断，正在重连… Reconnecting…"),
);
