// Builds the host's own small pages: escapes what is put in, and frames every page alike.
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Markup that is put in as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[];

const partText = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map((each) => each.text).join("");
  return escapeHtml(String(part));
};

/** A template whose values are escaped, unless they are Markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + partText(parts[index - 1] ?? "") + string),
  );
}

const style = `
:root { color-scheme: light; --line: #dadce0; --ink: #1f1f1f; --soft: #5f6368; --blue: #0b57d0; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #f8f9fb; font: 15px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
#top { display: flex; gap: 20px; align-items: baseline; flex-wrap: wrap; padding: 14px 28px; background: #fff; border-bottom: 1px solid var(--line); }
#top strong { font-size: 18px; }
#top nav { display: flex; gap: 18px; margin-left: auto; }
#content { max-width: 1080px; margin: 24px auto; padding: 0 28px; }
a { color: var(--blue); text-decoration: none; } a:hover { text-decoration: underline; }
h1 { font-size: 22px; font-weight: 600; margin: 8px 0 4px; }
p.lead, .soft { color: var(--soft); }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
th, td { padding: 10px 14px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); border-top: 0; }
td form { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
select, input { padding: 6px 8px; border: 1px solid #80868b; border-radius: 4px; font: inherit; background: #fff; max-width: 22em; }
button { padding: 6px 16px; border: 1px solid var(--blue); border-radius: 4px; background: var(--blue); color: #fff; font: inherit; cursor: pointer; }
button.quiet { background: #fff; color: var(--blue); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
pre { margin: 4px 0 0; white-space: pre-wrap; font-size: 13px; }
.failed { color: #b3261e; font-weight: 600; } .box { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 16px 0; }
`;

/** A complete page. */
export const pageDocument = (title: string, body: Markup): string =>
  `<!doctype html>${
    html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>${title}</title><style>${new Markup(style)}</style></head><body>
<header id="top"><strong>本地表格 <span class="soft" lang="en">Local workbooks</span></strong>
<nav aria-label="页面 Pages"><a href="/workbooks">工作簿 Workbooks</a><a href="/workbooks/outbox">发件箱 Outbox</a>
<a href="/workbooks/clock">时钟 Clock</a><a href="/workbooks/executions">执行记录 Executions</a></nav></header>
<main id="content">${body}</main></body></html>`.text
  }`;
