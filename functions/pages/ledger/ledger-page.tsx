// A ledger's own page: what is open or of a month, the way to a new entry; and the list of all ledgers.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { monthName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import type { NameOf } from "../record/field-values.ts";
import type { Line } from "../rows/row-line.tsx";
import { RowsTable } from "../rows/rows-table.tsx";
import { LEDGER_TEXTS } from "./ledger-texts.ts";

interface Place {
  readonly id: string;
  readonly name: Text;
}

export interface LedgersPageProps {
  readonly hall: Place;
  readonly ledgers: readonly { readonly ledger: Ledger; readonly open: number; readonly overdue: number }[];
  readonly isCentre: boolean;
  readonly locale: Locale;
}

/** Pages that gather several ledgers, or administer what forms offer. */
function related(place: string, isCentre: boolean): readonly (readonly [string, Text])[] {
  return isCentre
    ? [
        [pagePaths.catalogue, LEDGER_TEXTS.catalogue],
        [pagePaths.halls, LEDGER_TEXTS.halls],
        [pagePaths.programme(), LEDGER_TEXTS.programme],
        [pagePaths.training(), LEDGER_TEXTS.training],
        [pagePaths.budget(), LEDGER_TEXTS.budget],
        [pagePaths.demands(), LEDGER_TEXTS.demands],
        [pagePaths.leaveRules, LEDGER_TEXTS.leaveRules],
        [pagePaths.centreDeputies, LEDGER_TEXTS.deputies],
        [pagePaths.documents, LEDGER_TEXTS.documents],
      ]
    : [
        [pagePaths.whereabouts(place), LEDGER_TEXTS.whereabouts],
        [pagePaths.attendance(place), LEDGER_TEXTS.attendance],
        [pagePaths.leaveCalendar(place), LEDGER_TEXTS.leaveCalendar],
        [pagePaths.deputies(place), LEDGER_TEXTS.deputies],
        [pagePaths.hallPeople(place), LEDGER_TEXTS.people],
        [pagePaths.standard(place), LEDGER_TEXTS.standard],
        [pagePaths.posters(place), LEDGER_TEXTS.posters],
      ];
}

export function LedgersPage({ hall, ledgers, isCentre, locale }: LedgersPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <p class="crumbs soft">{t(hall.name)}</p>
      <h1 id="ledgers">{t(LEDGER_TEXTS.ledgers)}</h1>
      <p class="actions no-print">
        {related(hall.id, isCentre).map(([href, text]) => (
          <a key={href} class="button plain" href={href}>
            {t(text)}
          </a>
        ))}
      </p>
      <section class="scroll" tabindex={0} aria-labelledby="ledgers">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t(LEDGER_TEXTS.ledger)}</th>
              <th scope="col">{t(LEDGER_TEXTS.open)}</th>
              <th scope="col">{t(LEDGER_TEXTS.overdue)}</th>
            </tr>
          </thead>
          <tbody>
            {ledgers.map(({ ledger, open, overdue }) => (
              <tr key={ledger.id}>
                <th scope="row">
                  <a href={pagePaths.ledger(hall.id, ledger.id)}>{t(ledger.title)}</a>{" "}
                  {ledger.restricted && <span class="badge">{t(LEDGER_TEXTS.restricted)}</span>}
                </th>
                <td class="number">{open}</td>
                <td class="number">{overdue > 0 ? <span class="badge bad">▲ {overdue}</span> : 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

export interface LedgerPageProps {
  readonly hall: Place;
  readonly ledger: Ledger;
  readonly lines: readonly Line[];
  /** Null: what is open. */
  readonly month: string | null;
  readonly mayAdd: boolean;
  readonly locale: Locale;
  readonly nameOf: NameOf;
}

export function LedgerPage({ hall, ledger, lines, month, mayAdd, locale, nameOf }: LedgerPageProps) {
  const t = (text: Text) => say(text, locale);
  const isVerbs = ledger.written === "verbs";
  const path = pagePaths.ledger(hall.id, ledger.id);
  const shown = month === null ? LEDGER_TEXTS.open : monthName(month);
  return (
    <>
      <p class="crumbs no-print">
        <a href={pagePaths.ledgers(hall.id)}>← {t(LEDGER_TEXTS.ledgers)}</a>
      </p>
      <p class="crumbs soft">{t(hall.name)}</p>
      <div class="title-line">
        <h1>{t(ledger.title)}</h1>
        <form class="row-form end no-print" method="get" action={path}>
          <label>
            {t(LEDGER_TEXTS.month)}
            <input type="month" name="month" value={month ?? ""} />
          </label>
          <button type="submit" class="plain">
            {t(LEDGER_TEXTS.show)}
          </button>
        </form>
      </div>
      {ledger.restricted && <p class="soft small">{t(LEDGER_TEXTS.restrictedNote)}</p>}
      {isVerbs && <p class="soft small">{t(LEDGER_TEXTS.verbsNote)}</p>}
      <p class="actions no-print">
        {mayAdd && (
          <a class="button" href={pagePaths.newRow(hall.id, ledger.id)}>
            ＋ {t(LEDGER_TEXTS.add)}
          </a>
        )}
        {month !== null && (
          <a class="button plain" href={path}>
            {t(LEDGER_TEXTS.open)}
          </a>
        )}
      </p>
      <h2 id="rows">
        {t(shown)} ({lines.length})
      </h2>
      {lines.length === 0 ? (
        <p class="notice">{t(month === null ? LEDGER_TEXTS.noneOpen : LEDGER_TEXTS.none)}</p>
      ) : (
        <RowsTable
          lines={lines}
          options={{ ledger, locale, nameOf, withHall: false, extra: null }}
          labelledBy="rows"
        />
      )}
    </>
  );
}
