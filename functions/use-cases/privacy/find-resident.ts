// Where one resident stands in a hall's ledgers, for a request to see, correct or erase one's own data (PIPL 45–47).
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { recordAccess } from "../../storage/access-store.ts";
import { findBegun, findPersonal } from "../../storage/record-store.ts";
import { factsFor } from "../hall-facts.ts";
import { allRecords } from "../recount.ts";
import { rowView } from "../row-view.ts";

export interface Asked {
  readonly name: string;
  readonly phoneTail: string;
  readonly reason: string;
}

/** Every row that holds both the name and the last four digits; each is put on record as looked at. */
export async function findResident(
  { table, now }: Pick<Dependencies, "table" | "now">,
  principal: Principal,
  { hall, centre }: HallPlace,
  ledgers: readonly Ledger[],
  { name, phoneTail, reason }: Asked,
) {
  const facts = factsFor(hall, centre, now());
  const rows = [];
  for (const ledger of await findBegun(table, hall.id, ledgers)) {
    const records = (await allRecords(table, hall.id, ledger.id)).filter(
      ({ personalToken }) => personalToken !== null,
    );
    const personal = await findPersonal(
      table,
      records.map(({ id }) => id),
    );
    for (const record of records) {
      const values = personal.get(record.id);
      if (!values || !isAbout(values, name, phoneTail)) continue;
      await recordAccess(table, centre.id, {
        recordId: record.id,
        hall: hall.id,
        ledger: ledger.id,
        by: principal.id,
        reason,
        at: facts.now,
      });
      rows.push({
        ledger: ledger.id,
        ...rowView(record, values, { ledger, unmasked: true, reader: principal.id, today: facts.today }),
      });
    }
  }
  return { hall: hall.id, searched: ledgers.map(({ id }) => id), rows };
}

/** Name and number in whatever personal fields of the row: ledgers call them differently. */
function isAbout(personal: Values, name: string, phoneTail: string): boolean {
  const texts = Object.values(personal).map(String);
  return texts.some((text) => text.trim() === name) && texts.some((text) => text.endsWith(phoneTail));
}
