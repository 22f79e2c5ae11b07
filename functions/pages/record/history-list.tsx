// Every accepted write of a row: when, by whom, and what it changed; personal changes by the field's name only.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Field } from "../../../shared/ledger/field.ts";
import type { Revision } from "../../../shared/ledger/record.ts";
import { type NameOf, showValue } from "./field-values.ts";
import { RECORD_TEXTS, REVISION_ACTIONS } from "./record-texts.ts";

export interface HistoryProps {
  readonly ledger: Ledger;
  readonly revisions: readonly Revision[];
  readonly locale: Locale;
  readonly nameOf: NameOf;
  /** The name of a person by id. */
  readonly personOf: (id: string) => string;
}

export function HistoryList(props: HistoryProps) {
  return (
    <ol class="timeline history">
      {props.revisions.map((revision) => (
        <li key={revision.seq} data-version={revision.version}>
          <RevisionEntry revision={revision} {...props} />
        </li>
      ))}
    </ol>
  );
}

function RevisionEntry({ revision, ...props }: HistoryProps & { readonly revision: Revision }) {
  const { ledger, locale, personOf } = props;
  const t = (text: Text) => say(text, locale);
  const reason = revision.data?.reason;
  const personal = revision.personalChanged.map((id) => t(ledger.fields[id]?.label ?? { zh: id, en: id }));
  return (
    <>
      <time datetime={revision.at}>{showDateTime(revision.at)}</time>
      <b>{t(actionName(ledger, revision))}</b>
      {typeof reason === "string" && <> — {reason}</>}
      <div class="soft small">
        {t(RECORD_TEXTS.syncedBy)}: {personOf(revision.syncedBy)}
        {revision.enteredBy && (
          <>
            {" · "}
            {t(RECORD_TEXTS.enteredBy)}: {revision.enteredBy}
          </>
        )}
      </div>
      <Changes revision={revision} {...props} />
      {personal.length > 0 && (
        <p class="soft small">
          {t(RECORD_TEXTS.personalChanged)}
          {personal.join(locale === "zh" ? "、" : ", ")}
        </p>
      )}
    </>
  );
}

function Changes({ revision, ledger, locale, nameOf }: HistoryProps & { readonly revision: Revision }) {
  const t = (text: Text) => say(text, locale);
  const { before, after } = revision;
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (ids.length === 0) return null;
  const show = (field: Field | undefined, value: unknown) =>
    showValue(field, value, locale, nameOf) || t(RECORD_TEXTS.empty);
  return (
    <ul class="changes">
      {ids.map((id) => {
        const field = ledger.fields[id];
        return (
          <li key={id}>
            {t(field?.label ?? { zh: id, en: id })}:{" "}
            {revision.version > 1 && (
              <>
                <del>{show(field, before[id])}</del> <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins>{show(field, after[id])}</ins>
          </li>
        );
      })}
    </ul>
  );
}

export function actionName(ledger: Ledger, { action, version }: Revision): Text {
  const key = action === "upsert" && version === 1 ? "create" : action;
  return ledger.transitions[action]?.label ?? REVISION_ACTIONS[key] ?? { zh: action, en: action };
}
