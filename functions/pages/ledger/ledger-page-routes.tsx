// Any ledger on pages: its list, its forms, its rows' steps and files; what each asks follows from the definition.
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getHall, getLedger, getPlace } from "../../http/require-principal.ts";
import { attachmentAnswer } from "../../routes/attachment-routes.ts";
import { findPersonal, findRecords } from "../../storage/record-store.ts";
import { findAttachment } from "../../use-cases/attachments.ts";
import { findOpenRows, findRowsOf } from "../../use-cases/find-rows.ts";
import { mattersOf } from "../../use-cases/hall-facts.ts";
import { offeredValues } from "../../use-cases/offered-values.ts";
import { stocksOfHall } from "../../use-cases/roll-ups.ts";
import { rowView } from "../../use-cases/row-view.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { namesIn } from "../record/field-values.ts";
import { peopleOfHalls } from "../record/names-of-people.ts";
import { showRecord } from "../record/record-routes.tsx";
import { choicesFor } from "./form-choices.ts";
import { FormPage } from "./form-page.tsx";
import { LedgerPage, LedgersPage } from "./ledger-page.tsx";
import { LEDGER_TEXTS } from "./ledger-texts.ts";
import { formValues, readLedgerForm } from "./read-ledger-form.ts";
import { sendRow } from "./send-row.ts";
import { stepFields } from "./steps-panel.tsx";

const LEDGER = "/halls/:hall/ledgers/:ledger";

export function ledgerPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/ledgers", showLedgers)
    .get(LEDGER, showLedger)
    .get(`${LEDGER}/new`, async (c) => showForm(c, randomUUID(), null, {}))
    .post(`${LEDGER}/new`, async (c) => {
      const { deps, principal, at, ledger } = await placeOf(c, "upsert");
      const posted = await readLedgerForm(c);
      const place = { deps, hall: at.hall.id, ledger: ledger.id };
      const given = await formValues(ledger.fields, posted, place);
      const id = z.uuid().safeParse(posted.text("id")).data ?? randomUUID();
      const values = filled(given.values);
      const problems =
        given.problems.length > 0
          ? given.problems
          : await sendRow(deps, principal, at, ledger, {
              ...{ id, baseVersion: 0, action: "upsert", values },
              ...reasonOf(posted.text("locked_reason")),
            });
      return problems.length === 0
        ? c.redirect(pagePaths.record(at.hall.id, ledger.id, id), 303)
        : showForm(c, id, null, { values: given.values, problems });
    })
    .get(`${LEDGER}/records/:id/change`, async (c) => showForm(c, c.req.param("id"), await current(c), {}))
    .post(`${LEDGER}/records/:id/change`, async (c) => {
      const { deps, principal, at, ledger } = await placeOf(c, "upsert");
      const stored = await current(c);
      const posted = await readLedgerForm(c);
      const place = { deps, hall: at.hall.id, ledger: ledger.id };
      const given = await formValues(stored.fields, posted, place);
      const problems =
        given.problems.length > 0
          ? given.problems
          : await sendRow(deps, principal, at, ledger, {
              id: stored.id,
              baseVersion: Number(posted.text("version")) || 0,
              action: "upsert",
              values: given.values,
              ...reasonOf(posted.text("locked_reason")),
            });
      return problems.length === 0
        ? c.redirect(pagePaths.record(at.hall.id, ledger.id, stored.id), 303)
        : showForm(c, stored.id, stored, { values: given.values, problems, version: posted.text("version") });
    })
    .post(`${LEDGER}/records/:id/steps/:action`, async (c) => {
      const { deps, principal, at, ledger } = await placeOf(c, "read");
      const [id, action] = [c.req.param("id"), c.req.param("action")];
      const fields = stepFields(ledger, action) ?? refuse(httpProblems.not_found({}));
      const posted = await readLedgerForm(c);
      const given = await formValues(fields, posted, { deps, hall: at.hall.id, ledger: ledger.id });
      const problems =
        given.problems.length > 0
          ? given.problems
          : await sendRow(deps, principal, at, ledger, {
              id,
              baseVersion: Number(posted.text("version")) || 0,
              action,
              values: filled(given.values),
              ...reasonOf(posted.text("locked_reason")),
            });
      return problems.length === 0
        ? c.redirect(pagePaths.record(at.hall.id, ledger.id, id), 303)
        : showRecord(c, { tried: { action, values: given.values, problems } });
    })
    .get(`${LEDGER}/attachments/:key`, async (c) => {
      const { deps, at, ledger } = await placeOf(c, "read");
      const found = await findAttachment(deps.blobs, at.hall.id, ledger.id, c.req.param("key"));
      return found.ok ? attachmentAnswer(found.value) : refuse(found.error);
    });
}

