// Calls about periods as clients make them, and moments to make them at.
import { expect } from "vitest";
import type { severalView } from "../../../functions/routes/owed-view.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Answer, Who, World } from "../../support/world.ts";

export type Results = ReturnType<typeof severalView>;

/** `at("2026-11-03 09:00")` in Shanghai. */
export function at(wall: string): number {
  return Date.parse(`${wall.replace(" ", "T")}:00+08:00`);
}

export function post(
  world: World,
  verb: string,
  rule: string,
  body: Record<string, unknown>,
  who: Who = "head",
  hall = "east",
): Promise<Answer<Results & Problem>> {
  return world.post(`/v1/halls/${hall}/periods/${rule}/${verb}`, body, who);
}

/** A verb on some periods that has to succeed for all of them. */
export async function done(
  world: World,
  verb: string,
  rule: string,
  periods: readonly string[],
  body: Record<string, unknown> = {},
  who: Who = "head",
): Promise<Results["results"]> {
  const answer = await post(world, verb, rule, { periods, ...body }, who);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.body.results.flatMap(({ problems }) => problems)).toEqual([]);
  return answer.body.results;
}

export interface OwedPeriodView {
  readonly id: string;
  readonly status: string;
  readonly dueAt: string;
  readonly state: string | null;
  readonly firstCompletedAt: string | null;
  readonly latestCompletedAt: string | null;
}

export async function owed(
  world: World,
  rule: string,
  period: string,
  who: Who = "head",
): Promise<OwedPeriodView> {
  const { status, body } = await world.get<OwedPeriodView>(`/v1/halls/east/periods/${rule}/${period}`, who);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** Everything that is stored about a hall's periods and findings, to show that a refusal changed nothing. */
export async function stateOf(world: World): Promise<unknown> {
  const list = await world.get("/v1/halls/east/periods?from=2026-10-01&to=2026-11-30", "head");
  const ledgers = ["daily-summaries", "weekly-supervisions", "reports", "findings"];
  const rows = await Promise.all(
    ledgers.map((ledger) => world.get(`/v1/halls/east/ledgers/${ledger}/records?period=2026`, "head")),
  );
  return { list: list.body, rows: rows.map(({ body }) => body) };
}
