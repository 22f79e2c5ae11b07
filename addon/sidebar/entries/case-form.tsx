// The sidebar that logs a case, or enters a row of any other ledger of the workbook.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import { ENTRY_PARTS } from "../form/entry-parts.ts";
import { LedgerEntry } from "../form/ledger-entry.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { start } from "../frame/start.tsx";

const WORDS = {
  title: { zh: "登记", en: "New entry" },
  ledger: { zh: "台账", en: "Ledger" },
  notSetUp: {
    zh: "这个工作簿还没有建好台账;请在菜单打开“设置”。",
    en: "This workbook has no ledgers yet; open “Settings” in the menu.",
  },
} as const satisfies Record<string, Text>;

function EntrySidebar() {
  const { boot, t } = useSession();
  const ledgers = boot.ledgers.flatMap((id) => findLedger(id) ?? []);
  const [id, setId] = useState(boot.selected?.ledger ?? ledgers[0]?.id);
  const ledger = ledgers.find((found) => found.id === id) ?? ledgers[0];
  if (!ledger || !boot.hall) return <Notice kind="note">{t(WORDS.notSetUp)}</Notice>;
  const Part = ENTRY_PARTS[ledger.id];
  return (
    <>
      {ledgers.length > 1 && (
        <div class="field">
          <label for="ledger">{t(WORDS.ledger)}</label>
          <select id="ledger" value={ledger.id} onChange={(event) => setId(event.currentTarget.value)}>
            {ledgers.map(({ id, title }) => (
              <option key={id} value={id}>
                {t(title)}
              </option>
            ))}
          </select>
        </div>
      )}
      {Part ? <Part key={ledger.id} /> : <LedgerEntry key={ledger.id} ledger={ledger} />}
    </>
  );
}

start(WORDS.title, EntrySidebar);
