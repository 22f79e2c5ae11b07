// Somebody leaves a hall: every open piece of work passes to a successor, then the roles end. Nothing is orphaned.
import { randomUUID } from "node:crypto";
import { officeOf } from "../../../shared/capabilities/organisation/hall.ts";
import { teamsWithout } from "../../../shared/capabilities/organisation/team.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import type { Person } from "../../storage/directory-store.ts";
import { replaceGrants } from "../../storage/grants-store.ts";
import { findRecords } from "../../storage/record-store.ts";
import { factsOf } from "../hall-facts.ts";
import { idsToAsk } from "../obligations/row-duties.ts";
import { writeRows } from "../write-rows.ts";
import { replaceTeams } from "./form-team.ts";

const problems = defineProblems({
  successor_not_here: {
    status: 422,
    zh: "接手人“{name}”不在本厅任职；请选择本厅在岗人员。",
    en: "{name} has no work in this hall: choose somebody who has.",
  },
  hands_over_to_oneself: {
    status: 422,
    zh: "接手人不能是离岗者本人；请另选一人。",
    en: "Nobody hands over to themselves: choose somebody else.",
  },
  not_at_this_hall: {
    status: 422,
    zh: "“{name}”不在本厅任职，或已离岗。",
    en: "{name} has no work in this hall, or has left already.",
  },
  leaves_in_the_past: {
    status: 422,
    zh: "离岗日期不能早于今天({today})。",
    en: "The last day cannot lie before today ({today}).",
  },
  teams_changed: {
    status: 409,
    zh: "有人刚刚改过本厅的班组;请重新打开本页再办离岗,岗位权限尚未收回。",
    en: "Somebody has just changed this hall's teams; open the page again. No role has been ended.",
  },
  row_not_taken: {
    status: 409,
    zh: "“{ledger}”第 {serial} 号未能移交：{reason} 请先处理，再办离岗；岗位权限尚未收回。",
    en: "No. {serial} of “{ledger}” could not be handed over: {reason} Settle it first; no role has been ended.",
  },
});

export interface Leaving {
  readonly person: Person;
  readonly successor: Person;
  readonly lastDay: PlainDate;
  readonly reason: string;
}

export interface HandedOver {
  readonly ledger: string;
  readonly serial: string;
}

const worksAt = (person: Person, hall: string, today: PlainDate): boolean =>
  person.grants.some((grant) => grant.hall === hall && (grant.to === undefined || grant.to >= today));

/** The rows first: where one of them is refused, the person keeps every role and the reason is told. */
export async function leaveHall(
  deps: Dependencies,
  at: HallPlace,
  leaving: Leaving,
  actor: string,
): Promise<Result<readonly HandedOver[], Problem>> {
  const { person, successor, lastDay } = leaving;
  const { today } = at.place;
  if (!worksAt(person, at.hall.id, today)) return err(problems.not_at_this_hall({ name: person.name }));
  if (person.id === successor.id) return err(problems.hands_over_to_oneself({ field: "successor" }));
  if (!worksAt(successor, at.hall.id, today)) {
    return err(problems.successor_not_here({ field: "successor", name: successor.name }));
  }
  if (lastDay < today) return err(problems.leaves_in_the_past({ field: "lastDay", today }));
  const handed: HandedOver[] = [];
  for (const ledger of deps.ledgers) {
    if (ledger.written === "verbs") continue;
    // People of a hall may have work in the centre's own ledgers too.
    const where = ledger.scope === "hall" ? at : { ...at, hall: officeOf(at.centre) };
    const passed = await handOverLedger(deps, where, ledger, leaving, actor);
    if (!passed.ok) return passed;
    handed.push(...passed.value);
  }
  const teams = at.hall.teams ?? [];
  if (
    teams.some(({ members }) => members.includes(person.id)) &&
    !(await replaceTeams(deps, at.hall, teamsWithout(teams, person.id, successor.id)))
  ) {
    return err(problems.teams_changed({}));
  }
  const grants = person.grants.map((grant) =>
    grant.hall === at.hall.id && (grant.to === undefined || grant.to > lastDay)
      ? { ...grant, from: grant.from ?? addDays(lastDay, -36_500), to: lastDay }
      : grant,
  );
  if (!(await replaceGrants(deps.table, person, grants))) {
    return err(problems.not_at_this_hall({ name: person.name }));
  }
  return ok(handed);
}

async function handOverLedger(
  deps: Dependencies,
  { hall, centre, place }: HallPlace,
  ledger: Ledger,
  { person, successor, reason }: Leaving,
  actor: string,
): Promise<Result<readonly HandedOver[], Problem>> {
  const facts = await factsOf(deps.table, { hall, centre }, ledger, deps.now());
  const records = await findRecords(deps.table, await idsToAsk(deps.table, hall, ledger, place.today));
  const handing = { from: person, to: successor, at: facts.now, reason };
  const steps = [...records.values()].flatMap((record) => {
    const row = rowOf(record);
    // What is closed is history, unless somebody still answers for it: the resident has to be told.
    const inHand = record.derived.open || ledger.responsibility(row)?.answerable === true;
    const step = record.voided || !inHand ? null : ledger.handOver(row, handing);
    return step ? [{ record, step }] : [];
  });
  const rows = steps.map(
    ({ record, step }): IncomingRow => ({
      id: record.id,
      baseVersion: record.version,
      action: step.action,
      values: step.values,
      reason,
    }),
  );
  const outcomes = await writeRows(rows, {
    table: deps.table,
    hall,
    ledger,
    ledgers: deps.ledgers,
    facts,
    actor,
    // What the centre decides about is not asked of the rules for a step's actor.
    roles: null,
    batchId: `leave-${randomUUID()}`,
    enteredBy: null,
    may: () => true,
  });
  for (const [index, { decision }] of outcomes.entries()) {
    const serial = steps[index]?.record.serial ?? "";
    if (decision.status !== "refused" && decision.status !== "conflict") continue;
    const why = decision.problems[0]?.message ?? { zh: "", en: "" };
    return err(problems.row_not_taken({ ledger: ledger.title, serial, reason: why }));
  }
  return ok(steps.map(({ record }) => ({ ledger: ledger.id, serial: record.serial })));
}
