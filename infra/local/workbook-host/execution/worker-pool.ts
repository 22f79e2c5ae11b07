// Worker threads kept for running scripts: one execution each at a time, replaced when they are stopped.
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { bundleRuntime } from "./bundle-runtime.ts";
import type { Answer, Question, RunOutcome, RunRequest, WorkerMessage } from "./worker-messages.ts";

export interface Running {
  /** Answers a question of the script. Must not throw. */
  answer(question: Question): Promise<Answer>;
  log(level: string, text: string): void;
}

class ScriptWorker {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private running: Running | undefined;
  private finish: ((outcome: RunOutcome) => void) | undefined;
  private ended = false;

  constructor(code: string, layer: string) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(code, {
      eval: true,
      workerData: { layer, port: port2, signal: this.signal.buffer },
      transferList: [port2],
      env: {},
      stdin: false,
    });
    this.worker.unref();
    this.port.unref();
    this.port.on("message", (question: Question) => void this.reply(question));
    this.worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "log") this.running?.log(message.level, message.text);
      else this.finish?.(message.outcome);
    });
    this.worker.on("error", (error) => this.fail("Error", error.message));
    this.worker.on("exit", () => {
      this.ended = true;
      this.fail("Error", "The script was stopped.");
    });
  }

  get isUsable(): boolean {
    return !this.ended;
  }

  run(request: RunRequest, running: Running, limitMs: number): Promise<RunOutcome> {
    this.worker.ref();
    this.running = running;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.fail("Exception", "Exceeded maximum execution time");
        void this.stop();
      }, limitMs);
      this.finish = (outcome) => {
        clearTimeout(timer);
        this.finish = undefined;
        this.running = undefined;
        this.worker.unref();
        resolve(outcome);
      };
      this.worker.postMessage(request);
    });
  }

  async stop(): Promise<void> {
    this.ended = true;
    this.port.close();
    await this.worker.terminate();
  }

  private fail(name: string, message: string): void {
    this.finish?.({ ok: false, name, message, stack: "" });
  }

  private async reply(question: Question): Promise<void> {
    const answer = await this.running?.answer(question);
    if (!answer || this.ended) return;
    this.port.postMessage(answer);
    Atomics.add(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }
}

/** Idle workers kept warm; more are made while more scripts run at once. */
const keptIdle = 2;

export class WorkerPool {
  private readonly idle: ScriptWorker[] = [];
  private readonly all = new Set<ScriptWorker>();
  private closed = false;

  async run(request: RunRequest, running: Running, limitMs: number): Promise<RunOutcome> {
    if (this.closed) throw new Error("The workbook host is closed");
    let worker = this.idle.pop();
    while (worker && !worker.isUsable) worker = this.idle.pop();
    if (!worker) {
      const { worker: code, layer } = await bundleRuntime();
      worker = new ScriptWorker(code, layer);
      this.all.add(worker);
    }
    const outcome = await worker.run(request, running, limitMs);
    if (worker.isUsable && this.idle.length < keptIdle && !this.closed) this.idle.push(worker);
    else {
      this.all.delete(worker);
      if (worker.isUsable) void worker.stop();
    }
    return outcome;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map((worker) => worker.stop()));
    this.all.clear();
  }
}
