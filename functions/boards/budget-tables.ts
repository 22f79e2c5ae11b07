// Money over a centre's halls: plan against actual by head and by hall, and arrears of funds that follow tasks. D1 三9.
import { arrears, BUDGET_HEADS } from "../../shared/capabilities/budget/budget-heads.ts";
import { receivedInFen } from "../../shared/capabilities/budget/funds-follow-task-ledger.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { isInPeriod } from "../../shared/kernel/period.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { Block, Cell, Column, Row, TableBlock } from "../reports/model/report.ts";
import { findOpenRows } from "../use-cases/find-rows.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import {
  derivedFigure,
  forHalls,
  hallLink,
  LedgerSums,
  type RegisterCall,
  recordLink,
  textOf,
} from "./register-call.ts";

const TEXTS = {
  halls: { zh: "各厅经费：计划与实际", en: "By hall: plan and actual" },
  heads: { zh: "各费用科目：计划与实际", en: "By budget head: plan and actual" },
  head: { zh: "费用科目", en: "Budget head" },
  planned: { zh: "年度计划(元)", en: "Planned (yuan)" },
  spent: { zh: "已支出(元)", en: "Spent (yuan)" },
  left: { zh: "结余(元)", en: "Left (yuan)" },
  agreed: { zh: "费随事转约定(元)", en: "Agreed with departments (yuan)" },
  received: { zh: "已到账(元)", en: "Received (yuan)" },
  arrears: { zh: "欠拨(元)", en: "Owed (yuan)" },
  note: {
    zh: "结余 = 年度计划 − 已支出；欠拨 = 约定 − 到账。“经费支出由社区控制使用”，协助上级部门的事项“按照‘费随事转’原则，由相关部门落实费用”。",
    en: "Left = planned − spent; owed = agreed − received. The community controls spending; a department funds the tasks that it hands over.",
  },
  owed: { zh: "费随事转：未落实", en: "Funds that follow tasks: owed" },
  serial: { zh: "编号", en: "Serial" },
  department: { zh: "交办部门", en: "Department" },
  task: { zh: "协助事项", en: "Task" },
  dueOn: { zh: "约定到账日期", en: "Due on" },
  noneOwed: { zh: "没有未落实的费随事转经费。", en: "No department owes anything." },
} as const satisfies Record<string, Text>;

interface Sums {
  readonly plans: LedgerSums;
  readonly spending: LedgerSums;
  readonly funds: LedgerSums;
  /** What departments still owe of the year's agreements, by hall, in fen. */
  readonly owed: ReadonlyMap<string, number>;
}

export async function budgetBlocks(call: RegisterCall): Promise<Block[]> {
  const [plans, spending, funds, open] = await Promise.all([
    LedgerSums.read(call, "budget-plans"),
    LedgerSums.read(call, "budget-spending"),
    LedgerSums.read(call, "funds-follow-task"),
    openFunds(call),
  ]);
  const sums = { plans, spending, funds, owed: owedByHall(call, open) };
  return [hallsTable(call, sums), headsTable(sums), owedTable(call, open)];
}

const money = (id: keyof typeof TEXTS, adds = true): Column => ({
  id,
  label: TEXTS[id],
  as: "fen",
  width: 1.2,
  ...(adds ? { adds } : {}),
});

function hallsTable({ halls }: RegisterCall, sums: Sums): TableBlock {
  const rowOf = (kind: Row["kind"], id: string, label: Cell, hall?: string): Row => ({
    kind,
    id,
    cells: [label, ...balanceOf(sums, hall), ...fundsOf(sums, hall)],
  });
  return {
    kind: "table",
    id: "halls",
    title: TEXTS.halls,
    columns: [
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      ...(["planned", "spent", "left", "agreed", "received", "arrears"] as const).map((id) => money(id)),
    ],
    rows: [
      ...halls.map((hall) => rowOf("row", hall.id, hallLink(hall, "/standard"), hall.id)),
      rowOf("total", "total", BOARD_TEXTS.total),
    ],
    note: TEXTS.note,
  };
}

