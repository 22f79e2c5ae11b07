// A row that was deleted from the sheet: put it back, or void it with a reason; nothing is ever deleted.
import { useId, useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import type { LedgerState } from "./ledger-sync.tsx";

const WORDS = {
  putBack: { zh: "放回表格", en: "Put back" },
  void: { zh: "作废", en: "Void" },
  reason: { zh: "作废理由", en: "Reason for voiding" },
  reasonMissing: { zh: "作废要写明理由。", en: "Voiding needs a reason." },
} as const satisfies Record<string, Text>;

export interface MissingRowProps {
  readonly ledger: string;
  readonly row: LedgerState["missing"][number];
  settled(): void;
}

export function MissingRow({ ledger, row, settled }: MissingRowProps) {
  const { t } = useSession();
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const id = useId();
  const settling = useAction(async (how: "putBack" | "void") => {
    if (how === "void" && reason.trim() === "") {
      setProblems([WORDS.reasonMissing]);
      document.getElementById(id)?.focus();
      return;
    }
    const answer = await call("settleMissing", { ledger, id: row.id, how, reason: reason.trim() });
    if (!answer.ok) return setProblems([answer.message]);
    const { status, problems: told } = answer.value;
    if (status === "refused" || status === "conflict") return setProblems(told.map(({ message }) => message));
    settled();
  });
  return (
    <article class="missing-row" data-row={row.id}>
      <p>
        <b>{row.serial}</b>
      </p>
      <div class="field">
        <label for={id}>{t(WORDS.reason)}</label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problem`}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div id={`${id}-problem`}>
        {problems.length > 0 && (
          <Notice kind="problem">{problems.map((message) => t(message)).join(" ")}</Notice>
        )}
      </div>
      <div class="buttons">
        <BusyButton
          label={`${t(WORDS.putBack)} ${row.serial}`}
          busy={settling.busy}
          onPress={() => settling.run("putBack")}
        >
          {t(WORDS.putBack)}
        </BusyButton>
        <BusyButton
          look="danger"
          label={`${t(WORDS.void)} ${row.serial}`}
          busy={settling.busy}
          onPress={() => settling.run("void")}
        >
          {t(WORDS.void)}
        </BusyButton>
      </div>
    </article>
  );
}
