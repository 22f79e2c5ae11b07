// The sample of visitors: ten drawn windows, a search in the ledger for whoever came then, and what became of it.
import * as z from "zod";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { judgedUntil } from "../../../shared/capabilities/inspection/predicate.ts";
import { drawWindows, type VisitorWindow } from "../../../shared/capabilities/inspection/visitor-sample.ts";
import { type DateTime, dateOf, dateTime, instantOf, isDateTime } from "../../../shared/kernel/date-time.ts";
import { datesBetween } from "../../../shared/kernel/plain-date.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger } from "../../http/require-principal.ts";
import { recordAccess } from "../../storage/access-store.ts";
import { findHall } from "../../storage/directory-store.ts";
import { findPersonal } from "../../storage/record-store.ts";
import { findRowsOf } from "../find-rows.ts";
import { factsFor } from "../hall-facts.ts";
import { type RowView, rowView } from "../row-view.ts";
import { demandInspector, type HallCall, stampOf, writeOrRefuse } from "./inspection-call.ts";

const LEDGER = "cases";

export const VisitorSearch = z.strictObject({
  /** Whole or a part, at least two characters. */
  name: z.string().trim().max(60).default(""),
  phoneTail: z.string().trim().max(4).default(""),
  /** Of the sample: all who came in it. */
  window: z.number().int().min(1).max(50).optional(),
});
export type VisitorSearch = z.infer<typeof VisitorSearch>;

export const VisitorResult = z.strictObject({
  number: z.number().int().min(1).max(50),
  result: z.enum(["found", "notInLedger", "nobodyCame"]),
  record: z.string().max(60).nullable().default(null),
  note: z.string().trim().max(200).default(""),
  baseVersion: z.number().int().min(0).optional(),
});

export async function windowsOf(call: HallCall): Promise<VisitorWindow[]> {
  const { deps, stored, hall, centre } = call;
  const { round } = stored;
  const found = (await findHall(deps.table, hall.id)) ?? refuse(httpProblems.unknown_hall({ hall: hall.id }));
  const facts = factsFor(found, centre, deps.now());
  // As long as the round is open its days do not move on: they end when it was opened.
  const last = judgedUntil({ last: round.last, asOf: round.opened.at });
  const days = datesBetween(round.first, last).filter((day) => facts.isServiceDay(day));
  return drawWindows(`${round.seed}/${hall.id}`, round.scorecard.rules.visitors.sample, {
    days,
    zone: found.timeZone,
    timetableOn: facts.timetableOn,
  });
}

/**
 * Rows of the period that fit: by name, by the phone's last four digits, or by a window of the sample. Personal fields
 * stay masked; that somebody searched for a person is put on record with every row found.
 */
export async function searchVisitors(call: HallCall, search: VisitorSearch): Promise<RowView[]> {
  demandInspector(call);
  const { name, phoneTail, window: number } = search;
  const byPerson = [...name].length >= 2 || /^\d{4}$/.test(phoneTail);
  if (!byPerson && number === undefined) refuse(problems.search_needs({ field: "name" }));
  const { deps, stored, hall, centre, principal } = call;
  const found = (await findHall(deps.table, hall.id)) ?? refuse(httpProblems.unknown_hall({ hall: hall.id }));
  const ledger = getLedger(deps, LEDGER);
  const window = number === undefined ? undefined : await windowAt(call, number);
  const { first, last } = stored.round;
  const span = window ? { first: dateOf(window.from), last: dateOf(window.to) } : { first, last };
  const rows = await findRowsOf(deps.table, found, ledger, {
    period: { id: "sample", kind: "day", ...span },
  });
  const inTime = rows.filter((row) => row.voided === null && (!window || isWithin(row, window)));
  const personal = await findPersonal(
    deps.table,
    inTime.map(({ id }) => id),
  );
  const fits = inTime.filter(({ id }) => {
    const { visitor, phoneTail: tail } = personal.get(id) ?? {};
    return (
      (name === "" || (byPerson && String(visitor ?? "").includes(name))) &&
      (phoneTail === "" || (byPerson && tail === phoneTail))
    );
  });
  const shown = fits.slice(0, MOST_SHOWN);
  if (byPerson) {
    for (const { id } of shown) {
      const access = {
        recordId: id,
        hall: hall.id,
        ledger: LEDGER,
        by: principal.id,
        reason: `验收抽查 ${stored.round.id}`,
        at: call.now,
      };
      await recordAccess(deps.table, centre.id, access);
    }
  }
  return shown.map((row) =>
    rowView(row, personal.get(row.id), { ledger, unmasked: false, reader: principal.id, today: call.today }),
  );
}

const MOST_SHOWN = 30;

export async function recordVisitor(call: HallCall, asked: z.infer<typeof VisitorResult>): Promise<void> {
  demandInspector(call);
  const window = await windowAt(call, asked.number);
  const row = asked.result === "found" ? await rowIn(call, asked.record, window) : undefined;
  const name = `${call.hall.id}#${String(asked.number).padStart(2, "0")}`;
  const before = call.stored.visitors.get(name);
  if (asked.baseVersion !== undefined && asked.baseVersion !== (before?.version ?? 0)) {
    refuse(problems.changed_meanwhile({ field: "baseVersion" }));
  }
  const { result, note } = asked;
  const value = { result, note, record: row?.id ?? null, serial: row?.serial ?? null, ...stampOf(call) };
  await writeOrRefuse(call, { name: `VISITOR#${name}`, value, baseVersion: before?.version ?? 0 });
}

async function windowAt(call: HallCall, number: number): Promise<VisitorWindow> {
  const windows = await windowsOf(call);
  return (
    windows.find((one) => one.number === number) ??
    refuse(problems.no_such_window({ field: "number", number, sample: windows.length }))
  );
}

/** Whoever came in a window is in the ledger when a row of that day, of this hall, is theirs. */
async function rowIn(
  { deps, hall }: HallCall,
  id: string | null,
  window: VisitorWindow,
): Promise<LedgerRecord> {
  const found = (await findHall(deps.table, hall.id)) ?? refuse(httpProblems.unknown_hall({ hall: hall.id }));
  const day = dateOf(window.from);
  const rows = await findRowsOf(deps.table, found, getLedger(deps, LEDGER), {
    period: { id: day, kind: "day", first: day, last: day },
  });
  return (
    rows.find((row) => row.id === id && row.voided === null) ??
    refuse(problems.no_such_row({ field: "record" }))
  );
}

function isWithin({ values }: LedgerRecord, { from, to }: VisitorWindow): boolean {
  const at = receivedAt(values.receivedAt);
  return at !== null && instantOf(from) <= instantOf(at) && instantOf(at) < instantOf(to);
}

function receivedAt(value: unknown): DateTime | null {
  return typeof value === "string" && isDateTime(value) ? dateTime(value) : null;
}
