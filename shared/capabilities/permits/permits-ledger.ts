// Permits given (许可证), by kind of business, and which have to be renewed. D5 二, 四.
import { HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  inOrder,
  notInFuture,
  personalRegister,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";

/** D5 二: the kinds whose numbers add up to the 740 permits of 2011, in the order of the text. */
export const PERMIT_KINDS = {
  "large-restaurant": { zh: "大型餐馆", en: "large restaurant" },
  "medium-restaurant": { zh: "中型餐馆", en: "medium restaurant" },
  "small-restaurant": { zh: "小型餐馆", en: "small restaurant" },
  "snack-bar": { zh: "小吃店", en: "snack bar" },
  "fast-food-shop": { zh: "快餐店", en: "fast food shop" },
  "drinks-shop": { zh: "饮品店", en: "drinks shop" },
  "staff-canteen": { zh: "单位食堂", en: "staff canteen" },
  "school-canteen": { zh: "学校食堂", en: "school canteen" },
  "kindergarten-canteen": { zh: "幼儿园食堂", en: "kindergarten canteen" },
  "steamed-bun-shop": { zh: "馒头房", en: "steamed-bun shop" },
  stall: { zh: "摊贩", en: "stall" },
} as const;

const labels = {
  issuedOn: { zh: "发证日期", en: "Issued on" },
  validUntil: { zh: "有效期至", en: "Valid until" },
};
const on = date({ label: { zh: "日期", en: "On" }, required: true });
const reason = text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true });

const statuses = {
  valid: { label: { zh: "有效", en: "valid" }, open: true },
  renewed: { label: { zh: "已换发", en: "renewed" }, open: false },
  cancelled: { label: { zh: "已注销", en: "cancelled" }, open: false },
} as const;

/**
 * A permit is open until it is renewed or cancelled and due on its last day: so the list of open rows by due date is
 * the renewal list, and “due soon” and “overdue” say which holders have to be told.
 */
export const permits = defineLedger({
  id: "permits",
  version: 1,
  title: { zh: "许可证台账", en: "Permits" },
  fields: {
    issuedOn: date({ label: labels.issuedOn, required: true }),
    permitNumber: text({ label: { zh: "许可证号", en: "Permit number" }, maxLength: 60, required: true }),
    holder: text({ label: { zh: "持证人", en: "Holder" }, maxLength: 60, required: true, personal: true }),
    premises: text({ label: { zh: "单位名称", en: "Premises" }, required: true }),
    kind: choice({ label: { zh: "业态", en: "Kind" }, choices: PERMIT_KINDS, required: true }),
    validUntil: date({ label: labels.validUntil, required: true }),
    caseSerial: text({ label: { zh: "办件编号", en: "Case" }, maxLength: 40 }),
    fileNumber: text({ label: { zh: "档号", en: "File number" }, maxLength: 40 }),
  },
  businessDate: "issuedOn",
  dimension: "kind",
  statuses,
  transitions: {
    renew: {
      label: { zh: "换发", en: "renew" },
      from: ["valid"],
      fields: {
        on,
        newNumber: text({ label: { zh: "新证号", en: "New number" }, maxLength: 60, required: true }),
      },
    },
    cancel: { label: { zh: "注销", en: "cancel" }, from: ["valid"], fields: { on, reason } },
  },
  access: personalRegister({ renew: HALL_STAFF, cancel: HALL_LEADERS }),
  metrics: { issued: counted("发证", "Permits issued") },
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({
    day: "issuedOn",
    due: "validUntil",
    statuses,
    after: { renew: "renewed", cancel: "cancelled" },
  }),
  check: rules(
    notInFuture("issuedOn", labels.issuedOn),
    inOrder({ field: "issuedOn", label: labels.issuedOn }, { field: "validUntil", label: labels.validUntil }),
    stepsInOrder("issuedOn"),
  ),
});
