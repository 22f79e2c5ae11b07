// A row that was sent back: why, where it stands, and the reason that an accepted month asks for.
import { useId, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { MONTH_LOCKED } from "../form/change-reason.tsx";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import type { LedgerState } from "./ledger-sync.tsx";

const WORDS = {
  reason: { zh: "更改已验收月份的理由", en: "Reason for changing an accepted month" },
  send: { zh: "写明理由并报送", en: "Send with the reason" },
  missing: { zh: "请写明理由(至少两个字)。", en: "Please give a reason (two characters at least)." },
  show: { zh: "在表格中找到这一行", en: "Show in the sheet" },
} as const satisfies Record<string, Text>;

export interface RefusedRowProps {
  readonly ledger: string;
  readonly row: LedgerState["refused"][number];
  settled(): void;
}

export function RefusedRow({ ledger, row, settled }: RefusedRowProps) {
  const { t } = useSession();
  const [reason, setReason] = useState("");
  const [told, setTold] = useState<readonly Text[]>([]);
  const id = useId();
  const isLocked = row.problems.some(({ code }) => code === MONTH_LOCKED);
  const sending = useAction(async () => {
    if (reason.trim().length < 2) {
      setTold([WORDS.missing]);
      document.getElementById(id)?.focus();
      return;
    }
    const answer = await call("giveReason", { ledger, id: row.id, reason: reason.trim() });
    if (!answer.ok) return setTold([answer.message]);
    const { status, problems } = answer.value;
    if (status === "refused" || status === "conflict") return setTold(problems.map(({ message }) => message));
    settled();
  });
  const showing = useAction(async () => {
    const answer = await call("selectRow", { ledger, id: row.id });
    if (!answer.ok) setTold([answer.message]);
  });
  return (
    <article class="missing-row" data-row={row.id}>
      <p>
        <b>{row.serial}</b> {row.problems.map(({ message }) => t(message)).join(" ")}
      </p>
      {isLocked && (
        <div class="field">
          <label for={id}>{t(WORDS.reason)}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            aria-invalid={told.length > 0}
            aria-describedby={`${id}-problem`}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
      <div id={`${id}-problem`}>
        {told.length > 0 && <Notice kind="problem">{told.map((message) => t(message)).join(" ")}</Notice>}
      </div>
      <div class="buttons">
        {isLocked && (
          <BusyButton
            label={`${t(WORDS.send)} ${row.serial}`}
            busy={sending.busy}
            onPress={() => sending.run()}
          >
            {t(WORDS.send)}
          </BusyButton>
        )}
        <BusyButton
          look="link"
          label={`${t(WORDS.show)} ${row.serial}`}
          busy={showing.busy}
          onPress={() => showing.run()}
        >
          {t(WORDS.show)}
        </BusyButton>
      </div>
    </article>
  );
}
