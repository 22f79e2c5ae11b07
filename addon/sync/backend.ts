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
}

export interface HttpResponse {
  readonly status: number;
  readonly body: string;
}

/** Blocks until the answer is there, as everything in Apps Script does; throws when nobody answers. */
export type Transport = (request: HttpRequest) => HttpResponse;

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

const AWAY: Text = {
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

export class Backend {
  private readonly deps: BackendDeps;
  private held: string | null = null;

  constructor(deps: BackendDeps) {
    this.deps = deps;
  }

  get<T>(path: string, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
    return this.ask("get", path, undefined, schema);
  }

  post<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Result<T, BackendProblem> {
    return this.ask("post", path, JSON.stringify(body), schema);
  }

  private ask<T>(
    method: "get" | "post",
    path: string,
    body: string | undefined,
    schema: z.ZodMiniType<T>,
  ): Result<T, BackendProblem> {
    this.held ??= this.deps.token();
    const token = this.held;
    if (!token) return err({ kind: "refused", code: "no_token", message: NO_TOKEN });
    const url = `${this.deps.baseUrl}${path}`;
    const request = body === undefined ? { method, url, token } : { method, url, token, body };
    let response = this.attempt(request);
    for (const wait of WAITS_MS) {
      if (response && !isPassing(response.status)) break;
      this.deps.sleep(wait);
      response = this.attempt(request);
    }
    if (!response || isPassing(response.status)) return away();
    const json = parseJson(response.body);
    if (response.status >= 400) return err(refusal(response.status, json));
    const parsed = schema.safeParse(json);
    // An answer of another shape comes from a proxy or a half-finished deployment: never taken for success.
    return parsed.success ? ok(parsed.data) : away();
  }

  private attempt(request: HttpRequest): HttpResponse | null {
    try {
      return this.deps.transport(request);
    } catch {
      return null;
    }
  }
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
