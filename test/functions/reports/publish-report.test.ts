// What is internal is left out of what is published: sections, tables, columns, and what hangs on them.
import { expect, test } from "vitest";
import { publishReport } from "../../../functions/reports/model/publish-report.ts";
import { type Block, same, type TableBlock } from "../../../functions/reports/model/report.ts";
import { figure, sampleReport } from "./sample-report.ts";

const heading = (text: string, level: 1 | 2 = 1, internal?: true): Block => ({
  kind: "heading",
  level,
  text: same(text),
  ...(internal ? { internal } : {}),
});
const said = (text: string): Block => ({ kind: "paragraph", parts: [same(text)] });
const table = (id: string, more: Partial<TableBlock> = {}): TableBlock => ({
  kind: "table",
  id,
  title: same(id),
  columns: [
    { id: "name", label: same("name"), as: "text", width: 1 },
    { id: "owner", label: same("owner"), as: "text", width: 1, internal: true },
    { id: "count", label: same("count"), as: "count", width: 1 },
  ],
  rows: [
    { kind: "group", id: "g", cells: [same("group")] },
    { kind: "row", id: "r", cells: [same("east"), same("Zhang"), figure("count", 7)] },
  ],
  ...more,
});
const chart = (id: string): Block => ({
  kind: "chart",
  id: `${id}-chart`,
  title: same(id),
  form: "bars",
  table: id,
  columns: ["count"],
});
const signatures: Block = { kind: "signatures", lines: [{ label: same("head") }] };

const published = (...blocks: Block[]) => publishReport({ ...sampleReport(), blocks });
const kinds = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === "heading" ? block.text.zh : block.kind === "table" ? block.id : block.kind,
  );

test("an internal section goes up to the next heading of its level, or the signatures", () => {
  const { blocks } = published(
    heading("1"),
    said("open"),
    heading("2", 1, true),
    said("secret"),
    heading("2.1", 2),
    said("secret"),
    heading("3"),
    said("open"),
    heading("4", 1, true),
    said("secret"),
    signatures,
  );
  expect(kinds(blocks)).toEqual(["1", "paragraph", "3", "paragraph", "signatures"]);
  expect(JSON.stringify(blocks)).not.toContain("secret");
});

test("an internal table goes with its chart and a heading that is bare without it; an internal column with its cells", () => {
  const { blocks, notes } = published(
    heading("1"),
    chart("cases"),
    table("cases", { internal: true }),
    heading("2"),
    chart("kept"),
    table("kept"),
    signatures,
  );
  expect(kinds(blocks)).toEqual(["2", "chart", "kept", "signatures"]);
  const kept = blocks.find((block) => block.kind === "table");
  expect(kept?.columns.map(({ id }) => id)).toEqual(["name", "count"]);
  expect(kept?.rows.map(({ cells }) => cells.length)).toEqual([1, 2]);
  expect(JSON.stringify(blocks)).not.toContain("Zhang");
  expect(notes.some(({ zh }) => zh.includes("章节号不变"))).toBe(true);
});

test("what opens a page of the product is published as plain text", () => {
  const link = { kind: "link" as const, text: same("east hall"), to: "halls/east" };
  const { blocks } = published(
    { kind: "paragraph", parts: [same("see "), link] },
    { kind: "fields", items: [{ label: same("hall"), value: link }] },
    table("linked", { rows: [{ kind: "row", id: "r", cells: [link, link, figure("count", 7)] }] }),
  );
  expect(JSON.stringify(blocks)).not.toContain("halls/east");
  expect(JSON.stringify(blocks).match(/east hall/g)).toHaveLength(6);
});

test("a report without anything internal says nothing of it", () => {
  const { notes } = published(heading("1"), said("open"));
  expect(notes.some(({ zh }) => zh.includes("章节号不变"))).toBe(false);
});
