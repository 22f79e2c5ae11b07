// On record: who looked at whose personal fields on purpose, when, and why.
import { randomUUID } from "node:crypto";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

export interface PersonalAccess {
  readonly recordId: string;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export async function recordAccess(table: Table, access: PersonalAccess): Promise<void> {
  await table.put({
    ...keys.access(access.recordId, access.at, randomUUID()),
    by: access.by,
    reason: access.reason,
  });
}
