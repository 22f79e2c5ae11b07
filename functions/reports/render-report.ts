// Renders a report in its three forms; everything that is heavy is imported here and nowhere else.
import type { Locale } from "../../shared/kernel/text.ts";
import { chartPainter, type PictureParts } from "./charts/chart-picture.ts";
import { drawChart } from "./charts/draw-chart.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderHtml } from "./html/render-html.tsx";
import type { Report } from "./model/report.ts";
import { renderXlsx } from "./xlsx/render-xlsx.ts";

export const RENDERED_FORMATS = ["html", "xlsx", "docx"] as const;
export type RenderedFormat = (typeof RENDERED_FORMATS)[number];

export interface RenderOptions {
  readonly locale: Locale;
  /** Where people reach the pages; figures link there. */
  readonly publicUrl: string;
  readonly pictureParts: PictureParts;
}

export async function renderReport(
  report: Report,
  format: RenderedFormat,
  { locale, publicUrl, pictureParts }: RenderOptions,
): Promise<Uint8Array> {
  const addressOf = (relative: string) => `${publicUrl}/${relative}`;
  switch (format) {
    case "html":
      return new TextEncoder().encode(await renderHtml(report, { locale, addressOf, draw: drawChart }));
    case "xlsx":
      return renderXlsx(report, { locale, addressOf });
    case "docx": {
      const paint = await chartPainter(pictureParts);
      return renderDocx(report, { locale, addressOf, picture: (data) => paint(drawChart(data, locale)) });
    }
  }
}
