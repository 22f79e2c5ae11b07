// The catalogue's pages: the list, one service, the preview of a new version, and putting it into force.
import { type Context, Hono } from "hono";
import { type Matter, POST_HOLDER } from "../../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { mattersOn, versionsOf } from "../../../shared/capabilities/catalogue/versions.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { addDays } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { applyVersion, previewVersion, type VersionPreview } from "../../use-cases/catalogue/new-version.ts";
import { centreToday } from "../../use-cases/centre-zone.ts";
import { matterVersions } from "../../use-cases/hall-facts.ts";
import { centreFor, mayAtCentre } from "../centre/centre-for.ts";
import { showPage } from "../design/show-page.tsx";
import { showFlow } from "../flows/flow-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { CataloguePage } from "./catalogue-page.tsx";
import { CATALOGUE_TEXTS } from "./catalogue-texts.ts";
import { MatterPage } from "./matter-page.tsx";
import { NewMatterPage } from "./new-matter-page.tsx";
import { formOf, type MatterForm, matterFrom, readForm as readMatter } from "./read-matter-form.ts";
import { type NewMatterForm, newMatterFrom, readNewMatter } from "./read-new-matter.ts";

export function catalogueRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/catalogue", async (c) => {
      const centre = await centreFor(c);
      const today = centreToday(c.get("deps").now());
      const versions = matterVersions(centre);
      const lines = mattersOn(versions, today).map((matter) => ({
        matter,
        upcoming: versionsOf(versions, matter.id).find(({ effectiveFrom }) => (effectiveFrom ?? "") > today),
      }));
      const page = (
        <CataloguePage
          centre={centre.name}
          posts={SHIPPED_POSTS}
          lines={lines}
          today={today}
          mayChange={mayAtCentre(c, centre, ["centreAdmin"])}
          locale={localeOf(c)}
        />
      );
      return showPage(c, CATALOGUE_TEXTS.title, page);
    })
    .get("/centre/catalogue/new", async (c) => {
      await centreFor(c, ["centreAdmin"]);
      return showNewMatter(c, undefined, []);
    })
    .post("/centre/catalogue/new", async (c) => {
      const given = readNewMatter(await readForm(c));
      const centre = await centreFor(c, ["centreAdmin"]);
      const proposed = newMatterFrom(given, matterVersions(centre));
      if (!proposed.ok) return showNewMatter(c, given, proposed.error);
      const applied = await applyVersion(c.get("deps"), centre.id, proposed.value);
      if (!applied.ok) return showNewMatter(c, given, applied.error);
      const matter = proposed.value.id;
      c.get("deps").log("CATALOGUE_CHANGED", { centre: centre.id, matter, by: c.get("principal").id });
      return c.redirect(withQuery(pagePaths.matter(matter), { from: proposed.value.effectiveFrom }), 303);
    })
    .get("/centre/catalogue/:matter", async (c) => {
      const centre = await centreFor(c);
      const matter = getMatter(c, centre);
      const applied = c.req.query("from")?.slice(0, 10);
      return showMatter(c, centre, matter, formOf(matter, POST_HOLDER), { applied });
    })
    .get("/centre/catalogue/:matter/flow", async (c) => {
      const matter = getMatter(c, await centreFor(c));
      return showFlow(c, matter, pagePaths.matter(matter.id));
    })
    .post("/centre/catalogue/:matter/preview", async (c) => {
      const { centre, matter, form, proposed } = await proposal(c);
      if (!proposed.ok) return showMatter(c, centre, matter, form, { problems: proposed.error });
      const preview = previewVersion(centre, proposed.value, c.get("deps").now());
      return preview.ok
        ? showMatter(c, centre, matter, form, { preview: preview.value })
        : showMatter(c, centre, matter, form, { problems: preview.error });
    })
    .post("/centre/catalogue/:matter", async (c) => {
      const { centre, matter, form, proposed } = await proposal(c);
      if (!proposed.ok) return showMatter(c, centre, matter, form, { problems: proposed.error });
      const applied = await applyVersion(c.get("deps"), centre.id, proposed.value);
      if (!applied.ok) return showMatter(c, centre, matter, form, { problems: applied.error });
      c.get("deps").log("CATALOGUE_CHANGED", {
        centre: centre.id,
        matter: matter.id,
        by: c.get("principal").id,
      });
      return c.redirect(withQuery(pagePaths.matter(matter.id), { from: proposed.value.effectiveFrom }), 303);
    });
}

function showNewMatter(
  c: Context<PageEnv>,
  given: NewMatterForm | undefined,
  problems: readonly Problem[],
): Response | Promise<Response> {
  const page = (
    <NewMatterPage
      given={given}
      tomorrow={addDays(centreToday(c.get("deps").now()), 1)}
      problems={problems}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.newMatter };
  return showPage(c, CATALOGUE_TEXTS.newMatter, page, { status: problems.length > 0 ? 409 : 200, ...other });
}

async function proposal(c: Context<PageEnv>) {
  const fields = await readForm(c);
  const centre = await centreFor(c, ["centreAdmin"]);
  const matter = getMatter(c, centre);
  const form = readMatter(fields);
  return { centre, matter, form, proposed: matterFrom(matter, form) };
}

/** The latest version: the next one follows it. */
function getMatter(c: Context<PageEnv>, centre: Centre): Matter {
  const own = versionsOf(matterVersions(centre), c.req.param("matter") ?? "");
  return own.at(-1) ?? refuse(httpProblems.not_found({}));
}

function showMatter(
  c: Context<PageEnv>,
  centre: Centre,
  matter: Matter,
  form: MatterForm,
  state: {
    readonly problems?: readonly Problem[];
    readonly preview?: VersionPreview;
    readonly applied?: string | undefined;
  },
): Response | Promise<Response> {
  const { problems = [], preview, applied } = state;
  const page = (
    <MatterPage
      matter={matter}
      versions={versionsOf(matterVersions(centre), matter.id)}
      form={form}
      problems={problems}
      preview={preview}
      applied={applied}
      mayChange={mayAtCentre(c, centre, ["centreAdmin"])}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.matter(matter.id) };
  return showPage(c, matter.name, page, { status: problems.length > 0 ? 409 : 200, ...other });
}
