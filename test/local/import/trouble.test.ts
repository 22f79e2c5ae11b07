// What goes wrong around an import is said in a sentence, in both languages, and what can be waited out is.
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createWorld, emailOf, type World } from "../../support/world.ts";
import { rowsOf, seqOf } from "./support/figures.ts";
import { failure, run, type Workplace, workplace } from "./support/run.ts";
import { type ServedWorld, serveWorld } from "./support/served-world.ts";

const MAPPING = {
  id: "no",
  columns: { legacyNumber: "no", receivedAt: "at", visitor: "who" },
  constants: { matter: "senior-card", acceptedBy: "李四" },
};
const ROWS = 1100;

let world: World;
let served: ServedWorld;
let place: Workplace;
beforeAll(async () => {
  world = await createWorld();
  served = await serveWorld(world);
});
beforeEach(() => {
  place = workplace();
  served.onSync(() => {});
  return () => place.remove();
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Three calls' worth of rows. */
function many(day: string): string {
  const lines = Array.from({ length: ROWS }, (_, at) => `${day}-${at},${day} 09:05,王${at}`);
  return place.put(`${day}.csv`, `no,at,who\n${lines.join("\n")}\n`);
}

function args(file: string, more: readonly string[] = []): string[] {
  const where = ["--hall", "east", "--ledger", "cases", "--url", served.url];
  return ["--file", file, "--mapping", place.put("m.json", MAPPING), ...where, ...more];
}

const one = () => place.put("one.csv", "no,at,who\n1,2026-03-02 09:05,王\n");

describe("a backend that does not answer", () => {
  test("for a moment is waited for, and no row is entered twice", async () => {
    const seq = await seqOf(world, "east");
    const first = served.syncs() + 1;
    served.onSync((moment, count, hangUp) => {
      // The first call is lost on its way, the answer to the second on its way back.
      if (count === first || (count === first + 1 && moment === "written")) hangUp();
    });
    const { report, pauses } = await run(args(many("2026-03-03")));
    expect(report.counts).toMatchObject({ accepted: ROWS, unchanged: 0, refused: 0 });
    expect(pauses).toEqual([500, 1000]);
    expect(await seqOf(world, "east")).toBe(seq + ROWS);
  });

  test("any more is given up, saying how many rows are in and that repeating is safe", async () => {
    const from = served.syncs() + 2;
    served.onSync((_, count, hangUp) => {
      if (count >= from) hangUp();
    });
    const said = await failure(run(args(many("2026-03-04"))));
    expect(said).toContain("多次没有回应");
    expect(said).toContain(
      "已有至少 500 行在台账里(本次新收 500 行)。稍后重新运行同一命令即可,不会重复登记。",
    );
    expect(said).toContain("Run the same command again later: nothing is entered twice.");
    served.onSync(() => {});
    const { report } = await run(args(many("2026-03-04")));
    expect(report.counts).toMatchObject({ accepted: ROWS - 500, unchanged: 500 });
    expect(await rowsOf(world, "east", "2026-03-04")).toHaveLength(ROWS);
  });

  test("leaves no half-written file of refused rows", async () => {
    const lines = ["no,at,who", ",2026-03-05 09:05,王", "2,2026-03-05 09:05,王"];
    const file = place.put("half.csv", lines.join("\n"));
    served.onSync((_, __, hangUp) => hangUp());
    await failure(run(args(file)));
    expect(readdirSync(place.path(".")).filter((name) => name.includes("refused"))).toEqual([]);
  });

  test("at an address that was given is said at once; otherwise the local system is started and stopped", async () => {
    const nowhere = "http://127.0.0.1:9";
    const said = await failure(run([...args(one()), "--url", nowhere]));
    expect(said).toContain(`连不上 ${nowhere}`);
    const steps: string[] = [];
    const startLocal = async () => {
      steps.push("started");
      const stop = async () => {
        steps.push("stopped");
      };
      return { url: served.url, stop };
    };
    const { report } = await run(args(one()).slice(0, -2), { startLocal }, { PORT: "9" });
    expect(report.counts.accepted).toBe(1);
    expect(steps).toEqual(["started", "stopped"]);
  });
});

describe("a person", () => {
  test("without --as is the head of the hall, and with it whoever is named", async () => {
    expect((await run(args(one()))).printed).toContain("· head\n");
    expect((await run([...args(one()), "--as", emailOf("clerk").toUpperCase()])).printed).toContain(
      "· clerk\n",
    );
    expect((await run(args(one()), { token: await world.token("head") })).printed).not.toContain("· head");
  });

  test.each([
    [["--as", "nobody@example.test"], "没有账号“nobody@example.test”"],
    [["--hall", "nowhere"], "没有找到大厅“nowhere”的负责人"],
    [["--hall", "nowhere", "--as", emailOf("head")], "没有大厅“nowhere”,或者您无权查看。您能用的大厅:east"],
    [["--hall", "east", "--as", emailOf("west")], "There is no hall “east”, or you may not see it"],
    [["--ledger", "none"], "没有台账“none”。有:cases"],
    [["--as", emailOf("director")], "您在“east社区便民服务大厅”的岗位不能登记“办件台账”"],
  ])("%o is told what is wrong", async (more, sentence) => {
    expect(await failure(run([...args(one()), ...more]))).toContain(sentence);
  });

  test("with a token that is none is told so", async () => {
    expect(await failure(run(args(one()), { token: "abc" }))).toContain("The identity token is not valid");
  });
});

describe("a mapping file", () => {
  const mapped = async (mapping: unknown) =>
    failure(
      run([
        "--file",
        one(),
        "--hall",
        "east",
        "--ledger",
        "cases",
        "--url",
        served.url,
        "--mapping",
        place.put("m.json", mapping),
      ]),
    );

  test.each([
    ["{", "The mapping file"],
    [{ ...MAPPING, id: undefined }, "“id”不对"],
    [{ ...MAPPING, colums: {} }, 'Unrecognized key: "colums"'],
    [{ ...MAPPING, timeZone: "Asia/Peking" }, "“timeZone” in the mapping file"],
    [{ ...MAPPING, encoding: "klingon" }, "“encoding”不对:没有这种编码"],
    [
      { ...MAPPING, columns: { receivedAt: { column: "at", format: "DD.MM.YYYY" } } },
      "“columns.receivedAt.format”不对",
    ],
    [{ ...MAPPING, columns: { receivedAt: { colum: "at" } } }, "“columns.receivedAt.column”"],
    [
      { ...MAPPING, columns: { received: "at" } },
      "“columns.received”不对:台账“办件台账”没有“received”这一栏;有:receivedAt, matter",
    ],
    [{ ...MAPPING, constants: { visitor: "匿名" } }, "“constants.visitor”不对:这一栏已经另有来源"],
    [{ ...MAPPING, columns: { receivedAt: "am" } }, "找不到这些列:am。文件里的列:no | at | who"],
    [
      { ...MAPPING, steps: { file: "s.csv", match: "no", at: "at", name: "n", field: "notes" } },
      "“steps.field”不对",
    ],
    [{ ...MAPPING, steps: { file: "s.csv", match: "no", at: "at", name: "n" } }, "s.csv"],
  ])("%j is refused with its place", async (mapping, sentence) => {
    expect(await mapped(mapping)).toContain(sentence);
  });

  test("that is not there is named", async () => {
    const said = await failure(run([...args(one()), "--mapping", place.path("none.json")]));
    expect(said).toContain("读不了映射文件");
    expect(existsSync(place.path("one.refused.csv"))).toBe(false);
  });
});
