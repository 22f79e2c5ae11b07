// The daily workflows on the real app: what follows is written together or not at all, and readers are those who may.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import type { SyncAnswer, SyncResult } from "../../functions/use-cases/sync-rows.ts";
import { FOURTEEN_CONTENTS } from "../../shared/capabilities/duty-checks/fourteen-contents.ts";
import type { Values } from "../../shared/ledger/field.ts";
import { HALL_PEOPLE } from "../conformance/hall-people.ts";
import { batch, caseRow, createWorld, type World } from "../support/world.ts";
import { done } from "./periods/period-calls.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({}), HALL_PEOPLE);
});
afterAll(() => world.close());

const at = (ledger: string) => `/v1/halls/east/ledgers/${ledger}`;

async function take(
  ledger: string,
  row: { id?: string; baseVersion?: number; action?: string; values: Values },
  who: string,
): Promise<SyncResult> {
  const whole = { id: randomUUID(), baseVersion: 0, action: "upsert", ...row };
  const { body } = await world.post<SyncAnswer>(`${at(ledger)}/sync`, batch([whole]), who);
  const [result] = body.results;
  if (!result) throw new Error(JSON.stringify(body));
  return result;
}

const codes = ({ problems }: SyncResult) => problems.map(({ code }) => code);
const findings = async () => {
  const { body } = await world.get<{ rows: RowView[] }>(
    `${at("findings")}/records?period=2026-11`,
    "hallHead.east",
  );
  return body.rows;
};

const week47 = "/v1/halls/east/periods/weekly-supervision/2026-W47";

test("D2 二(三) and D1 三6 are one record: a full check makes its findings with it, and the supervision names it", async () => {
  const week = { monday: "2026-11-16", cadres: ["张甲"], supervisors: ["李乙"], windowHeads: ["王丙"] };
  expect((await take("weekly-duty", { values: week }, "windowHead.east")).status).toBe("accepted");
  const sampled = await take(
    "cases",
    { values: { ...caseRow().values, receivedAt: "2026-11-16 09:05" } },
    "clerk.east",
  );
  const planned = await take(
    "weekly-checks",
    { values: { checkedOn: "2026-11-18", kind: "full", inspectors: ["张甲", "李乙", "王丙"] } },
    "windowHead.east",
  );
  expect(planned.status, JSON.stringify(planned.problems)).toBe("accepted");
  const contents = Object.keys(FOURTEEN_CONTENTS).map((item) =>
    item === "attire" ? { item, ok: false, note: "未着工装" } : { item, ok: true },
  );
  const record = (rectifyBy: string) => ({
    id: planned.id ?? "",
    baseVersion: 1,
    action: "record",
    values: {
      on: "2026-11-18",
      contents,
      sampledCases: [sampled.serial],
      rectifyOwner: "王丙",
      rectifyBy,
    },
  });
  // The ledger of findings refuses it, and so the check is not recorded either.
  const refused = await take("weekly-checks", record("2026-11-17"), "windowHead.east");
  expect([refused.status, codes(refused), refused.current?.status]).toEqual([
    "refused",
    ["due_before_found"],
    "planned",
  ]);
  expect(await findings()).toEqual([]);
  // D2 二(三) “全面检查每周不少于一次”: planned is not made.
  const lacksCheck = async () => {
    world.setNow(Date.parse("2026-11-20T17:27:00+08:00"));
    const { body } = await world.get<{ findings: { key: string }[] }>(week47, "hallHead.east");
    return body.findings.some(({ key }) => key === "noFullCheck/2026-W47");
  };
  expect(await lacksCheck()).toBe(true);
  expect((await take("weekly-checks", record("2026-11-25"), "windowHead.east")).current?.status).toBe(
    "recorded",
  );
  expect(await lacksCheck()).toBe(false);
  expect((await findings()).map(({ status, values }) => [status, values.content, values.source])).toEqual([
    ["open", "未着工装", "weeklyCheck"],
  ]);

  const preview = await world.get<{ findings: { key: string }[] }>(week47, "hallHead.east");
  const rulings = preview.body.findings.map(({ key }) => ({ key, dismissed: "已在办理" }));
  await done(world, "confirm", "weekly-supervision", ["2026-W47"], { findings: rulings }, "hallHead.east");
  const { body } = await world.get<{ rows: RowView[] }>(
    `${at("weekly-supervisions")}/records?period=2026-11`,
    "hallHead.east",
  );
  const one = await world.get<{ events: { data: Values }[] }>(
    `${at("weekly-supervisions")}/records/${body.rows[0]?.id}`,
    "hallHead.east",
  );
  expect(one.body.events[0]?.data.fullChecks).toEqual([planned.serial]);
});

