// Which rows are asked for: those behind a figure, or all of a period. The same words in every address.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { type DueBand, isDueBand } from "../../../shared/kernel/due-band.ts";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
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
  /** The value that splits the ledger's figures: the matter of a case. */
  readonly matter: string | undefined;
  /** Matters of one post, or of one flow. */
  readonly post: string | undefined;
  readonly flow: string | undefined;
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
    period: stock ? undefined : period,
    matter: ask("matter"),
    post: ask("post"),
    flow: ask("flow"),
    band,
    page: Number(page),
  };
}

/** The question as an address's query; the first page is not named. */
export function queryOf(question: RowsQuestion, page: number): Record<string, string | undefined> {
  const { ledger, figure, period, matter, post, flow, band } = question;
  return {
    ledger: ledger.id,
    period: period?.id,
    figure,
    matter,
    post,
    flow,
    band,
    page: page === 1 ? undefined : String(page),
  };
}

/** The dimensions that a question is about; undefined where it is about all. */
export function dimensionsOf(
  { matter, post, flow }: RowsQuestion,
  matters: readonly Matter[],
): ReadonlySet<string> | undefined {
  if (matter === undefined && post === undefined && flow === undefined) return undefined;
  if (post === undefined && flow === undefined) return new Set(matter === undefined ? [] : [matter]);
  const meant = matters.filter(
    (one) =>
      (post === undefined || one.post === post) &&
      (flow === undefined || one.flow === flow) &&
      (matter === undefined || one.id === matter),
  );
  return new Set(meant.map(({ id }) => id));
}
