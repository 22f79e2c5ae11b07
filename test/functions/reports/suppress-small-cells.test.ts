// What is published gives no small count away: not by itself, not by a total, not by a ratio, not by another table.
import { describe, expect, test } from "vitest";
import {
  type Cell,
  figuresIn,
  type Report,
  same,
  type TableBlock,
} from "../../../functions/reports/model/report.ts";
import { showInline } from "../../../functions/reports/model/show-inline.ts";
import { suppressSmallCells } from "../../../functions/reports/model/suppress-small-cells.ts";
import { figure, sampleReport } from "./sample-report.ts";

type Line = readonly [name: string, ...counts: number[]];

/** Columns that add up downwards, and the first of them across: all = done + refused. */
function table(lines: readonly Line[], id = "t"): TableBlock {
  const count = (value: number, name: string, column: string): Cell =>
    figure("count", value, `centre/rows?figure=${column}&hall=${name}`);
  const cells = ([name, done = 0, refused = 0]: Line): Cell[] => [
    same(name),
    count(done + refused, name, "all"),
    count(done, name, "done"),
    count(refused, name, "refused"),
    figure(
      "rate",
      done + refused === 0 ? null : done / (done + refused),
      `centre/rows?figure=rate&hall=${name}`,
    ),
  ];
  const total = lines.reduce<[number, number]>(
    (sum, [, done = 0, refused = 0]) => [sum[0] + done, sum[1] + refused],
    [0, 0],
  );
  const column = (name: string) => ({
    id: name,
    label: same(name),
    as: "count" as const,
    width: 1,
    adds: true,
  });
  return {
    kind: "table",
    id,
    title: same(id),
    columns: [
      { id: "name", label: same("name"), as: "text", width: 1 },
      { ...column("all"), sumOf: ["done", "refused"] },
      column("done"),
      column("refused"),
      {
        id: "rate",
        label: same("rate"),
        as: "rate",
        width: 1,
        ratio: { numerator: "done", denominator: ["done", "refused"] },
      },
    ],
    rows: [
      ...lines.map((line) => ({ kind: "row" as const, id: line[0], cells: cells(line) })),
      { kind: "total" as const, id: "total", cells: cells(["total", ...total]) },
    ],
  };
}

function published(...blocks: Report["blocks"]): Report {
  return suppressSmallCells({ ...sampleReport(), blocks });
}

function shown(report: Report, at = 0): string[][] {
  const block = report.blocks[at];
  return block?.kind === "table"
    ? block.rows.map(({ cells }) => cells.map((cell) => showInline(cell, "zh")))
    : [];
}

describe("small counts", () => {
  test("from one to four are hidden; none, and five, are not", () => {
    const paragraph = {
      kind: "paragraph" as const,
      parts: [0, 1, 4, 5].map((count) => figure("count", count)),
    };
    const [told] = published(paragraph).blocks;
    expect(told?.kind === "paragraph" && told.parts.map((part) => showInline(part, "zh"))).toEqual([
      "0",
      "<5",
      "<5",
      "5",
    ]);
  });

  test("are not to be worked out from a total or a sum", () => {
    // East refused 3 of 40: its done would be all − refused, and refused the total − the others'.
    const report = published(
      table([
        ["east", 37, 3],
        ["west", 50, 20],
        ["north", 60, 30],
      ]),
    );
    expect(shown(report)).toEqual([
      ["east", "40", "*", "<5", "*"],
      ["west", "70", "*", "*", "*"],
      ["north", "90", "60", "30", "66.7%"],
      ["total", "200", "147", "53", "73.5%"],
    ]);
  });

  test("a ratio goes with its parts", () => {
    const report = published(
      table([
        ["east", 1, 0],
        ["west", 2, 0],
      ]),
    );
    expect(shown(report).map((row) => row[4])).toEqual(["*", "*", "*"]);
  });

  test("hidden in one table, a figure is told by no other and by no sentence", () => {
    const sentence = {
      kind: "paragraph" as const,
      parts: [figure("count", 20, "centre/rows?figure=refused&hall=west")],
    };
    const report = published(
      table([
        ["east", 37, 3],
        ["west", 50, 20],
        ["north", 60, 30],
      ]),
      sentence,
    );
    const told = report.blocks[1];
    expect(told?.kind === "paragraph" && told.parts.map((part) => showInline(part, "zh"))).toEqual(["*"]);
  });
});

test("nothing that is hidden stands anywhere in the published file, and nothing leads to rows", () => {
  const report = published(
    table([
      ["east", 37, 3],
      ["west", 50, 20],
      ["north", 60, 30],
    ]),
  );
  for (const { value, rows, below, hidden } of figuresIn(report.blocks)) {
    expect(rows).toBeNull();
    if (below !== undefined || hidden) expect(value).toBeNull();
  }
  expect(JSON.stringify(report)).not.toContain("centre/rows");
});

test("every sum of the published figures lacks none or at least two of its parts", () => {
  for (const refused of [1, 2, 3, 4, 5, 9]) {
    for (const other of [0, 3, 8, 21]) {
      const report = published(
        table([
          ["east", 30, refused],
          ["west", other, 6],
          ["north", 12, other],
        ]),
      );
      const rows = shown(report);
      const unknown = (cells: readonly (string | undefined)[]) =>
        cells.filter((cell) => cell === "*" || cell === "<5").length;
      for (const column of [1, 2, 3]) expect(unknown(rows.map((row) => row[column]))).not.toBe(1);
      for (const row of rows) expect(unknown(row.slice(1, 4))).not.toBe(1);
    }
  }
});
