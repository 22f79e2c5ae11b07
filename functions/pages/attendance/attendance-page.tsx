// The attendance sheet of one day as a form: everybody of the hall, exceptions changed, the day confirmed at once.
import { PRESENCES } from "../../../shared/capabilities/attendance/attendance-fields.ts";
import { IRREGULARITIES, type Irregularity } from "../../../shared/capabilities/attendance/verdict.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import { addDays } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { weekdayName } from "../design/show-values.ts";
import { pagePaths } from "../page-paths.ts";
import { FORM_TOKEN } from "../sign-in/read-form.ts";
import { AttendanceLinks } from "./attendance-links.tsx";
import { ATTENDANCE_TEXTS } from "./attendance-texts.ts";

export interface AttendanceLine {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string; readonly name: string; readonly employer?: string | undefined };
  readonly status: { readonly id: string; readonly label: Text };
  readonly marks: readonly string[];
  /** By field, as they stand: `09:20` for times. */
  readonly values: Readonly<Record<string, string>>;
}

export interface AttendancePageProps {
  readonly hall: { readonly id: string; readonly name: Text };
  readonly day: PlainDate;
  readonly isServiceDay: boolean;
  readonly lines: readonly AttendanceLine[];
  /** How many of the hall's people have no line yet. */
  readonly missing: number;
  readonly mayWrite: boolean;
  readonly refused: readonly { readonly name: string; readonly problem: Problem }[];
  readonly batchId: string;
  readonly formToken: string;
  readonly locale: Locale;
}

export function AttendancePage(props: AttendancePageProps) {
  const { hall, day, isServiceDay, lines, missing, mayWrite, refused, batchId, formToken, locale } = props;
  const t = (text: Text) => say(text, locale);
  const confirmed = lines.filter(({ status }) => status.id !== "unconfirmed").length;
  const toConfirm = mayWrite && confirmed < lines.length;
  return (
    <>
      <AttendanceLinks hall={hall} locale={locale} />
      <div class="title-line">
        <h1 id="attendance">
          {day} {t(weekdayName(day))} {t(ATTENDANCE_TEXTS.attendance)}
        </h1>
        <p class="end no-print">
          <a href={pagePaths.attendance(hall.id, addDays(day, -1))}>{t(ATTENDANCE_TEXTS.previous)}</a> ·{" "}
          <a href={pagePaths.attendance(hall.id, addDays(day, 1))}>{t(ATTENDANCE_TEXTS.next)}</a>
        </p>
      </div>
      {!isServiceDay && <p class="notice">{t(ATTENDANCE_TEXTS.noServiceDay)}</p>}
      {refused.length > 0 && (
        <div class="notice" role="alert">
          <p>{t(ATTENDANCE_TEXTS.refused)}</p>
          <ul>
            {refused.map(({ name, problem }) => (
              <li key={name + problem.code} data-problem={problem.code}>
                {name}: {problem.message[locale]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {lines.length > 0 && (
        <p class="soft small">
          {t(ATTENDANCE_TEXTS.due)} {lines.length} · {t(ATTENDANCE_TEXTS.recorded)} {confirmed}
          {toConfirm && <> · {t(ATTENDANCE_TEXTS.attendanceLead)}</>}
        </p>
      )}
      {isServiceDay && missing > 0 && mayWrite && (
        <form class="row-form no-print" method="post" action={pagePaths.draftAttendance(hall.id, day)}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <button type="submit">
            {t(ATTENDANCE_TEXTS.draft)} ({missing})
          </button>
        </form>
      )}
      {lines.length > 0 && (
        <form method="post" action={pagePaths.attendance(hall.id, day)}>
          <input type="hidden" name={FORM_TOKEN} value={formToken} />
          <input type="hidden" name="batch_id" value={batchId} />
          <section class="scroll" tabindex={0} aria-labelledby="attendance">
            <table class="rows">
              <thead>
                <tr>
                  {HEADS.map((head) => (
                    <th key={head.en} scope="col">
                      {t(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={line.id} {...{ line, hall, day, mayWrite, locale }} />
                ))}
              </tbody>
            </table>
          </section>
          {toConfirm && <button type="submit">{t(ATTENDANCE_TEXTS.confirm)}</button>}
        </form>
      )}
    </>
  );
}

const HEADS: readonly Text[] = [
  ATTENDANCE_TEXTS.person,
  ATTENDANCE_TEXTS.morning,
  ATTENDANCE_TEXTS.afternoon,
  ATTENDANCE_TEXTS.arrivedAt,
  ATTENDANCE_TEXTS.leftAt,
  ATTENDANCE_TEXTS.offPost,
  ATTENDANCE_TEXTS.verdict,
];

/** The times of a line, with the columns that they stand in. */
const TIMES = [["arrivedAt"], ["leftAt"], ["offPostFrom", "offPostTo"]] as const;

interface LineProps extends Pick<AttendancePageProps, "hall" | "day" | "mayWrite" | "locale"> {
  readonly line: AttendanceLine;
}

function Line({ line, hall, mayWrite, locale }: LineProps) {
  const { id, person, status, marks, values } = line;
  const t = (text: Text) => say(text, locale);
  const edit = mayWrite && status.id === "unconfirmed";
  const name = (field: string) => `${field}.${id}`;
  return (
    <tr data-person={person.id}>
      <th scope="row">
        {person.name} {person.employer && <span class="soft small">{person.employer}</span>}
        {edit && <input type="hidden" name="line" value={id} />}
      </th>
      {(["morning", "afternoon"] as const).map((half) => (
        <td key={half}>
          {edit ? (
            <select name={name(half)} aria-label={`${person.name} ${t(ATTENDANCE_TEXTS[half])}`}>
              {Object.entries(PRESENCES).map(([code, label]) => (
                <option key={code} value={code} selected={values[half] === code}>
                  {t(label)}
                </option>
              ))}
            </select>
          ) : (
            <span data-half={half}>{t(presenceLabel(values[half]))}</span>
          )}
        </td>
      ))}
      {TIMES.map((fields) => (
        <td key={fields[0]}>
          {fields.map((field) =>
            edit ? (
              <input
                key={field}
                type="time"
                name={name(field)}
                value={values[field] ?? ""}
                aria-label={`${person.name} ${field}`}
              />
            ) : (
              <span key={field}>{values[field] ?? ""} </span>
            ),
          )}
        </td>
      ))}
      <td class="wrap">
        <a href={pagePaths.record(hall.id, "attendance", id)} data-status={status.id}>
          {t(status.label)}
        </a>{" "}
        {marks
          .flatMap((mark) => (isIrregularity(mark) ? [mark] : []))
          .map((mark) => (
            <span key={mark} class="badge bad">
              {t(IRREGULARITIES[mark])}
            </span>
          ))}
      </td>
    </tr>
  );
}

function isIrregularity(mark: string): mark is Irregularity {
  return Object.hasOwn(IRREGULARITIES, mark);
}

function presenceLabel(code: string | undefined): Text {
  const found = Object.entries<Text>(PRESENCES).find(([id]) => id === code);
  return found ? found[1] : { zh: "", en: "" };
}
