// The host's own pages: the list of workbooks, the outbox, the clock, the execution log.
import type { ExecutionEntry } from "../execution/execution-log.ts";
import type { Workbook } from "../model/workbook.ts";
import { wallTime } from "../model/zoned-time.ts";
import type { Account } from "../services/host-services.ts";
import type { SentMail } from "../storage/script-state.ts";
import { html, type Markup, pageDocument } from "./html.ts";

const zone = "Asia/Shanghai";

/** Year to second on Shanghai's wall clock. */
export const timeText = (epochMs: number): string =>
  new Date(wallTime(zone, epochMs)).toISOString().slice(0, 19).replace("T", " ");

function accountOption(account: Account): Markup {
  const role = account.role === "" ? "" : ` · ${account.role}`;
  return html`<option value="${account.email}">${account.name}${role} (${account.email})</option>`;
}

function workbookRow(workbook: Workbook, accounts: readonly Account[]): Markup {
  const { id, name, owner } = workbook.facts;
  const members = accounts.filter((account) => workbook.mayView(account.email));
  const ownerName = accounts.find((account) => account.email === owner)?.name ?? owner;
  return html`<tr><td><strong>${name}</strong><br><span class="soft">所有者 Owner: ${ownerName}</span></td>
<td>${workbook.sheets.filter((sheet) => !sheet.hidden).length}</td>
<td><form action="/workbooks/${id}" method="get">
<label>以谁的身份打开 Open as<br><select name="user">${members.map(accountOption)}</select></label>
<button>打开 Open</button></form></td></tr>`;
}

export function listPage(workbooks: readonly Workbook[], accounts: readonly Account[]): string {
  return pageDocument(
    "工作簿 Workbooks",
    html`<h1>工作簿 <span lang="en" class="soft">Workbooks</span></h1>
<p class="lead">真实的加载项在这里原样运行，数据只保存在本机。 The add-on runs here unchanged; data stays on this machine.</p>
<table><thead><tr><th>名称 Name</th><th>工作表 Sheets</th><th>打开 Open</th></tr></thead>
<tbody>${workbooks.map((workbook) => workbookRow(workbook, accounts))}</tbody></table>
<form class="box" action="/workbooks" method="post"><h2>新建工作簿 <span lang="en" class="soft">New workbook</span></h2>
<p><label>名称 Name<br><input name="name" required maxlength="100"></label></p>
<p><label>所有者 Owner<br><select name="owner">${accounts.map(accountOption)}</select></label></p>
<button>新建 Create</button></form>`,
  );
}

export function outboxPage(mails: readonly SentMail[]): string {
  const rows = [...mails].reverse().map(
    (
      mail,
    ) => html`<tr><td>${timeText(mail.at)}</td><td>${mail.from}</td><td>${mail.to}${mail.cc === "" ? "" : ` cc ${mail.cc}`}</td>
<td><strong>${mail.subject}</strong><pre>${mail.body}</pre></td></tr>`,
  );
  return pageDocument(
    "发件箱 Outbox",
    html`<h1>发件箱 <span lang="en" class="soft">Outbox</span></h1><p class="lead">脚本发出的邮件停在这里，不会寄出。 Mail from scripts stops here.</p>
<table><thead><tr><th>时间 Time</th><th>发件人 From</th><th>收件人 To</th><th>内容 Message</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

export function clockPage(now: number, canMove: boolean): string {
  const form = canMove
    ? html`<form class="box" method="post" action="/workbooks/clock"><p><label>移到（北京时间） Move to (Shanghai time)<br>
<input type="datetime-local" name="at" step="1" value="${timeText(now).replace(" ", "T")}" required></label></p>
<button>移动时钟 Move</button></form>
<form class="box" method="post" action="/workbooks/clock"><button class="quiet">回到真实时间 Back to real time</button></form>`
    : html`<p>这个时钟不能移动。 This clock cannot be moved.</p>`;
  return pageDocument(
    "时钟 Clock",
    html`<h1>时钟 <span lang="en" class="soft">Clock</span></h1>
<p class="lead">现在 Now: <strong id="now">${timeText(now)}</strong>。脚本里的日期、TODAY() 和定时触发器都跟着它走。 Dates in scripts, TODAY() and clock triggers follow it.</p>${form}`,
  );
}

function executionRow(entry: ExecutionEntry): Markup {
  const calls = Object.entries(entry.services)
    .map(([service, count]) => `${service} ${count}`)
    .join(", ");
  const failed = entry.status === "failed" || entry.status === "timed out";
  return html`<tr><td>${timeText(entry.startedAt)}</td><td><strong>${entry.functionName}</strong><br><span class="soft">${entry.kind} · ${entry.authMode}</span></td>
<td>${entry.email}</td><td>${entry.durationMs === undefined ? "…" : `${entry.durationMs} ms`}</td><td>${calls}</td>
<td class="${failed ? "failed" : ""}">${entry.status}<pre>${entry.error ?? ""}${entry.lines.map((line) => html`${line.level} ${line.text}\n`)}</pre></td></tr>`;
}

export const executionsPage = (entries: readonly ExecutionEntry[]): string =>
  pageDocument(
    "执行记录 Executions",
    html`<h1>执行记录 <span lang="en" class="soft">Executions</span></h1>
<table><thead><tr><th>开始 Start</th><th>函数 Function</th><th>用户 User</th><th>用时 Time</th><th>服务调用 Service calls</th><th>结果 Result</th></tr></thead>
<tbody>${entries.map(executionRow)}</tbody></table>`,
  );

export const messagePage = (title: string, text: string): string =>
  pageDocument(
    title,
    html`<h1>${title}</h1><p>${text}</p><p><a href="/workbooks">返回工作簿列表 Back to workbooks</a></p>`,
  );
