// The board of who is where: one line for each person of the hall, and what has no cover yet.
import type { Absence } from "../../../shared/capabilities/attendance/away.ts";
import { showSpan } from "../../../shared/capabilities/attendance/half-days.ts";
import { WHEREABOUTS, type Whereabouts } from "../../../shared/capabilities/attendance/whereabouts.ts";
import { type DateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import { AttendanceLinks, ledgerOf } from "./attendance-links.tsx";
import { ATTENDANCE_TEXTS } from "./attendance-texts.ts";

export interface WhereaboutsPageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly lines: readonly Whereabouts[];
  readonly uncovered: readonly Absence[];
  readonly now: DateTime;
  readonly nameOf: (person: string) => string;
  readonly locale: Locale;
}

const LOOK: Readonly<Record<Whereabouts["state"], string>> = {
  atPost: "good",
  out: "warn",
  onLeave: "warn",
  absent: "bad",
  notRecorded: "",
  offHours: "",
};

export function WhereaboutsPage({ hall, lines, uncovered, now, nameOf, locale }: WhereaboutsPageProps) {
  const t = (text: Text) => say(text, locale);
  const heads = [
    ATTENDANCE_TEXTS.person,
    ATTENDANCE_TEXTS.employer,
    ATTENDANCE_TEXTS.state,
    ATTENDANCE_TEXTS.destination,
    ATTENDANCE_TEXTS.backBy,
    ATTENDANCE_TEXTS.reachable,
    ATTENDANCE_TEXTS.cover,
    ATTENDANCE_TEXTS.coversFor,
  ];
  return (
    <>
      <AttendanceLinks hall={hall} locale={locale} />
      <h1 id="whereabouts">{t(ATTENDANCE_TEXTS.whereabouts)}</h1>
      <p class="soft small">
        {t(ATTENDANCE_TEXTS.asOf)} <time datetime={now}>{showDateTime(now)}</time> ·{" "}
        {t(ATTENDANCE_TEXTS.whereaboutsLead)}
      </p>
      {lines.length === 0 && <p class="notice">{t(ATTENDANCE_TEXTS.nobody)}</p>}
      <section class="scroll" tabindex={0} aria-labelledby="whereabouts">
        <table class="rows">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <PersonLine key={line.person.id} {...{ line, hall, nameOf, locale }} />
            ))}
          </tbody>
        </table>
      </section>
      {uncovered.length > 0 && (
        <>
          <h2>{t(ATTENDANCE_TEXTS.uncovered)}</h2>
          <p class="soft small">{t(ATTENDANCE_TEXTS.uncoveredLead)}</p>
          <ul>
            {uncovered.map((absence) => (
              <li key={absence.id}>
                {nameOf(absence.person)} · {t(showSpan(absence.span))} ·{" "}
                <a href={pagePaths.record(hall.id, ledgerOf(absence), absence.id)}>{absence.serial}</a> (
                {t(ATTENDANCE_TEXTS.cover)}: {nameOf(absence.cover)})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PersonLine({
  line,
  hall,
  nameOf,
  locale,
}: Pick<WhereaboutsPageProps, "hall" | "nameOf" | "locale"> & { readonly line: Whereabouts }) {
  const { person, state, absence, destination, backBy, phoneReachable, coversFor } = line;
  return (
    <tr data-person={person.id}>
      <th scope="row">{person.name}</th>
      <td>{person.employer ?? ""}</td>
      <td>
        <span class={`badge ${LOOK[state]}`} data-state={state}>
          {say(WHEREABOUTS[state], locale)}
        </span>{" "}
        {absence && <a href={pagePaths.record(hall.id, ledgerOf(absence), absence.id)}>{absence.serial}</a>}
      </td>
      <td class="wrap">{destination ?? ""}</td>
      <td>{backBy ? showDateTime(backBy).slice(11) : absence ? say(showSpan(absence.span), locale) : ""}</td>
      <td>{phoneReachable === true ? say(ATTENDANCE_TEXTS.yes, locale) : ""}</td>
      <td>{absence ? nameOf(absence.cover) : ""}</td>
      <td>{coversFor.map(nameOf).join("、")}</td>
    </tr>
  );
}
