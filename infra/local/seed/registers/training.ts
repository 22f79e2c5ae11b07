// Demonstration rows of the training registers.
import { EIGHT_POSTS_IN_ORDER } from "../../../../shared/ledger/fields/post.ts";
import { on, type RegisterRow, type RegisterRows } from "./register-rows.ts";

const plan = (post: string, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    plannedFor: "2026-11-10",
    post,
    course: "postSkills",
    content: "本岗位业务与政策更新(演示)",
    kind: "internal",
    source: "centre",
    costInFen: 80_000,
  },
  steps,
});
const submit = { action: "submit" } as const;
const approve = {
  action: "approve",
  values: { fundedInFen: 60_000, guidance: "分两次举办" },
  by: "labour",
} as const;
const sendBack = { action: "return", values: { reason: "请补充课时" }, by: "labour" } as const;

/** Seven of the eight posts: the gap list names the eighth. */
export const trainingPlans: RegisterRows = () => {
  const [first = "", second = "", third = "", ...rest] = EIGHT_POSTS_IN_ORDER;
  return [
    plan(first, [submit, approve]),
    plan(second, [submit, sendBack]),
    plan(third, [submit]),
    ...rest.slice(0, 4).map((post) => plan(post)),
  ];
};

export const trainingCourses: RegisterRows = () => [
  {
    values: {
      heldOn: "2026-09-16",
      course: "etiquette",
      topic: "窗口接待礼仪(演示)",
      kind: "internal",
      source: "company",
      hours: 4,
      attendees: 6,
    },
  },
  {
    values: {
      heldOn: "2026-10-21",
      course: "skillsContest",
      topic: "第三季度业务技能比赛(演示)",
      kind: "external",
      source: "government",
      hours: 8,
      attendees: 4,
      costInFen: 20_000,
    },
  },
];

export const trainingCompletions: RegisterRows = ({ person, prefix }) => [
  ...(["etiquette", "emergencies", "communication"] as const).map((course, at) => ({
    values: {
      completedOn: `2026-09-${16 + at}`,
      person: person("clerk1"),
      course,
      score: 90 - at,
      passed: true,
      certificateNumber: `${prefix}培${at + 1}`,
    },
  })),
  {
    values: {
      completedOn: "2026-09-16",
      person: person("clerk2"),
      course: "etiquette",
      score: 55,
      passed: false,
    },
  },
];

const candidate = (worker: string, score: number, steps: RegisterRow["steps"] = []): RegisterRow => ({
  values: {
    examinedOn: "2026-09-22",
    worker,
    premises: "演示小吃店",
    squad: "first",
    materialGiven: true,
    score,
  },
  steps,
});

export const healthCertificates: RegisterRows = ({ prefix }) => [
  candidate("演示甲", 86, [on("2026-09-24", "issue", { certificateNumber: `${prefix}健1` })]),
  candidate("演示乙", 71),
  candidate("演示丙", 48),
];

export const studyHours: RegisterRows = ({ person }) => [
  {
    values: {
      studiedOn: "2026-10-14",
      person: person("clerk1"),
      subject: "laws",
      topic: "食品安全法要点(演示)",
      minutes: 90,
    },
  },
];
