// The sidebar that logs a case, or enters a row of any other ledger of the workbook.
import { useState } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { useDefinitions } from "../definition/use-definitions.ts";
import { ENTRY_PARTS } from "../form/entry-parts.ts";
import { LedgerEntry } from "../form/ledger-entry.tsx";
import { Notice } from "../frame/notice.tsx";
import { useSession } from "../frame/session.ts";
import { start } from "../frame/start.tsx";

const WORDS = {
  title: { zh: "登记", en: "New entry" },
  ledger: { zh: "台账", en: "Ledger" },
  loading: { zh: "正在取台账的栏目…", en: "Fetching the ledger's fields…" },
  notSetUp: {
    zh: "登记在大厅的工作簿里做。这个工作簿还没有设成大厅;请在菜单打开“设置”。",
    en: "Entries are made in a hall's workbook, and this one is not a hall's yet; open “Settings” in the menu.",
  },
} as const satisfies Record<string, Text>;

function EntrySidebar() {
  const { boot, t } = useSession();
  const definitions = useDefinitions();
  const [chosen, setChosen] = useState(boot.selected?.ledger ?? boot.ledgers[0] ?? "");
  if (boot.mode !== "hall") return <Notice kind="note">{t(WORDS.notSetUp)}</Notice>;
  const known = definitions?.ok ? definitions.value : [];
  const offered = known.filter(({ id, written }) => boot.ledgers.includes(id) && written !== "verbs");
  // A row selected in a ledger that is not written here leads to the first one that is.
  const isOffered = offered.length === 0 || offered.some(({ id }) => id === chosen);
  const id = isOffered ? chosen : (offered[0]?.id ?? "");
  const ledger = offered.find((found) => found.id === id);
  // A form of its own is built in, and opens before the definitions have come, and without them.
  const Part = ENTRY_PARTS[id];
  return (
    <>
      {offered.length > 1 && (
        <div class="field">
          <label for="ledger">{t(WORDS.ledger)}</label>
          <select id="ledger" value={id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {offered.map((found) => (
              <option key={found.id} value={found.id}>
                {t(found.title)}
              </option>
            ))}
          </select>
        </div>
      )}
      {Part && <Part key={id} />}
      {!Part && ledger && <LedgerEntry key={id} ledger={ledger} />}
      {!Part && !definitions && (
        <p class="waiting" role="status">
          {t(WORDS.loading)}
        </p>
      )}
      {!Part && definitions && !definitions.ok && <Notice kind="problem">{t(definitions.message)}</Notice>}
    </>
  );
}

start(WORDS.title, EntrySidebar);
