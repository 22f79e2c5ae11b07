// What the index keeps as text about a row or the workbook, checked when it is read back.
import * as z from "zod/mini";
import { lazily, rowProblem, rowView } from "./backend-shapes.ts";

export const rowNote = lazily(() =>
  z.object({
    problems: z.exactOptional(z.array(rowProblem())),
    theirs: z.exactOptional(rowView()),
    answered: z.exactOptional(z.string()),
    unsent: z.exactOptional(z.record(z.string(), z.unknown())),
  }),
);

/** A ledger's sheet as last left: where it is, which columns it has, how far its feed was read. */
export const ledgerMeta = lazily(() =>
  z.object({
    sheet: z.number(),
    name: z.string(),
    definition: z.number(),
    columns: z.array(z.object({ id: z.string(), label: z.string(), column: z.number() })),
    cursor: z.number(),
    /** Of the reference data that its drop-downs show. */
    reference: z.string(),
  }),
);
export type LedgerMeta = z.infer<ReturnType<typeof ledgerMeta>>;

/** What the workbook is for. */
export const workbookMeta = lazily(() =>
  z.object({
    workbookId: z.string(),
    mode: z.enum(["hall", "centre"]),
    place: z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
    timeZone: z.string(),
    locale: z.enum(["zh", "en"]),
    projection: z.enum(["full", "surname", "caseNumberOnly"]),
    /** The ledgers that the hall chose to keep as sheets; without a choice those that people fill in. */
    sheets: z.exactOptional(z.array(z.string())),
    /** Years before this one whose closed rows somebody wants to see as well. */
    years: z.exactOptional(z.array(z.string())),
  }),
);
export type WorkbookMeta = z.infer<ReturnType<typeof workbookMeta>>;

const text = lazily(() => z.object({ zh: z.string(), en: z.string() }));

/** What the last run left to be read: counts, repairs, receipts. */
export const storedReport = lazily(() =>
  z.object({
    at: z.string(),
    error: z.nullable(text()),
    ledgers: z.array(
      z.object({
        ledger: z.string(),
        rows: z.number(),
        sent: z.number(),
        received: z.number(),
        byStatus: z.record(z.string(), z.number()),
        pending: z.number(),
        repairs: z.array(
          z.object({ place: z.string(), what: text(), before: z.string(), after: z.string() }),
        ),
      }),
    ),
  }),
);
export type StoredReport = z.infer<ReturnType<typeof storedReport>>;

export const storedReceipts = lazily(() =>
  z.array(
    z.object({
      ledger: z.string(),
      batchId: z.string(),
      receivedAt: z.string(),
      rows: z.number(),
      byStatus: z.record(z.string(), z.number()),
    }),
  ),
);
export type StoredReceipt = z.infer<ReturnType<typeof storedReceipts>>[number];

/** Reads a fact kept as JSON; null where there is none, or it was tampered with. */
export function readFact<T>(text: string | undefined, schema: z.ZodMiniType<T>): T | null {
  if (!text) return null;
  try {
    const json: unknown = JSON.parse(text);
    const parsed = schema.safeParse(json);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
