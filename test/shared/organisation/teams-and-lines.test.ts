// Teams, posts with their two lines, mottoes, phases: what D1 says of a hall's organisation and of the programme.
import { describe, expect, test } from "vitest";
import {
  type Assignment,
  assignmentOn,
  checkAssignment,
  eightPostsStaffed,
  withAssignment,
} from "../../../shared/capabilities/organisation/assignment.ts";
import { MOTTOES, mottoOf } from "../../../shared/capabilities/organisation/mottoes.ts";
import {
  checkPhases,
  phaseOn,
  usualPhases,
} from "../../../shared/capabilities/organisation/programme-phases.ts";
import {
  checkTeam,
  type Team,
  teamsWithout,
  withTeam,
} from "../../../shared/capabilities/organisation/team.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { EIGHT_POSTS_IN_ORDER } from "../../../shared/ledger/fields/post.ts";

const PEOPLE = [
  { id: "a", name: "甲" },
  { id: "b", name: "乙" },
  { id: "c", name: "丙" },
];
const first: Team = { name: "一班", leader: "a", members: ["a", "b"] };

const teamCodes = (team: Team, others: readonly Team[] = []) =>
  checkTeam(team, others, PEOPLE).map(({ code }) => code);

describe("D1 三3 “社区服务大厅为班组建制”", () => {
  test("a team whose leader is a member is accepted, one led from outside is refused", () => {
    expect(teamCodes(first)).toEqual([]);
    expect(teamCodes({ ...first, leader: "c" })).toEqual(["team_leader_not_member"]);
  });

  test("strangers, people of another team, and teams without a name are refused", () => {
    expect(teamCodes({ ...first, members: ["a", "z"] })).toEqual(["team_stranger"]);
    expect(teamCodes({ name: "二班", leader: "b", members: ["b"] }, [first])).toEqual([
      "team_member_elsewhere",
    ]);
    expect(teamCodes({ ...first, name: " " })).toEqual(["team_without_name"]);
    // The team itself is no other team.
    expect(teamCodes({ ...first, members: ["a", "b", "c"] }, [first])).toEqual([]);
  });

  test("a team is changed by its name, and who leaves is followed by the successor", () => {
    const larger = { ...first, members: ["a", "b", "c"] };
    expect(withTeam(withTeam([], first), larger)).toEqual([larger]);
    expect(teamsWithout([larger], "b", "c")).toEqual([{ ...first, members: ["a", "c"] }]);
    expect(teamsWithout([larger], "a", "c")).toEqual([{ name: "一班", leader: "c", members: ["c", "b"] }]);
    expect(teamsWithout([{ name: "三班", leader: "c", members: ["c"] }], "c", "b")).toEqual([
      { name: "三班", leader: "b", members: ["b"] },
    ]);
  });
});

const today = plainDate("2026-11-20");
const sound: Assignment = {
  hall: "east",
  from: today,
  post: "welfare",
  window: "1号窗口",
  ledBy: "b",
  guidedBy: "labourAndSocialSecurity",
  committeeOffice: "member",
};
const lineCodes = (more: Partial<Assignment>, ledBy: Readonly<Record<string, string>> = {}) =>
  checkAssignment(
    "a",
    { ...sound, ...more },
    {
      today,
      posts: ["welfare", "electricity"],
      windows: ["1号窗口"],
      leaders: PEOPLE.map(({ id }) => ({ id, ledBy: ledBy[id] })),
    },
  ).map(({ code, field }) => `${field}: ${code}`);

