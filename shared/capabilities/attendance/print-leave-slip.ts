// The leave slip on paper (《请假登记表》): numbered, with everybody who agreed, for the office's file (D3 一2).
import { showDateTime } from "../../kernel/date-time.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Values } from "../../ledger/field.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { Printable } from "../../ledger/printable.ts";
import { nameOf } from "./cover-rules.ts";
import { showSpan, workingHalves } from "./half-days.ts";
import { askedSpan, type LeaveRow, leaveFields } from "./leave-fields.ts";
import { showSize } from "./leave-size.ts";
import { leaveTransitions } from "./leave-transitions.ts";
import { LEAVE_TYPES } from "./leave-types.ts";

export function printLeaveSlip(
  row: LeaveRow,
  personal: Values,
  facts: LedgerFacts,
  serial: string,
): readonly Printable[] {
  const { values } = row;
  const span = askedSpan(values);
  if (!span || !values.person || !values.cover || !values.type) return [];
  const size = workingHalves(span, facts.calendar).length;
  const text = (id: string) => (typeof personal[id] === "string" ? personal[id] : "");
  const entries: readonly (readonly [keyof typeof leaveFields, string])[] = [
    ["person", nameOf(values.person, facts)],
    ["type", LEAVE_TYPES[values.type].zh],
    ["reason", text("reason")],
    ["appliedAt", showDateTime(values.appliedAt ?? "")],
    ["cover", `${nameOf(values.cover, facts)}${hasConsented(row) ? "(已同意)" : "(未答复)"}`],
    ["continues", values.continues ?? ""],
    ["proof", values.proof ?? ""],
    ["handover", text("handover")],
    ["lateReason", text("lateReason")],
  ];
  return [
    {
      id: "slip",
      title: { zh: "请假登记表", en: "Leave slip" },
      number: `假条 ${serial}`,
      blocks: [
        {
          kind: "fields",
          fields: [
            ...entries
              .filter(([, value]) => value !== "")
              .map(([id, value]) => ({ label: leaveFields[id].label, value })),
            { label: { zh: "起止时间", en: "From – until" }, value: showSpan(span).zh },
            { label: { zh: "请假天数(工作日)", en: "Working days" }, value: showSize(size).zh },
          ],
        },
        { kind: "heading", text: { zh: "审批", en: "Approval" } },
        {
          kind: "table",
          columns: [
            { zh: "时间", en: "At" },
            { zh: "审批人", en: "By" },
            { zh: "意见", en: "Opinion" },
          ],
          rows: approvalsOf(row, facts),
        },
        {
          kind: "signatures",
          by: [
            { zh: "请假人", en: "Person on leave" },
            { zh: "顶岗人员", en: "Cover" },
            { zh: "审批人", en: "Approved by" },
            { zh: "办公室存档", en: "Filed by the office" },
          ],
        },
      ],
    },
  ];
}

function hasConsented({ events }: LeaveRow): boolean {
  const last = events.findLast(({ action }) => ["consent", "declineCover", "replaceCover"].includes(action));
  return last?.action === "consent";
}

function approvalsOf({ events }: LeaveRow, facts: LedgerFacts): readonly (readonly string[])[] {
  return events.flatMap(({ action, by, data, enteredAt }) => {
    if (action === "refuse") return [[showDateTime(enteredAt), nameOf(by, facts), "不批准"]];
    if (action !== "approve" || !isValuesOf(leaveTransitions.approve.fields, data)) return [];
    const opinion = [data.opinion ?? "同意", data.dueWorkReason ?? ""]
      .filter((part) => part !== "")
      .join(";");
    return [[showDateTime(enteredAt), nameOf(by, facts), opinion]];
  });
}
