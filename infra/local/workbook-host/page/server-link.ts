// The page's line to the server: one stream of messages in, small requests out.
import type { PageEdit } from "../protocol/page-edits.ts";
import type { ServerMessage, ViewChange, ViewWorkbook } from "../protocol/page-messages.ts";
import type { PageSettings } from "./page-settings.ts";

export interface CallOutcome {
  readonly ok: boolean;
  readonly json?: string;
  readonly name?: string;
  readonly message?: string;
}

export interface EditOutcome {
  readonly ok: boolean;
  readonly message?: string;
  readonly corrections?: readonly ViewChange[];
}

export interface Selection {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export class ServerLink {
  private readonly base: string;
  private readonly query: string;
  private session = "";
  /** Number of the last message taken in. */
  sequence = 0;

  constructor({ workbookId, user }: PageSettings) {
    this.base = `/workbooks/${encodeURIComponent(workbookId)}`;
    this.query = `?user=${encodeURIComponent(user)}`;
  }

  /** Opens the stream; the browser opens it again by itself after a break. */
  connect(take: (message: ServerMessage) => void, lost: () => void): void {
    const stream = new EventSource(`${this.base}/events${this.query}`);
    stream.addEventListener("message", (event) => {
      const message: ServerMessage = JSON.parse(event.data);
      if (message.kind === "hello") this.session = message.session;
      take(message);
    });
    stream.addEventListener("error", lost);
    // A page that is put away must not hold one of the browser's few connections to the server.
    window.addEventListener("pagehide", () => stream.close());
  }

  async picture(): Promise<ViewWorkbook> {
    const response = await fetch(`${this.base}/picture${this.query}`);
    if (!response.ok) throw new Error(`The workbook could not be loaded (${response.status})`);
    return response.json();
  }

  /** `sequence`: the last message the edits' places take into account. */
  edit(edits: readonly PageEdit[], sequence: number): Promise<EditOutcome> {
    return this.post("edits", { sequence, edits });
  }

  menu(functionName: string, selection: Selection | undefined): Promise<CallOutcome> {
    return this.post("menu", { functionName, selection });
  }

  call(functionName: string, argumentsJson: string, selection: Selection | undefined): Promise<CallOutcome> {
    return this.post("call", { functionName, argumentsJson, selection });
  }

  answer(id: string, button: string, text: string): Promise<EditOutcome> {
    return this.post("answer", { id, button, text });
  }

  private async post<Outcome extends { ok: boolean }>(action: string, body: object): Promise<Outcome> {
    const response = await fetch(`${this.base}/${action}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ session: this.session, ...body }),
    });
    return response.json();
  }
}
