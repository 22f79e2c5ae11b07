// Attendance, whereabouts and leave over pages: what they show, and the day that a clerk confirms.
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { ATTENDANCE_LEDGER, absencesIn } from "../../../shared/capabilities/attendance/away.ts";
import {
  leaveCalendar,
  uncovered,
  whereaboutsOf,
} from "../../../shared/capabilities/attendance/whereabouts.ts";
import { dateOf, dateTimeAt, showDateTime } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import {
  addDays,
  datesBetween,
  isPlainDate,
  monthOf,
  type PlainDate,
} from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getHall, getLedger, type HallPlace } from "../../http/require-principal.ts";
import { findRecords } from "../../storage/record-store.ts";
import { draftDay } from "../../use-cases/attendance/draft-day.ts";
import { type HallDays, readHallDays } from "../../use-cases/attendance/read-hall-days.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { AttendancePage } from "./attendance-page.tsx";
import { ATTENDANCE_TEXTS } from "./attendance-texts.ts";
import { dayRowsOf } from "./day-rows.ts";
import { LeaveCalendarPage } from "./leave-calendar-page.tsx";
import { lineOf } from "./line-of.ts";
import { sendDay } from "./send-day.ts";
import { WhereaboutsPage } from "./whereabouts-page.tsx";

/** Cover that is missing is shown so many days ahead. */
const AHEAD_DAYS = 7;

export function attendancePageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/whereabouts", showWhereabouts)
    .get("/halls/:hall/leave-calendar", showCalendar)
    .get("/halls/:hall/attendance", async (c) => {
      const at = await readable(c);
      return showDay(c, at, dateOf(dateTimeAt(c.get("deps").now(), at.hall.timeZone)), []);
    })
    .get("/halls/:hall/attendance/:day", async (c) => showDay(c, await readable(c), dayOf(c), []))
    .post("/halls/:hall/attendance/:day/draft", async (c) => {
      const at = await readable(c);
      const day = dayOf(c);
      demand(c.get("principal"), at.place, attendance, "upsert");
      await readForm(c);
      await draftDay(c.get("deps"), at, day);
      return c.redirect(pagePaths.attendance(at.hall.id, day), 303);
    })
    .post("/halls/:hall/attendance/:day", confirmDay);
}

async function readable(c: Context<PageEnv>): Promise<HallPlace> {
  const deps = c.get("deps");
  const at = await getHall(deps, c.req.param("hall") ?? "");
  demand(c.get("principal"), at.place, getLedger(deps, ATTENDANCE_LEDGER), "read");
  return at;
}

function dayOf(c: Context<PageEnv>): PlainDate {
  const day = c.req.param("day") ?? "";
  if (isPlainDate(day)) return day;
  const expected = { zh: "日期,如 2026-11-02", en: "a date such as 2026-11-02" };
  refuse(httpProblems.invalid_parameter({ name: "day", expected }));
}

function namesOf({ facts }: HallDays): (person: string) => string {
  return (person) => facts.findPerson(person)?.name ?? person;
}

async function showWhereabouts(c: Context<PageEnv>): Promise<Response> {
  const at = await readable(c);
  const today = dateOf(dateTimeAt(c.get("deps").now(), at.hall.timeZone));
  const until = addDays(today, AHEAD_DAYS);
  const days = await readHallDays(c.get("deps"), at, { from: today, to: until });
  const page = (
    <WhereaboutsPage
      hall={at.hall}
      lines={whereaboutsOf(days.people, days.facts)}
      uncovered={uncovered(days.facts, until)}
      now={days.facts.now}
      nameOf={namesOf(days)}
      locale={localeOf(c)}
    />
  );
  return showPage(c, ATTENDANCE_TEXTS.whereabouts, page);
}

