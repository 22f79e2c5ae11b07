// Draws a chart of a report as SVG, by ECharts without a browser. Only the report function carries it: 550 kB.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import type { ChartData } from "./chart-data.ts";
import { CHART_COLOURS, unitSuffix } from "./chart-look.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Named without quotation marks: the SVG is also drawn by programs that take them for a part of the name. */
const FONT = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif";
const WIDTH = 960;
const MOST_SIDE_BY_SIDE = 8;

export function drawChart(data: ChartData, locale: Locale): string {
  const categories = data.categories.map((label) => say(label, locale));
  // Many names, or long ones, are read from top to bottom.
  const lying =
    data.form !== "lines" &&
    (categories.length > MOST_SIDE_BY_SIDE || categories.some((name) => widthOf(name) > 14));
  const height = lying
    ? 90 + categories.length * (data.form === "bars" ? 14 * data.series.length + 12 : 26)
    : 380;
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  const names = {
    type: "category" as const,
    data: categories,
    inverse: lying,
    axisLabel: { fontSize: 13, interval: 0, color: "#1b2733", width: 250, overflow: "truncate" as const },
  };
  const numbers = {
    type: "value" as const,
    minInterval: data.unit === "count" ? 1 : 0,
    axisLabel: { fontSize: 12, color: "#51606f", formatter: `{value}${unitSuffix(data.unit, locale)}` },
    ...(data.unit === "rate" ? { max: 100, min: 0 } : {}),
  };
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT },
    color: CHART_COLOURS,
    legend: { top: 4, textStyle: { fontSize: 13 }, data: data.series.map(({ label }) => say(label, locale)) },
    grid: {
      left: 12,
      right: 40,
      top: 44,
      bottom: 12,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series: data.series.map(({ label, values }) => ({
      name: say(label, locale),
      type: data.form === "lines" ? ("line" as const) : ("bar" as const),
      data: [...values],
      ...(data.form === "stacked" ? { stack: "all" } : {}),
      ...(data.form === "lines" ? { symbolSize: 7, lineStyle: { width: 2.5 } } : { barMaxWidth: 26 }),
      label: {
        show: data.form !== "stacked" && categories.length * data.series.length <= 60,
        position: data.form === "lines" ? ("top" as const) : lying ? ("right" as const) : ("top" as const),
        fontSize: 11,
        color: "#1b2733",
      },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Chinese letters are twice as wide as others. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 2 : 1), 0);
}
