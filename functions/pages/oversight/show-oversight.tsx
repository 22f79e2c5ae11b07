// A page of the centre's oversight: for those with a role that may open it, under the way to the others.
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { say } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentreAs } from "../../http/require-centre-role.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { OversightNav, type OversightPlace, placesFor } from "./oversight-nav.tsx";

/** The centre that the caller means, when they may open the page. */
export function centreOf(c: Context<PageEnv>, { roles }: OversightPlace): Promise<Centre> {
  return getCentreAs(c.get("deps"), c.get("principal"), c.req.query("centre"), roles);
}

export function formTokenOf(c: Context<PageEnv>): string {
  return c.get("signedIn")?.formToken ?? refuse(httpProblems.session_expired({}));
}

export interface OversightFrame {
  readonly centre: Centre;
  readonly place: OversightPlace;
  /** Refused, so that the form is shown again. */
  readonly status?: 422 | 409;
}

export function showOversight(
  c: Context<PageEnv>,
  { centre, place, status }: OversightFrame,
  content: Child,
): Response | Promise<Response> {
  const locale = localeOf(c);
  const page = (
    <>
      <p class="crumbs soft">{say(centre.name, locale)}</p>
      <OversightNav
        places={placesFor(c.get("deps"), c.get("principal"), centre)}
        at={place.id}
        locale={locale}
      />
      {content}
    </>
  );
  return showPage(c, place.label, page, status ? { status, otherLanguage: place.path } : {});
}
