// What came of the last save: number, due date, correction notice; and what can be done with it now.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { useAction } from "../frame/use-action.ts";
import { call } from "../rpc/call.ts";
import type { SavedCase } from "./follow-case.ts";
import type { SlipData } from "./slip.tsx";

const WORDS = {
  due: { zh: "到期日", en: "Due" },
  given: { zh: "一次性告知已登记:", en: "Correction notice registered: " },
  owed: {
    zh: "一次性告知已列出,联网后自动补登:",
    en: "Correction notice listed; it is registered when the centre is back: ",
  },
  print: { zh: "打印回执", en: "Print slip" },
  jump: { zh: "在表格中找到", en: "Show in the sheet" },
} as const satisfies Record<string, Text>;

export function CaseSavedBar({ saved, print }: { saved: SavedCase; print: (slip: SlipData) => void }) {
  const { t } = useSession();
  const jumping = useAction(async () => {
    await call("selectRow", { ledger: cases.id, id: saved.id });
  });
  const { slip, notice } = saved;
  return (
    <Notice kind={saved.pending || notice === "owed" ? "warning" : "done"}>
      <p>
        {t(saved.words)}
        {slip && ` · ${t(slip.matter.name)}`}
        {slip?.dueDate && slip.missing.length === 0 && ` · ${t(WORDS.due)} ${slip.dueDate}`}
      </p>
      {notice !== "none" && (
        <p>
          {t(notice === "given" ? WORDS.given : WORDS.owed)}
          {slip?.missing.join(t({ zh: "、", en: ", " }))}
        </p>
      )}
      <p class="links">
        {slip && (
          <BusyButton look="link" onPress={() => print(slip)}>
            {t(WORDS.print)}
          </BusyButton>
        )}
        <BusyButton look="link" busy={jumping.busy} onPress={jumping.run}>
          {t(WORDS.jump)}
        </BusyButton>
      </p>
    </Notice>
  );
}
