// What makes a referral or an enquiry wrong, how it stands, and who is answerable meanwhile. D1 annex cl. 2 and 3; 首问责任.
import { type DateTime, dateOf } from "../../kernel/date-time.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { derivedRow } from "../../ledger/derived-row.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Derived } from "../../ledger/record.ts";
import type { Handover, Responsibility } from "../../ledger/responsibility.ts";
import { checkStepOrder } from "../../ledger/step-order.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type ReferralFields, referralTransitions } from "./referral-fields.ts";

export type ReferralRow = TypedRow<ReferralFields>;

const problems = defineProblems({
  names_nobody: {
    status: 422,
    zh: "制度二:不属于本人业务范围的,“要明确告知他人应找哪个部门或哪位同志办理”;请填写部门或同志。",
    en: "The rule asks to name the department or the colleague to see; please fill in one of the two.",
  },
  asked_nobody: {
    status: 422,
    zh: "制度三:要“帮助其咨询了解或请示报告”;请填写涉及部门或向谁请示。",
    en: "The rule asks to enquire or to ask superiors; please say which departments are concerned, or who was asked.",
  },
  told_nothing: {
    status: 422,
    zh: "制度三:要“将结果告知当事人,不能一推了之”;还没有答复的,请写明告知了什么。",
    en: "The resident is told the result; where no answer came, please say what was told.",
  },
  told_before_asked: {
    status: 422,
    zh: "答应告知的日期早于询问日期;请核对。",
    en: "It was promised for a day before it was asked; please check the date.",
  },
  unknown_matter: {
    status: 422,
    zh: "服务事项“{matter}”不在目录中;请从目录里选择,或留空。",
    en: "Service item “{matter}” is not in the catalogue; please choose one, or leave it empty.",
  },
});

export type ReferralStatus = "referred" | "sentBack" | "takenOver" | "asked" | "answered" | "told";

interface State {
  readonly status: ReferralStatus;
  readonly ended: DateTime | null;
}

export function stateOf({ values, events }: Pick<ReferralRow, "values" | "events">): State {
  let state: State = { status: values.kind === "enquiry" ? "asked" : "referred", ended: null };
  for (const event of events) {
    const at = stepTime(event.action, event.data.at);
    if (!at) continue;
    if (event.action === "takeOver") state = { status: "takenOver", ended: at };
    if (event.action === "sendBack") state = { status: "sentBack", ended: null };
    if (event.action === "referAgain") state = { status: "referred", ended: null };
    if (event.action === "answer") state = { status: "answered", ended: null };
    if (event.action === "tell") state = { status: "told", ended: at };
  }
  return state;
}

function stepTime(action: string, at: unknown): DateTime | undefined {
  const parsed = referralTransitions.answer.fields.at.schema.safeParse(at);
  return Object.hasOwn(referralTransitions, action) && parsed.success ? parsed.data : undefined;
}

/** Who was referred is taken over within 1 working day, who waits for an answer is told within 5 [P], or as promised. */
export function deriveReferral(row: ReferralRow, facts: LedgerFacts): Derived {
  const businessDay = askedOn(row);
  const { status, ended } = stateOf(row);
  const { referralTakenWithin, enquiryToldWithin } = facts.policyOn(businessDay).notices;
  const within = row.values.kind === "enquiry" ? enquiryToldWithin : referralTakenWithin;
  const assessable = yearOf(businessDay) >= facts.calendar.firstYear;
  const byRule = assessable ? addWorkingDays(facts.calendar, businessDay, within) : null;
  const dueDate = row.values.tellBy ?? byRule;
  const endedOn = ended ? dateOf(ended) : null;
  return derivedRow({
    status,
    open: ended === null,
    businessDay,
    closingDay: endedOn,
    dueDate,
    endedOn,
    provisional: dueDate !== null && yearOf(dueDate) > facts.calendar.lastYear,
    marks: row.values.kind ? [row.values.kind] : [],
    calendar: facts.calendar.version,
  });
}

