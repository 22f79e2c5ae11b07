// Makes rows anonymous whose time has come: personal fields go, the history and every figure stay.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { monthOf, type PlainDate, plainDate, yearOf } from "../../../shared/kernel/plain-date.ts";
import { dimensionOf, type Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { findBegun, findIdsByBusinessDay, findRecords } from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { erasePersonal } from "../erase-personal.ts";
import { factsFor, matterVersions } from "../hall-facts.ts";

/** Ledgers begin no earlier; old ones that were imported are looked at from here on. */
const FIRST_YEAR = 2000;

const REASON = "保存期满 retention period over";

/**
 * How many years personal fields are kept after a row was closed: what the matter says that it is about, else the
 * ledger. PIPL 19: no longer than is needed; PIPL 47(1): the handler erases when the time is over.
 */
export function retentionYearsOf(ledger: Ledger, centre: Centre, record: LedgerRecord): number {
  const about = dimensionOf(ledger.dimension, record.values);
  const matter = about === null ? undefined : matterVersions(centre).find(({ id }) => id === about);
  return matter?.retentionYears ?? ledger.retentionYears;
}

/** The first day on which personal fields are kept no longer; null while a row is open. */
export function forgottenFrom({ voided, derived }: LedgerRecord, years: number): PlainDate | null {
  const ended = voided ? voided.at.slice(0, 10) : derived.closingDay;
  if (!ended || (derived.open && !voided)) return null;
  return yearsAfter(ended, years);
}

/** 29 February becomes 1 March where there is none: a day later, never a day earlier. */
function yearsAfter(day: string, years: number): PlainDate {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(4)];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return plainDate(`${year}${rest === "-02-29" && !leap ? "-03-01" : rest}`);
}

/** How many rows were made anonymous. It may be stopped and repeated. */
export async function forgetExpired(
  table: Table,
  hall: Hall,
  centre: Centre,
  ledgers: readonly Ledger[],
  now: number,
): Promise<number> {
  const facts = factsFor(hall, centre, now);
  let forgotten = 0;
  const holding = ledgers.filter(({ personalFields }) => personalFields.length > 0);
  for (const ledger of await findBegun(table, hall.id, holding)) {
    const context = {
      hall,
      ledger,
      facts,
      actor: "system",
      batchId: `retention-${facts.today}`,
      enteredBy: null,
    };
    const months = monthsToLookAt(facts.today, shortest(ledger, centre));
    const found = await Promise.all(
      months.map((month) =>
        findIdsByBusinessDay(table, hall.id, ledger.id, month, `${month}-01`, `${month}-31`),
      ),
    );
    for (const record of (await findRecords(table, found.flat())).values()) {
      if (record.personalToken === null) continue;
      const from = forgottenFrom(record, retentionYearsOf(ledger, centre, record));
      if (from === null || facts.today < from) continue;
      if (await erasePersonal(table, record.id, REASON, context)) forgotten++;
    }
  }
  return forgotten;
}

function shortest(ledger: Ledger, centre: Centre): number {
  const own = ledger.dimension
    ? matterVersions(centre).flatMap(({ retentionYears }) => retentionYears ?? [])
    : [];
  return Math.min(ledger.retentionYears, ...own);
}

/** Every month of business comes up once in so many days. */
const ROUND_DAYS = 28;

/** Months of business in which something may have come to its end: the latest two, and a share of all others each day. */
export function monthsToLookAt(today: PlainDate, years: number): string[] {
  const months: string[] = [];
  const last = `${yearOf(today) - years}-${monthOf(today).slice(5)}`;
  for (let year = FIRST_YEAR; year <= yearOf(today) - years; year++) {
    for (let month = 1; month <= 12; month++) {
      const id = `${year}-${String(month).padStart(2, "0")}`;
      if (id <= last) months.push(id);
    }
  }
  const turn = (Number(today.slice(8)) - 1) % ROUND_DAYS;
  return months.filter((_, at) => at % ROUND_DAYS === turn || at >= months.length - 2);
}
