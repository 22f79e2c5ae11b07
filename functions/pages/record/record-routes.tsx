// The page of one row, masked as the reader's role demands, and looking at it unmasked on purpose.
import { type Context, Hono } from "hono";
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { dimensionOf } from "../../../shared/ledger/define-ledger.ts";
import { dayIn } from "../../../shared/ledger/plain-register.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getLedger, getPlace } from "../../http/require-principal.ts";
import { mattersOf } from "../../use-cases/hall-facts.ts";
import { readHistory } from "../../use-cases/read-history.ts";
import { listPapers } from "../../use-cases/read-papers.ts";
import { showPage } from "../design/show-page.tsx";
import { choicesFor } from "../ledger/form-choices.ts";
import type { TriedStep } from "../ledger/steps-panel.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { namesIn } from "./field-values.ts";
import { peopleOfHalls } from "./names-of-people.ts";
import { RecordPage } from "./record-page.tsx";

const PATH = "/halls/:hall/ledgers/:ledger/records/:id";

export function recordRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get(PATH, (c) => showRecord(c, {}))
    .post(`${PATH}/unmask`, async (c) => {
      const reason = (await readForm(c)).get("reason")?.trim() ?? "";
      return showRecord(c, { reason });
    });
}

export interface LookAtRecord {
  /** For looking unmasked; without one it is an ordinary look. */
  readonly reason?: string;
  /** A step that was refused. */
  readonly tried?: TriedStep;
}

export async function showRecord(c: Context<PageEnv>, { reason, tried }: LookAtRecord): Promise<Response> {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  demand(principal, at.place, ledger, "read");
  const id = c.req.param("id") ?? "";
  const history = await readHistory(deps, principal, at, ledger, id, reason);
  if (!history) refuse(httpProblems.unknown_record({}));
  // In the version under which the row was received.
  const matters = mattersOf(at.centre, dayIn(history.values, ledger.businessDate));
  const matter = matters.find((one) => one.id === dimensionOf(ledger.dimension, history.values));
  const page = (
    <RecordPage
      history={history}
      papers={await listPapers(deps, at, ledger, id)}
      ledger={ledger}
      hall={at.hall}
      locale={localeOf(c)}
      nameOf={namesIn(matters, await peopleOfHalls(deps.table, [at.hall], [ledger]))}
      personOf={(person) => history.people[person] ?? person}
      limit={matter?.timeLimit ?? undefined}
      mayUnmask={can(principal, at.place, ledger.access, "unmask")}
      mayErase={
        can(principal, at.place, ledger.access, "erase") &&
        ledger.personalFields.some((field) => (history.values[field] ?? null) !== null)
      }
      formToken={c.get("signedIn")?.formToken ?? ""}
      unmaskedFor={reason}
      choices={await choicesFor(deps, at, ledger)}
      tried={tried}
      now={dateTimeAt(deps.now(), at.hall.timeZone)}
    />
  );
  const address = pagePaths.record(at.hall.id, ledger.id, id);
  const other = {
    ...(reason === undefined && tried === undefined ? {} : { otherLanguage: address }),
    ...(tried ? { status: 422 as const } : {}),
  };
  return showPage(c, { zh: history.serial, en: history.serial }, page, other);
}
