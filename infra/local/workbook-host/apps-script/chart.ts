// EmbeddedChart and its builder: type, ranges, position and options, as much as a page can draw.
import type { EmbeddedChart as ChartRecord } from "../model/chart.ts";
import type { SheetRef } from "../protocol/wire.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Container = GoogleAppsScript.Spreadsheet.ContainerInfo;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

export const chartLinks = new Links<ChartRecord>("EmbeddedChart");

class ContainerView implements Partial<Container> {
  private readonly record: ChartRecord;
  constructor(record: ChartRecord) {
    this.record = record;
  }
  getAnchorRow(): number {
    return this.record.row + 1;
  }
  getAnchorColumn(): number {
    return this.record.column + 1;
  }
  getOffsetX(): number {
    return this.record.offsetX;
  }
  getOffsetY(): number {
    return this.record.offsetY;
  }
}

class ChartView implements Partial<Chart> {
  protected record: ChartRecord;
  protected readonly home: SheetRef;
  constructor(record: ChartRecord, home: SheetRef) {
    this.record = record;
    this.home = home;
  }
  getChartId(): number | null {
    return this.record.id;
  }
  getRanges(): GasRange[] {
    return this.record.sources.map(({ sheetId, area }) => rangeOf({ ...this.home, sheetId, ...area }));
  }
  getNumHeaders(): number {
    return this.record.headers;
  }
  getContainerInfo(): Container {
    return standFor<Container>("ContainerInfo", new ContainerView(this.record));
  }
  modify(): Builder {
    return newChart(this.home, this.record);
  }
}

export const chartOf = (record: ChartRecord, home: SheetRef): Chart =>
  chartLinks.tie(standFor<Chart>("EmbeddedChart", new ChartView(record, home)), record);

class ChartBuilderView extends ChartView {
  private change(change: Partial<ChartRecord>): Builder {
    this.record = { ...this.record, ...change };
    return standFor<Builder>("EmbeddedChartBuilder", this);
  }
  build(): Chart {
    return chartOf(this.record, this.home);
  }
  setChartType(type: unknown): Builder {
    return this.change({ type: String(type) });
  }
  asColumnChart(): GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder {
    return standFor<GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder>(
      "EmbeddedColumnChartBuilder",
      this.setChartType("COLUMN"),
    );
  }
  asBarChart(): GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder {
    return standFor<GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder>(
      "EmbeddedBarChartBuilder",
      this.setChartType("BAR"),
    );
  }
  asLineChart(): GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder {
    return standFor<GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder>(
      "EmbeddedLineChartBuilder",
      this.setChartType("LINE"),
    );
  }
  asAreaChart(): GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder {
    return standFor<GoogleAppsScript.Spreadsheet.EmbeddedAreaChartBuilder>(
      "EmbeddedAreaChartBuilder",
      this.setChartType("AREA"),
    );
  }
  asPieChart(): GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder {
    return standFor<GoogleAppsScript.Spreadsheet.EmbeddedPieChartBuilder>(
      "EmbeddedPieChartBuilder",
      this.setChartType("PIE"),
    );
  }
  addRange(range: GasRange): Builder {
    const { sheetId, row, column, rows, columns } = rangeLinks.get(range);
    return this.change({
      sources: [...this.record.sources, { sheetId, area: { row, column, rows, columns } }],
    });
  }
  clearRanges(): Builder {
    return this.change({ sources: [] });
  }
  setNumHeaders(headers: number): Builder {
    return this.change({ headers });
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): Builder {
    return this.change({ row: row - 1, column: column - 1, offsetX, offsetY });
  }
  setOption(option: string, value: unknown): Builder {
    const plain =
      value === null || typeof value === "number" || typeof value === "boolean" || typeof value === "string"
        ? value
        : JSON.stringify(value);
    return this.change({ options: { ...this.record.options, [option]: plain } });
  }
  setTitle(title: string): Builder {
    return this.setOption("title", title);
  }
  setXAxisTitle(title: string): Builder {
    return this.setOption("hAxis.title", title);
  }
  setYAxisTitle(title: string): Builder {
    return this.setOption("vAxis.title", title);
  }
  setStacked(): Builder {
    return this.setOption("isStacked", true);
  }
  setMergeStrategy(): Builder {
    return this.change({});
  }
  setTransposeRowsAndColumns(transpose: boolean): Builder {
    return this.setOption("transpose", transpose);
  }
}

export function newChart(home: SheetRef, record?: ChartRecord): Builder {
  const start = record ?? {
    id: 0,
    type: "COLUMN",
    sources: [],
    headers: 1,
    row: 0,
    column: 0,
    offsetX: 0,
    offsetY: 0,
    options: {},
  };
  // The typed chart builders (asColumnChart and so on) are one class here, so the declarations fit only partly.
  return standFor<Builder>("EmbeddedChartBuilder", new ChartBuilderView(start, home));
}
