// How the API answers what it cannot do: problems as RFC 9457 JSON, a fault of ours logged once.
import type { ErrorHandler, NotFoundHandler } from "hono";
import type { Problem } from "../../shared/kernel/problem.ts";
import type { AppEnv } from "./context.ts";
import { httpProblems, problemBody } from "./http-problems.ts";
import { problemOf } from "./problem-of.ts";

export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  const request = c.get("requestId");
  const problem = problemOf(error);
  if (problem) return answer(problemBody(problem, request), retryAfter(problem));
  c.get("deps").log("UNEXPECTED", {
    request,
    error: `${error.name}: ${error.message}`,
    stack: error.stack ?? "",
  });
  return answer(problemBody(httpProblems.unexpected({ request }), request));
};

export const answerNotFound: NotFoundHandler<AppEnv> = (c) =>
  answer(problemBody(httpProblems.not_found({}), c.get("requestId")));

function answer(body: ReturnType<typeof problemBody>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json; charset=utf-8", ...headers },
  });
}

/** The header by which programs know when to ask again (RFC 9110 10.2.3). */
export function retryAfter({ retryAfterSeconds }: Problem): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
}
