// The columns of the one-time notices: the five parts that D1's annex names, and what a correction or a refusal adds.
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { MANNERS, NEW_REASONS, VERDICTS } from "../../ledger/notice-words.ts";

export const NOTICE_KINDS = {
  information: { zh: "办事告知", en: "what a matter needs" },
  correction: { zh: "补正告知", en: "correction list" },
  refusal: { zh: "不予办理告知", en: "refusal" },
} as const;

const FILLED = {
  zh: "留空由服务事项目录自动填写",
  en: "left empty, it is filled from the catalogue",
};

export const noticeFields = {
  givenAt: dateTime({ label: { zh: "告知时间", en: "Told at" }, required: true }),
  kind: choice({ label: { zh: "告知类别", en: "Kind" }, choices: NOTICE_KINDS, required: true }),
  matter: reference({ label: { zh: "服务事项", en: "Service item" }, refersTo: "matter", required: true }),
  subtype: reference({ label: { zh: "类别", en: "Kind of item" }, refersTo: "matter", width: 100 }),
  recipient: text({ label: { zh: "被告知人", en: "Told to" }, maxLength: 60, personal: true }),
  manner: choice({ label: { zh: "告知方式", en: "Manner" }, choices: MANNERS, required: true }),
  givenBy: text({ label: { zh: "经办人", en: "Told by" }, maxLength: 60, required: true }),
  basis: longText({ label: { zh: "依据", en: "Basis" }, help: FILLED, maxLength: 500 }),
  limit: text({ label: { zh: "时限", en: "Time limit" }, help: FILLED, maxLength: 200 }),
  procedure: longText({ label: { zh: "程序", en: "Procedure" }, help: FILLED, maxLength: 1000 }),
  materials: textList({ label: { zh: "所需全部资料", en: "All materials" }, help: FILLED }),
  refusalReasons: longText({
    label: { zh: "不予办理理由", en: "Reasons for refusal" },
    help: {
      zh: "不予办理告知必填;其他告知留空由服务事项目录自动填写",
      en: "needed for a refusal; otherwise left empty, it is filled from the catalogue",
    },
    maxLength: 1000,
  }),
  corrections: textList({
    label: { zh: "需补正的材料", en: "To be corrected" },
    help: { zh: "补正告知必填,一次写全", en: "needed for a correction list: everything, at once" },
  }),
  newReason: choice({
    label: { zh: "再次告知的理由", en: "Reason for a new list" },
    help: { zh: "再次告知写了首次没有的材料时选", en: "where a later list names something new" },
    choices: NEW_REASONS,
  }),
  important: flag({
    label: { zh: "重要事项(编文号存档)", en: "Important: numbered and archived" },
  }),
  caseNumber: text({ label: { zh: "办件编号", en: "Case number" }, maxLength: 20 }),
  verdict: choice({ label: { zh: "核对", en: "Verdict" }, choices: VERDICTS }),
  // The system's own: the case that it was given on, the day whose catalogue holds, and the version that was found.
  caseId: text({ label: { zh: "办件", en: "Case" }, maxLength: 40, hidden: true }),
  listOn: date({ label: { zh: "材料清单日期", en: "Day of the list" }, hidden: true }),
  listVersion: text({
    label: { zh: "材料清单版本", en: "Version of the list" },
    maxLength: 40,
    hidden: true,
  }),
};

export type NoticeFields = typeof noticeFields;

export const noticeTransitions = {
  archive: {
    label: { zh: "归档", en: "archive" },
    from: ["toArchive"],
    fields: {
      at: dateTime({ label: { zh: "归档时间", en: "Archived at" }, required: true }),
      place: text({
        label: { zh: "存放位置或卷号", en: "Place or file number" },
        maxLength: 120,
        required: true,
      }),
      signed: flag({ label: { zh: "被告知人已签收", en: "Signed by the recipient" }, required: true }),
      scan: attachments({ label: { zh: "签收件扫描", en: "Scan of the signed notice" }, most: 3 }),
    },
  },
} as const;
