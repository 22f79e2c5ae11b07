// What the form of a new row shows before anybody has typed: what the ledger offers, and what it would fill in itself.
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { isValuesOf, type Values } from "../../shared/ledger/field.ts";
import type { Dependencies } from "../dependencies.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { gatherRows } from "./gather-rows.ts";
import { factsOf } from "./hall-facts.ts";

/**
 * Filled as if the row were saved at this moment, so that whoever saves it has seen what it says; what is left open is
 * filled anew then.
 * @param self whose form it is
 */
export async function offeredValues(
  { table, ledgers, now }: Pick<Dependencies, "table" | "ledgers" | "now">,
  at: HallPlace,
  ledger: Ledger,
  self: string,
): Promise<Values> {
  const local = dateTimeAt(now(), at.hall.timeZone);
  const dated = ledger.fields[ledger.businessDate]?.shape.control === "dateTime" ? local : dateOf(local);
  const offered = Object.entries(ledger.fields).flatMap(([name, { offers }]) =>
    offers ? [[name, offers === "now" ? local : self] as const] : [],
  );
  const values: Values = { [ledger.businessDate]: dated, ...Object.fromEntries(offered) };
  if (!ledger.fills || !isValuesOf(ledger.fields, values)) return values;
  const row = { values, personalFields: [], events: [], enteredAt: local };
  const facts = await factsOf(table, at, ledger, now());
  const { rowsOf } = await gatherRows(table, at.hall, ledgers, ledger.asks(row), "");
  return { ...ledger.fill(row, { ...facts, rowsOf }), ...values };
}
