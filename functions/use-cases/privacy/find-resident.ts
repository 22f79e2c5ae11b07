// Where one resident stands in a hall's ledgers, for a request to see, correct or erase one's own data (PIPL 45–47).
import * as z from "zod";
import { can, type Principal } from "../../../shared/kernel/permissions.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { recordAccess } from "../../storage/access-store.ts";
import { findBegun, findPersonal } from "../../storage/record-store.ts";
import { factsFor } from "../hall-facts.ts";
import { allRecords } from "../recount.ts";
import { type RowView, rowView } from "../row-view.ts";

/** A name alone finds too many: the person says both, as at the counter. */
export const ResidentAsked = z.strictObject({
  name: z.string().trim().min(2).max(60),
  phoneTail: z.string().regex(/^\d{4}$/),
  reason: z.string().trim().min(2).max(200),
});
export type ResidentAsked = z.infer<typeof ResidentAsked>;

/** A row whole, with where it stands. */
export interface FoundRow extends RowView {
  readonly hall: string;
  readonly ledger: string;
}

/** The ledgers of a place in which somebody may look for a resident: what they may show whole, and erase on request. */
export function searchable(
  { ledgers }: Pick<Dependencies, "ledgers">,
  principal: Principal,
  { place }: HallPlace,
): Ledger[] {
  const scope = place.wholeCentre ? "centre" : "hall";
  return ledgers.filter(
    (ledger) =>
      ledger.scope === scope &&
      ledger.personalFields.length > 0 &&
      can(principal, place, ledger.access, "erase") &&
      ["readPersonal", "unmask"].some((action) => can(principal, place, ledger.access, action)),
  );
}

/** Every row that holds both the name and the last four digits; each is put on record as looked at. */
export async function findResident(
  { table, now }: Pick<Dependencies, "table" | "now">,
  principal: Principal,
  { hall, centre }: HallPlace,
  ledgers: readonly Ledger[],
  { name, phoneTail, reason }: ResidentAsked,
) {
  const facts = factsFor(hall, centre, now());
  const rows: FoundRow[] = [];
  let looked = 0;
  for (const ledger of await findBegun(table, hall.id, ledgers)) {
    const records = (await allRecords(table, hall.id, ledger.id)).filter(
      ({ personalToken }) => personalToken !== null,
    );
    looked += records.length;
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
        hall: hall.id,
        ledger: ledger.id,
        ...rowView(record, values, { ledger, unmasked: true, reader: principal.id, today: facts.today }),
      });
    }
  }
  return { looked, rows };
}

/** Name and number in whatever personal fields of the row: ledgers call them differently. */
function isAbout(personal: Values, name: string, phoneTail: string): boolean {
  const texts = Object.values(personal).map(String);
  return texts.some((text) => text.trim() === name) && texts.some((text) => text.endsWith(phoneTail));
}
