// Versions of matters: which one holds on a day, and that none becomes active without limit and responsible person.
import { describe, expect, test } from "vitest";
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { SHIPPED_MATTERS } from "../../../shared/capabilities/catalogue/shipped-matters.ts";
import {
  changesOf,
  checkNewVersion,
  matterOn,
  mattersOn,
  versionsOf,
} from "../../../shared/capabilities/catalogue/versions.ts";
import { isHallName } from "../../../shared/capabilities/organisation/hall-name.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const card = SHIPPED_MATTERS.find(({ id }) => id === "senior-card");
if (!card) throw new Error("the shipped catalogue lost its senior card");
const second: Matter = {
  ...card,
  version: 2,
  timeLimit: 2,
  responsible: "岗位负责人",
  effectiveFrom: "2026-12-01",
};
const versions = [...SHIPPED_MATTERS, second];
const tomorrow = plainDate("2026-11-21");
const codes = (change: Partial<Matter>) =>
  checkNewVersion(
    { ...second, effectiveFrom: "2027-01-01", timeLimit: 1, ...change },
    versions,
    SHIPPED_POSTS,
    {
      tomorrow,
    },
  ).map(({ code }) => code);

describe("the version in force", () => {
  test("is the old one until the day before the new one begins, and the new one from then on", () => {
    expect(matterOn(versions, "senior-card", plainDate("2026-11-30"))?.timeLimit).toBe(3);
    expect(matterOn(versions, "senior-card", plainDate("2026-12-01"))?.timeLimit).toBe(2);
    expect(matterOn(versions, "nothing", tomorrow)).toBeUndefined();
  });

  test("stands once in the catalogue of a day; without a day the latest one stands", () => {
    const on = (day?: ReturnType<typeof plainDate>) =>
      mattersOn(versions, day).filter(({ id }) => id === "senior-card");
    expect(on(tomorrow).map(({ timeLimit }) => timeLimit)).toEqual([3]);
    expect(on().map(({ timeLimit }) => timeLimit)).toEqual([2]);
    expect(mattersOn(versions, tomorrow)).toHaveLength(SHIPPED_MATTERS.length);
    expect(versionsOf(versions, "senior-card").map(({ version }) => version)).toEqual([undefined, 2]);
  });
});

describe("D1 三5 “明确办理期限和承办责任”", () => {
  test("a new version with both is accepted", () => {
    expect(codes({})).toEqual([]);
  });

  test.each([
    ["without a limit", { timeLimit: null }, "limit_missing"],
    ["without anybody responsible", { responsible: " " }, "responsible_missing"],
    [
      "from today on, when cases have been received already",
      { effectiveFrom: "2026-11-20" },
      "starts_in_the_past",
    ],
    ["from a day that another version begins on", { effectiveFrom: "2026-12-01" }, "version_exists"],
    ["that changes nothing", { timeLimit: 2 }, "nothing_changed"],
    ["that takes money at an administrative window", { fee: true }, "matter_unsound"],
  ])("%s: refused", (_, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  test("a standing duty needs no limit, but somebody responsible", () => {
    const duty = SHIPPED_MATTERS.find(({ flow }) => flow === "routineTask") ?? card;
    const proposed = { ...duty, effectiveFrom: "2027-01-01", responsible: "综治专干", timeLimit: null };
    expect(checkNewVersion(proposed, versions, SHIPPED_POSTS, { tomorrow })).toEqual([]);
  });
});

test("the preview names what changes, before and after", () => {
  expect(changesOf(card, { ...second, name: { ...card.name, zh: "老年人优待证" } })).toEqual([
    { label: { zh: "名称", en: "Name" }, before: "老年证", after: "老年人优待证" },
    { label: { zh: "办理期限(工作日)", en: "Limit (working days)" }, before: "3", after: "2" },
  ]);
});

describe("D1 三1 “名称统一为‘**社区便民服务大厅’”", () => {
  test.each(["朝晖社区便民服务大厅", "朝晖(演示)社区便民服务大厅"])("%s: accepted", (name) => {
    expect(isHallName(name)).toBe(true);
  });
  test.each(["社区便民服务大厅", "朝晖社区服务中心", "朝晖社区便民服务大厅二楼", "朝 晖社区便民服务大厅"])(
    "%s: refused",
    (name) => {
      expect(isHallName(name)).toBe(false);
    },
  );
});
