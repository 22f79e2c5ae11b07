// A person's grants, replaced on condition that nobody else changed them meanwhile.
import { replaceParts } from "./directory-change.ts";
import type { Person } from "./directory-store.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** False when the grants are no longer those that were read. */
export function replaceGrants(table: Table, before: Person, grants: Person["grants"]): Promise<boolean> {
  return replaceParts(table, keys.person(before.id), { grants: { before: before.grants, after: grants } });
}
