// Draws a sheet's charts as plain SVG in a panel: enough to see columns, lines and shares.
import type { ViewChart } from "../protocol/page-messages.ts";
import { make } from "./page-settings.ts";

const size = { width: 560, height: 300, left: 48, bottom: 56, top: 16 };
const colours = ["#1f66e0", "#d9573b", "#e0a100", "#237f43", "#7b4bc9", "#0f8b8d"];
const svgNamespace = "http://www.w3.org/2000/svg";

function shape(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** First line: names of the series; first column: labels. */
function read(chart: ViewChart): { labels: string[]; series: Series[] } {
  const [head = [], ...lines] = chart.table;
  const filled = lines.filter((line) => line.some((value) => value !== ""));
  const series = head.slice(1).map((name, index) => ({
    name: String(name),
    values: filled.map((line) => Number(line[index + 1]) || 0),
  }));
  return { labels: filled.map((line) => String(line[0] ?? "")), series };
}

function drawAxes(svg: SVGElement, labels: readonly string[], top: number): void {
  const inner = size.height - size.bottom - size.top;
  for (let step = 0; step <= 4; step += 1) {
    const y = size.top + inner - (inner * step) / 4;
    svg.append(shape("line", { x1: size.left, x2: size.width, y1: y, y2: y, stroke: "#e3e5e8" }));
    const value = Math.round((top * step * 100) / 4) / 100;
    svg.append(
      shape("text", { x: size.left - 6, y: y + 4, "text-anchor": "end", "font-size": 11 }, String(value)),
    );
  }
  const width = (size.width - size.left) / Math.max(1, labels.length);
  labels.forEach((label, index) => {
    const x = size.left + width * (index + 0.5);
    const y = size.height - size.bottom + 16;
    svg.append(shape("text", { x, y, "text-anchor": "middle", "font-size": 11 }, label.slice(0, 8)));
  });
}

function drawColumnsOrLines(svg: SVGElement, chart: ViewChart): Series[] {
  const { labels, series } = read(chart);
  const top = Math.max(1, ...series.flatMap(({ values }) => values));
  const inner = size.height - size.bottom - size.top;
  const width = (size.width - size.left) / Math.max(1, labels.length);
  drawAxes(svg, labels, top);
  series.forEach(({ values }, number) => {
    const colour = colours[number % colours.length] ?? "#000";
    const y = (value: number): number => size.top + inner - (inner * value) / top;
    if (chart.type === "LINE" || chart.type === "AREA") {
      const points = values
        .map((value, index) => `${size.left + width * (index + 0.5)},${y(value)}`)
        .join(" ");
      svg.append(shape("polyline", { points, fill: "none", stroke: colour, "stroke-width": 2 }));
      return;
    }
    const bar = (width * 0.7) / series.length;
    values.forEach((value, index) => {
      const x = size.left + width * (index + 0.15) + bar * number;
      svg.append(shape("rect", { x, y: y(value), width: bar, height: (inner * value) / top, fill: colour }));
    });
  });
  return series;
}

function drawPie(svg: SVGElement, chart: ViewChart): Series[] {
  const { labels, series } = read(chart);
  const values = series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const [x, y, radius] = [size.width / 2, size.height / 2 - 10, 110];
  let angle = -Math.PI / 2;
  values.forEach((value, index) => {
    const next = angle + (value / total) * 2 * Math.PI;
    const large = next - angle > Math.PI ? 1 : 0;
    const point = (at: number): string => `${x + radius * Math.cos(at)} ${y + radius * Math.sin(at)}`;
    const path = `M ${x} ${y} L ${point(angle)} A ${radius} ${radius} 0 ${large} 1 ${point(next - 0.0001)} Z`;
    svg.append(shape("path", { d: path, fill: colours[index % colours.length] ?? "#000", stroke: "#fff" }));
    angle = next;
  });
  return labels.map((name, index) => ({ name: `${name} ${values[index] ?? 0}`, values: [] }));
}

function drawChart(chart: ViewChart): HTMLElement {
  const svg = shape("svg", {
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: "img",
    "aria-label": chart.title || "图表 Chart",
  });
  const legend = chart.type === "PIE" ? drawPie(svg, chart) : drawColumnsOrLines(svg, chart);
  const names = legend.map(({ name }, index) => {
    const dot = make("span", { className: "host-dot" });
    dot.style.background = colours[index % colours.length] ?? "#000";
    return make("span", { className: "host-legend" }, dot, name);
  });
  const caption = make("figcaption", {}, make("strong", { textContent: chart.title }), ...names);
  const figure = make("figure", { className: "host-chart" }, caption);
  figure.append(svg);
  return figure;
}

/** Shows the charts of one sheet over the page. */
export function showCharts(charts: readonly ViewChart[]): void {
  document.querySelector("dialog.host-charts")?.remove();
  const dialog = make("dialog", { className: "host-dialog host-charts" });
  dialog.setAttribute("aria-label", "图表 Charts");
  const close = make("button", { type: "button", textContent: "×" });
  close.setAttribute("aria-label", "关闭图表 Close charts");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(
    make("div", { className: "host-frame-head" }, make("h2", { textContent: "图表 Charts" }), close),
  );
  dialog.append(make("div", { className: "host-chart-list" }, ...charts.map(drawChart)));
  document.body.append(dialog);
  dialog.showModal();
}