/** Annex cl. 3 "将结果告知当事人,不能一推了之"; cl. 2: whoever was sent on has arrived. */
export function referralDuties({ values }: ReferralRow, { dueDate, endedOn }: Derived): RowDuty[] {
  if (dueDate === null) return [];
  const enquiry = values.kind === "enquiry";
  return [
    {
      id: enquiry ? "tell" : "takeOver",
      label: enquiry
        ? { zh: "请示结果告知当事人", en: "Tell the resident the result" }
        : { zh: "落实转介接手", en: "See that the referral is taken over" },
      dueOn: dueDate,
      doneOn: endedOn,
      mustAct: "clerk",
      source: enquiry ? "D1 附 一次性告知制度 三" : "D1 附 一次性告知制度 二",
    },
  ];
}

/** D1 三4 首问责任: who was asked first stays answerable until the other side took it, or the resident was told. */
export function responsibilityForReferral({ values, events }: ReferralRow): Responsibility {
  const { firstAskedBy = "", askedAt, toDepartment = null, toPerson } = values;
  const { takeOver, referAgain, handOver } = referralTransitions;
  const follows = stepsOf("handOver", handOver, events).at(-1)?.to ?? firstAskedBy;
  const handovers: Handover[] = [];
  const refer = (at: DateTime, person: string | undefined, department: string | null) =>
    handovers.push({
      at,
      from: firstAskedBy,
      to: person ?? department ?? "",
      department,
      reason: "",
      takenAt: null,
    });
  if (askedAt && values.kind === "referral") refer(askedAt, toPerson, toDepartment);
  for (const event of events) {
    const again = stepsOf("referAgain", referAgain, [event])[0];
    if (again?.at) refer(again.at, again.toPerson, again.toDepartment ?? null);
    const taken = stepsOf("takeOver", takeOver, [event])[0];
    const last = handovers.pop();
    if (last) handovers.push(taken?.at ? { ...last, to: taken.by ?? last.to, takenAt: taken.at } : last);
  }
  const { ended } = stateOf({ values, events });
  const last = handovers.at(-1);
  const taken = last?.takenAt ? last : undefined;
  return {
    firstAskedBy,
    answerable: ended === null,
    holder: taken?.to ?? follows,
    department: taken?.department ?? null,
    handovers,
  };
}

export function checkReferral(row: ReferralRow, facts: LedgerFacts): Problem[] {
  const { askedAt, tellBy, matter } = row.values;
  const problem =
    matter && !facts.findMatter(matter)
      ? problems.unknown_matter({ field: "matter", matter })
      : tellBy && tellBy < askedOn(row)
        ? problems.told_before_asked({ field: "tellBy" })
        : undefined;
  return [
    ...checkNamed(row),
    ...(problem ? [problem] : []),
    ...checkTold(row),
    ...(askedAt ? checkStepOrder({ field: "askedAt", at: askedAt }, row.events, facts) : []),
  ];
}

/** Annex cl. 2 "应找哪个部门或哪位同志办理"; cl. 3 "帮助其咨询了解或请示报告". */
function checkNamed({ values, events }: ReferralRow): Problem[] {
  const { kind, toDepartment, toPerson, departments, askedOf } = values;
  if (kind === "enquiry") {
    return departments || askedOf ? [] : [problems.asked_nobody({ field: "askedOf" })];
  }
  const again = events.at(-1)?.action === "referAgain" ? events.at(-1)?.data : undefined;
  const named = again ? again.toDepartment || again.toPerson : toDepartment || toPerson;
  return named ? [] : [problems.names_nobody({ field: "toDepartment" })];
}

/** Annex cl. 3: told without an answer, it has to be said what. */
function checkTold({ events }: ReferralRow): Problem[] {
  const last = events.at(-1);
  if (last?.action !== "tell") return [];
  const answered = events.some(({ action }) => action === "answer");
  return answered || last.data.result ? [] : [problems.told_nothing({ field: "result" })];
}

function askedOn({ values }: ReferralRow): PlainDate {
  if (!values.askedAt) throw new Error("a referral without its time was accepted");
  return dateOf(values.askedAt);
}
