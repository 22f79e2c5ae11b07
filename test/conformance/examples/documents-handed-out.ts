// Documents handed out: everything follows from the fields.
import type { LedgerExample } from "../ledger-example.ts";

export const example: LedgerExample = {};
