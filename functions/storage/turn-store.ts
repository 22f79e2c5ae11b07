// Where a job that takes halls in turn stopped, so that the next run goes on there.
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const Turn = z.object({ hall: z.string() });

/** The hall that was done last; undefined before the first. */
export async function findTurn(table: Table, centre: string, job: string): Promise<string | undefined> {
  const item = await table.get(keys.turn(centre, job));
  return item && Turn.parse(item).hall;
}

export async function putTurn(table: Table, centre: string, job: string, hall: string): Promise<void> {
  await table.put({ ...keys.turn(centre, job), hall });
}