async function showCalendar(c: Context<PageEnv>): Promise<Response> {
  const at = await readable(c);
  const today = dateOf(dateTimeAt(c.get("deps").now(), at.hall.timeZone));
  const month = parsePeriod(c.req.query("month") ?? monthOf(today));
  if (month?.kind !== "month") {
    const expected = { zh: "月份,如 2026-11", en: "a month such as 2026-11" };
    refuse(httpProblems.invalid_parameter({ name: "month", expected }));
  }
  const hallDays = await readHallDays(c.get("deps"), at, { from: month.first, to: month.last });
  const days = datesBetween(month.first, month.last);
  const absences = absencesIn(hallDays.facts);
  const page = (
    <LeaveCalendarPage
      hall={at.hall}
      month={month}
      days={days}
      lines={hallDays.people.map((person) => ({
        person,
        cells: leaveCalendar(person.id, days, absences, hallDays.facts),
      }))}
      nameOf={namesOf(hallDays)}
      locale={localeOf(c)}
    />
  );
  return showPage(c, ATTENDANCE_TEXTS.leaveCalendar, page);
}

async function showDay(
  c: Context<PageEnv>,
  at: HallPlace,
  day: PlainDate,
  refused: readonly { readonly name: string; readonly problem: Problem }[],
): Promise<Response> {
  const deps = c.get("deps");
  const { facts, people } = await readHallDays(deps, at, { from: day, to: day });
  const rows = facts.rowsOf(ATTENDANCE_LEDGER).filter(({ values }) => values.day === day);
  const records = await findRecords(
    deps.table,
    rows.map(({ id }) => id),
  );
  const lines = rows.flatMap((row) => lineOf(row, records.get(row.id)?.version ?? 0, facts));
  const recorded = new Set(rows.map(({ values }) => values.person));
  const isDue = facts.isServiceDay(day) && day <= facts.today;
  const page = (
    <AttendancePage
      hall={at.hall}
      day={day}
      isServiceDay={facts.isServiceDay(day)}
      lines={lines}
      missing={isDue ? people.filter(({ id }) => !recorded.has(id)).length : 0}
      mayWrite={can(c.get("principal"), at.place, attendance.access, "upsert")}
      refused={refused}
      batchId={randomUUID()}
      formToken={c.get("signedIn")?.formToken ?? ""}
      locale={localeOf(c)}
    />
  );
  const title = { zh: `${day} 考勤`, en: `Attendance of ${day}` };
  const address = pagePaths.attendance(at.hall.id, day);
  return showPage(c, title, page, refused.length > 0 ? { status: 409, otherLanguage: address } : {});
}

/** Changed lines are written, then every line is confirmed; what is refused is shown by name, the rest stands. */
async function confirmDay(c: Context<PageEnv>): Promise<Response> {
  const at = await readable(c);
  const day = dayOf(c);
  demand(c.get("principal"), at.place, attendance, "confirm");
  const form = await readForm(c);
  const batch = form.get("batch_id") ?? "";
  const { facts } = await readHallDays(c.get("deps"), at, { from: day, to: day });
  const ids = form.getAll("line");
  const records = await findRecords(c.get("deps").table, ids);
  const own = [...records.values()].filter(({ hall, values }) => hall === at.hall.id && values.day === day);
  const { changed, confirming } = dayRowsOf(own, form, day, showDateTime(facts.now));
  const rows = [...changed, ...confirming];
  if (rows.length === 0) return c.redirect(pagePaths.attendance(at.hall.id, day), 303);
  const problems = await sendDay(c, at, batch, rows);
  const refused = rows.flatMap(({ id, action }, place) =>
    (problems[place] ?? [])
      // A line that could not be changed is not confirmed either: its own problem says why.
      .filter(
        () =>
          action !== "confirm" ||
          !problems.some((found, other) => found.length > 0 && rows[other]?.id === id && other < place),
      )
      .map((problem) => {
        const person = String(records.get(id)?.values.person ?? "");
        return { name: facts.findPerson(person)?.name ?? person, problem };
      }),
  );
  return refused.length > 0
    ? showDay(c, at, day, refused)
    : c.redirect(pagePaths.attendance(at.hall.id, day), 303);
}
