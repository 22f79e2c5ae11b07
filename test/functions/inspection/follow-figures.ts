// Follows a report's figures to what they rest on, and finds them again in its renderings.
import { expect } from "vitest";
import {
  type Figure,
  isFigure,
  type Report,
  type TableBlock,
} from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import type { World } from "../../support/world.ts";
import { documentXml, sheetsOfXlsx, tablesOfDocx, tablesOfHtml } from "../reports/read-back.ts";

/** A spreadsheet's 54 is a report's 54.0. */
export function asNumber(cell: string): string {
  const [first = ""] = cell.trim().split(" ");
  const plain = first.replaceAll(",", "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : first;
}

interface Followed {
  readonly count: number;
  readonly value: number | null;
  readonly rows: readonly { readonly amount: number; readonly record: string | null }[];
}

/** Asks each address once. */
export function follower(world: World, token: string) {
  const seen = new Map<string, Promise<{ status: number; text: string }>>();
  return (path: string) => {
    const asked = async () => {
      const answer = await world.app.request(path, { headers: { authorization: `Bearer ${token}` } });
      return { status: answer.status, text: await answer.text() };
    };
    const known = seen.get(path) ?? asked();
    seen.set(path, known);
    return known;
  };
}

export async function expectToBeReached(read: ReturnType<typeof follower>, figure: Figure): Promise<void> {
  if (figure.rows === null) throw new Error(`${figure.metric} has no link`);
  const { status, text } = await read(`/v1/${figure.rows}`);
  expect([figure.rows, status]).toEqual([figure.rows, 200]);
  const body: Followed = JSON.parse(text);
  expect([figure.rows, body.value, body.rows.length]).toEqual([figure.rows, figure.value, body.count]);
  // A count is the rows themselves; what they open is there.
  if (figure.unit === "count") expect([figure.rows, body.count]).toEqual([figure.rows, figure.value]);
  for (const record of body.rows.flatMap((row) => row.record ?? []).slice(0, 3)) {
    expect([record, (await read(record)).status]).toEqual([record, 200]);
  }
}

/** Every table with rows stands in all three, with the same figures row by row. */
export function expectSameFigures(report: Report, files: ReadonlyMap<string, Uint8Array>): void {
  const file = (format: string) => files.get(format) ?? new Uint8Array();
  const html = tablesOfHtml(new TextDecoder().decode(file("html")));
  const docx = tablesOfDocx(documentXml(file("docx")));
  const xlsx = sheetsOfXlsx(file("xlsx"));
  const tables = report.blocks.filter(
    (block): block is TableBlock => block.kind === "table" && block.rows.length > 0,
  );
  expect(tables.length).toBeGreaterThan(3);
  for (const table of tables) {
    const figures = table.rows.map(({ cells }) =>
      cells.flatMap((cell) => (isFigure(cell) ? [showInline(cell, "zh")] : [])),
    );
    const holds = (rows: readonly (readonly string[])[] | undefined) =>
      figures.every((row, at) => {
        const shown = (rows?.[at + 1] ?? []).map(asNumber);
        return row.every((value) => value === "—" || shown.includes(asNumber(value)));
      });
    const titled = (all: readonly { title: string; rows: readonly (readonly string[])[] }[]) =>
      all.find(({ title }) => title === table.title.zh)?.rows;
    const inDocx = docx.some(
      ({ rows }) =>
        rows[0]?.[0]?.trim() === table.columns[0]?.label.zh &&
        rows.length === table.rows.length + 1 &&
        holds(rows),
    );
    expect([table.id, holds(titled(html)), holds(titled(xlsx)), inDocx]).toEqual([
      table.id,
      true,
      true,
      true,
    ]);
  }
}
