// Which thrown errors are answers: refusals, and a table that is too busy. All others are bugs.
import type { Problem } from "../../shared/kernel/problem.ts";
import { TableBusy } from "../storage/table-busy.ts";
import { httpProblems, Refusal } from "./http-problems.ts";

/** Nothing for an error that nobody expected. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof TableBusy) return httpProblems.busy({});
  return undefined;
}