describe("D1 三3 “在社区的领导和相关职能部门的业务指导下开展工作”", () => {
  test("a post with both lines is accepted, one without either of them is refused", () => {
    expect(lineCodes({})).toEqual([]);
    expect(lineCodes({ ledBy: "" })).toEqual(["ledBy: assignment_led_by"]);
    expect(lineCodes({ guidedBy: undefined })).toEqual(["guidedBy: assignment_guided_by"]);
    // The employer guides its own people of a living service, and nobody else's.
    expect(lineCodes({ post: "electricity", guidedBy: undefined, employer: "供电公司" })).toEqual([]);
    expect(lineCodes({ guidedBy: undefined, employer: "供电公司" })).toEqual([
      "guidedBy: assignment_guided_by",
    ]);
  });

  test("nobody leads themselves, not by way of others either", () => {
    expect(lineCodes({ ledBy: "a" })).toEqual(["ledBy: assignment_led_by"]);
    expect(lineCodes({ ledBy: "b" }, { b: "c", c: "a" })).toEqual(["ledBy: assignment_led_by"]);
    expect(lineCodes({ ledBy: "b" }, { b: "c", c: "b" })).toEqual([]);
  });

  test.each<[Partial<Assignment>, string]>([
    [{ post: "nowhere" }, "post: assignment_post"],
    [{ window: "9号窗口" }, "window: assignment_window"],
    [{ guidedBy: "nobody" }, "guidedBy: assignment_guided_by"],
    [{ committeeOffice: "king" }, "committeeOffice: assignment_committee"],
    [{ from: plainDate("2026-11-19") }, "from: assignment_in_the_past"],
  ])("%o is refused: %s", (more, code) => {
    expect(lineCodes(more)).toEqual([code]);
  });

  test("the latest post that has begun holds, each hall by itself", () => {
    const later = { ...sound, from: plainDate("2026-12-01"), post: "party" };
    const all = withAssignment(withAssignment([sound], later), { ...later, hall: "west" });
    expect(assignmentOn(all, "east", plainDate("2026-11-19"))).toBeUndefined();
    expect(assignmentOn(all, "east", plainDate("2026-11-30"))?.post).toBe("welfare");
    expect(assignmentOn(all, "east", plainDate("2026-12-01"))?.post).toBe("party");
    expect(withAssignment([sound], { ...sound, post: "party" })).toHaveLength(1);
    expect(eightPostsStaffed(["welfare", "party", "electricity", undefined])).toBe(2);
    expect(eightPostsStaffed(EIGHT_POSTS_IN_ORDER)).toBe(8);
  });
});

test("D1 前言 “集中、规范、高效、便民” and D5 前言 “准确及时、坚持标准、快速高效、热心为民” stand on covers unless a centre has its own", () => {
  expect([mottoOf({}).zh, mottoOf({}, "licensing").zh]).toEqual([
    "集中、规范、高效、便民",
    "准确及时、坚持标准、快速高效、热心为民",
  ]);
  expect(mottoOf({ motto: MOTTOES.licensing }).zh).toBe(MOTTOES.licensing.zh);
});

describe("D1 四 “分三个阶段进行”: every phase with explicit days", () => {
  const phases = usualPhases(2026);
  const codes = (changed: typeof phases, due = "2026-07-15") =>
    checkPhases(changed, due).map(({ code }) => code);

  test("phases that follow one another are accepted, overlapping and backward ones are refused", () => {
    expect(codes(phases)).toEqual([]);
    const [a, b, c] = phases;
    if (!a || !b || !c) throw new Error("three phases");
    expect(codes([a, { ...b, from: plainDate("2026-06-30") }, c])).toEqual(["phases_overlap"]);
    expect(codes([a, { ...b, to: plainDate("2026-06-01") }, c])).toContain("phase_days");
  });

  test("D1 四(一) “7月15日前”: the day of the papers lies within the programme, or is refused", () => {
    expect(codes(phases, "2026-07-15")).toEqual([]);
    expect(codes(phases, "2026-12-15")).toEqual(["submissions_outside"]);
    expect(phaseOn(phases, plainDate("2026-07-15"))?.name.zh).toBe("实施阶段");
    expect(phaseOn(phases, plainDate("2026-12-15"))).toBeUndefined();
  });
});
