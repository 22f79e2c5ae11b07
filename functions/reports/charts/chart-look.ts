// What all charts have in common, whoever draws them: colours that also differ in grey, and the names of units.
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import type { Unit } from "../model/report.ts";

export const CHART_COLOURS = ["#0b4a6f", "#d97a00", "#4fa3a5", "#a3190f", "#7a8ca0", "#6b4fa3"];

const SUFFIXES: Readonly<Record<Unit, Text>> = {
  count: { zh: "", en: "" },
  fen: { zh: "元", en: " yuan" },
  rate: { zh: "%", en: "%" },
  days: { zh: "天", en: " d" },
  points: { zh: "分", en: "" },
};

export function unitSuffix(unit: Unit, locale: Locale): string {
  return say(SUFFIXES[unit], locale);
}
