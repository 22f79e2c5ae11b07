// Every ledger on the real app: its routes answer, its rows reach every status, its figures equal the recount.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putCentre } from "../../functions/storage/directory-store.ts";
import { recount } from "../../functions/use-cases/recount.ts";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { acceptValues } from "../../shared/ledger/field.ts";
import { fieldCells, fieldsInSheet } from "../../shared/ledger/sheet-columns.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { run, type Workplace, workplace } from "../local/import/support/run.ts";
import { type ServedWorld, serveWorld } from "../local/import/support/served-world.ts";
import { batch, createWorld, TEST_CENTRE, testHall, type World } from "../support/world.ts";
import { HALL_PEOPLE, whoMay } from "./hall-people.ts";
import { soundValues } from "./ledger-example.ts";
import { LivingLedger } from "./living-ledger.ts";

/** Choices of a centre without which some status is never reached. */
const EVERY_STATUS = [
  {
    from: "2026-01-01",
    policy: { receiveNextDay: false, correctionNoticeWithin: 5, lateEntryAfter: 1, absenteeism: true },
  },
];

let world: World;
let served: ServedWorld;
let place: Workplace;
beforeAll(async () => {
  world = await createWorld(() => ({}), HALL_PEOPLE);
  await putCentre(world.deps.table, Centre.parse({ ...TEST_CENTRE, policies: EVERY_STATUS }));
  served = await serveWorld(world);
  place = workplace();
});
afterAll(async () => {
  place.remove();
  await served.close();
  await world.close();
});

/** Ids stay ids in these cells: names are the reference data's business. */
const NO_NAMES = { nameOf: () => undefined, idOf: () => undefined };

describe.each(LEDGERS.map((ledger) => [ledger.id, ledger] as const))("%s", (id, ledger) => {
  const east = () => new LivingLedger(world, ledger, "east");

  test("its rows reach every status by every step, and its figures equal the recount", async () => {
    const living = east();
    const example = await living.stagedExample();
    const lived = await living.lives(example);
    const seen = lived.flatMap((life) => life.seen);
    expect([...new Set(seen.map(({ status }) => status))].sort()).toEqual(
      Object.keys(ledger.statuses).sort(),
    );
    const taken = (example.lives ?? []).flatMap(({ steps }) => steps.map(({ action }) => action));
    const byHand = Object.keys(ledger.transitions).filter((one) => !ledger.transitions[one]?.onlyFollows);
    expect(byHand.filter((action) => !taken.includes(action))).toEqual([]);
    for (const { status, open } of seen) expect(open, status).toBe(ledger.statuses[status]?.open);
    expect(await recount(world.deps.table, placeOf(ledger), ledger)).toEqual([]);
    const counted = Object.entries(ledger.metrics).filter(([, { combine }]) => combine === "sum");
    const first = lived[0];
    // What is counted by closing alone falls into a later month of the year.
    const isDated = counted.some(([, metric]) => metric.combine === "sum" && metric.datedBy === "business");
    const day = String(first?.seen[0]?.values[ledger.businessDate]).slice(0, isDated ? 7 : 4);
    if (counted.length > 0) {
      const { body } = await world.get<{ total: Record<string, { live: number }> }>(
        `/v1/centre/roll-ups?period=${day}`,
        "centreAdmin",
      );
      const live = counted.map(([metric]) => body.total[`${id}.${metric}`]?.live ?? 0);
      expect(Math.max(...live), `a figure of ${day}`).toBeGreaterThan(0);
    }
    if (!first || ledger.written === "verbs") return;
    const { version } = await read(living, first.id);
    const reason = { reason: "重复登记" };
    const voided = await living.take(first.id, version, { action: "void", values: reason });
    expect(voided).toMatchObject({ status: "void", open: false });
    expect(await recount(world.deps.table, placeOf(ledger), ledger)).toEqual([]);
  });

  test("its routes answer", async () => {
    const { path } = east();
    const reader = east().reader();
    const definition = await world.get<{ id: string; version: number }>(`/v1/ledgers/${id}`, reader);
    expect(definition).toMatchObject({ status: 200, body: { id, version: ledger.version } });
    const { body } = await world.get<{ changes: RowView[] }>(`${path}/records?period=2026`, reader);
    expect(body).toMatchObject({ count: expect.any(Number), rows: expect.any(Array) });
    const down = await world.post<{ changes: RowView[] }>(
      `${path}/sync`,
      batch([], { definitionVersion: ledger.version, cursor: 0 }),
      reader,
    );
    expect(down.status).toBe(200);
    const [row] = down.body.changes;
    expect(row?.serial).toMatch(/^2026-\d{5}$/);
    const one = await world.get<RowView & { revisions: unknown[] }>(`${path}/records/${row?.id}`, reader);
    expect(one.body.id).toBe(row?.id);
    expect(one.body.revisions.length).toBeGreaterThan(0);
    // Of another hall nobody sees anything; what the centre keeps is for all its halls.
    const stranger = await world.get(`${path}/records?period=2026`, "clerk.west");
    expect(stranger.status).toBe(
      ledger.scope === "centre" && ledger.access.read?.includes("clerk") ? 200 : 403,
    );
    if (ledger.written === "verbs") {
      const refused = await world.post<{ code: string }>(
        `${path}/sync`,
        batch([{}], { definitionVersion: ledger.version }),
        whoMay(ledger.access, "upsert", "east"),
      );
      expect([refused.status, refused.body.code]).toEqual([409, "written_by_verbs"]);
    }
  });
});

