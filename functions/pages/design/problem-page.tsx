// A refusal as a page: what happened, in both languages, and what to do now; never a stack trace.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import { retryAfter } from "../../http/answer-problems.ts";
import { httpProblems, Refusal } from "../../http/http-problems.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { showPage } from "./show-page.tsx";

const TEXTS = {
  title: { zh: "没有完成", en: "That did not work" },
  home: { zh: "回到首页", en: "Go to the first page" },
  signIn: { zh: "重新登录", en: "Sign in again" },
  request: { zh: "请求编号", en: "Request" },
} as const satisfies Record<string, Text>;

/** Where signing in is the remedy. */
const SIGN_IN_HELPS: ReadonlySet<string> = new Set([
  "sign_in_failed",
  "session_expired",
  "token_invalid",
  "token_expired",
  "token_wrong_audience",
]);

export function answerPageError(error: Error, c: Context<PageEnv>): Response | Promise<Response> {
  if (error instanceof Refusal) return showProblem(c, error.problem);
  const request = c.get("requestId");
  c.get("deps").log("UNEXPECTED", {
    request,
    error: `${error.name}: ${error.message}`,
    stack: error.stack ?? "",
  });
  return showProblem(c, httpProblems.unexpected({ request }));
}

function showProblem(c: Context<PageEnv>, problem: Problem): Response | Promise<Response> {
  const locale = localeOf(c);
  const second = locale === "zh" ? "en" : "zh";
  const content = (
    <section class="problem" data-problem={problem.code}>
      <h1>{say(TEXTS.title, locale)}</h1>
      <p class="lead">{problem.message[locale]}</p>
      <p class="soft" lang={second === "zh" ? "zh-CN" : "en"}>
        {problem.message[second]}
      </p>
      <p class="actions">
        {SIGN_IN_HELPS.has(problem.code) ? (
          <a class="button" href={pagePaths.home()}>
            {say(TEXTS.signIn, locale)}
          </a>
        ) : (
          <a class="button" href={pagePaths.home()}>
            {say(TEXTS.home, locale)}
          </a>
        )}
      </p>
      <p class="soft small">
        {say(TEXTS.request, locale)} {c.get("requestId")}
      </p>
    </section>
  );
  // What cannot be read again by GET (a posted form) has no other language either.
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.home() };
  for (const [name, value] of Object.entries(retryAfter(problem))) c.header(name, value);
  return showPage(c, TEXTS.title, content, { status: statusOf(problem.status), ...other });
}

/** The problems that a page can meet; any other is told as a plain 400. */
function statusOf(status: number): ContentfulStatusCode {
  const known = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503] as const;
  return known.find((one) => one === status) ?? 400;
}
