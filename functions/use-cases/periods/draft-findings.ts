// What a weekly supervision comes pre-filled with: each provider looks at one kind of thing that should not be.

import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { isInPeriod } from "../../../shared/kernel/period.ts";
import { datesBetween, earlier } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { findBegun } from "../../storage/record-store.ts";
import { findCurrentRows, findOpenRows } from "../find-rows.ts";
import { factsOf } from "../hall-facts.ts";
import { readOwed } from "../obligations/hall-obligations.ts";
import { dutyStatus, readRowDuties } from "../obligations/row-duties.ts";
import { fullChecksOf } from "./full-checks-of.ts";
import type { PeriodCall } from "./period-call.ts";

export interface DraftFinding {
  /** Stays the same from one look to the next: `overdue/cases/<id>`, `unsigned/2026-11-02`. */
  readonly key: string;
  readonly kind: string;
  readonly content: Text;
  readonly subject: string;
}

/** A finding with the day by which what it is about was due, where it had one. */
interface Found extends DraftFinding {
  readonly dueOn?: string | null;
}

/** A kind of source; what a single ledger knows is offered by its definition (`duties`, `draftFindings`). */
export type FindingProvider = (call: PeriodCall, week: Period) => Promise<readonly Found[]>;

/** Rows past their due date now, of every ledger whose rows have one, findings of earlier weeks included. */
const overdueRows: FindingProvider = async ({ deps, at, facts }) => {
  const found = await Promise.all(
    rowLedgers(deps.ledgers).map(async (ledger) => {
      const rows = await findOpenRows(deps.table, at.hall, ledger, facts.today, true);
      return rows.map(({ id, serial, derived }) => ({
        key: `overdue/${ledger.id}/${id}`,
        kind: "overdue",
        content: {
          zh: `${ledger.title.zh} ${serial} 超期未办(到期日 ${derived.dueDate ?? ""})`,
          en: `${ledger.title.en} ${serial} is overdue (due ${derived.dueDate ?? ""})`,
        },
        subject: `${ledger.id}/${id}`,
        dueOn: derived.dueDate,
      }));
    }),
  );
  return found.flat();
};

/** Days of the week that are past due without a signature. */
const unsignedDays: FindingProvider = async ({ deps, at, facts }, week) => {
  const span = { first: week.first, last: earlier(week.last, facts.today) };
  const owed = await readOwed(deps.table, at.hall, at.centre, span, deps.now());
  return owed.flatMap(({ obligation: { rule, period }, status }) =>
    period.kind === "day" && (status === "overdue" || status === "missed")
      ? [
          {
            key: `unsigned/${period.id}`,
            kind: "unsigned",
            content: {
              zh: `${period.id} ${rule.label.zh}未签认`,
              en: `${rule.label.en} of ${period.id} is not signed`,
            },
            subject: `${rule.id}/${period.id}`,
          },
        ]
      : [],
  );
};

/**
 * D2 二(三) "全面检查每周不少于一次": a week that ends without one. No row says so, because there is none. Looked at from the
 * week's last day of service on, when its supervision can be confirmed; a check that is recorded takes it off again.
 */
const weekWithoutFullCheck: FindingProvider = async (call, week) => {
  const { isServiceDay, today } = call.facts;
  const last = datesBetween(week.first, week.last).findLast(isServiceDay);
  if (!last || today < last || (await fullChecksOf(call, week)).length > 0) return [];
  return [
    {
      key: `noFullCheck/${week.id}`,
      kind: "noFullCheck",
      content: {
        zh: `${week.id} 没有登记全面检查(D2 二(三)“全面检查每周不少于一次”)`,
        en: `${week.id} has no full check (D2 二(三): at least one a week)`,
      },
      subject: `weekly-checks/${week.id}`,
    },
  ];
};

