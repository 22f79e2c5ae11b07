// Weekly supervision: what comes pre-filled, what has to be said about it, and what becomes of a finding.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJobs } from "../../../functions/jobs/run-jobs.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import { batch, caseRow, createWorld, SYNC, testHall, type World } from "../../support/world.ts";
import { at, done, post } from "./period-calls.ts";

const RULE = "weekly-supervision";
const WEEK = "2026-W46";
const PATH = `/v1/halls/east/periods/${RULE}/${WEEK}`;
const FINDINGS = "/v1/halls/east/ledgers/findings";

interface Preview {
  readonly findings: readonly {
    readonly key: string;
    readonly kind: string;
    readonly content: { zh: string };
  }[];
}

interface Finding {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly dueDate: string;
  readonly onTime: boolean | null;
  readonly values: Readonly<Record<string, string>>;
}

let world: World;
const overdue = caseRow({ receivedAt: "2026-11-02T09:00:00+08:00" });
const untold = caseRow({ receivedAt: "2026-11-09T09:00:00+08:00", matter: "permit-intake" });
/** Received the week before: the breach lies in the week of the second notice. */
const breach = caseRow({ receivedAt: "2026-11-05T09:00:00+08:00", matter: "permit-intake" });

async function send(path: string, row: unknown): Promise<string> {
  const { body } = await world.post<SyncAnswer>(`${path}/sync`, batch([row]), "head");
  return body.results[0]?.status ?? "";
}

const step = (id: string, baseVersion: number, action: string, values: Record<string, unknown>) => ({
  id,
  baseVersion,
  action,
  values,
});

const drafts = async () => (await world.get<Preview>(PATH, "head")).body.findings;
const found = async () =>
  (await world.get<{ rows: Finding[] }>(`${FINDINGS}/records?period=2026-11`, "head")).body.rows;

beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  const cases = SYNC.replace("/sync", "");
  world.setNow(at("2026-11-10 17:00"));
  for (const row of [overdue, untold, breach]) expect(await send(cases, row)).toBe("accepted");
  const done10 = { completedAt: "2026-11-10T16:00:00+08:00", outcome: "done" };
  expect(await send(cases, step(untold.id, 1, "complete", done10))).toBe("accepted");
  const first = { at: "2026-11-10T10:00:00+08:00", items: ["申请表"] };
  const second = { at: "2026-11-10T16:00:00+08:00", items: ["申请表", "照片"] };
  expect(await send(cases, step(breach.id, 1, "giveCorrectionNotice", first))).toBe("accepted");
  expect(await send(cases, step(breach.id, 2, "giveCorrectionNotice", second))).toBe("accepted");
  world.setNow(at("2026-11-10 18:00"));
  await done(world, "sign", "daily-summary", ["2026-11-09", "2026-11-10", "2026-11-12"].slice(0, 2));
  world.setNow(at("2026-11-13 16:00"));
  await done(world, "sign", "daily-summary", ["2026-11-12"]);
});
afterAll(() => world.close());

describe("a week comes pre-filled", () => {
  test("with overdue cases, days not signed, breaches of one-time notice, residents not told", async () => {
    expect((await drafts()).map(({ key }) => key)).toEqual(
      [
        "noFullCheck/2026-W46",
        `overdue/cases/${overdue.id}`,
        "unsigned/2026-11-11",
        `breach/cases/${breach.id}`,
        `feedback/cases/${untold.id}`,
      ].sort(),
    );
  });

  test("D2 二(三) “全面检查每周不少于一次”: with a week that ends without one, and not before it ends", async () => {
    const missing = (await drafts()).find(({ key }) => key === "noFullCheck/2026-W46");
    expect(missing?.content.zh).toBe("2026-W46 没有登记全面检查(D2 二(三)“全面检查每周不少于一次”)");
    world.setNow(at("2026-11-12 16:00"));
    expect((await drafts()).map(({ kind }) => kind)).not.toContain("noFullCheck");
    world.setNow(at("2026-11-13 16:00"));
  });

  test("is not confirmed before every finding has an owner and a date, or a reason why it is none", async () => {
    const some = [{ key: "unsigned/2026-11-11", owner: "李四", dueOn: "2026-11-16" }];
    const answer = await post(world, "confirm", RULE, { periods: [WEEK], findings: some });
    expect([answer.status, answer.body.code]).toEqual([422, "finding_unassigned"]);
    const stale = [{ key: "unsigned/2026-11-09", owner: "李四", dueOn: "2026-11-16" }];
    expect((await post(world, "confirm", RULE, { periods: [WEEK], findings: stale })).body.code).toBe(
      "unknown_finding",
    );
    expect(await found()).toEqual([]);
    expect((await world.get<{ state: string | null }>(PATH, "head")).body.state).toBeNull();
  });

  test("once confirmed has a finding for each, with owner, date and what it is about", async () => {
    const rulings = (await drafts()).map(({ key, kind }) =>
      kind === "feedback" ? { key, dismissed: "已当面告知" } : { key, owner: "李四", dueOn: "2026-11-18" },
    );
    const own = { content: "伞架损坏", owner: "王五", dueOn: "2026-11-20" };
    await done(world, "confirm", RULE, [WEEK], { findings: [...rulings, own] });
    const rows = await found();
    expect(rows.map(({ values }) => values.kind).sort()).toEqual([
      "breach",
      "noFullCheck",
      "overdue",
      "own",
      "unsigned",
    ]);
    expect(rows.find(({ values }) => values.kind === "overdue")).toMatchObject({
      status: "open",
      dueDate: "2026-11-18",
      values: { owner: "李四", subject: `cases/${overdue.id}`, source: "weeklySupervision", sourceId: WEEK },
    });
  });

  test("confirmed again says nothing new, and makes no finding twice", async () => {
    const [again] = await done(world, "confirm", RULE, [WEEK]);
    expect(again?.status).toBe("unchanged");
    expect(await found()).toHaveLength(5);
  });
});

