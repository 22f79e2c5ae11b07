// Enters a row of any ledger: its form follows from the definition alone.
import type { Text } from "../../../shared/kernel/text.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { meansKind } from "../../../shared/ledger/means-kind.ts";
import type { Definition } from "../definition/definition.ts";
import { Notice } from "../frame/notice.tsx";
import { type Session, useSession } from "../frame/session.ts";
import { kindPart } from "../matters/kind-part.tsx";
import { checkFields } from "./check-fields.ts";
import { LedgerContext } from "./control-props.ts";
import { EntryForm } from "./entry-form.tsx";
import { LedgerForm, visibleFields } from "./ledger-form.tsx";
import { emptyValues, wallTime } from "./raw-values.ts";
import { savedWords } from "./saved-words.ts";
import { useEntry } from "./use-entry.ts";

const REQUIRED: Text = { zh: "带 * 的必须填写。", en: "Fields with * are required." };

export function LedgerEntry({ ledger }: { ledger: Definition }) {
  const session = useSession();
  const { t } = session;
  const entry = useEntry({
    ledger,
    begin: (at) => ({ raw: beginning(ledger, at), extra: {} }),
    compose: (raw) => raw,
    check: (composed) => checkFields(ledger.fields, composed, session.zone),
    follow: async ({ answer }) => ({
      version: answer.version ?? 0,
      words: savedWords(answer.serial, answer.status === "pending"),
      pending: answer.status === "pending",
    }),
  });
  return (
    <>
      {entry.saved && <Notice kind={entry.saved.pending ? "warning" : "done"}>{t(entry.saved.words)}</Notice>}
      <p class="hint">{t(REQUIRED)}</p>
      <EntryForm key={entry.id} entry={entry} fields={ledger.fields} shown={visibleFields(ledger.fields)}>
        <LedgerContext.Provider value={ledger.id}>
          <LedgerForm
            fields={ledger.fields}
            raw={entry.raw}
            problems={entry.problems}
            parts={kindParts(ledger, entry.raw, session)}
            onChange={entry.change}
          />
        </LedgerContext.Provider>
      </EntryForm>
    </>
  );
}

function kindParts(ledger: Definition, raw: Values, { reference, t }: Session) {
  const chosen = ledger.dimension === null ? undefined : raw[ledger.dimension];
  const matter = reference?.matters.find(({ id }) => id === chosen);
  const kinds = Object.keys(ledger.fields).filter((id) => meansKind(ledger, id));
  return Object.fromEntries(kinds.map((id) => [id, kindPart(matter, t)]));
}

/** A row is mostly entered on the day on which it happened. */
function beginning(ledger: Definition, { now, zone }: Session) {
  const at = wallTime(now(), zone);
  const dated = ledger.fields[ledger.businessDate]?.kind === "date" ? at.slice(0, 10) : at;
  return { ...emptyValues(ledger.fields), [ledger.businessDate]: dated };
}
