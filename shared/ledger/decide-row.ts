// What becomes of one incoming row: accepted, unchanged, merged, conflict or refused. Pure: the caller stores it.
import { sameContent } from "../kernel/canonical-json.ts";
import type { Role } from "../kernel/permissions.ts";
import type { Problem } from "../kernel/problem.ts";
import type { Ledger } from "./define-ledger.ts";
import type { LedgerFacts } from "./facts.ts";
import { acceptValues, missingFields, type Values } from "./field.ts";
import { longText } from "./fields/text.ts";
import type { LedgerRecord, Revision, RowEvent, RowState, Voided } from "./record.ts";
import { dedupe, forbiddenTo, labelOf, lockedProblems, without } from "./row-guards.ts";
import { rowProblems } from "./row-problems.ts";
import {
  baseOf,
  isErased,
  nullable,
  pick,
  presence,
  presentPersonal,
  rowOf,
  split,
  withoutNulls,
} from "./row-values.ts";

export interface IncomingRow {
  readonly id: string;
  /** The version that the sender edited; 0 for a row that it believes to be new. */
  readonly baseVersion: number;
  /** `upsert`, `void`, or a transition of the ledger. */
  readonly action: string;
  /** Only what the sender changed, or everything: fields left out stay as they are, null clears. */
  readonly values: Values;
  /** Why a month that was accepted is changed all the same; kept in the revision. */
  readonly reason?: string | undefined;
  /** Who typed it, as the sheet claims; absent when that is whoever sends it. */
  readonly enteredBy?: string | undefined;
}

/** A stored row with its personal values, and the revisions that came after the sender's base version. */
export interface CurrentRow {
  readonly record: LedgerRecord;
  readonly personal: Values;
  readonly since: readonly Revision[];
}

export interface Change {
  readonly action: string;
  readonly row: RowState;
  readonly personal: Values;
  readonly personalChanged: readonly string[];
  readonly voided: Voided | null;
  readonly before: Values;
  readonly after: Values;
  readonly data: Values | null;
}

export type Decision =
  | { readonly status: "accepted" | "merged"; readonly change: Change }
  | { readonly status: "unchanged" }
  | { readonly status: "conflict"; readonly problems: readonly Problem[] }
  | { readonly status: "refused"; readonly problems: readonly Problem[] };

export interface DecideContext {
  readonly ledger: Ledger;
  readonly facts: LedgerFacts;
  /** Whose token proves the call. */
  readonly actor: string;
  /** The roles that the actor holds towards the hall; null where the system itself writes, which is asked nothing. */
  readonly roles: readonly Role[] | null;
  /** The departments in whose name the actor acts. */
  readonly departments?: readonly string[];
  readonly may: (action: string) => boolean;
}

const reasonField = longText({
  label: { zh: "作废理由", en: "Reason for voiding" },
  maxLength: 200,
  required: true,
});

export function decideRow(
  incoming: IncomingRow,
  current: CurrentRow | undefined,
  context: DecideContext,
): Decision {
  const { ledger, may } = context;
  const { action } = incoming;
  const known = action === "upsert" || action === "void" || Object.hasOwn(ledger.transitions, action);
  if (!known) return refused(rowProblems.unknown_action({ action: action.slice(0, 40) }));
  if (!may(action)) {
    const label = ledger.transitions[action]?.label ?? {
      zh: action === "void" ? "作废" : "登记",
      en: action,
    };
    return refused(rowProblems.not_permitted({ action: label }));
  }
  if (!current) {
    return incoming.baseVersion === 0 && action === "upsert"
      ? create(incoming, context)
      : refused(rowProblems.unknown_record({}));
  }
  if (incoming.baseVersion > current.record.version) return refused(rowProblems.version_ahead({}));
  if (current.record.voided) {
    return action === "void" ? { status: "unchanged" } : refused(rowProblems.voided_record({}));
  }
  if (action === "upsert") return edit(incoming, current, context);
  if (action === "void") return voidRow(incoming, current, context);
  return step(incoming, current, context);
}

