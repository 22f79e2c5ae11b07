// Blocks on a page, each table with its ways out as Excel and CSV.
import type { Locale } from "../../../shared/kernel/text.ts";
import { smallChart } from "../../reports/charts/small-chart.ts";
import { Blocks } from "../../reports/html/blocks.tsx";
import type { Block, TableBlock } from "../../reports/model/report.ts";

export interface ExportedBlocksProps {
  readonly blocks: readonly Block[];
  /** The address of a table's export. */
  readonly exportOf: (table: TableBlock, as: "csv" | "xlsx") => string;
  readonly locale: Locale;
}

/** Relative addresses of figures and rows, for people. */
export const pageAddress = (relative: string): string => `/${relative}`;

export function ExportedBlocks({ blocks, exportOf, locale }: ExportedBlocksProps) {
  return (
    <Blocks
      blocks={blocks}
      locale={locale}
      draw={smallChart}
      addressOf={pageAddress}
      besideTable={(table) => (
        <span class="exports no-print">
          <a href={exportOf(table, "xlsx")} download>
            Excel
          </a>{" "}
          <a href={exportOf(table, "csv")} download>
            CSV
          </a>
        </span>
      )}
    />
  );
}
