// A ledger's description as the backend gives it, checked and made into what sheets need of a ledger.
import * as z from "zod/mini";
import { describedFields } from "../../shared/ledger/described-fields.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { lazily } from "../sync/backend-shapes.ts";

const text = lazily(() => z.object({ zh: z.string(), en: z.string() }));

const field = lazily(() =>
  z.object({
    id: z.string(),
    kind: z.string(),
    label: text(),
    help: z.optional(text()),
    required: z.boolean(),
    personal: z.boolean(),
    hidden: z.boolean(),
    choices: z.optional(z.array(z.object({ code: z.string(), label: text() }))),
    refersTo: z.optional(z.enum(["matter", "person"])),
    maxLength: z.optional(z.number()),
    minimum: z.optional(z.number()),
    maximum: z.optional(z.number()),
    format: z.string(),
    width: z.number(),
  }),
);

const description = lazily(() =>
  z.object({
    id: z.string(),
    version: z.number(),
    title: text(),
    businessDate: z.string(),
    dimension: z.nullable(z.string()),
    written: z.optional(z.enum(["rows", "verbs"])),
    scope: z.optional(z.enum(["hall", "centre"])),
    restricted: z.optional(z.boolean()),
    fields: z.array(field()),
    statuses: z.array(z.object({ id: z.string(), label: text(), open: z.boolean() })),
    transitions: z.array(
      z.object({
        id: z.string(),
        label: text(),
        from: z.array(z.string()),
        fields: z.array(field()),
        onlyFollows: z.optional(z.boolean()),
      }),
    ),
    access: z.record(z.string(), z.array(z.string())),
    metrics: z.array(
      z.object({
        id: z.string(),
        label: text(),
        combine: z.enum(["sum", "ratio"]),
        unit: z.optional(z.enum(["count", "fen", "days"])),
      }),
    ),
  }),
);

/** Null where it cannot be read: the ledger of a backend that is newer than this script. */
export function readDescription(given: unknown): SheetLedger | null {
  const parsed = description().safeParse(given);
  if (!parsed.success) return null;
  const { fields, statuses, transitions, metrics, ...rest } = parsed.data;
  return {
    ...rest,
    fields: describedFields(fields),
    statuses: byId(statuses),
    transitions: Object.fromEntries(
      transitions.map((step) => [step.id, { ...step, fields: describedFields(step.fields) }]),
    ),
    metrics: byId(metrics),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]));
}
