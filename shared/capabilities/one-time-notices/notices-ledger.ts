// One-time notices (一次性告知台账): what residents were told, in five parts, once. D1 annex 一次性告知制度.
import { dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { type NoticeFields, noticeFields, noticeTransitions } from "./notice-fields.ts";
import { noticeMetrics, recountNotice } from "./notice-metrics.ts";
import { noticeParts } from "./notice-parts.ts";
import { caseOfNotice, checkNotice, deriveNotice, noticeDuties } from "./notice-rules.ts";
import { printNotice } from "./print-notice.ts";

/** The case's own step sets them. */
const SET_BY_CASE = ["caseId", "verdict", "listOn", "listVersion"] as const;
const TOLD = [
  ...["givenAt", "kind", "matter", "subtype", "manner", "givenBy", "important"],
  ...["basis", "limit", "procedure", "materials", "refusalReasons", "corrections", "newReason"],
].filter((id): id is keyof NoticeFields => Object.hasOwn(noticeFields, id));

export const oneTimeNotices = defineLedger({
  id: "one-time-notices",
  version: 1,
  title: { zh: "一次性告知台账", en: "One-time notices" },
  fields: noticeFields,
  businessDate: "givenAt",
  dimension: "matter",
  statuses: {
    given: { label: { zh: "已告知", en: "given" }, open: false },
    toArchive: { label: { zh: "已告知待归档", en: "given, to be archived" }, open: true },
    archived: { label: { zh: "已归档", en: "archived" }, open: false },
  },
  transitions: noticeTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    unmask: ["centreAdmin", "inspector"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    archive: HALL_STAFF,
  },
  metrics: noticeMetrics,
  metricsVersion: 1,
  retentionYears: 5,
  fill: ({ values }, facts) => {
    const { matter: id, givenAt, listOn = givenAt && dateOf(givenAt) } = values;
    const matter = id ? facts.findMatter(id, listOn) : undefined;
    return matter ? noticeParts(matter, values) : {};
  },
  derive: deriveNotice,
  asks: caseOfNotice,
  check: (row, _, facts) => checkNotice(row, facts),
  // What was told is told: a slip of the pen is voided and told anew.
  locked: ({ values }) => [...SET_BY_CASE, ...(values.givenAt ? TOLD : [])],
  links: ({ values }) =>
    values.caseId ? [{ ledger: "cases", id: values.caseId, label: { zh: "所涉办件", en: "Case" } }] : [],
  print: printNotice,
  duties: noticeDuties,
  recount: recountNotice,
});
