// A table whose user is killed: after so many calls every further one fails, the last one having been carried out.
import type { Table } from "../../../functions/storage/table.ts";

export class Killed extends Error {}

export interface KilledTable {
  readonly table: Table;
  /** Calls made so far. */
  calls(): number;
}

/** @param after the call after which nothing is heard any more; from 1 on */
export function killedAfter(table: Table, after: number): KilledTable {
  let calls = 0;
  const pass = async <T>(call: () => Promise<T>): Promise<T> => {
    if (calls >= after) throw new Killed("killed before this call");
    calls++;
    const result = await call();
    if (calls >= after) throw new Killed("killed after this call");
    return result;
  };
  return {
    calls: () => calls,
    table: {
      name: table.name,
      meter: table.meter,
      get: (key, consistent) => pass(() => table.get(key, consistent)),
      getMany: (keys, consistent) => pass(() => table.getMany(keys, consistent)),
      queryPage: (params) => pass(() => table.queryPage(params)),
      queryAll: (params) => pass(() => table.queryAll(params)),
      put: (item) => pass(() => table.put(item)),
      putNew: (item) => pass(() => table.putNew(item)),
      update: (params) => pass(() => table.update(params)),
      remove: (key) => pass(() => table.remove(key)),
      transact: (actions) => pass(() => table.transact(actions)),
    },
  };
}

/** Runs something with a table that dies after 1, 2, 3 … calls, until it once gets through; how often it died. */
export async function killAtEveryPoint(
  table: Table,
  run: (table: Table) => Promise<unknown>,
): Promise<number> {
  for (let after = 1; ; after++) {
    try {
      await run(killedAfter(table, after).table);
      return after - 1;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}
