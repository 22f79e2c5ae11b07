// Opening and closing, handing over, outsiders, incidents, the box, second checks: each rule with its clause.
import { describe, expect, test } from "vitest";
import { boxOpenings } from "../../../shared/capabilities/complaint-box/box-openings-ledger.ts";
import { entryChecks } from "../../../shared/capabilities/entry-checks/entry-checks-ledger.ts";
import { counterExceptions } from "../../../shared/capabilities/incidents/counter-exceptions-ledger.ts";
import { dutyHandovers } from "../../../shared/capabilities/incidents/duty-handovers-ledger.ts";
import { incidents } from "../../../shared/capabilities/incidents/incidents-ledger.ts";
import {
  openingsAndClosings,
  openingTransitions,
} from "../../../shared/capabilities/openings-and-closings/openings-and-closings-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { contributionsOf } from "../../../shared/ledger/metric.ts";
import { asked, derivedOf, followers, forbidden, refusals, rowFor, words } from "./row-trial.ts";

const at = (clock: string, day = "2026-11-18") => `${day}T${clock}:00+08:00`;

describe("opening and closing", () => {
  const values = { day: "2026-11-18", keeper: "王丙" };
  const fine = (field: { readonly items: readonly string[] }) =>
    field.items.map((item) => ({ item, ok: true }));
  const { open, close } = openingTransitions;
  const opened = ["open", { at: at("08:40"), contents: fine(open.fields.contents) }] as const;
  const closing = (data: Values) => ({
    values,
    steps: [opened, ["close", { at: at("17:40"), contents: fine(close.fields.contents), ...data }]] as const,
  });

  test("D4 四 “每天上班前要对办公区进行清扫”: every content of the opening", () => {
    expect(refusals(openingsAndClosings, { values, steps: [opened] })).toEqual([]);
    const unswept = { at: at("08:40"), contents: fine(open.fields.contents).slice(1) };
    const trial = { values, steps: [["open", unswept]] as const };
    expect(refusals(openingsAndClosings, trial)).toEqual(["contents_missing"]);
    expect(words(openingsAndClosings, trial)).toContain("办公区已清扫。D4 四");
  });

  test("D3 二4、D4 五 “文档资料应入柜上锁”: every content of the closing; what is wrong becomes a finding", () => {
    expect(refusals(openingsAndClosings, closing({}))).toEqual([]);
    const contents = fine(close.fields.contents);
    expect(refusals(openingsAndClosings, closing({ contents: contents.slice(0, 5) }))).toEqual([
      "contents_missing",
    ]);
    const unlocked = contents.map((one) =>
      one.item === "locked" ? { ...one, ok: false, note: "锁坏" } : one,
    );
    expect(refusals(openingsAndClosings, closing({ contents: unlocked }))).toEqual(["fault_without_owner"]);
    const owned = closing({ contents: unlocked, rectifyOwner: "王丙", rectifyBy: "2026-11-19" });
    expect(refusals(openingsAndClosings, owned)).toEqual([]);
    expect(followers(openingsAndClosings, owned)).toMatchObject([
      { ledger: "findings", values: { source: "closingCheck", content: "锁坏", owner: "王丙" } },
    ]);
    const counted = (trial: ReturnType<typeof closing>) => {
      const derived = derivedOf(openingsAndClosings, trial);
      return contributionsOf(openingsAndClosings.metrics, rowFor(trial), derived, null)[0]?.amounts;
    };
    expect([counted(closing({})), counted(owned)]).toEqual([{ closed: 1 }, { closed: 1, flawed: 1 }]);
  });

  test("one row a day, whose checks lie on that day and in their order", () => {
    const rows = { "openings-and-closings": [asked(values)] };
    expect(refusals(openingsAndClosings, { values, rows })).toEqual(["day_taken"]);
    expect(refusals(openingsAndClosings, closing({ at: at("08:30") }))).toEqual(["other_day"]);
    expect(refusals(openingsAndClosings, closing({ at: at("17:40", "2026-11-19") }))).toEqual(["other_day"]);
  });
});

describe("duty", () => {
  const handover = { handedOverAt: at("09:00"), from: "p-clerk", to: "p-clerk2" };

  test("D3 二3 “由当班值班人负责”: taken over by the very person, and not from oneself", () => {
    expect(forbidden(dutyHandovers, "accept", { values: handover }, "p-clerk2", "clerk")).toEqual([]);
    expect(forbidden(dutyHandovers, "accept", { values: handover }, "p-clerk", "clerk")).toEqual([
      "not_the_successor",
    ]);
    expect(refusals(dutyHandovers, { values: handover })).toEqual([]);
    expect(refusals(dutyHandovers, { values: { ...handover, to: "p-clerk" } })).toEqual(["to_oneself"]);
    expect(refusals(dutyHandovers, { values: { ...handover, to: "p-nobody" } })).toEqual(["unknown_person"]);
  });

  test("D3 二2 “非大厅工作人员不允许进入工作柜台内”: an exception is a head's", () => {
    const entered = { enteredAt: at("14:00"), reason: "检修", allowedBy: "p-windowHead" };
    expect(refusals(counterExceptions, { values: entered })).toEqual([]);
    expect(refusals(counterExceptions, { values: { ...entered, allowedBy: "p-clerk" } })).toEqual([
      "not_a_leader",
    ]);
  });
});

