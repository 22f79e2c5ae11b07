// One call of a sheet: its changed rows go up, rows changed elsewhere come down, and a receipt says what happened.
import { createHash } from "node:crypto";
import * as z from "zod";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import { can, departmentsAt, type Principal, rolesAt } from "../../shared/kernel/permissions.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";
import { acceptValues } from "../../shared/ledger/field.ts";
import { text } from "../../shared/ledger/fields/text.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { Dependencies } from "../dependencies.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { anyMembers, parseShape } from "../http/parse-shape.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { findBatch, keepBatch, type StoredBatch } from "../storage/batch-store.ts";
import type { PersonalItem } from "../storage/record-item.ts";
import { factsOf } from "./hall-facts.ts";
import { readChanges, type StoredRows } from "./read-changes.ts";
import { type Reader, type RowView, rowView } from "./row-view.ts";
import { type RowOutcome, writeRows } from "./write-rows.ts";

export const MAX_ROWS = 500;

const uuid = z.uuid();

/** Rows are checked one by one later, so that one bad row does not stop the others. */
export const SyncRequest = z.strictObject({
  batchId: z.string().regex(/^[\w-]{8,64}$/),
  definitionVersion: z.number().int().min(1),
  /** The place in the feed up to which the sender knows; null when it wants nothing back. */
  cursor: z.number().int().min(0).nullable().default(null),
  enteredBy: z.string().nullable().default(null),
  rows: z.array(z.unknown()),
});
export type SyncRequest = z.infer<typeof SyncRequest>;

const SyncRow = z.strictObject({
  id: uuid,
  baseVersion: z.number().int().min(0),
  action: z.string().min(1).max(60),
  values: anyMembers,
  /** Asked for only where figures of an accepted month change. */
  reason: z.string().trim().min(2).max(200).exactOptional(),
  /** Who typed this row, by the address that the spreadsheet knows; the batch's `enteredBy` stands for the others. */
  enteredBy: z.email().max(120).exactOptional(),
});

/** Who typed the rows, as the sheet claims. */
const enteredByField = { enteredBy: text({ label: { zh: "录入人", en: "Entered by" }, maxLength: 60 }) };

export interface SyncResult {
  readonly id: string | null;
  readonly status: "accepted" | "unchanged" | "merged" | "conflict" | "refused";
  readonly version: number | null;
  readonly serial: string | null;
  readonly problems: readonly Problem[];
  readonly current: RowView | null;
}

export interface SyncAnswer {
  readonly results: readonly SyncResult[];
  readonly changes: readonly RowView[];
  readonly more: boolean;
  readonly cursor: number | null;
  readonly receipt: {
    readonly batchId: string;
    readonly receivedAt: string;
    readonly rows: number;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly contentHash: string;
  };
}

export async function syncRows(
  deps: Dependencies,
  principal: Principal,
  at: HallPlace,
  ledger: Ledger,
  request: SyncRequest,
): Promise<SyncAnswer> {
  const { rows, batchId } = request;
  if (rows.length > MAX_ROWS) refuse(httpProblems.too_many_rows({ max: MAX_ROWS, rows: rows.length }));
  const { definitionVersion } = request;
  // The definition before the present one is still understood, while sheets are being updated.
  if (definitionVersion > ledger.version || definitionVersion < ledger.version - 1) {
    refuse(httpProblems.definition_too_old({ version: definitionVersion, current: ledger.version }));
  }
  const claimed = acceptValues(enteredByField, { enteredBy: request.enteredBy }, at.hall.timeZone);
  for (const problem of claimed.problems) refuse(problem);
  if (rows.length > 0 && ledger.written === "verbs") {
    refuse(httpProblems.written_by_verbs({ ledger: ledger.title }));
  }
  const hash = createHash("sha256")
    .update(canonicalJson({ rows, enteredBy: request.enteredBy }))
    .digest("hex");
  const { hall } = at;
  const now = deps.now();
  const [known, facts] = await Promise.all([
    rows.length > 0 ? findBatch(deps.table, hall.id, ledger.id, batchId) : undefined,
    factsOf(deps.table, at, ledger, now),
  ]);
  const { kept, written } = known
    ? { kept: known, written: undefined }
    : await write(deps, principal, at, facts, ledger, request, hash);
  if (kept.hash !== hash) refuse(httpProblems.batch_reused({ batch: batchId }));
  const { results, receipt } = StoredAnswer.parse(JSON.parse(kept.answer));
  return { ...(await down(deps, principal, at, facts, ledger, request, results, written)), receipt };
}

/** The rows as this call left them, each at its last version. */
function writtenRows(outcomes: readonly RowOutcome[]): StoredRows {
  const records = new Map<string, LedgerRecord>();
  const personal = new Map<string, PersonalItem>();
  for (const { record, written } of outcomes) {
    if (!record || !written || (records.get(record.id)?.version ?? 0) >= record.version) continue;
    records.set(record.id, record);
    if (written.personal) personal.set(record.id, written.personal);
  }
  return { records, personal };
}

const StoredAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string().nullable(),
      status: z.enum(["accepted", "unchanged", "merged", "conflict", "refused"]),
      version: z.number().nullable(),
      serial: z.string().nullable(),
      problems: z.array(
        z.object({
          code: z.string(),
          status: z.number(),
          field: z.string().exactOptional(),
          message: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
      /** False where the row is somebody else's, and must not be shown. */
      visible: z.boolean(),
    }),
  ),
  receipt: z.object({
    batchId: z.string(),
    receivedAt: z.string(),
    rows: z.number(),
    byStatus: z.record(z.string(), z.number()),
    contentHash: z.string(),
  }),
});
type StoredAnswer = z.infer<typeof StoredAnswer>;

async function write(
  deps: Dependencies,
  principal: Principal,
  { hall, place }: HallPlace,
  facts: LedgerFacts,
  ledger: Ledger,
  { rows, batchId, enteredBy }: SyncRequest,
  hash: string,
): Promise<{ readonly kept: StoredBatch; readonly written: StoredRows }> {
  const now = deps.now();
  const parsed = rows.map((row) => parseShape(SyncRow, row));
  const sound = parsed.flatMap((row) => (row.ok ? [claimedBy(row.value, principal)] : []));
  const outcomes = await writeRows(sound, {
    table: deps.table,
    hall,
    ledger,
    ledgers: deps.ledgers,
    facts,
    actor: principal.id,
    roles: rolesAt(principal, place),
    departments: departmentsAt(principal, place),
    batchId,
    enteredBy,
    may: (action) => can(principal, place, ledger.access, action),
  });
  let next = 0;
  const results = parsed.map((row, index): StoredAnswer["results"][number] => {
    if (!row.ok) return malformed(rows[index], row.error);
    const outcome = outcomes[next++];
    if (!outcome) throw new Error("a row was left without an outcome");
    return resultOf(row.value.id, outcome);
  });
  const byStatus: Record<string, number> = {};
  for (const { status } of results) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const receipt = {
    batchId,
    receivedAt: dateTimeAt(now, hall.timeZone),
    rows: rows.length,
    byStatus,
    contentHash: hash,
  };
  const batch = { hash, answer: JSON.stringify({ results, receipt }) };
  const written = writtenRows(outcomes);
  if (rows.length === 0) return { kept: batch, written };
  deps.log("ROWS_WRITTEN", { hall: hall.id, ledger: ledger.id, rows: rows.length, ...byStatus });
  return { kept: await keepBatch(deps.table, hall.id, ledger.id, batchId, batch, now), written };
}

/** Whoever sends what they typed themselves claims nothing. */
function claimedBy<T extends { readonly enteredBy?: string }>(row: T, { email }: Principal): T {
  return row.enteredBy?.toLowerCase() === email.toLowerCase() ? { ...row, enteredBy: undefined } : row;
}

function resultOf(id: string, { decision, record }: RowOutcome): StoredAnswer["results"][number] {
  if (decision.status === "foreign") {
    return {
      id,
      status: "refused",
      version: null,
      serial: null,
      problems: [httpProblems.foreign_record({ field: "id" })],
      visible: false,
    };
  }
  const problems = "problems" in decision ? [...decision.problems] : [];
  return {
    id,
    status: decision.status,
    version: record?.version ?? null,
    serial: record?.serial ?? null,
    problems,
    visible: record !== undefined,
  };
}

/** A row that is not even shaped like one: answered in its place, with its id where it has one. */
function malformed(row: unknown, problem: Problem): StoredAnswer["results"][number] {
  const id = z.object({ id: uuid }).safeParse(row);
  return {
    id: id.success ? id.data.id : null,
    status: "refused",
    version: null,
    serial: null,
    problems: [problem],
    visible: false,
  };
}

/** The rows of the answer as they stand now, and what others changed since the cursor. */
async function down(
  deps: Dependencies,
  principal: Principal,
  { hall, place }: HallPlace,
  facts: LedgerFacts,
  ledger: Ledger,
  { cursor }: SyncRequest,
  results: StoredAnswer["results"],
  written: StoredRows | undefined,
): Promise<Omit<SyncAnswer, "receipt">> {
  const answered = new Set(results.flatMap(({ id, visible }) => (id && visible ? [id] : [])));
  const known = await readChanges(deps.table, hall.id, ledger.id, cursor, [...answered], written);
  const reader: Reader = {
    ledger,
    unmasked: can(principal, place, ledger.access, "readPersonal"),
    reader: principal.id,
    today: facts.today,
  };
  const view = (id: string): RowView | null => {
    const record = known.records.get(id);
    return record ? rowView(record, known.personal.get(id)?.values, reader) : null;
  };
  return {
    results: results.map(({ visible, ...result }) => ({
      ...result,
      current: result.id && visible ? view(result.id) : null,
    })),
    changes: [...known.changed].filter((id) => !answered.has(id)).flatMap((id) => view(id) ?? []),
    more: known.more,
    cursor: known.cursor,
  };
}
