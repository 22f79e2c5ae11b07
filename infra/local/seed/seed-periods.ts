// Does the demonstration's signing and reporting through the same use-cases as everybody, on the day that it is about.
import type { BlobStore } from "../../../functions/blobs/blob-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { findOpenRows } from "../../../functions/use-cases/find-rows.ts";
import { confirmWeek } from "../../../functions/use-cases/periods/confirm-week.ts";
import { draftFindings } from "../../../functions/use-cases/periods/draft-findings.ts";
import { acceptReport, returnReport } from "../../../functions/use-cases/periods/judge-report.ts";
import { type PeriodCall, periodCall } from "../../../functions/use-cases/periods/period-call.ts";
import { signDay } from "../../../functions/use-cases/periods/sign-day.ts";
import { submitReport } from "../../../functions/use-cases/periods/submit-report.ts";
import { writeRows } from "../../../functions/use-cases/write-rows.ts";
import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateTimeFromWall, instantOf } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { addWorkingDays } from "../../../shared/kernel/working-calendar.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { DEMO_PEOPLE } from "./demonstration-centre.ts";
import type { Moment, PeriodAct } from "./demonstration-periods.ts";

const TIMES: Readonly<Record<Moment, readonly [hour: number, minute: number]>> = {
  morning: [9, 20],
  afternoon: [17, 27],
  evening: [17, 45],
};
/** Of a week's pre-filled findings, so many become findings; the others are under way already. */
const TAKEN_PER_WEEK = 2;

export interface PeriodSeeding {
  readonly table: Table;
  readonly blobs: BlobStore;
  readonly hall: Hall;
  readonly centre: Centre;
}

/** What was refused (a day of an accepted month) stays undone, as it would for anybody. */
export async function doPeriodActs(
  seeding: PeriodSeeding,
  day: PlainDate,
  moment: Moment,
  acts: readonly PeriodAct[],
): Promise<void> {
  for (const act of acts) {
    if (act.moment !== moment) continue;
    const call = callOf(seeding, day, act);
    switch (act.verb) {
      case "sign":
        await signDay(call, act.rule, act.period, {});
        break;
      case "confirm":
        await rectifyOpen(call);
        await confirm(call, act);
        break;
      case "submit":
        await submitReport(call, act.rule, act.period, {});
        break;
      case "accept":
        await acceptReport(call, act.rule, act.period);
        break;
      case "return":
        await returnReport(call, act.rule, act.period, act.reason ?? "");
        break;
    }
  }
}

function callOf({ table, blobs, hall, centre }: PeriodSeeding, day: PlainDate, act: PeriodAct): PeriodCall {
  const [hour, minute] = TIMES[act.moment];
  const now = instantOf(dateTimeFromWall(day, hour, minute, hall.timeZone));
  const id = act.who === "head" ? `demo-head.${hall.id}` : "demo-admin";
  const principal = DEMO_PEOPLE.find((person) => person.id === id);
  if (!principal) throw new Error(`nobody is called ${id}`);
  const place = { id: hall.id, centre: centreOf(hall, day), today: day };
  const deps = { table, blobs, ledgers: LEDGERS, now: () => now };
  return periodCall(deps, principal, { hall, centre, place }, `seed-${day}`);
}

async function confirm(call: PeriodCall, { rule, period }: PeriodAct): Promise<void> {
  const week = parsePeriod(period);
  if (!week) throw new Error(`no week ${period}`);
  const drafts = await draftFindings(call, week);
  const dueOn = addWorkingDays(call.facts.calendar, call.facts.today, 5);
  const [unchecked, others] = [true, false].map((is) =>
    drafts.filter(({ kind }) => (kind === "noFullCheck") === is),
  );
  const rulings = [
    ...(unchecked ?? []).map(({ key }) => ({ key, dismissed: "当周值周检查登记在纸质本上(演示)" })),
    ...(others ?? []).map(({ key }, index) =>
      index < TAKEN_PER_WEEK
        ? { key, owner: "窗口负责人(演示)", dueOn }
        : { key, dismissed: "已在办理(演示)" },
    ),
  ];
  await confirmWeek(call, rule, period, { findings: rulings });
}

/** Last week's findings are put right and looked at again before the next ones are written down. */
async function rectifyOpen(call: PeriodCall): Promise<void> {
  const { deps, at, facts, principal, batchId } = call;
  const open = await findOpenRows(deps.table, at.hall, findings, facts.today, false);
  const rows = open.flatMap(({ id, version, derived }) =>
    derived.status === "open" && id < "c"
      ? [
          { id, baseVersion: version, action: "rectify", values: { at: facts.now, measure: "已整改(演示)" } },
          { id, baseVersion: version + 1, action: "recheck", values: { at: facts.now, passed: true } },
        ]
      : [],
  );
  const context = { table: deps.table, hall: at.hall, ledger: findings, facts, actor: principal.id, batchId };
  await writeRows(rows, {
    ...context,
    ledgers: deps.ledgers,
    roles: null,
    enteredBy: "演示",
    may: () => true,
  });
}
