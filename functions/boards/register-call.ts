// What the boards of the registers share: the centre's halls, a year, and sums of a ledger by hall and dimension.
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../shared/kernel/period.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Figure, Linked } from "../reports/model/report.ts";
import { figuresOf, type HallRollUp, rollUp } from "../use-cases/roll-ups.ts";
import { figureCell, type RowsQuery } from "./figures-table.ts";

export interface RegisterCall {
  readonly deps: Dependencies;
  readonly centre: Centre;
  /** Those of the centre today, by id. */
  readonly halls: readonly Hall[];
  readonly today: PlainDate;
  readonly period: Period;
  readonly rowsOf: (query: RowsQuery) => string;
}

/** Sums of one ledger in the period, by hall and split by the ledger's dimension. */
export class LedgerSums {
  private constructor(
    readonly ledger: Ledger,
    private readonly call: RegisterCall,
    private readonly halls: ReadonlyMap<string, HallRollUp>,
  ) {}

  static async read(call: RegisterCall, id: string): Promise<LedgerSums> {
    const ledger = call.deps.ledgers.find((one) => one.id === id);
    if (!ledger) throw new Error(`there is no ledger ${id}`);
    const { table } = call.deps;
    const rolled = await rollUp(table, call.centre.id, call.period, { ledgers: [ledger], split: true });
    return new LedgerSums(ledger, call, new Map(rolled.halls.map((one) => [one.hall, one])));
  }

  /** @param dimension a matter, a head, an area … ; without it all of them */
  value(figure: string, hall?: string, dimension?: string): number {
    const found = hall === undefined ? [...this.halls.values()] : [this.halls.get(hall)];
    return found.reduce((total, one) => {
      const own =
        dimension === undefined
          ? one?.sums
          : one?.byDimension.find((split) => split.dimension === dimension)?.sums;
      return total + (own ? (figuresOf(this.ledger, own)[figure] ?? 0) : 0);
    }, 0);
  }

  /** A figure that opens its rows. */
  figure(figure: string, hall?: string, dimension?: string): Figure {
    const where = { hall, matter: dimension, period: this.call.period.id };
    return figureCell(
      { ledger: this.ledger, rowsOf: this.call.rowsOf },
      figure,
      this.value(figure, hall, dimension),
      where,
    );
  }
}

/** A number that follows from several ledgers: no rows of one ledger stand behind it. */
export function derivedFigure(
  metric: string,
  unit: "count" | "fen",
  value: number,
  attention = false,
): Figure {
  return { kind: "figure", metric, unit, value, rows: null, ...(attention ? { attention } : {}) };
}

export function hallLink({ id, name }: Pick<Hall, "id" | "name">, page: "" | "/standard" = ""): Linked {
  return { kind: "link", text: name, to: `halls/${encodeURIComponent(id)}${page}` };
}

export function recordLink(place: string, record: Pick<LedgerRecord, "ledger" | "id" | "serial">): Linked {
  const { ledger, id, serial } = record;
  const to = `halls/${encodeURIComponent(place)}/ledgers/${ledger}/records/${encodeURIComponent(id)}`;
  return { kind: "link", text: { zh: serial, en: serial }, to };
}

const AT_ONCE = 16;

/** Asks every hall, so many at a time; the answers in the order of the halls. */
export async function forHalls<T>(halls: readonly Hall[], ask: (hall: Hall) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let at = 0; at < halls.length; at += AT_ONCE) {
    answers.push(...(await Promise.all(halls.slice(at, at + AT_ONCE).map(ask))));
  }
  return answers;
}

export function textOf(value: unknown): Text {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return { zh: text, en: text };
}

/** The label of a choice, of a row's field. */
export function choiceOf(ledger: Ledger, field: string, record: Pick<LedgerRecord, "values">): Text {
  const value = record.values[field];
  const choices = ledger.fields[field]?.shape.choices;
  return choices?.find(({ code }) => code === value)?.label ?? textOf(value);
}
