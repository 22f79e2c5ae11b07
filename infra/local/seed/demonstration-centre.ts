// The invented centre that a newcomer finds: twelve halls, their people, and a practice hall in another zone.

import type { Person } from "../../../functions/storage/directory-store.ts";
import type { Assignment } from "../../../shared/capabilities/organisation/assignment.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";

export const DEMO_CENTRE_ID = "demo-centre";
export const PRACTICE_CENTRE_ID = "practice-centre";

export const DEMO_CENTRES: readonly Centre[] = [
  {
    id: DEMO_CENTRE_ID,
    name: { zh: "演示社区管理中心", en: "Demonstration community centre" },
    policies: [],
    calendarYears: [],
    matters: [],
    programmes: [
      {
        id: "standardisation",
        name: { zh: "服务大厅规范化建设(演示)", en: "Standardisation of halls (demonstration)" },
        year: 2026,
        // The papers are for the year to come.
        submissionsDueOn: "2026-12-15",
        phases: [
          phase("启动阶段", "Beginning", "2026-08-24", "2026-09-30"),
          phase("实施阶段", "Carrying out", "2026-10-01", "2026-10-31"),
          phase("总结验收阶段", "Acceptance and roll-out", "2026-11-01", "2026-12-31"),
        ],
      },
    ],
    demonstration: true,
  },
  {
    id: PRACTICE_CENTRE_ID,
    name: { zh: "导入练习中心(演示)", en: "Import practice centre (demonstration)" },
    policies: [],
    calendarYears: [],
    matters: [
      {
        id: "permit-intake",
        name: { zh: "许可申请接收", en: "Permit intake" },
        initials: "XKSQJS",
        post: "welfare",
        serviceClass: "administrativeService",
        flow: "agencyHandling",
        timeLimit: 40,
        upstream: false,
        materials: [],
      },
    ],
    demonstration: true,
  },
];

function phase(zh: string, en: string, from: string, to: string) {
  return { name: { zh, en }, from: plainDate(from), to: plainDate(to) };
}

/** Invented communities; the name says so without breaking the pattern "××社区便民服务大厅" (D1 三1). */
const COMMUNITIES = [
  ["zhaohui", "朝晖", "Zhaohui"],
  ["yunxi", "云溪", "Yunxi"],
  ["hongmei", "红梅", "Hongmei"],
  ["qingyuan", "清源", "Qingyuan"],
  ["beihe", "北河", "Beihe"],
  ["nanyuan", "南苑", "Nanyuan"],
  ["xishan", "西山", "Xishan"],
  ["dongfeng", "东风", "Dongfeng"],
  ["jinshui", "金水", "Jinshui"],
  ["liulin", "柳林", "Liulin"],
  ["songhe", "松鹤", "Songhe"],
  ["taoyuan", "桃园", "Taoyuan"],
] as const;

export const DEMO_HALLS: readonly Hall[] = COMMUNITIES.map(([id, zh, en]) => ({
  ...hall(id, { zh: `${zh}(演示)社区便民服务大厅`, en: `${en} (demonstration) community service hall` }),
  community: { zh: `${zh}社区(演示)`, en: `${en} community (demonstration)` },
  windows: ["1号窗口", "2号窗口", "3号窗口", "4号窗口"],
  // D1 三3 “社区服务大厅为班组建制”.
  teams: [
    {
      name: "服务班(演示)",
      leader: `demo-windowhead.${id}`,
      members: ["windowhead", "clerk1", "clerk2", "utility"].map((who) => `demo-${who}.${id}`),
    },
  ],
}));

export const PRACTICE_HALL: Hall = {
  ...hall("amsterdam-practice", {
    zh: "阿姆斯特丹导入练习(演示)社区便民服务大厅",
    en: "Amsterdam import practice (demonstration) community service hall",
  }),
  timeZone: "Europe/Amsterdam",
  centres: [{ from: "2000-01", centre: PRACTICE_CENTRE_ID }],
};

