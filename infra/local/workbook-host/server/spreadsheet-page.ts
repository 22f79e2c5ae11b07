// The document in which the spreadsheet page's script runs.
import type { Account } from "../services/host-services.ts";
import { html, Markup } from "./html.ts";

interface Shell {
  readonly workbookId: string;
  readonly name: string;
  readonly user: Account;
}

export function spreadsheetPage({ workbookId, name, user }: Shell): string {
  const settings = JSON.stringify({ workbookId, user: user.email }).replaceAll("<", "\\u003c");
  return `<!doctype html>${
    html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>${name}</title><link rel="stylesheet" href="/workbooks/assets/style.css">
<script type="application/json" id="page-settings">${new Markup(settings)}</script>
<script type="module" src="/workbooks/assets/app.js"></script></head>
<body><div id="host-frame"><header id="host-top">
<a id="host-home" href="/workbooks" title="工作簿列表 All workbooks" aria-label="工作簿列表 All workbooks">▦</a>
<div id="host-titles"><h1 id="host-name">${name}</h1><div id="host-menus" role="menubar" aria-label="菜单 Menus"></div></div>
<div id="host-status" role="status" aria-live="polite"></div>
<div id="host-user"><strong>${user.name}</strong><span>${user.role === "" ? user.email : `${user.role} · ${user.email}`}</span></div></header>
<div id="host-body"><main id="host-sheet" aria-label="表格 Spreadsheet"></main>
<aside id="host-sidebar" hidden aria-label="侧边栏 Sidebar"></aside>
<div id="host-toasts" role="status" aria-live="polite"></div></div></div></body></html>`.text
  }`;
}
