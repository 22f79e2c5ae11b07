// A resident who asks: found by name and number together, with what every ledger holds, to show, correct or erase.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { FoundRow, ResidentAsked } from "../../use-cases/privacy/find-resident.ts";
import { ProblemList } from "../oversight/problem-list.tsx";
import { pagePaths } from "../page-paths.ts";
import { namesIn, showValue } from "../record/field-values.ts";
import { StatusBadge } from "../rows/row-line.tsx";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { RESIDENT_TEXTS as TEXTS } from "./privacy-texts.ts";

export interface FoundLine {
  readonly row: FoundRow;
  readonly ledger: Ledger;
  readonly place: Text;
  readonly mayCorrect: boolean;
}

export interface Found {
  readonly asked: ResidentAsked;
  readonly lines: readonly FoundLine[];
  readonly searched: number;
  /** Where to go on; null when every place has been looked at. */
  readonly next: string | null;
}

export interface ResidentsPageProps {
  /** Where the form is sent. */
  readonly path: string;
  readonly found: Found | undefined;
  /** What was typed before it was refused. */
  readonly given: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly locale: Locale;
  readonly formToken: string;
}

export function ResidentsPage(props: ResidentsPageProps) {
  const { path, found, given, problems, locale, formToken } = props;
  const t = (text: Text) => say(text, locale);
  const input = { required: true, autocomplete: "off" } as const;
  return (
    <>
      <h1>{t(TEXTS.title)}</h1>
      <p class="soft no-print">{t(TEXTS.lead)}</p>
      <ProblemList problems={problems} locale={locale} />
      <form class="panel no-print" method="post" action={path}>
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        <div class="row-form">
          <label>
            {t(TEXTS.name)}
            <input {...input} name="name" minlength={2} maxlength={60} value={given.name ?? ""} />
          </label>
          <label>
            {t(TEXTS.phoneTail)}
            <input
              {...input}
              name="phoneTail"
              inputmode="numeric"
              pattern="\d{4}"
              size={6}
              value={given.phoneTail ?? ""}
            />
          </label>
          <label>
            {t(TEXTS.reason)}
            <input
              {...input}
              name="reason"
              minlength={2}
              maxlength={200}
              size={36}
              value={given.reason ?? ""}
            />
          </label>
          <button type="submit">{t(TEXTS.find)}</button>
        </div>
      </form>
      {found && <FoundRows {...props} found={found} />}
    </>
  );
}

function FoundRows({ found, path, locale, formToken }: ResidentsPageProps & { readonly found: Found }) {
  const { asked, lines, searched, next } = found;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h2 id="found">
        {t(TEXTS.found)} ({lines.length}) · {asked.name} {asked.phoneTail}
      </h2>
      <p class="soft small">
        {t(TEXTS.searched)}: {searched} · {t(TEXTS.print)}
      </p>
      {lines.length === 0 ? (
        <p class="notice">{t(TEXTS.none)}</p>
      ) : (
        <LinesTable lines={lines} locale={locale} />
      )}
      {next !== null && (
        <form class="notice no-print" method="post" action={path}>
          <p>{t(TEXTS.some)}</p>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          {Object.entries({ ...asked, from: next }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{t(TEXTS.goOn)}</button>
        </form>
      )}
    </>
  );
}

function LinesTable({ lines, locale }: { readonly lines: readonly FoundLine[]; readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="found">
      <table class="rows">
        <thead>
          <tr>
            {[TEXTS.row, TEXTS.where, TEXTS.data, TEXTS.status].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col" class="no-print">
              {t(TEXTS.actions)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.row.id} {...line} locale={locale} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NO_NAMES = namesIn([]);

function Line({ row, ledger, place, mayCorrect, locale }: FoundLine & { readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  const held = ledger.personalFields.filter((id) => (row.values[id] ?? null) !== null);
  return (
    <tr>
      <th scope="row">
        <a href={pagePaths.record(row.hall, ledger.id, row.id)}>{row.serial}</a>
      </th>
      <td class="wrap">
        {t(place)} · {t(ledger.title)}
      </td>
      <td class="wrap">
        {held.map((id) => {
          const field = ledger.fields[id];
          return (
            <div key={id}>
              <span class="soft">{field ? t(field.label) : id}:</span>{" "}
              {showValue(field, row.values[id], locale, NO_NAMES)}
            </div>
          );
        })}
      </td>
      <td>
        <StatusBadge view={row} ledger={ledger} locale={locale} />
      </td>
      <td class="no-print">
        {mayCorrect ? (
          <a href={pagePaths.changeRow(row.hall, ledger.id, row.id)}>{t(TEXTS.correct)}</a>
        ) : (
          <span class="soft">{t(TEXTS.correctByHall)}</span>
        )}
        <br />
        <a href={pagePaths.erase(row.hall, ledger.id, row.id)}>{t(TEXTS.erase)}</a>
      </td>
    </tr>
  );
}
