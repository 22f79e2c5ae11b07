// Which rows are asked for: those behind a figure, or all of a period. The same words in every address.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { type DueBand, isDueBand } from "../../../shared/kernel/due-band.ts";
import { isInPeriod, type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger } from "../../http/require-principal.ts";
import { isStock } from "./stock-figures.ts";

export interface RowsQuestion {
  readonly ledger: Ledger;
  /** A metric of the ledger, "open" or "overdue"; absent: every row of the period, voided ones included. */
  readonly figure: string | undefined;
  /** Absent for what is open now. */
  readonly period: Period | undefined;
  /** The values that split the ledger's figures: the matter of a case, or several with commas. */
  readonly matter: string | undefined;
  /** Matters of one post, or of one flow. */
  readonly post: string | undefined;
  readonly flow: string | undefined;
  /** Only rows whose field has this value: `subtype:snack-bar`; without a value, those that have none. */
  readonly is: { readonly field: string; readonly value: string } | undefined;
  /** Of what is open: how urgent. */
  readonly band: DueBand | undefined;
  /** From 1. */
  readonly page: number;
}

/** A parameter of an address, by its name. */
export type Ask = (name: string) => string | undefined;

export function readRowsQuestion(deps: Pick<Dependencies, "ledgers">, ask: Ask): RowsQuestion {
  const ledger = getLedger(deps, ask("ledger") ?? "");
  const figure = ask("figure");
  const stock = figure !== undefined && isStock(figure);
  if (figure !== undefined && !stock && !Object.hasOwn(ledger.metrics, figure)) {
    const expected = { zh: "台账的一个指标", en: "a metric of the ledger" };
    refuse(httpProblems.invalid_parameter({ name: "figure", expected }));
  }
  const id = ask("period");
  if (id === undefined && !stock) refuse(httpProblems.period_required({}));
  const period = id === undefined ? undefined : parsePeriod(id);
  if (id !== undefined && !period) refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
  const until = ask("until");
  if (period && until !== undefined && !(isPlainDate(until) && isInPeriod(until, period))) {
    const expected = { zh: `${period.id} 内的一天`, en: `a day of ${period.id}` };
    refuse(httpProblems.invalid_parameter({ name: "until", expected }));
  }
  const page = ask("page") ?? "1";
  if (!/^[1-9]\d{0,5}$/.test(page)) {
    const expected = { zh: "从 1 起的页码", en: "a page number from 1" };
    refuse(httpProblems.invalid_parameter({ name: "page", expected }));
  }
  const band = ask("band");
  if (band !== undefined && !isDueBand(band)) {
    const expected = { zh: "一个到期分档", en: "a band of urgency" };
    refuse(httpProblems.invalid_parameter({ name: "band", expected }));
  }
  return {
    ledger,
    figure,
    // A summary may be as of a day within its period.
    period:
      stock || !period ? undefined : { ...period, ...(until && isPlainDate(until) ? { last: until } : {}) },
    is: readIs(ledger, ask("is")),
    matter: ask("matter"),
    post: ask("post"),
    flow: ask("flow"),
    band,
    page: Number(page),
  };
}

/** Personal fields narrow nothing down: a list must not tell what is masked in it. */
function readIs(ledger: Ledger, given: string | undefined): RowsQuestion["is"] {
  if (given === undefined) return undefined;
  const [field = "", ...value] = given.split(":");
  const found = Object.hasOwn(ledger.fields, field) ? ledger.fields[field] : undefined;
  if (found && !found.personal) return { field, value: value.join(":") };
  const expected = { zh: "“栏名:值”，栏目不含个人信息", en: "“field:value” of a field that is not personal" };
  return refuse(httpProblems.invalid_parameter({ name: "is", expected }));
}

/** The question as an address's query; the first page is not named. */
export function queryOf(question: RowsQuestion, page: number): Record<string, string | undefined> {
  const { ledger, figure, period, matter, post, flow, band, is } = question;
  const whole = period && parsePeriod(period.id);
  return {
    ledger: ledger.id,
    period: period?.id,
    figure,
    matter,
    post,
    flow,
    band,
    is: is && `${is.field}:${is.value}`,
    until: period && whole && period.last < whole.last ? period.last : undefined,
    page: page === 1 ? undefined : String(page),
  };
}

/** The dimensions that a question is about; undefined where it is about all. */
export function dimensionsOf(
  { matter, post, flow }: RowsQuestion,
  matters: readonly Matter[],
): ReadonlySet<string> | undefined {
  if (matter === undefined && post === undefined && flow === undefined) return undefined;
  // Several that are counted as one are named together: new permits and renewals.
  const named = matter?.split(",");
  if (post === undefined && flow === undefined) return new Set(named);
  const meant = matters.filter(
    (one) =>
      (post === undefined || one.post === post) &&
      (flow === undefined || one.flow === flow) &&
      (named === undefined || named.includes(one.id)),
  );
  return new Set(meant.map(({ id }) => id));
}
