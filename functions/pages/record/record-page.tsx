// One row, whole: what it says, when it is due and why, what happened, and who changed what.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { readHistory } from "../../use-cases/read-history.ts";
import type { PaperTitle } from "../../use-cases/read-papers.ts";
import type { Choices } from "../ledger/form-control.tsx";
import { StepsPanel, type TriedStep } from "../ledger/steps-panel.tsx";
import { pagePaths } from "../page-paths.ts";
import { OnTime, StatusBadge } from "../rows/row-line.tsx";
import { FieldValue } from "./field-value.tsx";
import { type NameOf, showValue } from "./field-values.ts";
import { HistoryList } from "./history-list.tsx";
import { RECORD_TEXTS, workingDays } from "./record-texts.ts";
import { RelatedPanels } from "./related-panels.tsx";
import { type Happening, timelineOf } from "./timeline.ts";
import { TraceTable } from "./trace-table.tsx";
import { UnmaskForm } from "./unmask-form.tsx";

export type History = NonNullable<Awaited<ReturnType<typeof readHistory>>>;

export interface RecordPageProps {
  readonly history: History;
  /** What it can be printed as. */
  readonly papers: readonly PaperTitle[];
  readonly ledger: Ledger;
  readonly hall: { readonly id: string; readonly name: Text };
  readonly locale: Locale;
  readonly nameOf: NameOf;
  readonly personOf: (id: string) => string;
  /** The hall's limit of the row's matter; undefined where it has none. */
  readonly limit: number | undefined;
  readonly mayUnmask: boolean;
  readonly mayErase: boolean;
  readonly formToken: string;
  /** The reason that was just given for looking. */
  readonly unmaskedFor: string | undefined;
  readonly choices: Choices;
  /** A step that was tried and refused. */
  readonly tried: TriedStep | undefined;
  /** The hall's present time. */
  readonly now: string;
}

export function RecordPage(props: RecordPageProps) {
  const { history, ledger, hall, locale, nameOf, personOf } = props;
  const t = (text: Text) => say(text, locale);
  const { dimension } = ledger;
  const happenings = timelineOf(ledger, history.values, history.events);
  const subject = dimension && showValue(ledger.fields[dimension], history.values[dimension], locale, nameOf);
  return (
    <>
      <p class="crumbs no-print">
        <a href={pagePaths.hall(hall.id)}>← {t(RECORD_TEXTS.back)}</a>
      </p>
      <p class="crumbs soft">
        {t(hall.name)} · <a href={pagePaths.ledger(hall.id, ledger.id)}>{t(ledger.title)}</a>
      </p>
      <h1>
        {history.serial} {subject}
      </h1>
      <p>
        <StatusBadge view={history} ledger={ledger} locale={locale} />
      </p>
      {history.voided && (
        <p class="notice">
          {t(RECORD_TEXTS.voided)}: {history.voided.reason} ({personOf(history.voided.by)})
        </p>
      )}
      <UnmaskForm {...props} />
      <StepsPanel {...props} row={history} allowed={history.allowed} />
      <div class="columns">
        <section class="panel">
          <h2>{t(RECORD_TEXTS.fields)}</h2>
          <FieldList {...props} />
          {history.erased && <p class="soft small">{t(RECORD_TEXTS.erasedNote)}</p>}
          {props.mayErase && (
            <p class="small no-print">
              <a href={pagePaths.erase(hall.id, ledger.id, history.id)}>{t(RECORD_TEXTS.erase)}</a>
            </p>
          )}
        </section>
        <div>
          <RelatedPanels {...props} />
          <DueSummary {...props} />
          {happenings.length > 0 && (
            <section class="panel">
              <h2>{t(RECORD_TEXTS.timeline)}</h2>
              <ol class="timeline">
                {happenings.map((happening) => (
                  <HappeningItem key={happening.when} {...props} happening={happening} />
                ))}
              </ol>
            </section>
          )}
        </div>
      </div>
      {ledger.explainsDue && (
        <>
          <h2 id="trace">{t(RECORD_TEXTS.trace)}</h2>
          <TraceTable trace={history.trace} calendarVersion={history.calendarVersion} locale={locale} />
        </>
      )}
      <section class="panel">
        <h2>{t(RECORD_TEXTS.history)}</h2>
        <HistoryList
          ledger={ledger}
          revisions={history.revisions}
          locale={locale}
          nameOf={nameOf}
          personOf={personOf}
        />
      </section>
    </>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function FieldList({ history, ledger, hall, locale, nameOf, personOf }: RecordPageProps) {
  const shown = Object.entries(ledger.fields).filter(([id, field]) => {
    const value = history.values[id];
    // The key of another row says nothing to a reader: the related rows open it.
    const isKey = field.hidden === true && typeof value === "string" && UUID.test(value);
    return field.kind !== "processSteps" && value !== undefined && value !== null && !isKey;
  });
  return (
    <dl class="facts">
      {shown.map(([id, field]) => (
        <div key={id}>
          <dt>
            {say(field.label, locale)}{" "}
            {field.personal && <span class="badge">{say(RECORD_TEXTS.personal, locale)}</span>}
          </dt>
          <dd data-field={id}>
            <FieldValue {...{ field, hall, ledger, locale, nameOf, personOf }} value={history.values[id]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DueSummary({ history, ledger, limit, locale }: RecordPageProps) {
  // Rows of most ledgers are entered and owe nothing.
  if (!ledger.explainsDue && history.dueDate === null) return null;
  const t = (text: Text) => say(text, locale);
  const unknown = history.trace.length === 0 ? RECORD_TEXTS.noLimit : RECORD_TEXTS.unknownDue;
  // What other ledgers have to be done by is no limit of the service item that they are about.
  const ownLimit = ledger.explainsDue ? limit : undefined;
  return (
    <section class="panel">
      <h2>{t(RECORD_TEXTS.due)}</h2>
      <dl class="facts">
        <div>
          <dt>{t(RECORD_TEXTS.due)}</dt>
          <dd data-due={history.dueDate ?? ""}>
            <b>{history.dueDate ?? t(unknown)}</b>{" "}
            {history.provisional && <span class="badge warn">{t(RECORD_TEXTS.provisional)}</span>}
          </dd>
        </div>
        <div>
          <dt>{t(RECORD_TEXTS.originalDue)}</dt>
          <dd>{history.originalDueDate ?? "—"}</dd>
        </div>
        {ownLimit !== undefined && (
          <div>
            <dt>{t(RECORD_TEXTS.limit)}</dt>
            <dd>{t(workingDays(ownLimit))}</dd>
          </div>
        )}
        <div>
          <dt>{t(RECORD_TEXTS.judgement)}</dt>
          <dd>
            <OnTime view={history} locale={locale} />
          </dd>
        </div>
        {history.onTimeOriginal !== history.onTime && (
          <div>
            <dt>{t(RECORD_TEXTS.judgementOriginal)}</dt>
            <dd>
              <OnTime view={{ ...history, onTime: history.onTimeOriginal }} locale={locale} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function HappeningItem({ happening, ...props }: RecordPageProps & { readonly happening: Happening }) {
  const { locale } = props;
  const { when, title, details, step } = happening;
  return (
    <li>
      <span class="date">{when}</span>
      <b>{step ? step.name : say(title, locale)}</b>
      {step?.by && <span class="soft"> · {step.by}</span>}
      {details.map(({ id, field, value }) => (
        <div key={id} class="small">
          {say(field.label, locale)}: <FieldValue {...props} field={field} value={value} />
        </div>
      ))}
    </li>
  );
}
