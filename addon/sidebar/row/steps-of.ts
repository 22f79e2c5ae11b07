// The process steps that a ledger keeps with a row, whichever of its fields holds them.
import type { Definition } from "../definition/definition.ts";
import { type Guarded, isListOf, isShape, isText } from "../rpc/guards.ts";
import type { RowHistory } from "../rpc/history.ts";

const isSteps = isListOf(isShape({ at: isText, name: isText }, { by: isText }));

export function stepsOf(ledger: Definition, row: RowHistory): Guarded<typeof isSteps> {
  return Object.entries(ledger.fields)
    .filter(([, field]) => field.kind === "processSteps")
    .flatMap(([id]) => {
      const steps = row.values[id];
      return isSteps(steps) ? steps : [];
    });
}
