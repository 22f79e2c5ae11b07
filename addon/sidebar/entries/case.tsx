// The sidebar that shows the row selected in a ledger's sheet, and takes its next steps.
import type { Text } from "../../../shared/kernel/text.ts";
import { BusyButton } from "../frame/busy-button.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { start } from "../frame/start.tsx";
import { AnyRow } from "../row/any-row.tsx";

const WORDS = {
  title: { zh: "本件", en: "This case" },
  choose: {
    zh: "请在台账里点一下要看的那一行,再按“看选中的行”。",
    en: "Click the row that you want to see in its ledger, then press “Show the selected row”.",
  },
  show: { zh: "看选中的行", en: "Show the selected row" },
} as const satisfies Record<string, Text>;

function CaseSidebar() {
  const { boot, t, reload } = useSession();
  return (
    <>
      {boot.selected ? (
        <AnyRow key={boot.selected.id} ledger={boot.selected.ledger} id={boot.selected.id} />
      ) : (
        <Notice kind="note">{t(WORDS.choose)}</Notice>
      )}
      <div class="buttons">
        <BusyButton onPress={reload}>{t(WORDS.show)}</BusyButton>
      </div>
    </>
  );
}

start(WORDS.title, CaseSidebar);
