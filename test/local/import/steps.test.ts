// The second file of an old ledger: steps find their row, in their order, in the hall's time.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createWorld, type World } from "../../support/world.ts";
import { rowsOf } from "./support/figures.ts";
import { failure, run, type Workplace, workplace } from "./support/run.ts";
import { type ServedWorld, serveWorld } from "./support/served-world.ts";

let world: World;
let served: ServedWorld;
let place: Workplace;
beforeAll(async () => {
  world = await createWorld();
  served = await serveWorld(world);
});
beforeEach(() => {
  place = workplace();
  return () => place.remove();
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const MAPPING = {
  id: ["year", "no"],
  columns: { legacyNumber: "full", receivedAt: "at" },
  constants: { matter: "permit-intake", visitor: "匿名", acceptedBy: "测试" },
  steps: { file: "steps.csv", match: "case", matchWith: "full", at: "when", name: "what", by: "who" },
};

function args(rows: string, steps: string, mapping: unknown): string[] {
  place.put("steps.csv", steps);
  const file = place.put("rows.csv", rows);
  const where = ["--hall", "amsterdam", "--ledger", "cases", "--url", served.url];
  return ["--file", file, "--mapping", place.put("m.json", mapping), ...where];
}

const ROWS = "year,no,full,at\n2026,1,2026/1,2026-03-01 09:00\n2026,2,2026/2,2026-03-01 10:00\n";

test("steps come in the order in which they happened; a row without any has none", async () => {
  const steps = `case,when,what,who
2026/1,2026-03-02 10:00,second,
2026/1,2026-03-01T08:30:00Z,first,Anna
2010/9,2026-03-02 10:00,of a row that is not in this file,
`;
  expect((await run(args(ROWS, steps, MAPPING))).report.counts).toMatchObject({ accepted: 2, refused: 0 });
  const [first, second] = await rowsOf(world, "amsterdam", "2026-03-01");
  expect(first?.steps).toEqual([
    { at: "2026-03-01T09:30:00+01:00", name: "first", by: "Anna" },
    { at: "2026-03-02T10:00:00+01:00", name: "second" },
  ]);
  expect(second).not.toHaveProperty("steps");
});

test("a step whose time cannot be read refuses its row and names its line", async () => {
  const steps = "case,when,what,who\n2026/1,2026-03-02 10:00,a,\n2026/1,gisteren,b,\n";
  const { report } = await run(args(ROWS, steps, MAPPING));
  expect(report.counts).toMatchObject({ refused: 1 });
  expect(report.reasons[0]).toMatchObject({ code: "unreadable_step", field: "steps", count: 1 });
  expect(report.reasons[0]?.examples[0]?.text).toContain("The time “gisteren” in line 3");
});

test("another file of steps can be named on the command line", async () => {
  const other = place.put("other.csv", "case,when,what,who\n2026/7,2026-04-01 10:00,only,\n");
  const rows = "year,no,full,at\n2026,7,2026/7,2026-04-01 09:00\n";
  await run([...args(rows, "nothing", MAPPING), "--steps", other]);
  expect(await rowsOf(world, "amsterdam", "2026-04-01")).toMatchObject([{ steps: [{ name: "only" }] }]);
});

test("where several columns make the id, the mapping has to say which one the steps name", async () => {
  const { matchWith: _, ...steps } = MAPPING.steps;
  const said = await failure(run(args(ROWS, "case,when,what,who\n", { ...MAPPING, steps })));
  expect(said).toContain("“steps.matchWith” in the mapping file");
});
