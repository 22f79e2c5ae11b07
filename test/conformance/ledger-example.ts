// What a ledger brings so that the conformance suite can try it: a sound row, and its ways through the steps.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Values } from "../../shared/ledger/field.ts";
import { followingId } from "../../shared/ledger/following-id.ts";
import { sampleValues } from "./sample-value.ts";

export interface LifeStep {
  /** A transition of the ledger, `upsert` or `void`. */
  readonly action: string;
  readonly values?: Values;
  /** Whoever may; without it the first person of the test's hall who has a role for it. */
  readonly by?: string;
}

/** One row's way, from being entered. */
export interface Life {
  /** Replaces values of the sound row: another day, where a ledger takes one row a day. */
  readonly values?: Values;
  readonly by?: string;
  readonly steps: readonly LifeStep[];
}

/** A row of another ledger that has to stand first. */
export interface StagedRow {
  readonly ledger: string;
  readonly id: string;
  readonly values: Values;
  readonly by?: string;
  readonly steps?: readonly LifeStep[];
}

export interface LedgerExample {
  /** What cannot be made from the fields alone; required fields left out are made up. */
  readonly values?: Values;
  /** Together they show every status. Without any, a row that is entered and left so has to. */
  readonly lives?: readonly Life[];
  readonly before?: readonly StagedRow[];
}

/** Where a row stands: ids of rows are unique in the whole product, and people belong to one hall. */
export interface ExamplePlace {
  readonly hall: string;
  /** An id of the hall's own, the same at each call. */
  id(number: number): string;
  /** The serial number of a row of `before`, by the number of its id: known once that row stands. */
  serialOf(number: number): string;
}

/**
 * Reads `examples/<ledger>.ts`: `example`, an object or a function of the place.
 *
 * @param serials of the rows that stand already, by id
 */
export async function exampleOf(
  ledger: Ledger,
  hall: string,
  serials: ReadonlyMap<string, string> = new Map(),
): Promise<LedgerExample> {
  const path = join(import.meta.dirname, "examples", `${ledger.id}.ts`);
  if (!existsSync(path)) {
    throw new Error(`ledger ${ledger.id} brings no example: add test/conformance/examples/${ledger.id}.ts`);
  }
  const { example }: { example: LedgerExample | ((place: ExamplePlace) => LedgerExample) } = await import(
    path
  );
  return typeof example === "function" ? example(placeOf(ledger.id, hall, serials)) : example;
}

function placeOf(ledger: string, hall: string, serials: ReadonlyMap<string, string>): ExamplePlace {
  const id = (number: number) => followingId(`${ledger}/${hall}`, String(number));
  return { hall, id, serialOf: (number) => serials.get(id(number)) ?? "2026-00000" };
}

/** A sound new row: what the example says, and made-up values for the other required fields. */
export function soundValues(ledger: Ledger, example: LedgerExample): Values {
  const required = Object.fromEntries(Object.entries(ledger.fields).filter(([, { required }]) => required));
  return { ...sampleValues(required), ...example.values };
}
