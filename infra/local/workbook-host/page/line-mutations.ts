// What Univer must do so that rows and columns get the sizes and visibility the server tells of.
import type { Worksheet } from "@univerjs/core";
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/sheets";
import { defaultColumnWidth, defaultRowHeight } from "../model/sheet.ts";
import type { ViewLine } from "../protocol/page-messages.ts";

interface Lines {
  readonly rowLines: readonly ViewLine[];
  readonly columnLines: readonly ViewLine[];
}

interface Mutation {
  readonly id: string;
  readonly params: object;
}

/** Numbers of lines whose size or visibility differs. */
function changedLines(before: readonly ViewLine[], after: readonly ViewLine[]): number[] {
  const text = (line: ViewLine | undefined): string => `${line?.size ?? ""}/${line?.hidden ?? false}`;
  const old = new Map(before.map((line) => [line.at, line]));
  const next = new Map(after.map((line) => [line.at, line]));
  return [...new Set([...old.keys(), ...next.keys()])].filter(
    (at) => text(old.get(at)) !== text(next.get(at)),
  );
}

/** Mutations for the lines that differ, and for no others: a sheet has thousands. */
export function lineMutations(before: Lines, after: Lines, sheet: Worksheet): Mutation[] {
  const lastColumn = sheet.getColumnCount() - 1;
  const lastRow = sheet.getRowCount() - 1;
  const rows = changedLines(before.rowLines, after.rowLines).flatMap((at): Mutation[] => {
    const line = after.rowLines.find((each) => each.at === at);
    const ranges = [{ startRow: at, endRow: at, startColumn: 0, endColumn: lastColumn }];
    return [
      { id: SetWorksheetRowHeightMutation.id, params: { ranges, rowHeight: line?.size ?? defaultRowHeight } },
      { id: line?.hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, params: { ranges } },
    ];
  });
  const columns = changedLines(before.columnLines, after.columnLines).flatMap((at): Mutation[] => {
    const line = after.columnLines.find((each) => each.at === at);
    const ranges = [{ startRow: 0, endRow: lastRow, startColumn: at, endColumn: at }];
    return [
      { id: SetWorksheetColWidthMutation.id, params: { ranges, colWidth: line?.size ?? defaultColumnWidth } },
      { id: line?.hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, params: { ranges } },
    ];
  });
  return [...rows, ...columns];
}
