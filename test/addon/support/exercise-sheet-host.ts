// What every sheet host has to do alike: the same steps on any of them, told as plain data.
import type { ColumnLayout, SheetHost, SheetLayout } from "../../../addon/sheets/sheet-host.ts";

const column = (at: number, header: string, more: Partial<ColumnLayout> = {}): ColumnLayout => ({
  column: at,
  header,
  note: "",
  width: 100,
  format: "@",
  hidden: false,
  guarded: false,
  rule: null,
  ...more,
});

const layout: SheetLayout = {
  columns: [
    column(1, "编号", { guarded: true }),
    column(2, "日期", { format: "yyyy-mm-dd hh:mm", rule: { kind: "date", help: "" } }),
    column(3, "方式", { rule: { kind: "list", values: ["窗口", "电话"], help: "" } }),
    column(4, "费用", { format: "0.00", rule: { kind: "number", minimum: 0, maximum: 9, help: "" } }),
    column(5, "标识", { hidden: true, guarded: true }),
  ],
  marks: [{ formula: '=LEFT($A2,1)="x"', background: "#ffffff", color: "#000000", bold: true }],
  tabColor: "#112233",
  hidden: false,
  guarded: false,
};

export function exerciseSheetHost(host: SheetHost): unknown {
  const told: Record<string, unknown> = {};
  const sheet = host.addSheet("练习");
  host.layOut(sheet, layout);
  told.header = host.read(sheet);
  host.writeArea(sheet, 2, 1, [
    ["0001", "2026-11-02 09:05", "窗口", "1.50", "a"],
    ["2026-00012", "2026-11-03 10:00", "电话", "2.00", "b"],
    ["=1+1", "", "", "", "c"],
  ]);
  told.texts = host.read(sheet).map((line) => line.map((text) => text.replace(/^'/, "")));
  host.write(sheet, [
    { row: 2, column: 1, text: "0009" },
    { row: 4, column: 1, text: "四" },
    { row: 4, column: 3, text: "窗口" },
    { row: 6, column: 5, text: "f" },
  ]);
  told.sparse = host.read(sheet);
  // A value that the drop-down no longer offers has to get in all the same.
  host.write(sheet, [{ row: 3, column: 3, text: "信函" }]);
  told.retired = host.readArea(sheet, 3, 3, 1, 1);
  told.rules = host.foreignRules(sheet, layout, 2, 5);
  host.insertColumn(sheet, 3);
  told.inserted = host.read(sheet)[0];
  host.renameSheet(sheet, "改名");
  told.names = host
    .sheets()
    .map(({ name }) => name)
    .includes("改名");
  // Far below the last row there is: the sheet grows.
  host.write(sheet, [{ row: 1500, column: 1, text: "远" }]);
  told.far = host.readArea(sheet, 1500, 1, 1, 2);
  host.clearBelow(sheet, 3);
  told.cleared = host.read(sheet).length;
  host.flush();
  return told;
}
