// What scripts write and read back: coercion, dates and zones, formulas, formats.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Bench, openBench } from "./support/script-bench.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() =>
  bench.evaluate(
    "const s = SpreadsheetApp.getActiveSheet(); s.clear(); s.getRange('A1:Z1000').clearDataValidations();",
  ),
);

const sheet = "const s = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();";

test.each([
  ["'12'", 12, "12"],
  ["'1,234.5'", 1234.5, "1,234.50"],
  ["'12%'", 0.12, "12%"],
  ["'¥1,200.5'", 1200.5, "¥1,200.50"],
  ["'true'", true, "TRUE"],
  ["'办结'", "办结", "办结"],
  ['"\'0123"', "0123", "0123"],
  ["'0123'", 123, "123"],
  ["''", "", ""],
  ["null", "", ""],
  ["undefined", "", ""],
  ["'3 件'", "3 件", "3 件"],
  ["'E12'", "E12", "E12"],
])("a script that writes %s reads back %j, shown as %j", async (written, value, shown) => {
  const read = await bench.evaluate(
    `${sheet} const c = s.getRange("B2"); c.setValue(${written}); return [c.getValue(), c.getDisplayValue()];`,
  );
  expect(read).toEqual([value, shown]);
});

test.each(["2026-11-02", "2026/11/2", "2026年11月2日"])(
  "the text %s becomes a date shown as typed",
  async (text) => {
    const read = await bench.evaluate(
      `${sheet} const c = s.getRange("B2"); c.setValue(${JSON.stringify(text)}); const v = c.getValue();
     return [v instanceof Date, Utilities.formatDate(v, "Asia/Shanghai", "yyyy-MM-dd HH:mm"), c.getDisplayValue()];`,
    );
    expect(read).toEqual([true, "2026-11-02 00:00", text]);
  },
);

test("a plain-text cell keeps what looks like a number, a date or a formula", async () => {
  const read = await bench.evaluate(
    `${sheet} const r = s.getRange("A1:C1"); r.setNumberFormat("@"); r.setValues([["007", "2026-11-02", "=1+1"]]); return r.getValues();`,
  );
  expect(read).toEqual([["007", "2026-11-02", "=1+1"]]);
});

test("a Date lands on the spreadsheet's wall clock, not the script's", async () => {
  const read = await bench.evaluate(
    `${sheet} const c = s.getRange("A1"); c.setValue(new Date("2026-11-02T16:30:00Z"));
     return [c.getDisplayValue(), c.getValue().toISOString(), c.getNumberFormat()];`,
  );
  expect(read).toEqual(["2026/11/3 0:30:00", "2026-11-02T16:30:00.000Z", "yyyy/m/d h:mm:ss"]);
});

test("local Date methods follow the script's zone and the host's clock", async () => {
  const read = await bench.evaluate(
    `const d = new Date(); const e = new Date(2026, 0, 15, 8);
     return [d.toISOString(), d.getDate(), d.getHours(), d.getTimezoneOffset(), e.toISOString(), Date.now() === d.getTime(), e instanceof Date, new Date("2026-07-01T00:00").toISOString(), new Date("2026-07-01").toISOString(), String(e).slice(0, 24)];`,
  );
  expect(read).toEqual([
    "2026-11-02T01:30:00.000Z",
    1,
    20,
    300,
    "2026-01-15T13:00:00.000Z",
    true,
    true,
    "2026-07-01T04:00:00.000Z",
    "2026-07-01T00:00:00.000Z",
    "Thu Jan 15 2026 08:00:00",
  ]);
});

test("a text that starts with an equals sign becomes a formula with a computed result", async () => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:A3").setValues([[1],[2],[3]]); const c = s.getRange("B1"); c.setValue("=SUM(A1:A3)*2");
     const before = c.getValue(); s.getRange("A3").setValue(10); return [before, c.getValue(), c.getFormula(), c.getFormulaR1C1()];`,
  );
  expect(read).toEqual([12, 26, "=SUM(A1:A3)*2", "=SUM(R[0]C[-1]:R[2]C[-1])*2"]);
});

test.each([
  ['=COUNTIF(A:A,"办结")', 2],
  ['=COUNTIFS(A1:A4,"办结",B1:B4,">=3")', 1],
  ['=SUMIF(A1:A4,"办结",B1:B4)', 5],
  ['=IFERROR(VLOOKUP("退回",A1:B4,2,FALSE),"无")', 7],
  ['=IF(B1>1,"多","少")', "多"],
  ['=TEXT(DATE(2026,11,2),"yyyy-mm-dd")', "2026-11-02"],
  ["=NETWORKDAYS(DATE(2026,11,2),DATE(2026,11,8))", 5],
  ["=DAYS(DATE(2026,11,30),DATE(2026,11,2))", 28],
  ["=1/0", "#DIV/0!"],
  ["=NOSUCH(1)", "#NAME?"],
  ['=TEXTJOIN("、",TRUE,UNIQUE(A1:A4))', "办结、在办、退回"],
  ["=ROUND(AVERAGE(B1:B4),2)", 4],
  ["=INDEX(A1:A4,MATCH(7,B1:B4,0))", "退回"],
  ['=A1&"-"&B1', "办结-2"],
  ['=SUMPRODUCT((A1:A4="办结")*B1:B4)', 5],
  ["=MEDIAN(B1:B4)", 3.5],
])("%s gives %j", async (formula, result) => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:B4").setValues([["办结",2],["在办",4],["办结",3],["退回",7]]);
     const c = s.getRange("D1"); c.setFormula(${JSON.stringify(formula)}); return c.getValue();`,
  );
  expect(read).toBe(result);
});

