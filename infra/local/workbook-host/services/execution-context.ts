// What the host knows about one running execution.
import type { AuthMode } from "../protocol/script-event.ts";
import type { RangeRef, WireMenuItem, WirePage } from "../protocol/wire.ts";

/** The window an execution was started from: where menus, sidebars and dialogs go. */
export interface ScriptWindow {
  readonly selection: RangeRef | undefined;
  setMenu(title: string, items: readonly WireMenuItem[]): void;
  showSidebar(page: WirePage): void;
  showDialog(page: WirePage, isModal: boolean): void;
  /** Resolves with the button pressed and the text typed; with CLOSE when the window goes away. */
  askPerson(request: {
    readonly kind: "alert" | "prompt";
    readonly title: string;
    readonly text: string;
    readonly buttons: string;
  }): Promise<{ button: string; text: string }>;
  showToast(text: string, title: string, seconds: number): void;
  select(range: RangeRef): void;
}

export interface ExecutionContext {
  readonly id: string;
  /** The person the script runs as. */
  readonly email: string;
  /** The person at the keyboard; empty under a clock trigger. */
  readonly activeEmail: string;
  readonly workbookId: string | undefined;
  readonly authMode: AuthMode;
  readonly window: ScriptWindow | undefined;
}

/** A refusal whose sentence the script sees as an Exception. */
export class ScriptRefusal extends Error {}
