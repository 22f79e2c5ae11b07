// Daily cash (每日收费对账): what was taken for the seven living services, against the day's cases and the cash counted. D1 三2.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Actor, defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { reference } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { counted, deriveBy, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";
import { CASH_COLUMNS, cashOfDay, SERVICE_COLUMNS } from "./cash-of-day.ts";

const taken = (id: keyof typeof SERVICE_COLUMNS) => {
  const { zh, en } = SERVICE_COLUMNS[id].label;
  return fen({ label: { zh: `${zh}收费(元)`, en: `${en} (yuan)` } });
};

const fields = {
  day: date({
    label: { zh: "日期", en: "Day" },
    help: {
      zh: "当天办件登记的收费自动带出;请核对,再填实点金额",
      en: "the day's fees come from its cases; please check them and enter what was counted",
    },
    required: true,
  }),
  cashier: reference({ label: { zh: "收费人", en: "Cashier" }, refersTo: "person", required: true }),
  property: taken("property"),
  electricity: taken("electricity"),
  water: taken("water"),
  gas: taken("gas"),
  telecoms: taken("telecoms"),
  television: taken("television"),
  household: taken("household"),
  other: fen({ label: { zh: "其他收费(元)", en: "Other fees (yuan)" } }),
  counted: fen({ label: { zh: "实点金额(元)", en: "Counted (yuan)" }, required: true }),
  explanation: longText({
    label: { zh: "差异说明", en: "Explanation" },
    help: {
      zh: "与办件或实点不符时必填;不写群众姓名",
      en: "needed where it does not balance; without residents' names",
    },
    maxLength: 300,
  }),
};

export type DailyCashRow = TypedRow<typeof fields>;

const statuses = {
  balanced: { label: { zh: "相符待复核", en: "balances" }, open: true },
  explained: { label: { zh: "有差异已说明", en: "does not balance, explained" }, open: true },
  confirmed: { label: { zh: "已复核", en: "confirmed" }, open: false },
} as const;

const REMEDY = {
  zh: "请核对更正,或在“差异说明”里写明原因",
  en: "please correct it, or say why under Explanation",
};

const problems = defineProblems({
  differs_from_cases: {
    status: 422,
    zh: "“{label}”填 {entered} 元,当天办件登记 {expected} 元。D1 三2(业务受理和收费):{remedy}。",
    en: "{label}: {entered} entered, {expected} in the day's cases. D1 三2: {remedy}.",
  },
  differs_from_count: {
    status: 422,
    zh: "实点 {counted} 元,各项合计 {sum} 元,相差 {difference} 元;{remedy}。",
    en: "Counted {counted} yuan, the services make {sum}, a difference of {difference}; {remedy}.",
  },
  no_receipt: {
    status: 422,
    zh: "办件 {serials} 有收费而没有收据号;请在办件里补填,或在“差异说明”里写明原因。",
    en: "Cases {serials} have a fee and no receipt number; please add it there, or say why under Explanation.",
  },
  receipt_twice: {
    status: 422,
    zh: "收据号 {receipts} 用在不止一件办件上;请在办件里更正,或在“差异说明”里写明原因。",
    en: "Receipt {receipts} stands at more than one case; please correct it there, or say why under Explanation.",
  },
  nothing_to_explain: {
    status: 422,
    zh: "账目相符,不用填“差异说明”;请清空。",
    en: "It balances: please leave Explanation empty.",
  },
  day_taken: {
    status: 409,
    zh: "这一天已经对过账({serial});请改那一行。",
    en: "This day was reconciled already ({serial}); please change that row.",
  },
  confirms_own: {
    status: 403,
    zh: "收费人不能复核自己的账;请由另一位负责人复核。",
    en: "Nobody confirms the cash that they took; please ask another leader.",
  },
});

const COLUMNS = [...CASH_COLUMNS, "other"] as const;

/**
 * D1 三2 "…业务受理和收费": a line that is left open takes what the day's cases say was taken. The count of the drawer is
 * nobody's to fill in, so that the two are still held against each other.
 */
export function feesOfTheDay(_: DailyCashRow, facts: LedgerFacts): Partial<DailyCashRow["values"]> {
  const { fees } = cashOfDay(facts.rowsOf("cases"), facts.findMatter);
  const lines: Partial<Record<(typeof COLUMNS)[number], number>> = {};
  for (const id of COLUMNS) if (fees[id] > 0) lines[id] = fees[id];
  return lines;
}

const yuan = (amount: number): string => (amount / 100).toFixed(2);

