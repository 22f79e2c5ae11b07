// The way between the pages of attendance, and to the forms behind them.
import { type Absence, LEAVE_LEDGER, OUTING_LEDGER } from "../../../shared/capabilities/attendance/away.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { ATTENDANCE_TEXTS } from "./attendance-texts.ts";

export function ledgerOf({ kind }: Absence): string {
  return kind === "leave" ? LEAVE_LEDGER : OUTING_LEDGER;
}

export function AttendanceLinks({
  hall,
  locale,
}: {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly locale: Locale;
}) {
  const links = [
    [ATTENDANCE_TEXTS.whereabouts, pagePaths.whereabouts(hall.id)],
    [ATTENDANCE_TEXTS.attendance, pagePaths.attendance(hall.id)],
    [ATTENDANCE_TEXTS.leaveCalendar, pagePaths.leaveCalendar(hall.id)],
    [ATTENDANCE_TEXTS.askLeave, pagePaths.newRow(hall.id, LEAVE_LEDGER)],
    [ATTENDANCE_TEXTS.goOut, pagePaths.newRow(hall.id, OUTING_LEDGER)],
  ] as const;
  return (
    <p class="crumbs soft no-print">
      <a href={pagePaths.hall(hall.id)}>{say(hall.name, locale)}</a>
      {links.map(([text, href]) => (
        <span key={href}>
          {" "}
          · <a href={href}>{say(text, locale)}</a>
        </span>
      ))}
    </p>
  );
}
