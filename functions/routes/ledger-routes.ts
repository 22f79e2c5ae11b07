// The ledgers over HTTP: definitions, reference data, sync, rows with their history.
import { type Context, Hono } from "hono";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { can } from "../../shared/kernel/permissions.ts";
import { describeLedger } from "../../shared/ledger/describe-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { getHall, getLedger } from "../http/require-principal.ts";
import { listHallPeople } from "../storage/directory-store.ts";
import { findPersonal, readFeedEnds } from "../storage/record-store.ts";
import { findOpenRows, findRowsOf } from "../use-cases/find-rows.ts";
import { factsFor, personFacts } from "../use-cases/hall-facts.ts";
import { readHistory } from "../use-cases/read-history.ts";
import { hallReference } from "../use-cases/reference.ts";
import { rowView } from "../use-cases/row-view.ts";
import { SyncRequest, syncRows } from "../use-cases/sync-rows.ts";
import { recordId, rowsAt } from "./rows-at.ts";

export function ledgerRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/ledgers", (c) => c.json(c.get("deps").ledgers.map(describeLedger)));
  routes.get("/ledgers/:ledger", (c) =>
    c.json(describeLedger(getLedger(c.get("deps"), c.req.param("ledger")))),
  );

  routes.get("/halls/:hall/reference", async (c) => {
    const at = await getHall(c.get("deps"), c.req.param("hall"));
    demandMember(c, at.place);
    const { table, ledgers, now } = c.get("deps");
    const people = await listHallPeople(table, at.hall.id);
    const known = people.map((person) => personFacts(person, at.hall, now()));
    return c.json(hallReference(at, ledgers, known, now(), c.req.query("since")));
  });

  routes.get("/halls/:hall/feeds", async (c) => {
    const { table, ledgers } = c.get("deps");
    const { hall, place } = await getHall(c.get("deps"), c.req.param("hall"));
    demandMember(c, place);
    const readable = ledgers.filter((ledger) => can(c.get("principal"), place, ledger.access, "read"));
    const ends = await readFeedEnds(
      table,
      hall.id,
      readable.map(({ id }) => id),
    );
    return c.json({ feeds: Object.fromEntries(ends) });
  });

  routes.post("/halls/:hall/ledgers/:ledger/sync", async (c) => {
    const { deps, at, ledger, principal } = await rowsAt(c);
    return c.json(await syncRows(deps, principal, at, ledger, await readBody(c, SyncRequest)));
  });

  routes.get("/halls/:hall/ledgers/:ledger/records", async (c) => {
    const { deps, at, ledger } = await rowsAt(c);
    const { today } = factsFor(at.hall, at.centre, deps.now());
    const figure = c.req.query("figure");
    let records: LedgerRecord[];
    if (figure === "open" || figure === "overdue") {
      records = await findOpenRows(deps.table, at.hall, ledger, today, figure === "overdue");
    } else {
      const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
      const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
      const matter = c.req.query("matter");
      if (figure !== undefined && ledger.metrics[figure]?.combine !== "sum") {
        const expected = { zh: "台账的一个计数项", en: "a counted metric of the ledger" };
        refuse(httpProblems.invalid_parameter({ name: "figure", expected }));
      }
      records = await findRowsOf(deps.table, at.hall, ledger, {
        period,
        figure,
        dimensions: matter === undefined ? undefined : new Set([matter]),
      });
    }
    const from = wholeNumber(c, "from", 0, 0, MAX_OFFSET);
    const page = records.slice(from, from + wholeNumber(c, "limit", ROWS_AT_ONCE, 1, ROWS_AT_ONCE));
    const next = from + page.length < records.length ? from + page.length : null;
    return c.json({ rows: await views(c, page), count: records.length, next });
  });

  routes.get("/halls/:hall/ledgers/:ledger/records/:id", async (c) => {
    const { deps, at, ledger, principal } = await rowsAt(c);
    const history = await readHistory(deps, principal, at, ledger, recordId(c), c.req.query("unmask"));
    return c.json(history ?? refuse(httpProblems.unknown_record({})));
  });

  return routes;
}

/** An answer holds 6 MB, and a row with its texts up to 5 kB. */
const ROWS_AT_ONCE = 1000;

const MAX_OFFSET = 9_999_999;

function wholeNumber(c: Context<AppEnv>, name: string, standard: number, least: number, most: number) {
  const given = c.req.query(name);
  if (given === undefined) return standard;
  const value = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  const expected = { zh: `${least} 到 ${most} 的整数`, en: `a whole number from ${least} to ${most}` };
  return refuse(httpProblems.invalid_parameter({ name, expected }));
}

/** Whoever has any role towards the hall may see its reference data. */
function demandMember(c: Context<AppEnv>, place: { id: string; centre: string }): void {
  const member = c
    .get("deps")
    .ledgers.some((ledger) => can(c.get("principal"), place, ledger.access, "read"));
  if (!member) refuse(httpProblems.not_permitted({}));
}

async function views(c: Context<AppEnv>, records: readonly LedgerRecord[]) {
  const { deps, at, ledger, principal } = await rowsAt(c);
  const personal = await findPersonal(
    deps.table,
    records.map(({ id }) => id),
  );
  const { today } = factsFor(at.hall, at.centre, deps.now());
  const unmasked = can(principal, at.place, ledger.access, "readPersonal");
  const reader = { ledger, unmasked, reader: principal.id, today };
  return records.map((record) => rowView(record, personal.get(record.id), reader));
}
