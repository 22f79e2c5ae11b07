// Explains a due date day by day, for forms, for residents who ask, and for engineers who doubt.
import { Hono } from "hono";
import { chinaCalendar } from "../../shared/kernel/china-calendar.ts";
import { type DateTime, dateOf, dateTimeFromWall } from "../../shared/kernel/date-time.ts";
import { deadline } from "../../shared/kernel/deadline.ts";
import { isPlainDate, yearOf } from "../../shared/kernel/plain-date.ts";
import { DEFAULT_POLICY } from "../../shared/ledger/facts.ts";
import { tidyDateTime } from "../../shared/ledger/fields/time.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { getHall } from "../http/require-principal.ts";
import { factsFor } from "../use-cases/hall-facts.ts";

const DEFAULT_ZONE = "Asia/Shanghai";
/** 17:30, until a hall says otherwise. */
const DEFAULT_CLOSING = 17 * 60 + 30;

export function deadlineRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/deadlines/explain", async (c) => {
    const deps = c.get("deps");
    const hallId = c.req.query("hall");
    const at = hallId ? await getHall(deps, hallId) : undefined;
    const facts = at && factsFor(at.hall, at.centre, deps.now());
    const zone = facts?.zone ?? DEFAULT_ZONE;
    const received = readMoment(c.req.query("receivedAt") ?? "", zone);
    if (!received) {
      const expected = { zh: "日期或时间,如 2026-11-02T09:05:00+08:00", en: "a date or date-time" };
      refuse(httpProblems.invalid_parameter({ field: "receivedAt", name: "receivedAt", expected }));
    }
    const days = c.req.query("workingDays") ?? "";
    if (!/^\d{1,3}$/.test(days)) {
      const expected = { zh: "0 到 999 的整数", en: "a whole number from 0 to 999" };
      refuse(httpProblems.invalid_parameter({ field: "workingDays", name: "workingDays", expected }));
    }
    const policyName = c.req.query("policy") ?? "";
    if (!["", "default", "receiveNextDay"].includes(policyName)) {
      const expected = { zh: "default 或 receiveNextDay", en: "default or receiveNextDay" };
      refuse(httpProblems.invalid_parameter({ field: "policy", name: "policy", expected }));
    }
    const policy = facts?.policyOn(dateOf(received)) ?? DEFAULT_POLICY;
    const calendar = facts?.calendar ?? chinaCalendar();
    const explained = deadline(
      [{ type: "received", at: received }],
      {
        workingDays: Number(days),
        receiveNextDay: policyName === "" ? policy.receiveNextDay : policyName === "receiveNextDay",
        closesAt: facts?.closesAt ?? DEFAULT_CLOSING,
        noticeWithin: policy.correctionNoticeWithin,
        givenDueDate: null,
      },
      calendar,
    );
    const { state, dueDate, startDate, provisional, trace } = explained;
    return c.json({
      receivedAt: received,
      workingDays: Number(days),
      assessable: state !== "notAssessable",
      dueDate,
      startDate,
      provisional,
      calendarVersion: calendar.version,
      trace,
    });
  });
}

/** Beyond it, the longest limit would run past the last date that there is. */
const LAST_YEAR = 2190;

/** A bare date means the opening of that day; a time without an offset is the zone's. */
function readMoment(text: string, zone: string): DateTime | undefined {
  // An offset's plus sign that was not encoded has become a space.
  const spaced = text.replace(/ (\d{2}:\d{2})$/, "+$1");
  const found = isPlainDate(text)
    ? dateTimeFromWall(text, 9, 0, zone)
    : (tidyDateTime(spaced, zone) ?? tidyDateTime(text, zone));
  return found && yearOf(dateOf(found)) <= LAST_YEAR ? found : undefined;
}
