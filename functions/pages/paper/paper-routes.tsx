// A row's papers: as a page that the browser prints, and as a Word file.
import { type Context, Hono } from "hono";
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { demand, getLedger, getPlace } from "../../http/require-principal.ts";
import type { Paper } from "../../reports/papers/paper.ts";
import { PaperView } from "../../reports/papers/paper-view.tsx";
import { readPapers } from "../../use-cases/read-papers.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";

const PATH = "/halls/:hall/ledgers/:ledger/records/:id/papers/:paper";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TEXTS = {
  back: { zh: "回到这一件", en: "Back to the row" },
  word: { zh: "下载 Word 文件", en: "Download as Word" },
  how: { zh: "用浏览器的打印(Ctrl+P)打印本页。", en: "Print this page with the browser (Ctrl+P)." },
} as const satisfies Record<string, Text>;

export function paperRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get(PATH, async (c) => {
      const { paper, hall, ledger, id } = await paperOf(c);
      const locale = localeOf(c);
      const content = (
        <>
          <p class="actions no-print">
            <a href={pagePaths.record(hall, ledger, id)}>← {say(TEXTS.back, locale)}</a>
            <a class="button" href={pagePaths.word(hall, ledger, id, paper.printable.id)}>
              {say(TEXTS.word, locale)}
            </a>
            <span class="soft">{say(TEXTS.how, locale)}</span>
          </p>
          <PaperView paper={paper} locale={locale} />
        </>
      );
      return showPage(c, paper.printable.title, content);
    })
    .get(`${PATH}/word`, async (c) => {
      const { paper } = await paperOf(c);
      const { paperDocx } = await import("../../reports/papers/paper-docx.ts");
      const bytes = await paperDocx(paper, localeOf(c));
      const name = encodeURIComponent(`${paper.printable.title.zh} ${paper.printable.number ?? ""}.docx`);
      return new Response(bytes.slice().buffer, {
        headers: {
          "content-type": WORD,
          "content-disposition": `attachment; filename*=UTF-8''${name}`,
          "cache-control": "private, no-store",
        },
      });
    });
}

async function paperOf(c: Context<PageEnv>) {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  demand(principal, at.place, ledger, "read");
  const id = c.req.param("id") ?? "";
  const papers = await readPapers(deps, principal, at, ledger, id);
  const printable = papers.find((one) => one.id === c.req.param("paper"));
  if (!printable) refuse(httpProblems.not_found({}));
  const paper: Paper = {
    hall: at.hall.name,
    complaintPhone: at.hall.complaintPhone,
    printedAt: dateTimeAt(deps.now(), at.hall.timeZone),
    printable,
  };
  return { paper, hall: at.hall.id, ledger: ledger.id, id };
}
