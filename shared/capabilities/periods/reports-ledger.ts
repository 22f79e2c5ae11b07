// Reports (上报): submitted, accepted and locked, or returned with a reason. D1 三6 "每月一上报", D5 三.
import { CENTRE_READERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import { clockProblems, derivePeriod, latestOf } from "./period-events.ts";
import { draftedStatus, periodFields, reasonField, signingFields } from "./period-fields.ts";

const STATUS_AFTER: Readonly<Record<string, "submitted" | "accepted" | "returned">> = {
  submit: "submitted",
  accept: "accepted",
  return: "returned",
};

export const reports = defineLedger({
  id: "reports",
  version: 1,
  title: { zh: "上报", en: "Reports" },
  fields: periodFields,
  businessDate: "firstDay",
  dimension: null,
  written: "verbs",
  statuses: {
    drafted: draftedStatus,
    submitted: { label: { zh: "已上报待审", en: "submitted" }, open: true },
    returned: { label: { zh: "已退回待改", en: "returned" }, open: true },
    accepted: { label: { zh: "已审核通过(锁定)", en: "accepted (locked)" }, open: false },
  },
  transitions: {
    submit: {
      label: { zh: "上报", en: "submit" },
      // From accepted only while it is unlocked: the caller sees to that.
      from: ["drafted", "submitted", "returned", "accepted"],
      fields: {
        ...signingFields,
        /** Name of the stored snapshot: SHA-256 of its bytes, in hexadecimal. */
        snapshot: text({ label: { zh: "存档指纹", en: "Snapshot" }, maxLength: 64, required: true }),
        /** Hash of what the snapshot says, without who took it and when: equal when nothing has changed. */
        content: text({ label: { zh: "内容指纹", en: "Content" }, maxLength: 64, required: true }),
        unsignedDays: integer({ label: { zh: "未签认的天数", en: "Days not signed" } }),
      },
    },
    accept: {
      label: { zh: "审核通过", en: "accept" },
      from: ["submitted"],
      fields: {
        snapshot: text({ label: { zh: "存档指纹", en: "Snapshot" }, maxLength: 64, required: true }),
      },
    },
    return: {
      label: { zh: "退回", en: "return" },
      from: ["submitted"],
      fields: { reason: reasonField },
    },
    unlock: {
      label: { zh: "限时解锁", en: "unlock" },
      from: ["accepted"],
      fields: {
        reason: reasonField,
        until: dateTime({ label: { zh: "截止", en: "Until" }, required: true }),
        ledgers: textList({ label: { zh: "解锁的台账", en: "Ledgers" }, required: true }),
      },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: ["hallHead"],
    void: ["centreAdmin"],
    submit: ["hallHead"],
    accept: ["department", "centreAdmin"],
    return: ["department", "centreAdmin"],
    unlock: ["director", "centreAdmin"],
  },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 10,
  derive(row) {
    const last = latestOf(row.events, Object.keys(STATUS_AFTER));
    const status = STATUS_AFTER[last?.action ?? ""] ?? "drafted";
    return derivePeriod(row, status, status !== "accepted");
  },
  check: clockProblems,
});
