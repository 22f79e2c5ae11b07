// The pages of the local issuer: choose whom to be, and what to do when a sign-in has gone stale.
import { createHash } from "node:crypto";
import type { DemonstrationAccount } from "./demonstration-account.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6677; --paper: #f4f6f9; --card: #fff; --line: #d5dbe4; --accent: #0b5cad; --mark: #8a4b00; --mark-paper: #fff3dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a5b0c0; --paper: #12161c; --card: #1c222b; --line: #38424f; --accent: #7db8f5; --mark: #ffd79a; --mark-paper: #3d2c10; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 16px 64px; }
.mark { display: inline-block; margin: 0; padding: 4px 12px; border-radius: 999px; background: var(--mark-paper); color: var(--mark); font-size: 14px; font-weight: 600; }
h1 { margin: 16px 0 4px; font-size: 28px; line-height: 1.25; }
h2 { margin: 32px 0 12px; font-size: 17px; }
p { margin: 0 0 8px; max-width: 720px; }
[lang=en] { color: var(--soft); }
h2 [lang=en] { font-weight: 400; font-size: 14px; margin-inline-start: 8px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); }
li { display: flex; }
button { width: 100%; padding: 14px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { border-color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button span { display: block; font-size: 14px; }
button .name { font-size: 18px; font-weight: 600; }
button .email { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
a { color: var(--accent); }
code { color: var(--soft); overflow-wrap: anywhere; }
`;

/** Nothing is loaded from anywhere, and no script runs. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "referrer-policy": "no-referrer",
};

/** Everyone one can be, grouped by role in the order given; one button each signs in at once. */
export function choosePage(accounts: readonly DemonstrationAccount[], action: string): string {
  const groups = new Map<string, DemonstrationAccount[]>();
  for (const account of accounts) groups.set(account.role, [...(groups.get(account.role) ?? []), account]);
  return page(
    "选择演示身份 · Choose whom to be",
    `<h1>选择以谁的身份登录<br><span lang="en">Choose whom to be</span></h1>
<p>以下人物均为虚构，仅供在本机演示；点一下即登录，不需要密码。</p>
<p lang="en">These people are invented, for demonstration on this machine only. One click signs in; there is no password.</p>
<form method="post" action="${escapeHtml(action)}">
${[...groups.values()].map(groupHtml).join("\n")}
</form>`,
  );
}

/** Shown when a sign-in cannot go on; `detail` is for whoever develops. */
export function errorPage({ homeUrl, detail }: { homeUrl: string; detail: string }): string {
  return page(
    "无法登录 · Cannot sign in",
    `<h1>登录没有完成<br><span lang="en">The sign-in was not completed</span></h1>
<p>可能是页面打开太久，或程序重新启动过。请<a href="${escapeHtml(homeUrl)}">回到首页</a>重新登录。</p>
<p lang="en">The page may have been open for too long, or the program was restarted. <a href="${escapeHtml(homeUrl)}">Go to the first page</a> and sign in again.</p>
<p><code>${escapeHtml(detail)}</code></p>`,
  );
}

function groupHtml(accounts: readonly DemonstrationAccount[]): string {
  const first = accounts[0];
  if (first === undefined) return "";
  const heading = first.shown
    ? `${escapeHtml(first.shown.role.zh)}<span lang="en">${escapeHtml(first.shown.role.en)}</span>`
    : escapeHtml(first.role);
  return `<section><h2>${heading}</h2><ul>${accounts.map(accountHtml).join("")}</ul></section>`;
}

function accountHtml({ email, name, halls, shown }: DemonstrationAccount): string {
  const zh = (shown?.halls.map((hall) => hall.zh) ?? halls).join("、");
  const en = shown?.halls.map((hall) => hall.en).join(", ") ?? "";
  return `<li><button name="email" value="${escapeHtml(email)}"><span class="name">${escapeHtml(name)}</span>${line(zh, "zh-CN")}${line(en, "en")}<span class="email">${escapeHtml(email)}</span></button></li>`;
}

function line(text: string, language: string): string {
  return text === "" ? "" : `<span lang="${language}">${escapeHtml(text)}</span>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><p class="mark">演示 <span lang="en">Demonstration</span></p>
${content}
</main></body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
