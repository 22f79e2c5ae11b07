// What a ledger adds to the view of its rows; a row of any other ledger is shown by its definition alone.
import type { ComponentType } from "preact";
import { CaseSlipPart } from "../cases/slip-part.tsx";
import type { RowHistory } from "../rpc/history.ts";

export const ROW_PARTS: Readonly<Record<string, ComponentType<{ readonly row: RowHistory }>>> = {
  cases: CaseSlipPart,
};
