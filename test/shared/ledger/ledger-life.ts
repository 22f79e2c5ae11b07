// One row of any ledger in memory: steps are decided as the backend decides them, with people and rows as given.
import { type DateTime, dateOf, dateTime } from "../../../shared/kernel/date-time.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type CurrentRow, type Decision, decideRow } from "../../../shared/ledger/decide-row.ts";
import { dimensionOf, type Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { AskedRow, LedgerFacts, MatterFacts, PersonFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { testFacts } from "../../support/facts.ts";

export const LIFE_ID = "00000000-0000-4000-8000-000000000001";

/** `2026-03-02 09:00` in Shanghai. */
export function at(text: string): DateTime {
  return dateTime(`${text.slice(0, 10)}T${text.slice(11)}:00+08:00`);
}

export interface LifeFacts {
  readonly now?: string;
  readonly people?: readonly PersonFacts[];
  readonly rows?: Readonly<Record<string, readonly AskedRow[]>>;
  readonly matter?: Partial<MatterFacts>;
}

export function person(id: string, ...roles: Role[]): PersonFacts {
  return { id, name: `${id}样例`, roles, halls: ["east"] };
}

/** A row that another ledger's rules ask for. */
export function askedRow(id: string, serial: string, values: Values, status = "open"): AskedRow {
  const day = dateOf(at("2026-03-02 09:00"));
  return {
    id,
    serial,
    status,
    open: true,
    values,
    events: [],
    derived: {
      status,
      open: true,
      businessDay: day,
      closingDay: null,
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
    },
  };
}

export function lifeFacts(options: LifeFacts = {}): LedgerFacts {
  const { now = "2026-12-30 12:00", people = [], rows = {}, matter = {} } = options;
  return {
    ...testFacts({ now: at(now), people, rows }),
    findMatter: (id) =>
      id === "unknown"
        ? undefined
        : {
            id,
            name: { zh: "事项", en: "matter" },
            post: "welfare",
            flow: "agencyHandling",
            timeLimit: 5,
            upstream: false,
            anonymous: false,
            fee: false,
            subtypes: [],
            materials: [],
            ...matter,
          },
  };
}

export interface Acting {
  readonly id: string;
  readonly roles: readonly Role[];
}

const HEAD: Acting = { id: "head", roles: ["hallHead"] };

export class LedgerLife {
  record: LedgerRecord | undefined;
  private personal: CurrentRow["personal"] = {};

  constructor(
    readonly ledger: Ledger,
    private readonly options: LifeFacts = {},
  ) {}

  /** The problems of a change, none when it was accepted; then it is kept. `null` acts for the system. */
  take(action: string, values: Values, actor: Acting | null = HEAD): readonly Problem[] {
    const decision = this.decide(action, values, actor);
    if (decision.status !== "accepted") {
      if ("problems" in decision) return decision.problems;
      throw new Error(`${action} changed nothing`);
    }
    const { row, personal, voided } = decision.change;
    const { ledger, facts } = this;
    const derived = ledger.derive(row, facts);
    this.personal = personal;
    this.record = {
      ...row,
      id: LIFE_ID,
      hall: "east",
      ledger: ledger.id,
      version: (this.record?.version ?? 0) + 1,
      seq: (this.record?.seq ?? 0) + 1,
      serial: "2026-00012",
      definitionVersion: ledger.version,
      personalToken: row.personalFields.length > 0 ? "token" : null,
      derived,
      contributions: contributionsOf(ledger.metrics, row, derived, dimensionOf(ledger.dimension, row.values)),
      metricsVersion: ledger.metricsVersion,
      updatedAt: facts.now,
      enteredBy: null,
      syncedBy: actor?.id ?? "system",
      voided,
      revisions: [],
    };
    return [];
  }

  /** The codes of the problems, or the status that the row has come to. */
  try(action: string, values: Values, actor: Acting | null = HEAD): string {
    const problems = this.take(action, values, actor);
    return problems.length > 0 ? problems.map(({ code }) => code).join(" ") : this.now.derived.status;
  }

  get now(): LedgerRecord {
    if (!this.record) throw new Error("nothing was accepted yet");
    return this.record;
  }

  get facts(): LedgerFacts {
    return lifeFacts(this.options);
  }

  /** Undone personal values, as after an erasure. */
  erase(): void {
    this.personal = {};
    this.record = { ...this.now, personalToken: null };
  }

  duties() {
    return this.ledger.duties(this.now, this.now.derived, this.facts);
  }

  /** What metrics and recount say: equal, or one of the two is wrong. */
  figures() {
    const recounted = this.ledger.recount(this.now, this.now.derived);
    return { counted: this.now.contributions, recounted };
  }

  print(serial = "2026-00012") {
    return this.ledger.print(this.now, this.personal, this.facts, serial);
  }

  private decide(action: string, values: Values, actor: Acting | null): Decision {
    const { record, personal, ledger, facts } = this;
    return decideRow(
      { id: LIFE_ID, baseVersion: record?.version ?? 0, action, values },
      record && { record, personal, since: [] },
      {
        ledger,
        facts,
        actor: actor?.id ?? "system",
        roles: actor?.roles ?? null,
        may: (wanted) => actor?.roles.some((role) => ledger.access[wanted]?.includes(role)) ?? true,
      },
    );
  }
}
