// Tables that misbehave on purpose, around the real one: what DynamoDB Local never does and AWS does.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Table, TransactionOutcome } from "../../../functions/storage/table.ts";

export type Transact = (actions: readonly TransactWriteItem[]) => Promise<TransactionOutcome>;

/** The same table with some calls replaced. */
export function wrapTable(table: Table, change: (table: Table) => Partial<Table>): Table {
  return { ...table, ...change(table) };
}

/** Answers the first transactions with reasons for cancelling, one list for each, and then lets all through. */
export function cancelling(table: Table, reasons: readonly (readonly string[])[]): Table {
  let at = 0;
  return wrapTable(table, ({ transact }) => ({
    transact: async (actions) => {
      const cancelled = reasons[at++];
      return cancelled ? { ok: false, reasons: cancelled } : transact(actions);
    },
  }));
}

/** A gate that holds callers until it is opened. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
