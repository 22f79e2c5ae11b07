// Backups of business data (数据备份登记). D3 三6 “业务数据要时时备份”.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { flag } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED } from "../../ledger/plain-register.ts";

const backedUpOn = { zh: "备份日期", en: "Backed up on" };

export const backupLogs = defineLedger({
  id: "backup-logs",
  version: 1,
  title: { zh: "数据备份登记", en: "Backups" },
  fields: {
    backedUpOn: date({ label: backedUpOn, required: true }),
    content: text({ label: { zh: "备份内容", en: "Content" }, required: true }),
    medium: text({ label: { zh: "存放介质与位置", en: "Medium and place" }, required: true }),
    backedUpBy: text({ label: { zh: "备份人", en: "By" }, maxLength: 60, required: true }),
    readBack: flag({ label: { zh: "已试读恢复", en: "Read back" }, required: true }),
  },
  businessDate: "backedUpOn",
  dimension: null,
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "backedUpOn", statuses: RECORDED }),
  check: notInFuture("backedUpOn", backedUpOn),
});
