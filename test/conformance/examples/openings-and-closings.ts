// A day that is expected, one that is open, one closed with a fault.
import { openingTransitions } from "../../../shared/capabilities/openings-and-closings/openings-and-closings-ledger.ts";
import type { LedgerExample } from "../ledger-example.ts";

const all = (field: { readonly items: readonly string[] }, fault?: string) =>
  field.items.map((item) => (item === fault ? { item, ok: false, note: "三号柜锁坏" } : { item, ok: true }));
const { open, close } = openingTransitions;
const opened = (day: string) => ({
  action: "open",
  values: { at: `${day}T08:40:00+08:00`, contents: all(open.fields.contents) },
});

export const example: LedgerExample = {
  values: { day: "2026-11-18", keeper: "王样例" },
  lives: [
    { steps: [] },
    { values: { day: "2026-11-19" }, steps: [opened("2026-11-19")] },
    {
      values: { day: "2026-11-17" },
      steps: [
        opened("2026-11-17"),
        {
          action: "close",
          values: {
            at: "2026-11-17T17:40:00+08:00",
            contents: all(close.fields.contents, "locked"),
            rectifyOwner: "王样例",
            rectifyBy: "2026-11-19",
          },
        },
      ],
    },
  ],
};
