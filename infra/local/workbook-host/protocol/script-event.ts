// What triggers an execution, as plain data; the script's event object is made from it.
import type { RangeRef } from "./wire.ts";

export type AuthMode = "NONE" | "LIMITED" | "FULL";

export interface ScriptEvent {
  readonly authMode: AuthMode;
  readonly triggerUid?: string | undefined;
  readonly user?: string | undefined;
  readonly workbookId?: string | undefined;
  readonly range?: RangeRef | undefined;
  /** For an edit of one cell: the new and the old value as texts; absent when the cell became or was blank. */
  readonly value?: string | undefined;
  readonly oldValue?: string | undefined;
  readonly changeType?: string | undefined;
  /** Parts of the time for a clock trigger, with Google's hyphenated names. */
  readonly clock?: Readonly<Record<string, number | string>> | undefined;
}

/** Whether a function gets an event, plain JSON arguments, or nothing. */
export type CallArguments =
  | { readonly kind: "event"; readonly event: ScriptEvent }
  | { readonly kind: "json"; readonly json: string };
