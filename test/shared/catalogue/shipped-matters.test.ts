// The shipped catalogue against the documents it was taken from.
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  catalogueFaults,
  findMatter,
  materialsFor,
} from "../../../shared/capabilities/catalogue/catalogue.ts";
import { Matter, Post } from "../../../shared/capabilities/catalogue/matter.ts";
import {
  CATERING_POST,
  EIGHT_POSTS,
  LIVING_SERVICES,
  SHIPPED_POSTS,
} from "../../../shared/capabilities/catalogue/posts.ts";
import { SHIPPED_MATTERS } from "../../../shared/capabilities/catalogue/shipped-matters.ts";

const FLOW_LETTERS = {
  A: "agencyHandling",
  R: "preliminaryReview",
  Q: "consultation",
  T: "routineTask",
} as const;

/** Post, what it handles, and `flow limit[+ext]; materials` of each, as the catalogue's table states them. */
const TABLE: readonly (readonly [post: string, rows: readonly (readonly [name: string, terms: string])[]])[] =
  [
    [
      "社区福利与社会保障岗",
      [
        ["户籍(身份证)", "A 1+ext"],
        ["老年证", "A 3; 照片"],
        ["优待证", "R 3+ext; 服役证明"],
        ["残疾证", "R 3+ext; 残疾评定表"],
        ["一老一小保险", "A 3; 户口簿"],
        ["退休人员资格认证", "A 0"],
        ["保障性住房", "R 5+ext; 收入证明, 住房证明"],
        ["低保", "R 5+ext; 核查授权书, 收入证明"],
      ],
    ],
    [
      "社区计划生育与公共卫生岗",
      [
        ["生育服务证", "A 1; 结婚证"],
        ["独生子女证", "R 3"],
        ["独生子女费", "R 5+ext; 独生子女证"],
        ["特殊家庭扶助费", "R 5+ext"],
        ["避孕药具发放", "A 0"],
        ["居民卫生保健", "T"],
        ["婴幼儿免疫", "Q 0; 预防接种证"],
        ["重大疫情和艾滋病预防", "Q 0"],
      ],
    ],
    [
      "再就业与协解管理岗",
      [
        ["再就业登记", "A 1; 解除劳动关系证明"],
        ["再就业培训", "A 3; 培训申请表"],
        ["上岗管理", "T"],
        ["协解人员日常管理", "T"],
      ],
    ],
    [
      "社区纠纷调解与法律咨询岗",
      [
        ["法律咨询", "Q 0"],
        ["民间纠纷调解", "T 20; 调解申请书"],
        ["联系法律援助", "A 1+ext; 经济困难说明"],
      ],
    ],
    [
      "流动人口与出租房屋岗",
      [
        ["出租房屋登记", "A 1; 租赁合同"],
        ["流动人口登记", "A 1"],
        ["流动人口与出租房屋管理与服务", "T"],
      ],
    ],
    [
      "社区综治安全岗",
      [
        ["综治保卫", "T"],
        ["征兵", "R 3+ext"],
        ["民兵管理", "T"],
        ["军烈属优抚", "R 5+ext; 军烈属证明"],
        ["消防、安全生产检查", "T 5"],
        ["社区环保", "Q 3"],
      ],
    ],
    [
      "社区党员服务岗",
      [
        ["离退休党员和流动党员管理", "T"],
        ["组织关系接转", "R 1+ext; 组织关系介绍信"],
        ["帮扶困难党员", "R 5+ext"],
      ],
    ],
    ["社区文化体育岗", [["文体活动", "T; 场地申请表"]]],
    ...["物业", "用电", "用水", "天然气", "通讯", "电视", "家政"].map(
      (service) =>
        [
          service,
          [
            [`${service}收费`, "A 0; 户号"],
            [`${service}业务受理`, "A 1; 户号"],
            [`${service}报修转办`, "A 3; 户号"],
          ],
        ] as const,
    ),
    [
      "餐饮服务许可窗口",
      [
        ["餐饮服务许可(新办)", "R 10; 许可申请表, 规章制度, 经营场所布局图"],
        ["餐饮服务许可(换发)", "R 10; 许可申请表, 规章制度, 经营场所布局图"],
        ["食品经营许可(餐饮)新办", "R 10; 许可申请表, 规章制度, 经营场所布局图"],
        ["食品经营许可(餐饮)换发", "R 10; 许可申请表, 规章制度, 经营场所布局图"],
        ["培训合格证", "A 5; 考试合格成绩"],
        ["免费资料发放", "A 0"],
      ],
    ],
  ];

function termsOf(matter: Matter): string {
  const letter = Object.entries(FLOW_LETTERS).find(([, flow]) => flow === matter.flow)?.[0];
  const limit = matter.timeLimit === null ? "" : ` ${matter.timeLimit}`;
  // Of the samples of rules by size of business an applicant sees one: the table knows them as one material.
  const names = new Set(
    matter.materials.map(({ name, subtypes }) => (subtypes === undefined ? name.zh : "规章制度")),
  );
  const materials = names.size === 0 ? "" : `; ${[...names].join(", ")}`;
  return `${letter}${limit}${matter.upstream ? "+ext" : ""}${materials}`;
}

function namesWhere(holds: (matter: Matter) => boolean): string[] {
  return SHIPPED_MATTERS.filter(holds).map(({ name }) => name.zh);
}