function hall(id: string, name: Text): Hall {
  return {
    id,
    name,
    timeZone: "Asia/Shanghai",
    opensAt: "09:00",
    closesAt: "17:30",
    complaintPhone: "000-12345",
    centres: [{ from: "2020-01", centre: DEMO_CENTRE_ID }],
    // Nothing is owed for days before the demonstration's first.
    opensOn: plainDate("2026-08-24"),
    demonstration: true,
  };
}

const CENTRE_PEOPLE: readonly (readonly [id: string, role: Role, name: string])[] = [
  ["admin", "centreAdmin", "周演示(中心管理员)"],
  ["director", "director", "吴演示(主任)"],
  ["leader", "supervisingLeader", "郑演示(分管领导)"],
  ["department", "department", "王演示(社区管理室)"],
  ["inspector1", "inspector", "冯演示(检查员)"],
  ["inspector2", "inspector", "陈演示(检查员)"],
];

const HALL_PEOPLE: readonly (readonly [id: string, role: Role, title: string])[] = [
  ["head", "hallHead", "大厅负责人"],
  ["windowhead", "windowHead", "窗口负责人"],
  ["clerk1", "clerk", "窗口一"],
  ["clerk2", "clerk", "窗口二"],
  ["utility", "clerk", "供电窗口"],
];

/** Posts with both lines (D1 三3): led by the hall's head, guided by a department; of a living service by its employer. */
const POSTS: Readonly<Record<string, readonly [post: string, guidedBy: string, office: string]>> = {
  head: ["party", "office", "deputyDirector"],
  windowhead: ["mediation", "communityManagement", "member"],
  clerk1: ["welfare", "labourAndSocialSecurity", "none"],
  clerk2: ["migrants", "communityManagement", "none"],
};

function assignmentsOf(id: string, hall: string): Assignment[] {
  const from = plainDate("2026-08-24");
  const ledBy = id === "head" ? "demo-leader" : `demo-head.${hall}`;
  // D1 三3: staff of a living service, whom another employs, are assessed 70/30.
  if (id === "utility") {
    const employer = "供电公司(演示)";
    return [{ hall, from, post: "electricity", window: "4号窗口", employer, ledBy, committeeOffice: "none" }];
  }
  const [post, guidedBy, committeeOffice] = POSTS[id] ?? [];
  if (!post || !guidedBy || !committeeOffice) return [];
  const windows: Readonly<Record<string, string>> = {
    windowhead: "3号窗口",
    clerk1: "1号窗口",
    clerk2: "2号窗口",
  };
  const window = windows[id];
  return [{ hall, from, post, ledBy, guidedBy, committeeOffice, ...(window ? { window } : {}) }];
}

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫";

export const DEMO_PEOPLE: readonly Person[] = [
  ...CENTRE_PEOPLE.map(([id, role, name]) => person(id, name, { role, centre: DEMO_CENTRE_ID })),
  ...DEMO_HALLS.flatMap((at, index) =>
    HALL_PEOPLE.map(([id, role, title]) => ({
      ...person(`${id}.${at.id}`, `${SURNAMES[index] ?? "演"}演示(${title})`, {
        role,
        centre: DEMO_CENTRE_ID,
        hall: at.id,
      }),
      assignments: assignmentsOf(id, at.id),
    })),
  ),
  person("admin.practice", "韩演示(练习中心管理员)", { role: "centreAdmin", centre: PRACTICE_CENTRE_ID }),
  person("head.amsterdam-practice", "杨演示(练习大厅负责人)", {
    role: "hallHead",
    centre: PRACTICE_CENTRE_ID,
    hall: PRACTICE_HALL.id,
  }),
];

function person(id: string, name: string, grant: Person["grants"][number]): Person {
  return { id: `demo-${id}`, name, email: `${id}@demo.example`, grants: [grant], demonstration: true };
}
