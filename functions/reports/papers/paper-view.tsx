// A paper as HTML, for a page of its own that is printed by the browser.
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { PrintableBlock } from "../../../shared/ledger/printable.ts";
import { PAPER_TEXTS, type Paper } from "./paper.ts";

interface PaperProps {
  readonly paper: Paper;
  readonly locale: Locale;
}

export function PaperView({ paper, locale }: PaperProps) {
  const t = (text: Text) => say(text, locale);
  const { printable } = paper;
  return (
    <article class="paper" data-paper={printable.id}>
      <p class="paper-hall">{t(paper.hall)}</p>
      <h1>{t(printable.title)}</h1>
      {printable.number && <p class="paper-number">{printable.number}</p>}
      {printable.blocks.map((block) => (
        <BlockView key={JSON.stringify(block)} block={block} locale={locale} />
      ))}
      <p class="paper-foot">
        {t(PAPER_TEXTS.complaints)}: {paper.complaintPhone || "—"} · {t(PAPER_TEXTS.printed)}:{" "}
        {showDateTime(paper.printedAt)}
      </p>
    </article>
  );
}

function BlockView({ block, locale }: { readonly block: PrintableBlock; readonly locale: Locale }) {
  const t = (text: Text) => say(text, locale);
  switch (block.kind) {
    case "heading":
      return <h2>{t(block.text)}</h2>;
    case "paragraph":
      return <p class="told">{t(block.text)}</p>;
    case "fields":
      return (
        <dl class="facts">
          {block.fields.map(({ label, value }) => (
            <div key={label.en}>
              <dt>{t(label)}</dt>
              <dd>{value || "—"}</dd>
            </div>
          ))}
        </dl>
      );
    case "list": {
      const items = block.items.map((item) => <li key={item}>{item}</li>);
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <table>
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th key={column.en} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join(" ")}>
                {row.map((cell, at) => (
                  <td key={`${block.columns[at]?.en ?? at}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "checklist":
      return (
        <ul class="paper-checks">
          {block.items.map(({ label, ok, note }) => (
            <li key={label.en}>
              {ok === null ? "☐" : ok ? "☑" : "☒"} {t(label)}
              {note && <span class="soft"> — {note}</span>}
            </li>
          ))}
        </ul>
      );
    case "signatures":
      return (
        <div class="paper-signatures">
          {block.by.map((who) => (
            <p key={who.en}>
              {t(who)} <span class="line" /> {t(PAPER_TEXTS.date)} <span class="line short" />
            </p>
          ))}
        </div>
      );
  }
}
