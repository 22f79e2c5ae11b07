// One row of a list: what it is, when it is due, how it stands; the serial number opens it.
import type { Text } from "../../../shared/kernel/text.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { showYuan } from "../../reports/model/show-inline.ts";
import type { RowView } from "../../use-cases/row-view.ts";
import { pagePaths } from "../page-paths.ts";
import { type NameOf, showValue } from "../record/field-values.ts";
import { ROWS_TEXTS } from "./rows-texts.ts";

export interface Line {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly view: RowView;
  readonly amount: number;
  readonly counted: boolean | null;
}

/** Columns between serial and due date: what the row is about, when it came, and who came. */
export function describingFields(ledger: Ledger): string[] {
  const visitor = ledger.personalFields.find((id) => ledger.fields[id]?.kind === "text");
  return [ledger.dimension, ledger.businessDate, visitor].flatMap((id) => id ?? []);
}

export interface LineOptions {
  readonly ledger: Ledger;
  readonly locale: Locale;
  readonly nameOf: NameOf;
  readonly withHall: boolean;
  /** A column of what each row adds, for money and for ratios. */
  readonly extra: "amount" | "days" | "counted" | null;
}

export function RowLine({ line, options }: { readonly line: Line; readonly options: LineOptions }) {
  const { ledger, locale, nameOf, withHall, extra } = options;
  const { view, hall } = line;
  const t = (text: Text) => say(text, locale);
  return (
    <tr data-row={view.id}>
      <th scope="row">
        <a href={pagePaths.record(hall.id, ledger.id, view.id)}>{view.serial}</a>
      </th>
      {withHall && <td class="wrap">{t(hall.name)}</td>}
      {describingFields(ledger).map((id) => (
        <td key={id} class={id === ledger.businessDate ? "" : "wrap"}>
          {showValue(ledger.fields[id], view.values[id], locale, nameOf)}
        </td>
      ))}
      <td>
        {view.dueDate ?? "—"}{" "}
        {view.provisional && <span class="badge warn">{t(ROWS_TEXTS.provisional)}</span>}
      </td>
      <td>{view.originalDueDate ?? "—"}</td>
      <td>
        <StatusBadge view={view} ledger={ledger} locale={locale} />
      </td>
      <td>
        <OnTime view={view} locale={locale} />
      </td>
      {extra === "amount" && <td class="number">{showYuan(line.amount)}</td>}
      {extra === "days" && <td class="number">{line.amount}</td>}
      {extra === "counted" && <td>{t(line.counted ? ROWS_TEXTS.counts : ROWS_TEXTS.countsNot)}</td>}
    </tr>
  );
}

interface ViewProps {
  readonly view: RowView;
  readonly locale: Locale;
}

export function StatusBadge({ view, ledger, locale }: ViewProps & { readonly ledger: Ledger }) {
  if (view.voided) return <span class="badge">{say(ROWS_TEXTS.voided, locale)}</span>;
  const status = say(ledger.statuses[view.status]?.label ?? { zh: view.status, en: view.status }, locale);
  return (
    <>
      <span class="badge">{status}</span>
      {view.overdue && (
        <>
          {" "}
          <span class="badge bad">▲ {say(ROWS_TEXTS.overdue, locale)}</span>
        </>
      )}
    </>
  );
}

export function OnTime({ view, locale }: ViewProps) {
  if (view.onTime === true) return <span class="badge good">✓ {say(ROWS_TEXTS.yes, locale)}</span>;
  if (view.onTime === false) return <span class="badge bad">▲ {say(ROWS_TEXTS.no, locale)}</span>;
  return <span class="soft">{say(view.open ? ROWS_TEXTS.running : ROWS_TEXTS.notAssessable, locale)}</span>;
}
