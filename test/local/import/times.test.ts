// Times of old ledgers reach the hall's own date, near midnight and across zones.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dateTimeOf, localDate, timeReader } from "../../../infra/local/import/read-time.ts";
import { compileFormat } from "../../../infra/local/import/time-format.ts";
import { createWorld, type World } from "../../support/world.ts";
import { figuresOf, rowsOf } from "./support/figures.ts";
import { run, type Workplace, workplace } from "./support/run.ts";
import { type ServedWorld, serveWorld } from "./support/served-world.ts";

const AMSTERDAM = { hallZone: "Europe/Amsterdam", fileZone: "Europe/Amsterdam" };
const SHANGHAI = { hallZone: "Asia/Shanghai", fileZone: "Asia/Shanghai" };

describe("a cell", () => {
  test.each([
    ["2011-06-30 23:30:00Z", AMSTERDAM, "2011-07-01T01:30:00+02:00", "2011-07-01"],
    ["2011-06-30 23:30:00Z", SHANGHAI, "2011-07-01T07:30:00+08:00", "2011-07-01"],
    ["2011-06-30 17:59:59.999+02:00", SHANGHAI, "2011-06-30T23:59:00+08:00", "2011-06-30"],
    ["2011-06-30 18:00:00+02:00", SHANGHAI, "2011-07-01T00:00:00+08:00", "2011-07-01"],
    ["2011-12-31T23:30:00+01:00", AMSTERDAM, "2011-12-31T23:30:00+01:00", "2011-12-31"],
    ["2011-12-31T23:30:00+0100", SHANGHAI, "2012-01-01T06:30:00+08:00", "2012-01-01"],
    ["2011-10-11 13:42:22.688000+02:00", AMSTERDAM, "2011-10-11T13:42:00+02:00", "2011-10-11"],
    ["2026-11-02 9:05", SHANGHAI, "2026-11-02T09:05:00+08:00", "2026-11-02"],
    ["2026/11/2 9:05", SHANGHAI, "2026-11-02T09:05:00+08:00", "2026-11-02"],
    ["2026年11月2日 9时05分", SHANGHAI, "2026-11-02T09:05:00+08:00", "2026-11-02"],
    ["2026年11月2日9\uff1a05", SHANGHAI, "2026-11-02T09:05:00+08:00", "2026-11-02"],
  ])("%s in %o is %s", (text, zones, at, date) => {
    const moment = timeReader([])(text);
    expect(moment && dateTimeOf(moment, undefined, zones)).toBe(at);
    expect(moment && localDate(moment, zones)).toBe(date);
  });

  test("without an offset is meant in the file's zone, also where the hall's is another", () => {
    const moment = timeReader([])("2011-06-30 20:00");
    const zones = { hallZone: "Asia/Shanghai", fileZone: "Europe/Amsterdam" };
    expect(moment && dateTimeOf(moment, undefined, zones)).toBe("2011-07-01T02:00:00+08:00");
    expect(moment && localDate(moment, zones)).toBe("2011-07-01");
  });

  test("with a date alone stays that date in every zone", () => {
    const moment = timeReader([])("2011-06-30");
    const zones = { hallZone: "America/Los_Angeles", fileZone: "Asia/Shanghai" };
    expect(moment && localDate(moment, zones)).toBe("2011-06-30");
    expect(moment && dateTimeOf(moment, undefined, zones)).toBeUndefined();
    expect(moment && dateTimeOf(moment, "09:00", SHANGHAI)).toBe("2011-06-30T09:00:00+08:00");
  });

  test.each([
    "2026-02-30",
    "2026-11-02 24:00",
    "2026-11-02 9:60",
    "2026-11-021:05",
    "11-02-2026",
    "2026",
    "昨天",
    "#N/A",
    "2026-11-02 09:05+15:00",
  ])("%s is no time", (text) => {
    expect(timeReader([])(text)).toBeUndefined();
  });
});

