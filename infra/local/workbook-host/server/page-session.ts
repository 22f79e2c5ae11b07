// One open spreadsheet page: the stream of messages to it, and the window that scripts show things in.
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { ServerMessage, UiMessage, ViewChange } from "../protocol/page-messages.ts";
import type { RangeRef, WireMenuItem, WirePage } from "../protocol/wire.ts";
import type { ScriptWindow } from "../services/execution-context.ts";
import type { Watcher } from "./live-feed.ts";

type Answer = { button: string; text: string };
type QuestionRequest = Parameters<ScriptWindow["askPerson"]>[0];

/** Google's sidebar and its default dialog, in pixels. */
const sidebarWidth = 300;
const dialogSize = { width: 600, height: 400 };

export class PageSession implements Watcher, ScriptWindow {
  readonly id = randomUUID();
  readonly workbookId: string;
  readonly email: string;
  /** Where the page itself was served from: the only origin a sidebar talks to. */
  readonly pageOrigin: string;
  selection: RangeRef | undefined;
  private readonly response: ServerResponse;
  private readonly publishFrame: (session: PageSession, page: WirePage) => string;
  private readonly questions = new Map<string, (answer: Answer) => void>();

  constructor(given: {
    workbookId: string;
    email: string;
    pageOrigin: string;
    response: ServerResponse;
    publishFrame: (session: PageSession, page: WirePage) => string;
  }) {
    this.workbookId = given.workbookId;
    this.email = given.email;
    this.pageOrigin = given.pageOrigin;
    this.response = given.response;
    this.publishFrame = given.publishFrame;
  }

  send(message: ServerMessage): void {
    this.response.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  changed(sequence: number, changes: readonly ViewChange[]): void {
    this.send({ kind: "changes", sequence, changes });
  }

  setMenu(title: string, items: readonly WireMenuItem[]): void {
    this.show({ kind: "menu", title, items });
  }

  showSidebar(page: WirePage): void {
    this.show({
      kind: "sidebar",
      frame: this.publishFrame(this, { ...page, width: sidebarWidth }),
      title: page.title,
    });
  }

  showDialog(page: WirePage, isModal: boolean): void {
    this.show({
      kind: "dialog",
      frame: this.publishFrame(this, page),
      title: page.title,
      width: page.width ?? dialogSize.width,
      height: page.height ?? dialogSize.height,
      isModal,
    });
  }

  askPerson({ kind, title, text, buttons }: QuestionRequest): Promise<Answer> {
    const id = randomUUID();
    this.show({ kind: "question", id, hasInput: kind === "prompt", title, text, buttons });
    return new Promise((resolve) => this.questions.set(id, resolve));
  }

  answer(id: string, answer: Answer): boolean {
    const resolve = this.questions.get(id);
    this.questions.delete(id);
    resolve?.(answer);
    return resolve !== undefined;
  }

  showToast(text: string, title: string, seconds: number): void {
    this.show({ kind: "toast", text, title, seconds });
  }

  select(range: RangeRef): void {
    this.selection = range;
    const { sheetId, row, column, rows, columns } = range;
    this.show({ kind: "select", sheetId, area: { row, column, rows, columns } });
  }

  /** The page went away: whoever waits for its answer goes on. */
  end(): void {
    for (const resolve of this.questions.values()) resolve({ button: "CLOSE", text: "" });
    this.questions.clear();
    this.response.end();
  }

  private show(ui: UiMessage): void {
    this.send({ kind: "ui", ui });
  }
}
