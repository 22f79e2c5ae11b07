// What a request for leave adds to the figures, and the same counted a second time for the nightly proof.
import type { SumMetric } from "../../ledger/metric.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import type { LeaveRow } from "./leave-fields.ts";

function marked(zh: string, en: string, mark: string): SumMetric {
  return {
    label: { zh, en },
    combine: "sum",
    unit: "count",
    datedBy: "business",
    amount: (_, { marks }) => (marks.includes("leave") && marks.includes(mark) ? 1 : 0),
  };
}

export const leaveMetrics = {
  leaves: marked("请假", "Leaves", "leave"),
  /** The rules let no leave be approved otherwise; one that is still waiting counts against it. */
  rightTierWithCover: marked(
    "按规定审批并有人顶岗",
    "Approved at the right tier, with cover",
    "rightTierWithCover",
  ),
  rightTierRate: {
    label: { zh: "请假合规率", en: "Leaves in order" },
    combine: "ratio",
    numerator: "rightTierWithCover",
    denominator: ["leaves"],
  },
  retroactive: marked("事后补办", "Filed afterwards", "retroactive"),
  madeUpLate: marked("补办超期", "Filed afterwards, and late", "madeUpLate"),
  extensions: marked("续假", "Extensions", "extension"),
  filed: {
    label: { zh: "假条归档", en: "Slips filed" },
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: (_: unknown, { status }: Derived) => (status === "filed" ? 1 : 0),
  },
} as const;

const COUNTED = [
  ["rightTierWithCover", "rightTierWithCover"],
  ["retroactive", "retroactive"],
  ["madeUpLate", "madeUpLate"],
  ["extension", "extensions"],
] as const;

export function recountLeave({ values }: LeaveRow, { marks, status, closingDay }: Derived): Contribution[] {
  const { fromDay, type = null } = values;
  if (!fromDay || status === "refused" || status === "withdrawn") return [];
  const amounts: Record<string, number> = { leaves: 1 };
  for (const [mark, figure] of COUNTED) if (marks.includes(mark)) amounts[figure] = 1;
  if (status !== "filed" || closingDay === null) return [{ day: fromDay, dimension: type, amounts }];
  if (closingDay === fromDay) return [{ day: fromDay, dimension: type, amounts: { ...amounts, filed: 1 } }];
  return [
    { day: fromDay, dimension: type, amounts },
    { day: closingDay, dimension: type, amounts: { filed: 1 } },
  ];
}
