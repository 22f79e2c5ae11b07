// D5's licensing hall: catering permits by kind of business, training certificates, free documents.
import type { Material, Matter } from "../matter.ts";
import { CATERING_POST } from "../posts.ts";
import { type MatterRow, material, mattersOf } from "./matters-of.ts";

/** D5 二: the kinds whose numbers add up to the 740 permits of 2011, in the order of the text. */
export const CATERING_SUBTYPES: Matter["subtypes"] = [
  { id: "large-restaurant", name: { zh: "大型餐馆", en: "Large restaurant" } },
  { id: "medium-restaurant", name: { zh: "中型餐馆", en: "Medium restaurant" } },
  { id: "small-restaurant", name: { zh: "小型餐馆", en: "Small restaurant" } },
  { id: "snack-bar", name: { zh: "小吃店", en: "Snack bar" } },
  { id: "fast-food-shop", name: { zh: "快餐店", en: "Fast food shop" } },
  { id: "drinks-shop", name: { zh: "饮品店", en: "Drinks shop" } },
  { id: "staff-canteen", name: { zh: "单位食堂", en: "Staff canteen" } },
  { id: "school-canteen", name: { zh: "学校食堂", en: "School canteen" } },
  { id: "kindergarten-canteen", name: { zh: "幼儿园食堂", en: "Kindergarten canteen" } },
  { id: "steamed-bun-shop", name: { zh: "馒头房", en: "Steamed-bun shop" } },
  { id: "stall", name: { zh: "摊贩", en: "Stall" } },
];

const LARGE = [
  "large-restaurant",
  "medium-restaurant",
  "staff-canteen",
  "school-canteen",
  "kindergarten-canteen",
];
const SMALL = CATERING_SUBTYPES.map(({ id }) => id).filter((id) => !LARGE.includes(id));

/** D5 二(一): samples by size of business; the line between the sizes is this catalogue's default. */
const PERMIT_MATERIALS: Material[] = [
  material("application-form", "许可申请表", "Application form"),
  {
    ...material(
      "rules-large",
      "食品安全管理制度(大中型餐馆、食堂模式)",
      "Food safety rules (sample for large businesses)",
    ),
    subtypes: LARGE,
  },
  {
    ...material(
      "rules-small",
      "食品安全管理制度(小型餐饮模式)",
      "Food safety rules (sample for small businesses)",
    ),
    subtypes: SMALL,
  },
  material("floor-plan", "经营场所布局图", "Floor plan of the premises"),
];

/** The hall promises half of the statutory ceiling of 20 working days (行政许可法 42). */
const PERMIT: Pick<MatterRow, "flow" | "timeLimit" | "materials" | "subtypes" | "legacyName"> = {
  flow: "preliminaryReview",
  timeLimit: 10,
  materials: PERMIT_MATERIALS,
  subtypes: CATERING_SUBTYPES,
  legacyName: "餐饮服务许可证",
};

/** 食品经营许可管理办法, in force from 1 October 2015, put one food business licence in the permit's place. */
const REPLACED_ON = "2015-10-01";

export const CATERING_MATTERS = mattersOf(CATERING_POST, [
  {
    ...PERMIT,
    id: "catering-permit-new",
    name: { zh: "餐饮服务许可(新办)", en: "Catering permit (new)" },
    initials: "CYFWXKXB",
    retiredFrom: REPLACED_ON,
  },
  {
    ...PERMIT,
    id: "catering-permit-renewal",
    name: { zh: "餐饮服务许可(换发)", en: "Catering permit (renewal)" },
    initials: "CYFWXKHF",
    retiredFrom: REPLACED_ON,
  },
  {
    ...PERMIT,
    id: "food-business-licence-new",
    name: { zh: "食品经营许可(餐饮)新办", en: "Food business licence, catering (new)" },
    initials: "SPJYXKCYXB",
  },
  {
    ...PERMIT,
    id: "food-business-licence-renewal",
    name: { zh: "食品经营许可(餐饮)换发", en: "Food business licence, catering (renewal)" },
    initials: "SPJYXKCYHF",
  },
  {
    id: "training-certificate",
    name: { zh: "培训合格证", en: "Training certificate" },
    initials: "PXHGZ",
    flow: "agencyHandling",
    timeLimit: 5,
    materials: [material("pass-mark", "考试合格成绩", "Pass mark in the examination")],
  },
  {
    id: "free-documents",
    name: { zh: "免费资料发放", en: "Free documents" },
    initials: "MFZLFF",
    flow: "agencyHandling",
    timeLimit: 0,
  },
]);
