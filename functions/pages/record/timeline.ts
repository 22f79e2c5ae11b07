// What happened to a row, in the order in which it happened: its dated fields, its transitions, its process steps.
import * as z from "zod";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Field, Fields, Values } from "../../../shared/ledger/field.ts";
import type { RowEvent } from "../../../shared/ledger/record.ts";
import { RECORD_TEXTS } from "./record-texts.ts";

export interface Happening {
  /** Local wall time, or a date. */
  readonly when: string;
  readonly title: Text;
  /** What was given for it. */
  readonly details: readonly { readonly id: string; readonly field: Field; readonly value: unknown }[];
  readonly step?: { readonly name: string; readonly by: string | undefined };
}

const Step = z.object({ at: z.string(), name: z.string(), by: z.string().optional() });

export function timelineOf(ledger: Ledger, values: Values, events: readonly RowEvent[]): Happening[] {
  const happenings: Happening[] = [];
  // A date that a transition brought along is told with the transition.
  const told = new Set(
    events.flatMap(({ data }) => Object.entries(data).map(([id, value]) => `${id} ${String(value)}`)),
  );
  for (const [id, field] of Object.entries(ledger.fields)) {
    const value = values[id];
    if (field.kind === "processSteps") happenings.push(...stepsOf(value));
    else if (field.kind === "dateTime" && typeof value === "string" && !told.has(`${id} ${value}`)) {
      happenings.push({ when: showDateTime(value), title: field.label, details: [] });
    }
  }
  // Of one minute: the row came before its first step.
  return [...happenings, ...events.map((event) => eventOf(ledger, event))].sort((a, b) =>
    a.when.localeCompare(b.when),
  );
}

function eventOf(ledger: Ledger, { action, data, enteredAt }: RowEvent): Happening {
  const transition = ledger.transitions[action];
  const fields = transition?.fields ?? {};
  const dated = firstDated(fields, data);
  const details = Object.entries(fields)
    .filter(([id]) => id !== dated?.id && data[id] !== undefined && data[id] !== null)
    .map(([id, field]) => ({ id, field, value: data[id] }));
  return {
    when: dated?.when ?? showDateTime(enteredAt),
    title: transition?.label ?? { zh: action, en: action },
    details,
  };
}

/** When it happened: the first date or time that was given for it. */
function firstDated(
  fields: Fields,
  data: Values,
): { readonly id: string; readonly when: string } | undefined {
  for (const [id, field] of Object.entries(fields)) {
    const value = data[id];
    if (typeof value !== "string") continue;
    if (field.kind === "dateTime") return { id, when: showDateTime(value) };
    if (field.kind === "date") return { id, when: value };
  }
  return undefined;
}

function stepsOf(value: unknown): Happening[] {
  const steps = z.array(Step).safeParse(value);
  if (!steps.success) return [];
  return steps.data.map(({ at, name, by }) => ({
    when: showDateTime(at),
    title: RECORD_TEXTS.step,
    details: [],
    step: { name, by },
  }));
}