describe.each(
  // The command imports into halls.
  LEDGERS.filter(({ written, scope }) => written !== "verbs" && scope === "hall").map(
    (ledger) => [ledger.id, ledger] as const,
  ),
)("%s", (id, ledger) => {
  test("goes from cells into the ledger and back, unchanged", async () => {
    const living = new LivingLedger(world, ledger, "west");
    const example = await living.stagedExample();
    const given = acceptValues(ledger.fields, soundValues(ledger, example), "Asia/Shanghai");
    expect(given.problems).toEqual([]);
    const columns = fieldsInSheet(ledger).map(([field]) => field);
    // What a sheet cannot show, a row in it cannot need.
    const needed = Object.keys(ledger.fields).filter((field) => ledger.fields[field]?.required);
    expect(needed.filter((field) => !columns.includes(field))).toEqual([]);
    const mapping = {
      id: "行",
      columns: Object.fromEntries(columns.map((field) => [field, ledger.fields[field]?.label.zh])),
    };
    const send = async (values: Readonly<Record<string, unknown>>) => {
      const cells = [
        ["行", ...Object.values(mapping.columns)],
        ["1", ...fieldCells(ledger, values, NO_NAMES)],
      ];
      const csv = cells.map((line) => line.map(quoted).join(",")).join("\r\n");
      const file = place.put(`${id}.csv`, csv);
      const where = ["--hall", "west", "--ledger", id, "--url", served.url];
      const token = await world.token(whoMay(ledger.access, "upsert", "west"));
      const args = ["--file", file, "--mapping", place.put(`${id}.json`, mapping), ...where];
      return (await run(args, { token })).report;
    };
    const first = await send(given.values);
    expect(first.counts, JSON.stringify(first)).toMatchObject({ accepted: 1, refused: 0 });
    const { body } = await world.get<{ rows: RowView[] }>(
      `${living.path}/records?period=2026`,
      living.reader(),
    );
    const imported = body.rows.find(({ values }) =>
      columns.every((one) => same(values[one], given.values[one])),
    );
    expect(imported, JSON.stringify(body.rows.map(({ values }) => values))).toBeDefined();
    // Whoever imports may fill in what reading alone would mask: the row that was stored, not the one given.
    const again = await send(imported?.values ?? {});
    expect(again.counts).toMatchObject({ accepted: 0, unchanged: 1, refused: 0 });
  });
});

/** The recount goes by the place in which a ledger's rows are kept. */
function placeOf({ scope }: Ledger) {
  return testHall(scope === "centre" ? "test-centre" : "east");
}

async function read(living: LivingLedger, id: string): Promise<RowView> {
  const { body } = await world.get<RowView>(`${living.path}/records/${id}`, living.reader());
  return body;
}

function same(stored: unknown, given: unknown): boolean {
  return JSON.stringify(stored ?? null) === JSON.stringify(given ?? null);
}

function quoted(cell: unknown): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}
