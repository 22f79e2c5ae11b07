// Handing over duty (值班交接): who is answerable for the hall from when. D3 二3.
import { compareDateTimes, dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Actor, defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { reference } from "../../ledger/fields/choice.ts";
import { longText } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { counted, deriveBy, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const fields = {
  handedOverAt: dateTime({ label: { zh: "交班时间", en: "Handed over at" }, required: true }),
  from: reference({ label: { zh: "交班人", en: "Hands over" }, refersTo: "person", required: true }),
  to: reference({ label: { zh: "接班人", en: "Takes over" }, refersTo: "person", required: true }),
  matters: longText({
    label: { zh: "未了事项", en: "Unfinished matters" },
    help: { zh: "没有就写“无”", en: "write “none” where there are none" },
    maxLength: 500,
    required: true,
    personal: true,
  }),
};

export type HandoverRow = TypedRow<typeof fields>;

const statuses = {
  offered: { label: { zh: "待接班", en: "to be taken over" }, open: true },
  accepted: { label: { zh: "已接班", en: "taken over" }, open: false },
} as const;

const problems = defineProblems({
  to_oneself: {
    status: 422,
    zh: "交班人和接班人是同一个人;请另选接班人。",
    en: "Duty cannot be handed over to oneself; please choose somebody else.",
  },
  not_the_successor: {
    status: 403,
    zh: "只有接班人本人能确认接班。D3 二3:由当班值班人负责;请接班人用自己的账号确认。",
    en: "Only the one who takes over confirms it. D3 二3: whoever is on duty is answerable; please let them confirm.",
  },
});

/** D3 二3 "由当班值班人负责": nobody becomes answerable without saying so. */
export function forbidOthers(action: string, row: HandoverRow | null, actor: Actor): Problem[] {
  return action === "accept" && row && row.values.to !== actor.id ? [problems.not_the_successor({})] : [];
}

export function checkTwoPeople({ values: { from, to } }: HandoverRow): Problem[] {
  return from === to ? [problems.to_oneself({ field: "to" })] : [];
}

const plain = rules(
  notInFuture("handedOverAt", fields.handedOverAt.label),
  stepsInOrder("handedOverAt"),
  knownPerson("from", fields.from.label),
  knownPerson("to", fields.to.label),
);

export const dutyHandovers = defineLedger({
  id: "duty-handovers",
  version: 1,
  title: { zh: "值班交接", en: "Duty handovers" },
  fields,
  businessDate: "handedOverAt",
  dimension: null,
  statuses,
  transitions: {
    accept: {
      label: { zh: "确认接班", en: "take over" },
      from: ["offered"],
      fields: { at: dateTime({ label: { zh: "接班时间", en: "Taken over at" }, required: true }) },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    unmask: ["inspector", "centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    accept: HALL_STAFF,
  },
  metrics: { made: counted("值班交接", "Duty handovers", "closing") },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "handedOverAt", due: "handedOverAt", statuses, after: { accept: "accepted" } }),
  permits: forbidOthers,
  locked: ({ events }) => (events.length > 0 ? ["handedOverAt", "from", "to"] : []),
  check: (row, personal, facts) => [...checkTwoPeople(row), ...plain(row, personal, facts)],
  // Taken over already, it is history.
  handOver: (row, handing) => (row.events.length === 0 ? handOverField("to")(row, handing) : null),
  recount: ({ events }) =>
    events.flatMap(({ action, data }) => {
      const at = fields.handedOverAt.schema.safeParse(data.at);
      return action === "accept" && at.success
        ? [{ day: dateOf(at.data), dimension: null, amounts: { made: 1 } }]
        : [];
    }),
});

/** Who was on duty at a time by the handovers that were taken over: the last one before it. */
export function onDutyAt(time: string, facts: LedgerFacts): string | undefined {
  const at = fields.handedOverAt.schema.safeParse(time);
  if (!at.success) return undefined;
  const taken = facts.rowsOf("duty-handovers").flatMap(({ status, values }) => {
    const from = fields.handedOverAt.schema.safeParse(values.handedOverAt);
    return status === "accepted" && from.success && compareDateTimes(from.data, at.data) <= 0
      ? [{ from: from.data, to: String(values.to) }]
      : [];
  });
  return taken.sort((a, b) => compareDateTimes(a.from, b.from)).at(-1)?.to;
}
