// What stands in the cells of a range: values as scripts see them, values as people see them, formulas.
import type { RangeRef } from "../protocol/wire.ts";
import { ask } from "./host.ts";
import { firstOf, scriptValue, wireEntry } from "./range-values.ts";
import { StyledRange } from "./styled-range.ts";

type GasRange = GoogleAppsScript.Spreadsheet.Range;

export class RangeContents extends StyledRange {
  protected corner(): RangeRef {
    return { ...this.ref, rows: 1, columns: 1 };
  }

  getValues(): unknown[][] {
    return ask("range.values", this.ref).map((line) => line.map(scriptValue));
  }
  getValue(): unknown {
    return scriptValue(firstOf(ask("range.values", this.corner())));
  }
  getDisplayValues(): string[][] {
    return ask("range.displayValues", this.ref);
  }
  getDisplayValue(): string {
    return firstOf(ask("range.displayValues", this.corner()));
  }
  setValues(values: unknown[][]): GasRange {
    this.requireShape(values);
    ask("range.writeValues", this.ref, { rows: values.map((line) => line.map(wireEntry)), repeat: false });
    return this.self();
  }
  setValue(value: unknown): GasRange {
    ask("range.writeValues", this.ref, { rows: [[wireEntry(value)]], repeat: true });
    return this.self();
  }
  isBlank(): boolean {
    return ask("range.values", this.ref).every((line) => line.every((value) => value === ""));
  }

  getFormulas(): string[][] {
    return ask("range.formulas", this.ref, "A1");
  }
  getFormula(): string {
    return firstOf(ask("range.formulas", this.corner(), "A1"));
  }
  getFormulasR1C1(): string[][] {
    return ask("range.formulas", this.ref, "R1C1");
  }
  getFormulaR1C1(): string {
    return firstOf(ask("range.formulas", this.corner(), "R1C1"));
  }
  setFormulas(formulas: string[][]): GasRange {
    this.requireShape(formulas);
    ask("range.writeFormulas", this.ref, { rows: formulas, repeat: false }, "A1");
    return this.self();
  }
  setFormula(formula: string): GasRange {
    ask("range.writeFormulas", this.ref, { rows: [[formula]], repeat: true }, "A1");
    return this.self();
  }
  setFormulasR1C1(formulas: string[][]): GasRange {
    this.requireShape(formulas);
    ask("range.writeFormulas", this.ref, { rows: formulas, repeat: false }, "R1C1");
    return this.self();
  }
  setFormulaR1C1(formula: string): GasRange {
    ask("range.writeFormulas", this.ref, { rows: [[formula]], repeat: true }, "R1C1");
    return this.self();
  }
}
