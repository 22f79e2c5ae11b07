// Compliance over HTTP: who owes what by when, for a hall and for the centre, and a word to those who are late.
import { Hono } from "hono";
import * as z from "zod";
import { periodProblems } from "../../shared/capabilities/periods/period-problems.ts";
import { dateTimeAt } from "../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { can, rolesAt } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { getCentre, getHall } from "../http/require-principal.ts";
import { listHalls } from "../storage/directory-store.ts";
import { dutyGroupStatus, readMatrix } from "../use-cases/obligations/centre-obligations.ts";
import { readDecisions } from "../use-cases/obligations/decisions.ts";
import { remind } from "../use-cases/obligations/remind.ts";
import { type OwedRow, readRowDuties } from "../use-cases/obligations/row-duties.ts";
import { owedView } from "./owed-view.ts";

export function obligationRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/obligations", async (c) => {
    const deps = c.get("deps");
    const centre = await getCentre(deps, c.get("principal"), c.req.query("centre"));
    const period = periodOf(c.req.query("period"));
    const wanted = c.req.query("hall");
    const halls = (await listHalls(deps.table)).filter(({ id }) => wanted === undefined || id === wanted);
    if (wanted !== undefined && halls.length === 0)
      refuse(httpProblems.unknown_hall({ hall: wanted.slice(0, 80) }));
    const matrix = await readMatrix(deps.table, centre, halls, period, deps.now());
    return c.json({
      centre: centre.id,
      period: period.id,
      asOf: dateTimeAt(deps.now(), halls[0]?.timeZone ?? "Asia/Shanghai"),
      halls: matrix.map(({ hall, owed, duties }) => ({
        hall: { id: hall.id, name: hall.name },
        obligations: owed.map((one) => owedView(hall, one)),
        // As counted last, within the hour: rows are not looked at for a thousand halls at once.
        duties: duties && {
          asOf: duties.asOf,
          counts: duties.counts.map((count) => ({
            ...count,
            status: dutyGroupStatus(count),
            rows: `/v1/halls/${hall.id}/obligations?period=${period.id}&duty=${count.id}`,
          })),
        },
      })),
    });
  });

  routes.post("/centre/obligations/remind", async (c) => {
    const deps = c.get("deps");
    const body = await readBody(
      c,
      z.strictObject({
        period: z.string(),
        halls: z.array(z.string()).max(1000).exactOptional(),
        centre: z.string().exactOptional(),
      }),
    );
    const centre = await getCentre(deps, c.get("principal"), body.centre);
    const outcome = await remind(deps, c.get("principal"), centre, periodOf(body.period), body.halls);
    if (outcome === undefined) refuse(periodProblems.reminders_unavailable({}));
    const { owed, ...told } = outcome;
    return c.json({ reminded: owed, ...told });
  });

  routes.get("/halls/:hall/obligations", async (c) => {
    const deps = c.get("deps");
    const at = await getHall(deps, c.req.param("hall"));
    const readable = deps.ledgers.filter((ledger) =>
      can(c.get("principal"), at.place, ledger.access, "read"),
    );
    if (readable.length === 0) refuse(httpProblems.not_permitted({}));
    const period = periodOf(c.req.query("period"));
    const wanted = c.req.query("duty");
    const [matrix, rows, decisions] = await Promise.all([
      readMatrix(deps.table, at.centre, [at.hall], period, deps.now()),
      readRowDuties(deps.table, at.hall, at.centre, readable, deps.now()),
      readDecisions(deps, c.get("principal"), at),
    ]);
    const roles: readonly string[] = rolesAt(c.get("principal"), at.place);
    const linkTo = (ledger: string, id: string) => `/v1/halls/${at.hall.id}/ledgers/${ledger}/records/${id}`;
    return c.json({
      hall: at.hall.id,
      period: period.id,
      obligations: (matrix[0]?.owed ?? []).map((one) => ({
        ...owedView(at.hall, one),
        yours: roles.includes(one.obligation.rule.mustAct),
      })),
      duties: rows
        .filter((row) => wanted === undefined || dutyName(row) === wanted)
        .map(({ ledger, record, duty, status }) => ({
          ledger,
          id: record.id,
          serial: record.serial,
          duty: duty.id,
          label: duty.label,
          dueOn: duty.dueOn,
          mustAct: duty.mustAct,
          source: duty.source,
          status,
          yours: roles.includes(duty.mustAct),
          link: linkTo(ledger, record.id),
        })),
      decisions: decisions.map(({ ledger, record, steps }) => ({
        ledger: ledger.id,
        title: ledger.title,
        id: record.id,
        serial: record.serial,
        status: record.derived.status,
        dueDate: record.derived.dueDate,
        steps,
        link: linkTo(ledger.id, record.id),
      })),
    });
  });

  return routes;
}

/** `cases/feedback`, as the centre's matrix names it. */
function dutyName({ ledger, duty }: OwedRow): string {
  return `${ledger}/${duty.id}`;
}

function periodOf(id: string | undefined) {
  const given = id ?? refuse(httpProblems.period_required({}));
  return parsePeriod(given) ?? refuse(httpProblems.invalid_period({ period: given.slice(0, 20) }));
}
