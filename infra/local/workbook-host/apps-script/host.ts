// The layer's one door to the host: typed questions, each waited for, labelled with the method the script called.
import type { Bridge } from "../protocol/bridge.ts";
import type { HostOperations, OperationName } from "../protocol/host-operations.ts";

let connected: Bridge | undefined;

export function connect(bridge: Bridge): void {
  connected = bridge;
}

export function host(): Bridge {
  if (!connected) throw new Error("The host is not connected");
  return connected;
}

/** What the script called last, such as Range.getValues: for the execution log and for messages. */
let label = "";
let depth = 0;

/** Runs a public method; only the outermost one names the call. */
export function labelled<T>(name: string, run: () => T): T {
  if (depth === 0) label = name;
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
  }
}

/** An error as the services throw it. */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = "Exception";
  return error;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Rebuilds an answer with this context's own arrays and objects, so that instanceof and prototypes are right. */
function localised(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, localised);
  if (!isRecord(value) || ArrayBuffer.isView(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = localised(value[key]);
  return copy;
}

/** Asks the host and waits for the answer. Throws an Exception with the host's sentence. */
export function ask<Name extends OperationName>(
  name: Name,
  ...args: Parameters<HostOperations[Name]>
): ReturnType<HostOperations[Name]>;
export function ask(name: string, ...args: unknown[]): unknown {
  const answer = host().call(name, label, args);
  if (isRecord(answer) && answer.ok === true) return localised(answer.value);
  throw exception(isRecord(answer) ? String(answer.message) : "The host did not answer");
}