/** D1 三2 "…业务受理和收费": what was taken is what the day's cases say, service by service. */
export function differencesFromCases({ values }: DailyCashRow, facts: LedgerFacts): Problem[] {
  const { fees, withoutReceipt, twice } = cashOfDay(facts.rowsOf("cases"), facts.findMatter);
  return [
    ...COLUMNS.flatMap((id) => {
      const entered = values[id] ?? 0;
      return entered === fees[id]
        ? []
        : [
            problems.differs_from_cases({
              field: id,
              label: fields[id].label,
              entered: yuan(entered),
              expected: yuan(fees[id]),
              remedy: REMEDY,
            }),
          ];
    }),
    ...(withoutReceipt.length > 0
      ? [problems.no_receipt({ field: "explanation", serials: withoutReceipt.join("、") })]
      : []),
    ...(twice.length > 0
      ? [problems.receipt_twice({ field: "explanation", receipts: twice.join("、") })]
      : []),
  ];
}

/** The money in the drawer is the sum of what was taken. */
export function differenceFromCount({ values }: DailyCashRow): Problem[] {
  const sum = sumOf(values);
  const counted = values.counted ?? 0;
  return counted === sum
    ? []
    : [
        problems.differs_from_count({
          field: "counted",
          counted: yuan(counted),
          sum: yuan(sum),
          difference: yuan(Math.abs(counted - sum)),
          remedy: REMEDY,
        }),
      ];
}

/** [P] A day balances, or it is explained; and it is explained only where it does not balance. */
export function checkBalance(row: DailyCashRow, facts: LedgerFacts): Problem[] {
  // Confirmed as it was entered: cases that change later do not reach back.
  if (row.events.length > 0) return [];
  const differences = [...differencesFromCases(row, facts), ...differenceFromCount(row)];
  if (!row.values.explanation) return differences;
  return differences.length > 0 ? [] : [problems.nothing_to_explain({ field: "explanation" })];
}

function checkOneADay({ values: { day } }: DailyCashRow, facts: LedgerFacts): Problem[] {
  const other = facts.rowsOf("daily-cash").find(({ values }) => values.day === day);
  return other ? [problems.day_taken({ field: "day", serial: other.serial })] : [];
}

/** [P] Whoever took the money does not confirm it. */
export function forbidOwnCash(action: string, row: DailyCashRow | null, actor: Actor): Problem[] {
  return action === "confirm" && row?.values.cashier === actor.id ? [problems.confirms_own({})] : [];
}

function sumOf(values: DailyCashRow["values"]): number {
  return COLUMNS.reduce((total, id) => total + (values[id] ?? 0), 0);
}

const plain = rules(
  notInFuture("day", fields.day.label),
  stepsInOrder("day"),
  knownPerson("cashier", fields.cashier.label),
);

export const dailyCash = defineLedger({
  id: "daily-cash",
  version: 1,
  title: { zh: "每日收费对账", en: "Daily cash" },
  fields,
  businessDate: "day",
  dimension: null,
  statuses,
  transitions: {
    confirm: {
      label: { zh: "复核", en: "confirm" },
      from: ["balanced", "explained"],
      fields: {
        on: date({ label: { zh: "复核日期", en: "Confirmed on" }, required: true }),
        note: text({ label: { zh: "复核意见", en: "Note" }, maxLength: 200 }),
      },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    confirm: HALL_LEADERS,
  },
  metrics: {
    collected: {
      label: { zh: "收费对账金额(元)", en: "Cash reconciled (yuan)" },
      combine: "sum",
      unit: "fen",
      datedBy: "business",
      amount: ({ values }) => COLUMNS.reduce((sum, id) => sum + Number(values[id] ?? 0), 0),
    },
    explained: counted("收费不符已说明天数", "Days that did not balance", "business", ({ values }) =>
      Boolean(values.explanation),
    ),
  },
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({
    day: "day",
    statuses,
    first: ({ explanation }) => (explanation ? "explained" : "balanced"),
    after: { confirm: "confirmed" },
  }),
  asks: ({ values: { day } }) =>
    day
      ? [
          { ledger: "cases", from: day, to: day },
          { ledger: "daily-cash", from: day, to: day },
        ]
      : [],
  permits: forbidOwnCash,
  fill: feesOfTheDay,
  locked: ({ events }) => (events.length > 0 ? ["day", "cashier", "counted", "explanation", ...COLUMNS] : []),
  check: (row, personal, facts) => [
    ...checkOneADay(row, facts),
    ...checkBalance(row, facts),
    ...plain(row, personal, facts),
  ],
  recount: ({ values }) => {
    const collected = sumOf(values);
    const amounts = { ...(collected ? { collected } : {}), ...(values.explanation ? { explained: 1 } : {}) };
    return values.day && Object.keys(amounts).length > 0
      ? [{ day: values.day, dimension: null, amounts }]
      : [];
  },
});
