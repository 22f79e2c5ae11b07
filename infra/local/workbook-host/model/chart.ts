// A chart on a sheet as data: type, source areas, anchor and options.
import type { SheetArea } from "./area.ts";

export interface EmbeddedChart {
  readonly id: number;
  readonly type: string;
  readonly sources: readonly SheetArea[];
  readonly headers: number;
  /** Zero-based anchor cell and pixel offsets. */
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly options: Readonly<Record<string, string | number | boolean | null>>;
}
