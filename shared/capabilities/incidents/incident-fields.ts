// The columns and steps of an incident or hazard.
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";

export const incidentFields = {
  occurredAt: dateTime({ label: { zh: "发生(发现)时间", en: "Happened or noticed at" }, required: true }),
  kind: choice({
    label: { zh: "类别", en: "Kind" },
    // D3 二1 "防火、防盗、防人身伤害事故", D3 三7 "遇到意外情况".
    choices: {
      fire: { zh: "火情", en: "fire" },
      theft: { zh: "盗窃", en: "theft" },
      injury: { zh: "人身伤害", en: "injury" },
      system: { zh: "系统或数据", en: "systems or data" },
      dispute: { zh: "冲突纠纷", en: "dispute" },
      other: { zh: "其他", en: "other" },
    },
    required: true,
  }),
  gravity: choice({
    label: { zh: "程度", en: "Gravity" },
    choices: {
      hazard: { zh: "隐患", en: "hazard" },
      ordinary: { zh: "一般事件", en: "ordinary incident" },
      major: { zh: "重大事件", en: "major incident" },
    },
    required: true,
  }),
  place: text({ label: { zh: "地点", en: "Place" }, maxLength: 60, required: true }),
  description: longText({
    label: { zh: "经过", en: "What happened" },
    maxLength: 800,
    required: true,
    personal: true,
  }),
  cause: choice({
    label: { zh: "原因", en: "Cause" },
    choices: {
      negligence: { zh: "值班人员疏忽", en: "negligence on duty" },
      leftPost: { zh: "值班人员擅自离岗", en: "left the post without leave" },
      equipment: { zh: "设施设备", en: "equipment" },
      outside: { zh: "外来原因", en: "from outside" },
      unknown: { zh: "尚不清楚", en: "not known yet" },
    },
  }),
  onDuty: reference({ label: { zh: "当班值班人", en: "On duty" }, refersTo: "person" }),
  reportedAfterMinutes: integer({
    label: { zh: "报告用时(分钟)", en: "Reported after (minutes)" },
    help: { zh: "登记“报告”时自动算出", en: "worked out when the report is recorded" },
    maximum: 10_000_000,
  }),
};

export type IncidentRow = TypedRow<typeof incidentFields>;

export const incidentStatuses = {
  noticed: { label: { zh: "待报告", en: "to be reported" }, open: true },
  reported: { label: { zh: "已报告待处置", en: "reported" }, open: true },
  handled: { label: { zh: "已处置待结案", en: "dealt with" }, open: true },
  closed: { label: { zh: "已结案", en: "closed" }, open: false },
} as const;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

export const incidentTransitions = {
  report: {
    label: { zh: "报告", en: "report" },
    from: ["noticed"],
    fields: { at, to: text({ label: { zh: "报告给谁", en: "Reported to" }, maxLength: 60, required: true }) },
  },
  handle: {
    label: { zh: "处置", en: "deal with it" },
    from: ["reported"],
    fields: {
      at,
      measures: longText({ label: { zh: "处置措施", en: "Measures" }, maxLength: 500, required: true }),
      emergency: longText({
        label: { zh: "应急措施", en: "Emergency measures" },
        help: { zh: "重大事件必填(D4 六3)", en: "needed for a major incident (D4 六3)" },
        maxLength: 500,
      }),
      photos: attachments({ label: { zh: "照片", en: "Photos" } }),
    },
  },
  close: {
    label: { zh: "结案", en: "close" },
    from: ["handled"],
    fields: {
      at,
      result: longText({ label: { zh: "结果", en: "Result" }, maxLength: 500, required: true }),
    },
  },
} as const;
