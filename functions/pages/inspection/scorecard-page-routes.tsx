// The page of the scorecard: its versions, and saving the next one with other weights.
import { type Context, Hono } from "hono";
import { INSPECTION_ACCESS } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { Scorecard } from "../../../shared/capabilities/inspection/scorecard.ts";
import { addDays } from "../../../shared/kernel/plain-date.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import { placeFor } from "../../use-cases/inspection/inspection-call.ts";
import { saveScorecard, scorecardsOf } from "../../use-cases/inspection/open-round.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { askedBy, numberIn, shaped, textIn, tokenOf } from "./page-call.ts";
import { ScorecardPage } from "./scorecard-page.tsx";

const PATH = "/centre/scorecard";

export function scorecardPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get(PATH, showScorecard).post(PATH, async (c) => {
    const place = await placeFor(askedBy(c), "editScorecard");
    const fields = await readForm(c);
    const latest = (await scorecardsOf(place)).reduce((a, b) => (a.version > b.version ? a : b));
    const sections = latest.sections.map((section) => {
      const criteria = section.criteria.map((item) => ({
        ...item,
        weight: numberIn(fields, `weight.${item.id}`),
      }));
      return { ...section, criteria, weight: criteria.reduce((sum, { weight = 0 }) => sum + weight, 0) };
    });
    const version = numberIn(fields, "version");
    await saveScorecard(
      place,
      shaped(Scorecard, { ...latest, version, effectiveFrom: textIn(fields, "effectiveFrom"), sections }),
    );
    return c.redirect(pagePaths.scorecard({ centre: place.centre.id }), 303);
  });
}

async function showScorecard(c: Context<PageEnv>): Promise<Response> {
  const place = await placeFor(askedBy(c), "readRound");
  const versions = await scorecardsOf(place);
  const page = (
    <ScorecardPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      centre={place.centre.id}
      versions={versions.sort((a, b) => a.version - b.version)}
      mayEdit={hasCentreRole(c.get("deps"), place.principal, place.centre, INSPECTION_ACCESS.editScorecard)}
      tomorrow={addDays(place.today, 1)}
    />
  );
  return showPage(c, { zh: "验收评分表", en: "Scorecard" }, page);
}
