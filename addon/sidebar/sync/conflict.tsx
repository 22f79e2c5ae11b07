// A row that two people changed: both versions side by side, field by field, until somebody chooses.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import type { ConflictView } from "../../rpc-contract.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";

const WORDS = {
  field: { zh: "栏目", en: "Field" },
  mine: { zh: "我的(表格)", en: "Mine (sheet)" },
  theirs: { zh: "对方(中心)", en: "Theirs (centre)" },
  keepMine: { zh: "保留我的", en: "Keep mine" },
  keepTheirs: { zh: "采用对方的", en: "Take theirs" },
  differs: { zh: "不同", en: "differs" },
} as const satisfies Record<string, Text>;

export interface ConflictProps {
  readonly ledger: string;
  readonly conflict: ConflictView;
  settled(): void;
}

export function Conflict({ ledger, conflict, settled }: ConflictProps) {
  const { t } = useSession();
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const choosing = useAction(async (keep: "mine" | "theirs") => {
    const answer = await call("resolveConflict", { ledger, id: conflict.id, keep });
    if (!answer.ok) return setProblems([answer.message]);
    const { status, problems: told } = answer.value;
    if (status === "refused" || status === "conflict") return setProblems(told.map(({ message }) => message));
    settled();
  });
  return (
    <article class="conflict" data-row={conflict.id}>
      <table>
        <caption>{conflict.serial}</caption>
        <thead>
          <tr>
            <th scope="col">{t(WORDS.field)}</th>
            <th scope="col">{t(WORDS.mine)}</th>
            <th scope="col">{t(WORDS.theirs)}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map(({ id, label, mine, theirs }) => (
            <tr key={id} class={mine === theirs ? "" : "differs"}>
              <th scope="row">
                {t(label)}
                {mine !== theirs && <span class="mark"> ≠</span>}
                {mine !== theirs && <span class="hidden"> {t(WORDS.differs)}</span>}
              </th>
              <td>{mine || "—"}</td>
              <td>{theirs || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <Notice kind="problem">
          {problems.map((message) => (
            <p key={message.en}>{t(message)}</p>
          ))}
        </Notice>
      )}
      <div class="buttons">
        <BusyButton
          label={`${t(WORDS.keepMine)} ${conflict.serial}`}
          busy={choosing.busy}
          onPress={() => choosing.run("mine")}
        >
          {t(WORDS.keepMine)}
        </BusyButton>
        <BusyButton
          label={`${t(WORDS.keepTheirs)} ${conflict.serial}`}
          busy={choosing.busy}
          onPress={() => choosing.run("theirs")}
        >
          {t(WORDS.keepTheirs)}
        </BusyButton>
      </div>
    </article>
  );
}
