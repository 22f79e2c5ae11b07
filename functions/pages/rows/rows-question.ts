// Which rows a page asks for: those behind a figure, or all of a period.
import type { Context } from "hono";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger } from "../../http/require-principal.ts";
import { isStock } from "../centre/board-figures.ts";
import type { PageEnv } from "../page-env.ts";
import type { Query } from "../page-paths.ts";

export interface RowsQuestion {
  readonly ledger: Ledger;
  /** A metric of the ledger, "open" or "overdue"; absent: every row of the period, voided ones included. */
  readonly figure: string | undefined;
  /** Absent for what is open now. */
  readonly period: Period | undefined;
  readonly matter: string | undefined;
  /** From 1. */
  readonly page: number;
}

export function readRowsQuestion(c: Context<PageEnv>): RowsQuestion {
  const ledger = getLedger(c.get("deps"), c.req.query("ledger") ?? "");
  const figure = c.req.query("figure");
  const stock = figure !== undefined && isStock(figure);
  if (figure !== undefined && !stock && !Object.hasOwn(ledger.metrics, figure)) {
    const expected = { zh: "台账的一个指标", en: "a metric of the ledger" };
    refuse(httpProblems.invalid_parameter({ name: "figure", expected }));
  }
  const id = c.req.query("period");
  if (id === undefined && !stock) refuse(httpProblems.period_required({}));
  const period = id === undefined ? undefined : parsePeriod(id);
  if (id !== undefined && !period) refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
  const page = c.req.query("page") ?? "1";
  if (!/^[1-9]\d{0,5}$/.test(page)) {
    const expected = { zh: "从 1 起的页码", en: "a page number from 1" };
    refuse(httpProblems.invalid_parameter({ name: "page", expected }));
  }
  return {
    ledger,
    figure,
    period: stock ? undefined : period,
    matter: c.req.query("matter"),
    page: Number(page),
  };
}

/** The question as an address's query; the first page is not named. */
export function queryOf({ ledger, figure, period, matter }: RowsQuestion, page: number): Query {
  return {
    ledger: ledger.id,
    period: period?.id,
    figure,
    matter,
    page: page === 1 ? undefined : String(page),
  };
}
