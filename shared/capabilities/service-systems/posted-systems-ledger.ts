// The six systems on the wall (六项制度上墙), each checked with a photo. D1 三4 “必须上墙公布”.
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED, rules } from "../../ledger/plain-register.ts";
import { SYSTEMS } from "./systems.ts";

const problems = defineProblems({
  posted_without_photo: {
    status: 422,
    zh: "“已上墙”须附照片(意见三4“必须上墙公布”)；请先上传照片。",
    en: "That it hangs on the wall is shown by a photo; please upload one first.",
  },
});

const {
  firstContact,
  timeLimitedCompletion,
  oneTimeNotice,
  serviceScope,
  complaintHandling,
  accountability,
} = SYSTEMS;
const checkedOn = { zh: "检查日期", en: "Checked on" };

export const postedSystems = defineLedger({
  id: "posted-systems",
  version: 1,
  title: { zh: "制度上墙检查", en: "Systems on the wall" },
  fields: {
    checkedOn: date({ label: checkedOn, required: true }),
    system: choice({
      label: { zh: "制度", en: "System" },
      choices: {
        firstContact,
        timeLimitedCompletion,
        oneTimeNotice,
        serviceScope,
        complaintHandling,
        accountability,
      },
      required: true,
      width: 140,
    }),
    onTheWall: flag({ label: { zh: "已上墙", en: "On the wall" }, required: true }),
    photos: attachments({ label: { zh: "照片", en: "Photos" } }),
    checkedBy: text({ label: { zh: "检查人", en: "Checked by" }, maxLength: 60, required: true }),
    note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
  },
  businessDate: "checkedOn",
  dimension: "system",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister({ upsert: ["clerk", "windowHead", "hallHead", "inspector", "centreAdmin"] }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "checkedOn", statuses: RECORDED }),
  check: rules(notInFuture("checkedOn", checkedOn), ({ values }) =>
    values.onTheWall === true && values.photos === undefined
      ? [problems.posted_without_photo({ field: "photos" })]
      : [],
  ),
});
