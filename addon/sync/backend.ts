// Speaks with the backend: one token a run, patience with a busy server, and a sentence for every refusal.
import type * as z from "zod/mini";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { problemDetails } from "./backend-shapes.ts";

export interface HttpRequest {
  readonly method: "get" | "post";
  readonly url: string;
  readonly token: string;
  /** JSON. */
  readonly body?: string;
  /** A file's bytes in base64, in the place of JSON. */
  readonly file?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly body: string;
}

/** Sends all at once and blocks until every answer is there; throws when nobody answers. */
export type Transport = (requests: readonly HttpRequest[]) => readonly HttpResponse[];

export interface BackendProblem {
  /** `away`: nobody answered, or not sensibly; what was to be sent waits. `refused`: the answer was no. */
  readonly kind: "away" | "refused";
  readonly code: string;
  readonly message: Text;
}

export interface BackendDeps {
  readonly transport: Transport;
  /** A fresh identity token, or null; never kept beyond a run, never logged. */
  readonly token: () => string | null;
  readonly sleep: (milliseconds: number) => void;
  /** Ends with `/v1/`. */
  readonly baseUrl: string;
}

const WAITS_MS = [1000, 3000];

export const AWAY: Text = {
  zh: "现在连不上后台。已填的内容都保留在表格里,恢复后会自动补报。",
  en: "The backend cannot be reached now. Everything stays in the sheet and will be sent later.",
};
const NO_TOKEN: Text = {
  zh: "还没有登录授权。请从菜单重新打开本功能并同意授权。",
  en: "You are not signed in yet. Please open this from the menu again and grant access.",
};
const SEVERAL_ACCOUNTS: Text = {
  zh: "后台不认识这次登录。如果浏览器里登录了几个账号,请退出其他账号,或在无痕窗口里只登录工作账号。",
  en: "The backend does not recognise this sign-in. If several accounts are signed in, use a private window with your work account only.",
};

export interface Question<T> {
  readonly path: string;
  /** Sent as JSON by POST; without one it is a GET. */
  readonly body?: unknown;
  readonly schema: z.ZodMiniType<T>;
}

export class Backend {
  private readonly deps: BackendDeps;
  private held: string | null = null;
  /** After patience was in vain once, the rest of the run does not wait again. */
  private gaveUp = false;

  constructor(deps: BackendDeps) {
    this.deps = deps;
  }

  get<T>(path: string, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
    return this.askAll([{ path, schema }])[0] ?? away();
  }

  post<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
    return this.askAll([{ path, body, schema }])[0] ?? away();
  }

  /** Sends a file; the answer says where it is kept. */
  upload<T>(path: string, file: string, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
    this.held ??= this.deps.token();
    const token = this.held;
    if (!token) return err({ kind: "refused", code: "no_token", message: NO_TOKEN });
    const url = `${this.deps.baseUrl}${path}`;
    return read(this.patiently([{ method: "post", url, token, file }])[0] ?? null, schema);
  }

  /** Several questions at the same time, answered in their order. */
  askAll<T>(questions: readonly Question<T>[]): Result<T, BackendProblem>[] {
    this.held ??= this.deps.token();
    const token = this.held;
    if (!token) return questions.map(() => err({ kind: "refused", code: "no_token", message: NO_TOKEN }));
    const requests = questions.map(({ path, body }): HttpRequest => {
      const url = `${this.deps.baseUrl}${path}`;
      return body === undefined
        ? { method: "get", url, token }
        : { method: "post", url, token, body: JSON.stringify(body) };
    });
    const responses = this.patiently(requests);
    return questions.map(({ schema }, at) => read(responses[at] ?? null, schema));
  }

  private patiently(requests: readonly HttpRequest[]): (HttpResponse | null)[] {
    const responses = this.attempt(requests);
    for (const wait of this.gaveUp ? [] : WAITS_MS) {
      const open = requests.flatMap((request, at) => (isAnswered(responses[at]) ? [] : [{ request, at }]));
      if (open.length === 0) return responses;
      this.deps.sleep(wait);
      const again = this.attempt(open.map(({ request }) => request));
      for (const [index, { at }] of open.entries()) responses[at] = again[index] ?? null;
    }
    this.gaveUp = !responses.every(isAnswered);
    return responses;
  }

  private attempt(requests: readonly HttpRequest[]): (HttpResponse | null)[] {
    try {
      return [...this.deps.transport(requests)];
    } catch {
      return requests.map(() => null);
    }
  }
}

function isAnswered(response: HttpResponse | null | undefined): boolean {
  return response !== null && response !== undefined && !isPassing(response.status);
}

function read<T>(response: HttpResponse | null, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
  if (!response || isPassing(response.status)) return away();
  const json = parseJson(response.body);
  if (response.status >= 400) return err(refusal(response.status, json));
  const parsed = schema.safeParse(json);
  // An answer of another shape comes from a proxy or a half-finished deployment: never taken for success.
  return parsed.success ? ok(parsed.data) : away();
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function away<T>(): Result<T, BackendProblem> {
  return err({ kind: "away", code: "away", message: AWAY });
}

function refusal(status: number, json: unknown): BackendProblem {
  const details = problemDetails().safeParse(json);
  if (status === 401) {
    const code = details.success ? details.data.code : "signed_out";
    return { kind: "refused", code, message: SEVERAL_ACCOUNTS };
  }
  if (!details.success) return { kind: "away", code: "away", message: AWAY };
  return { kind: "refused", code: details.data.code, message: details.data.message };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
