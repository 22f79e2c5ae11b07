// The page with one service's flow diagram, as it is printed for the wall.
import type { Context } from "hono";
import { type Matter, POST_HOLDER } from "../../../shared/capabilities/catalogue/matter.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import { limitText } from "../catalogue/catalogue-texts.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { FlowDiagram } from "./draw-flow.tsx";

const TITLE: Text = { zh: "流程示意图", en: "Flow diagram" };

export function showFlow(
  c: Context<PageEnv>,
  { name, flow, upstream, timeLimit, responsible }: Matter,
  back: string,
): Response | Promise<Response> {
  const locale = localeOf(c);
  const title: Text = { zh: `${name.zh} ${TITLE.zh}`, en: `${name.en}: ${TITLE.en.toLowerCase()}` };
  const page = (
    <>
      <p class="crumbs no-print">
        <a href={back}>{say({ zh: "返回", en: "Back" }, locale)}</a>
      </p>
      <h1 class="hidden">{say(title, locale)}</h1>
      <article class="poster plain-poster">
        <FlowDiagram
          title={say(title, locale)}
          flow={flow}
          upstream={upstream}
          limit={say(limitText(timeLimit), locale)}
          responsible={responsible ?? POST_HOLDER}
          locale={locale}
        />
      </article>
    </>
  );
  return showPage(c, title, page);
}
