// Daily summaries (每日汇总): drafted at closing, signed by the hall's head. D1 三6 "每天一汇总".
import { CENTRE_READERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { clockProblems, derivePeriod, latestOf } from "./period-events.ts";
import { draftedStatus, periodFields, signingFields } from "./period-fields.ts";

export const dailySummaries = defineLedger({
  id: "daily-summaries",
  version: 1,
  title: { zh: "每日汇总", en: "Daily summaries" },
  fields: periodFields,
  businessDate: "firstDay",
  dimension: null,
  written: "verbs",
  statuses: {
    drafted: draftedStatus,
    signed: { label: { zh: "已签认", en: "signed" }, open: false },
  },
  transitions: {
    sign: {
      label: { zh: "签认", en: "sign" },
      // Signed again when figures changed after the first signature; both signatures are kept.
      from: ["drafted", "signed"],
      fields: signingFields,
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: ["hallHead"],
    void: ["centreAdmin"],
    sign: ["hallHead"],
  },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive(row) {
    const signed = latestOf(row.events, ["sign"]) !== undefined;
    return derivePeriod(row, signed ? "signed" : "drafted", !signed);
  },
  check: clockProblems,
});
