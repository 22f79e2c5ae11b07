// A case's clock: its events in the kernel's terms, the policy that applies, and the status that follows.
import { correctionOf, dayZero } from "../../kernel/clock-stops.ts";
import { compareDateTimes, type DateTime, dateOf } from "../../kernel/date-time.ts";
import { type ClockEvent, type ClockPolicy, type Deadline, deadline } from "../../kernel/deadline.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, MatterFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { VERDICTS } from "../../ledger/notice-words.ts";
import type { RowEvent } from "../../ledger/record.ts";
import type { caseFields } from "./case-fields.ts";
import { type CaseStatus, caseTransitions } from "./case-transitions.ts";

export interface CaseRow extends TypedRow<typeof caseFields> {
  /** Of a later round: when the case itself was received. */
  readonly firstReceivedAt?: DateTime | undefined;
}

/**
 * The matter as it stood in the catalogue on the day of receipt: a case keeps the version that it was received under,
 * through every later version and every reopening.
 */
export function matterOf({ values, firstReceivedAt }: CaseRow, facts: LedgerFacts): MatterFacts | undefined {
  const received = firstReceivedAt ?? values.receivedAt;
  return values.matter && received ? facts.findMatter(values.matter, dateOf(received)) : undefined;
}

/** Closings that may happen while the hall still waits for materials. */
const CLOSES_WITHOUT_MATERIALS: ReadonlySet<string> = new Set(["withdrawn", "notAccepted", "refused"]);

export function closesWithoutMaterials(outcome: string | undefined): boolean {
  return outcome !== undefined && CLOSES_WITHOUT_MATERIALS.has(outcome);
}

/** The case's events as its clock sees them, in the order in which they happened. */
export function clockEventsOf(row: CaseRow): ClockEvent[] {
  const { receivedAt, completedAt } = row.values;
  const events: { at: DateTime; event: ClockEvent }[] = [];
  const add = (at: DateTime, event: ClockEvent) => events.push({ at, event });
  if (receivedAt) add(receivedAt, { type: "received", at: receivedAt });
  const named = new Set<string>();
  for (const event of row.events) {
    const found = clockEventOf(event, named);
    if (found) add(found.at, found.event);
  }
  closeOpenProcedures(row, events);
  if (completedAt) add(completedAt, { type: "completed", at: completedAt });
  return events.sort((a, b) => compareDateTimes(a.at, b.at)).map(({ event }) => event);
}

function clockEventOf(event: RowEvent, named: Set<string>): { at: DateTime; event: ClockEvent } | undefined {
  const { giveCorrectionNotice, completeMaterials, beginSpecialProcedure, extend, forward } = caseTransitions;
  const { data } = event;
  if (event.action === "giveCorrectionNotice" && isValuesOf(giveCorrectionNotice.fields, data) && data.at) {
    return {
      at: data.at,
      event: { type: "correctionNotice", at: data.at, breach: verdictOn(data, named) === "breach" },
    };
  }
  if (event.action === "completeMaterials" && isValuesOf(completeMaterials.fields, data) && data.at) {
    return { at: data.at, event: { type: "materialsComplete", at: data.at } };
  }
  if (event.action === "beginSpecialProcedure" && isValuesOf(beginSpecialProcedure.fields, data)) {
    const { startsOn, endsOn, toldAt } = data;
    if (!startsOn || !toldAt) return undefined;
    return { at: toldAt, event: { type: "specialProcedure", from: startsOn, to: endsOn ?? null } };
  }
  if (
    event.action === "extend" &&
    isValuesOf(extend.fields, data) &&
    data.askedAt &&
    data.workingDays &&
    data.at
  ) {
    return {
      at: data.at,
      event: { type: "extension", askedAt: data.askedAt, workingDays: data.workingDays },
    };
  }
  if (event.action === "forward" && isValuesOf(forward.fields, data) && data.at) {
    return { at: data.at, event: { type: "forwarded", at: data.at } };
  }
  if (event.action === "recordUpstreamResult" && isValuesOf(completeMaterials.fields, data) && data.at) {
    return { at: data.at, event: { type: "upstreamResult", at: data.at } };
  }
  return undefined;
}

