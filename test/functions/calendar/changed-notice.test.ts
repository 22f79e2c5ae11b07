// A notice changes mid-year: preview, apply, traces that name the new version, closed months as they were.
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findCentre } from "../../../functions/storage/directory-store.ts";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { applyCalendar } from "../../../functions/use-cases/calendar/apply-calendar.ts";
import type { MovedRow } from "../../../functions/use-cases/calendar/calendar-moves.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import { rollUp } from "../../../functions/use-cases/roll-ups.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { createWorld, testHall, type Who, type World } from "../../support/world.ts";
import { killAtEveryPoint } from "../support/killed-table.ts";
import { accepted, send, step } from "../support/rows.ts";

const worlds: World[] = [];
let world: World;
const shipped = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
if (!shipped) throw new Error("no 2026");
/** Four days off more in November, as a flood may bring. */
const flood = {
  year: 2026,
  version: 2,
  source: { zh: "关于调整2026年放假安排的通知(演示)", en: "Changed notice for 2026 (demonstration)" },
  off: [...shipped.off, ["2026-11-12", "2026-11-13"], ["2026-11-16", "2026-11-17"]],
  makeUp: shipped.makeUp,
};

beforeEach(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  worlds.push(world);
});
afterAll(() => Promise.all(worlds.map((one) => one.close())));

interface Preview {
  readonly counts: Record<string, number>;
  readonly rows: readonly MovedRow[];
  readonly before: string;
  readonly after: string;
}
interface Applied {
  readonly moved: number;
  readonly complete: boolean;
}
interface History {
  readonly dueDate: string;
  readonly calendarVersion: string;
  readonly trace: readonly {
    readonly date: string;
    readonly kind: string;
    readonly source?: { en: string };
  }[];
  readonly revisions: readonly {
    readonly action: string;
    readonly data: unknown;
    readonly syncedBy: string;
  }[];
  readonly problems: readonly { readonly code: string }[];
  readonly code: string;
}
const preview = (notice: unknown, who: Who = "admin") =>
  world.post<Preview & History>("/v1/centre/calendar/preview", { notice }, who);
const apply = (notice: unknown, more = {}, who: Who = "admin") =>
  world.post<Applied & History>("/v1/centre/calendar/apply", { notice, ...more }, who);
const history = async (id: string) =>
  (await world.get<History>(`/v1/halls/east/ledgers/cases/records/${id}`)).body;
const closing = (day: string) => ({ completedAt: `${day} 10:00`, outcome: "done" });

/** Now it is Friday 2026-11-20: of these one is overdue and would not be, one stays overdue, one is not due yet. */
async function openCases() {
  const becomesOnTime = await accepted(world, { receivedAt: "2026-11-04 09:00", matter: "permit-intake" });
  const staysLate = await accepted(world, { receivedAt: "2026-11-02 09:00", matter: "senior-card" });
  const notDue = await accepted(world, { receivedAt: "2026-11-11 09:00", matter: "permit-intake" });
  return { becomesOnTime, staysLate, notDue };
}

test("the preview says what moves and moves nothing", async () => {
  const { becomesOnTime, staysLate, notDue } = await openCases();
  const { status, body } = await preview(flood);
  expect(status).toBe(200);
  expect(body.counts).toEqual({ open: 3, moved: 2, becomeOnTime: 1, becomeLate: 0, becomeDefinite: 0 });
  expect(body).toMatchObject({ before: "2024v1,2025v1,2026v1", after: "2024v1,2025v1,2026v2" });
  expect(body.rows.find(({ id }) => id === becomesOnTime)).toMatchObject({
    from: "2026-11-18",
    to: "2026-11-24",
    becomes: "onTime",
  });
  expect(body.rows.map(({ id }) => id).sort()).toEqual([becomesOnTime, notDue].sort());
  for (const id of [becomesOnTime, staysLate]) expect((await history(id)).revisions).toHaveLength(1);
  expect((await history(becomesOnTime)).dueDate).toBe("2026-11-18");
});

test("applying moves the open cases, says so in each, and the traces name the new notice", async () => {
  const { becomesOnTime, staysLate } = await openCases();
  const { body } = await apply(flood, { basis: "2024v1,2025v1,2026v1" });
  expect(body).toMatchObject({ moved: 2, complete: true });
  const moved = await history(becomesOnTime);
  expect(moved.dueDate).toBe("2026-11-24");
  expect(moved.calendarVersion).toBe("2024v1,2025v1,2026v2");
  expect(moved.trace.find(({ date }) => date === "2026-11-12")).toMatchObject({
    kind: "dayOff",
    source: { en: "Changed notice for 2026 (demonstration)" },
  });
  expect(moved.revisions.at(-1)).toMatchObject({
    action: "calendar",
    syncedBy: "p-admin",
    data: { from: "2026-11-18", to: "2026-11-24", calendar: "2026v2" },
  });
  expect((await history(staysLate)).revisions).toHaveLength(1);
  expect(await recount(world.deps.table, testHall("east"), cases)).toEqual([]);
});

test("what was closed stays as it was judged, also when it is written again, and is explained by its own calendar", async () => {
  const id = await accepted(world, { receivedAt: "2026-11-04 09:00", matter: "permit-intake" });
  await send(world, [step(id, 1, "complete", closing("2026-11-19"))]);
  const november = () => figures("2026-11");
  const before = await november();
  expect(before).toMatchObject({ "cases.closedLate": 1 });
  await apply(flood);
  expect(await november()).toEqual(before);
  await send(world, [step(id, 2, "feedBack", { feedbackAt: "2026-11-19 11:00", feedbackChannel: "phone" })]);
  const { "cases.fedBack": told, ...after } = await november();
  expect(after).toEqual(before);
  expect(told).toBe(1);
  const kept = await history(id);
  expect(kept.dueDate).toBe("2026-11-18");
  expect(kept.calendarVersion).toBe("2024v1,2025v1,2026v1");
  expect(kept.trace.find(({ date }) => date === "2026-11-12")).toMatchObject({ kind: "workday" });
});

