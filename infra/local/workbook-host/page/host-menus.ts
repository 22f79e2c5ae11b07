// The host's own menus: file, data and help.
import type { PageEdit } from "../protocol/page-edits.ts";
import type { MenuEntry } from "./menus.ts";
import { make, type PageSettings } from "./page-settings.ts";
import type { Selection } from "./server-link.ts";

interface Given {
  readonly settings: PageSettings;
  readonly send: (edits: readonly PageEdit[]) => void;
  readonly selection: () => Selection | undefined;
  readonly showCharts: () => void;
}

/** Posts a form, so that the answer's redirect opens as a page. */
function postForm(action: string, fields: Record<string, string>): void {
  const inputs = Object.entries(fields).map(([name, value]) =>
    make("input", { type: "hidden", name, value }),
  );
  const form = make("form", { action, method: "post", hidden: true }, ...inputs);
  document.body.append(form);
  form.submit();
}

export function hostMenus({
  settings,
  send,
  selection,
  showCharts,
}: Given): { id: string; label: string; entries: MenuEntry[] }[] {
  const go = (address: string) => (): void => window.location.assign(address);
  const sort = (ascending: boolean) => (): void => {
    const at = selection();
    if (!at) return;
    const { sheetId, row, column, rows, columns } = at;
    // A selection of several rows is sorted by itself; a single cell means the whole table.
    const area = rows > 1 && columns > 1 ? { area: { row, column, rows, columns } } : {};
    send([{ kind: "sort", sheetId, column, ascending, ...area }]);
  };
  const hideSheet = (): void => {
    const at = selection();
    if (at) send([{ kind: "hide-sheet", sheetId: at.sheetId, hidden: true }]);
  };
  return [
    {
      id: "file",
      label: "文件 File",
      entries: [
        { kind: "item", label: "工作簿列表 All workbooks", run: go("/workbooks") },
        {
          kind: "item",
          label: "制作副本 Make a copy",
          run: () =>
            postForm(`/workbooks/${encodeURIComponent(settings.workbookId)}/copy`, { user: settings.user }),
        },
      ],
    },
    {
      id: "data",
      label: "数据 Data",
      entries: [
        { kind: "item", label: "按此列升序排序 Sort A → Z", run: sort(true) },
        { kind: "item", label: "按此列降序排序 Sort Z → A", run: sort(false) },
        { kind: "separator" },
        { kind: "item", label: "隐藏此工作表 Hide this sheet", run: hideSheet },
        { kind: "item", label: "图表 Charts", run: showCharts },
      ],
    },
    {
      id: "extensions",
      label: "扩展程序 Extensions",
      entries: [{ kind: "item", label: "（无 None）", run: () => undefined, isDisabled: true }],
    },
    {
      id: "help",
      label: "帮助 Help",
      entries: [
        { kind: "item", label: "执行记录 Executions", run: go("/workbooks/executions") },
        { kind: "item", label: "发件箱 Outbox", run: go("/workbooks/outbox") },
        { kind: "item", label: "时钟 Clock", run: go("/workbooks/clock") },
      ],
    },
  ];
}
