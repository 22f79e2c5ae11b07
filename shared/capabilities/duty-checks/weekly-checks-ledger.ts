// Checks of the windows by whoever is on duty (值周检查): planned, recorded with what was found, reported. D2 二.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import { findingsFollowing } from "../../ledger/checklist-findings.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import type { CheckedItem } from "../../ledger/fields/checklist.ts";
import type { FollowingRow, RowChange } from "../../ledger/follow.ts";
import { counted, dayIn, deriveBy } from "../../ledger/plain-register.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import {
  checkFields,
  checkStatuses,
  checkTransitions,
  recordedOf,
  type WeeklyCheckRow,
} from "./weekly-check-fields.ts";
import { checkWeeklyCheck, SAMPLED_WITHIN_DAYS, unexcused } from "./weekly-check-rules.ts";
import { mondayOf } from "./weekly-duty-ledger.ts";

/** [P] D2 二(四)2 asks for a report to the two committees and says no time: ten working days. */
const PUBLISH_WITHIN_WORKING_DAYS = 10;

export const weeklyChecks = defineLedger({
  id: "weekly-checks",
  version: 1,
  title: { zh: "值周检查", en: "Checks on weekly duty" },
  fields: checkFields,
  businessDate: "checkedOn",
  dimension: null,
  statuses: checkStatuses,
  transitions: checkTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_LEADERS,
    void: ["hallHead", "centreAdmin"],
    record: HALL_LEADERS,
    publish: ["hallHead", "supervisingLeader"],
  },
  metrics: {
    full: counted("全面检查", "Full checks", "business", (row, derived) =>
      isDone(row.values, derived, "full"),
    ),
    surprise: counted("突击检查", "Surprise checks", "business", (row, derived) =>
      isDone(row.values, derived, "surprise"),
    ),
    published: counted("已通报两委会", "Reported to the committees", "closing"),
  },
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveCheck,
  asks: askedRows,
  check: checkWeeklyCheck,
  locked: ({ events }) => (events.length > 0 ? ["checkedOn", "kind"] : []),
  follows: findingsOfCheck,
  duties: (row, derived) => {
    const recorded = recordedOf(row);
    return recorded && derived.dueDate
      ? [
          {
            id: "publication",
            label: { zh: "值周检查情况通报两委会", en: "Report of the check to the two committees" },
            dueOn: derived.dueDate,
            doneOn: derived.closingDay,
            mustAct: "hallHead",
            source: "D2 二(四)2 “值周检查情况在村两委会上通报”",
          },
        ]
      : [];
  },
  draftFindings: (row) => {
    const { checkedOn } = row.values;
    const names = unexcused(row);
    return checkedOn && names.length > 0
      ? [
          {
            kind: "unexcusedInspector",
            content: {
              zh: `值周人员无故缺席:${names.join("、")}(D2 二(四)1)`,
              en: `on duty and absent without a reason: ${names.join(", ")} (D2 二(四)1)`,
            },
            on: checkedOn,
          },
        ]
      : [];
  },
  recount: recountCheck,
});

function isDone(values: { readonly kind?: unknown }, { status }: Derived, kind: string): boolean {
  return status !== "planned" && values.kind === kind;
}

const life = deriveBy({
  day: "checkedOn",
  statuses: checkStatuses,
  after: { record: "recorded", publish: "published" },
});

/** A planned check is due on its day, a recorded one is to be reported. */
function deriveCheck(row: WeeklyCheckRow, facts: LedgerFacts): Derived {
  const derived = life(row);
  const dueDate =
    derived.status === "planned"
      ? derived.businessDay
      : addWorkingDays(facts.calendar, derived.businessDay, PUBLISH_WITHIN_WORKING_DAYS);
  const onTime = derived.closingDay === null ? null : derived.closingDay <= dueDate;
  return {
    ...derived,
    dueDate,
    originalDueDate: dueDate,
    endedOn: derived.closingDay,
    onTime,
    onTimeOriginal: onTime,
    marks: unexcused(row).length > 0 ? ["unexcusedInspector"] : [],
  };
}

/** The week's roster, and the cases among which samples are taken. */
function askedRows(row: WeeklyCheckRow): RowsAsked[] {
  const { checkedOn } = row.values;
  if (!checkedOn) return [];
  const monday = mondayOf(checkedOn);
  const cases: RowsAsked[] = recordedOf(row)?.sampledCases
    ? [{ ledger: "cases", from: addDays(checkedOn, -SAMPLED_WITHIN_DAYS), to: checkedOn }]
    : [];
  return [{ ledger: "weekly-duty", from: monday, to: monday }, ...cases];
}

/** D1 三6 "发现问题及时处理": what is not in order stands in the ledger of findings at once. */
function findingsOfCheck({ action, row, id, serial }: RowChange<WeeklyCheckRow>): FollowingRow[] {
  const recorded = recordedOf(row);
  const { kind, checkedOn } = row.values;
  if (action !== "record" || !recorded || !checkedOn) return [];
  const { contents = [] as CheckedItem[], rectifyOwner, rectifyBy } = recorded;
  if (!rectifyOwner || !rectifyBy) return [];
  return findingsFollowing(checkTransitions.record.fields.contents, contents, {
    ledger: "weekly-checks",
    id,
    serial,
    foundOn: checkedOn,
    source: kind === "full" ? "weeklyCheck" : "surpriseCheck",
    owner: rectifyOwner,
    dueOn: rectifyBy,
  });
}

/** Counted from the steps, not from the derived status. */
function recountCheck({ values, events }: WeeklyCheckRow): Contribution[] {
  const { checkedOn, kind } = values;
  if (!checkedOn || !kind || !events.some(({ action }) => action === "record")) return [];
  const published = events.find(({ action }) => action === "publish");
  const on = published && dayIn(published.data, "on");
  if (on === checkedOn) return [{ day: checkedOn, dimension: null, amounts: { [kind]: 1, published: 1 } }];
  return [
    { day: checkedOn, dimension: null, amounts: { [kind]: 1 } },
    ...(on ? [{ day: on, dimension: null, amounts: { published: 1 } }] : []),
  ];
}
