// What becomes of single rows: a Chinese paper ledger, wrong rows and their way back, rows that are there already.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { batch, createWorld, SYNC, type World } from "../../support/world.ts";
import { differencesOf, rowsOf, seqOf } from "./support/figures.ts";
import { run, type Workplace, workplace } from "./support/run.ts";
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
  expect(await differencesOf(world, "east", "Asia/Shanghai")).toEqual([]);
  await served.close();
  await world.close();
});

/** A paper ledger typed off: a number per year, dates and times apart, words for codes, strokes for "nothing". */
const PAPER = {
  id: ["年份", "编号"],
  columns: {
    legacyNumber: { column: ["年份", "编号"] },
    receivedAt: { column: ["日期", "时间"], time: "09:00" },
    matter: "事项",
    visitor: { column: "姓名", default: "匿名", values: { "/": null } },
    channel: { column: "方式", values: { 来人: "窗口", 来电: "phone", "/": null } },
    acceptedBy: "经办",
    completedAt: { column: "办结", time: "17:00" },
    outcome: { whenFilled: "办结", value: "办结" },
    content: "备注",
  },
};
const HEADER = "年份,编号,日期,时间,事项,姓名,方式,经办,办结,备注";

function ledger(lines: readonly string[], name = "台账.csv"): string {
  return place.put(name, `${[HEADER, ...lines].join("\r\n")}\r\n`);
}

function imported(file: string, more: readonly string[] = [], mapping: unknown = PAPER) {
  const where = ["--hall", "east", "--ledger", "cases", "--url", served.url];
  return run(["--file", file, "--mapping", place.put("映射.json", mapping), ...where, ...more]);
}

describe("a Chinese paper ledger", () => {
  test("is read with its own words, dates and empty marks", async () => {
    const { report } = await imported(
      ledger([
        "2026,1,2026年3月2日,9:05,老年证,王小明,来人,李四,2026年3月3日,",
        "2026,2,2026.3.2,,老年证,/,/,李四,,补正中",
      ]),
    );
    expect(report.counts).toMatchObject({ accepted: 2, refused: 0 });
    const [first, second] = await rowsOf(world, "east", "2026-03");
    expect(first).toMatchObject({
      legacyNumber: "2026 1",
      receivedAt: "2026-03-02T09:05:00+08:00",
      matter: "senior-card",
      visitor: "王小明",
      channel: "counter",
      completedAt: "2026-03-03T17:00:00+08:00",
      outcome: "done",
    });
    expect(second).toMatchObject({ receivedAt: "2026-03-02T09:00:00+08:00", visitor: "@anonymous" });
    expect(second).not.toHaveProperty("channel");
    expect(second).not.toHaveProperty("outcome");
  });

  test("a number of another year, of another old ledger, or in another hall is another row", async () => {
    const line = (year: number) => `${year},9,2026-03-05,9:05,老年证,王小明,,李四,,`;
    const file = ledger([line(2026), line(2025)]);
    expect((await imported(file)).report.counts.accepted).toBe(2);
    expect((await imported(file, [], { ...PAPER, source: "二号窗口" })).report.counts.accepted).toBe(2);
    expect((await imported(file, ["--hall", "west"])).report.counts.accepted).toBe(2);
    expect((await imported(file)).report.counts.unchanged).toBe(2);
  });
});

describe("a wrong row", () => {
  const WRONG = [
    "2026,20,2026-03-06,9:05,老年证,王,来人,李四,,", // sound
    "2026,20,2026-03-06,9:05,老年证,赵,来人,李四,,", // the same key
    ",21,2026-03-06,9:05,老年证,赵,来人,李四,,", // no key
    "2026,22,2026-02-30,9:05,老年证,赵,来人,李四,,", // no such day
    "2026,23,2026-03-06,9:05,老年证,赵,来人", // too short
    "2026,24,2026-03-06,9:05,老年证,赵,来人,李四,,,x", // too long
    "2026,25,2026-03-06,9:05,没有的事,赵,来人,李四,,", // no such item
    "2026,26,2026-03-06,9:05,老年证,赵,飞鸽,,,", // no such channel, nobody accepted it
    "2026,27,2026-03-06,9:05,老年证,赵,来人,李四,,#REF!", // a spreadsheet's error
    '2026,28,2026-03-06,9:05,老年证,赵,来人,李四,,"=HYPERLINK(""http://x"")"', // a formula
    "2026,29,2099-03-06,9:05,老年证,赵,来人,李四,,", // in the future
  ];
  const CODES = [
    "key_repeated",
    "key_missing",
    "unreadable_time",
    "too_few_cells",
    "too_many_cells",
    "unknown_matter",
    "unknown_choice",
    "required",
    "cell_error",
    "formula",
    "in_the_future",
  ];

  test("is refused with its reason, and the others go through; a dry run says the same", async () => {
    const file = ledger(WRONG);
    const seq = await seqOf(world, "east");
    const dry = await imported(file, ["--dry-run"]);
    expect(await seqOf(world, "east")).toBe(seq);
    const { report, printed } = await imported(file);
    expect(report.counts).toMatchObject({ accepted: 1, refused: 10 });
    expect(report.reasons.map(({ code }) => code).sort()).toEqual([...CODES].sort());
    expect(dry.report.counts).toEqual(report.counts);
    expect(dry.report.reasons).toEqual(report.reasons);
    expect(printed).toContain("第 3 行 line 3 [2026 20]: 编号“2026 20”与第 2 行相同");
    expect(await seqOf(world, "east")).toBe(seq + 1);
  });

  test("comes back refused for the same reasons, as long as nobody corrects it", async () => {
    const { report } = await imported(ledger(WRONG));
    const refused = report.refusedFile ?? "";
    const text = readFileSync(refused, "utf8");
    expect(text.startsWith(`\ufeff问题 problem,${HEADER}\r\n`)).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    const again = await imported(refused);
    // Of two rows with one key the second is now alone, and differs from the first.
    expect(again.report.counts).toMatchObject({ accepted: 0, different: 1, refused: 9 });
    const codes = CODES.filter((code) => code !== "key_repeated");
    expect(again.report.reasons.map(({ code }) => code).sort()).toEqual(
      [...codes, "changed_meanwhile"].sort(),
    );
    expect(again.report.refusedFile).toBe(refused.replace(".refused.csv", ".refused-2.csv"));
    expect(readFileSync(refused, "utf8")).toBe(text);
  });

  test("is taken once it is corrected in the file of refused rows", async () => {
    const { report } = await imported(ledger(["2026,40,2026-02-30,9:05,老年证,赵,来人,李四,,-5 元,改"]));
    const refused = report.refusedFile ?? "";
    const corrected = readFileSync(refused, "utf8")
      .replace("2026-02-30", "2026-02-27")
      .replace(",改\r", "\r");
    const { report: after } = await imported(place.put("改好.csv", corrected));
    expect(after.counts).toMatchObject({ accepted: 1, refused: 0 });
    expect(await rowsOf(world, "east", "2026-02-27")).toMatchObject([{ content: "-5 元" }]);
  });
});

