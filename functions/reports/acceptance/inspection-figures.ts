// Figures of an inspection as a report holds them: value, unit, and the address where it is worked out again.
import type { Text } from "../../../shared/kernel/text.ts";
import type { InspectionFigure } from "../../use-cases/inspection/figure-rows.ts";
import type { Cell, Figure, Unit } from "../model/report.ts";

export interface FigurePlace {
  readonly centre: string;
  readonly round: string;
  /** The hall for whose own people the report is; then addresses lie under the hall. */
  readonly onlyHall: string | null;
}

export interface FigureOf {
  readonly of: InspectionFigure;
  readonly hall?: string;
  readonly item?: string;
  readonly section?: string;
}

export function figureAddress(
  { centre, round, onlyHall }: FigurePlace,
  { of, hall, item, section }: FigureOf,
): string {
  const search = new URLSearchParams({ of });
  for (const [name, value] of Object.entries({ item, section }))
    if (value !== undefined) search.set(name, value);
  if (onlyHall !== null && hall === onlyHall) {
    return `halls/${encodeURIComponent(hall)}/inspections/${round}/rows?${search}`;
  }
  if (hall !== undefined) search.set("hall", hall);
  search.set("centre", centre);
  return `centre/inspections/${round}/rows?${search}`;
}

export function figure(
  place: FigurePlace,
  at: FigureOf,
  unit: Unit,
  value: number | null,
  attention = false,
): Figure {
  return {
    kind: "figure",
    metric: `inspection.${at.of}`,
    unit,
    value,
    rows: figureAddress(place, at),
    ...(attention ? { attention: true } : {}),
  };
}

export const said = (value: string | undefined): Text | null => (value ? { zh: value, en: value } : null);

export function dated(date: string | undefined): Cell {
  return date === undefined ? null : { kind: "date", date };
}
