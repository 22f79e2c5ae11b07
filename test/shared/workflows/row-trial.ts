// A row before the rules of its ledger, with the world around it, and without a store.
import { dateTime } from "../../../shared/kernel/date-time.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { AskedRow, PersonFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { FollowingRow } from "../../../shared/ledger/follow.ts";
import type { RowEvent, RowState } from "../../../shared/ledger/record.ts";
import { testFacts } from "../../support/facts.ts";

export interface Trial {
  readonly values: Values;
  /** Steps taken, oldest first: the action with what was given, and by whom. */
  readonly steps?: readonly (readonly [action: string, data: Values, by?: string])[];
  readonly rows?: Readonly<Record<string, readonly AskedRow[]>>;
  readonly people?: readonly PersonFacts[];
}

export function rowFor({ values, steps = [] }: Trial): RowState {
  return {
    values: given(values),
    personalFields: [],
    events: steps.map(
      ([action, data, by = "p-clerk"]): RowEvent => ({
        action,
        data: given(data),
        by,
        enteredAt: dateTime(NOW),
      }),
    ),
    enteredAt: dateTime(NOW),
  };
}

/** A field without a value is absent. */
function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const NOW = "2026-11-20T15:00:00+08:00";

function factsFor({ rows = {}, people = STAFF }: Trial) {
  return testFacts({ now: NOW, rows, people });
}

/** The codes of what the rules refuse; empty where the row is accepted. */
export function refusals(ledger: Ledger, trial: Trial): string[] {
  return ledger.check(rowFor(trial), {}, factsFor(trial)).map(({ code }) => code);
}

/** What a refusal says, in Chinese. */
export function words(ledger: Ledger, trial: Trial): string {
  return ledger
    .check(rowFor(trial), {}, factsFor(trial))
    .map(({ message }) => message.zh)
    .join("\n");
}

/** The codes of what speaks against somebody's taking a step. */
export function forbidden(ledger: Ledger, action: string, trial: Trial, id: string, role: Role): string[] {
  const actor = { id, name: id, roles: [role] };
  return ledger.permits(action, rowFor(trial), actor, factsFor(trial)).map(({ code }) => code);
}

export function derivedOf(ledger: Ledger, trial: Trial) {
  return ledger.derive(rowFor(trial), factsFor(trial));
}

/** What follows from the last step. */
export function followers(ledger: Ledger, trial: Trial): readonly FollowingRow[] {
  const row = rowFor(trial);
  const event = row.events.at(-1) ?? null;
  const facts = factsFor(trial);
  const change = {
    action: event?.action ?? "upsert",
    event,
    before: null,
    row,
    derived: ledger.derive(row, facts),
    id: "00000000-0000-4000-8000-000000000001",
    serial: "2026-00007",
    personal: {},
  };
  return ledger.follows(change, facts);
}

export function asked(values: Values, more: Partial<AskedRow> = {}): AskedRow {
  const day = plainDate("2026-11-18");
  return {
    id: "00000000-0000-4000-8000-000000000009",
    serial: "2026-00001",
    status: "recorded",
    open: false,
    values,
    events: [],
    derived: {
      status: "recorded",
      open: false,
      businessDay: day,
      closingDay: null,
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
    },
    ...more,
  };
}

const person = (id: string, role: Role, more: Partial<PersonFacts> = {}): PersonFacts => ({
  id: `p-${id}`,
  name: `样例${id}`,
  roles: [role],
  halls: ["east"],
  ...more,
});

export const STAFF: readonly PersonFacts[] = [
  person("clerk", "clerk"),
  person("clerk2", "clerk"),
  person("windowHead", "windowHead"),
  person("head", "hallHead"),
  person("utility", "clerk", { post: "electricity", employer: "样例供电公司" }),
];