test("a client that had not seen the move edits and takes steps without a conflict", async () => {
  const { becomesOnTime, notDue } = await openCases();
  await apply(flood);
  const [edited] = await send(world, [{ ...step(notDue, 1, "upsert", { window: "3号" }) }]);
  expect(edited?.status).toBe("merged");
  const [closed] = await send(world, [step(becomesOnTime, 1, "complete", closing("2026-11-20"))]);
  expect(closed?.status).toBe("accepted");
});

test("next year's notice makes provisional dates definite", async () => {
  world.setNow(Date.parse("2026-12-30T10:00:00+08:00"));
  const id = await accepted(world, { receivedAt: "2026-12-30 09:00", matter: "permit-intake" });
  const notice = {
    year: 2027,
    version: 1,
    source: { zh: "2027(演示)", en: "2027 (demonstration)" },
    off: [
      ["2027-01-01", "2027-01-03"],
      ["2027-05-01", "2027-05-03"],
      ["2027-10-01", "2027-10-07"],
    ],
    makeUp: [],
  };
  const { body } = await preview(notice);
  expect(body.counts).toMatchObject({ open: 1, becomeDefinite: 1 });
  await apply(notice);
  const record = (await findRecords(world.deps.table, [id])).get(id);
  expect(record?.derived).toMatchObject({ provisional: false, dueDate: "2027-01-14" });
});

describe("again and at once", () => {
  test("the same notice again answers with the same change and moves nothing more", async () => {
    const { becomesOnTime } = await openCases();
    await apply(flood);
    expect((await apply(flood)).body).toMatchObject({ moved: 0, complete: true });
    expect((await history(becomesOnTime)).revisions).toHaveLength(2);
  });

  test("two administrators at once: one change, each row moved once", async () => {
    const { becomesOnTime, notDue } = await openCases();
    const answers = await Promise.all([apply(flood), apply(flood), apply(flood)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const id of [becomesOnTime, notDue]) expect((await history(id)).revisions).toHaveLength(2);
  });

  test("killed at any point and repeated it ends the same, and each row is moved once", async () => {
    const { becomesOnTime, notDue, staysLate } = await openCases();
    const { table } = world.deps;
    const deaths = await killAtEveryPoint(table, async (dying) => {
      const centre = await findCentre(table, "test-centre", true);
      if (!centre) throw new Error("no centre");
      const off = flood.off.map(([first = "", last = ""]): [string, string] => [first, last]);
      const applied = await applyCalendar(
        { ...world.deps, table: dying },
        centre,
        { ...flood, off },
        null,
        "p-admin",
      );
      expect(applied.ok).toBe(true);
    });
    expect(deaths).toBeGreaterThan(10);
    expect((await history(becomesOnTime)).dueDate).toBe("2026-11-24");
    for (const id of [becomesOnTime, notDue]) expect((await history(id)).revisions).toHaveLength(2);
    expect((await history(staysLate)).revisions).toHaveLength(1);
    expect(await recount(table, testHall("east"), cases)).toEqual([]);
  });

  test("a notice of the same version with other content: refused", async () => {
    await apply(flood);
    const other = { ...flood, makeUp: [] };
    expect(await apply(other)).toMatchObject({ status: 409, body: { code: "notice_year_loaded" } });
  });

  test("a calendar that changed after the preview: refused", async () => {
    await apply(flood);
    const third = { ...flood, version: 3 };
    expect(await apply(third, { basis: "2024v1,2025v1,2026v1" })).toMatchObject({
      status: 409,
      body: { code: "calendar_changed" },
    });
  });
});

describe("refusals", () => {
  test("every fault of a file is listed, and nothing is loaded", async () => {
    const file = {
      year: 2027,
      version: 1,
      source: flood.source,
      text: "2027-01-01,off\n2027-01-01,off\n2027-01-04,work",
    };
    const answer = await world.post<History>("/v1/centre/calendar/apply", { file }, "admin");
    expect(answer.status).toBe(422);
    expect(answer.body.problems.map(({ code }) => code)).toEqual([
      "notice_overlap",
      "notice_make_up_on_workday",
    ]);
    expect((await world.get<{ version: string }>("/v1/centre/calendar", "admin")).body.version).toBe(
      "2024v1,2025v1,2026v1",
    );
  });

  test.each<[string, Who]>([
    ["the director", "director"],
    ["a hall's head", "head"],
    ["a clerk", "clerk"],
  ])("%s may not load a calendar", async (_, who) => {
    expect((await preview(flood, who)).status).toBe(403);
    expect((await apply(flood, {}, who)).status).toBe(403);
  });

  test.each([
    ["neither form nor file", {}],
    ["both", { notice: flood, file: { ...flood, text: "" } }],
    ["a year in words", { notice: { ...flood, year: "2026" } }],
    ["a source in one language", { notice: { ...flood, source: { zh: "x" } } }],
  ])("%s", async (_, body) => {
    expect((await world.post<History>("/v1/centre/calendar/preview", body, "admin")).status).toBe(400);
  });
});

async function figures(month: string) {
  const period = parsePeriod(month);
  if (!period) throw new Error("no month");
  return (await rollUp(world.deps.table, "test-centre", period, { ledgers: [cases], split: false })).total;
}
