// How numbers are made: medians with quartiles, turns that change, goals in both directions, and marked places.
import { expect, test } from "vitest";
import { BenchLine } from "./bench-row.ts";
import { replaceMarked } from "./marked-part.ts";
import { counted, interleave, sampleOf } from "./measure.ts";
import { isMet, showLines, showNumber } from "./show-lines.ts";

test("a sample has its median and quartiles, and of few rounds the least and the most", () => {
  expect(sampleOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4, rounds: 5 });
  expect(sampleOf([9, 1, 3])).toEqual({ median: 3, low: 1, high: 9, rounds: 3 });
  expect(sampleOf([1, 2])).toMatchObject({ median: 1.5 });
});

test("contestants take turns, another one begins each round, and the first round does not count", async () => {
  const order: string[] = [];
  const run = (name: string) => (round: number) => {
    order.push(name);
    return round * 10;
  };
  const samples = await interleave(2, { a: run("a"), b: run("b"), c: run("c") });
  expect(order.join("")).toBe("abcbcacab");
  expect(samples.a).toEqual({ median: 15, low: 10, high: 20, rounds: 2 });
});

const line: BenchLine = {
  what: "x",
  reference: "y",
  unit: "ms",
  better: "less",
  goal: "within 1.5",
  atLeast: 1 / 1.5,
  disk: { ours: counted(14), reference: counted(10) },
  memory: null,
};

test("a goal is met or missed on disk, for less and for more, and by a ceiling", () => {
  const disk = (ours: number, reference: number) => ({ ours: counted(ours), reference: counted(reference) });
  expect(isMet(line)).toBe(true);
  expect(isMet({ ...line, disk: disk(16, 10) })).toBe(false);
  expect(isMet({ ...line, better: "more", atLeast: 0.8, disk: disk(79, 100) })).toBe(false);
  expect(isMet({ ...line, better: "more", atLeast: 0.8, disk: disk(80, 100) })).toBe(true);
  expect(isMet({ ...line, atLeast: null, atMost: 5, disk: null, memory: disk(6, 1) })).toBe(false);
  expect(isMet({ ...line, atLeast: null })).toBeNull();
  expect(showLines([{ ...line, disk: disk(16, 10) }])).toContain(
    "| 1.60 | – | – | – | within 1.5 | **missed** |",
  );
});

test("what was not measurable is kept, and read back as such", () => {
  const kept: BenchLine = { ...line, disk: { ours: counted(3), reference: counted(Number.NaN) } };
  const read = BenchLine.parse(JSON.parse(JSON.stringify(kept)));
  expect(read.disk?.reference.median).toBeNaN();
  expect(showLines([read])).toBe(showLines([kept]));
});

test("numbers are shown with as many digits as they bear", () => {
  expect([1234.5, 12.345, 1.2345, 0.01234, Number.NaN].map(showNumber)).toEqual([
    "1,235",
    "12.3",
    "1.23",
    "0.012",
    "–",
  ]);
});

test("what a command writes replaces what stood between the marks, and nothing else", () => {
  const text = "a\n<!-- bench -->\nold\n<!-- /bench -->\nz";
  expect(replaceMarked(text, "bench", "new")).toBe("a\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nz");
  expect(() => replaceMarked(text, "faults", "new")).toThrow("no place marked");
});