describe("the shipped catalogue", () => {
  test("has the shape of a catalogue and no fault", () => {
    expect(z.array(Matter).safeParse(SHIPPED_MATTERS).error).toBeUndefined();
    expect(z.array(Post).safeParse(SHIPPED_POSTS).error).toBeUndefined();
    expect(catalogueFaults(SHIPPED_MATTERS, SHIPPED_POSTS)).toEqual([]);
  });

  test("has the eight posts, the seven living services and the permit window, in the order of the documents", () => {
    expect(SHIPPED_POSTS.map(({ name }) => name.zh)).toEqual(TABLE.map(([post]) => post));
    expect(Object.values(EIGHT_POSTS)).toHaveLength(8);
    expect(Object.values(LIVING_SERVICES)).toHaveLength(7);
  });

  test("keeps administrative and living services apart", () => {
    const living = SHIPPED_POSTS.filter(({ serviceClass }) => serviceClass === "livingService");
    expect(living).toEqual(Object.values(LIVING_SERVICES));
  });

  test.each(TABLE)("gives %s exactly its matters, with flow, limit and materials", (postName, rows) => {
    const post = SHIPPED_POSTS.find(({ name }) => name.zh === postName);
    const matters = SHIPPED_MATTERS.filter((matter) => matter.post === post?.id);
    expect(matters.map((matter) => [matter.name.zh, termsOf(matter)])).toEqual(rows);
  });

  test("lists no matter outside the table", () => {
    expect(SHIPPED_MATTERS).toHaveLength(TABLE.reduce((sum, [, rows]) => sum + rows.length, 0));
  });

  test("leaves only standing duties without a limit", () => {
    expect(namesWhere(({ timeLimit }) => timeLimit === null)).toEqual([
      "居民卫生保健",
      "上岗管理",
      "协解人员日常管理",
      "流动人口与出租房屋管理与服务",
      "综治保卫",
      "民兵管理",
      "离退休党员和流动党员管理",
      "文体活动",
    ]);
  });

  test("names nobody where visitors are only counted", () => {
    expect(namesWhere(({ anonymous }) => anonymous)).toEqual(["避孕药具发放", "重大疫情和艾滋病预防"]);
  });

  test("restricts what tells of disability, hardship, family support or vaccination", () => {
    expect(namesWhere(({ sensitive }) => sensitive)).toEqual([
      "残疾证",
      "低保",
      "特殊家庭扶助费",
      "婴幼儿免疫",
      "联系法律援助",
      "军烈属优抚",
      "帮扶困难党员",
    ]);
  });

  test("takes a fee once at each living service and nowhere else", () => {
    expect(namesWhere(({ fee }) => fee)).toEqual(
      Object.values(LIVING_SERVICES).map(({ name }) => `${name.zh}收费`),
    );
  });

  test("retires what is obsolete, from the day it ceased", () => {
    const retired = SHIPPED_MATTERS.filter(({ retiredFrom }) => retiredFrom !== undefined);
    expect(retired.map(({ id, legacyName, retiredFrom }) => [id, legacyName, retiredFrom])).toEqual([
      ["only-child-certificate", "独生子女证", "2016-01-01"],
      ["catering-permit-new", "餐饮服务许可证", "2015-10-01"],
      ["catering-permit-renewal", "餐饮服务许可证", "2015-10-01"],
    ]);
  });

  test("asks nobody for a copy of an identity card", () => {
    const materials = SHIPPED_MATTERS.flatMap((matter) => matter.materials.map(({ name }) => name.zh));
    expect(materials.filter((name) => name.includes("身份证"))).toEqual([]);
  });

  test.each(SHIPPED_MATTERS.map(({ name, initials }) => [name.zh, initials]))(
    "spells the initials of %s as its pinyin does",
    (name, initials) => {
      const letters = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "removed" });
      expect(initials).toBe(letters.join("").toUpperCase());
    },
  );
});

describe("a catering permit", () => {
  const permits = SHIPPED_MATTERS.filter(
    ({ post, legacyName }) => post === CATERING_POST.id && legacyName !== undefined,
  );

  test("comes in the eleven kinds whose numbers made up the 740 of 2011", () => {
    const counts: Record<string, number> = {
      大型餐馆: 12,
      中型餐馆: 19,
      小型餐馆: 231,
      小吃店: 252,
      快餐店: 46,
      饮品店: 2,
      单位食堂: 7,
      学校食堂: 67,
      幼儿园食堂: 8,
      馒头房: 38,
      摊贩: 58,
    };
    expect(permits).toHaveLength(4);
    for (const { subtypes } of permits) {
      expect(subtypes.map(({ name }) => name.zh)).toEqual(Object.keys(counts));
      expect(subtypes.reduce((sum, { name }) => sum + (counts[name.zh] ?? Number.NaN), 0)).toBe(740);
    }
  });

  test("asks each kind for form, floor plan and the one sample of rules that fits its size", () => {
    for (const permit of permits) {
      for (const { id } of permit.subtypes) {
        expect(materialsFor(permit, id).map((material) => material.id)).toEqual([
          "application-form",
          expect.stringMatching(/^rules-/),
          "floor-plan",
        ]);
      }
    }
  });

  test("asks a canteen for the large sample and a stall for the small one", () => {
    const permit = findMatter(SHIPPED_MATTERS, "food-business-licence-new");
    const rulesFor = (subtype: string) =>
      permit && materialsFor(permit, subtype).find(({ subtypes }) => subtypes !== undefined)?.id;
    expect(rulesFor("school-canteen")).toBe("rules-large");
    expect(rulesFor("stall")).toBe("rules-small");
  });
});
