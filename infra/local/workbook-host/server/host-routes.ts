// Everything the host serves below /workbooks.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ScriptHost } from "../execution/script-host.ts";
import { instantOfWallTime } from "../model/zoned-time.ts";
import type { Account, HostServices } from "../services/host-services.ts";
import type { OpenWorkbook } from "../storage/workbook-store.ts";
import { clockPage, executionsPage, listPage, messagePage, outboxPage } from "./host-pages.ts";
import type { PageRoutes } from "./page-routes.ts";
import { BadRequest, readForm, redirect, sendHtml, sendJson } from "./request-body.ts";
import { spreadsheetPage } from "./spreadsheet-page.ts";
import type { StaticFiles } from "./static-files.ts";

interface Given {
  readonly services: HostServices;
  readonly scripts: ScriptHost;
  readonly pages: PageRoutes;
  readonly files: StaticFiles;
  readonly moveClock: (epochMs: number | undefined) => Promise<void>;
}

export class HostRoutes {
  private readonly given: Given;

  constructor(given: Given) {
    this.given = given;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? "/", "http://host");
    if (url.pathname !== "/workbooks" && !url.pathname.startsWith("/workbooks/")) return false;
    const [first = "", second = ""] = url.pathname
      .slice("/workbooks/".length)
      .split("/")
      .map(decodeURIComponent);
    try {
      const found = await this.route(first, second, url, request, response);
      if (!found) sendHtml(response, messagePage("找不到页面 Not found", url.pathname), 404);
    } catch (error) {
      this.fail(error, request, response);
    }
    return true;
  }

  private async route(
    first: string,
    second: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const isPost = request.method === "POST";
    const { services, scripts, files } = this.given;
    switch (first) {
      case "":
        if (isPost) await this.createWorkbook(request, response);
        else sendHtml(response, listPage(this.workbooks(), await services.identity.listAccounts()));
        return true;
      case "assets":
        return files.send(second, request, response);
      case "outbox":
        sendHtml(response, outboxPage(services.state.outbox));
        return true;
      case "outbox.json":
        sendJson(response, services.state.outbox);
        return true;
      case "executions":
        sendHtml(response, executionsPage(scripts.executions.log.list()));
        return true;
      case "executions.json":
        sendJson(response, scripts.executions.log.list());
        return true;
      case "clock":
        if (isPost) await this.setClock(request, response);
        else sendHtml(response, clockPage(services.clock.now(), services.clock.moveTo !== undefined));
        return true;
      case "clock.json":
        sendJson(response, { now: new Date(services.clock.now()).toISOString() });
        return true;
      default:
        return this.routeWorkbook(first, second, url, request, response);
    }
  }

  private async routeWorkbook(
    id: string,
    action: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const opened = this.given.services.store.find(id);
    if (!opened) return false;
    const { pages } = this.given;
    const isPost = request.method === "POST";
    if (isPost) {
      if (action === "edits") await pages.takeEdits(opened, request, response);
      else if (action === "menu") await pages.runMenu(request, response);
      else if (action === "call") await pages.runCall(request, response);
      else if (action === "answer") await pages.takeAnswer(request, response);
      else if (action === "copy") await this.copyWorkbook(opened, request, response);
      else return false;
      return true;
    }
    const user = await this.requireViewer(opened, url.searchParams.get("user") ?? "");
    if (action === "") {
      const { facts } = opened.workbook;
      sendHtml(response, spreadsheetPage({ workbookId: facts.id, name: facts.name, user }));
    } else if (action === "picture") pages.sendPicture(opened, user.email, response);
    else if (action === "events") pages.openStream(opened, user.email, request, response);
    else return false;
    return true;
  }

  private workbooks(): OpenWorkbook["workbook"][] {
    return this.given.services.store.list().map(({ workbook }) => workbook);
  }

  private async requireViewer(opened: OpenWorkbook, email: string): Promise<Account> {
    const accounts = await this.given.services.identity.listAccounts();
    const account = accounts.find((each) => each.email === email);
    if (!account) throw new BadRequest("请先选择以谁的身份打开。 Choose whom to open it as.", 403);
    if (!opened.workbook.mayView(email)) {
      throw new BadRequest("您没有这个工作簿的权限。 You need access to this workbook.", 403);
    }
    return account;
  }

  private async createWorkbook(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const name = form.get("name")?.trim() ?? "";
    const owner = form.get("owner") ?? "";
    if (name === "" || owner === "") throw new BadRequest("名称和所有者必填。 Name and owner are required.");
    const { workbook } = this.given.services.store.create({ name, owner });
    redirect(response, `/workbooks/${workbook.facts.id}?user=${encodeURIComponent(owner)}`);
  }

  private async copyWorkbook(
    opened: OpenWorkbook,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const form = await readForm(request);
    const user = await this.requireViewer(opened, form.get("user") ?? "");
    const name = form.get("name")?.trim() || `${opened.workbook.facts.name} 的副本`;
    const copy = this.given.services.store.copy(opened.workbook.facts.id, name, user.email);
    redirect(response, `/workbooks/${copy.workbook.facts.id}?user=${encodeURIComponent(user.email)}`);
  }

  /** A time without a zone is read as Shanghai's; no time at all means back to real time. */
  private async setClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = (await readForm(request)).get("at");
    let epochMs: number | undefined;
    if (at !== null && at !== "") {
      const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(at);
      epochMs = hasZone ? Date.parse(at) : instantOfWallTime("Asia/Shanghai", Date.parse(`${at}Z`));
      if (Number.isNaN(epochMs)) throw new BadRequest(`不是时间 Not a time: ${at}`);
    }
    await this.given.moveClock(epochMs);
    redirect(response, "/workbooks/clock");
  }

  private fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const status = error instanceof BadRequest ? error.status : 500;
    const text = error instanceof Error ? error.message : String(error);
    if (status === 500) console.error("workbook host:", error);
    if (response.headersSent) response.end();
    else if (request.headers.accept?.includes("text/html"))
      sendHtml(response, messagePage("无法完成 Sorry", text), status);
    else sendJson(response, { ok: false, message: text }, status);
  }
}
