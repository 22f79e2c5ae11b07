// What every board begins and ends with: who asks about which centre and ledger; the page, or one of its tables as a file.
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { monthOf, type PlainDate, yearOf } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { RowsQuery } from "../../boards/figures-table.ts";
import { centreRows } from "../../boards/rows-address.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentre } from "../../http/require-principal.ts";
import type { Block, Figure } from "../../reports/model/report.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { centreZone } from "../../use-cases/centre-zone.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { showPage } from "../design/show-page.tsx";
import { exportFormat, sendExport, tableAsked } from "../exports/send-export.ts";
import { placesFor } from "../oversight/oversight-nav.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { BoardFilters } from "./board-filters.tsx";
import { BoardFrame, type BoardLink } from "./board-frame.tsx";
import { FRAME_TEXTS } from "./frame-texts.ts";

export interface BoardCall {
  readonly deps: Dependencies;
  readonly centre: Centre;
  /** Named in addresses only for people with several centres. */
  readonly centreNamed: string | undefined;
  readonly ledger: Ledger;
  /** Ledgers with figures that the caller may read. */
  readonly ledgers: readonly Ledger[];
  readonly allHalls: readonly Hall[];
  /** Those of the centre today. */
  readonly halls: readonly Hall[];
  readonly zone: string;
  readonly today: PlainDate;
  readonly rowsOf: (query: RowsQuery) => string;
}

export async function boardCall(c: Context<PageEnv>): Promise<BoardCall> {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const centreNamed = c.req.query("centre") || undefined;
  const centre = await getCentre(deps, principal, centreNamed);
  const allHalls = await listHalls(deps.table);
  const halls = hallsOf(allHalls, centre.id, deps.now());
  const zone = centreZone(halls);
  const today = dateOf(dateTimeAt(deps.now(), zone));
  const place = { id: "", centre: centre.id, today };
  const ledgers = deps.ledgers.filter(
    ({ metrics, access }) => Object.keys(metrics).length > 0 && can(principal, place, access, "read"),
  );
  const wanted = c.req.query("ledger");
  const ledger = wanted ? ledgers.find(({ id }) => id === wanted) : ledgers[0];
  if (!ledger)
    refuse(
      wanted ? httpProblems.unknown_ledger({ ledger: wanted.slice(0, 80) }) : httpProblems.not_permitted({}),
    );
  return {
    deps,
    centre,
    centreNamed,
    ledger,
    ledgers,
    allHalls,
    halls: [...halls].sort((a, b) => (a.id < b.id ? -1 : 1)),
    zone,
    today,
    rowsOf: centreRows(centreNamed),
  };
}

export interface BoardView {
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
  readonly keyFigures?: readonly Figure[];
  readonly notice?: Text | undefined;
  /** What can be chosen beside the ledger. */
  readonly fields: BoardFields;
}

export interface BoardFields {
  /** The month or year shown, with the ways to the one before and after. */
  readonly period?: Period;
  /** The last month of a trend. */
  readonly month?: Period;
  readonly hall?: { readonly halls: readonly Hall[]; readonly chosen: string | undefined };
  readonly compare?: { readonly from: Period; readonly to: Period };
}

export async function showBoard(c: Context<PageEnv>, call: BoardCall, view: BoardView): Promise<Response> {
  const { deps, centre, ledger, zone } = call;
  const format = exportFormat(c);
  if (format) {
    const table = tableAsked(c, view.blocks);
    return sendExport(c, { centre: centre.id, table, format, personal: "none", zone });
  }
  const locale = localeOf(c);
  const url = new URL(c.req.url);
  const page: Child = (
    <BoardFrame
      centre={centre}
      title={view.title}
      asOf={dateTimeAt(deps.now(), zone)}
      zone={zone}
      locale={locale}
      boards={boardLinks(call, view)}
      current={view.id}
      places={placesFor(deps, c.get("principal"), centre)}
      filters={<BoardFilters call={call} view={view} locale={locale} />}
      keyFigures={view.keyFigures && { ledger, figures: view.keyFigures }}
      notice={view.notice}
      blocks={view.blocks}
      exportOf={(table, as) => {
        const query = { ...Object.fromEntries(url.searchParams), table: table.id, as };
        return withQuery(url.pathname, query);
      }}
    />
  );
  return showPage(c, view.title, page);
}

/** The same ledger on the other boards, and the same period where they have one. */
function boardLinks({ ledger, ledgers, centreNamed, today }: BoardCall, { fields }: BoardView): BoardLink[] {
  const query = { ledger: ledger === ledgers[0] ? undefined : ledger.id, centre: centreNamed };
  const shown = fields.period ?? fields.month ?? fields.compare?.to;
  const month = shown?.kind === "month" ? shown.id : monthOf(today);
  const year = shown?.id.slice(0, 4) ?? String(yearOf(today));
  return [
    { id: "month", href: pagePaths.board("months", month, query), label: FRAME_TEXTS.month },
    { id: "year", href: pagePaths.board("years", year, query), label: FRAME_TEXTS.year },
    { id: "trends", href: pagePaths.trends({ ...query, month }), label: FRAME_TEXTS.trends },
    { id: "compare", href: pagePaths.compare({ ...query, month }), label: FRAME_TEXTS.compare },
    { id: "overdue", href: pagePaths.overdue(query), label: FRAME_TEXTS.overdue },
  ];
}
