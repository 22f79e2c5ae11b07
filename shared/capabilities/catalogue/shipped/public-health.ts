// 社区计划生育与公共卫生岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const PUBLIC_HEALTH_MATTERS = mattersOf(EIGHT_POSTS.publicHealth, [
  {
    id: "birth-service-certificate",
    name: { zh: "生育服务证", en: "Birth service certificate" },
    initials: "SYFWZ",
    flow: "agencyHandling",
    timeLimit: 1,
    materials: [material("marriage-certificate", "结婚证", "Marriage certificate")],
  },
  {
    id: "only-child-certificate",
    name: { zh: "独生子女证", en: "Only-child certificate" },
    initials: "DSZNZ",
    flow: "preliminaryReview",
    timeLimit: 3,
    legacyName: "独生子女证",
    // 人口与计划生育法 as amended, in force from 1 January 2016: no certificate for later births.
    retiredFrom: "2016-01-01",
  },
  {
    id: "only-child-allowance",
    name: { zh: "独生子女费", en: "Only-child allowance" },
    initials: "DSZNF",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    materials: [material("only-child-certificate", "独生子女证", "Only-child certificate")],
  },
  {
    id: "special-family-support",
    name: { zh: "特殊家庭扶助费", en: "Support for special families" },
    initials: "TSJTFZF",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    sensitive: true,
  },
  {
    id: "contraceptives",
    name: { zh: "避孕药具发放", en: "Handing out of contraceptives" },
    initials: "BYYJFF",
    flow: "agencyHandling",
    timeLimit: 0,
    anonymous: true,
  },
  {
    id: "residents-health-care",
    name: { zh: "居民卫生保健", en: "Residents' health care" },
    initials: "JMWSBJ",
    flow: "routineTask",
    timeLimit: null,
  },
  {
    id: "infant-immunisation",
    name: { zh: "婴幼儿免疫", en: "Immunisation of infants" },
    initials: "YYEMY",
    flow: "consultation",
    timeLimit: 0,
    sensitive: true,
    materials: [material("vaccination-book", "预防接种证", "Vaccination book")],
  },
  {
    id: "epidemic-and-hiv-prevention",
    name: { zh: "重大疫情和艾滋病预防", en: "Prevention of epidemics and HIV" },
    initials: "ZDYQHAZBYF",
    flow: "consultation",
    timeLimit: 0,
    anonymous: true,
  },
]);
