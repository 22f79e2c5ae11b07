// What is open, by urgency: halls × bands, and the rows that are overdue, the worst first.
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { DUE_BANDS, type DueBand, dueBand } from "../../shared/kernel/due-band.ts";
import { dayNumber } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { type Cell, type Column, same, type TableBlock } from "../reports/model/report.ts";
import type { Table } from "../storage/table.ts";
import { dimensionNames } from "../use-cases/dimension-names.ts";
import { findOpenRows } from "../use-cases/find-rows.ts";
import { factsFor, mattersOf } from "../use-cases/hall-facts.ts";
import { compareByDueDate } from "../use-cases/rows/load-rows.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { figureCell, type RowsQuery } from "./figures-table.ts";

export interface BandedRow {
  readonly hall: Hall;
  readonly record: LedgerRecord;
  readonly band: DueBand;
  /** Calendar days past the due date. */
  readonly daysLate: number;
}

const AT_ONCE = 8;
const BANDS = Object.keys(DUE_BANDS).filter((band): band is DueBand => band in DUE_BANDS);

export async function readBands(
  table: Table,
  ledger: Ledger,
  centre: Centre,
  halls: readonly Hall[],
  now: number,
): Promise<BandedRow[]> {
  const rows: BandedRow[] = [];
  for (let at = 0; at < halls.length; at += AT_ONCE) {
    const part = halls.slice(at, at + AT_ONCE).map(async (hall) => {
      const { today, calendar } = factsFor(hall, centre, now);
      const open = await findOpenRows(table, hall, ledger, today, false);
      return open.map((record) => {
        const { dueDate } = record.derived;
        const daysLate = dueDate === null ? 0 : Math.max(0, dayNumber(today) - dayNumber(dueDate));
        return { hall, record, band: dueBand(record.derived, today, calendar), daysLate };
      });
    });
    rows.push(...(await Promise.all(part)).flat());
  }
  return rows.sort((a, b) => compareByDueDate(a.record, b.record));
}

export function bandsTable(
  rows: readonly BandedRow[],
  halls: readonly Hall[],
  ledger: Ledger,
  rowsOf: (query: RowsQuery) => string,
): TableBlock {
  const columns: Column[] = [
    { id: "name", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
    ...BANDS.map(
      (band): Column => ({ id: band, label: DUE_BANDS[band].label, as: "count", width: 1, adds: true }),
    ),
    { id: "open", label: BOARD_TEXTS.openAll, as: "count", width: 1, adds: true, sumOf: [...BANDS] },
  ];
  const cells = (own: readonly BandedRow[], hall?: string): Cell[] => [
    ...BANDS.map((band): Cell => {
      const count = own.filter((row) => row.band === band).length;
      const cell = figureCell({ ledger, rowsOf }, "open", count, { hall, band });
      return DUE_BANDS[band].red && count > 0 ? { ...cell, attention: true } : cell;
    }),
    figureCell({ ledger, rowsOf }, "open", own.length, { hall }),
  ];
  return {
    kind: "table",
    id: "bands",
    title: BOARD_TEXTS.bands,
    columns,
    rows: [
      ...halls.map(({ id, name }) => ({
        kind: "row" as const,
        id,
        cells: [
          name,
          ...cells(
            rows.filter((row) => row.hall.id === id),
            id,
          ),
        ],
      })),
      { kind: "total" as const, id: "total", cells: [BOARD_TEXTS.total, ...cells(rows)] },
    ],
    note: BOARD_TEXTS.bandNote,
  };
}

/** The rows that are overdue, or nearly; no name stands in it. */
export function urgentTable(
  rows: readonly BandedRow[],
  ledger: Ledger,
  centre: Centre,
  most: number,
): TableBlock {
  const nameOf = dimensionNames([ledger], mattersOf(centre));
  const overdue = rows.filter(({ band }) => DUE_BANDS[band].red);
  const column = (id: string, label: Column["label"], as: Column["as"], width: number) => ({
    id,
    label,
    as,
    width,
  });
  return {
    kind: "table",
    id: "urgent",
    title: {
      zh: `超期清单（共 ${overdue.length} 件，列前 ${Math.min(most, overdue.length)} 件）`,
      en: `Overdue: ${overdue.length}, the first ${Math.min(most, overdue.length)} listed`,
    },
    columns: [
      column("serial", BOARD_TEXTS.serial, "text", 1.1),
      column("hall", BOARD_TEXTS.hall, "text", 2),
      column("what", ledger.fields[ledger.dimension ?? ""]?.label ?? BOARD_TEXTS.what, "text", 2),
      column("due", BOARD_TEXTS.due, "date", 1.1),
      column("original", BOARD_TEXTS.originalDue, "date", 1.1),
      column("late", BOARD_TEXTS.daysLate, "count", 0.9),
      column("band", BOARD_TEXTS.band, "text", 1.3),
      column("status", BOARD_TEXTS.status, "text", 1.2),
    ],
    rows: overdue.slice(0, most).map(({ hall, record, band, daysLate }) => {
      const { derived, values, id, serial } = record;
      const dimension = String(values[ledger.dimension ?? ""] ?? "");
      const date = (day: string | null): Cell => (day === null ? null : { kind: "date", date: day });
      return {
        kind: "row",
        id,
        cells: [
          { kind: "link", text: same(serial), to: `halls/${hall.id}/ledgers/${ledger.id}/records/${id}` },
          hall.name,
          nameOf(dimension),
          date(derived.dueDate),
          date(derived.originalDueDate),
          { kind: "figure", metric: `${ledger.id}.daysLate`, unit: "count", value: daysLate, rows: null },
          DUE_BANDS[band].label,
          ledger.statuses[derived.status]?.label ?? same(derived.status),
        ],
      };
    }),
    empty: BOARD_TEXTS.noneOverdue,
    internal: true,
  };
}
