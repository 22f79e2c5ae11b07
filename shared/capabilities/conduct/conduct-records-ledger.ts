// A person's warnings of a year (年度警告记录): counted, and decided on when they repeat. D4 二.
import { type PlainDate, plainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { reference } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { counted, dayIn, deriveBy, stepDay } from "../../ledger/plain-register.ts";

/** [P] "屡犯" is no figure: the second warning of a calendar year. */
const REPEATED_FROM = 2;

const fields = {
  yearBegins: date({ label: { zh: "年度首日", en: "Year begins" }, required: true }),
  year: integer({ label: { zh: "年度", en: "Year" }, minimum: 2000, maximum: 2199, required: true }),
  person: reference({ label: { zh: "当事人", en: "Person" }, refersTo: "person", required: true }),
  warnings: textList({ label: { zh: "警告", en: "Warnings" }, required: true }),
};

export type ConductRecordRow = TypedRow<typeof fields>;

const statuses = {
  warned: { label: { zh: "有警告", en: "warned" }, open: false },
  repeated: { label: { zh: "屡犯待处理", en: "repeated, to be decided" }, open: true },
  decided: { label: { zh: "屡犯已处理", en: "repeated, decided" }, open: false },
} as const;

const on = date({ label: { zh: "日期", en: "On" }, required: true });

const problems = defineProblems({
  in_the_future: {
    status: 422,
    zh: "日期在将来;请核对。",
    en: "The date lies in the future; please check it.",
  },
});

/** The rows of a day's year. */
export function yearAsked(day: PlainDate): RowsAsked {
  const first = plainDate(`${yearOf(day)}-01-01`);
  return { ledger: "conduct-records", from: first, to: first };
}

/** How many warnings a person has in a year, for whoever assesses. */
export function warningsOf(person: string | undefined, year: number, facts: LedgerFacts): number {
  const record = facts
    .rowsOf("conduct-records")
    .find(({ values }) => values.person === person && values.year === year);
  const warnings = fields.warnings.schema.safeParse(record?.values.warnings);
  return warnings.success ? warnings.data.length : 0;
}

const life = deriveBy({ day: "yearBegins", statuses, after: { warn: "repeated", decide: "decided" } });

function checkDays({ events }: ConductRecordRow, { today }: LedgerFacts): Problem[] {
  return events.some((event) => stepDay(event) > today) ? [problems.in_the_future({ field: "on" })] : [];
}

export const conductRecords = defineLedger({
  id: "conduct-records",
  version: 1,
  title: { zh: "年度警告记录", en: "Warnings of the year" },
  fields,
  businessDate: "yearBegins",
  dimension: null,
  restricted: true,
  statuses,
  transitions: {
    warn: {
      label: { zh: "再次警告", en: "warn again" },
      from: ["warned", "repeated", "decided"],
      fields: { on, entry: text({ label: { zh: "警告", en: "Warning" }, maxLength: 100, required: true }) },
    },
    decide: {
      label: { zh: "严肃处理", en: "decide on severe measures" },
      from: ["repeated"],
      fields: {
        on,
        measure: longText({ label: { zh: "处理决定", en: "Decision" }, maxLength: 500, required: true }),
      },
    },
  },
  access: {
    read: ["hallHead", "supervisingLeader", "director", "centreAdmin"],
    // Made by the warnings themselves; by hand only where an old ledger is carried over.
    upsert: ["centreAdmin"],
    void: ["centreAdmin"],
    warn: ["centreAdmin"],
    decide: ["supervisingLeader", "director"],
  },
  metrics: {
    decided: counted(
      "屡犯已处理",
      "Repetitions decided on",
      "closing",
      (_, { status }) => status === "decided",
    ),
  },
  metricsVersion: 2,
  retentionYears: 3,
  derive(row) {
    const derived = life(row);
    const count = row.values.warnings?.length ?? 0;
    // Several warnings carried over from an old ledger are a repetition too.
    const status = row.events.length === 0 && count >= REPEATED_FROM ? "repeated" : derived.status;
    const { open } = statuses.repeated;
    return status === "repeated" ? { ...derived, status, open, closingDay: null, endedOn: null } : derived;
  },
  effects: (action, event, { values: { warnings = [] } }) =>
    action === "warn" ? { warnings: [...warnings, String(event.data.entry)] } : {},
  locked: ({ events }) => (events.length > 0 ? ["warnings", "person", "year", "yearBegins"] : []),
  check: (row, _, facts) => checkDays(row, facts),
  recount: ({ events }) => {
    // A further warning opens it again.
    const last = events.at(-1);
    const day = last?.action === "decide" ? dayIn(last.data, "on") : undefined;
    return day ? [{ day, dimension: null, amounts: { decided: 1 } }] : [];
  },
});
