// Rows as clients send them, and what the tests of the sync ask again and again.
import { expect } from "vitest";
import { readFeed } from "../../../functions/storage/record-store.ts";
import { allRecords, recount } from "../../../functions/use-cases/recount.ts";
import type { SyncAnswer, SyncResult } from "../../../functions/use-cases/sync-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Revision } from "../../../shared/ledger/record.ts";
import { batch, caseRow, SYNC, testHall, type Who, type World } from "../../support/world.ts";

export type Row = ReturnType<typeof caseRow>;

export interface WholeProblem extends Problem {
  readonly title: string;
  readonly detail: string;
  readonly type: string;
}

export function edit(id: string, baseVersion: number, values: Record<string, unknown>): Row {
  return caseRow({}, { id, baseVersion, values });
}

export function step(id: string, baseVersion: number, action: string, values: Record<string, unknown>): Row {
  return caseRow({}, { id, baseVersion, action, values });
}

/** Sends rows and returns their results; the call as a whole has to succeed. */
export async function send(
  world: World,
  rows: unknown[],
  who: Who = "clerk",
): Promise<readonly SyncResult[]> {
  const { status, body } = await world.post<SyncAnswer>(SYNC, batch(rows), who);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.results;
}

export async function sendOne(world: World, row: unknown, who: Who = "clerk"): Promise<SyncResult> {
  const [result] = await send(world, [row], who);
  if (!result) throw new Error("no result");
  return result;
}

/** A new case that was accepted. */
export async function accepted(world: World, values: Record<string, unknown> = {}): Promise<string> {
  const row = caseRow(values);
  const result = await sendOne(world, row);
  expect(result.status, JSON.stringify(result.problems)).toBe("accepted");
  return row.id;
}

export function codes(result: SyncResult | undefined): string[] {
  return (result?.problems ?? []).map(({ code }) => code);
}

/** Every revision of a hall's ledger, as a reader of the feed gets them. */
export async function wholeFeed(world: World, hall = "east", ledger = "cases"): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (let more = true; more; ) {
    const page = await readFeed(world.deps.table, hall, ledger, revisions.at(-1)?.seq ?? 0, 200);
    revisions.push(...page.revisions);
    more = page.more;
  }
  return revisions;
}

/** What must hold at any time: the feed and the serials without a gap, every figure equal to the recount. */
export async function expectSound(world: World): Promise<void> {
  const records = await allRecords(world.deps.table, "east", "cases");
  const feed = await wholeFeed(world);
  expect(feed.map(({ seq }) => seq)).toEqual(feed.map((_, at) => at + 1));
  const serials = records.map(({ serial }) => serial.split("-"));
  for (const year of new Set(serials.map(([one]) => one))) {
    const numbers = serials.flatMap(([one, number]) => (one === year ? [Number(number)] : []));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
  }
  expect(await recount(world.deps.table, testHall("east"), cases)).toEqual([]);
}
