// What a field accepted, its cell says, and the cell is accepted as the same value.
import fc from "fast-check";
import { expect } from "vitest";
import { type Field, isBlank } from "../../shared/ledger/field.ts";
import { givenValues } from "./sample-value.ts";

const SEED = { seed: 20_261_120, numRuns: 60 };

export function expectCellIdentity(id: string, field: Field, zone: string): void {
  let accepted = 0;
  fc.assert(
    fc.property(givenValues(field), (raw) => {
      if (isBlank(raw)) return;
      const first = field.accept(raw, { id, zone });
      if (!first.ok) return;
      accepted++;
      expect(field.schema.safeParse(first.value).success).toBe(true);
      // What does not fit a cell comes back as the API gives it.
      const again = field.accept(field.hidden ? first.value : field.toCell(first.value), { id, zone });
      expect(again).toEqual(first);
      expect(field.accept(JSON.parse(JSON.stringify(first.value)), { id, zone })).toEqual(first);
    }),
    SEED,
  );
  expect(accepted, `values of ${id} that were accepted`).toBeGreaterThan(5);
}
