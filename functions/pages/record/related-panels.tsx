// What stands beside a row: who answers for it (首问责任), the rows that belong to it, and its papers.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { say, type Text } from "../../../shared/kernel/text.ts";
import { pagePaths } from "../page-paths.ts";
import type { RecordPageProps } from "./record-page.tsx";

const TEXTS = {
  chain: { zh: "首问责任链", en: "First-contact responsibility" },
  first: { zh: "首问人员", en: "First person asked" },
  answerable: { zh: "仍负首问责任", en: "still answerable" },
  released: { zh: "已办结反馈,责任解除", en: "released: the closing is confirmed" },
  holder: { zh: "现在在谁手上", en: "Now with" },
  waiting: { zh: "待对方接手", en: "not yet taken over" },
  taken: { zh: "已接手", en: "taken over" },
  related: { zh: "相关登记", en: "Related rows" },
  print: { zh: "打印", en: "Print" },
} as const satisfies Record<string, Text>;

export function RelatedPanels(props: RecordPageProps) {
  return (
    <>
      <PapersLine {...props} />
      <ResponsibilityPanel {...props} />
      <LinksPanel {...props} />
    </>
  );
}

function PapersLine({ history, papers, ledger, hall, locale }: RecordPageProps) {
  if (papers.length === 0) return null;
  return (
    <p class="actions no-print">
      {papers.map(({ id, title }) => (
        <a key={id} class="button plain" href={pagePaths.paper(hall.id, ledger.id, history.id, id)}>
          {say(TEXTS.print, locale)}: {say(title, locale)}
        </a>
      ))}
    </p>
  );
}

function ResponsibilityPanel({ history, locale }: RecordPageProps) {
  const { responsibility } = history;
  if (!responsibility) return null;
  const t = (text: Text) => say(text, locale);
  const { firstAskedBy, answerable, holder, department, handovers } = responsibility;
  return (
    <section class="panel" data-panel="responsibility">
      <h2>{t(TEXTS.chain)}</h2>
      <dl class="facts">
        <div>
          <dt>{t(TEXTS.first)}</dt>
          <dd>
            {firstAskedBy}{" "}
            <span class={answerable ? "badge warn" : "badge good"}>
              {t(answerable ? TEXTS.answerable : TEXTS.released)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t(TEXTS.holder)}</dt>
          <dd>{[holder, department].filter(Boolean).join(" · ")}</dd>
        </div>
      </dl>
      {handovers.length > 0 && (
        <ol class="timeline">
          {handovers.map(({ at, from, to, department: where, reason, takenAt }) => (
            <li key={`${at} ${to}`}>
              <time datetime={at}>{showDateTime(at)}</time>
              {from} → <b>{[to, where].filter(Boolean).join(" · ")}</b>{" "}
              <span class={takenAt ? "badge" : "badge warn"}>{t(takenAt ? TEXTS.taken : TEXTS.waiting)}</span>
              {reason && <div class="small">{reason}</div>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function LinksPanel({ history, hall, locale }: RecordPageProps) {
  if (history.links.length === 0) return null;
  return (
    <section class="panel" data-panel="links">
      <h2>{say(TEXTS.related, locale)}</h2>
      <ul>
        {history.links.map(({ ledger, id, label, serial }) => (
          <li key={id}>
            <a href={pagePaths.record(hall.id, ledger, id)}>
              {say(label, locale)} {serial}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