function create(incoming: IncomingRow, context: DecideContext): Decision {
  const { ledger, facts } = context;
  const accepted = acceptValues(ledger.fields, incoming.values, facts.zone);
  const given = withoutNulls(accepted.values);
  const problems = [...accepted.problems, ...missingFields(without(ledger, accepted.problems), given)];
  if (problems.length > 0) return { status: "refused", problems };
  const { values: asGiven, personal } = split(ledger, given);
  const entered: RowState = {
    values: asGiven,
    personalFields: Object.keys(personal).sort(),
    events: [],
    enteredAt: facts.now,
  };
  const filled = ledger.fill(entered, facts);
  const values = withoutNulls({ ...filled, ...asGiven });
  const row: RowState = { ...entered, values };
  const fixed = lockedProblems(context, { ...row, values: {}, personalFields: [] }, Object.keys(given));
  if (fixed.length > 0) return refused(...fixed);
  const forbidden = forbiddenTo(context, "upsert", null);
  if (forbidden.length > 0) return refused(...forbidden);
  return judged(row, personal, context, {
    action: "upsert",
    voided: null,
    personalChanged: row.personalFields,
    before: {},
    after: values,
    data: null,
  });
}

function edit(incoming: IncomingRow, current: CurrentRow, context: DecideContext): Decision {
  const { ledger, facts } = context;
  const { record } = current;
  const accepted = acceptValues(ledger.fields, incoming.values, facts.zone);
  if (accepted.problems.length > 0) return { status: "refused", problems: accepted.problems };
  const { values: given, personal: givenPersonal } = split(ledger, accepted.values);
  const base = baseOf(record, current.since);
  const theirs = new Set(
    current.since.flatMap((revision) => [...Object.keys(revision.after), ...revision.personalChanged]),
  );
  const mine = [
    ...Object.keys(given).filter((id) => !sameContent(given[id] ?? null, base[id] ?? null)),
    ...Object.keys(givenPersonal).filter(
      (id) => !sameContent(givenPersonal[id] ?? null, current.personal[id] ?? null),
    ),
  ];
  const nowHeld = { ...record.values, ...current.personal };
  const wanted = { ...given, ...givenPersonal };
  const changed = mine.filter((id) => !sameContent(wanted[id] ?? null, nowHeld[id] ?? null));
  if (changed.length === 0) return { status: "unchanged" };
  const stale = incoming.baseVersion < record.version;
  const contested = changed.filter((id) => theirs.has(id));
  if (stale && contested.length > 0) {
    const problems = contested.map((id) =>
      rowProblems.changed_meanwhile({ field: id, label: labelOf(ledger, id) }),
    );
    return { status: "conflict", problems };
  }
  if (movedOn(current).some((revision) => revision.action !== "upsert")) {
    return { status: "conflict", problems: [rowProblems.step_meanwhile({})] };
  }
  const fixed = lockedProblems(context, rowOf(record), changed);
  if (fixed.length > 0) return refused(...fixed);
  const forbidden = forbiddenTo(context, "upsert", rowOf(record));
  if (forbidden.length > 0) return refused(...forbidden);
  const refilled = isErased(record) ? changed.filter((id) => ledger.personalFields.includes(id)) : [];
  if (refilled.length > 0) {
    return refused(
      ...refilled.map((id) => rowProblems.personal_erased({ field: id, label: labelOf(ledger, id) })),
    );
  }
  const values = withoutNulls({ ...record.values, ...pick(given, changed) });
  const personal = withoutNulls({ ...current.personal, ...pick(givenPersonal, changed) });
  const missing = missingFields(ledger.fields, presence(ledger, record, values, personal));
  if (missing.length > 0) return { status: stale ? "conflict" : "refused", problems: missing };
  const personalChanged = changed.filter((id) => ledger.personalFields.includes(id));
  const plain = changed.filter((id) => !ledger.personalFields.includes(id));
  const row: RowState = {
    ...rowOf(record),
    values,
    personalFields: presentPersonal(record, personal, personalChanged),
  };
  const decision = judged(row, personal, context, {
    action: "upsert",
    voided: null,
    personalChanged,
    before: nullable(record.values, plain),
    after: nullable(values, plain),
    data: null,
  });
  if (!stale) return decision;
  if (decision.status === "refused") return { status: "conflict", problems: decision.problems };
  return decision.status === "accepted" ? { ...decision, status: "merged" } : decision;
}

