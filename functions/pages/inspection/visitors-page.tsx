// The sample of visitors: the drawn windows, a search in the ledger, and what became of each.
import type { VisitorCheck } from "../../../shared/capabilities/inspection/round.ts";
import type { VisitorWindow } from "../../../shared/capabilities/inspection/visitor-sample.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { VISITOR_RESULTS } from "../../reports/acceptance/inspection-texts.ts";
import type { RowView } from "../../use-cases/row-view.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { Choices, Labelled } from "./form-parts.tsx";
import { PAGE_TEXTS as T, withNumber } from "./inspection-page-texts.ts";

export interface VisitorsPageProps {
  readonly locale: Locale;
  readonly formToken: string;
  readonly hall: { readonly id: string; readonly name: Text };
  readonly title: Text;
  readonly back: string;
  readonly action: string;
  readonly windows: readonly VisitorWindow[];
  readonly checks: ReadonlyMap<number, VisitorCheck>;
  /** Null where nothing was searched for. */
  readonly found: readonly RowView[] | null;
}

export function VisitorsPage(props: VisitorsPageProps) {
  const { locale, formToken, hall, title, back, action, windows, checks, found } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs">
        <a href={back}>← {t(title)}</a>
      </p>
      <h1>
        {t(T.visitors)} · {t(hall.name)}
      </h1>
      <p>{t(T.visitorsNote)}</p>
      <p class="soft small">{t(T.seed)}</p>
      <form method="post" action={action} class="panel row-form">
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <Labelled label={t(T.name)}>
          <input name="name" maxlength={60} />
        </Labelled>
        <Labelled label={t(T.phoneTail)}>
          <input name="phoneTail" maxlength={4} size={6} inputmode="numeric" />
        </Labelled>
        <Labelled label={t(T.window)}>
          <select name="window">
            <option value="">—</option>
            {windows.map(({ number }) => (
              <option key={number} value={String(number)}>
                {number}
              </option>
            ))}
          </select>
        </Labelled>
        <button type="submit" name="verb" value="search">
          {t(T.search)}
        </button>
      </form>
      {found && <Found {...props} found={found} />}
      <h2 id="windows">{t(T.window)}</h2>
      <ol class="windows" aria-labelledby="windows">
        {windows.map(({ number, from, to }) => {
          const check = checks.get(number);
          return (
            <li key={number} class="panel" data-window={number} data-result={check?.result ?? ""}>
              <p>
                <b>{number}</b> {showDateTime(from)}–{to.slice(11, 16)}{" "}
                {check && (
                  <span class={check.result === "notInLedger" ? "badge bad" : "badge good"}>
                    {t(VISITOR_RESULTS[check.result])} {check.serial ?? ""}
                  </span>
                )}
              </p>
              <form method="post" action={action} class="row-form">
                <input type="hidden" name={FORM_TOKEN} value={formToken} />
                <input type="hidden" name="number" value={String(number)} />
                <Labelled label={t(T.result)}>
                  <Choices
                    name="result"
                    choices={Object.entries(VISITOR_RESULTS).map(([value, text]) => ({
                      value,
                      text: t(text),
                    }))}
                  />
                </Labelled>
                <Labelled label={t(T.record)}>
                  <input name="serial" maxlength={20} size={12} />
                </Labelled>
                <button type="submit" name="verb" value="record" class="plain">
                  {t(T.save)}
                </button>
              </form>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Found({ locale, hall, found }: VisitorsPageProps & { readonly found: readonly RowView[] }) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="panel" role="status">
      <p>{t(withNumber(T.found, found.length))}</p>
      <ul>
        {found.map(({ id, serial, values }) => (
          <li key={id}>
            <a href={pagePaths.record(hall.id, "cases", id)}>{serial}</a>{" "}
            {showDateTime(String(values.receivedAt ?? ""))}
          </li>
        ))}
      </ul>
    </section>
  );
}
