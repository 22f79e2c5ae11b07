// The worker thread: runs one call at a time in a fresh context and waits, blocked, for the host's answers.
import { createHash, createHmac, randomUUID } from "node:crypto";
import vm from "node:vm";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { Bridge } from "../protocol/bridge.ts";
import type {
  Answer,
  ClockReading,
  RunOutcome,
  RunRequest,
  WorkerMessage,
  WorkerSetup,
} from "./worker-messages.ts";

const setup: WorkerSetup = workerData;
const signal = new Int32Array(setup.signal);
const layer = new vm.Script(setup.layer, { filename: "apps-script-layer.js" });
const scripts = new Map<string, vm.Script>();

let reading: ClockReading = { epochMs: 0, isFrozen: true };
let readAt = 0;

function takeClock(now: ClockReading): void {
  reading = now;
  readAt = Date.now();
}

const now = (): number => (reading.isFrozen ? reading.epochMs : reading.epochMs + Date.now() - readAt);

/** Posts a question and sleeps until the host has answered; the host's own thread stays free meanwhile. */
function callHost(operation: string, label: string, args: readonly unknown[]): Answer {
  setup.port.postMessage({ operation, label, args });
  for (;;) {
    const seen = Atomics.load(signal, 0);
    const received: { message: Answer } | undefined = receiveMessageOnPort(setup.port);
    if (received) {
      takeClock(received.message.now);
      return received.message;
    }
    Atomics.wait(signal, 0, seen);
  }
}

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

function digest(algorithm: string, bytes: Uint8Array, key: Uint8Array | undefined): Uint8Array {
  const name = algorithm.replace("_", "").toLowerCase();
  return key ? createHmac(name, key).update(bytes).digest() : createHash(name).update(bytes).digest();
}

const encodingOf = (charset: string): BufferEncoding => (/^us-?ascii$/i.test(charset) ? "latin1" : "utf8");

function bridgeFor(request: RunRequest): Bridge {
  return {
    call: callHost,
    now,
    sleep: (milliseconds) => {
      const wait = Math.min(milliseconds, request.longestSleepMs);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    },
    log: (level, text) => tell({ kind: "log", level, text }),
    uuid: randomUUID,
    digest,
    encodeText: (text, charset) => new Uint8Array(Buffer.from(text, encodingOf(charset))),
    decodeText: (bytes, charset) =>
      /^(utf-?8|us-?ascii)$/i.test(charset)
        ? Buffer.from(bytes).toString("utf8")
        : new TextDecoder(charset).decode(bytes),
    base64: (bytes) => Buffer.from(bytes).toString("base64"),
    unbase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
    htmlFiles: request.addon.htmlFiles,
    scriptTimeZone: request.addon.manifest.timeZone,
    authMode: request.authMode,
    scriptId: request.scriptId,
  };
}

interface Layer {
  install: (bridge: Bridge) => void;
  invoke: (name: string, given: RunRequest["given"]) => string | undefined;
}

/** The script's part of a stack: the host's own frames say nothing to its author. */
const ownFrames = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => !/apps-script-layer\.js|\[worker eval\]|node:|nodejs\.internal/.test(line))
    .join("\n");

function failureOf(error: unknown): RunOutcome {
  // Errors of the context are not instances of this realm's Error.
  if (typeof error === "object" && error !== null) {
    const text = (key: string): string => String(Reflect.get(error, key) ?? "");
    return {
      ok: false,
      name: text("name") || "Error",
      message: text("message"),
      stack: ownFrames(text("stack")),
    };
  }
  return { ok: false, name: "Error", message: String(error), stack: "" };
}

function run(request: RunRequest): RunOutcome {
  takeClock(request.now);
  const global: object = Object.create(null);
  const context = vm.createContext(global, { name: "apps-script" });
  try {
    const services: Layer = layer.runInContext(context);
    services.install(bridgeFor(request));
    for (const { name, code } of request.addon.scripts) {
      let script = scripts.get(code);
      if (!script) {
        script = new vm.Script(code, { filename: name });
        scripts.set(code, script);
      }
      script.runInContext(context);
    }
    return { ok: true, json: services.invoke(request.functionName, request.given) };
  } catch (error) {
    return failureOf(error);
  }
}

parentPort?.on("message", (request: RunRequest) => {
  tell({ kind: "done", outcome: run(request) });
});
