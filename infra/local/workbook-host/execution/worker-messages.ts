// Messages between the host and a worker that runs scripts.
import type { MessagePort } from "node:worker_threads";
import type { CallArguments } from "../protocol/script-event.ts";
import type { Addon } from "./manifest.ts";

export interface WorkerSetup {
  /** The Apps Script layer, bundled as one classic script. */
  readonly layer: string;
  /** Questions to the host travel here, so that answers can be taken while the worker waits. */
  readonly port: MessagePort;
  /** Counts answers; the worker sleeps on it. */
  readonly signal: SharedArrayBuffer;
}

export interface RunRequest {
  readonly addon: Addon;
  readonly functionName: string;
  readonly given: CallArguments;
  readonly authMode: string;
  readonly scriptId: string;
  readonly longestSleepMs: number;
  readonly now: ClockReading;
}

/** The host's clock when the message was sent; a frozen clock stands still until the next message. */
export interface ClockReading {
  readonly epochMs: number;
  readonly isFrozen: boolean;
}

export interface Question {
  readonly operation: string;
  readonly label: string;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly now: ClockReading }
  | { readonly ok: false; readonly message: string; readonly now: ClockReading };

export type RunOutcome =
  | { readonly ok: true; readonly json: string | undefined }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly stack: string };

export type WorkerMessage =
  | { readonly kind: "log"; readonly level: string; readonly text: string }
  | { readonly kind: "done"; readonly outcome: RunOutcome };
