// Draws a chart of a page as SVG by hand: 3 kB where ECharts is 550, so that pages start fast and need no script.
import { type Locale, say } from "../../../shared/kernel/text.ts";
import type { ChartData } from "./chart-data.ts";
import { CHART_COLOURS, unitSuffix } from "./chart-look.ts";

const WIDTH = 900;
const RIGHT = 70;
const TOP = 34;

export function smallChart(data: ChartData, locale: Locale): string {
  const body = data.form === "lines" ? lines(data, locale) : bars(data, locale);
  const title = escapeText(say(data.title, locale));
  return `<svg viewBox="0 0 ${WIDTH} ${body.height}" width="${WIDTH}" height="${body.height}" role="img" aria-label="${title}" font-size="13" fill="#1b2733">${legend(data, locale)}${body.svg}</svg>`;
}

interface Body {
  readonly svg: string;
  readonly height: number;
}

function legend({ series }: ChartData, locale: Locale): string {
  let x = 4;
  return series
    .map(({ label }, at) => {
      const text = say(label, locale);
      const part = `<rect x="${x}" y="6" width="14" height="12" rx="2" fill="${colour(at)}"/>${word(x + 20, 16, text)}`;
      x += 44 + widthOf(text);
      return part;
    })
    .join("");
}

/** Bars lie, so that long names can be read. */
function bars(data: ChartData, locale: Locale): Body {
  const names = data.categories.map((name) => shortened(say(name, locale)));
  const left = Math.min(260, 14 + Math.max(0, ...names.map(widthOf)));
  const most = scaleOf(data);
  const [bar, gap] = [13, 12];
  const group = data.series.length * bar + gap;
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * (WIDTH - left - RIGHT));
  const svg = names.map((name, at) => {
    const y = TOP + at * group;
    const drawn = data.series.map(({ values }, index) => {
      const value = values[at] ?? null;
      if (value === null) return "";
      const top = y + index * bar;
      const width = Math.max(0, scale(value));
      return `<rect x="${left}" y="${top}" width="${round(width)}" height="${bar - 2}" fill="${colour(index)}"/>${word(left + width + 5, top + 10, shown(value, data, locale), 'font-size="11"')}`;
    });
    return word(left - 8, y + (data.series.length * bar) / 2 + 4, name, 'text-anchor="end"') + drawn.join("");
  });
  const height = TOP + names.length * group + 4;
  const axis = `<path d="M${left} ${TOP - 4}V${height - 8}" stroke="#9fb0bf" fill="none"/>`;
  return { svg: axis + svg.join(""), height };
}

function lines(data: ChartData, locale: Locale): Body {
  const [left, height, bottom] = [54, 300, 34];
  const most = scaleOf(data) || 1;
  const count = Math.max(1, data.categories.length - 1);
  const x = (at: number) => left + 20 + (at / count) * (WIDTH - left - RIGHT - 20);
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - TOP - 10);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(most * share);
    return `<path d="M${left} ${round(at)}H${WIDTH - RIGHT + 20}" stroke="#dde4ea" fill="none"/>${word(left - 8, at + 4, shown(most * share, data, locale), 'text-anchor="end" font-size="11" fill="#51606f"')}`;
  });
  const every = Math.ceil(data.categories.length / 12);
  const names = data.categories.map((name, at) =>
    at % every === 0
      ? word(x(at), height - 12, say(name, locale), 'text-anchor="middle" font-size="11"')
      : "",
  );
  const drawn = data.series.map(({ values }, index) => {
    const points = values.flatMap((value, at) =>
      value === null ? [] : [`${round(x(at))} ${round(y(value))}`],
    );
    const dots = points.map((point) => {
      const [cx, cy] = point.split(" ");
      return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour(index)}"/>`;
    });
    return `<path d="M${points.join("L")}" stroke="${colour(index)}" stroke-width="2.5" fill="none"/>${dots.join("")}`;
  });
  return { svg: [...grid, ...names, ...drawn].join(""), height };
}

/** Rates are drawn on the whole scale, everything else up to a round number. */
function scaleOf({ unit, series }: ChartData): number {
  if (unit === "rate") return 100;
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= most) ?? most;
}

function shown(value: number, { unit }: ChartData, locale: Locale): string {
  return `${(Math.round(value * 10) / 10).toLocaleString("en-US")}${unitSuffix(unit, locale)}`;
}

function word(x: number, y: number, text: string, look = ""): string {
  return `<text x="${round(x)}" y="${round(y)}" ${look}>${escapeText(text)}</text>`;
}

function shortened(text: string): string {
  return [...text].length > 18 ? `${[...text].slice(0, 17).join("")}…` : text;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 13.5 : 7.5), 0);
}

function colour(at: number): string {
  return CHART_COLOURS[at % CHART_COLOURS.length] ?? "#0b4a6f";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
