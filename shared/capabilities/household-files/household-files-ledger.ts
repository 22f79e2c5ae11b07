// One file per household (一户一档): what it holds, whether it is written up, where it stands. D5 二.
import { HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  notInFuture,
  type PlainRule,
  personalRegister,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";
import { printHouseholdCover } from "./print-household-cover.ts";

const problems = defineProblems({
  second_file_of_a_household: {
    status: 422,
    zh: "编号“{number}”的档案已经立档(一户一档)；请在原档案中续写。",
    en: "There is a file {number} already (one file per household); please go on in that one.",
  },
});

const openedOn = { zh: "立档日期", en: "Opened on" };

/** D5 二 “申请办理资料均按一户一档保存”. */
const oneFilePerHousehold: PlainRule = ({ values }, _, facts) =>
  facts.rowsOf("household-files").some((row) => row.values.fileNumber === values.fileNumber)
    ? [problems.second_file_of_a_household({ field: "fileNumber", number: String(values.fileNumber) })]
    : [];

const statuses = {
  collecting: { label: { zh: "收集中", en: "collecting" }, open: true },
  // A file lives as long as its household: it stays among the open ones, so that no second one is opened.
  writtenUp: { label: { zh: "已整理在档", en: "written up" }, open: true },
  closed: { label: { zh: "已销档", en: "closed" }, open: false },
} as const;

export const HOUSEHOLD_KINDS = {
  household: { zh: "居民户", en: "household" },
  catering: { zh: "餐饮业户", en: "catering business" },
  other: { zh: "其他", en: "other" },
} as const;

export const householdFiles = defineLedger({
  id: "household-files",
  version: 1,
  title: { zh: "一户一档", en: "Household files" },
  fields: {
    openedOn: date({ label: openedOn, required: true }),
    fileNumber: text({ label: { zh: "档号", en: "File number" }, maxLength: 40, required: true }),
    household: text({
      label: { zh: "户主或业户", en: "Household" },
      maxLength: 60,
      required: true,
      personal: true,
    }),
    kind: choice({ label: { zh: "类别", en: "Kind" }, choices: HOUSEHOLD_KINDS, required: true }),
    /** Across matters: the serials of the cases whose papers lie in it. */
    cases: textList({ label: { zh: "所含办件编号", en: "Cases" }, maxLength: 40 }),
    permitNumber: text({ label: { zh: "许可证号", en: "Permit" }, maxLength: 60 }),
    place: text({ label: { zh: "存放位置", en: "Place" }, maxLength: 80 }),
  },
  businessDate: "openedOn",
  dimension: "kind",
  statuses,
  transitions: {
    writeUp: {
      label: { zh: "整理归档", en: "write up" },
      from: ["collecting"],
      fields: { on: date({ label: { zh: "归档日期", en: "Written up on" }, required: true }) },
    },
    goOn: {
      label: { zh: "续写", en: "go on" },
      from: ["writtenUp"],
      fields: { on: date({ label: { zh: "日期", en: "On" }, required: true }) },
    },
    close: {
      label: { zh: "销档", en: "close" },
      from: ["collecting", "writtenUp"],
      fields: {
        on: date({ label: { zh: "销档日期", en: "Closed on" }, required: true }),
        reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
      },
    },
  },
  access: personalRegister({ writeUp: HALL_STAFF, goOn: HALL_STAFF, close: HALL_LEADERS }),
  metrics: {
    opened: counted("立档户数", "Files opened"),
    // By the day of opening, like the number that they are a share of.
    writtenUp: counted(
      "已整理归档",
      "Files written up",
      "business",
      (_, { status }) => status === "writtenUp",
    ),
    writtenUpShare: {
      label: { zh: "整理归档率", en: "Share written up" },
      combine: "ratio",
      numerator: "writtenUp",
      denominator: ["opened"],
    },
  },
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({
    day: "openedOn",
    statuses,
    after: { writeUp: "writtenUp", goOn: "collecting", close: "closed" },
  }),
  check: rules(notInFuture("openedOn", openedOn), stepsInOrder("openedOn"), oneFilePerHousehold),
  asks: () => [{ ledger: "household-files", open: true }],
  print: (row, personal) => [printHouseholdCover(row.values, personal.household ?? "")],
});
