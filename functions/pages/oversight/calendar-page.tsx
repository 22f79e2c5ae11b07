// The centre's calendar: the years loaded, a form for the next notice, and the changes on record.
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { CalendarYear } from "../../../shared/kernel/working-calendar.ts";
import type { CalendarChange, MoveCounts } from "../../storage/calendar-change-store.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { CALENDAR_TEXTS, OVERSIGHT_TEXTS } from "./oversight-texts.ts";
import { ProblemList } from "./problem-list.tsx";
import type { NoticeForm } from "./read-notice-form.ts";
import { showInstant } from "./show-instant.ts";

export interface CalendarPageProps {
  readonly years: readonly CalendarYear[];
  readonly changes: readonly CalendarChange[];
  readonly mayLoad: boolean;
  readonly form: NoticeForm;
  readonly problems: readonly Problem[];
  /** Rows moved by the notice that was just applied, and whether all were reached. */
  readonly applied: { readonly moved: string; readonly complete: boolean } | undefined;
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
  readonly formToken: string;
}

export function CalendarPage(props: CalendarPageProps) {
  const { changes, mayLoad, applied, problems, locale } = props;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1>{t({ zh: "放假通知与日历", en: "Holiday notices" })}</h1>
      <p class="soft">{t(CALENDAR_TEXTS.lead)}</p>
      {applied && (
        <p class="notice" role="status">
          {t(CALENDAR_TEXTS.applied)}
          {applied.moved} {!applied.complete && t(CALENDAR_TEXTS.rest)}
        </p>
      )}
      <ProblemList problems={problems} locale={locale} />
      {mayLoad && <LoadForm {...props} />}
      <h2 id="years">{t(CALENDAR_TEXTS.years)}</h2>
      <YearsTable {...props} />
      <h2 id="history">{t(CALENDAR_TEXTS.history)}</h2>
      {changes.length === 0 ? (
        <p class="notice">{t(CALENDAR_TEXTS.noHistory)}</p>
      ) : (
        <ChangesTable {...props} />
      )}
    </>
  );
}

function LoadForm({ form, locale, formToken }: CalendarPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <form
      class="panel no-print"
      method="post"
      action={pagePaths.previewCalendar}
      enctype="multipart/form-data"
    >
      <h2>{t(CALENDAR_TEXTS.load)}</h2>
      <input type="hidden" name={FORM_TOKEN} value={formToken} />
      <div class="stack">
        <div class="row-form">
          <label>
            {t(CALENDAR_TEXTS.year)}
            <input name="year" inputmode="numeric" pattern="\d{4}" required size={6} value={form.year} />
          </label>
          <label>
            {t(CALENDAR_TEXTS.version)}
            <input
              name="version"
              inputmode="numeric"
              pattern="\d{1,3}"
              required
              size={4}
              value={form.version}
            />
          </label>
        </div>
        <label>
          {t(CALENDAR_TEXTS.sourceZh)}
          <input name="sourceZh" maxlength={200} required autocomplete="off" value={form.sourceZh} />
        </label>
        <label>
          {t(CALENDAR_TEXTS.sourceEn)}
          <input name="sourceEn" maxlength={200} autocomplete="off" value={form.sourceEn} />
        </label>
        <label>
          {t(CALENDAR_TEXTS.rows)}
          <textarea name="rows" placeholder={"2027-01-01~2027-01-03,休\n2027-02-07,班"}>
            {form.rows}
          </textarea>
        </label>
        <label>
          {t(CALENDAR_TEXTS.file)}
          <input name="file" type="file" accept=".csv,.txt,text/csv,text/plain" />
        </label>
        <p>
          <button type="submit">{t(CALENDAR_TEXTS.preview)}</button>
        </p>
      </div>
    </form>
  );
}

function YearsTable({ years, locale }: CalendarPageProps) {
  const t = (text: Text) => say(text, locale);
  const { year, version, source, off, makeUp } = CALENDAR_TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="years">
      <table class="rows">
        <thead>
          <tr>
            {[year, version, source, off, makeUp].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...years].reverse().map((one) => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td>{one.version}</td>
              <td class="wrap">{t(one.source)}</td>
              <td class="wrap">{one.off.map(([from, to]) => span(from, to)).join(", ")}</td>
              <td class="wrap">{one.makeUp.map(short).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function span(from: string, to: string): string {
  return from === to ? short(from) : `${short(from)}–${short(to)}`;
}

/** `10/1`, as calendars on the wall have it. */
function short(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}

function ChangesTable({ changes, nameOf, locale }: CalendarPageProps) {
  const t = (text: Text) => say(text, locale);
  const { source, appliedAt, appliedBy, foreseen } = CALENDAR_TEXTS;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="history">
      <table class="rows">
        <thead>
          <tr>
            {[appliedAt, source, foreseen, OVERSIGHT_TEXTS.state, appliedBy].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...changes]
            .sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1))
            .map((change) => (
              <tr key={change.id}>
                <th scope="row">{showInstant(change.appliedAt)}</th>
                <td class="wrap">
                  {t(change.source)} <span class="soft small">{change.id}</span>
                </td>
                <td class="wrap">{countsText(change.foreseen, locale)}</td>
                <td>
                  <span class={change.state === "finished" ? "badge good" : "badge warn"}>
                    {t(
                      change.state === "finished"
                        ? CALENDAR_TEXTS.finishedState
                        : CALENDAR_TEXTS.runningState,
                    )}
                  </span>
                </td>
                <td>{nameOf(change.appliedBy)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** "37 open, 12 due dates move, 4 become on time": what is zero is left out, the open ones never. */
export function countsText(counts: MoveCounts, locale: Locale): string {
  const { open, moved, becomeOnTime, becomeLate, becomeDefinite } = CALENDAR_TEXTS;
  const parts = [
    [open, counts.open],
    [moved, counts.moved],
    [becomeOnTime, counts.becomeOnTime],
    [becomeLate, counts.becomeLate],
    [becomeDefinite, counts.becomeDefinite],
  ] as const;
  const shown = parts
    .filter(([label, count]) => count > 0 || label === open)
    .map(([label, count]) => (locale === "zh" ? `${label.zh} ${count} 件` : `${count} ${label.en}`));
  if (locale === "en") return shown.join(", ");
  const [first = "", ...rest] = shown;
  return rest.length > 0 ? `${first},其中${rest.join(",")}` : first;
}