describe("a row that is there already", () => {
  const line = (key: number, who: string, done = "", note = "") =>
    `2026,${key},2026-04-01,9:05,老年证,${who},来人,李四,${done},${note}`;

  test("with other content is left alone, and named with the fields that differ", async () => {
    await imported(ledger([line(50, "王一")]));
    const { report, printed } = await imported(ledger([line(50, "王二")]));
    expect(report.counts).toMatchObject({ accepted: 0, different: 1 });
    expect(report.notTaken).toBe(1);
    expect(report.reasons).toMatchObject([{ code: "changed_meanwhile", field: "visitor" }]);
    expect(printed).toContain("已在台账而不同,未改动 already there but different, left alone");
    expect(await rowsOf(world, "east", "2026-04-01")).toMatchObject([{ visitor: "王一" }]);
  });

  test("is changed to the file's content with --update", async () => {
    const { report } = await imported(ledger([line(50, "王二")]), ["--update"]);
    expect(report.counts).toMatchObject({ updated: 1, different: 0 });
    expect(report.notTaken).toBe(0);
    expect(await rowsOf(world, "east", "2026-04-01")).toMatchObject([{ visitor: "王二" }]);
    expect((await imported(ledger([line(50, "王二")]))).report.counts).toMatchObject({ unchanged: 1 });
  });

  test("gets what was missing", async () => {
    await imported(ledger([line(60, "王三")]));
    const { report } = await imported(ledger([line(60, "王三", "2026-04-02")]));
    expect(report.counts).toMatchObject({ filled: 1 });
    expect(report.notTaken).toBe(0);
  });

  test.each([
    ["accepted by", { acceptedBy: "赵七" }, "unchanged"],
    // Personal values have no history to tell who changed them: such a row is named, and left alone as well.
    ["visitor", { visitor: "王五" }, "different"],
  ])("keeps what people did to it since, when the old file comes again: %s", async (name, values, status) => {
    const key = name === "visitor" ? 70 : 71;
    const file = ledger([line(key, "王四")]);
    await imported(file);
    const change = { id: await idOf(`2026 ${key}`), baseVersion: 1, action: "upsert", values };
    expect((await world.post(SYNC, batch([change]))).body.results[0]?.status).toBe("accepted");
    const seq = await seqOf(world, "east");
    expect((await imported(file)).report.counts).toMatchObject({ [status]: 1 });
    expect(await seqOf(world, "east")).toBe(seq);
  });

  test("stays voided", async () => {
    const file = ledger([line(80, "王六")]);
    await imported(file);
    const row = await idOf("2026 80");
    const voided = { id: row, baseVersion: 1, action: "void", values: { reason: "重复登记" } };
    expect((await world.post(SYNC, batch([voided]), "head")).body.results[0]?.status).toBe("accepted");
    const { report } = await imported(file, ["--update"]);
    expect(report.counts).toMatchObject({ different: 1, refused: 0 });
    expect(report.reasons).toMatchObject([{ code: "voided_record" }]);
  });

  async function idOf(legacyNumber: string): Promise<string> {
    interface Rows {
      readonly rows: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[];
    }
    const path = "/v1/halls/east/ledgers/cases/records?period=2026-04-01";
    const { body } = await world.get<Rows>(path, "head");
    const found = body.rows.find(({ values }) => values.legacyNumber === legacyNumber);
    if (!found) throw new Error(`no row ${legacyNumber}`);
    return found.id;
  }
});
