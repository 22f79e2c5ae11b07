// The first page: signed-in people are taken to their work, others are told what this is and can come in.
import { type Context, Hono } from "hono";
import { say } from "../../../shared/kernel/text.ts";
import { findHall, listHalls } from "../../storage/directory-store.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { safeReturn } from "../sign-in/return-to.ts";
import type { Work } from "../sign-in/work-of.ts";
import { accountGroups } from "./account-groups.ts";
import { HOME_TEXTS, HomePage } from "./home-page.tsx";

export function homeRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get("/", async (c) => {
    const work = c.get("signedIn")?.work;
    if (work) return showWork(c, work);
    const { table, publicUrl, demonstrationAccounts, demonstrationWorkbooks = [] } = c.get("deps");
    const groups = demonstrationAccounts
      ? accountGroups(await demonstrationAccounts(), await listHalls(table))
      : null;
    const returnTo = safeReturn(c.req.query("to"), publicUrl);
    const page = (
      <HomePage locale={localeOf(c)} groups={groups} workbooks={demonstrationWorkbooks} returnTo={returnTo} />
    );
    return showPage(c, HOME_TEXTS.title, page);
  });
}

async function showWork(c: Context<PageEnv>, { atCentre, halls: ids }: Work): Promise<Response> {
  const locale = localeOf(c);
  if (atCentre) return c.redirect(pagePaths.chooseMonth, 303);
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return c.redirect(pagePaths.hall(only), 303);
  if (only === undefined)
    return showPage(c, HOME_TEXTS.title, <p class="notice">{say(HOME_TEXTS.noRole, locale)}</p>);
  const halls = await Promise.all(ids.map((id) => findHall(c.get("deps").table, id)));
  const content = (
    <>
      <h1>{say(HOME_TEXTS.myHalls, locale)}</h1>
      <ul>
        {halls.map(
          (hall) =>
            hall && (
              <li>
                <a href={pagePaths.hall(hall.id)}>{say(hall.name, locale)}</a>
              </li>
            ),
        )}
      </ul>
    </>
  );
  return showPage(c, HOME_TEXTS.myHalls, content);
}