describe("a format", () => {
  test.each([
    ["dd-MM-yyyy", "31-12-2011", "2011-12-31", undefined],
    ["dd-MM-yyyy HH:mm", "1-2-2011 9:05", "2011-02-01", { hour: 9, minute: 5 }],
    ["d/M/yy", "2/11/26", "2026-11-02", undefined],
    ["M/d/yyyy h:mm a", "11/2/2026 12:05 AM", "2026-11-02", { hour: 0, minute: 5 }],
    ["yyyy年M月d日 ah:mm", "2026年11月2日 下午3:05", "2026-11-02", { hour: 15, minute: 5 }],
    ["yyyyMMdd", "20261102", "2026-11-02", undefined],
    ["d 'de' M 'de' yyyy", "2 de 11 de 2026", "2026-11-02", undefined],
    ["yyyy-MM-dd HH:mm:ss.SSS", "2026-11-02 09:05:59.123", "2026-11-02", { hour: 9, minute: 5 }],
  ])("%s reads %s", (format, text, date, time) => {
    expect(compileFormat(format)?.(text)).toMatchObject({ date, time });
  });

  test("does not take the year-first style away: corrected rows come back in it", () => {
    expect(timeReader(["dd-MM-yyyy"])("2026-11-02")?.date).toBe("2026-11-02");
  });

  test.each(["yyyy-MM", "yyyy-MM-dd QQ", "dd-MM-yyyy dd", "yyyy-MM-dd 'open", "yyyy-MM-dd a", "yyyyMd", ""])(
    "%s is refused",
    (format) => {
      expect(compileFormat(format)).toBeUndefined();
    },
  );
});

describe("cases near midnight", () => {
  let world: World;
  let served: ServedWorld;
  let place: Workplace;
  beforeAll(async () => {
    world = await createWorld();
    served = await serveWorld(world);
    place = workplace();
  });
  afterAll(async () => {
    place.remove();
    await served.close();
    await world.close();
  });

  // Received and ended within the same two hours around midnight, due on the last day of June.
  const FILE = `no,from,due,until
1,2011-06-30T15:50:00Z,2011-06-30T15:59:59Z,2011-06-30T16:10:00Z
2,2011-06-30T21:50:00Z,2011-06-30T21:59:59Z,2011-06-30T22:10:00Z
3,2011-06-30T12:00:00Z,2011-06-30T12:00:00Z,2011-06-30T12:01:00Z
`;
  const MAPPING = {
    id: "no",
    columns: {
      legacyNumber: "no",
      receivedAt: "from",
      givenDueDate: "due",
      completedAt: "until",
      outcome: { whenFilled: "until", value: "done" },
    },
    constants: { matter: "permit-intake", visitor: "匿名", acceptedBy: "测试" },
  };

  async function imported(hall: "amsterdam" | "east") {
    const args = ["--file", place.put(`${hall}.csv`, FILE), "--mapping", place.put("m.json", MAPPING)];
    return run([...args, "--hall", hall, "--ledger", "cases", "--url", served.url]);
  }

  test("are late in the hall whose midnight they crossed: Amsterdam", async () => {
    expect((await imported("amsterdam")).report.counts.accepted).toBe(3);
    expect(await figuresOf(world, "amsterdam", "2011-06")).toMatchObject({ received: 3, closed: 2, late: 0 });
    expect(await figuresOf(world, "amsterdam", "2011-07")).toMatchObject({ received: 0, closed: 1, late: 1 });
    const [first] = await rowsOf(world, "amsterdam", "2011-06-30");
    expect(first?.receivedAt).toBe("2011-06-30T17:50:00+02:00");
  });

  test("are late in the hall whose midnight they crossed: Shanghai", async () => {
    expect((await imported("east")).report.counts.accepted).toBe(3);
    // Case 2 begins on the first of July there, and its due date with it.
    expect(await figuresOf(world, "east", "2011-06")).toMatchObject({ received: 2, closed: 1, late: 0 });
    expect(await figuresOf(world, "east", "2011-07")).toMatchObject({ received: 1, closed: 2, late: 1 });
  });
});
