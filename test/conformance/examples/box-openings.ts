// A box with one complaint in it, which was registered.
import type { LedgerExample } from "../ledger-example.ts";

export const example: LedgerExample = {
  values: {
    openedOn: "2026-11-18",
    openers: ["张样例", "李样例"],
    letters: 2,
    complaints: 1,
    numbers: ["2026-00003"],
  },
};