function step(incoming: IncomingRow, current: CurrentRow, context: DecideContext): Decision {
  const { ledger, facts } = context;
  const { record } = current;
  const transition = ledger.transitions[incoming.action];
  if (!transition) return refused(rowProblems.unknown_action({ action: incoming.action }));
  const accepted = acceptValues(transition.fields, incoming.values, facts.zone);
  const data = withoutNulls(accepted.values);
  const problems = [...accepted.problems, ...missingFields(transition.fields, data)];
  if (problems.length > 0) return { status: "refused", problems: dedupe(problems) };
  const repeated = record.events.some(
    (event) => event.action === incoming.action && sameContent(event.data, data),
  );
  const stale = movedOn(current).length > 0;
  if (repeated && stale) return { status: "unchanged" };
  if (stale) return { status: "conflict", problems: [rowProblems.step_meanwhile({})] };
  if (!transition.from.includes(record.derived.status)) {
    const status = ledger.statuses[record.derived.status]?.label ?? { zh: "", en: "" };
    return refused(rowProblems.not_allowed_in_status({ status, action: transition.label }));
  }
  const before = rowOf(record);
  const forbidden = forbiddenTo(context, incoming.action, before);
  if (forbidden.length > 0) return refused(...forbidden);
  const event: RowEvent = {
    action: incoming.action,
    data,
    enteredAt: facts.now,
    by: context.actor,
    ...(ledger.judgesActors && context.roles ? { roles: context.roles } : {}),
  };
  const effects = ledger.effects(incoming.action, event, before, record.derived, facts);
  const values = withoutNulls({ ...record.values, ...effects });
  const row: RowState = { ...before, values, events: [...before.events, event] };
  const changed = Object.keys(effects).filter(
    (id) => !sameContent(values[id] ?? null, record.values[id] ?? null),
  );
  return judged(row, current.personal, context, {
    action: incoming.action,
    voided: null,
    personalChanged: [],
    before: nullable(record.values, changed),
    after: nullable(values, changed),
    data,
  });
}

function voidRow(incoming: IncomingRow, current: CurrentRow, context: DecideContext): Decision {
  const { facts } = context;
  const accepted = acceptValues({ reason: reasonField }, incoming.values, facts.zone);
  const problems = [...accepted.problems, ...missingFields({ reason: reasonField }, accepted.values)];
  if (problems.length > 0) return { status: "refused", problems: dedupe(problems) };
  if (movedOn(current).length > 0) {
    return { status: "conflict", problems: [rowProblems.step_meanwhile({})] };
  }
  const forbidden = forbiddenTo(context, "void", rowOf(current.record));
  if (forbidden.length > 0) return refused(...forbidden);
  const reason = String(accepted.values.reason);
  return {
    status: "accepted",
    change: {
      action: "void",
      row: rowOf(current.record),
      personal: current.personal,
      personalChanged: [],
      voided: { reason, at: facts.now, by: context.actor },
      before: {},
      after: {},
      data: { reason },
    },
  };
}

/** A recount moves figures, a new calendar moves due dates: neither changes anything that anybody sent. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(["recount", "calendar"]);

/** What others did since the sender looked. */
function movedOn({ since }: CurrentRow): readonly Revision[] {
  return since.filter(({ action }) => !OF_THE_SYSTEM.has(action));
}

function judged(
  row: RowState,
  personal: Values,
  { ledger, facts }: DecideContext,
  change: Omit<Change, "row" | "personal">,
): Decision {
  const problems = ledger.check(row, personal, facts);
  return problems.length > 0
    ? { status: "refused", problems }
    : { status: "accepted", change: { ...change, row, personal } };
}

function refused(...problems: Problem[]): Decision {
  return { status: "refused", problems };
}
