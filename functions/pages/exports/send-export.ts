// Answers with a table as a file, and puts on record who took it.
import type { Context } from "hono";
import { type DateTime, dateTimeAt, showDateTime } from "../../../shared/kernel/date-time.ts";
import { say } from "../../../shared/kernel/text.ts";
import { demandPace } from "../../http/demand-pace.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { tableCsv } from "../../reports/csv/table-csv.ts";
import { BLOCK_TEXTS } from "../../reports/model/block-texts.ts";
import type { Block, TableBlock } from "../../reports/model/report.ts";
import { renderTableXlsx } from "../../reports/xlsx/render-xlsx.ts";
import { type ExportEntry, recordExport } from "../../storage/export-store.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type ExportFormat = keyof typeof TYPES;

export interface ExportAsked {
  readonly centre: string;
  readonly table: TableBlock;
  readonly format: ExportFormat;
  readonly personal: ExportEntry["personal"];
  readonly zone: string;
}

/** The format that an address asks for with `as=`; undefined where it asks for the page. */
export function exportFormat(c: Context<PageEnv>): ExportFormat | undefined {
  const as = c.req.query("as");
  if (as === undefined || as === "csv" || as === "xlsx") return as;
  const expected = { zh: "csv 或 xlsx", en: "csv or xlsx" };
  return refuse(httpProblems.invalid_parameter({ name: "as", expected }));
}

/** The table of some blocks that an address names with `table=`. */
export function tableAsked(c: Context<PageEnv>, blocks: readonly Block[]): TableBlock {
  const id = c.req.query("table") ?? "";
  const found = blocks.find((block): block is TableBlock => block.kind === "table" && block.id === id);
  const expected = { zh: "本页的一个表", en: "a table of this page" };
  return found ?? refuse(httpProblems.invalid_parameter({ name: "table", expected }));
}

export async function sendExport(c: Context<PageEnv>, asked: ExportAsked): Promise<Response> {
  const { centre, table, format, personal, zone } = asked;
  const deps = c.get("deps");
  const locale = localeOf(c);
  const at = dateTimeAt(deps.now(), zone);
  const url = new URL(c.req.url);
  const rows = table.rows.filter(({ kind }) => kind === "row").length;
  const by = c.get("principal").id;
  await demandPace(deps, c.get("principal"), "export");
  // On record before it is sent: nothing leaves unseen.
  await recordExport(deps.table, {
    centre,
    at,
    by,
    what: `${url.pathname}${url.search}`,
    format,
    rows,
    personal,
  });
  deps.log("EXPORTED", { by, path: c.req.path, format, rows, personal });
  const name = encodeURIComponent(`${fileName(say(table.title, locale), at)}.${format}`);
  const subtitle = `${say(BLOCK_TEXTS.asOf, locale)} ${showDateTime(at)}`;
  const addressOf = (relative: string) => `${deps.publicUrl}/${relative}`;
  const body =
    format === "csv"
      ? new TextEncoder().encode(tableCsv(table, locale))
      : await renderTableXlsx(table, subtitle, { locale, addressOf });
  return new Response(Uint8Array.from(body), {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="table.${format}"; filename*=UTF-8''${name}`,
    },
  });
}

export function fileName(title: string, at: DateTime): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/g, "-")}-${at.slice(0, 10)}`;
}
