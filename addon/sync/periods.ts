// Periods for a sidebar: what the hall owes, one of them to look at, and completing it under the caller's own token.
import * as z from "zod/mini";
import type { Result } from "../../shared/kernel/result.ts";
import type { CompleteRequest } from "../rpc-contract.ts";
import type { BackendProblem } from "./backend.ts";
import { readSyncReport } from "./read-work.ts";
import type { SyncContext } from "./sync-context.ts";

type Answer = Result<unknown, BackendProblem>;

export function listPeriods({ backend, workbook }: SyncContext): Answer {
  return backend.get(`halls/${workbook.place.id}/periods`, z.unknown());
}

export function readPeriod(
  { backend, workbook }: SyncContext,
  { rule, period }: { readonly rule: string; readonly period: string },
): Answer {
  const path = [workbook.place.id, "periods", rule, period].map(encodeURIComponent).join("/");
  return backend.get(`halls/${path}`, z.unknown());
}

/** Rows of the sheet that the backend has not taken are put on record with the signature. */
export function completePeriods(context: SyncContext, request: CompleteRequest): Answer {
  const { rule, verb, periods, note, findings } = request;
  const path = [context.workbook.place.id, "periods", rule, verb].map(encodeURIComponent).join("/");
  const body = {
    periods,
    ...(note ? { note } : {}),
    ...(verb === "confirm" ? { findings: findings.map(given) } : waitingIn(context)),
  };
  return context.backend.post(`halls/${path}`, body, z.unknown());
}

function waitingIn(context: SyncContext) {
  const { ledgers } = readSyncReport(context, null);
  const sum = (count: (ledger: (typeof ledgers)[number]) => number) =>
    ledgers.reduce((total, ledger) => total + count(ledger), 0);
  return {
    pendingRows: sum(({ pending }) => pending),
    refusedRows: sum(({ byStatus }) => byStatus.refused ?? 0),
  };
}

/** What was left empty is left out. */
function given(ruling: CompleteRequest["findings"][number]) {
  return Object.fromEntries(Object.entries(ruling).filter(([, value]) => value !== ""));
}