describe("an incident", () => {
  const incident = { occurredAt: at("10:00"), kind: "fire", gravity: "major", place: "二号窗口" };
  const reported = (clock: string, gravity = "major", day = "2026-11-18") => ({
    values: { ...incident, gravity },
    steps: [["report", { at: at(clock, day), to: "大厅负责人" }]] as const,
  });
  const late = (trial: ReturnType<typeof reported>) => derivedOf(incidents, trial).marks;

  test("D4 六3 “及时上报有关领导”: a major one within the hour, D3 三7 any other on the day", () => {
    expect(late(reported("11:00"))).toEqual([]);
    expect(late(reported("11:01"))).toEqual(["reportedLate"]);
    expect(late(reported("23:59", "hazard"))).toEqual([]);
    expect(late(reported("00:01", "hazard", "2026-11-19"))).toEqual(["reportedLate"]);
    expect(derivedOf(incidents, { values: incident })).toMatchObject({ open: true, dueDate: "2026-11-18" });
  });

  test("D4 六3 “采取应急措施”: dealing with a major one says which", () => {
    const handled = (data: Values, gravity = "major") => {
      const { values, steps } = reported("10:30", gravity);
      const handle = ["handle", { at: at("10:40"), measures: "更换插座", ...data }] as const;
      return { values, steps: [...steps, handle] };
    };
    expect(refusals(incidents, handled({ emergency: "断电" }))).toEqual([]);
    expect(refusals(incidents, handled({}))).toEqual(["no_emergency_measures"]);
    expect(refusals(incidents, handled({}, "ordinary"))).toEqual([]);
  });

  test("D3 二3 “因值班人员疏忽或擅自离岗…由当班值班人负责”: the one who had taken over", () => {
    const taken = (clock: string, to: string) =>
      asked({ handedOverAt: at(clock), from: "p-clerk", to }, { status: "accepted" });
    const rows = { "duty-handovers": [taken("09:00", "p-clerk2"), taken("11:00", "p-windowHead")] };
    const caused = (more: Values) => ({ values: { ...incident, cause: "negligence", ...more }, rows });
    expect(refusals(incidents, caused({ onDuty: "p-clerk2" }))).toEqual([]);
    expect(refusals(incidents, caused({}))).toEqual(["nobody_answerable"]);
    expect(refusals(incidents, caused({ onDuty: "p-windowHead" }))).toEqual(["other_on_duty"]);
    expect(refusals(incidents, caused({ cause: "equipment" }))).toEqual([]);
  });
});

describe("second checks", () => {
  const check = {
    checkedOn: "2026-11-18",
    kind: "stock",
    subject: "2026-00012",
    enteredBy: "p-clerk",
    checkedBy: "p-clerk2",
    declared: 12,
    inStock: 12,
    result: "sound",
  };

  test("D3 三4 “注意检查核对登录数据”: by a second person", () => {
    expect(refusals(entryChecks, { values: check })).toEqual([]);
    expect(refusals(entryChecks, { values: { ...check, checkedBy: "p-clerk" } })).toEqual(["checks_own"]);
  });

  test("D3 三4 “申报核定数据要与库存数据核对检录”", () => {
    expect(refusals(entryChecks, { values: { ...check, inStock: undefined } })).toEqual(["figures_missing"]);
    expect(refusals(entryChecks, { values: { ...check, inStock: 11 } })).toEqual(["figures_differ"]);
    const error = { ...check, inStock: 11, result: "error", error: "少登一份" };
    expect(refusals(entryChecks, { values: error })).toEqual([]);
  });

  test("D4 六1 “要求立即改正”: the error is told, and open until it is corrected that day", () => {
    const error = { ...check, result: "error", error: "错登" };
    expect(refusals(entryChecks, { values: { ...error, error: undefined } })).toEqual(["error_untold"]);
    expect(derivedOf(entryChecks, { values: error })).toMatchObject({ open: true, dueDate: "2026-11-18" });
    const corrected = { values: error, steps: [["correct", { on: "2026-11-19", how: "改正" }]] as const };
    expect(derivedOf(entryChecks, corrected)).toMatchObject({ status: "corrected", onTime: false });
  });
});

test("D1 三7 “投诉(评议)箱”: two open it, and every complaint in it has its number", () => {
  const opening = { openedOn: "2026-11-18", openers: ["张甲", "李乙"], letters: 2, complaints: 1 };
  expect(refusals(boxOpenings, { values: { ...opening, numbers: ["2026-00003"] } })).toEqual([]);
  expect(refusals(boxOpenings, { values: opening })).toEqual(["not_all_registered"]);
  expect(refusals(boxOpenings, { values: { ...opening, complaints: 0, openers: ["张甲"] } })).toEqual([
    "one_opener",
  ]);
  expect(refusals(boxOpenings, { values: { ...opening, complaints: 3 } })).toEqual([
    "more_complaints_than_letters",
  ]);
});
