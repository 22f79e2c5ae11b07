// What the last sync did, ledger by ledger, and what it left to people: conflicts, missing rows, repairs to look at.
import { useEffect, useState } from "preact/hooks";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { RpcResult, SyncReport } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { usePolling } from "../frame/use-polling.ts";
import { call } from "../rpc/call.ts";
import { type LedgerState, LedgerSync } from "./ledger-sync.tsx";
import { OlderRows } from "./older-rows.tsx";
import { Receipts } from "./receipts.tsx";

const WORDS = {
  sync: { zh: "立即同步", en: "Sync now" },
  running: {
    zh: "正在同步,行多时要几分钟;可以继续填表。",
    en: "Synchronising; with many rows this takes minutes. You can go on working.",
  },
  last: { zh: "上次同步", en: "Last sync" },
  never: { zh: "还没有同步过。", en: "Not synchronised yet." },
  calm: { zh: "一致的台账", en: "Ledgers that agree" },
  allWell: { zh: "全部一致,没有要处理的。", en: "Everything agrees; nothing is left to decide." },
} as const satisfies Record<string, Text>;

export function SyncView() {
  const { boot, t } = useSession();
  const [report, setReport] = useState<SyncReport | null>(null);
  const [failure, setFailure] = useState<Text | null>(null);
  const show = (answer: RpcResult<SyncReport>) => {
    if (answer.ok) setReport(answer.value);
    setFailure(answer.ok ? answer.value.error : answer.message);
    return answer;
  };
  const looking = useAction(async () => {
    // A centre's workbook only reads: there is nothing that waits in it.
    if (boot.mode === "hall") show(await call("syncState"));
  });
  const syncing = useAction(async () => {
    show(await call("sync"));
  });
  const polling = useAction(async () => {
    if (syncing.busy || boot.mode !== "hall") return;
    const answer = show(await call("syncState"));
    if (answer.ok && answer.value.editedAt) syncing.run();
  });
  const { run: look } = looking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sidebar opens
  useEffect(() => look(), []);
  usePolling(polling.run);
  const ledgers = report?.ledgers ?? [];
  const calm = ledgers.filter((state) => !needsSomebody(state) && state.repairs.length === 0);
  const allWell = report && report.at !== "" && !failure && !ledgers.some(needsSomebody);
  return (
    <>
      <div class="buttons">
        <BusyButton look="action" busy={syncing.busy} onPress={syncing.run}>
          {t(WORDS.sync)}
        </BusyButton>
      </div>
      <p role="status" class={syncing.busy ? "waiting" : "soft"}>
        {syncing.busy ? t(WORDS.running) : report && lastWords(report, t)}
      </p>
      {failure && <Notice kind="problem">{t(failure)}</Notice>}
      {allWell && <Notice kind="done">{t(WORDS.allWell)}</Notice>}
      {ledgers
        .filter((state) => !calm.includes(state))
        .map((state) => (
          <LedgerSync key={state.ledger} state={state} settled={look} />
        ))}
      {calm.length > 0 && (
        <details>
          <summary>
            {t(WORDS.calm)} ({calm.length})
          </summary>
          {calm.map((state) => (
            <LedgerSync key={state.ledger} state={state} settled={look} />
          ))}
        </details>
      )}
      {boot.mode === "hall" && report && <OlderRows years={report.years ?? []} done={look} />}
      {report?.receipts && report.receipts.length > 0 && (
        <Receipts
          receipts={report.receipts}
          titles={new Map(ledgers.map((state) => [state.ledger, state.title]))}
        />
      )}
    </>
  );
}

function needsSomebody({ pending, conflicts, missing, refused }: LedgerState): boolean {
  return pending + conflicts.length + missing.length + refused.length > 0;
}

function lastWords({ at }: SyncReport, t: (text: Text) => string): string {
  return at === "" ? t(WORDS.never) : `${t(WORDS.last)} ${showDateTime(at)}`;
}
