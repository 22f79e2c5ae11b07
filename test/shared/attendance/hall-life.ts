// A hall's leave, outings, attendance and work in memory: rows are decided, and followed, as the backend does it.
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import { outings } from "../../../shared/capabilities/attendance/outings-ledger.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type CurrentRow, decideRow } from "../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { AskedRow, CentrePolicy, LedgerFacts, PersonFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { testFacts } from "../../support/facts.ts";
import { caseFacts } from "../cases/case-life.ts";

const LEDGERS: readonly Ledger[] = [attendance, leaveRequests, outings, cases, findings];

const person = (id: string, name: string, ...roles: Role[]): PersonFacts => ({
  id,
  name,
  roles,
  halls: ["east"],
});

/** Two clerks, a utility's employee, both heads. */
export const PEOPLE: readonly PersonFacts[] = [
  person("wang", "王演示", "clerk"),
  person("li", "李演示", "clerk"),
  { ...person("gas", "燃气演示", "clerk"), employer: "燃气公司(演示)" },
  person("window", "窗口负责人演示", "windowHead"),
  person("hall", "大厅负责人演示", "hallHead"),
];

/** People of the centre, whom the hall's lists do not hold. */
const CENTRE: Readonly<Record<string, readonly Role[]>> = {
  leader: ["supervisingLeader"],
  director: ["director"],
  admin: ["centreAdmin"],
  office: ["department"],
};

export interface Outcome {
  readonly codes: readonly string[];
  readonly problems: readonly Problem[];
}

export class HallLife {
  readonly records = new Map<string, CurrentRow>();
  private serials = 0;

  constructor(
    /** `2026-11-02 08:30` */
    public now: string,
    private readonly policy: Partial<CentrePolicy> = {},
    private readonly people: readonly PersonFacts[] = PEOPLE,
  ) {}

  /** Sends one row or step; what follows from it is written with it, or nothing is. */
  send(ledger: string, id: string, action: string, values: Values, by: string): Outcome {
    const kept = new Map(this.records);
    const outcome = this.decide(ledger, id, action, values, by);
    if (outcome.codes.length > 0) {
      this.records.clear();
      for (const [key, row] of kept) this.records.set(key, row);
    }
    return outcome;
  }

  /** As `send`, and throws when it is refused. */
  do(ledger: string, id: string, action: string, values: Values, by: string): LedgerRecord {
    const { problems } = this.send(ledger, id, action, values, by);
    if (problems.length > 0) throw new Error(`${action}: ${JSON.stringify(problems)}`);
    return this.record(id);
  }

  record(id: string): LedgerRecord {
    const found = this.records.get(id);
    if (!found) throw new Error(`no row ${id}`);
    return found.record;
  }

  status(id: string): string {
    return this.record(id).derived.status;
  }

  facts(self: string): LedgerFacts {
    const base = testFacts({ now: `${this.now.replace(" ", "T")}:00+08:00`, people: this.people });
    return {
      ...base,
      policyOn: (day) => ({ ...base.policyOn(day), ...this.policy }),
      findMatter: caseFacts(this.now).findMatter,
      rowsOf: (ledger) =>
        [...this.records.values()].flatMap(({ record }) =>
          record.ledger === ledger && record.id !== self && !record.voided ? [askedRow(record)] : [],
        ),
    };
  }

  private decide(ledgerId: string, id: string, action: string, values: Values, by: string | null): Outcome {
    const ledger = LEDGERS.find((one) => one.id === ledgerId);
    if (!ledger) throw new Error(`no ledger ${ledgerId}`);
    const facts = this.facts(id);
    const current = this.records.get(id);
    const roles = by === null ? null : (CENTRE[by] ?? this.people.find((one) => one.id === by)?.roles ?? []);
    const version = current?.record.version ?? 0;
    const decision = decideRow({ id, baseVersion: version, action, values }, current, {
      ledger,
      facts,
      actor: by ?? "system",
      roles,
      may: (wanted) => roles === null || (ledger.access[wanted] ?? []).some((role) => roles.includes(role)),
    });
    if (decision.status === "refused" || decision.status === "conflict") {
      return { codes: decision.problems.map(({ code }) => code), problems: decision.problems };
    }
    if (decision.status === "unchanged") return { codes: [], problems: [] };
    const { row, personal, voided } = decision.change;
    const derived = ledger.derive(row, facts);
    const record: LedgerRecord = {
      ...row,
      ...{ id, hall: "east", ledger: ledgerId, version: version + 1, seq: 1 },
      serial: current?.record.serial ?? `2026-${String(++this.serials).padStart(5, "0")}`,
      ...{ definitionVersion: 1, personalToken: "t", metricsVersion: 1, revisions: [] },
      derived: voided ? { ...derived, status: "void", open: false } : derived,
      contributions: voided ? [] : contributionsOf(ledger.metrics, row, derived, null),
      ...{ updatedAt: facts.now, enteredBy: null, syncedBy: by ?? "system", voided },
    };
    this.records.set(id, { record, personal, since: [] });
    const following = ledger.follows(
      {
        action,
        event: row.events.length > (current?.record.events.length ?? 0) ? (row.events.at(-1) ?? null) : null,
        before: current ? rowOf(current.record) : null,
        row,
        derived,
        id,
        serial: record.serial,
        personal,
      },
      facts,
    );
    for (const next of following) {
      const outcome = this.decide(next.ledger, next.id, next.action, next.values, null);
      if (outcome.codes.length > 0) return outcome;
    }
    return { codes: [], problems: [] };
  }
}

function askedRow(record: LedgerRecord): AskedRow {
  const { id, serial, values, events, derived } = record;
  const ledger = LEDGERS.find((one) => one.id === record.ledger);
  return {
    ...{ id, serial, values, events, derived },
    status: derived.status,
    open: derived.open,
    responsibility: ledger?.responsibility(rowOf(record)) ?? null,
  };
}
