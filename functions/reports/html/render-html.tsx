// A report as one HTML file that needs nothing else: style and charts are inside, and it prints on A4.
import { html, raw } from "hono/html";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "../model/block-texts.ts";
import type { Report } from "../model/report.ts";
import { titleOf } from "../model/report-title.ts";
import { blocksWithNotes } from "../model/with-notes.ts";
import { Blocks, type BlocksProps } from "./blocks.tsx";
import { REPORT_STYLE } from "./report-style.ts";

export type HtmlOptions = Pick<BlocksProps, "locale" | "draw" | "addressOf">;

export async function renderHtml(report: Report, options: HtmlOptions): Promise<string> {
  const { locale } = options;
  const page = (
    <html lang={locale === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(report, locale)}</title>
        <style>{raw(REPORT_STYLE)}</style>
      </head>
      <body>
        <Front report={report} locale={locale} />
        <Blocks blocks={blocksWithNotes(report)} {...options} />
      </body>
    </html>
  );
  return String(await html`<!doctype html>${page}`);
}

interface PartProps {
  readonly report: Report;
  readonly locale: Locale;
}

function Front({ report, locale }: PartProps) {
  const { cover, preliminary, asOf } = report;
  const warning = preliminary && <p class="notice">{say(BLOCK_TEXTS.preliminaryNote, locale)}</p>;
  const stand = (
    <p class="soft small">
      {say(BLOCK_TEXTS.asOf, locale)} {showDateTime(asOf)}
    </p>
  );
  if (!cover) {
    return (
      <>
        <h1>{titleOf(report, locale)}</h1>
        {stand}
        {warning}
      </>
    );
  }
  return (
    <>
      <header class="cover">
        <p class="motto">{say(cover.motto, locale)}</p>
        <h1>{titleOf({ ...report, title: cover.title }, locale)}</h1>
        <p class="sub">{say(cover.subtitle, locale)}</p>
        <p class="by">{say(cover.organisation, locale)}</p>
        {stand}
      </header>
      {warning}
    </>
  );
}
