// Validation, protection, sharing and templates as a script meets them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, clerk, openBench } from "./support/script-bench.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({
    html: {
      page: "<p><?= name ?></p><? for (var i = 0; i < 2; i++) { ?><b><?= i ?></b><? } ?><?!= include('part') ?>",
      part: "<i>'原样'</i>",
    },
  });
});
afterAll(() => bench.close());

const sheet = "const s = SpreadsheetApp.getActiveSheet();";

test("a strict rule makes a script's write throw and leaves the cell alone", async () => {
  await bench.evaluate(`${sheet} s.getRange("A1:A5").setDataValidation(
    SpreadsheetApp.newDataValidation().requireValueInList(["在办", "办结"]).setAllowInvalid(false).setHelpText("请选择").build());
    s.getRange("A1").setValue("在办");`);
  await expect(
    bench.evaluate(`${sheet} s.getRange("A1:A2").setValues([["办结"], ["乱写"]]);`),
  ).rejects.toThrow(
    "The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: 在办, 办结. 请选择",
  );
  expect(await bench.evaluate(`${sheet} return s.getRange("A1:A2").getValues();`)).toEqual([["在办"], [""]]);
});

test("a lenient rule lets anything stand", async () => {
  const read = await bench.evaluate(`${sheet} const c = s.getRange("B1");
    c.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).build()); c.setValue(9);
    const rule = c.getDataValidation(); return [c.getValue(), rule.getAllowInvalid(), String(rule.getCriteriaType()), rule.getCriteriaValues()];`);
  expect(read).toEqual([9, true, "NUMBER_BETWEEN", [1, 5]]);
});

test.each([
  ["requireDate()", "'abc'", false],
  ["requireDate()", "'2026-11-02'", true],
  ["requireDateOnOrAfter(new Date('2026-11-02T00:00:00+08:00'))", "'2026-11-01'", false],
  ["requireDateOnOrAfter(new Date('2026-11-02T00:00:00+08:00'))", "'2026-11-02'", true],
  ["requireTextIsEmail()", "'a@b.cn'", true],
  ["requireTextIsEmail()", "'a@b'", false],
  ["requireCheckbox()", "true", true],
  ["requireCheckbox()", "'是'", false],
  ["requireFormulaSatisfied('=LEN(C1)=2')", "'三个字'", false],
  ["requireFormulaSatisfied('=LEN(C1)=2')", "'两字'", true],
])("the rule %s judges %s: allowed %j", async (rule, value, allowed) => {
  const run = bench.evaluate(`${sheet} const c = s.getRange("C1"); c.clearDataValidations().clear();
    c.setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build()); c.setValue(${value}); return true;`);
  await (allowed
    ? expect(run).resolves.toBe(true)
    : expect(run).rejects.toThrow("violates the data validation rules"));
});

test("a protected range keeps out everyone but its editors and the owner", async () => {
  await bench.evaluate(
    `${sheet} const p = s.getRange("E:E").protect().setDescription("系统列"); p.removeEditors(p.getEditors());`,
  );
  await expect(bench.evaluate(`${sheet} s.getRange("E3").setValue(1);`, { email: clerk })).rejects.toThrow(
    "protected cell",
  );
  await expect(bench.evaluate(`${sheet} s.insertRowBefore(3);`, { email: clerk })).rejects.toThrow(
    "protected cell",
  );
  await bench.evaluate(`${sheet} s.getRange("F3").setValue(1);`, { email: clerk });
  await bench.evaluate(`${sheet} s.getRange("E3").setValue(1);`);
  const facts = await bench.evaluate(
    `${sheet} return s.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((p) => [p.getRange().getA1Notation(), p.getDescription(), p.getEditors().map(String)]);`,
  );
  expect(facts).toEqual([["E1:E1000", "系统列", ["owner@example.cn"]]]);
});

test("a protected sheet has holes where its unprotected ranges are", async () => {
  await bench.evaluate(
    `const s = SpreadsheetApp.getActive().insertSheet("_index"); const p = s.protect(); p.setUnprotectedRanges([s.getRange("B1:B5")]); p.removeEditor("${clerk}"); s.hideSheet();`,
  );
  const find = `const s = SpreadsheetApp.getActive().getSheetByName("_index");`;
  await bench.evaluate(`${find} s.getRange("B2").setValue(1);`, { email: clerk });
  await expect(bench.evaluate(`${find} s.getRange("A2").setValue(1);`, { email: clerk })).rejects.toThrow(
    "protected cell",
  );
  expect(await bench.evaluate(`${find} return s.isSheetHidden();`)).toBe(true);
});

test("a stranger cannot open the workbook", async () => {
  await expect(
    bench.evaluate(`${sheet} return s.getName();`, { email: "stranger@example.cn" }),
  ).rejects.toThrow("You do not have permission to access the requested document.");
});

test("templates escape, run code and include other files", async () => {
  bench.use(`function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
    function render() { const t = HtmlService.createTemplateFromFile("page"); t.name = "<张>"; return t.evaluate().setTitle("页").getContent(); }`);
  const result = await bench.host.call({ workbookId: bench.workbookId, email: clerk }, "render", "[]");
  expect(result).toEqual({
    ok: true,
    json: JSON.stringify("<p>&lt;张&gt;</p><b>0</b><b>1</b><i>'原样'</i>"),
  });
});

test("conditional format rules and charts read back", async () => {
  const read = await bench.evaluate(`${sheet}
    const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B1="逾期"').setBackground("#f4cccc").setBold(true).setRanges([s.getRange("A1:D20")]).build();
    s.setConditionalFormatRules([rule]); const back = s.getConditionalFormatRules()[0];
    s.insertChart(s.newChart().setChartType(Charts.ChartType.COLUMN).addRange(s.getRange("A1:B5")).setPosition(2, 6, 0, 0).setOption("title", "受理").build());
    return [back.getRanges()[0].getA1Notation(), String(back.getBooleanCondition().getCriteriaType()), s.getCharts().length, s.getCharts()[0].getRanges()[0].getA1Notation()];`);
  expect(read).toEqual(["A1:D20", "CUSTOM_FORMULA", 1, "A1:B5"]);
});

test("developer metadata and properties keep within their limits", async () => {
  await bench.evaluate(`SpreadsheetApp.getActive().addDeveloperMetadata("schema", "3");`);
  expect(
    await bench.evaluate(
      `return SpreadsheetApp.getActive().getDeveloperMetadata().map((m) => m.getKey() + m.getValue());`,
    ),
  ).toEqual(["schema3"]);
  await expect(
    bench.evaluate(`PropertiesService.getUserProperties().setProperty("a", "x".repeat(10000));`),
  ).rejects.toThrow("too large");
});
