// The fees that the day's cases say were taken, service by service, with what their receipts lack. D1 三2.
import type { AskedRow, MatterFacts } from "../../ledger/facts.ts";

/** The seven living services, each 受理和收费, by the column that holds their cash: D1 三2, in its order. */
export const SERVICE_COLUMNS = {
  property: { post: "property-management", label: { zh: "物业", en: "Property management" } },
  electricity: { post: "electricity", label: { zh: "用电", en: "Electricity" } },
  water: { post: "water", label: { zh: "用水", en: "Water" } },
  gas: { post: "natural-gas", label: { zh: "天然气", en: "Natural gas" } },
  telecoms: { post: "telecoms", label: { zh: "通讯", en: "Telecoms" } },
  television: { post: "television", label: { zh: "电视", en: "Television" } },
  household: { post: "household-services", label: { zh: "家政", en: "Household services" } },
} as const;
export type ServiceColumn = keyof typeof SERVICE_COLUMNS;

export function isServiceColumn(id: string): id is ServiceColumn {
  return Object.hasOwn(SERVICE_COLUMNS, id);
}

export const CASH_COLUMNS: readonly ServiceColumn[] = Object.keys(SERVICE_COLUMNS).filter(isServiceColumn);

export interface CashOfDay {
  /** In fen; fees of matters that are no living service stand under `other`. */
  readonly fees: Readonly<Record<ServiceColumn | "other", number>>;
  readonly total: number;
  /** Numbers of cases with a fee and no receipt. */
  readonly withoutReceipt: readonly string[];
  /** Receipt numbers that stand at more than one case. */
  readonly twice: readonly string[];
}

/** @param cases the cases received that day */
export function cashOfDay(
  cases: readonly Pick<AskedRow, "serial" | "values">[],
  findMatter: (id: string) => Pick<MatterFacts, "post"> | undefined,
): CashOfDay {
  const fees: Record<ServiceColumn | "other", number> = {
    property: 0,
    electricity: 0,
    water: 0,
    gas: 0,
    telecoms: 0,
    television: 0,
    household: 0,
    other: 0,
  };
  const withoutReceipt: string[] = [];
  const receipts: string[] = [];
  let total = 0;
  for (const { serial, values } of cases) {
    const fee = typeof values.feeInFen === "number" ? values.feeInFen : 0;
    if (fee === 0) continue;
    const post = findMatter(String(values.matter))?.post;
    const column = CASH_COLUMNS.find((one) => SERVICE_COLUMNS[one].post === post) ?? "other";
    fees[column] += fee;
    total += fee;
    if (typeof values.receiptNumber === "string") receipts.push(values.receiptNumber);
    else withoutReceipt.push(serial);
  }
  const twice = receipts.filter((receipt, at) => receipts.indexOf(receipt) < at);
  return { fees, total, withoutReceipt, twice: [...new Set(twice)] };
}
