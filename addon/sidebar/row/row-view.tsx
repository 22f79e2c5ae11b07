// One row from all sides: state, due date, values, what can be done next, and who did what when.
import { useEffect, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { RpcResult } from "../../rpc-contract.ts";
import type { Definition } from "../definition/definition.ts";
import { DueLine } from "../due/due-line.tsx";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import { type RowHistory, readHistory } from "../rpc/history.ts";
import { ResponsibilityPart } from "./responsibility.tsx";
import { ROW_PARTS } from "./row-parts.ts";
import { RowSteps } from "./row-steps.tsx";
import { StatusWords } from "./status-words.tsx";
import { Timeline } from "./timeline.tsx";
import { ValueList } from "./value-list.tsx";

const WORDS = {
  back: { zh: "返回", en: "Back" },
  loading: { zh: "正在取这一行的经过…", en: "Fetching the row's history…" },
  refresh: { zh: "刷新", en: "Refresh" },
  jump: { zh: "在表格中找到这一行", en: "Show in the sheet" },
  unreadable: {
    zh: "中心的回答看不懂;请刷新页面后再试。",
    en: "The centre's answer could not be read; please reload the page.",
  },
  masked: { zh: "您的岗位看不到完整的个人信息。", en: "Your role sees personal details masked." },
  erased: {
    zh: "个人信息已按期删除,经过仍可查证。",
    en: "Personal details were erased; the history stays provable.",
  },
  values: { zh: "登记内容", en: "What is registered" },
  timeline: { zh: "经过", en: "Timeline" },
} as const satisfies Record<string, Text>;

export function RowView({ ledger, id, back }: { ledger: Definition; id: string; back?: () => void }) {
  const { t } = useSession();
  const [answer, setAnswer] = useState<RpcResult<unknown> | null>(null);
  const loading = useAction(async () => setAnswer(await call("rowHistory", { ledger: ledger.id, id })));
  const jumping = useAction(async () => {
    const result = await call("selectRow", { ledger: ledger.id, id });
    if (!result.ok) setAnswer(result);
  });
  const { run } = loading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each row
  useEffect(() => run(), [ledger.id, id]);
  const row = answer?.ok ? readHistory(answer.value) : null;
  return (
    <>
      <p class="links">
        {back && (
          <BusyButton look="link" onPress={back}>
            ← {t(WORDS.back)}
          </BusyButton>
        )}
        <BusyButton look="link" busy={jumping.busy} onPress={jumping.run}>
          {t(WORDS.jump)}
        </BusyButton>
        <BusyButton look="link" busy={loading.busy} onPress={run}>
          {t(WORDS.refresh)}
        </BusyButton>
      </p>
      {!answer && (
        <p class="waiting" role="status">
          {t(WORDS.loading)}
        </p>
      )}
      {answer && !answer.ok && <Notice kind="problem">{t(answer.message)}</Notice>}
      {answer?.ok && !row && <Notice kind="problem">{t(WORDS.unreadable)}</Notice>}
      {row && <RowBody key={row.id} ledger={ledger} row={row} reload={run} />}
    </>
  );
}

function RowBody({ ledger, row, reload }: { ledger: Definition; row: RowHistory; reload: () => void }) {
  const { t } = useSession();
  const Part = ROW_PARTS[ledger.id];
  return (
    <>
      <StatusWords ledger={ledger} row={row} />
      {(row.dueDate || row.trace.length > 0) && <DueLine {...row} />}
      {row.masked && <Notice kind="note">{t(WORDS.masked)}</Notice>}
      {row.erased && <Notice kind="note">{t(WORDS.erased)}</Notice>}
      <ResponsibilityPart row={row} />
      {Part && <Part row={row} />}
      {!row.voided && <RowSteps ledger={ledger} row={row} done={reload} />}
      <h2>{t(WORDS.values)}</h2>
      <ValueList ledger={ledger} values={row.values} />
      <h2>{t(WORDS.timeline)}</h2>
      <Timeline ledger={ledger} row={row} />
    </>
  );
}
