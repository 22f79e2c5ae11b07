// Integrity signals from real rows: for the centre's leaders only, with rows, and without a word of what was written.
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseRow, createWorld, type Who, type World } from "../../support/world.ts";
import { send, step } from "../support/rows.ts";

let world: World;
const TEXT = "咨询老年证办理材料";

beforeAll(async () => {
  world = await createWorld();
  // Friday afternoon: ten rows of Monday are written up together, six of them with one and the same request.
  const rows = Array.from({ length: 10 }, (_, at) =>
    caseRow({ receivedAt: "2026-11-16 09:00", content: at < 6 ? ` ${TEXT} ` : `另一事由,第${at}件` }),
  );
  await send(world, rows);
  for (const { id } of rows.slice(0, 2)) {
    await send(world, [step(id, 1, "complete", { completedAt: "2026-11-17 10:00", outcome: "done" })]);
    await send(world, [step(id, 2, "reopen", { at: "2026-11-18 10:00", reason: "群众补充情况" })], "head");
  }
  for (const { id } of rows.slice(2, 5)) {
    await send(world, [step(id, 1, "giveCorrectionNotice", { at: "2026-11-19 10:00", items: ["照片"] })]);
  }
});
afterAll(() => world.close());

interface Signals {
  readonly signals: readonly {
    readonly kind: string;
    readonly hall: { readonly id: string };
    readonly count: number;
    readonly rows: readonly { readonly serial: string; readonly record: string }[];
  }[];
}
const look = (who: Who) => world.get<Signals>("/v1/centre/integrity?period=2026-11", who);

test("each pattern is found, with its rows", async () => {
  const { status, body } = await look("director");
  expect(status).toBe(200);
  expect(body.signals.map(({ kind, hall, count }) => [kind, hall.id, count])).toEqual([
    ["bulkEntry", "east", 10],
    ["lateStop", "east", 3],
    ["soonReopened", "east", 2],
    ["sameText", "east", 6],
  ]);
  const [first] = body.signals[2]?.rows ?? [];
  expect((await world.get(first?.record ?? "", "director")).status).toBe(200);
});

test("nothing of what was written, and no token of it, leaves the backend", async () => {
  const text = JSON.stringify((await look("admin")).body);
  expect(text).not.toContain("老年证");
  expect(text).not.toContain("张三丰");
  expect(text).not.toMatch(/[\w-]{43}/);
});

test.each<Who>(["clerk", "head", "nobody"])("%s may not look", async (who) => {
  expect((await look(who)).status).toBe(403);
});
