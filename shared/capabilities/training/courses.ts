// What is taught (D1 三8), and who or which post still lacks it.
import type { Text } from "../../kernel/text.ts";
import { EIGHT_POSTS_IN_ORDER, type EightPost } from "../../ledger/fields/post.ts";

/** D1 三8 “对于礼仪、突发事件处理、沟通与协调技巧等通用课程要集中组织培训”. */
export const GENERAL_COURSES = {
  etiquette: { zh: "礼仪", en: "etiquette" },
  emergencies: { zh: "突发事件处理", en: "handling emergencies" },
  communication: { zh: "沟通与协调技巧", en: "communication and coordination" },
} as const satisfies Record<string, Text>;
export type GeneralCourse = keyof typeof GENERAL_COURSES;

export const COURSES = {
  ...GENERAL_COURSES,
  postSkills: { zh: "岗位业务", en: "skills of the post" },
  laws: { zh: "法律法规学习", en: "laws and regulations" },
  skillsContest: { zh: "业务技能比赛", en: "skills contest" },
  examination: { zh: "考试", en: "examination" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<string, Text>;

/** D1 三8 “内培与外培相结合”. */
export const TRAINING_KINDS = {
  internal: { zh: "内培", en: "internal" },
  external: { zh: "外培", en: "external" },
} as const satisfies Record<string, Text>;

/** D1 三8 “充分利用公司、中心和政府培训资源”. */
export const TRAINING_SOURCES = {
  company: { zh: "公司", en: "company" },
  centre: { zh: "中心", en: "centre" },
  government: { zh: "政府", en: "government" },
} as const satisfies Record<string, Text>;

/** D1 三8 “针对各岗位特点制定培训计划”: the posts for which a year has none. */
export function postsWithoutPlan(planned: readonly string[]): EightPost[] {
  return EIGHT_POSTS_IN_ORDER.filter((post) => !planned.includes(post));
}

export interface CourseTaken {
  readonly person: string;
  readonly course: string;
  readonly passed: boolean;
}

/** D1 三8: of the three general courses those that a person has not passed. */
export function generalCoursesMissing(person: string, taken: readonly CourseTaken[]): GeneralCourse[] {
  const passed = new Set(
    taken.filter((one) => one.person === person && one.passed).map(({ course }) => course),
  );
  const all: readonly GeneralCourse[] = ["etiquette", "emergencies", "communication"];
  return all.filter((course) => !passed.has(course));
}
