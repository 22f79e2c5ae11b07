// A hall's page of its standards and means, for its own people and the centre's.
import { Hono } from "hono";
import { rolesAt } from "../../../shared/kernel/permissions.ts";
import { hallRows } from "../../boards/rows-address.ts";
import { standardBlocks } from "../../boards/standard-tables.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall } from "../../http/require-principal.ts";
import { showPage } from "../design/show-page.tsx";
import { exportFormat, sendExport, tableAsked } from "../exports/send-export.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { withQuery } from "../page-paths.ts";
import { RegisterFrame } from "./register-frame.tsx";
import { periodAsked } from "./register-routes.tsx";
import { REGISTER_TEXTS } from "./register-texts.ts";

export function standardRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get("/halls/:hall/standard", async (c) => {
    const deps = c.get("deps");
    const { hall, centre, place } = await getHall(deps, c.req.param("hall"));
    if (rolesAt(c.get("principal"), place).length === 0) refuse(httpProblems.not_permitted({}));
    const { today } = place;
    const period = periodAsked(c, "year", today);
    const call = { deps, centre, halls: [hall], today, period, rowsOf: hallRows(hall.id) };
    const blocks = await standardBlocks(call, hall);
    const format = exportFormat(c);
    if (format) {
      const table = tableAsked(c, blocks);
      return sendExport(c, { centre: centre.id, table, format, personal: "none", zone: hall.timeZone });
    }
    const url = new URL(c.req.url);
    const page = (
      <RegisterFrame
        place={hall.name}
        title={REGISTER_TEXTS.standard}
        current={null}
        period={{ name: "year", id: period.id }}
        blocks={blocks}
        exportOf={(table, as) =>
          withQuery(url.pathname, { ...Object.fromEntries(url.searchParams), table: table.id, as })
        }
        locale={localeOf(c)}
      />
    );
    return showPage(c, REGISTER_TEXTS.standard, page);
  });
}
