// Enters a row of any ledger: its form follows from the definition alone.
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { DueLine } from "../due/due-line.tsx";
import { Notice } from "../frame/notice.tsx";
import { type Session, useSession } from "../frame/session.ts";
import { previewRow } from "./check-row.ts";
import { EntryForm } from "./entry-form.tsx";
import { LedgerForm, visibleFields } from "./ledger-form.tsx";
import { emptyValues, wallTime } from "./raw-values.ts";
import { savedWords } from "./saved-words.ts";
import { useEntry } from "./use-entry.ts";

const REQUIRED: Text = { zh: "带 * 的必须填写。", en: "Fields with * are required." };

export function LedgerEntry({ ledger }: { ledger: Ledger }) {
  const session = useSession();
  const { t } = session;
  const entry = useEntry({
    ledger,
    begin: (at) => ({ raw: beginning(ledger, at), extra: {} }),
    compose: (raw) => raw,
    follow: async ({ answer }) => ({
      version: answer.version ?? 0,
      words: savedWords(answer.serial, answer.status === "pending"),
      pending: answer.status === "pending",
    }),
  });
  const facts = session.facts();
  const preview = facts && previewRow(ledger, entry.raw, facts);
  return (
    <>
      {entry.saved && <Notice kind={entry.saved.pending ? "warning" : "done"}>{t(entry.saved.words)}</Notice>}
      <p class="hint">{t(REQUIRED)}</p>
      <EntryForm key={entry.id} entry={entry} fields={ledger.fields} shown={visibleFields(ledger.fields)}>
        <LedgerForm
          fields={ledger.fields}
          raw={entry.raw}
          problems={entry.problems}
          onChange={entry.change}
        />
        {preview?.derived.dueDate && <DueLine {...preview.derived} trace={preview.trace} />}
      </EntryForm>
    </>
  );
}

/** A row is mostly entered on the day on which it happened. */
function beginning(ledger: Ledger, { now, zone }: Session) {
  const at = wallTime(now(), zone);
  const dated = ledger.fields[ledger.businessDate]?.kind === "date" ? at.slice(0, 10) : at;
  return { ...emptyValues(ledger.fields), [ledger.businessDate]: dated };
}
