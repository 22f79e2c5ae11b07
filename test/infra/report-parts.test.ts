// What is deployed beside the report function's bundle: taken from where it is, and missed in a sentence that says what to do.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addReportParts, PartMissing } from "../../infra/report-parts.ts";

const place = mkdtempSync(join(tmpdir(), "hall-ledger-parts-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const folder = join(place, "report");

test("a machine without a Chinese font is told which package to install, and nothing is put anywhere", () => {
  const add = () => addReportParts(folder, [join(place, "none.ttc")]);
  expect(add).toThrow(PartMissing);
  expect(add).toThrow("含汉字的字体");
  expect(add).toThrow("Install fonts-noto-cjk, or name a font's file: REPORT_FONT=");
  expect(existsSync(folder)).toBe(false);
});

test("the first font that is there goes with resvg's WebAssembly, and takes the place of the one before", () => {
  const [first, second] = [join(place, "first.ttc"), join(place, "second.ttc")];
  writeFileSync(second, "second");
  addReportParts(folder, [first, second]);
  expect(readFileSync(join(folder, "chinese-font"), "utf8")).toBe("second");
  writeFileSync(first, "first");
  addReportParts(folder, [first, second]);
  expect(readFileSync(join(folder, "chinese-font"), "utf8")).toBe("first");
  expect(readdirSync(folder).sort()).toEqual(["chinese-font", "resvg.wasm"]);
  expect(readFileSync(join(folder, "resvg.wasm")).subarray(0, 4).toString("latin1")).toBe("\0asm");
});