/** What was left empty in a new row or a step is not there at all. */
function filled(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function reasonOf(text: string): { reason?: string } {
  const reason = text.trim();
  return reason.length >= 2 ? { reason: reason.slice(0, 200) } : {};
}

async function placeOf(c: Context<PageEnv>, action: string) {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  demand(principal, at.place, ledger, action);
  return { deps, principal, at, ledger };
}

async function showLedgers(c: Context<PageEnv>): Promise<Response> {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const id = c.req.param("hall") ?? "";
  const office = deps.ledgers.find(({ scope }) => scope === "centre");
  const isCentre = office !== undefined && principal.grants.some(({ centre }) => centre === id);
  const at = isCentre ? await getPlace(deps, id, office) : await getHall(deps, id);
  const readable = deps.ledgers.filter(
    (ledger) =>
      ledger.scope === (isCentre ? "centre" : "hall") && can(principal, at.place, ledger.access, "read"),
  );
  if (readable.length === 0) refuse(httpProblems.not_permitted({}));
  const ledgers = await stocksOfHall(deps.table, readable, at.hall, deps.now());
  const page = <LedgersPage hall={at.hall} ledgers={ledgers} isCentre={isCentre} locale={localeOf(c)} />;
  return showPage(c, LEDGER_TEXTS.ledgers, page);
}

async function showLedger(c: Context<PageEnv>): Promise<Response> {
  const { deps, principal, at, ledger } = await placeOf(c, "read");
  const { hall } = at;
  const today = dateOf(dateTimeAt(deps.now(), hall.timeZone));
  const named = c.req.query("month") || null;
  const period = named === null ? null : parsePeriod(named);
  if (named !== null && period?.kind !== "month") refuse(httpProblems.invalid_period({ period: named }));
  const records = period
    ? await findRowsOf(deps.table, hall, ledger, { period })
    : await findOpenRows(deps.table, hall, ledger, today, false);
  const personal = await findPersonal(
    deps.table,
    records.map(({ id }) => id),
  );
  const unmasked = can(principal, at.place, ledger.access, "readPersonal");
  const lines = records.map((record) => ({
    hall,
    view: rowView(record, personal.get(record.id), { ledger, unmasked, reader: principal.id, today }),
    amount: 1,
    counted: null,
  }));
  const page = (
    <LedgerPage
      {...{ hall, ledger, lines }}
      month={named}
      mayAdd={ledger.written !== "verbs" && can(principal, at.place, ledger.access, "upsert")}
      locale={localeOf(c)}
      nameOf={namesIn(mattersOf(at.centre), await peopleOfHalls(deps.table, [hall], [ledger]))}
    />
  );
  return showPage(c, ledger.title, page);
}

/** The stored row that is changed, with the fields that this person may see whole. */
async function current(c: Context<PageEnv>) {
  const { deps, principal, at, ledger } = await placeOf(c, "upsert");
  const id = c.req.param("id") ?? "";
  const record = z.uuid().safeParse(id).success ? (await findRecords(deps.table, [id])).get(id) : undefined;
  if (!record || record.hall !== at.hall.id || record.ledger !== ledger.id) {
    refuse(httpProblems.unknown_record({}));
  }
  const concerned = ledger.concerns(record).includes(principal.id);
  const unmasked = can(principal, at.place, ledger.access, "readPersonal") && !concerned;
  const personal = unmasked ? (await findPersonal(deps.table, [id])).get(id) : undefined;
  const locked = ledger.locked(record);
  const fields = Object.fromEntries(
    Object.entries(ledger.fields).filter(
      ([name, field]) => isAskable(field.kind) && !locked.includes(name) && (unmasked || !field.personal),
    ),
  );
  return {
    id,
    version: record.version,
    serial: record.serial,
    fields,
    values: { ...record.values, ...personal },
  };
}

/** Steps of a process come from elsewhere; no form asks for them. */
function isAskable(kind: string): boolean {
  return kind !== "processSteps";
}

interface Tried {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly problems?: Awaited<ReturnType<typeof sendRow>>;
  readonly version?: string;
}

async function showForm(
  c: Context<PageEnv>,
  id: string,
  stored: Awaited<ReturnType<typeof current>> | null,
  { values, problems = [], version }: Tried,
): Promise<Response> {
  const { deps, principal, at, ledger } = await placeOf(c, "upsert");
  if (ledger.written === "verbs") refuse(httpProblems.written_by_verbs({ ledger: ledger.title }));
  const { hall } = at;
  const now = dateTimeAt(deps.now(), hall.timeZone);
  const fields = stored?.fields ?? ledger.fields;
  // What steps alone set is not asked for.
  const locked = stored ? [] : ledger.locked({ values: {}, personalFields: [], events: [], enteredAt: now });
  const asked = Object.entries(fields).filter(
    ([name, field]) => isAskable(field.kind) && !locked.includes(name),
  );
  const path = pagePaths.ledger(hall.id, ledger.id);
  const title: Text = stored
    ? { zh: `${LEDGER_TEXTS.change.zh} ${stored.serial}`, en: `${LEDGER_TEXTS.change.en} ${stored.serial}` }
    : LEDGER_TEXTS.add;
  const page = (
    <FormPage
      {...{ hall, ledger, title, problems }}
      back={stored ? pagePaths.record(hall.id, ledger.id, stored.id) : path}
      action={
        stored ? pagePaths.changeRow(hall.id, ledger.id, stored.id) : pagePaths.newRow(hall.id, ledger.id)
      }
      fields={asked}
      values={values ?? stored?.values ?? (await offeredValues(deps, at, ledger, principal.id))}
      button={LEDGER_TEXTS.save}
      locale={localeOf(c)}
      choices={await choicesFor(deps, at, ledger)}
      formToken={c.get("signedIn")?.formToken ?? ""}
      hidden={stored ? { version: version ?? String(stored.version) } : { id }}
    />
  );
  const options = problems.length > 0 ? { status: 422 as const, otherLanguage: path } : {};
  return showPage(c, title, page, options);
}
