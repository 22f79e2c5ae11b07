// Runs the add-on's functions: picks a worker, answers its questions, keeps limits and writes the log.
import { randomUUID } from "node:crypto";
import { RefusedEdit } from "../model/edit.ts";
import type { HostImplementation, OperationName } from "../protocol/host-operations.ts";
import type { AuthMode, CallArguments } from "../protocol/script-event.ts";
import { type ExecutionContext, ScriptRefusal, type ScriptWindow } from "../services/execution-context.ts";
import type { HostServices } from "../services/host-services.ts";
import { requirePermission } from "../services/permissions.ts";
import { rangeOperations } from "../services/range-operations.ts";
import { Resolver } from "../services/resolve.ts";
import { scriptOperations } from "../services/script-operations.ts";
import { sheetOperations } from "../services/sheet-operations.ts";
import { storeOperations } from "../services/store-operations.ts";
import { uiOperations } from "../services/ui-operations.ts";
import { workbookOperations } from "../services/workbook-operations.ts";
import { ExecutionLog } from "./execution-log.ts";
import type { Answer, ClockReading, Question } from "./worker-messages.ts";
import { WorkerPool } from "./worker-pool.ts";

export type ExecutionKind = "menu" | "google.script.run" | "simple trigger" | "trigger" | "host";

export interface ExecutionRequest {
  readonly functionName: string;
  readonly given: CallArguments;
  readonly kind: ExecutionKind;
  readonly email: string;
  /** The person at the keyboard, when that is not the one the script runs as. */
  readonly activeEmail?: string;
  readonly workbookId: string | undefined;
  readonly authMode: AuthMode;
  readonly window?: ScriptWindow | undefined;
}

export type ExecutionResult =
  | { readonly ok: true; readonly json: string | undefined }
  | { readonly ok: false; readonly name: string; readonly message: string };

export interface Limits {
  readonly executionMs: number;
  readonly simpleTriggerMs: number;
  readonly perUser: number;
  /** How long Utilities.sleep waits at most, whatever it is asked; a bench of back-off needs no wait. */
  readonly longestSleepMs: number;
}

/** Google's: six minutes, half a minute for simple triggers, thirty at a time per person. */
export const googleLimits: Limits = {
  executionMs: 360_000,
  simpleTriggerMs: 30_000,
  perUser: 30,
  longestSleepMs: 300_000,
};

function operationsFor(services: HostServices, execution: ExecutionContext): HostImplementation {
  const resolver = new Resolver(services, execution);
  return {
    ...workbookOperations(services, resolver),
    ...sheetOperations(resolver),
    ...rangeOperations(resolver),
    ...uiOperations(services, execution),
    ...storeOperations(services, execution),
    ...scriptOperations(services, execution),
  };
}

const isOperation = (operations: HostImplementation, name: string): name is OperationName =>
  name in operations;

export class Executions {
  readonly log = new ExecutionLog();
  private readonly services: HostServices;
  private readonly limits: Limits;
  private readonly pool = new WorkerPool();
  private readonly running = new Map<string, number>();

  constructor(services: HostServices, limits: Limits) {
    this.services = services;
    this.limits = limits;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  async run(request: ExecutionRequest): Promise<ExecutionResult> {
    const { email } = request;
    const atOnce = this.running.get(email) ?? 0;
    if (atOnce >= this.limits.perUser) {
      return {
        ok: false,
        name: "Exception",
        message: "There are too many scripts running simultaneously for this Google user account.",
      };
    }
    this.running.set(email, atOnce + 1);
    try {
      return await this.runCounted(request);
    } finally {
      this.running.set(email, (this.running.get(email) ?? 1) - 1);
    }
  }

  private async runCounted(request: ExecutionRequest): Promise<ExecutionResult> {
    const { functionName, kind, email, workbookId, authMode } = request;
    const execution: ExecutionContext = {
      id: randomUUID(),
      email,
      activeEmail: request.activeEmail ?? email,
      workbookId,
      authMode,
      window: request.window,
    };
    const entry = this.log.start({
      id: execution.id,
      functionName,
      kind,
      email,
      workbookId,
      authMode,
      startedAt: this.services.clock.now(),
    });
    const started = performance.now();
    const operations = operationsFor(this.services, execution);
    const limit = kind === "simple trigger" ? this.limits.simpleTriggerMs : this.limits.executionMs;
    const outcome = await this.pool.run(
      {
        addon: this.services.addon(),
        functionName,
        given: request.given,
        authMode,
        scriptId: this.services.scriptId,
        longestSleepMs: this.limits.longestSleepMs,
        now: this.reading(),
      },
      {
        answer: async (question) => {
          this.log.count(entry, question.label);
          if (question.operation === "fetch.all") entry.fetches.push(...urlsOf(question.args));
          return this.answer(operations, execution, question);
        },
        log: (level, text) => entry.lines.push({ level, text }),
      },
      limit,
    );
    this.services.locks.releaseAll(execution.id);
    if (workbookId !== undefined) this.services.store.find(workbookId)?.calculation.bringUpToDate();
    entry.durationMs = Math.round(performance.now() - started);
    if (outcome.ok) {
      entry.status = "completed";
      return outcome;
    }
    entry.status = outcome.message === "Exceeded maximum execution time" ? "timed out" : "failed";
    entry.error = outcome.stack === "" ? `${outcome.name}: ${outcome.message}` : outcome.stack;
    return { ok: false, name: outcome.name, message: outcome.message };
  }

  private async answer(
    operations: HostImplementation,
    execution: ExecutionContext,
    { operation, label, args }: Question,
  ): Promise<Answer> {
    try {
      if (!isOperation(operations, operation)) throw new Error(`Unknown operation ${operation}`);
      requirePermission(operation, label, execution.authMode, this.services.addon().manifest.oauthScopes);
      const value: unknown = await Reflect.apply(operations[operation], undefined, [...args]);
      return { ok: true, value, now: this.reading() };
    } catch (error) {
      const isExpected = error instanceof ScriptRefusal || error instanceof RefusedEdit;
      if (!isExpected) console.error(`workbook host: ${operation} failed`, error);
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, message, now: this.reading() };
    }
  }

  private reading(): ClockReading {
    const { clock } = this.services;
    return { epochMs: clock.now(), isFrozen: clock.isFrozen?.() ?? false };
  }
}

function urlsOf(args: readonly unknown[]): string[] {
  const [requests] = args;
  if (!Array.isArray(requests)) return [];
  return requests.map((request: unknown) =>
    typeof request === "object" && request !== null && "url" in request ? String(request.url) : "",
  );
}
