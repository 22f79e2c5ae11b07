// Shows menus, sidebars, dialogs and toasts in the window an execution was started from.
import type { HostImplementation, UiOperations } from "../protocol/host-operations.ts";
import { type ExecutionContext, ScriptRefusal, type ScriptWindow } from "./execution-context.ts";
import type { HostServices } from "./host-services.ts";

export function uiOperations(
  services: HostServices,
  execution: ExecutionContext,
): Pick<HostImplementation, keyof UiOperations> {
  const window = (): ScriptWindow => {
    if (!execution.window) {
      throw new ScriptRefusal("Cannot call SpreadsheetApp.getUi() from this context.");
    }
    return execution.window;
  };
  return {
    "ui.require": () => {
      window();
    },
    "ui.menu": (title, items) => window().setMenu(title, items),
    "ui.sidebar": (page) => window().showSidebar(page),
    "ui.dialog": (page, isModal) => window().showDialog(page, isModal),
    "ui.alert": async (title, text, buttons) =>
      (await window().askPerson({ kind: "alert", title, text, buttons })).button,
    "ui.prompt": (title, text, buttons) => window().askPerson({ kind: "prompt", title, text, buttons }),
    "ui.toast": (workbookId, text, title, seconds) => {
      // A toast from a trigger shows wherever the workbook is open.
      if (execution.window) execution.window.showToast(text, title, seconds);
      else services.showToast(workbookId, text, title, seconds);
    },
    "ui.selection": () => execution.window?.selection ?? null,
    "ui.select": (range) => execution.window?.select(range),
    "ui.activateSheet": (sheet) =>
      execution.window?.select({ ...sheet, row: 0, column: 0, rows: 1, columns: 1 }),
  };
}
