// What the backend answers, checked before anything of it reaches a cell; built when first used.
import * as z from "zod/mini";

/** Makes a schema at its first use: module scope runs at every click. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const text = lazily(() => z.object({ zh: z.string(), en: z.string() }));

export const rowProblem = lazily(() =>
  z.object({ code: z.string(), field: z.exactOptional(z.string()), message: text() }),
);
export type RowProblem = z.infer<ReturnType<typeof rowProblem>>;

export const rowView = lazily(() =>
  z.object({
    id: z.string(),
    version: z.number(),
    serial: z.string(),
    status: z.string(),
    values: z.record(z.string(), z.unknown()),
    open: z.boolean(),
    dueDate: z.nullable(z.string()),
    provisional: z.boolean(),
    /** When the hall's own part ended: after that nobody is hurried. */
    endedOn: z.exactOptional(z.nullable(z.string())),
    voided: z.nullable(z.object({ reason: z.string() })),
  }),
);
export type RowView = z.infer<ReturnType<typeof rowView>>;

export const syncAnswer = lazily(() =>
  z.object({
    results: z.array(
      z.object({
        id: z.nullable(z.string()),
        status: z.enum(["accepted", "unchanged", "merged", "conflict", "refused"]),
        version: z.nullable(z.number()),
        serial: z.nullable(z.string()),
        problems: z.array(rowProblem()),
        current: z.nullable(rowView()),
      }),
    ),
    changes: z.array(rowView()),
    more: z.boolean(),
    cursor: z.nullable(z.number()),
    receipt: z.object({
      batchId: z.string(),
      receivedAt: z.string(),
      rows: z.number(),
      byStatus: z.record(z.string(), z.number()),
    }),
  }),
);
export type SyncAnswer = z.infer<ReturnType<typeof syncAnswer>>;
export type SyncResult = SyncAnswer["results"][number];
export type Receipt = SyncAnswer["receipt"];

/** Only what the script itself uses; forms get the whole answer. */
export const reference = lazily(() =>
  z.object({
    version: z.string(),
    today: z.string(),
    /** The backend's version of the ledgers' definitions. */
    definitions: z.string(),
    hall: z.object({ id: z.string(), name: text(), timeZone: z.string() }),
    matters: z.array(
      z.object({
        id: z.string(),
        name: text(),
        subtypes: z.array(z.object({ id: z.string(), name: text() })),
      }),
    ),
    people: z.optional(z.array(z.object({ id: z.string(), name: z.string(), post: z.nullish(z.string()) }))),
    calendar: z.object({
      years: z.array(
        z.object({
          year: z.number(),
          source: text(),
          version: z.number(),
          off: z.array(z.tuple([z.string(), z.string()])),
          makeUp: z.array(z.string()),
        }),
      ),
    }),
  }),
);
export type Reference = z.infer<ReturnType<typeof reference>>;

export const person = lazily(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    grants: z.array(z.object({ role: z.string(), centre: z.string(), hall: z.exactOptional(z.string()) })),
  }),
);
export const halls = lazily(() => z.array(z.object({ id: z.string(), name: text(), centre: z.string() })));

/** The part of a hall's reference data that names its centre. */
export const centreName = lazily(() => z.object({ centre: z.object({ id: z.string(), name: text() }) }));

const figure = lazily(() => z.object({ live: z.nullable(z.number()) }));

export const rollUps = lazily(() =>
  z.object({
    centre: z.object({ id: z.string(), name: text() }),
    period: z.string(),
    asOf: z.string(),
    halls: z.array(
      z.object({
        hall: z.object({ id: z.string(), name: text() }),
        figures: z.record(z.string(), figure()),
        stocks: z.array(
          z.object({
            ledger: z.string(),
            open: z.object({ value: z.number() }),
            overdue: z.object({ value: z.number() }),
          }),
        ),
      }),
    ),
    total: z.record(z.string(), figure()),
  }),
);
export type RollUps = z.infer<ReturnType<typeof rollUps>>;

export const overdueRows = lazily(() =>
  z.object({
    rows: z.array(
      z.object({
        hall: z.string(),
        ledger: z.string(),
        serial: z.string(),
        matter: z.nullable(z.string()),
        status: z.string(),
        dueDate: z.nullable(z.string()),
      }),
    ),
  }),
);
export type OverdueRows = z.infer<ReturnType<typeof overdueRows>>;

export const problemDetails = lazily(() => z.object({ code: z.string(), message: text() }));

/** The last place of each ledger's feed, by ledger. */
export const feedEnds = lazily(() => z.object({ feeds: z.record(z.string(), z.number()) }));
