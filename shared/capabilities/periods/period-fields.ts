// The columns that every period ledger has: which rule asks for it, for which period, and what was signed.
import type { StatusDefinition } from "../../ledger/define-ledger.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { figures } from "./figures-field.ts";

/** The natural key is rule and period: a row's id follows from them, so that two people meet on one record. */
export const periodFields = {
  firstDay: date({ label: { zh: "期间首日", en: "First day" }, required: true }),
  lastDay: date({ label: { zh: "期间末日", en: "Last day" }, required: true }),
  period: text({ label: { zh: "期间", en: "Period" }, maxLength: 10, required: true }),
  rule: text({ label: { zh: "事项", en: "Duty" }, maxLength: 60, required: true }),
};

/** What is kept of a signature beside who and when. */
export const signingFields = {
  figures: figures({ label: { zh: "数字", en: "Figures" }, required: true }),
  deputyFor: text({ label: { zh: "代谁签认", en: "In the place of" }, maxLength: 100 }),
  note: longText({ label: { zh: "说明", en: "Note" }, maxLength: 500 }),
  pendingRows: integer({ label: { zh: "尚未上送的行", en: "Rows not yet sent" } }),
  refusedRows: integer({ label: { zh: "被退回的行", en: "Rows that were refused" } }),
};

export const reasonField = longText({
  label: { zh: "理由", en: "Reason" },
  maxLength: 300,
  required: true,
});

export const draftedStatus: StatusDefinition = { label: { zh: "待办", en: "drafted" }, open: true };
