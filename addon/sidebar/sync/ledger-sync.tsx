// One ledger in the sync sidebar: its counts, then its conflicts, missing rows and repairs.
import type { Text } from "../../../shared/kernel/text.ts";
import type { SyncReport } from "../../rpc-contract.ts";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { Conflict } from "./conflict.tsx";
import { MissingRow } from "./missing-row.tsx";
import { RefusedRow } from "./refused-row.tsx";

export type LedgerState = SyncReport["ledgers"][number];

const WORDS = {
  rows: { zh: "行数", en: "Rows" },
  sent: { zh: "送出", en: "Sent" },
  received: { zh: "收到", en: "Received" },
  pending: { zh: "等待送出", en: "Waiting" },
  refused: {
    zh: "被退回的行标成了红色:请按“提示”一栏改好,再同步一次。",
    en: "Rows that were refused are marked red: mend them as their hint says, then synchronise again.",
  },
  conflicts: { zh: "冲突:两边都改过,请选一个", en: "Conflicts: both sides changed, please choose" },
  missing: { zh: "从表格里消失的行", en: "Rows gone from the sheet" },
  repairs: { zh: "自动修复", en: "Repairs made" },
  before: { zh: "原来", en: "before" },
  after: { zh: "现在", en: "after" },
} as const satisfies Record<string, Text>;

/** The backend's answers in words. */
const STATUSES: Readonly<Record<string, Text>> = {
  accepted: { zh: "已接受", en: "Accepted" },
  unchanged: { zh: "无变化", en: "Unchanged" },
  merged: { zh: "已合并", en: "Merged" },
  conflict: { zh: "冲突", en: "In conflict" },
  refused: { zh: "被退回", en: "Refused" },
};

export function statusWords(status: string): Text {
  return STATUSES[status] ?? { zh: status, en: status };
}

export function LedgerSync({ state, settled }: { state: LedgerState; settled: () => void }) {
  const { t } = useSession();
  const { conflicts, missing, refused, repairs, ledger } = state;
  const answers = Object.entries(state.byStatus).filter(([, count]) => count > 0);
  return (
    <section class="ledger" data-ledger={ledger}>
      <h2>{t(state.title)}</h2>
      <dl class="counts">
        <Count label={t(WORDS.rows)} count={state.rows} />
        <Count label={t(WORDS.sent)} count={state.sent} />
        <Count label={t(WORDS.received)} count={state.received} />
        <Count label={t(WORDS.pending)} count={state.pending} />
        {answers.map(([status, count]) => (
          <Count key={status} label={t(statusWords(status))} count={count} />
        ))}
      </dl>
      {refused.length > 0 && <Notice kind="warning">{t(WORDS.refused)}</Notice>}
      {refused.map((row) => (
        <RefusedRow key={row.id} ledger={ledger} row={row} settled={settled} />
      ))}
      {conflicts.length > 0 && <h3>{t(WORDS.conflicts)}</h3>}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.id} ledger={ledger} conflict={conflict} settled={settled} />
      ))}
      {missing.length > 0 && <h3>{t(WORDS.missing)}</h3>}
      {missing.map((row) => (
        <MissingRow key={row.id} ledger={ledger} row={row} settled={settled} />
      ))}
      {repairs.length > 0 && <h3>{t(WORDS.repairs)}</h3>}
      <ul class="repairs">
        {repairs.map(({ place, what, before, after }) => (
          <li key={`${place}${what.en}`}>
            <b>{place}</b> {t(what)}
            <span class="soft">
              {t(WORDS.before)} <del>{before || "—"}</del> → {t(WORDS.after)} <ins>{after || "—"}</ins>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  );
}
