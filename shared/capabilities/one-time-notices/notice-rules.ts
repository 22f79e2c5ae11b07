// What makes a notice wrong, how it stands, and what it still owes. D1's annex, 一次性告知制度.
import { dateOf } from "../../kernel/date-time.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { Text } from "../../kernel/text.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { derivedRow } from "../../ledger/derived-row.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import type { Derived } from "../../ledger/record.ts";
import { checkStepOrder } from "../../ledger/step-order.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type NoticeFields, noticeFields, noticeTransitions } from "./notice-fields.ts";

export type NoticeRow = TypedRow<NoticeFields>;

const problems = defineProblems({
  unknown_matter: {
    status: 422,
    zh: "服务事项“{matter}”不在目录中;请从目录里选择。",
    en: "Service item “{matter}” is not in the catalogue; please choose one that is.",
  },
  unknown_kind: {
    status: 422,
    zh: "“{matter}”没有类别“{kind}”;请从列表里选择,或清空“类别”。",
    en: "{matter} has no kind “{kind}”; please choose one from the list, or clear Kind of item.",
  },
  part_missing: {
    status: 422,
    zh: "一次性告知五项不全:制度要求告知“依据、时限、程序、所需的全部资料以及不予办理理由”;请填写“{label}”。",
    en: "The notice lacks one of its five parts (basis, limit, procedure, all materials, reasons for refusal); please fill in {label}.",
  },
  names_nothing: {
    status: 422,
    zh: "补正告知没有写任何材料:制度要求“一次性书面告知其所需补正的手续和资料”;请逐项写明。",
    en: "The correction list names nothing; the rule asks for everything that is to be corrected, in writing and at once. Please name each item.",
  },
  refusal_without_reason: {
    status: 422,
    zh: "不予办理必须说明理由(一次性告知制度一“不予办理理由”);请填写“不予办理理由”。",
    en: "A refusal states its reasons; please fill them in.",
  },
  given_on_case: {
    status: 422,
    zh: "办件上的补正告知请在那一件上用“一次性告知补正”登记:告知书和停表同时生效。",
    en: "A correction list on a case is given on that case, with its step “correction notice”: the notice and the clock go together.",
  },
  important_not_written: {
    status: 422,
    zh: "制度四:重要事项“要以书面的形式告知当事人,并存档备查”;请写明被告知人。",
    en: "An important matter is told in writing and archived; please name the recipient.",
  },
});

const FIVE_PARTS = ["basis", "limit", "procedure", "materials", "refusalReasons"] as const;
/** A refusal says why, and on what it rests; what else the matter would need is of no use then. */
const PARTS_OF_REFUSAL = ["basis", "refusalReasons"] as const;

export function checkNotice(row: NoticeRow, facts: LedgerFacts): Problem[] {
  const { givenAt, matter, subtype } = row.values;
  const known = matter ? facts.findMatter(matter) : undefined;
  if (!known) return [problems.unknown_matter({ field: "matter", matter: matter ?? "" })];
  // D5 二(一): each size of business has materials of its own.
  if (subtype && !known.subtypes.some(({ id }) => id === subtype)) {
    return [problems.unknown_kind({ field: "subtype", matter: known.name, kind: subtype })];
  }
  return [
    ...checkParts(row),
    ...checkOnCase(row, facts),
    ...checkImportant(row),
    ...(givenAt ? checkStepOrder({ field: "givenAt", at: givenAt }, row.events, facts) : []),
  ];
}

/** Cl. 1 for what a matter needs, cl. 2 for corrections, "不予办理理由" for a refusal. */
function checkParts({ values }: NoticeRow): Problem[] {
  const { kind, corrections = [], refusalReasons } = values;
  if (kind === "correction" && corrections.length === 0) {
    return [problems.names_nothing({ field: "corrections" })];
  }
  if (kind === "refusal" && !refusalReasons) {
    return [problems.refusal_without_reason({ field: "refusalReasons" })];
  }
  const needed = kind === "refusal" ? PARTS_OF_REFUSAL : FIVE_PARTS;
  return needed.flatMap((part) => {
    if (values[part] !== undefined) return [];
    const label: Text = noticeFields[part].label;
    return [problems.part_missing({ field: part, label })];
  });
}

export function caseOfNotice({ values, events }: NoticeRow): readonly RowsAsked[] {
  return values.caseId && events.length === 0 ? [{ ledger: "cases", ids: [values.caseId] }] : [];
}

/** Cl. 2: on a case the list stops its clock, so it is given there; what the case gave carries its verdict. */
function checkOnCase({ values, events }: NoticeRow, facts: LedgerFacts): Problem[] {
  if (events.length > 0) return [];
  const { kind, caseId, verdict } = values;
  if (!caseId) return verdict ? [problems.given_on_case({ field: "verdict" })] : [];
  const known = facts.rowsOf("cases").some(({ id }) => id === caseId);
  return known && (kind !== "correction" || verdict) ? [] : [problems.given_on_case({ field: "caseNumber" })];
}

/** Cl. 4: "对需一次性告知的重要事项,要以书面的形式告知当事人,并存档备查". */
function checkImportant({ values, personalFields }: NoticeRow): Problem[] {
  return values.important && !personalFields.includes("recipient")
    ? [problems.important_not_written({ field: "recipient" })]
    : [];
}

export function deriveNotice(row: NoticeRow, facts: LedgerFacts): Derived {
  const day = givenOn(row);
  const archived = stepsOf("archive", noticeTransitions.archive, row.events).at(-1)?.at;
  const archivedOn = archived ? dateOf(archived) : null;
  const { important, kind, verdict } = row.values;
  const within = facts.policyOn(day).notices.archivedWithin;
  const owed = important === true && yearOf(day) >= facts.calendar.firstYear;
  const dueDate = owed ? addWorkingDays(facts.calendar, day, within) : null;
  const status = important ? (archivedOn ? "archived" : "toArchive") : "given";
  return derivedRow({
    status,
    open: status === "toArchive",
    businessDay: day,
    closingDay: important ? archivedOn : day,
    dueDate,
    endedOn: archivedOn,
    provisional: dueDate !== null && yearOf(dueDate) > facts.calendar.lastYear,
    marks: [
      ...(kind ? [kind] : []),
      ...(important ? ["important"] : []),
      ...(verdict === "breach" ? ["breach"] : []),
    ],
    calendar: facts.calendar.version,
  });
}

/** Cl. 4 "存档备查": within one working day [P]. */
export function noticeDuties(_: NoticeRow, { dueDate, endedOn }: Derived): RowDuty[] {
  return dueDate === null
    ? []
    : [
        {
          id: "archive",
          label: { zh: "重要告知归档", en: "Archive an important notice" },
          dueOn: dueDate,
          doneOn: endedOn,
          mustAct: "clerk",
          source: "D1 附 一次性告知制度 四",
        },
      ];
}

function givenOn({ values }: NoticeRow): PlainDate {
  if (!values.givenAt) throw new Error("a notice without its time was accepted");
  return dateOf(values.givenAt);
}
