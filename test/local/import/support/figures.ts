// Asks the public surface for the figures that an import has to lead to.
import { readHead } from "../../../../functions/storage/record-store.ts";
import { recount } from "../../../../functions/use-cases/recount.ts";
import { cases } from "../../../../shared/capabilities/cases/cases-ledger.ts";
import type { Counts } from "../../../fixtures/import/permit-log.ts";
import { testHall, type World } from "../../../support/world.ts";

interface RollUps {
  readonly halls: readonly {
    readonly hall: { readonly id: string };
    readonly figures: Readonly<Record<string, { readonly live: number | null }>>;
    readonly stocks: readonly { readonly open: { readonly value: number } }[];
  }[];
}

interface Records {
  readonly rows: readonly { readonly values: Readonly<Record<string, unknown>> }[];
  readonly count: number;
  readonly next: number | null;
}

/** Figures of one hall and period, by metric. */
export async function figuresOf(world: World, hall: string, period: string) {
  const { body } = await world.get<RollUps>(`/v1/centre/roll-ups?period=${period}&hall=${hall}`, "admin");
  const own = body.halls.find((one) => one.hall.id === hall);
  const figure = (name: string) => own?.figures[`cases.${name}`]?.live ?? 0;
  return {
    received: figure("received"),
    closed: figure("closed"),
    late: figure("closedLate"),
    open: own?.stocks[0]?.open.value ?? 0,
  };
}

export async function countsOf(world: World, hall: string, years: readonly string[]): Promise<Counts> {
  const parts: Counts[] = [];
  for (const year of years) parts.push(await figuresOf(world, hall, year));
  const sum = (of: (part: Counts) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    received: sum(({ received }) => received),
    closed: sum(({ closed }) => closed),
    late: sum(({ late }) => late),
    open: parts[0]?.open ?? 0,
  };
}

/** The values of a hall's rows in a period, as its head sees them. */
export async function rowsOf(world: World, hall: "amsterdam" | "east" | "west", period: string) {
  const who = hall === "east" ? "head" : hall;
  const path = `/v1/halls/${hall}/ledgers/cases/records?period=${period}`;
  const rows: Records["rows"][number][] = [];
  for (let from: number | null = 0; from !== null; ) {
    const { body }: { body: Records } = await world.get<Records>(`${path}&from=${from}`, who);
    rows.push(...body.rows);
    from = body.next;
  }
  return rows.map(({ values }) => values);
}

/** Where the hall's feed has come to: unchanged as long as nothing is written. */
export async function seqOf(world: World, hall: string): Promise<number> {
  return (await readHead(world.deps.table, hall, "cases")).seq;
}

/** Differences between the stored sums and a fresh count: none, when all is well. */
export function differencesOf(world: World, hall: string, zone: string) {
  return recount(world.deps.table, testHall(hall, zone), cases);
}
