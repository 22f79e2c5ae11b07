// Plain registers: rows that are entered, and perhaps take a few steps. What they have in common is said here once.
import { dateOf, isDateTime } from "../kernel/date-time.ts";
import { type Access, CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../kernel/permissions.ts";
import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { StatusDefinition } from "./define-ledger.ts";
import type { LedgerFacts } from "./facts.ts";
import type { Values } from "./field.ts";
import type { SumMetric } from "./metric.ts";
import type { Derived, RowEvent, RowState } from "./record.ts";

/** The statuses of a register whose rows are entered and done with. */
export const RECORDED = {
  recorded: { label: { zh: "已登记", en: "recorded" }, open: false },
} as const satisfies Record<string, StatusDefinition>;

/** A hall's register: its staff writes, its leaders void, the centre reads. Steps are added by name. */
export function hallRegister(more: Access = {}): Access {
  return { read: [...HALL_STAFF, ...CENTRE_READERS], upsert: HALL_STAFF, void: HALL_LEADERS, ...more };
}

/** The same where rows hold personal data. */
export function personalRegister(more: Access = {}): Access {
  return hallRegister({
    readPersonal: HALL_STAFF,
    unmask: ["centreAdmin", "inspector"],
    erase: ["hallHead", "centreAdmin"],
    ...more,
  });
}

/** A register that the centre's departments keep. */
export function centreRegister(more: Access = {}): Access {
  return {
    // Everybody in the centre's halls may know what the centre holds and asks.
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: ["department", "centreAdmin"],
    void: ["centreAdmin"],
    ...more,
  };
}

export interface PlainLife {
  /** The field that dates a row. */
  readonly day: string;
  /** The field that says by when it has to be done. */
  readonly due?: string;
  readonly statuses: Readonly<Record<string, Pick<StatusDefinition, "open">>>;
  /** The status of a new row; without it the first one. */
  readonly first?: string | ((values: Values) => string);
  /** The status after a step; a step that is not named leaves it. */
  readonly after?: Readonly<Record<string, string>>;
}

/** The status after the last step that changes it, and the days that follow from the row's own fields. */
export function deriveBy(life: PlainLife): (row: RowState) => Derived {
  const { statuses, after = {} } = life;
  return (row) => {
    const businessDay = dayIn(row.values, life.day);
    if (!businessDay) throw new Error(`a row without “${life.day}” was accepted`);
    const steps = row.events.filter(({ action }) => Object.hasOwn(after, action));
    const last = steps.at(-1);
    const first = typeof life.first === "function" ? life.first(row.values) : life.first;
    const status = (last && after[last.action]) ?? first ?? Object.keys(statuses)[0] ?? "";
    const open = statuses[status]?.open ?? false;
    const closingDay = open ? null : last ? stepDay(last) : businessDay;
    const dueDate = life.due === undefined ? null : (dayIn(row.values, life.due) ?? null);
    const onTime = dueDate !== null && closingDay !== null ? closingDay <= dueDate : null;
    return {
      status,
      open,
      businessDay,
      closingDay,
      dueDate,
      originalDueDate: dueDate,
      endedOn: closingDay,
      provisional: false,
      onTime,
      onTimeOriginal: onTime,
      marks: [],
    };
  };
}

/** The day that a field holds, of a date or a date-time. */
export function dayIn(values: Values, field: string): PlainDate | undefined {
  const value = values[field];
  if (typeof value !== "string") return undefined;
  if (isPlainDate(value)) return value;
  return isDateTime(value) ? dateOf(value) : undefined;
}

/** When a step happened: `on` or `at` where it is asked for, else when it was entered. */
export function stepDay(event: RowEvent): PlainDate {
  return dayIn(event.data, "on") ?? dayIn(event.data, "at") ?? dateOf(event.enteredAt);
}

const problems = defineProblems({
  in_the_future: {
    status: 422,
    zh: "“{label}”在将来;请核对日期。",
    en: "{label} lies in the future; please check the date.",
  },
  step_out_of_order: {
    status: 422,
    zh: "这一步的日期早于登记日期或上一步,或在将来;请核对日期。",
    en: "This step lies before the row or the step that it follows, or in the future; please check its date.",
  },
  before_the_first: {
    status: 422,
    zh: "“{last}”早于“{first}”;请核对日期。",
    en: "{last} lies before {first}; please check the dates.",
  },
});

export type PlainRule = (row: RowState, personal: Values, facts: LedgerFacts) => Problem[];

/** Several rules as one. */
export function rules(...all: readonly PlainRule[]): PlainRule {
  return (row, personal, facts) => all.flatMap((rule) => rule(row, personal, facts));
}

/** What has happened cannot lie in the future. */
export function notInFuture(field: string, label: Text): PlainRule {
  return ({ values }, _, { today }) => {
    const day = dayIn(values, field);
    return day !== undefined && day > today ? [problems.in_the_future({ field, label })] : [];
  };
}

/** Steps follow one another, none before the row itself and none in the future. */
export function stepsInOrder(field: string): PlainRule {
  return ({ values, events }, _, { today }) => {
    let before = dayIn(values, field);
    for (const event of events) {
      const day = stepDay(event);
      const named = dayIn(event.data, "at") ? "at" : "on";
      if (day > today || (before !== undefined && day < before)) {
        return [problems.step_out_of_order({ field: named })];
      }
      before = day;
    }
    return [];
  };
}

/** Of two dates the one that must not come first. */
export function inOrder(
  first: { readonly field: string; readonly label: Text },
  last: { readonly field: string; readonly label: Text },
): PlainRule {
  return ({ values }) => {
    const [from, to] = [dayIn(values, first.field), dayIn(values, last.field)];
    return from !== undefined && to !== undefined && to < from
      ? [problems.before_the_first({ field: last.field, first: first.label, last: last.label })]
      : [];
  };
}

/** Counts rows. */
export function counted(
  zh: string,
  en: string,
  datedBy: "business" | "closing" = "business",
  counts: (row: RowState, derived: Derived) => boolean = () => true,
): SumMetric {
  return {
    label: { zh, en },
    combine: "sum",
    unit: "count",
    datedBy,
    amount: (row, derived) => (counts(row, derived) ? 1 : 0),
  };
}

/** Adds up a number of the rows. */
export function totalled(
  field: string,
  unit: "count" | "fen",
  zh: string,
  en: string,
  datedBy: "business" | "closing" = "business",
): SumMetric {
  return {
    label: { zh, en },
    combine: "sum",
    unit,
    datedBy,
    amount: ({ values }) => {
      const value = values[field];
      return typeof value === "number" ? value : 0;
    },
  };
}