function balanceOf({ plans, spending }: Sums, hall?: string, head?: string): Cell[] {
  const left = plans.value("plannedInFen", hall, head) - spending.value("spentInFen", hall, head);
  return [
    plans.figure("plannedInFen", hall, head),
    spending.figure("spentInFen", hall, head),
    derivedFigure("budget-plans.leftInFen", "fen", left, left < 0),
  ];
}

/** What was settled has been received in full: received is what was agreed without what is owed. */
function fundsOf({ funds, owed: all }: Sums, hall?: string): Cell[] {
  const owed =
    hall === undefined ? [...all.values()].reduce((sum, one) => sum + one, 0) : (all.get(hall) ?? 0);
  return [
    funds.figure("agreedInFen", hall),
    derivedFigure("funds-follow-task.receivedInFen", "fen", funds.value("agreedInFen", hall) - owed),
    derivedFigure("funds-follow-task.arrearsInFen", "fen", owed, owed > 0),
  ];
}

function headsTable(sums: Sums): TableBlock {
  return {
    kind: "table",
    id: "heads",
    title: TEXTS.heads,
    columns: [
      { id: "head", label: TEXTS.head, as: "text", width: 2.2 },
      ...(["planned", "spent", "left"] as const).map((id) => money(id)),
    ],
    rows: [
      ...Object.entries(BUDGET_HEADS).map(
        ([head, label]): Row => ({
          kind: "row",
          id: head,
          cells: [label, ...balanceOf(sums, undefined, head)],
        }),
      ),
      { kind: "total", id: "total", cells: [BOARD_TEXTS.total, ...balanceOf(sums)] },
    ],
  };
}

interface OpenFund {
  readonly hall: Hall;
  readonly record: LedgerRecord;
  readonly agreed: number;
  readonly received: number;
}

async function openFunds({ deps, halls, today }: RegisterCall): Promise<OpenFund[]> {
  const ledger = deps.ledgers.find(({ id }) => id === "funds-follow-task");
  if (!ledger) return [];
  const found = await forHalls(halls, async (hall) =>
    (await findOpenRows(deps.table, hall, ledger, today, false)).map((record) => {
      const { agreedInFen } = record.values;
      const agreed = typeof agreedInFen === "number" ? agreedInFen : 0;
      return { hall, record, agreed, received: receivedInFen(record.events) };
    }),
  );
  return found.flat();
}

function owedByHall({ period }: RegisterCall, open: readonly OpenFund[]): Map<string, number> {
  const owed = new Map<string, number>();
  for (const { hall, record, agreed, received } of open) {
    if (!isInPeriod(record.derived.businessDay, period)) continue;
    owed.set(hall.id, (owed.get(hall.id) ?? 0) + arrears(agreed, received));
  }
  return owed;
}

/** Whatever the year: what is owed is owed until it comes. */
function owedTable({ today }: RegisterCall, open: readonly OpenFund[]): TableBlock {
  return {
    kind: "table",
    id: "owed",
    title: TEXTS.owed,
    columns: [
      { id: "serial", label: TEXTS.serial, as: "text", width: 1 },
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2 },
      { id: "department", label: TEXTS.department, as: "text", width: 1.4 },
      { id: "task", label: TEXTS.task, as: "text", width: 2.4 },
      money("agreed"),
      money("received"),
      money("arrears"),
      { id: "due", label: TEXTS.dueOn, as: "date", width: 1 },
    ],
    rows: open.map(({ hall, record, agreed, received }) => {
      const { department, task } = record.values;
      const late = record.derived.dueDate !== null && record.derived.dueDate < today;
      return {
        kind: "row",
        id: record.id,
        cells: [
          recordLink(hall.id, record),
          hall.name,
          textOf(department),
          textOf(task),
          derivedFigure("funds-follow-task.agreedInFen", "fen", agreed),
          derivedFigure("funds-follow-task.receivedInFen", "fen", received),
          derivedFigure("funds-follow-task.arrearsInFen", "fen", arrears(agreed, received), late),
          record.derived.dueDate === null ? null : { kind: "date", date: record.derived.dueDate },
        ],
      };
    }),
    empty: TEXTS.noneOwed,
  };
}
