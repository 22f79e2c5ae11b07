// The one definition of a ledger, from which sheet, form, validation, routes, storage, exports and figures follow.

import type { TraceLine } from "../kernel/deadline-trace.ts";
import type { Access, Role } from "../kernel/permissions.ts";
import type { Problem } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { Appointment } from "./appointment.ts";
import type { RowDuty } from "./duty.ts";
import type { LedgerFacts, RowsAsked } from "./facts.ts";
import { type Field, type Fields, isValuesOf, type Values, type ValuesOf } from "./field.ts";
import type { FollowingRow, RowChange } from "./follow.ts";
import type { Handing, HandingStep } from "./handing-over.ts";
import { ledgerFaults } from "./ledger-faults.ts";
import { contributionsOf, type LedgerBoards, type Metrics } from "./metric.ts";
import type { Printable } from "./printable.ts";
import type { Contribution, Derived, RowEvent, RowState } from "./record.ts";
import type { Responsibility } from "./responsibility.ts";
import type { RowFinding } from "./row-finding.ts";
import type { RowLink } from "./row-link.ts";

export interface TypedRow<F extends Fields> extends RowState {
  readonly values: ValuesOf<F>;
}

/** Who takes a step, with the roles that they hold towards the hall at that moment. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Of a department role: in whose name. */
  readonly departments?: readonly string[];
}

export interface StatusDefinition {
  readonly label: Text;
  readonly open: boolean;
}

export interface Transition {
  readonly label: Text;
  /** Statuses in which it may happen. */
  readonly from: readonly string[];
  /** What has to be given for it. `at` is when it happened. */
  readonly fields: Fields;
  /** Happens only as the consequence of another row's change (`follows`): nobody takes it by hand. */
  readonly onlyFollows?: boolean | undefined;
}

export interface LedgerDefinition<F extends Fields> {
  readonly id: string;
  /** Grows with every change of the fields. */
  readonly version: number;
  readonly title: Text;
  readonly fields: F;
  /** The field whose local date dates a row: its serial's year, its day, its month. */
  readonly businessDate: keyof F & string;
  /** The field whose value splits the figures. */
  readonly dimension: (keyof F & string) | null;
  /** `verbs`: written only by calls of its own (signing, reporting), never by the sync of a sheet. */
  readonly written?: "rows" | "verbs";
  /** Whose rows they are: a hall's, or the centre's own, kept under the centre's id in the place of a hall. */
  readonly scope?: "hall" | "centre";
  /** Never in cells: a shared spreadsheet has neither permissions for rows nor a log of who read them. */
  readonly restricted?: boolean;
  /** The rules look at the hall's people; known anyway where a field refers to a person. */
  readonly usesPeople?: boolean;
  readonly statuses: Readonly<Record<string, StatusDefinition>>;
  readonly transitions: Readonly<Record<string, Transition>>;
  /** Roles by action: read, readPersonal, unmask, upsert, void, erase, and every transition. */
  readonly access: Access;
  readonly metrics: Metrics;
  /** Without it, boards show every metric in one table. */
  readonly boards?: LedgerBoards;
  /** Grows with every change of what a row contributes. */
  readonly metricsVersion: number;
  /** How long personal fields are kept after closing, in years. */
  readonly retentionYears: number;
  /** What a new row leaves open and the facts can say: frozen in the row when it is accepted for the first time. */
  fill?(row: TypedRow<F>, facts: LedgerFacts): Partial<ValuesOf<F>>;
  derive(row: TypedRow<F>, facts: LedgerFacts): Derived;
  /** Rules across fields, asked when something is written; `personal` holds the personal values given. */
  check(row: TypedRow<F>, personal: ValuesOf<F>, facts: LedgerFacts): Problem[];
  /** Other rows, of this or another ledger of the hall, that `fill`, `permits`, `check` and `follows` need to see. */
  asks?(row: TypedRow<F>): readonly RowsAsked[];
  /**
   * Who may take a step on this very row, beyond what `access` says of roles: approving by tiers, never one's own.
   * `row` is null where the row is new, and stands as it was before the step.
   */
  permits?(action: string, row: TypedRow<F> | null, actor: Actor, facts: LedgerFacts): Problem[];
  /** What a change brings about in other ledgers of the hall, in the same transaction or not at all. */
  follows?(change: RowChange<TypedRow<F>>, facts: LedgerFacts): readonly FollowingRow[];
  /** Who acts in another's place because of a change, or does so no longer: in the same transaction. */
  appoints?(change: RowChange<TypedRow<F>>, facts: LedgerFacts): readonly Appointment[];
  /** The papers that a row is printed as; `serial` is its number in the ledger. */
  print?(row: TypedRow<F>, personal: ValuesOf<F>, facts: LedgerFacts, serial: string): readonly Printable[];
  /** Rows of other ledgers of the hall that belong to this one, for whoever may read them. */
  links?(row: TypedRow<F>, id: string): readonly RowLink[];
  /** Ids of people whom a row is about: its personal values stay hidden from them, whatever their roles. */
  concerns?(row: TypedRow<F>): readonly string[];
  /** Values that a transition sets beside its event; `judged` is what the row was derived to be before it. */
  effects?(action: string, event: RowEvent, row: TypedRow<F>, judged: Derived, facts: LedgerFacts): Values;
  /**
   * Fields of a row that steps alone set, or that may be edited no longer; asked of the row as it was, which for a new
   * one is without values. What follows from another ledger's step is not asked.
   */
  locked?(row: TypedRow<F>): readonly (keyof F & string)[];
  /** Who answers for a row, and through whose hands it went. */
  responsibility?(row: TypedRow<F>): Responsibility;
  /** Why a row is due when it is due. */
  trace?(row: TypedRow<F>, facts: LedgerFacts): readonly TraceLine[];
  /** What somebody still has to do, or had to do, about a row by a day: feedback, rectification. */
  duties?(row: TypedRow<F>, derived: Derived, facts: LedgerFacts): readonly RowDuty[];
  /** What the weekly supervision should look at in a row; asked of open rows, and of those dated or closed lately. */
  draftFindings?(row: TypedRow<F>, derived: Derived, facts: LedgerFacts): readonly RowFinding[];
  /** How a row passes from one person to another who leaves; null where it is not that person's. */
  handOver?(row: TypedRow<F>, handing: Handing): HandingStep | null;
  /** What a row contributes, written a second time and apart from `metrics`, for the nightly proof. */
  recount?(row: TypedRow<F>, derived: Derived): readonly Contribution[];
}

