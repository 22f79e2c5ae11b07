// The columns and steps of a check on weekly duty: planned in the sheet, recorded on the form, reported.
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { isValuesOf, type ValuesOf } from "../../ledger/field.ts";
import { checklist } from "../../ledger/fields/checklist.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { FOURTEEN_CONTENTS } from "./fourteen-contents.ts";

export const checkFields = {
  checkedOn: date({ label: { zh: "检查日期", en: "Checked on" }, required: true }),
  kind: choice({
    label: { zh: "检查方式", en: "Kind" },
    choices: {
      full: { zh: "全面检查", en: "full check" },
      surprise: { zh: "突击检查", en: "surprise check" },
    },
    required: true,
  }),
  inspectors: textList({ label: { zh: "到场检查人员", en: "Inspectors present" }, required: true }),
  absentees: textList({
    label: { zh: "缺席的值周人员", en: "On duty, but absent" },
    help: { zh: "每行一人,写成“姓名:原因”", en: "one a line, written as “name: reason”" },
  }),
  note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
};

export type WeeklyCheckRow = TypedRow<typeof checkFields>;

export const checkStatuses = {
  planned: { label: { zh: "待检查", en: "planned" }, open: true },
  recorded: { label: { zh: "已检查待通报", en: "recorded, to be reported" }, open: true },
  published: { label: { zh: "已通报", en: "reported" }, open: false },
} as const;

export const checkTransitions = {
  record: {
    label: { zh: "登记检查结果", en: "record what was found" },
    from: ["planned"],
    fields: {
      on: date({ label: { zh: "登记日期", en: "Recorded on" }, required: true }),
      contents: checklist({
        label: { zh: "检查内容", en: "Contents" },
        items: FOURTEEN_CONTENTS,
        required: true,
      }),
      sampledCases: textList({
        label: { zh: "抽查的办件编号", en: "Sampled cases" },
        help: { zh: "办件台账的编号,每行一个", en: "numbers of the case ledger, one a line" },
        maxLength: 20,
      }),
      sampleResult: longText({
        label: { zh: "抽查情况", en: "What the samples showed" },
        maxLength: 500,
      }),
      coordination: longText({
        label: { zh: "协调处理的事项", en: "Matters coordinated" },
        help: {
          zh: "D2 二(一)3:协调处理有关事项,保证服务站的正常运行",
          en: "D2 二(一)3: what was done to keep the hall in operation",
        },
        maxLength: 500,
      }),
      rectifyOwner: text({ label: { zh: "整改责任人", en: "Rectified by whom" }, maxLength: 60 }),
      rectifyBy: date({ label: { zh: "整改期限", en: "Rectified by" } }),
    },
  },
  publish: {
    label: { zh: "通报两委会", en: "report to the two committees" },
    from: ["recorded"],
    fields: {
      on: date({ label: { zh: "通报日期", en: "Reported on" }, required: true }),
      meeting: text({
        label: { zh: "两委会会议", en: "Meeting of the two committees" },
        maxLength: 100,
        required: true,
      }),
    },
  },
} as const;

type Recorded = ValuesOf<(typeof checkTransitions)["record"]["fields"]>;

/** What the check found; nothing while it is only planned. */
export function recordedOf({ events }: Pick<WeeklyCheckRow, "events">): Recorded | undefined {
  const data = events.find(({ action }) => action === "record")?.data;
  return data && isValuesOf(checkTransitions.record.fields, data) ? data : undefined;
}
