// What waits for this person at the backend: decisions, returned reports, and what rows and periods still ask of them.
import * as z from "zod/mini";
import { type Locale, say, type Text } from "../../shared/kernel/text.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { Todo } from "../rpc-contract.ts";
import type { Backend } from "./backend.ts";
import { lazily, overdueRows } from "./backend-shapes.ts";
import { type SyncContext, todayIn } from "./sync-context.ts";

const text = lazily(() => z.object({ zh: z.string(), en: z.string() }));

const obligation = lazily(() =>
  z.object({
    label: text(),
    period: z.string(),
    status: z.string(),
    state: z.nullable(z.string()),
    dueAt: z.nullable(z.string()),
  }),
);

const hallAnswer = lazily(() =>
  z.object({
    obligations: z.array(z.extend(obligation(), { yours: z.boolean() })),
    duties: z.array(
      z.object({
        ledger: z.string(),
        id: z.string(),
        serial: z.string(),
        label: text(),
        dueOn: z.string(),
        yours: z.boolean(),
      }),
    ),
    decisions: z.array(
      z.object({
        ledger: z.string(),
        title: text(),
        id: z.string(),
        serial: z.string(),
        dueDate: z.nullable(z.string()),
      }),
    ),
  }),
);

const centreAnswer = lazily(() =>
  z.object({
    halls: z.array(
      z.object({ hall: z.object({ id: z.string(), name: text() }), obligations: z.array(obligation()) }),
    ),
  }),
);

/** Periods of this month and of the one before: what is older shows on the pages. */
function monthsOf(today: string): string[] {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
  return [before, today.slice(0, 7)];
}

const LATE: ReadonlySet<string> = new Set(["overdue", "dueSoon"]);

/** Null while the backend is away. */
export function hallTodos(context: SyncContext): Todo[] | null {
  const { backend, workbook } = context;
  const answers = backend.askAll(
    monthsOf(todayIn(context)).map((month) => ({
      path: `halls/${workbook.place.id}/obligations?period=${month}`,
      schema: hallAnswer(),
    })),
  );
  const given = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const latest = given.at(-1);
  if (!latest || given.length < answers.length) return null;
  const t = (words: Text) => say(words, workbook.locale);
  const periods = given
    .flatMap(({ obligations }) => obligations)
    .flatMap(({ label, period, status, state, dueAt, yours }): Todo[] => {
      const kind = state === "returned" ? "returned" : LATE.has(status) ? "owed" : null;
      const about = {
        ledger: "",
        id: "",
        serial: period,
        title: t(label),
        dueDate: dueAt?.slice(0, 10) ?? null,
      };
      return kind && yours ? [{ ...about, kind }] : [];
    });
  const duties = latest.duties.flatMap(({ ledger, id, serial, label, dueOn, yours }): Todo[] =>
    yours ? [{ ledger, id, serial, kind: "owed", title: t(label), dueDate: dueOn }] : [],
  );
  const decisions = latest.decisions.map(
    ({ ledger, title, id, serial, dueDate }): Todo => ({
      ledger,
      id,
      serial,
      kind: "decision",
      title: t(title),
      dueDate,
    }),
  );
  return [...decisions, ...periods, ...duties];
}

/** Rows of other halls are opened on pages: a centre's workbook has no sheets for them. */
const MOST_OVERDUE = 100;

/** What the centre looks at: overdue rows of its halls, reports that wait to be accepted. Null while it is away. */
export function centreTodos(
  backend: Backend,
  ledgers: readonly SheetLedger[],
  place: { readonly id: string; readonly locale: Locale; readonly today: string },
): Todo[] | null {
  const centre = `centre=${encodeURIComponent(place.id)}`;
  const overdue = backend.get(`centre/overdue?${centre}`, overdueRows());
  const months = backend.askAll(
    monthsOf(place.today).map((month) => ({
      path: `centre/obligations?period=${month}&${centre}`,
      schema: centreAnswer(),
    })),
  );
  const halls = months.flatMap((answer) => (answer.ok ? answer.value.halls : []));
  if (!overdue.ok || months.some(({ ok }) => !ok)) return null;
  const t = (words: Text) => say(words, place.locale);
  const names = new Map(halls.map(({ hall }) => [hall.id, t(hall.name)]));
  const reports = halls.flatMap(({ hall, obligations }) =>
    obligations.flatMap(({ label, period, state, dueAt }): Todo[] =>
      state === "submitted"
        ? [
            {
              ledger: "",
              id: "",
              serial: period,
              kind: "decision",
              title: `${t(hall.name)} ${t(label)}`,
              dueDate: dueAt?.slice(0, 10) ?? null,
            },
          ]
        : [],
    ),
  );
  const late = overdue.value.rows.slice(0, MOST_OVERDUE).map(({ hall, ledger, serial, dueDate }): Todo => {
    const title = ledgers.find(({ id }) => id === ledger)?.title;
    const about = `${names.get(hall) ?? hall} ${title ? t(title) : ledger}`;
    return { ledger: "", id: "", serial, kind: "overdue", title: about, dueDate };
  });
  return [...reports, ...late];
}
