// What becomes of attendance and leave by the mere passing of time: lapsed explanations, handing over that goes on.
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { findOpenRows } from "../find-rows.ts";
import { factsOf } from "../hall-facts.ts";
import { writeRows } from "../write-rows.ts";

type Deps = Pick<Dependencies, "table" | "ledgers" | "now">;
type Place = Pick<HallPlace, "hall" | "centre">;

/** A list of cases goes over in parts of some 15; more parts than this in one run means that something is wrong. */
const MAX_PARTS = 40;

/**
 * D4 一: "应向相关领导说明情况,否则按旷工处理": lines that nobody explained in time, where the centre enabled it. The rule
 * is the ledger's own; this only asks it.
 */
export async function lapseUnexplained(deps: Deps, at: Place): Promise<number> {
  const facts = await factsOf(deps.table, at, attendance, deps.now());
  if (!facts.policyOn(facts.today).absenteeism) return 0;
  const overdue = await findOpenRows(deps.table, at.hall, attendance, facts.today, true);
  const due = overdue.filter(({ derived }) => derived.status === "unexplained");
  return step(deps, at, attendance, due, "lapse");
}

/** Handing over that was longer than one transaction. */
export async function continueHandovers(deps: Deps, at: Place): Promise<number> {
  const facts = await factsOf(deps.table, at, leaveRequests, deps.now());
  let done = 0;
  for (let part = 0; part < MAX_PARTS; part++) {
    const open = await findOpenRows(deps.table, at.hall, leaveRequests, facts.today, false);
    const waiting = open.filter(({ derived }) => derived.status === "handingOver");
    const moved = await step(deps, at, leaveRequests, waiting, "continueHandover");
    if (moved === 0) return done;
    done += moved;
  }
  return done;
}

async function step(
  deps: Deps,
  at: Place,
  ledger: Ledger,
  records: readonly LedgerRecord[],
  action: string,
): Promise<number> {
  if (records.length === 0) return 0;
  const facts = await factsOf(deps.table, at, ledger, deps.now());
  const rows = records.map(({ id, version }) => ({
    id,
    baseVersion: version,
    action,
    values: { at: facts.now },
  }));
  const outcomes = await writeRows(rows, {
    table: deps.table,
    ledgers: deps.ledgers,
    hall: at.hall,
    ledger,
    facts,
    actor: "system",
    roles: null,
    may: () => true,
    batchId: `${action}-${facts.today}`,
    enteredBy: null,
  });
  return outcomes.filter(({ decision }) => decision.status === "accepted").length;
}
