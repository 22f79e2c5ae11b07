// A record, its personal fields and its revisions as items: written as compact JSON, parsed whenever read.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../shared/kernel/date-time.ts";
import { ROLES } from "../../shared/kernel/permissions.ts";
import { isPlainDate, monthOf, type PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Values } from "../../shared/ledger/field.ts";
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { businessPartition, closedPartition, keys, NO_DUE_DATE, openPartition } from "./keys.ts";
import { broughtUpToDate, currentVersion, RECORD_STEPS, type SchemaStep } from "./stored-schema.ts";
import type { Item } from "./table.ts";

const plainDate = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const values = z.record(z.string(), z.unknown());

/** What a stored item leaves out: every kilobyte of a record costs two units at each write. */
const nullable = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const flag = z.boolean().default(false);
const texts = z.array(z.string()).default([]);

const StoredRecord = z.object({
  id: z.string(),
  hall: z.string(),
  ledger: z.string(),
  version: z.number(),
  seq: z.number(),
  serial: z.string(),
  definitionVersion: z.number(),
  values,
  personalFields: texts,
  personalToken: nullable(z.string()),
  events: z
    .array(
      z.object({
        action: z.string(),
        data: values,
        enteredAt: dateTime,
        by: z.string(),
        roles: z.array(z.enum(ROLES)).exactOptional(),
      }),
    )
    .default([]),
  enteredAt: dateTime,
  derived: z.object({
    status: z.string(),
    open: flag,
    businessDay: plainDate,
    closingDay: nullable(plainDate),
    dueDate: nullable(plainDate),
    originalDueDate: nullable(plainDate),
    endedOn: nullable(plainDate),
    provisional: flag,
    onTime: nullable(z.boolean()),
    onTimeOriginal: nullable(z.boolean()),
    marks: texts,
    calendar: z.string().exactOptional(),
  }),
  contributions: z
    .array(
      z.object({
        day: plainDate,
        dimension: z.string().nullable(),
        amounts: z.record(z.string(), z.number()),
      }),
    )
    .default([]),
  metricsVersion: z.number(),
  updatedAt: dateTime,
  enteredBy: nullable(z.string()),
  syncedBy: z.string(),
  voided: nullable(z.object({ reason: z.string(), at: dateTime, by: z.string() })),
  revisions: z.array(z.number()).default([]),
}) satisfies z.ZodType<LedgerRecord>;

const StoredRevision = z.object({
  seq: z.number(),
  recordId: z.string(),
  version: z.number(),
  action: z.string(),
  at: dateTime,
  syncedBy: z.string(),
  enteredBy: nullable(z.string()),
  batchId: z.string(),
  before: values,
  after: values,
  personalChanged: texts,
  personalToken: nullable(z.string()),
  data: nullable(values),
  reason: nullable(z.string()),
}) satisfies z.ZodType<Revision>;

/** Personal values of a record, with the salt of their token. Deleting this item is what erasing means. */
export interface PersonalItem {
  readonly id: string;
  readonly salt: string;
  readonly values: Values;
}

export function recordItem(record: LedgerRecord, steps: readonly SchemaStep[] = RECORD_STEPS): Item {
  const { id, hall, ledger, derived, ...rest } = record;
  return {
    ...keys.record(id),
    v: record.version,
    // Absent in the first version: every byte of a record is paid for at each write.
    ...(currentVersion(steps) > 1 ? { sv: currentVersion(steps) } : {}),
    hall,
    ledger,
    json: JSON.stringify({ ...slim(rest), derived: slim(derived) }),
    ...workKeys(record),
    bpk: businessPartition(hall, ledger, monthOf(derived.businessDay)),
    bsk: `${derived.businessDay}#${id}`,
  };
}

const FLAGS = ["open", "provisional"];

/** Without members that say nothing; the schemas put them back. A verdict of `false` says something. */
function slim(members: object): object {
  const saysNothing = (name: string, value: unknown) =>
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (value === false && FLAGS.includes(name));
  return Object.fromEntries(Object.entries(members).filter(([name, value]) => !saysNothing(name, value)));
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

export function readRecord(item: Item, steps: readonly SchemaStep[] = RECORD_STEPS): LedgerRecord {
  const { pk, hall, ledger } = z.object({ pk: z.string(), hall: z.string(), ledger: z.string() }).parse(item);
  const stored = broughtUpToDate(values.parse(parseJson(item)), item.sv, steps);
  return StoredRecord.parse({ id: pk.slice(2), hall, ledger, ...stored });
}

export function revisionItem(hall: string, ledger: string, revision: Revision): Item {
  return { ...keys.revision(hall, ledger, revision.seq), json: JSON.stringify(slim(revision)) };
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
