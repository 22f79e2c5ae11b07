// The papers that a row can be printed as, with names only where the reader may see them.
import { can, type Principal } from "../../shared/kernel/permissions.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Values } from "../../shared/ledger/field.ts";
import type { Printable } from "../../shared/ledger/printable.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { Dependencies } from "../dependencies.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { findPersonal, findRecords } from "../storage/record-store.ts";
import { factsOf } from "./hall-facts.ts";

export interface PaperTitle {
  readonly id: string;
  readonly title: Text;
}

/** Which papers there are; their contents are another question, asked by who may see names. */
export async function listPapers(
  { table, now }: Pick<Dependencies, "table" | "now">,
  at: HallPlace,
  ledger: Ledger,
  id: string,
): Promise<readonly PaperTitle[]> {
  const record = (await findRecords(table, [id])).get(id);
  if (!record || record.voided) return [];
  const facts = await factsOf(table, at, ledger, now());
  return ledger.print(rowOf(record), {}, facts, record.serial).map((paper) => ({
    id: paper.id,
    title: paper.title,
  }));
}

/** Empty for a row that is not there, is voided, or of a ledger without papers. */
export async function readPapers(
  deps: Dependencies,
  principal: Principal,
  at: HallPlace,
  ledger: Ledger,
  id: string,
): Promise<readonly Printable[]> {
  const record = (await findRecords(deps.table, [id])).get(id);
  const isHere = record?.hall === at.hall.id && record.ledger === ledger.id;
  if (!record || !isHere || record.voided) return [];
  const row = rowOf(record);
  const named =
    can(principal, at.place, ledger.access, "readPersonal") && !ledger.concerns(row).includes(principal.id);
  const none: Values = {};
  const personal = named ? ((await findPersonal(deps.table, [id])).get(id) ?? none) : none;
  const papers = ledger.print(
    row,
    personal,
    await factsOf(deps.table, at, ledger, deps.now()),
    record.serial,
  );
  if (papers.length > 0 && named) {
    deps.log("PRINTED", { hall: at.hall.id, ledger: ledger.id, record: id, by: principal.id });
  }
  return papers;
}
