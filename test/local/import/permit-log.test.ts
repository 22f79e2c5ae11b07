// The import of a log that nobody here wrote gives exactly its facts, before and after the one correction.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventedLog, PERMIT_MAPPING, permitLog } from "../../fixtures/import/permit-log.ts";
import { createWorld, type World } from "../../support/world.ts";
import { countsOf, differencesOf, figuresOf, rowsOf, seqOf } from "./support/figures.ts";
import { run, type Workplace, workplace } from "./support/run.ts";
import { type ServedWorld, serveWorld } from "./support/served-world.ts";

const YEARS = ["2010", "2011", "2012"];
const ZONE = "Europe/Amsterdam";
/** The invented one always, so that it is right where it has to stand in. */
const LOGS = [permitLog(), inventedLog(1)];

const refusedOnce = [{ code: "completed_before_accepted", field: "completedAt", count: 1 }];

describe.each(LOGS)("importing $name", (log) => {
  let world: World;
  let served: ServedWorld;
  let place: Workplace;
  let args: string[];
  beforeAll(async () => {
    world = await createWorld();
    served = await serveWorld(world);
    place = workplace();
    const file = place.put("cases.csv", log.cases);
    place.put("events.csv", log.events);
    const mapping = place.put("mapping.json", PERMIT_MAPPING);
    args = ["--file", file, "--hall", "amsterdam", "--ledger", "cases", "--mapping", mapping];
    args.push("--url", served.url);
  });
  afterAll(async () => {
    place.remove();
    await served.close();
    await world.close();
  });

  test("a dry run finds what is wrong and writes nothing", async () => {
    const { report } = await run([...args, "--dry-run", "--refused", place.path("dry-run.csv")]);
    expect(report.counts).toMatchObject({ accepted: log.before.received, refused: 1 });
    expect(report.reasons).toMatchObject(refusedOnce);
    expect(report.reasons[0]?.examples[0]?.key).toBe(log.wrong.id);
    expect(await seqOf(world, "amsterdam")).toBe(0);
    expect(await countsOf(world, "amsterdam", YEARS)).toEqual({ received: 0, closed: 0, open: 0, late: 0 });
  });

  test("refuses the one case that ends before it begins, and takes the others", async () => {
    const { report, printed } = await run(args);
    expect(report.counts).toMatchObject({ accepted: log.before.received, unchanged: 0, refused: 1 });
    expect(report.reasons).toMatchObject(refusedOnce);
    expect(printed).toContain(log.wrong.id);
    expect(printed).toContain("办结时间(2011-06-24 00:00)早于受理时间(2011-06-24 01:06)");
    expect(await countsOf(world, "amsterdam", YEARS)).toEqual(log.before);
    const { month, received, closed } = log.monthBefore;
    expect(await figuresOf(world, "amsterdam", month)).toMatchObject({ received, closed });
  });

  test("importing the same file again changes nothing", async () => {
    const before = await seqOf(world, "amsterdam");
    const { report } = await run([...args, "--refused", place.path("again.csv")]);
    expect(report.counts).toMatchObject({ accepted: 0, unchanged: log.before.received, refused: 1 });
    expect(await seqOf(world, "amsterdam")).toBe(before);
    expect(await countsOf(world, "amsterdam", YEARS)).toEqual(log.before);
  });

  test("the refused row, corrected in its file and fed in again, completes the facts", async () => {
    const refused = place.path("cases.refused.csv");
    const text = readFileSync(refused, "utf8");
    expect(text.split("\r\n")[0]).toBe(
      "\ufeff问题 problem,case,channel,department,group,responsible,started_at,deadline,planned_end,ended_at",
    );
    place.put("cases.refused.csv", text.replace(log.wrong.from, log.wrong.to));
    const { report } = await run([...args, "--file", refused]);
    expect(report.counts).toMatchObject({ accepted: 1, refused: 0 });
    expect(report.refusedFile).toBeUndefined();
    expect(await countsOf(world, "amsterdam", YEARS)).toEqual(log.after);
  });

  test("every month has the cases that were started and closed in it", async () => {
    const months = [...new Set([...Object.keys(log.received), ...Object.keys(log.closed)])];
    for (const month of months) {
      const { received, closed } = await figuresOf(world, "amsterdam", month);
      expect({ month, received, closed }).toEqual({
        month,
        received: log.received[month] ?? 0,
        closed: log.closed[month] ?? 0,
      });
    }
  });

  test("the rows carry their channels and their steps", async () => {
    const rows = (await Promise.all(YEARS.map((year) => rowsOf(world, "amsterdam", year)))).flat();
    const channels: Record<string, number> = {};
    for (const { channel } of rows) channels[String(channel)] = (channels[String(channel)] ?? 0) + 1;
    expect(channels).toEqual(log.channels);
    const steps = rows.flatMap((row) => (Array.isArray(row.steps) ? row.steps : []));
    expect(steps).toHaveLength(log.eventCount);
  });

  test("no case is there twice, and the sums equal a fresh count", async () => {
    expect(await seqOf(world, "amsterdam")).toBe(log.after.received);
    expect(await differencesOf(world, "amsterdam", ZONE)).toEqual([]);
  });
});
