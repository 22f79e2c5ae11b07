// Before a row's personal details are erased: which they are, that they cannot be brought back, and who asked for it.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { RowView } from "../../use-cases/row-view.ts";
import { ProblemList } from "../oversight/problem-list.tsx";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { ERASE_TEXTS as TEXTS } from "./privacy-texts.ts";

export interface ErasePageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly ledger: Ledger;
  /** As the reader sees it: masked or whole. */
  readonly row: RowView;
  readonly given: string;
  readonly problems: readonly Problem[];
  readonly locale: Locale;
  readonly formToken: string;
}

export function ErasePage({ hall, ledger, row, given, problems, locale, formToken }: ErasePageProps) {
  const t = (text: Text) => say(text, locale);
  const held = ledger.personalFields.filter((id) => (row.values[id] ?? null) !== null);
  const back = pagePaths.record(hall.id, ledger.id, row.id);
  return (
    <>
      <p class="crumbs soft">
        {t(hall.name)} · {t(ledger.title)} · <a href={back}>{row.serial}</a>
      </p>
      <h1>{t(TEXTS.title)}</h1>
      <ProblemList problems={problems} locale={locale} />
      {held.length === 0 ? (
        <p class="notice">{t(TEXTS.nothing)}</p>
      ) : (
        <form class="panel stacked" method="post" action={pagePaths.erase(hall.id, ledger.id, row.id)}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <div>
            <p>{t(TEXTS.what)}</p>
            <ul>
              {held.map((id) => {
                const label = ledger.fields[id]?.label;
                return <li key={id}>{label ? t(label) : id}</li>;
              })}
            </ul>
            <p class="soft">{t(TEXTS.lasting)}</p>
            {row.open && <p class="badge warn">{t(TEXTS.open)}</p>}
          </div>
          <label>
            <span>{t(TEXTS.reason)}</span>
            <input name="reason" minlength={2} maxlength={200} required autocomplete="off" value={given} />
          </label>
          <label>
            <span>{t(TEXTS.confirm)}</span>
            <input type="checkbox" name="confirm" value="yes" required />
          </label>
          <p class="actions">
            <button type="submit">{t(TEXTS.submit)}</button> <a href={back}>{t(TEXTS.cancel)}</a>
          </p>
        </form>
      )}
    </>
  );
}
