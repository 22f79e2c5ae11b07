// The centre's own matters, replaced as a whole on condition that nobody else changed them meanwhile.
import type { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { replaceParts } from "./directory-change.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** False when the catalogue is no longer the one that was read. */
export function addMatterVersion(table: Table, before: Centre, matter: Matter): Promise<boolean> {
  const matters = { before: before.matters, after: [...before.matters, matter] };
  return replaceParts(table, keys.centre(before.id), { matters });
}
