// Writes the registers into the demonstration: at each month's end what was entered in it, before the month is reported.
import type { PlainDate } from "../../../../shared/kernel/plain-date.ts";
import type { IncomingRow } from "../../../../shared/ledger/decide-row.ts";
import type { Values } from "../../../../shared/ledger/field.ts";
import { followingId } from "../../../../shared/ledger/following-id.ts";
import { findLedger } from "../../../../shared/ledgers.ts";
import { type SeedPlace, writeMissing } from "../write-missing.ts";
import { REGISTER_ROWS } from "./all-registers.ts";
import type { RegisterPlace, RegisterRow } from "./register-rows.ts";

/** What a centre compares stands in every hall; the first halls show every register whole. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  "training-plans",
  "training-completions",
  "budget-plans",
  "budget-spending",
  "funds-follow-task",
  "programme-actions",
  "programme-progress",
  "unmet-requests",
  "demands",
]);

/** The last days of the demonstration's months, and of the demonstration: then the registers are written up. */
const WRITTEN_UP: readonly string[] = ["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-20"];

export interface RegisterSeeding extends SeedPlace {
  readonly scope: "hall" | "centre";
  readonly whole: boolean;
}

/** Does nothing on days between. */
export async function seedRegisters(seeding: RegisterSeeding, day: PlainDate): Promise<void> {
  const at = WRITTEN_UP.indexOf(day);
  if (at < 0) return;
  const last = at === WRITTEN_UP.length - 1;
  const { hall, scope, whole } = seeding;
  const place: RegisterPlace = {
    prefix: `演${hall.id}`,
    person: (staff) => `demo-${staff}.${hall.id}`,
  };
  for (const [id, rows] of Object.entries(REGISTER_ROWS)) {
    if (findLedger(id)?.scope !== scope || !(whole || EVERYWHERE.has(id))) continue;
    const due = rows(place).flatMap((row, number) =>
      stepsUntil(row, id, followingId(`${hall.id}/${id}`, String(number)), last ? null : day),
    );
    await writeMissing(seeding, id, due, day);
  }
}

/** The row and its steps up to a day, in order; all of them without one. What lies ahead is entered at the end. */
function stepsUntil(
  { values, steps = [] }: RegisterRow,
  ledger: string,
  id: string,
  until: PlainDate | null,
): IncomingRow[] {
  const entered = dayOf(values, findLedger(ledger)?.businessDate ?? "");
  const rows: IncomingRow[] = [];
  let day = entered;
  for (const [version, { action, given }] of [
    { action: "upsert", given: values },
    ...steps.map((step) => ({ action: step.action, given: step.values ?? {} })),
  ].entries()) {
    day = dayOf(given, "on") ?? day;
    if (until !== null && (day === undefined || day > until)) break;
    rows.push({ id, baseVersion: version, action, values: given });
  }
  return rows;
}

function dayOf(values: Values, field: string): string | undefined {
  const value = values[field];
  return typeof value === "string" ? value.slice(0, 10) : undefined;
}
