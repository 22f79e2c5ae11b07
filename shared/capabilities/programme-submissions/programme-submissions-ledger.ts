// What a community hands in for a programme: funding plan and implementation scheme. D1 四(一) "7月15日前".
import { compareDateTimes, dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";

const problems = defineProblems({
  clock_backwards: {
    status: 409,
    zh: "系统时间早于上次办理的时间;请管理员核对服务器时钟后再办。",
    en: "The clock is behind the last step taken here; please have the server's clock checked.",
  },
});

const STATUS_AFTER: Readonly<Record<string, "submitted" | "accepted" | "returned">> = {
  submit: "submitted",
  accept: "accepted",
  return: "returned",
};

const reason = longText({ label: { zh: "理由", en: "Reason" }, maxLength: 300, required: true });

export const programmeSubmissions = defineLedger({
  id: "programme-submissions",
  version: 1,
  title: { zh: "规范化建设申报", en: "Programme submissions" },
  fields: {
    firstDay: date({ label: { zh: "年度首日", en: "First day" }, required: true }),
    lastDay: date({ label: { zh: "年度末日", en: "Last day" }, required: true }),
    period: text({ label: { zh: "年度", en: "Year" }, maxLength: 10, required: true }),
    rule: text({ label: { zh: "申报材料", en: "Paper" }, maxLength: 60, required: true }),
  },
  businessDate: "firstDay",
  dimension: null,
  written: "verbs",
  statuses: {
    drafted: { label: { zh: "待报", en: "drafted" }, open: true },
    submitted: { label: { zh: "已申报待审", en: "submitted" }, open: true },
    returned: { label: { zh: "已退回待改", en: "returned" }, open: true },
    accepted: { label: { zh: "已审核通过", en: "accepted" }, open: false },
  },
  transitions: {
    submit: {
      label: { zh: "申报", en: "submit" },
      from: ["drafted", "submitted", "returned"],
      fields: {
        title: text({ label: { zh: "材料名称", en: "Title" }, required: true }),
        amountInFen: fen({ label: { zh: "申请资金(元)", en: "Funds asked for (yuan)" } }),
        document: text({
          label: { zh: "材料链接或文号", en: "Link or number" },
          maxLength: 300,
          required: true,
        }),
        deputyFor: text({ label: { zh: "代谁申报", en: "In the place of" } }),
      },
    },
    accept: { label: { zh: "审核通过", en: "accept" }, from: ["submitted"], fields: {} },
    return: { label: { zh: "退回", en: "return" }, from: ["submitted"], fields: { reason } },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: ["hallHead"],
    void: ["centreAdmin"],
    submit: ["hallHead"],
    accept: ["department", "centreAdmin"],
    return: ["department", "centreAdmin"],
  },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 10,
  derive(row) {
    const { firstDay } = row.values;
    if (!firstDay) throw new Error("a submission without its year was accepted");
    const last = row.events.at(-1);
    const status = STATUS_AFTER[last?.action ?? ""] ?? "drafted";
    return {
      status,
      open: status !== "accepted",
      businessDay: firstDay,
      closingDay: status === "accepted" && last ? dateOf(last.enteredAt) : null,
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
    };
  },
  check(row) {
    const times = [row.enteredAt, ...row.events.map(({ enteredAt }) => enteredAt)];
    const backwards = times.some((at, index) => {
      const before = times[index - 1];
      return before !== undefined && compareDateTimes(at, before) < 0;
    });
    return backwards ? [problems.clock_backwards({})] : [];
  },
});
