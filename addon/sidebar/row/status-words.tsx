// A row's number and state in words; colour only repeats what the words say.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Definition } from "../definition/definition.ts";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";

const WORDS = {
  overdue: { zh: "已逾期", en: "overdue" },
  onTime: { zh: "按时", en: "on time" },
  late: { zh: "超期", en: "late" },
  voided: { zh: "已作废", en: "voided" },
  reason: { zh: "理由", en: "Reason" },
} as const satisfies Record<string, Text>;

export function StatusWords({ ledger, row }: { ledger: Definition; row: RowHistory }) {
  const { t } = useSession();
  const status = ledger.statuses[row.status]?.label;
  return (
    <>
      <p class="status">
        <b>{row.serial}</b>
        {row.voided ? (
          <span class="badge bad">{t(WORDS.voided)}</span>
        ) : (
          <span class="badge">{status ? t(status) : row.status}</span>
        )}
        {row.overdue && <span class="badge bad">{t(WORDS.overdue)}</span>}
        {row.onTime !== null && (
          <span class={row.onTime ? "badge good" : "badge bad"}>
            {t(row.onTime ? WORDS.onTime : WORDS.late)}
          </span>
        )}
      </p>
      {row.voided && (
        <Notice kind="warning">
          {t(WORDS.reason)}: {row.voided.reason} ({row.people?.[row.voided.by] ?? row.voided.by},{" "}
          {showDateTime(row.voided.at)})
        </Notice>
      )}
    </>
  );
}
