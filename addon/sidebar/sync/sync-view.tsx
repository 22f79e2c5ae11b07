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
import { LedgerSync } from "./ledger-sync.tsx";

const WORDS = {
  sync: { zh: "立即同步", en: "Sync now" },
  running: {
    zh: "正在同步,行多时要几分钟;可以继续填表。",
    en: "Synchronising; with many rows this takes minutes. You can go on working.",
  },
  last: { zh: "上次同步", en: "Last sync" },
  never: { zh: "还没有同步过。", en: "Not synchronised yet." },
  allWell: { zh: "全部一致,没有要处理的。", en: "Everything agrees; nothing is left to decide." },
} as const satisfies Record<string, Text>;

export function SyncView() {
  const { t } = useSession();
  const [report, setReport] = useState<SyncReport | null>(null);
  const [failure, setFailure] = useState<Text | null>(null);
  const show = (answer: RpcResult<SyncReport>) => {
    if (answer.ok) setReport(answer.value);
    setFailure(answer.ok ? answer.value.error : answer.message);
  };
  const looking = useAction(async () => show(await call("syncState")));
  const syncing = useAction(async () => show(await call("sync")));
  const { run: look } = looking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sidebar opens
  useEffect(() => look(), []);
  usePolling(syncing.run);
  const ledgers = report?.ledgers ?? [];
  const calm = ledgers.every(
    ({ pending, conflicts, missing }) => pending + conflicts.length + missing.length === 0,
  );
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
      {report && report.at !== "" && calm && !failure && <Notice kind="done">{t(WORDS.allWell)}</Notice>}
      {ledgers.map((state) => (
        <LedgerSync key={state.ledger} state={state} settled={look} />
      ))}
    </>
  );
}

function lastWords({ at }: SyncReport, t: (text: Text) => string): string {
  return at === "" ? t(WORDS.never) : `${t(WORDS.last)} ${showDateTime(at)}`;
}