/** A ledger as generic code sees it: values are checked against the fields at each door. */
export interface Ledger
  extends Omit<
    LedgerDefinition<Fields>,
    | "fill"
    | "derive"
    | "check"
    | "asks"
    | "permits"
    | "follows"
    | "appoints"
    | "print"
    | "links"
    | "concerns"
    | "effects"
    | "locked"
    | "responsibility"
    | "trace"
    | "duties"
    | "draftFindings"
    | "handOver"
    | "recount"
    | "scope"
    | "restricted"
    | "usesPeople"
  > {
  readonly scope: "hall" | "centre";
  readonly restricted: boolean;
  readonly usesPeople: boolean;
  /** Whether it can say day by day why a row is due when it is due. */
  readonly explainsDue: boolean;
  /** Whether what a new row leaves open may be filled. */
  readonly fills: boolean;
  /** Whether the rules look at other rows: such rows are decided one after another. */
  readonly asksForRows: boolean;
  /** Whether steps are judged by who takes them; then their roles are kept with the event. */
  readonly judgesActors: boolean;
  /** Whether its rows have to be asked for duties, and for what the weekly supervision should look at. */
  readonly owesDuties: boolean;
  readonly offersFindings: boolean;
  readonly personalFields: readonly string[];
  fill(row: RowState, facts: LedgerFacts): Values;
  derive(row: RowState, facts: LedgerFacts): Derived;
  check(row: RowState, personal: Values, facts: LedgerFacts): Problem[];
  asks(row: RowState): readonly RowsAsked[];
  permits(action: string, row: RowState | null, actor: Actor, facts: LedgerFacts): Problem[];
  follows(change: RowChange<RowState>, facts: LedgerFacts): readonly FollowingRow[];
  appoints(change: RowChange<RowState>, facts: LedgerFacts): readonly Appointment[];
  print(row: RowState, personal: Values, facts: LedgerFacts, serial: string): readonly Printable[];
  links(row: RowState, id: string): readonly RowLink[];
  concerns(row: RowState): readonly string[];
  effects(action: string, event: RowEvent, row: RowState, judged: Derived, facts: LedgerFacts): Values;
  locked(row: RowState): readonly string[];
  responsibility(row: RowState): Responsibility | null;
  trace(row: RowState, facts: LedgerFacts): readonly TraceLine[];
  duties(row: RowState, derived: Derived, facts: LedgerFacts): readonly RowDuty[];
  draftFindings(row: RowState, derived: Derived, facts: LedgerFacts): readonly RowFinding[];
  handOver(row: RowState, handing: Handing): HandingStep | null;
  recount(row: RowState, derived: Derived): readonly Contribution[];
}

