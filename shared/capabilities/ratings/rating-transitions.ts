// The loop of a bad rating: to rectify, rectifying, done, called back; invalid and cannot be rectified are audited.
import type { StatusDefinition, Transition } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";

export const ratingStatuses = {
  recorded: { label: { zh: "已评价", en: "recorded" }, open: false },
  toRectify: { label: { zh: "差评待整改", en: "bad, to be rectified" }, open: true },
  rectifying: { label: { zh: "整改中", en: "being rectified" }, open: true },
  underAudit: { label: { zh: "待审核", en: "under audit" }, open: true },
  rectified: { label: { zh: "已整改", en: "rectified" }, open: false },
  invalid: { label: { zh: "无效差评", en: "invalid rating" }, open: false },
  cannotRectify: { label: { zh: "无法整改", en: "cannot be rectified" }, open: false },
  confirmed: { label: { zh: "已回访销号", en: "called back, closed" }, open: false },
} as const satisfies Record<string, StatusDefinition>;

export type RatingStatus = keyof typeof ratingStatuses;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

export const CLAIMS = {
  invalid: { zh: "误评、恶意差评(无效)", en: "mistaken or malicious: invalid" },
  cannotRectify: { zh: "无法整改(如政策规定)", en: "cannot be rectified, such as a rule of law" },
} as const;

export const ratingTransitions = {
  beginRectifying: {
    label: { zh: "开始整改", en: "begin rectifying" },
    from: ["toRectify"],
    fields: {
      at,
      cause: longText({
        label: { zh: "差评原因(已联系核实)", en: "Cause, as verified" },
        maxLength: 300,
        required: true,
      }),
      owner: text({ label: { zh: "整改责任人", en: "Owner" }, maxLength: 60, required: true }),
    },
  },
  handOver: {
    label: { zh: "移交整改", en: "hand over" },
    from: ["rectifying"],
    fields: {
      at,
      owner: text({ label: { zh: "整改责任人", en: "Owner" }, maxLength: 60, required: true }),
      reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
    },
  },
  finishRectifying: {
    label: { zh: "整改完成", en: "rectified" },
    from: ["rectifying"],
    fields: {
      at,
      measure: longText({ label: { zh: "整改措施", en: "Measure" }, maxLength: 500, required: true }),
    },
  },
  claim: {
    label: { zh: "申请认定", en: "claim that it is invalid or cannot be rectified" },
    from: ["toRectify", "rectifying"],
    fields: {
      at,
      kind: choice({ label: { zh: "申请认定为", en: "Claimed" }, choices: CLAIMS, required: true }),
      reason: longText({
        label: { zh: "理由和依据", en: "Reason and basis" },
        maxLength: 500,
        required: true,
      }),
    },
  },
  audit: {
    label: { zh: "审核", en: "audit" },
    from: ["underAudit"],
    fields: {
      at,
      upheld: flag({ label: { zh: "同意认定", en: "Agreed" }, required: true }),
      opinion: longText({ label: { zh: "审核意见", en: "Opinion" }, maxLength: 300, required: true }),
    },
  },
  callBack: {
    label: { zh: "回访", en: "call back" },
    from: ["rectified", "cannotRectify"],
    fields: {
      at,
      content: choice({
        label: { zh: "回访结果", en: "Result" },
        choices: {
          content: { zh: "认可", en: "content" },
          notContent: { zh: "不认可", en: "not content" },
          unreachable: { zh: "联系不上", en: "could not be reached" },
        },
        required: true,
      }),
      note: text({ label: { zh: "说明", en: "Note" }, maxLength: 200 }),
    },
  },
} as const satisfies Record<string, Transition>;