test("D4 二: the second warning of the year waits for a decision, and the assessment has to state both", async () => {
  for (const observedOn of ["2026-10-12", "2026-10-13"]) {
    const values = { observedOn, person: "p-utility.east", code: "chatting", source: "leader" };
    const seen = await take("conduct-observations", { values }, "windowHead.east");
    const warn = { id: seen.id ?? "", baseVersion: 1, action: "warn", values: { on: "2026-10-14" } };
    expect((await take("conduct-observations", warn, "hallHead.east")).status).toBe("accepted");
  }
  const { body } = await world.get<{ rows: RowView[] }>(
    `${at("conduct-records")}/records?period=2026`,
    "supervisingLeader",
  );
  expect(body.rows.map(({ status, values }) => [status, values.warnings])).toEqual([
    ["repeated", ["2026-00001 2026-10-12 上网聊天", "2026-00002 2026-10-13 上网聊天"]],
  ]);
  const values = { firstDay: "2026-10-01", period: "2026-10", person: "p-utility.east" };
  const assessed = await take("assessments", { values }, "hallHead.east");
  const score = (warnings: number) => ({
    id: assessed.id ?? "",
    baseVersion: 1,
    action: "scoreByCommunity",
    values: { on: "2026-11-02", score: 60, warnings },
  });
  expect(codes(await take("assessments", score(1), "hallHead.east"))).toEqual(["warnings_differ"]);
  expect((await take("assessments", score(2), "hallHead.east")).current?.status).toBe("incomplete");
  const conclude = {
    id: assessed.id ?? "",
    baseVersion: 2,
    action: "conclude",
    values: { on: "2026-11-03" },
  };
  expect(codes(await take("assessments", conclude, "director"))).toEqual(["one_score_missing"]);
  for (const who of ["clerk.east", "windowHead.east", "department", "utility.east"]) {
    expect((await world.get(`${at("assessments")}/records?period=2026`, who)).status, who).toBe(403);
  }
});

test("D1 三2: the day's cash is held against a case that was registered a moment ago", async () => {
  const day = { day: "2026-11-19", cashier: "p-clerk.east", counted: 0 };
  const paid = { matter: "water-fee", feeInFen: 1000, receiptNumber: "W-1", receivedAt: "2026-11-19 10:00" };
  expect((await take("cases", { values: { ...caseRow().values, ...paid } }, "clerk.east")).status).toBe(
    "accepted",
  );
  const typed = { values: { ...day, water: 0 } };
  expect(codes(await take("daily-cash", typed, "clerk.east"))).toEqual(["differs_from_cases"]);
  // The line that is left open takes the day's fees; the drawer has to hold them.
  expect(codes(await take("daily-cash", { values: day }, "clerk.east"))).toEqual(["differs_from_count"]);
  const right = { ...day, counted: 1000 };
  const balanced = await take("daily-cash", { values: right }, "clerk.east");
  expect(balanced.current).toMatchObject({ status: "balanced", values: { water: 1000 } });
  expect(codes(await take("daily-cash", { values: right }, "clerk2.east"))).toEqual(["day_taken"]);
});
