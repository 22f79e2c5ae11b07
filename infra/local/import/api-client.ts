// Calls the public surface with a token; waits and tries again when the backend is away for a moment.
import * as z from "zod";
import { StartFailure } from "../start-failure.mjs";

export interface ApiClient {
  get<T>(path: string, answer: z.ZodType<T>): Promise<T>;
  post<T>(path: string, body: unknown, answer: z.ZodType<T>): Promise<T>;
}

export interface ApiOptions {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** A fresh token in place of an expired one, where one can be had. */
  readonly renew: (() => Promise<string>) | undefined;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Half a minute in all: a backend that restarts is back by then. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15_000];
const ANSWER_WITHIN_MS = 120_000;
/** Answers of a gateway or of a busy ledger: the same call may succeed later. */
const AWAY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const ProblemBody = z.object({
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});

export function apiClient({ url, token, renew, pause }: ApiOptions): ApiClient {
  let current = token;
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    let renewed = false;
    for (let tries = 0; ; ) {
      const response = await send(`${url}${path}`, init, current);
      if (response.ok) return response.body;
      if (response.code === "token_expired" && renew && !renewed) {
        renewed = true;
        current = await renew();
        continue;
      }
      const wait = response.away ? PAUSES_MS[tries++] : undefined;
      if (wait !== undefined) await pause(wait);
      else if (response.away && response.code === "") throw gone(url, response.reason);
      else throw new StartFailure(response.message);
    }
  };
  const parsed = <T>(path: string, body: unknown, answer: z.ZodType<T>): T => {
    const result = answer.safeParse(body);
    if (result.success) return result.data;
    const place = result.error.issues[0]?.path.join(".") ?? "";
    throw new StartFailure({
      zh: `${url}${path} 的回答看不懂(${place});导入程序和系统的版本可能不同。`,
      en: `The answer of ${url}${path} is not understood (${place}); the import and the system may be of different versions.`,
    });
  };
  return {
    get: async (path, answer) => parsed(path, await call(path, { method: "GET" }), answer),
    post: async (path, body, answer) =>
      parsed(path, await call(path, { method: "POST", body: JSON.stringify(body) }), answer),
  };
}

type Sent =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly away: boolean;
      readonly code: string;
      readonly reason: string;
      readonly message: { readonly zh: string; readonly en: string };
    };

async function send(address: string, init: RequestInit, token: string): Promise<Sent> {
  try {
    const response = await fetch(address, {
      ...init,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const body = readJson(await response.text());
    if (response.ok) return { ok: true, body };
    const problem = ProblemBody.safeParse(body).data;
    const reason = `HTTP ${response.status}${problem ? ` ${problem.code}` : ""}`;
    const message = problem?.message ?? {
      zh: `${address} 回答 ${reason}。`,
      en: `${address} answered ${reason}.`,
    };
    return { ok: false, away: AWAY.has(response.status), code: problem?.code ?? "", reason, message };
  } catch (error) {
    const reason = reasonOf(error);
    return { ok: false, away: true, code: "", reason, message: { zh: reason, en: reason } };
  }
}

/** fetch hides what went wrong one level down. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error.message;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function gone(url: string, reason: string): StartFailure {
  return new StartFailure({
    zh: `${url} 多次没有回应(${reason})。`,
    en: `${url} did not answer after several tries (${reason}).`,
  });
}