/** What the ledgers themselves offer about their rows of the week: breaches, absences that nobody explained. */
const offeredByLedgers: FindingProvider = async ({ deps, at }, week) => {
  const offering = deps.ledgers.filter(({ offersFindings }) => offersFindings);
  const found = await Promise.all(
    offering.map(async (ledger) => {
      const facts = await factsOf(deps.table, at, ledger, deps.now());
      const records = await findCurrentRows(deps.table, at.hall, ledger, week, facts.today);
      return records.flatMap((record) =>
        ledger
          .draftFindings(rowOf(record), record.derived, facts)
          .filter(({ on }) => isInPeriod(on, week))
          .map(({ kind, content }) => ({
            key: `${kind}/${ledger.id}/${record.id}`,
            kind,
            content: {
              zh: `${ledger.title.zh} ${record.serial} ${content.zh}`,
              en: `${ledger.title.en} ${record.serial} ${content.en}`,
            },
            subject: `${ledger.id}/${record.id}`,
          })),
      );
    }),
  );
  return found.flat();
};

/** D1 三5 "及时受理和反馈": residents who have not been told, and other duties of rows that are past due. */
const overdueDuties: FindingProvider = async ({ deps, at, facts }, week) => {
  const owed = await readRowDuties(deps.table, at.hall, at.centre, rowLedgers(deps.ledgers), deps.now());
  return owed
    .filter(({ duty, ledger }) => dutyStatus(duty, facts.today) === "overdue" && ledger !== "findings")
    .filter(
      ({ duty }) => duty.dueOn <= week.last && (isInPeriod(duty.dueOn, week) || duty.dueOn < week.first),
    )
    .map(({ ledger, record, duty }) => ({
      key: `${duty.id}/${ledger}/${record.id}`,
      kind: duty.id,
      content: {
        zh: `${record.serial} ${duty.label.zh}超期(应于 ${duty.dueOn} 前)`,
        en: `${record.serial}: ${duty.label.en} is overdue (by ${duty.dueOn})`,
      },
      subject: `${ledger}/${record.id}`,
      dueOn: duty.dueOn,
    }));
};

export const PROVIDERS: readonly FindingProvider[] = [
  overdueRows,
  unsignedDays,
  weekWithoutFullCheck,
  offeredByLedgers,
  overdueDuties,
];

export async function draftFindings(
  call: PeriodCall,
  week: Period,
  providers: readonly FindingProvider[] = PROVIDERS,
): Promise<DraftFinding[]> {
  const { table, ledgers } = call.deps;
  const begun = await findBegun(table, call.at.hall.id, ledgers);
  const asked = { ...call, deps: { ...call.deps, ledgers: begun } };
  const [known, ...found] = await Promise.all([
    openSubjects(asked, week),
    ...providers.map((provider) => provider(asked, week)),
  ]);
  const fresh = found.flat().filter(({ subject }) => !known.has(subject));
  return withoutDoubles(fresh)
    .map(({ dueOn: _, ...finding }) => finding)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A row is overdue because something of it is: where that is found as a duty, which says what, it is found once. */
function withoutDoubles(all: readonly Found[]): Found[] {
  const placeOf = ({ subject, dueOn }: Found) => `${subject} ${dueOn}`;
  const duties = new Set(all.filter(({ kind, dueOn }) => kind !== "overdue" && dueOn).map(placeOf));
  return all.filter((one) => one.kind !== "overdue" || !duties.has(placeOf(one)));
}

/** What an earlier week found and nobody has closed yet is followed up there, and not found a second time. */
async function openSubjects({ deps, at, facts }: PeriodCall, week: Period): Promise<ReadonlySet<string>> {
  const ledger = deps.ledgers.find(({ id }) => id === findings.id);
  if (!ledger) return new Set();
  const open = await findOpenRows(deps.table, at.hall, ledger, facts.today, false);
  const earlier = open.filter(({ values }) => values.sourceId !== week.id);
  return new Set(
    earlier.flatMap(({ values }) => (typeof values.subject === "string" ? [values.subject] : [])),
  );
}

function rowLedgers(ledgers: readonly Ledger[]): Ledger[] {
  return ledgers.filter(({ written }) => written !== "verbs");
}
