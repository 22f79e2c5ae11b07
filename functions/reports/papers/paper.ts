// A printed paper with what every paper of a hall bears: its heading, its complaint phone, when it was printed.
import type { DateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Printable } from "../../../shared/ledger/printable.ts";

export interface Paper {
  readonly hall: Text;
  readonly complaintPhone: string;
  readonly printedAt: DateTime;
  readonly printable: Printable;
}

export const PAPER_TEXTS = {
  complaints: { zh: "监督投诉电话", en: "Complaints" },
  printed: { zh: "打印时间", en: "Printed at" },
  date: { zh: "日期", en: "Date" },
  ok: { zh: "合格", en: "in order" },
  notOk: { zh: "不合格", en: "not in order" },
} as const satisfies Record<string, Text>;
