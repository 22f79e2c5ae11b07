// What a holiday notice would move, before it is applied: the counts, the rows, and the button that confirms.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { CalendarPreview } from "../../use-cases/calendar/preview-calendar.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { countsText } from "./calendar-page.tsx";
import { CALENDAR_TEXTS, OVERSIGHT_TEXTS } from "./oversight-texts.ts";
import type { NoticeForm } from "./read-notice-form.ts";

export interface PreviewPageProps {
  readonly preview: CalendarPreview;
  readonly form: NoticeForm;
  readonly halls: readonly Hall[];
  readonly locale: Locale;
  readonly formToken: string;
}

const SHOWN_ROWS = 200;

export function PreviewPage(props: PreviewPageProps) {
  const { preview, form, locale, formToken } = props;
  const { notice, counts, rows } = preview;
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <h1 id="preview">
        {t(CALENDAR_TEXTS.previewTitle)}:{t(notice.source)} ({notice.year}, v{notice.version})
      </h1>
      <p class="lead" data-preview={counts.moved}>
        <b>{countsText(counts, locale)}</b>
      </p>
      <p class="soft">{t(CALENDAR_TEXTS.untouched)}</p>
      <form
        class="row-form no-print"
        method="post"
        action={pagePaths.applyCalendar}
        enctype="multipart/form-data"
      >
        <input type="hidden" name={FORM_TOKEN} value={formToken} />
        {Object.entries({ ...form, basis: preview.before }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{t(CALENDAR_TEXTS.apply)}</button>
        <a class="button plain" href={pagePaths.calendar()}>
          {t(CALENDAR_TEXTS.back)}
        </a>
      </form>
      {rows.length === 0 ? <p class="notice">{t(CALENDAR_TEXTS.nothingMoves)}</p> : <MovesTable {...props} />}
      {rows.length > SHOWN_ROWS && <p class="soft small">{t(CALENDAR_TEXTS.firstRows)}</p>}
    </>
  );
}

function MovesTable({ preview, halls, locale }: PreviewPageProps) {
  const t = (text: Text) => say(text, locale);
  const { row, before, after, becomes } = CALENDAR_TEXTS;
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="preview">
      <table class="rows">
        <thead>
          <tr>
            {[row, OVERSIGHT_TEXTS.hall, before, after, becomes].map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN_ROWS).map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a href={pagePaths.record(one.hall, one.ledger, one.id)}>{one.serial}</a>
              </th>
              <td class="wrap">
                {t(halls.find(({ id }) => id === one.hall)?.name ?? { zh: one.hall, en: one.hall })}
              </td>
              <td>{one.from ?? "—"}</td>
              <td>{one.to ?? "—"}</td>
              <td>
                {one.becomes === "onTime" && <span class="badge good">{t(CALENDAR_TEXTS.onTime)}</span>}
                {one.becomes === "late" && <span class="badge bad">{t(CALENDAR_TEXTS.late)}</span>}
                {one.becomesDefinite && <span class="badge">{t(CALENDAR_TEXTS.definite)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
