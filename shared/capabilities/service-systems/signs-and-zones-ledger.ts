// The sign at the door, the two zones, the diagrams displayed: each with a dated photo. D1 三1, 三2, 三5.
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED, rules } from "../../ledger/plain-register.ts";

const problems = defineProblems({
  sign_without_photo: {
    status: 422,
    zh: "“符合要求”须附带日期的照片；请先上传照片。",
    en: "That it is as asked is shown by a dated photo; please upload one first.",
  },
});

const checkedOn = { zh: "拍照日期", en: "Photographed on" };

export const signsAndZones = defineLedger({
  id: "signs-and-zones",
  version: 1,
  title: { zh: "标识与分区检查", en: "Signs and zones" },
  fields: {
    checkedOn: date({ label: checkedOn, required: true }),
    subject: choice({
      label: { zh: "检查对象", en: "Subject" },
      choices: {
        doorSign: { zh: "门口牌子", en: "sign at the door" },
        administrativeZone: { zh: "行政事务服务区", en: "zone of administrative services" },
        livingZone: { zh: "生活服务区", en: "zone of living services" },
        flowDiagrams: { zh: "流程示意图", en: "flow diagrams" },
      },
      required: true,
      width: 130,
    }),
    asRequired: flag({
      label: { zh: "符合要求", en: "As asked" },
      help: {
        zh: "牌子挂于门口显眼位置；区域有明确划分和标示",
        en: "in a prominent place; zoned and labelled",
      },
      required: true,
    }),
    photos: attachments({ label: { zh: "照片", en: "Photos" } }),
    checkedBy: text({ label: { zh: "检查人", en: "Checked by" }, maxLength: 60, required: true }),
    note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
  },
  businessDate: "checkedOn",
  dimension: "subject",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister({ upsert: ["clerk", "windowHead", "hallHead", "inspector", "centreAdmin"] }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "checkedOn", statuses: RECORDED }),
  check: rules(notInFuture("checkedOn", checkedOn), ({ values }) =>
    values.asRequired === true && values.photos === undefined
      ? [problems.sign_without_photo({ field: "photos" })]
      : [],
  ),
});
