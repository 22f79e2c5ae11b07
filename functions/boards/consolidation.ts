// A centre's month, quarter or year, consolidated by hall, post, flow and matter: the tables of its board and reports.
import type { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall, officeOf } from "../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../shared/kernel/period.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { listHalls } from "../storage/directory-store.ts";
import type { Sums } from "../storage/summary-store.ts";
import type { Table } from "../storage/table.ts";
import { centreZone } from "../use-cases/centre-zone.ts";
import { dimensionNames, splitsByMatter } from "../use-cases/dimension-names.ts";
import { mattersOf } from "../use-cases/hall-facts.ts";
import { type DimensionRollUp, hallsOf, rollUp, type Stock, stocksOf } from "../use-cases/roll-ups.ts";

export interface ConsolidatedHall {
  readonly id: string;
  readonly name: Text;
  readonly sums: Sums;
  /** Null for a hall that has left the centre: what is open there now is not the centre's. */
  readonly stock: Stock | null;
  readonly byDimension: ReadonlyMap<string, Sums>;
}

export interface Consolidation {
  readonly ledger: Ledger;
  readonly centre: Centre;
  readonly period: Period;
  /** The zone whose clock tells the centre's time. */
  readonly zone: string;
  readonly halls: readonly ConsolidatedHall[];
  readonly total: Sums;
  readonly totalStock: Pick<Stock, "open" | "overdue">;
  readonly byDimension: readonly DimensionRollUp[];
  /** The catalogue, where the ledger's figures are split by its matters. */
  readonly matters: readonly Matter[] | null;
  readonly nameOfValue: (dimension: string) => Text;
  readonly empty: boolean;
}

export async function consolidate(
  table: Table,
  ledger: Ledger,
  centre: Centre,
  period: Period,
  now: number,
  onlyHall?: string,
): Promise<Consolidation> {
  const all = await listHalls(table);
  const isWanted = (id: string) => onlyHall === undefined || id === onlyHall;
  // What the centre keeps itself stands under its own name; no hall has a line in it.
  const office = ledger.scope === "centre" ? [officeOf(centre)] : null;
  const present = (office ?? hallsOf(all, centre.id, now)).filter(({ id }) => isWanted(id));
  const [rolled, stocks] = await Promise.all([
    rollUp(table, centre.id, period, { ledgers: [ledger], split: true, hall: onlyHall }),
    stocksOf(table, ledger, present, now),
  ]);
  const own = office ? [] : all.filter((hall) => centreOf(hall, period.first) === centre.id);
  const matters = mattersOf(centre);
  const ids = new Set([...own, ...present].map(({ id }) => id).filter(isWanted));
  for (const { hall } of rolled.halls) ids.add(hall);
  return {
    ledger,
    centre,
    period,
    zone: centreZone(present),
    halls: [...ids].sort().map((id) => {
      const found = rolled.halls.find(({ hall }) => hall === id);
      const split = (found?.byDimension ?? []).map(({ dimension, sums }) => [dimension, sums] as const);
      return {
        id,
        name: nameOf([...all, ...(office ?? [])], id),
        sums: found?.sums ?? {},
        stock: stocks.find(({ hall }) => hall === id) ?? null,
        byDimension: new Map(split),
      };
    }),
    total: rolled.total,
    totalStock: {
      open: stocks.reduce((sum, { open }) => sum + open, 0),
      overdue: stocks.reduce((sum, { overdue }) => sum + overdue, 0),
    },
    byDimension: rolled.byDimension.filter(({ sums }) => hasAny(ledger, sums)),
    matters: splitsByMatter(ledger) ? matters : null,
    nameOfValue: dimensionNames([ledger], matters),
    empty: !hasAny(ledger, rolled.total),
  };
}

export function hasAny(ledger: Ledger, sums: Sums): boolean {
  return Object.entries(sums).some(([name, amount]) => name.startsWith(`${ledger.id}.`) && amount !== 0);
}

function nameOf(halls: readonly Hall[], id: string): Text {
  return halls.find((hall) => hall.id === id)?.name ?? { zh: id, en: id };
}
