// What arrived at the centre lately, as its receipts say: proof for the hall.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { ReceiptView } from "../../rpc-contract.ts";
import { useSession } from "../frame/session.ts";
import { statusWords } from "./ledger-sync.tsx";

const WORDS = {
  receipts: { zh: "回执", en: "Receipts" },
  rows: { zh: "行", en: "rows" },
  number: { zh: "批号", en: "batch" },
} as const satisfies Record<string, Text>;

export interface ReceiptsProps {
  readonly receipts: readonly ReceiptView[];
  readonly titles: ReadonlyMap<string, Text>;
}

export function Receipts({ receipts, titles }: ReceiptsProps) {
  const { t } = useSession();
  return (
    <details>
      <summary>
        {t(WORDS.receipts)} ({receipts.length})
      </summary>
      <ul class="repairs">
        {receipts.map(({ ledger, batchId, receivedAt, rows, byStatus }) => (
          <li key={batchId}>
            <b>{showDateTime(receivedAt)}</b> {t(titles.get(ledger) ?? { zh: ledger, en: ledger })}
            <span class="soft">
              {rows} {t(WORDS.rows)}
              {Object.entries(byStatus).map(([status, count]) => ` · ${t(statusWords(status))} ${count}`)}
            </span>
            <span class="soft">
              {t(WORDS.number)} {batchId}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