/** Checks the definition's cross-references, so that a bad one fails when it is loaded, and closes over its types. */
export function defineLedger<const F extends Fields>(definition: LedgerDefinition<F>): Ledger {
  const faults = ledgerFaults(definition);
  if (faults.length > 0) throw new Error(`ledger ${definition.id}: ${faults.join("; ")}`);
  const { fields } = definition;
  const typed = (row: RowState): TypedRow<F> => ({ ...row, values: typedValues(row.values) });
  const typedValues = (values: Values): ValuesOf<F> => {
    if (!isValuesOf(fields, values)) throw new Error(`values that are not those of ledger ${definition.id}`);
    return values;
  };
  return {
    ...definition,
    scope: definition.scope ?? "hall",
    restricted: definition.restricted ?? false,
    usesPeople: definition.usesPeople ?? refersToPeople(definition),
    explainsDue: definition.trace !== undefined,
    fills: definition.fill !== undefined,
    asksForRows: definition.asks !== undefined,
    judgesActors: definition.permits !== undefined,
    owesDuties: definition.duties !== undefined,
    offersFindings: definition.draftFindings !== undefined,
    personalFields: Object.keys(fields).filter((id) => fields[id]?.personal),
    fill: (row, facts) => definition.fill?.(typed(row), facts) ?? {},
    derive: (row, facts) => definition.derive(typed(row), facts),
    check: (row, personal, facts) => definition.check(typed(row), typedValues(personal), facts),
    asks: (row) => definition.asks?.(typed(row)) ?? [],
    permits: (action, row, actor, facts) =>
      definition.permits?.(action, row && typed(row), actor, facts) ?? [],
    follows: ({ before, row, ...change }, facts) =>
      definition.follows?.({ ...change, before: before && typed(before), row: typed(row) }, facts) ?? [],
    appoints: ({ before, row, ...change }, facts) =>
      definition.appoints?.({ ...change, before: before && typed(before), row: typed(row) }, facts) ?? [],
    print: (row, personal, facts, serial) =>
      definition.print?.(typed(row), typedValues(personal), facts, serial) ?? [],
    links: (row, id) => definition.links?.(typed(row), id) ?? [],
    concerns: (row) => definition.concerns?.(typed(row)) ?? [],
    effects: (action, event, row, judged, facts) =>
      definition.effects?.(action, event, typed(row), judged, facts) ?? {},
    locked: (row) => definition.locked?.(typed(row)) ?? [],
    responsibility: (row) => definition.responsibility?.(typed(row)) ?? null,
    trace: (row, facts) => definition.trace?.(typed(row), facts) ?? [],
    duties: (row, derived, facts) => definition.duties?.(typed(row), derived, facts) ?? [],
    draftFindings: (row, derived, facts) => definition.draftFindings?.(typed(row), derived, facts) ?? [],
    handOver: (row, handing) => definition.handOver?.(typed(row), handing) ?? null,
    recount: (row, derived) =>
      definition.recount?.(typed(row), derived) ??
      contributionsOf(definition.metrics, row, derived, dimensionOf(definition.dimension, row.values)),
  };
}

function refersToPeople<F extends Fields>({ fields, transitions }: LedgerDefinition<F>): boolean {
  return [fields, ...Object.values(transitions).map((transition) => transition.fields)].some((all) =>
    Object.values<Field>(all).some(({ shape }) => shape.refersTo === "person"),
  );
}

/** The value that splits the figures, of a row. */
export function dimensionOf(dimension: string | null, values: Values): string | null {
  const value = dimension ? values[dimension] : undefined;
  return typeof value === "string" ? value : null;
}
