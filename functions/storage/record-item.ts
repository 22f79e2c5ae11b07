// A record, its personal fields and its revisions as items: written as compact JSON, parsed whenever read.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../shared/kernel/date-time.ts";
import { isPlainDate, monthOf, type PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Values } from "../../shared/ledger/field.ts";
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { businessPartition, closedPartition, keys, NO_DUE_DATE, openPartition } from "./keys.ts";
import type { Item } from "./table.ts";

const plainDate = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const values = z.record(z.string(), z.unknown());

const StoredRecord = z.object({
  id: z.string(),
  hall: z.string(),
  ledger: z.string(),
  version: z.number(),
  seq: z.number(),
  serial: z.string(),
  definitionVersion: z.number(),
  values,
  personalFields: z.array(z.string()),
  personalToken: z.string().nullable(),
  events: z.array(z.object({ action: z.string(), data: values, enteredAt: dateTime, by: z.string() })),
  enteredAt: dateTime,
  derived: z.object({
    status: z.string(),
    open: z.boolean(),
    businessDay: plainDate,
    closingDay: plainDate.nullable(),
    dueDate: plainDate.nullable(),
    originalDueDate: plainDate.nullable(),
    endedOn: plainDate.nullable(),
    provisional: z.boolean(),
    onTime: z.boolean().nullable(),
    onTimeOriginal: z.boolean().nullable(),
    marks: z.array(z.string()),
    calendar: z.string().exactOptional(),
  }),
  contributions: z.array(
    z.object({ day: plainDate, dimension: z.string().nullable(), amounts: z.record(z.string(), z.number()) }),
  ),
  metricsVersion: z.number(),
  updatedAt: dateTime,
  enteredBy: z.string().nullable(),
  syncedBy: z.string(),
  voided: z.object({ reason: z.string(), at: dateTime, by: z.string() }).nullable(),
  revisions: z.array(z.number()),
}) satisfies z.ZodType<LedgerRecord>;

const StoredRevision = z.object({
  seq: z.number(),
  recordId: z.string(),
  version: z.number(),
  action: z.string(),
  at: dateTime,
  syncedBy: z.string(),
  enteredBy: z.string().nullable(),
  batchId: z.string(),
  before: values,
  after: values,
  personalChanged: z.array(z.string()),
  personalToken: z.string().nullable(),
  data: values.nullable(),
  reason: z.string().nullable().default(null),
}) satisfies z.ZodType<Revision>;

/** Personal values of a record, with the salt of their token. Deleting this item is what erasing means. */
export interface PersonalItem {
  readonly id: string;
  readonly salt: string;
  readonly values: Values;
}

export function recordItem(record: LedgerRecord): Item {
  const { id, hall, ledger, derived } = record;
  return {
    ...keys.record(id),
    v: record.version,
    hall,
    ledger,
    json: JSON.stringify(record),
    ...workKeys(record),
    bpk: businessPartition(hall, ledger, monthOf(derived.businessDay)),
    bsk: `${derived.businessDay}#${id}`,
  };
}

function workKeys({ id, hall, ledger, derived, voided }: LedgerRecord): Item {
  if (voided) return {};
  if (derived.open) {
    // What has left the hall's hands is open, but no longer runs towards a due date of the hall.
    const due = derived.endedOn === null ? (derived.dueDate ?? NO_DUE_DATE) : NO_DUE_DATE;
    return { wpk: openPartition(hall, ledger), wsk: `${due}#${id}` };
  }
  if (!derived.closingDay) return {};
  return {
    wpk: closedPartition(hall, ledger, monthOf(derived.closingDay)),
    wsk: `${derived.closingDay}#${id}`,
  };
}

export function readRecord(item: Item): LedgerRecord {
  return StoredRecord.parse(parseJson(item));
}

export function revisionItem(hall: string, ledger: string, revision: Revision): Item {
  return { ...keys.revision(hall, ledger, revision.seq), json: JSON.stringify(revision) };
}

export function readRevision(item: Item): Revision {
  return StoredRevision.parse(parseJson(item));
}

export function personalItem({ id, salt, values: personal }: PersonalItem): Item {
  return { ...keys.personal(id), salt, json: JSON.stringify(personal) };
}

export function readPersonal(item: Item): PersonalItem {
  const { pk, salt } = z.object({ pk: z.string(), salt: z.string() }).parse(item);
  return { id: pk.slice(2), salt, values: values.parse(parseJson(item)) };
}

function parseJson(item: Item): unknown {
  if (typeof item.json !== "string")
    throw new Error(`item without json: ${String(item.pk)} ${String(item.sk)}`);
  return JSON.parse(item.json);
}
