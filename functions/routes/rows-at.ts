// The hall, ledger and row that an address names, with the caller's right to read there.
import type { Context } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { demand, getLedger, getPlace } from "../http/require-principal.ts";

/** Only a UUID can be a record's id; anything else is not even looked up. */
export function recordId(c: Context<AppEnv>): string {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? id.data : refuse(httpProblems.unknown_record({}));
}

/** The hall and ledger of an address, and the caller's right to read there. */
export async function rowsAt(c: Context<AppEnv>) {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  demand(principal, at.place, ledger, "read");
  return { deps, at, ledger, principal };
}