/**
 * D1 annex cl. 2: everything that is missing is named the first time. A later list that names only what the first
 * one named is no breach; one that names something new is, unless the case or the law changed.
 *
 * @param named every item of the lists before it; the list's own are added
 */
export function verdictOn(
  notice: { readonly items?: readonly string[] | undefined; readonly newReason?: string | undefined },
  named: Set<string>,
): keyof typeof VERDICTS {
  const items = notice.items ?? [];
  const first = named.size === 0;
  const isNew = items.some((item) => !named.has(item));
  for (const item of items) named.add(item);
  if (first) return "first";
  if (!isNew) return "repeated";
  return notice.newReason ? "changed" : "breach";
}

/** "The special procedure ends" closes every procedure that was begun without an end. */
function closeOpenProcedures(row: CaseRow, events: { at: DateTime; event: ClockEvent }[]): void {
  const end = row.events.findLast((event) => event.action === "endSpecialProcedure");
  const fields = caseTransitions.endSpecialProcedure.fields;
  if (!end || !isValuesOf(fields, end.data) || !end.data.endsOn) return;
  const { endsOn } = end.data;
  for (const entry of events) {
    if (entry.event.type !== "specialProcedure" || entry.event.to !== null) continue;
    entry.event = { ...entry.event, to: endsOn };
  }
}

/** When an extension was granted of which the resident has not been told yet (行政许可法 42), in the round given. */
export function untoldExtension(round: CaseRow): DateTime | undefined {
  let granted: DateTime | undefined;
  for (const { action, data } of round.events) {
    const { extend } = caseTransitions;
    if (action === "extend" && isValuesOf(extend.fields, data)) granted = data.toldAt ? undefined : data.at;
    if (action === "tellExtension") granted = undefined;
  }
  return granted;
}

export function policyFor(row: CaseRow, facts: LedgerFacts): ClockPolicy {
  const matter = matterOf(row, facts);
  const policy = facts.policyOn(receivedOn(row));
  return {
    workingDays: matter?.timeLimit ?? null,
    receiveNextDay: policy.receiveNextDay,
    closesAt: facts.timetableOn(receivedOn(row)).closesAt,
    noticeWithin: policy.correctionNoticeWithin,
    givenDueDate: row.values.givenDueDate ?? null,
  };
}

export function clockOf(row: CaseRow, facts: LedgerFacts): Deadline {
  return deadline(clockEventsOf(row), policyFor(row, facts), facts.calendar);
}

/** Whether the hall waits for corrected materials, whatever the limit, or none, that its clock would run on. */
export function isAwaitingCorrection(row: CaseRow, facts: LedgerFacts): boolean {
  const policy = policyFor(row, facts);
  const { receivedAt } = row.values;
  if (!receivedAt) return false;
  const firstDay = dayZero(receivedAt, policy, facts.calendar);
  return correctionOf(clockEventsOf(row), firstDay, policy, facts.calendar).waitingSince !== null;
}

export function statusOf(row: CaseRow, clock: Deadline, facts: LedgerFacts): CaseStatus {
  if (row.values.completedAt) return row.values.feedbackAt ? "fedBack" : "completed";
  if (row.events.some((event) => event.action === "recordUpstreamResult")) return "resultKnown";
  if (row.events.some((event) => event.action === "forward")) return "upstream";
  if (isAwaitingCorrection(row, facts)) return "awaitingCorrection";
  return clock.state === "paused" ? "paused" : "processing";
}

/** The local date of receipt. */
export function receivedOn(row: CaseRow) {
  const { receivedAt } = row.values;
  if (!receivedAt) throw new Error("a case without a time of receipt was accepted");
  return dateOf(receivedAt);
}
