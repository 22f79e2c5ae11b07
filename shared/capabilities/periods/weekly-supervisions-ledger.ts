// Weekly supervision (每周督查): pre-filled findings, confirmed with owner and date. D1 三6 "每周一督查", D2 二(三).
import { CENTRE_READERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { textList } from "../../ledger/fields/list.ts";
import { clockProblems, derivePeriod, latestOf } from "./period-events.ts";
import { draftedStatus, periodFields, signingFields } from "./period-fields.ts";

export const weeklySupervisions = defineLedger({
  id: "weekly-supervisions",
  version: 1,
  title: { zh: "每周督查", en: "Weekly supervisions" },
  fields: periodFields,
  businessDate: "firstDay",
  dimension: null,
  written: "verbs",
  statuses: {
    drafted: draftedStatus,
    confirmed: { label: { zh: "已确认", en: "confirmed" }, open: false },
  },
  transitions: {
    confirm: {
      label: { zh: "确认", en: "confirm" },
      from: ["drafted", "confirmed"],
      fields: {
        ...signingFields,
        findings: textList({ label: { zh: "列为问题", en: "Findings" }, maxLength: 120 }),
        dismissed: textList({
          label: { zh: "不列为问题及理由", en: "Dismissed, with reasons" },
          maxLength: 400,
        }),
        /** D2 二(三): the full checks of the week, by their numbers; one record satisfies both documents. */
        fullChecks: textList({
          label: { zh: "本周的全面检查", en: "Full checks of the week" },
          maxLength: 20,
        }),
      },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: ["hallHead"],
    void: ["centreAdmin"],
    confirm: ["hallHead"],
  },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive(row) {
    const confirmed = latestOf(row.events, ["confirm"]) !== undefined;
    return derivePeriod(row, confirmed ? "confirmed" : "drafted", !confirmed);
  },
  check: clockProblems,
});
