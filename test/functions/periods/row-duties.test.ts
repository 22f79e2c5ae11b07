// Duties that hang on rows, in the centre's matrix: counted per hall and month, whoever counts and how often.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runJobs } from "../../../functions/jobs/run-jobs.ts";
import type { DutyCount } from "../../../functions/storage/duty-count-store.ts";
import { countDuties } from "../../../functions/use-cases/obligations/count-duties.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, createWorld, TEST_CENTRE, testHall, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import { accepted, send, step } from "../support/rows.ts";
import { at } from "./period-calls.ts";

let world: World;
const told: string[][] = [];
beforeAll(async () => {
  world = await createWorld(() => ({
    realNow: Date.now,
    notices: {
      remind: async (owed) => {
        told.push(owed.map(({ hall, label, mustAct }) => `${hall} ${label.zh} ${mustAct}`));
        return { people: 1, queued: 1, unreachable: 0 };
      },
      reportReturned: async () => {},
      tell: async () => {},
    },
  }));
  // Three results on Monday 2 November, feedback owed by Tuesday: told in time, told late, not told yet.
  world.setNow(at("2026-11-02 17:00"));
  const ids = [];
  for (let count = 0; count < 3; count++) {
    const id = await accepted(world, { receivedAt: "2026-11-02 09:00", matter: "permit-intake" });
    await send(world, [step(id, 1, "complete", { completedAt: "2026-11-02 16:00", outcome: "done" })]);
    ids.push(id);
  }
  world.setNow(at("2026-11-05 17:00"));
  const tell = (id: string | undefined, when: string) =>
    send(world, [step(id ?? "", 2, "feedBack", { feedbackAt: when, feedbackChannel: "phone" })]);
  await tell(ids[0], "2026-11-03 10:00");
  await tell(ids[1], "2026-11-05 10:00");
});
afterAll(() => world.close());

interface Matrix {
  readonly halls: readonly {
    readonly hall: { readonly id: string };
    readonly duties: {
      readonly asOf: string;
      readonly counts: readonly (DutyCount & { readonly status: string; readonly rows: string })[];
    } | null;
  }[];
}

async function dutiesOf(hall: string, month = "2026-11") {
  const { body } = await world.get<Matrix>(`/v1/centre/obligations?period=${month}`, "admin");
  return body.halls.find((one) => one.hall.id === hall)?.duties;
}

const FEEDBACK = {
  id: "cases/feedback",
  met: 1,
  metLate: 1,
  pending: 0,
  dueSoon: 0,
  overdue: 1,
  earliest: "2026-11-03",
  status: "overdue",
  source: "D1 三5",
};

test("before the first count nothing is claimed", async () => {
  expect(await dutiesOf("east")).toBeNull();
});

test("the job counts them by hall and month, and each count opens its rows", async () => {
  await runJobs(world.deps, ["obligations"]);
  const duties = await dutiesOf("east");
  expect(duties?.counts).toEqual([expect.objectContaining(FEEDBACK)]);
  expect((await dutiesOf("west"))?.counts).toEqual([]);
  expect((await dutiesOf("east", "2026-10"))?.counts).toEqual([]);
  const rows = await world.get<{ duties: { duty: string; status: string }[] }>(
    duties?.counts[0]?.rows ?? "",
    "admin",
  );
  expect(rows.body.duties.map(({ duty, status }) => `${duty} ${status}`)).toEqual(["feedback overdue"]);
});

test("counted again, at once, or by a run that was overtaken, it stands the same", async () => {
  await Promise.all([runJobs(world.deps, ["obligations"]), runJobs(world.deps, ["obligations"])]);
  const known = await dutiesOf("east");
  const { table, ledgers } = world.deps;
  await countDuties(table, testHall("east"), TEST_CENTRE, ledgers, at("2026-11-02 18:00"));
  expect(await dutiesOf("east")).toEqual(known);
  expect(known?.counts).toEqual([expect.objectContaining(FEEDBACK)]);
});

test("a month's counts stay when the month has gone by", async () => {
  world.setNow(at("2027-03-02 17:00"));
  await runJobs(world.deps, ["obligations"]);
  expect((await dutiesOf("east"))?.counts).toEqual([expect.objectContaining(FEEDBACK)]);
});

test("the page shows them, and its button reminds the head of what is late", async () => {
  world.setNow(at("2026-11-06 10:00"));
  const admin = new PageBrowser(world);
  await admin.signIn("admin");
  const page = await admin.open("/centre/obligations?month=2026-11");
  expect(page.html).toMatch(/href="\/halls\/east\/periods\?duty=cases%2Ffeedback"/);
  const { html } = await admin.open("/halls/east/periods?duty=cases%2Ffeedback");
  expect(html.match(/反馈群众/g)).toHaveLength(1);
  await admin.post("/centre/obligations/remind", { form_token: formTokenIn(page.html), month: "2026-11" });
  expect(told.at(-1)).toContain("east 反馈群众(超期 1 件) hallHead");
});

test("a complaint that nobody acknowledged is counted, and stands among the week's drafts", async () => {
  world.setNow(at("2026-11-09 10:00"));
  const complaint = {
    id: randomUUID(),
    baseVersion: 0,
    action: "upsert",
    values: {
      receivedAt: "2026-11-09 09:00",
      channel: "telephone",
      ground: "attitude",
      about: "hall",
      content: "11月9日上午在1号窗口排队一小时无人应答(演示)",
    },
  };
  const sent = await world.post<SyncAnswer>(
    "/v1/halls/east/ledgers/complaints/sync",
    batch([complaint]),
    "head",
  );
  expect(sent.body.results.map(({ status, problems }) => [status, problems])).toEqual([["accepted", []]]);
  world.setNow(at("2026-11-13 16:00"));
  const aboutIt = async (week: string) => {
    const path = `/v1/halls/east/periods/weekly-supervision/${week}`;
    const { body } = await world.get<{ findings: { key: string }[] }>(path, "head");
    return body.findings.map(({ key }) => key).filter((key) => key.endsWith(`/complaints/${complaint.id}`));
  };
  const acknowledge = `acknowledge/complaints/${complaint.id}`;
  expect(await aboutIt("2026-W46")).toEqual([acknowledge]);
  // Once the answer is late too the row is overdue, which the duty says already.
  world.setNow(at("2026-12-11 16:00"));
  expect(await aboutIt("2026-W50")).toEqual([acknowledge, `answer/complaints/${complaint.id}`]);
  world.setNow(at("2026-11-13 16:00"));
  await runJobs(world.deps, ["obligations"]);
  const counts = (await dutiesOf("east"))?.counts.filter(({ ledger }) => ledger === "complaints") ?? [];
  expect(counts.map(({ overdue }) => overdue)).toContain(1);
});

test("what is overdue is listed with the name of its matter", async () => {
  world.setNow(at("2026-11-09 10:00"));
  const id = await accepted(world, { receivedAt: "2026-11-02 09:00", matter: "senior-card" });
  const { body } = await world.get<{
    rows: { id: string; matter: string; matterName: { zh: string } | null }[];
  }>("/v1/centre/overdue", "admin");
  expect(body.rows.find((row) => row.id === id)).toMatchObject({
    matter: "senior-card",
    matterName: { zh: "老年证" },
  });
});
