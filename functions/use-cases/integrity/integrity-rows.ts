// Takes from a hall's cases what the integrity signals look at; of texts only tokens that mean nothing outside.
import { createHmac, randomBytes } from "node:crypto";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { IntegrityRow } from "../../../shared/capabilities/integrity/integrity-row.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type DateTime, dateOf, isDateTime } from "../../../shared/kernel/date-time.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import {
  findClosedIds,
  findIdsByBusinessDay,
  findPersonal,
  findRecords,
  findRevisions,
} from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { monthsTouching } from "../find-rows.ts";

/** Steps that stop a case's clock or move its due date. */
const STOPS: ReadonlySet<string> = new Set(["giveCorrectionNotice", "beginSpecialProcedure", "extend"]);

/** Cases received or closed in a period; void ones are no longer anybody's work. */
export async function integrityRows(
  table: Table,
  hall: Hall,
  facts: LedgerFacts,
  period: Period,
  shortestText: number,
): Promise<IntegrityRow[]> {
  const ids = await Promise.all(
    monthsTouching(period).flatMap(({ month, first, last }) => [
      findIdsByBusinessDay(table, hall.id, cases.id, month, first, last),
      findClosedIds(table, hall.id, cases.id, month, first, last),
    ]),
  );
  const records = [...(await findRecords(table, [...new Set(ids.flat())], false)).values()].filter(
    ({ voided }) => voided === null,
  );
  const [personal, firsts] = await Promise.all([
    findPersonal(
      table,
      records.map(({ id }) => id),
    ),
    findRevisions(
      table,
      hall.id,
      cases.id,
      records.flatMap(({ revisions }) => revisions.slice(0, 1)),
    ),
  ]);
  const enteredBy = new Map(firsts.map(({ recordId, syncedBy }) => [recordId, syncedBy]));
  // A new key for each look: the same text has another token next time.
  const key = randomBytes(32);
  return records
    .sort((a, b) => (a.serial < b.serial ? -1 : 1))
    .map((record) => ({
      id: record.id,
      serial: record.serial,
      enteredAt: record.enteredAt,
      enteredBy: enteredBy.get(record.id) ?? record.syncedBy,
      imported: record.values.legacyNumber !== undefined,
      receivedOn: record.derived.businessDay,
      closedOn: record.derived.closingDay,
      dueDate: record.derived.dueDate,
      dueAtOnce: record.derived.dueDate === record.derived.businessDay,
      stops: stopsOf(record, facts),
      reopenings: reopeningsOf(record),
      textToken: tokenOf(personal.get(record.id)?.content, key, shortestText),
    }));
}

function stopsOf(record: LedgerRecord, facts: LedgerFacts): IntegrityRow["stops"] {
  return record.events.flatMap(({ action, data, enteredAt }, at) => {
    if (!STOPS.has(action)) return [];
    const { completedAt: _completedAt, outcome: _outcome, ...open } = record.values;
    const before = { ...rowOf(record), values: open, events: record.events.slice(0, at) };
    return [{ on: dayOf(data, enteredAt), dueBefore: cases.derive(before, facts).dueDate }];
  });
}

/** When a step happened, else when it was entered. */
function dayOf(data: Values, enteredAt: DateTime): PlainDate {
  const at = data.at ?? data.toldAt;
  return dateOf(typeof at === "string" && isDateTime(at) ? at : enteredAt);
}

/** The nth reopening follows the nth closed round. */
function reopeningsOf({ values, events }: LedgerRecord): IntegrityRow["reopenings"] {
  const rounds = cases.fields.rounds?.schema.safeParse(values.rounds ?? []);
  const closed = rounds?.success && Array.isArray(rounds.data) ? rounds.data : [];
  const reopened = events.filter(({ action }) => action === "reopen");
  return reopened.flatMap(({ data, enteredAt }, at) => {
    const completedAt: unknown = closed[at]?.completedAt;
    return typeof completedAt === "string" && isDateTime(completedAt)
      ? [{ closedOn: dateOf(completedAt), reopenedOn: dayOf(data, enteredAt) }]
      : [];
  });
}

function tokenOf(text: unknown, key: Buffer, shortest: number): string | null {
  if (typeof text !== "string") return null;
  const plain = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  return [...plain].length < shortest ? null : createHmac("sha256", key).update(plain).digest("base64url");
}
