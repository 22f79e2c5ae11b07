// The leave calendar: a month of days for each person, with who stands in for whom.
import type { CalendarCell } from "../../../shared/capabilities/attendance/whereabouts.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { monthName, weekdayName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import { AttendanceLinks, ledgerOf } from "./attendance-links.tsx";
import { ATTENDANCE_TEXTS } from "./attendance-texts.ts";

export interface LeaveCalendarPageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly month: Period;
  readonly days: readonly PlainDate[];
  readonly lines: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly cells: readonly CalendarCell[];
  }[];
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
}

export function LeaveCalendarPage({ hall, month, days, lines, nameOf, locale }: LeaveCalendarPageProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <>
      <AttendanceLinks hall={hall} locale={locale} />
      <div class="title-line">
        <h1 id="calendar">
          {t(monthName(month.id))} {t(ATTENDANCE_TEXTS.leaveCalendar)}
        </h1>
        <form class="row-form end no-print" method="get" action={pagePaths.leaveCalendar(hall.id)}>
          <label>
            <span class="hidden">{t(ATTENDANCE_TEXTS.month)}</span>
            <input type="month" name="month" value={month.id} pattern="\d{4}-\d{2}" required />
          </label>
          <button type="submit" class="plain">
            {t(ATTENDANCE_TEXTS.show)}
          </button>
        </form>
      </div>
      <p class="soft small">{t(ATTENDANCE_TEXTS.calendarLead)}</p>
      <section class="scroll" tabindex={0} aria-labelledby="calendar">
        <table class="figures month-grid">
          <thead>
            <tr>
              <th scope="col">{t(ATTENDANCE_TEXTS.person)}</th>
              {days.map((day) => (
                <th key={day} scope="col" title={`${day} ${t(weekdayName(day))}`}>
                  {Number(day.slice(8))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ person, cells }) => (
              <tr key={person.id} data-person={person.id}>
                <th scope="row">{person.name}</th>
                {cells.map((cell) => (
                  <Cell key={cell.day} {...{ cell, hall, nameOf, locale }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Cell({
  cell,
  hall,
  nameOf,
  locale,
}: Pick<LeaveCalendarPageProps, "hall" | "nameOf" | "locale"> & { readonly cell: CalendarCell }) {
  const { day, working, leave, outings, covering } = cell;
  if (!working) return <td class="day-off" data-day={day} />;
  return (
    <td data-day={day}>
      {leave.map(({ absence, halves }) => (
        <a
          key={absence.id}
          class={absence.granted ? "badge warn" : "badge"}
          href={pagePaths.record(hall.id, ledgerOf(absence), absence.id)}
          title={`${absence.serial} ${say(ATTENDANCE_TEXTS.cover, locale)}: ${nameOf(absence.cover)}`}
        >
          {halves.length === 2 ? "假" : halves[0] === "morning" ? "上" : "下"}
        </a>
      ))}
      {outings.map((absence) => (
        <a
          key={absence.id}
          class="badge"
          href={pagePaths.record(hall.id, ledgerOf(absence), absence.id)}
          title={absence.serial}
        >
          外
        </a>
      ))}
      {covering.map((absence) => (
        <a
          key={`cover-${absence.id}`}
          class={absence.granted ? "badge good" : "badge"}
          href={pagePaths.record(hall.id, ledgerOf(absence), absence.id)}
          title={`${absence.serial} ${nameOf(absence.person)}`}
        >
          顶
        </a>
      ))}
    </td>
  );
}
