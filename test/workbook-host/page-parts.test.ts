// Parts of the page and its server that need no browser: catching up with shifts, kept formulas, conditional looks.
import { expect, test } from "vitest";
import { Calculation } from "../../infra/local/workbook-host/formula/calculation.ts";
import { insertLines } from "../../infra/local/workbook-host/model/edit-lines.ts";
import { Workbook } from "../../infra/local/workbook-host/model/workbook.ts";
import { KeptFormulas } from "../../infra/local/workbook-host/page/kept-formulas.ts";
import type { ViewChange } from "../../infra/local/workbook-host/protocol/page-messages.ts";
import { caughtUp } from "../../infra/local/workbook-host/server/catch-up.ts";
import { LiveFeed } from "../../infra/local/workbook-host/server/live-feed.ts";

const shift = (at: number, count: number) => ({
  sequence: 2,
  sheetId: 1,
  dimension: "rows" as const,
  at,
  count,
});

test("an entry follows its cell through rows inserted and deleted above it", () => {
  const edit = { kind: "cells" as const, sheetId: 1, cells: [{ row: 5, column: 0, entry: "值" }] };
  expect(caughtUp(edit, [shift(2, 3), shift(0, -1)])).toMatchObject({ cells: [{ row: 7, column: 0 }] });
  expect(caughtUp({ ...edit, sheetId: 9 }, [shift(2, 3)])).toMatchObject({ cells: [{ row: 5 }] });
});

test("an entry into a deleted row, or a deletion that may hit other rows, is refused", () => {
  const edit = { kind: "cells" as const, sheetId: 1, cells: [{ row: 5, column: 0, entry: "值" }] };
  expect(() => caughtUp(edit, [shift(5, -1)])).toThrow("刚刚被删除");
  const deletion = { kind: "delete-lines" as const, sheetId: 1, dimension: "rows" as const, at: 5, count: 1 };
  expect(() => caughtUp(deletion, [shift(2, 1)])).toThrow("请再试一次");
});

test("a kept formula catches up with shifts and with copying", () => {
  const formulas = new KeptFormulas();
  const kept = { text: "=A5+$B$1", sheetId: 1, row: 4, column: 2, shiftsBefore: formulas.shiftCount };
  expect(formulas.textAt(kept, "表", 4, 2)).toBe("=A5+$B$1");
  expect(formulas.textAt(kept, "表", 6, 3)).toBe("=B7+$B$1");
  formulas.add({ sheetId: 1, sheetName: "表", dimension: "rows", at: 0, count: 2 });
  expect(formulas.textAt(kept, "表", 6, 2)).toBe("=A7+$B$3");
});

function openFeed() {
  let now = Date.UTC(2026, 10, 2, 1);
  const workbook = new Workbook({
    id: "w",
    name: "册",
    owner: "a@example.cn",
    editors: ["b@example.cn"],
    viewers: [],
    timeZone: "Asia/Shanghai",
    locale: "zh_CN",
  });
  const sheet = workbook.addSheet("表");
  const calculation = new Calculation(workbook, () => now);
  const feed = new LiveFeed({ workbook, calculation }, () => now);
  const seen: ViewChange[] = [];
  feed.watch({ email: "b@example.cn", changed: (_, changes) => seen.push(...changes) });
  return {
    workbook,
    sheet,
    calculation,
    feed,
    seen,
    setNow: (value: number) => {
      now = value;
    },
  };
}

test("one cell's change draws its row again where a conditional rule reads along the row", () => {
  const { workbook, sheet, feed, seen } = openFeed();
  sheet.conditionalRules = [
    {
      areas: [{ row: 1, column: 0, rows: 5, columns: 3 }],
      criterion: "CUSTOM_FORMULA",
      arguments: ['=$C2="逾期"'],
      background: "#f4cccc",
      fontColor: undefined,
      bold: undefined,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
    },
  ];
  feed.flush();
  seen.length = 0;
  sheet.putEntry(2, 2, { value: "逾期" });
  workbook.announceCells(sheet.id, { row: 2, column: 2, rows: 1, columns: 1 });
  feed.flush();
  const [change] = seen;
  expect(change?.kind).toBe("cells");
  if (change?.kind !== "cells") return;
  const row = change.cells.find((block) => block.row === 2 && block.column === 0);
  expect(row?.rows[0]).toHaveLength(3);
  expect(row?.rows[0]?.every((cell) => cell?.c !== undefined)).toBe(true);
});

test("a rule that knows today is drawn again when the clock moves", () => {
  const { sheet, feed, seen, setNow } = openFeed();
  sheet.putEntry(0, 0, { value: 46_330 });
  sheet.conditionalRules = [
    {
      areas: [{ row: 0, column: 0, rows: 1, columns: 1 }],
      criterion: "DATE_BEFORE_RELATIVE",
      arguments: ["TODAY"],
      background: undefined,
      fontColor: undefined,
      bold: true,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
    },
  ];
  const looksNow = (): boolean =>
    feed.picture("a@example.cn").sheets[0]?.cells[0]?.rows[0]?.[0]?.c !== undefined;
  expect(looksNow()).toBe(false);
  setNow(Date.UTC(2026, 10, 9, 1));
  feed.clockMoved();
  feed.flush();
  expect(seen.some((change) => change.kind === "cells")).toBe(true);
  expect(looksNow()).toBe(true);
});

test("an edit sent before an insertion was heard of is told about it", () => {
  const { workbook, sheet, calculation, feed } = openFeed();
  feed.flush();
  const heard = feed.picture("b@example.cn").sequence;
  insertLines({ workbook, calculation, email: "a@example.cn" }, sheet, "rows", 3, 1, undefined);
  expect(feed.shiftsAfter(heard)).toMatchObject([{ dimension: "rows", at: 3, count: 1 }]);
  expect(feed.shiftsAfter(feed.picture("b@example.cn").sequence)).toEqual([]);
});
