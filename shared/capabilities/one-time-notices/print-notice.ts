// The notice as it is handed over: five parts, what is to be corrected, a line to sign on. D1 annex cl. 1, 2 and 4.
import { showDateTime } from "../../kernel/date-time.ts";
import type { Text } from "../../kernel/text.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { ValuesOf } from "../../ledger/field.ts";
import { MANNERS } from "../../ledger/notice-words.ts";
import type { Printable, PrintableBlock } from "../../ledger/printable.ts";
import type { NOTICE_KINDS, NoticeFields } from "./notice-fields.ts";
import type { NoticeRow } from "./notice-rules.ts";

const TITLES: Readonly<Record<keyof typeof NOTICE_KINDS, Text>> = {
  information: { zh: "一次性告知书", en: "One-time notice" },
  correction: { zh: "一次性告知书(补正材料)", en: "One-time notice: materials to be corrected" },
  refusal: { zh: "不予办理告知书", en: "Notice of refusal" },
};

/** Important ones bear a number: 告〔2026〕12号, after the notice's serial, which has no gap. */
export function noticeNumber(serial: string): string {
  const [year = "", number = ""] = serial.split("-");
  return `告〔${year}〕${Number(number)}号`;
}

export function printNotice(
  { values }: NoticeRow,
  personal: ValuesOf<NoticeFields>,
  facts: LedgerFacts,
  serial: string,
): readonly Printable[] {
  const { kind = "information", manner, givenAt, givenBy = "", corrections = [] } = values;
  const matter = values.matter ? facts.findMatter(values.matter) : undefined;
  const manners: Text = manner ? MANNERS[manner] : { zh: "", en: "" };
  const blocks: PrintableBlock[] = [
    {
      kind: "fields",
      fields: [
        { label: { zh: "被告知人", en: "To" }, value: personal.recipient ?? "" },
        { label: { zh: "服务事项", en: "Service item" }, value: matter?.name.zh ?? "" },
        ...(values.caseNumber
          ? [{ label: { zh: "办件编号", en: "Case number" }, value: values.caseNumber }]
          : []),
        ...(kind === "information" && values.listVersion
          ? [{ label: { zh: "材料清单", en: "List of materials" }, value: values.listVersion }]
          : []),
        {
          label: { zh: "告知时间和方式", en: "Told at" },
          value: `${givenAt ? showDateTime(givenAt) : ""} ${manners.zh}`.trim(),
        },
      ],
    },
    ...(kind === "correction" ? correctionBlocks(corrections) : []),
    ...(kind === "refusal" ? refusalBlocks(values.refusalReasons ?? "") : fiveParts(values)),
    {
      kind: "paragraph",
      text: {
        zh: "以上为本事项一次告知的全部内容。没有在本告知书列明、因漏告使您再跑一趟的,可投诉,并可要求赔偿往返交通费。",
        en: "This is everything, told at once. If something that could have been named here makes you come twice, you may complain and claim your return fare.",
      },
    },
    {
      kind: "signatures",
      by: [
        { zh: `经办人:${givenBy}`, en: `Told by: ${givenBy}` },
        { zh: "被告知人(签收)", en: "Received by (signature)" },
      ],
    },
  ];
  return [
    {
      id: "notice",
      title: TITLES[kind],
      ...(values.important ? { number: noticeNumber(serial) } : { number: `编号 ${serial}` }),
      blocks,
    },
  ];
}

function correctionBlocks(corrections: readonly string[]): PrintableBlock[] {
  return [
    { kind: "heading", text: { zh: "您还需要补正的手续和资料", en: "What is still to be brought" } },
    { kind: "list", numbered: true, items: corrections },
    {
      kind: "paragraph",
      text: {
        zh: "补正期间暂停计算办理时限;材料补齐之日重新起算。",
        en: "The time limit stands still meanwhile and begins anew on the day everything is here.",
      },
    },
  ];
}

function refusalBlocks(reasons: string): PrintableBlock[] {
  return [
    { kind: "heading", text: { zh: "不予办理的理由", en: "Reasons for refusal" } },
    { kind: "paragraph", text: { zh: reasons, en: reasons } },
  ];
}

function fiveParts(values: ValuesOf<NoticeFields>): PrintableBlock[] {
  const { basis = "", limit = "", procedure = "", materials = [], refusalReasons = "" } = values;
  const part = (text: Text, value: string): PrintableBlock[] => [
    { kind: "heading", text },
    { kind: "paragraph", text: { zh: value, en: value } },
  ];
  return [
    ...part({ zh: "一、办理依据", en: "1. Basis" }, basis),
    ...part({ zh: "二、办理时限", en: "2. Time limit" }, limit),
    ...part({ zh: "三、办理程序", en: "3. Procedure" }, procedure),
    { kind: "heading", text: { zh: "四、所需的全部资料", en: "4. All materials" } },
    { kind: "list", numbered: true, items: materials },
    ...part({ zh: "五、不予办理的理由", en: "5. Reasons for refusal" }, refusalReasons),
  ];
}