test("TODAY follows the host's clock in the spreadsheet's zone", async () => {
  bench.clock.moveTo(Date.UTC(2026, 10, 2, 16, 30));
  const read = await bench.evaluate(
    `${sheet} const c = s.getRange("A1"); c.setFormula("=TODAY()").setNumberFormat("yyyy-mm-dd"); return c.getDisplayValue();`,
  );
  expect(read).toBe("2026-11-03");
});

test("an array formula flows into the cells below and withdraws when its source shrinks", async () => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:A3").setValues([[1],[2],[3]]); s.getRange("C1").setFormula("=ARRAYFORMULA(IF(A1:A3=\\"\\",\\"\\",A1:A3*10))");
     const full = s.getRange("C1:C3").getValues(); s.getRange("C1").clearContent(); return [full, s.getRange("C1:C3").getValues(), s.getLastColumn()];`,
  );
  expect(read).toEqual([[[10], [20], [30]], [[""], [""], [""]], 1]);
});

test("inserting and deleting rows moves references, rules and names along", async () => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:A3").setValues([[1],[2],[3]]); s.getRange("B5").setFormula("=SUM(A1:A3)");
     const ss = s.getParent(); ss.setNamedRange("数字", s.getRange("A1:A3"));
     s.insertRowsBefore(2, 2); const one = s.getRange("B7").getFormula();
     s.deleteRows(1, 1); return [one, s.getRange("B6").getFormula(), s.getRange("B6").getValue(), ss.getRangeByName("数字").getA1Notation()];`,
  );
  expect(read).toEqual(["=SUM(A1:A5)", "=SUM(A1:A4)", 5, "A1:A4"]);
});

test("sorting carries formulas of the row along and leaves blanks last", async () => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:A4").setValues([[3],[""],[1],[2]]); s.getRange("B1:B4").setFormulas([["=A1*2"],[""],["=A3*2"],["=A4*2"]]);
     s.getRange("A1:B4").sort({column: 1, ascending: false}); return [s.getRange("A1:B4").getValues(), s.getRange("B1:B3").getFormulas()];`,
  );
  expect(read).toEqual([
    [
      [3, 6],
      [2, 4],
      [1, 2],
      ["", ""],
    ],
    [["=A1*2"], ["=A2*2"], ["=A3*2"]],
  ]);
});

test("looks, notes, widths and other properties read back as written", async () => {
  const read = await bench.evaluate(
    `${sheet} const r = s.getRange("A1:B1");
     r.setBackground("#fff2cc").setFontWeight("bold").setWrap(true).setNotes([["说明", null]]).setNumberFormats([["0.00", "yyyy-mm-dd"]]);
     s.setColumnWidth(2, 180); s.setFrozenRows(1); s.setTabColor("#ff0000"); s.hideColumns(3); s.getRange("A1").setValue(2);
     return [r.getBackgrounds(), r.getFontWeight(), r.getWrap(), r.getNotes(), r.getDisplayValues(), s.getColumnWidth(2), s.getFrozenRows(), s.getTabColor(), s.isColumnHiddenByUser(3)];`,
  );
  expect(read).toEqual([
    [["#fff2cc", "#fff2cc"]],
    "bold",
    true,
    [["说明", ""]],
    [["2.00", ""]],
    180,
    1,
    "#ff0000",
    true,
  ]);
});

test("TextFinder finds and replaces texts", async () => {
  const read = await bench.evaluate(
    `${sheet} s.getRange("A1:A3").setValues([["补正通知"],["办结"],["补正"]]);
     const all = s.createTextFinder("补正").findAll().map(r => r.getA1Notation());
     const whole = s.createTextFinder("补正").matchEntireCell(true).findNext().getA1Notation();
     const n = s.createTextFinder("补正").replaceAllWith("更正"); return [all, whole, n, s.getRange("A1").getValue()];`,
  );
  expect(read).toEqual([["A1", "A3"], "A3", 2, "更正通知"]);
});

test("a matrix of the wrong shape is refused with Google's sentence", async () => {
  await expect(bench.evaluate(`${sheet} s.getRange("A1:A2").setValues([[1]]);`)).rejects.toThrow(
    "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  );
  await expect(bench.evaluate(`${sheet} s.getRange(1, 1, 5000, 1);`)).rejects.toThrow(
    "outside the dimensions",
  );
});
