// A world whose table can be made to misbehave: any of its calls replaced, at any time.
import type { Table } from "../../../functions/storage/table.ts";
import { createWorld, type World } from "../../support/world.ts";

export interface Between {
  readonly world: World;
  /** The table as it is. */
  readonly real: Table;
  /** Calls put here stand in for the table's own. */
  replaced: Partial<Omit<Table, "name" | "meter">>;
}

export async function worldBetween(): Promise<Between> {
  const between: { replaced: Between["replaced"]; real?: Table } = { replaced: {} };
  const world = await createWorld(({ table }) => {
    between.real = table;
    const now = () => ({ ...table, ...between.replaced });
    return {
      table: {
        name: table.name,
        meter: table.meter,
        get: (key, consistent) => now().get(key, consistent),
        getMany: (keys, consistent) => now().getMany(keys, consistent),
        queryPage: (params) => now().queryPage(params),
        queryAll: (params) => now().queryAll(params),
        put: (item) => now().put(item),
        putNew: (item) => now().putNew(item),
        update: (params) => now().update(params),
        remove: (key) => now().remove(key),
        transact: (actions) => now().transact(actions),
      },
    };
  });
  // Everybody has signed in before, so that what fails is what the test is about.
  for (const who of ["clerk", "head"] as const) await world.get("/v1/me", who);
  const { real } = between;
  if (!real) throw new Error("the world made no table");
  return Object.assign(between, { world, real });
}

/** A gate that holds callers until it is opened. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
