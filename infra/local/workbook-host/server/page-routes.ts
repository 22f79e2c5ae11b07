// What an open spreadsheet page asks of the server: its picture, its stream, edits, menus and calls.
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { ExecutionResult } from "../execution/executions.ts";
import type { ScriptHost } from "../execution/script-host.ts";
import { RefusedEdit } from "../model/edit.ts";
import { type PageEdit, PageEdits } from "../protocol/page-edits.ts";
import type { ViewChange } from "../protocol/page-messages.ts";
import type { OpenWorkbook } from "../storage/workbook-store.ts";
import { applyEdit, refusalText, touchedArea } from "./apply-edits.ts";
import { caughtUp } from "./catch-up.ts";
import type { FrameServer } from "./frame-server.ts";
import type { LiveFeed } from "./live-feed.ts";
import { PageSession } from "./page-session.ts";
import { BadRequest, readJson, sendJson } from "./request-body.ts";

const Selection = z
  .object({ sheetId: z.number(), row: z.number(), column: z.number(), rows: z.number(), columns: z.number() })
  .optional();
const MenuRequest = z.object({ session: z.string(), functionName: z.string(), selection: Selection });
const CallRequest = z.object({
  session: z.string(),
  functionName: z.string(),
  argumentsJson: z.string(),
  selection: Selection,
});
const AnswerRequest = z.object({ session: z.string(), id: z.string(), button: z.string(), text: z.string() });

/** Keeps a stream open through proxies and notices pages that went away. */
const heartbeatMs = 15_000;

export interface PageServices {
  readonly scripts: ScriptHost;
  readonly frames: FrameServer;
  readonly feedOf: (workbookId: string) => LiveFeed;
  readonly beforeOpen: () => Promise<void>;
}

export class PageRoutes {
  private readonly services: PageServices;
  private readonly sessions = new Map<string, PageSession>();

  constructor(services: PageServices) {
    this.services = services;
  }

  sendPicture(opened: OpenWorkbook, email: string, response: ServerResponse): void {
    sendJson(response, this.services.feedOf(opened.workbook.facts.id).picture(email));
  }

  /** Opens the stream; a stream's opening is a document's opening, with its triggers. */
  openStream(opened: OpenWorkbook, email: string, request: IncomingMessage, response: ServerResponse): void {
    const workbookId = opened.workbook.facts.id;
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      connection: "keep-alive",
    });
    const session = new PageSession({
      workbookId,
      email,
      pageOrigin: `http://${request.headers.host ?? "127.0.0.1"}`,
      response,
      publishFrame: (from, page) => this.services.frames.publish(page, from.pageOrigin),
    });
    this.sessions.set(session.id, session);
    const stopWatching = this.services.feedOf(workbookId).watch(session);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), heartbeatMs);
    response.on("close", () => {
      clearInterval(heartbeat);
      stopWatching();
      this.sessions.delete(session.id);
      session.end();
    });
    session.send({ kind: "hello", session: session.id, frameOrigin: this.services.frames.origin });
    void this.services
      .beforeOpen()
      .then(() => this.services.scripts.open({ workbookId, email, window: session }));
  }

  async takeEdits(opened: OpenWorkbook, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parsed = PageEdits.safeParse(await readJson(request));
    if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
    const { session: sessionId, edits, sequence } = parsed.data;
    const session = this.getSession(sessionId);
    const { workbook, calculation } = opened;
    const feed = this.services.feedOf(workbook.facts.id);
    const place = { workbookId: workbook.facts.id, email: session.email };
    const shifts = feed.shiftsAfter(sequence);
    for (const sent of edits) {
      try {
        const edit = caughtUp(sent, shifts);
        const { trace, changeType } = applyEdit({ workbook, calculation, email: session.email }, edit);
        if (trace) {
          const range = { workbookId: place.workbookId, sheetId: trace.sheetId, ...trace.area };
          void this.services.scripts.edited(place, { range, value: trace.value, oldValue: trace.oldValue });
        }
        if (changeType !== undefined) void this.services.scripts.changed(place, changeType);
      } catch (error) {
        if (!(error instanceof RefusedEdit)) throw error;
        sendJson(response, {
          ok: false,
          message: refusalText(error),
          // Places that have shifted mean nothing to correct: the page loads itself anew.
          ...(shifts.length > 0 ? {} : { corrections: correctionsFor(edits, feed) }),
        });
        return;
      }
    }
    sendJson(response, { ok: true });
  }

  async runMenu(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { session: id, functionName, selection } = parse(MenuRequest, await readJson(request));
    const session = this.getSession(id);
    this.select(session, selection);
    const { workbookId, email } = session;
    sendResult(
      response,
      await this.services.scripts.menu({ workbookId, email, window: session }, functionName),
    );
  }

  async runCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {
      session: id,
      functionName,
      argumentsJson,
      selection,
    } = parse(CallRequest, await readJson(request));
    const session = this.getSession(id);
    this.select(session, selection);
    const { workbookId, email } = session;
    const place = { workbookId, email, window: session };
    sendResult(response, await this.services.scripts.call(place, functionName, argumentsJson));
  }

  async takeAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { session: id, ...answer } = parse(AnswerRequest, await readJson(request));
    const known = this.getSession(id).answer(answer.id, { button: answer.button, text: answer.text });
    sendJson(response, { ok: known });
  }

  /** Shows a toast in every page that has the workbook open. */
  toast(workbookId: string, text: string, title: string, seconds: number): void {
    for (const session of this.sessions.values()) {
      if (session.workbookId === workbookId) session.showToast(text, title, seconds);
    }
  }

  close(): void {
    for (const session of this.sessions.values()) session.end();
    this.sessions.clear();
  }

  private getSession(id: string): PageSession {
    const session = this.sessions.get(id);
    if (!session) throw new BadRequest("The page's connection is gone; reload it.", 409);
    return session;
  }

  private select(session: PageSession, selection: z.infer<typeof Selection>): void {
    session.selection = selection && { workbookId: session.workbookId, ...selection };
  }
}

function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

function correctionsFor(edits: readonly PageEdit[], feed: LiveFeed): ViewChange[] {
  return edits.flatMap((edit) => {
    const area = touchedArea(edit);
    return area && "sheetId" in edit ? feed.correction(edit.sheetId, area) : [];
  });
}

function sendResult(response: ServerResponse, result: ExecutionResult): void {
  sendJson(response, result);
}
