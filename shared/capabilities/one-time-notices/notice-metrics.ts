// What a notice adds to the figures: its kind, whether it was important, whether it broke the rule.
import { dateOf, isDateTime } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Metrics, SumMetric } from "../../ledger/metric.ts";
import type { Contribution } from "../../ledger/record.ts";
import type { NoticeRow } from "./notice-rules.ts";

function marked(label: Text, mark: string | null): SumMetric {
  return {
    label,
    combine: "sum",
    unit: "count",
    datedBy: "business",
    amount: (_, { marks }) => (mark === null || marks.includes(mark) ? 1 : 0),
  };
}

export const noticeMetrics = {
  given: marked({ zh: "一次性告知", en: "Notices" }, null),
  information: marked({ zh: "办事告知", en: "What a matter needs" }, "information"),
  corrections: marked({ zh: "补正告知", en: "Correction lists" }, "correction"),
  refusals: marked({ zh: "不予办理告知", en: "Refusals" }, "refusal"),
  breaches: marked({ zh: "违反一次性告知", en: "Breaches" }, "breach"),
  important: marked({ zh: "重要告知", en: "Important" }, "important"),
  archived: {
    label: { zh: "已归档", en: "Archived" },
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: (_, { status }) => (status === "archived" ? 1 : 0),
  },
} as const satisfies Metrics;

/** The same, counted a second time from values and steps. */
export function recountNotice({ values, events }: NoticeRow): Contribution[] {
  const { givenAt, kind, matter, important, verdict } = values;
  if (!givenAt || !kind) return [];
  const dimension = matter ?? null;
  const named = { information: "information", correction: "corrections", refusal: "refusals" }[kind];
  const amounts: Record<string, number> = { given: 1, [named]: 1 };
  if (important) amounts.important = 1;
  if (verdict === "breach") amounts.breaches = 1;
  const parts: Contribution[] = [{ day: dateOf(givenAt), dimension, amounts }];
  const archived = dayOf(events.findLast(({ action }) => action === "archive")?.data.at);
  return archived ? [...parts, { day: archived, dimension, amounts: { archived: 1 } }] : parts;
}

function dayOf(at: unknown): PlainDate | null {
  return typeof at === "string" && isDateTime(at) ? dateOf(at) : null;
}
