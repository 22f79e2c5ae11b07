// A figure as people read it: amounts in yuan, everything else as a count.
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { showCount, showYuan } from "../../reports/model/show-inline.ts";

export function showFigure(ledger: Ledger | undefined, metric: string, value: number): string {
  const definition = ledger?.metrics[metric];
  return definition?.combine === "sum" && definition.unit === "fen" ? showYuan(value) : showCount(value);
}
