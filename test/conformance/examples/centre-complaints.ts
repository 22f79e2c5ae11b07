// Complaints that the centre takes: those about a hall's head.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";
import { example as ofHall } from "./complaints.ts";

export const example = (place: ExamplePlace): LedgerExample => {
  const { values, lives = [] } = ofHall({ ...place, hall: "east" });
  return {
    values: { ...values, aboutPerson: "p-hallHead.east" },
    lives: lives.map(({ steps }) => ({
      steps: steps.map(({ by: _, ...step }) =>
        step.action === "assign" ? { ...step, values: { ...step.values, handler: "p-director" } } : step,
      ),
    })),
  };
};
