// Patterns worth a look, without accusation: what is seen, why it may be quite right, and the rows themselves.
import type { Period } from "../../../shared/kernel/period.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { readSignals } from "../../use-cases/integrity/read-signals.ts";
import { pagePaths } from "../page-paths.ts";
import { OVERSIGHT_TEXTS, SIGNAL_TEXTS } from "./oversight-texts.ts";

export interface SignalsPageProps {
  readonly month: Period;
  readonly signals: Awaited<ReturnType<typeof readSignals>>["signals"];
  readonly locale: Locale;
}

const LEDGER = "cases";

export function SignalsPage({ month, signals, locale }: SignalsPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <div class="title-line">
        <h1>{t({ zh: "值得了解的情况", en: "Worth a look" })}</h1>
        <form class="row-form end no-print" method="get" action={pagePaths.signals()}>
          <label>
            <span class="hidden">{t(OVERSIGHT_TEXTS.month)}</span>
            <input type="month" name="month" value={month.id} pattern="\d{4}-\d{2}" required />
          </label>
          <button type="submit" class="plain">
            {t(OVERSIGHT_TEXTS.show)}
          </button>
        </form>
      </div>
      <p class="soft">{t(SIGNAL_TEXTS.lead)}</p>
      {signals.length === 0 && <p class="notice">{t(SIGNAL_TEXTS.none)}</p>}
      {signals.map(({ kind, label, note, hall, count, among, rows }) => (
        <section key={`${hall.id}/${kind}/${rows[0]?.id ?? ""}`} class="panel" data-signal={kind}>
          <h2>
            {t(hall.name)} · {t(label)}
          </h2>
          <p>
            {locale === "zh" ? `${among} ${SIGNAL_TEXTS.among.zh} ${count} 件。` : `${count} of ${among}. `}
            {t(note)}
          </p>
          <details>
            <summary>
              {t(SIGNAL_TEXTS.rows)} ({count})
            </summary>
            <p class="places">
              {rows.map(({ id, serial }) => (
                <a key={id} href={pagePaths.record(hall.id, LEDGER, id)}>
                  {serial}
                </a>
              ))}
            </p>
          </details>
        </section>
      ))}
    </>
  );
}
