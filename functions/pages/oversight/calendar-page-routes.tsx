// The pages on which the centre looks at its calendar and puts a notice into force: form or file, preview, apply.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { calendarYearsOf } from "../../../shared/capabilities/organisation/centre-calendar.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { yearOf } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { getCentreAs, hasCentreRole } from "../../http/require-centre-role.ts";
import { listCalendarChanges } from "../../storage/calendar-change-store.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { applyCalendar } from "../../use-cases/calendar/apply-calendar.ts";
import { previewCalendar } from "../../use-cases/calendar/preview-calendar.ts";
import { readLedgerForm } from "../ledger/read-ledger-form.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { CalendarPage } from "./calendar-page.tsx";
import { namesOf } from "./names-of.ts";
import { OVERSIGHT } from "./oversight-nav.tsx";
import { PreviewPage } from "./preview-page.tsx";
import { type NoticeForm, readNoticeForm } from "./read-notice-form.ts";
import { centreOf, formTokenOf, showOversight } from "./show-oversight.tsx";

const MAY_LOAD = ["centreAdmin"] as const;
const place = OVERSIGHT.calendar;

export function calendarPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/calendar", async (c) => {
      const centre = await centreOf(c, place);
      return showCalendar(c, centre, emptyForm(c, centre), []);
    })
    .post("/centre/calendar/preview", async (c) => {
      const deps = c.get("deps");
      const centre = await getCentreAs(deps, c.get("principal"), undefined, MAY_LOAD);
      const { form, notice, problems } = await readNoticeForm((await readLedgerForm(c)).form);
      if (problems.length > 0) return showCalendar(c, centre, form, problems);
      const preview = await previewCalendar(deps, centre, notice);
      if (!preview.ok) return showCalendar(c, centre, form, preview.error);
      const page = (
        <PreviewPage
          preview={preview.value}
          form={form}
          halls={await listHalls(deps.table)}
          locale={localeOf(c)}
          formToken={formTokenOf(c)}
        />
      );
      return showOversight(c, { centre, place }, page);
    })
    .post("/centre/calendar/apply", async (c) => {
      const deps = c.get("deps");
      const principal = c.get("principal");
      const centre = await getCentreAs(deps, principal, undefined, MAY_LOAD);
      const { form, notice, problems } = await readNoticeForm((await readLedgerForm(c)).form);
      if (problems.length > 0) return showCalendar(c, centre, form, problems);
      const applied = await applyCalendar(deps, centre, notice, form.basis || null, principal.id);
      if (!applied.ok) return showCalendar(c, centre, form, applied.error);
      const { moved, complete } = applied.value;
      return c.redirect(
        pagePaths.calendar({ moved: String(moved), complete: complete ? "1" : undefined }),
        303,
      );
    });
}

async function showCalendar(
  c: Context<PageEnv>,
  centre: Centre,
  form: NoticeForm,
  problems: readonly Problem[],
): Promise<Response> {
  const deps = c.get("deps");
  const changes = await listCalendarChanges(deps.table, centre.id);
  const moved = c.req.query("moved");
  const page = (
    <CalendarPage
      years={calendarYearsOf(centre)}
      changes={changes}
      mayLoad={hasCentreRole(deps, c.get("principal"), centre, MAY_LOAD)}
      form={form}
      problems={problems}
      applied={
        moved !== undefined && /^\d{1,6}$/.test(moved)
          ? { moved, complete: c.req.query("complete") !== undefined }
          : undefined
      }
      nameOf={
        await namesOf(
          deps.table,
          changes.map(({ appliedBy }) => appliedBy),
        )
      }
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  return showOversight(c, { centre, place, ...(problems.length > 0 ? { status: 422 } : {}) }, page);
}

/** The next year, in the months in which its notice comes; until then a changed notice for the present one. */
function emptyForm(c: Context<PageEnv>, centre: Centre): NoticeForm {
  const years = calendarYearsOf(centre);
  const last = Math.max(...years.map(({ year }) => year));
  const present = yearOf(dateOf(dateTimeAt(c.get("deps").now(), "Asia/Shanghai")));
  const year = present >= last ? last + 1 : present;
  const loaded = years.find((one) => one.year === year);
  return {
    year: String(year),
    version: String((loaded?.version ?? 0) + 1),
    sourceZh: "",
    sourceEn: "",
    rows: "",
    basis: "",
  };
}
