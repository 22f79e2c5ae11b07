// One case in memory: steps are decided as the backend decides them, without storing anything.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { type DateTime, dateTime } from "../../../shared/kernel/date-time.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { WorkingCalendar } from "../../../shared/kernel/working-calendar.ts";
import { type CurrentRow, type Decision, decideRow } from "../../../shared/ledger/decide-row.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { testFacts } from "../../support/facts.ts";

const ID = "00000000-0000-4000-8000-000000000001";

/** `2026-03-02 09:00` in Shanghai. */
export function at(text: string): DateTime {
  return dateTime(`${text.slice(0, 10)}T${text.slice(11)}:00+08:00`);
}

export interface LifeOptions {
  readonly workingDays?: number | null;
  readonly upstream?: boolean;
  readonly calendar?: WorkingCalendar;
}

export function caseFacts(now: string, options: LifeOptions = {}): LedgerFacts {
  const { workingDays = 5, upstream = true, calendar = chinaCalendar() } = options;
  return {
    ...testFacts({ now: at(now) }),
    calendar,
    findMatter: (id) => ({
      id,
      name: { zh: "事项", en: "matter" },
      post: "welfare",
      flow: "agencyHandling",
      timeLimit: workingDays,
      upstream,
      anonymous: false,
      fee: false,
      subtypes: [],
    }),
  };
}

/** Far enough behind every test's steps. */
const LATER = "2026-12-30 12:00";

export class CaseLife {
  record: LedgerRecord;
  private personal: CurrentRow["personal"] = {};

  constructor(
    values: Readonly<Record<string, unknown>> = {},
    private readonly options: LifeOptions = {},
  ) {
    const given = {
      receivedAt: "2026-03-02 09:00",
      matter: "m",
      visitor: "张三",
      acceptedBy: "李四",
      ...values,
    };
    const decision = this.decide("upsert", given, "clerk", undefined);
    if (decision.status !== "accepted") throw new Error(JSON.stringify(decision));
    this.record = this.recordOf(decision.change.row, decision.change.personal, undefined);
  }

  /** What becomes of a step; it is kept when it is accepted. */
  step(action: string, values: Readonly<Record<string, unknown>>, role: Role = "hallHead"): Decision {
    const decision = this.decide(action, values, role, this.record);
    if (decision.status === "accepted") {
      this.record = this.recordOf(decision.change.row, decision.change.personal, this.record);
    }
    return decision;
  }

  /** The codes of the problems with a step, or its status. */
  try(action: string, values: Readonly<Record<string, unknown>>, role: Role = "hallHead"): string {
    const decision = this.step(action, values, role);
    return "problems" in decision ? decision.problems.map(({ code }) => code).join(" ") : decision.status;
  }

  get derived() {
    return this.record.derived;
  }

  trace() {
    return cases.trace(this.record, caseFacts(LATER, this.options));
  }

  responsibility() {
    return cases.responsibility(this.record);
  }

  private decide(
    action: string,
    values: Readonly<Record<string, unknown>>,
    role: Role,
    record: LedgerRecord | undefined,
  ): Decision {
    return decideRow(
      { id: ID, baseVersion: record?.version ?? 0, action, values },
      record && { record, personal: this.personal, since: [] },
      {
        ledger: cases,
        facts: caseFacts(LATER, this.options),
        actor: "p",
        roles: [role],
        may: (wanted) => (cases.access[wanted] ?? []).includes(role),
      },
    );
  }

  private recordOf(
    row: Pick<LedgerRecord, "values" | "personalFields" | "events" | "enteredAt">,
    personal: CurrentRow["personal"],
    before: LedgerRecord | undefined,
  ): LedgerRecord {
    this.personal = personal;
    const facts = caseFacts(LATER, this.options);
    return {
      ...row,
      id: ID,
      hall: "east",
      ledger: "cases",
      version: (before?.version ?? 0) + 1,
      seq: (before?.seq ?? 0) + 1,
      serial: "2026-00001",
      definitionVersion: cases.version,
      personalToken: "t",
      derived: cases.derive(row, facts),
      contributions: [],
      metricsVersion: cases.metricsVersion,
      updatedAt: facts.now,
      enteredBy: null,
      syncedBy: "p",
      voided: null,
      revisions: [],
    };
  }
}
