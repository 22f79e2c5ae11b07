// 社区福利与社会保障岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const WELFARE_MATTERS = mattersOf(EIGHT_POSTS.welfare, [
  {
    id: "household-registration",
    name: { zh: "户籍(身份证)", en: "Household registration (identity card)" },
    initials: "HJSFZ",
    flow: "agencyHandling",
    timeLimit: 1,
    upstream: true,
  },
  {
    id: "senior-card",
    name: { zh: "老年证", en: "Senior citizen's card" },
    initials: "LNZ",
    flow: "agencyHandling",
    timeLimit: 3,
    materials: [material("photo", "照片", "Photograph")],
  },
  {
    id: "preferential-treatment-card",
    name: { zh: "优待证", en: "Preferential treatment card" },
    initials: "YDZ",
    flow: "preliminaryReview",
    timeLimit: 3,
    upstream: true,
    materials: [material("service-proof", "服役证明", "Proof of service")],
  },
  {
    id: "disability-certificate",
    name: { zh: "残疾证", en: "Disability certificate" },
    initials: "CJZ",
    flow: "preliminaryReview",
    timeLimit: 3,
    upstream: true,
    sensitive: true,
    materials: [material("assessment-form", "残疾评定表", "Disability assessment form")],
  },
  {
    id: "elderly-and-child-insurance",
    name: { zh: "一老一小保险", en: "Insurance for the elderly and for children" },
    initials: "YLYXBX",
    flow: "agencyHandling",
    timeLimit: 3,
    materials: [material("household-register", "户口簿", "Household register")],
  },
  {
    id: "retiree-verification",
    name: { zh: "退休人员资格认证", en: "Verification of a retiree's entitlement" },
    initials: "TXRYZGRZ",
    flow: "agencyHandling",
    timeLimit: 0,
  },
  {
    id: "affordable-housing",
    name: { zh: "保障性住房", en: "Affordable housing" },
    initials: "BZXZF",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    materials: [
      material("income-proof", "收入证明", "Proof of income"),
      material("housing-proof", "住房证明", "Proof of housing"),
    ],
  },
  {
    id: "minimum-living-allowance",
    name: { zh: "低保", en: "Minimum living allowance" },
    initials: "DB",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    sensitive: true,
    materials: [
      material("authorisation", "核查授权书", "Authorisation to check the household's means"),
      material("income-proof", "收入证明", "Proof of income"),
    ],
  },
]);