describe("a finding", () => {
  const own = async (): Promise<Finding> => {
    const row = (await found()).find(({ values }) => values.kind === "own");
    if (!row) throw new Error("no finding of one's own");
    return row;
  };

  test("is owed by its date, rectified, re-checked, and opened again when the re-check does not pass", async () => {
    const { id } = await own();
    world.setNow(at("2026-11-17 10:00"));
    const duties = async () =>
      (
        await world.get<{ duties: { id: string; duty: string; dueOn: string }[] }>(
          "/v1/halls/east/obligations?period=2026-11",
          "head",
        )
      ).body.duties;
    expect(await duties()).toContainEqual(
      expect.objectContaining({ id, duty: "rectification", dueOn: "2026-11-20" }),
    );
    const rectify = (time: string) => ({ at: time, measure: "已更换" });
    expect(await send(FINDINGS, step(id, 1, "rectify", rectify("2026-11-16T10:00:00+08:00")))).toBe(
      "accepted",
    );
    expect((await duties()).some((duty) => duty.id === id)).toBe(false);
    const failed = { at: "2026-11-17T09:00:00+08:00", passed: false, note: "仍松动" };
    expect(await send(FINDINGS, step(id, 2, "recheck", failed))).toBe("accepted");
    expect(await own()).toMatchObject({ status: "open", onTime: null });
    expect(await send(FINDINGS, step(id, 3, "rectify", rectify("2026-11-17T09:30:00+08:00")))).toBe(
      "accepted",
    );
    const passed = { at: "2026-11-17T10:00:00+08:00", passed: true };
    expect(await send(FINDINGS, step(id, 4, "recheck", passed))).toBe("accepted");
    expect(await own()).toMatchObject({ status: "closed", onTime: true });
  });

  test.each([
    ["a step in the future", { at: "2026-11-18T10:00:00+08:00", measure: "已更换" }],
    ["a step before it was found", { at: "2026-11-12T10:00:00+08:00", measure: "已更换" }],
    ["a step without a measure", { at: "2026-11-17T10:00:00+08:00" }],
  ])("does not take %s", async (_, values) => {
    world.setNow(at("2026-11-17 10:00"));
    const row = (await found()).find(({ values: own }) => own.kind === "unsigned");
    expect(await send(FINDINGS, step(row?.id ?? "", 1, "rectify", values))).toBe("refused");
  });

  test("of a week without a full check is seen by the centre with owner and date, and is overdue after it", async () => {
    world.setNow(at("2026-11-19 10:00"));
    await runJobs(world.deps, ["obligations"]);
    const { body } = await world.get<{
      halls: { hall: { id: string }; duties: { counts: { id: string; overdue: number }[] } | null }[];
    }>("/v1/centre/obligations?period=2026-11", "admin");
    const east = body.halls.find(({ hall }) => hall.id === "east");
    expect(east?.duties?.counts).toContainEqual(
      expect.objectContaining({ id: "findings/rectification", overdue: 4 }),
    );
    const { body: rows } = await world.get<{ rows: Finding[] }>(
      `${FINDINGS}/records?period=2026-11`,
      "admin",
    );
    expect(rows.rows.find(({ values }) => values.kind === "noFullCheck")).toMatchObject({
      status: "open",
      dueDate: "2026-11-18",
      values: { owner: "李四", subject: `weekly-checks/${WEEK}`, source: "weeklySupervision" },
    });
  });

  test("adds to the figures what the recount finds", async () => {
    expect(await recount(world.deps.table, testHall("east"), findings)).toEqual([]);
  });
});
