// What a generated case has come to on a day: its record with its revisions, by the product's own pure rules.

import type { PersonalItem } from "../../../functions/storage/record-item.ts";
import type { Head } from "../../../functions/storage/record-store.ts";
import { factsFor } from "../../../functions/use-cases/hall-facts.ts";
import { planRow } from "../../../functions/use-cases/plan-row.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateTimeFromWall, instantOf } from "../../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { decideRow } from "../../../shared/ledger/decide-row.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { LedgerRecord, Revision } from "../../../shared/ledger/record.ts";
import type { GeneratedCase } from "./hall-cases.ts";

export interface FoldedCase {
  readonly record: LedgerRecord;
  readonly revisions: readonly Revision[];
  readonly personal: PersonalItem | null;
}

/** Folds one hall's cases, in order, giving each its places in the feed and its number. */
export function caseFolder(hall: Hall, centre: Centre, last: PlainDate) {
  let head: Head = { seq: 0, serials: {} };
  const factsByDay = new Map<PlainDate, LedgerFacts>();
  const factsOn = (day: PlainDate): LedgerFacts => {
    const evening = instantOf(dateTimeFromWall(day, 17, 25, hall.timeZone));
    const facts = factsByDay.get(day) ?? factsFor(hall, centre, evening);
    factsByDay.set(day, facts);
    return facts;
  };
  return {
    head: () => head,
    fold({ id, steps }: GeneratedCase): FoldedCase {
      let record: LedgerRecord | undefined;
      let personal: PersonalItem | null = null;
      const revisions: Revision[] = [];
      // The last day shows what was entered by then; a late entry beyond it is entered on it.
      for (const [version, { day, action, values }] of steps.entries()) {
        if (version > 0 && day > last) break;
        const facts = factsOn(day > last ? last : day);
        const current = record && { record, personal: personal?.values ?? {}, since: [] };
        const context = { ledger: cases, facts, actor: "p-bench", roles: null, may: () => true };
        const decision = decideRow({ id, baseVersion: version, action, values }, current, context);
        // Chance asks for an extension too late now and then: a clerk is refused it, and the case stays where it is.
        if (version > 0 && decision.status === "refused") break;
        if (decision.status !== "accepted") {
          throw new Error(`a generated row was not taken: ${JSON.stringify([action, values, decision])}`);
        }
        const own = { hall, ledger: cases, facts, actor: "p-bench", batchId: "bench", enteredBy: null };
        const planned = planRow(id, decision.change, record, head, own);
        head = planned.head;
        record = planned.write.record;
        revisions.push(planned.write.revision);
        if (typeof planned.write.personal !== "string") personal = planned.write.personal;
      }
      if (!record) throw new Error("a case without a row");
      return { record, revisions, personal };
    },
  };
}
