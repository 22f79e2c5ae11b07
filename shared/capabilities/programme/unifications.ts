// The five unifications (五统一) of D1 二, and what a hall still lacks of each.
import type { Text } from "../../kernel/text.ts";
import type { Unification } from "../../ledger/unifications.ts";

/** What is known of a hall, gathered from its entry and its registers. */
export interface UnificationFacts {
  /** “××社区便民服务大厅”. */
  readonly namedByPattern: boolean;
  /** What a photo showed to be as asked: `doorSign`, `administrativeZone`, `livingZone`, `flowDiagrams`. */
  readonly photographed: readonly string[];
  /** Of the eight posts those that have an active matter in the centre's catalogue. */
  readonly postsWithMatters: number;
  readonly basicSystemsMissing: readonly Text[];
  readonly postedSystemsMissing: readonly Text[];
  /** Of the eight posts those that somebody holds, and the people without both reporting lines. */
  readonly postsStaffed: number;
  readonly peopleWithoutLines: number;
  readonly hasTeam: boolean;
  readonly budgetPlanned: boolean;
}

const EIGHT = 8;

const SUBJECTS: Readonly<Record<string, Text>> = {
  doorSign: { zh: "门口牌子无照片", en: "no photo of the sign at the door" },
  administrativeZone: { zh: "行政事务区无照片", en: "no photo of the administrative zone" },
  livingZone: { zh: "生活服务区无照片", en: "no photo of the living services' zone" },
};

const LACKS: Readonly<Record<Unification, (facts: UnificationFacts) => Text[]>> = {
  image: ({ namedByPattern, photographed }) => [
    ...(namedByPattern ? [] : [{ zh: "名称不合统一格式", en: "its name is not of the one pattern" }]),
    ...Object.entries(SUBJECTS).flatMap(([subject, lack]) => (photographed.includes(subject) ? [] : [lack])),
  ],
  matters: ({ postsWithMatters }) =>
    postsWithMatters === EIGHT
      ? []
      : [
          {
            zh: `${EIGHT - postsWithMatters} 个岗位没有在办事项`,
            en: `${EIGHT - postsWithMatters} posts without an active service`,
          },
        ],
  flows: ({ photographed }) =>
    photographed.includes("flowDiagrams")
      ? []
      : [{ zh: "流程示意图未上墙", en: "flow diagrams are not displayed" }],
  norms: ({ basicSystemsMissing, postedSystemsMissing }) => [
    ...basicSystemsMissing.map(({ zh, en }) => ({ zh: `未施行：${zh}`, en: `not in force: ${en}` })),
    ...postedSystemsMissing.map(({ zh, en }) => ({ zh: `未上墙：${zh}`, en: `not on the wall: ${en}` })),
  ],
  resources: ({ postsStaffed, peopleWithoutLines, hasTeam, budgetPlanned }) => [
    ...(postsStaffed === EIGHT
      ? []
      : [
          {
            zh: `${EIGHT - postsStaffed} 个岗位无人`,
            en: `${EIGHT - postsStaffed} posts without anybody`,
          },
        ]),
    ...(peopleWithoutLines === 0
      ? []
      : [
          {
            zh: `${peopleWithoutLines} 人未定行政隶属或业务指导`,
            en: `${peopleWithoutLines} people without both reporting lines`,
          },
        ]),
    ...(hasTeam ? [] : [{ zh: "未编班组", en: "no team" }]),
    ...(budgetPlanned ? [] : [{ zh: "无年度费用计划", en: "no budget for the year" }]),
  ],
};

/** What a hall lacks of each of the five; nothing where it is as D1 二 asks. */
export function unificationsOf(facts: UnificationFacts): Record<Unification, readonly Text[]> {
  return {
    image: LACKS.image(facts),
    matters: LACKS.matters(facts),
    flows: LACKS.flows(facts),
    norms: LACKS.norms(facts),
    resources: LACKS.resources(facts),
  };
}
