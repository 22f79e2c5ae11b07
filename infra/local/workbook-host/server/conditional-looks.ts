// Works out what conditional format rules do to cells, so that every page shows the same by the same clock.
import type { Calculation } from "../formula/calculation.ts";
import { parseFormula } from "../formula/parser.ts";
import { precedentsOf } from "../formula/precedents.ts";
import { rewriteReferences } from "../formula/rewrite-references.ts";
import { FormulaSyntaxError } from "../formula/tokenizer.ts";
import { type Area, isInside } from "../model/area.ts";
import { CellError, type CellStyle, type CellValue, resultOf } from "../model/cell.ts";
import type { ConditionalRule } from "../model/conditional-rule.ts";
import { displayText } from "../model/number-format.ts";
import { serialOfInstant } from "../model/serial-date.ts";
import type { Sheet } from "../model/sheet.ts";
import { isAllowedBy } from "../model/validation.ts";
import type { Workbook } from "../model/workbook.ts";

/** Days from today that a relative criterion means, first and last. */
const relativeDays: Readonly<Record<string, readonly [number, number]>> = {
  TODAY: [0, 0],
  TOMORROW: [1, 1],
  YESTERDAY: [-1, -1],
  PAST_WEEK: [-7, 0],
  PAST_MONTH: [-30, 0],
  PAST_YEAR: [-365, 0],
};

function looksOfRule(rule: ConditionalRule): CellStyle {
  return {
    ...(rule.background ? { background: rule.background } : {}),
    ...(rule.fontColor ? { fontColor: rule.fontColor } : {}),
    ...(rule.bold ? { fontWeight: "bold" } : {}),
    ...(rule.italic ? { fontStyle: "italic" } : {}),
    ...(rule.strikethrough ? { fontLine: "line-through" } : rule.underline ? { fontLine: "underline" } : {}),
  };
}

/** How far a rule's formula looks: along its own row only, or elsewhere too. */
interface Reach {
  /** All columns are fixed: the whole row gets one verdict. */
  readonly sameAlongRow: boolean;
  readonly ownRowOnly: boolean;
}

export class ConditionalLooks {
  private readonly workbook: Workbook;
  private readonly calculation: Calculation;
  private readonly now: () => number;
  private readonly looks = new WeakMap<ConditionalRule, CellStyle>();
  private readonly reaches = new WeakMap<ConditionalRule, Reach>();
  /** Verdicts per row of rules that treat a whole row alike; valid for one picture. */
  private verdicts = new Map<ConditionalRule, Map<number, boolean>>();

  constructor(workbook: Workbook, calculation: Calculation, now: () => number) {
    this.workbook = workbook;
    this.calculation = calculation;
    this.now = now;
  }

  /** Forgets verdicts: call before drawing after something changed. */
  refresh(): void {
    this.verdicts = new Map();
  }

  at(sheet: Sheet, row: number, column: number): CellStyle | undefined {
    let merged: CellStyle | undefined;
    for (const rule of sheet.conditionalRules) {
      if (!rule.areas.some((area) => isInside(area, row, column))) continue;
      if (!this.applies(rule, sheet, row, column)) continue;
      let looks = this.looks.get(rule);
      if (!looks) {
        looks = looksOfRule(rule);
        this.looks.set(rule, looks);
      }
      // An earlier rule wins over a later one.
      merged = merged ? { ...looks, ...merged } : looks;
    }
    return merged;
  }

  /** Cells that must be drawn again after an area changed: its rows, or whole rules that look further. */
  redrawn(sheet: Sheet, changed: Area): Area[] {
    return sheet.conditionalRules.flatMap((rule) =>
      rule.areas.flatMap((area): Area[] => {
        if (!this.reachOf(rule, sheet).ownRowOnly) return [area];
        const row = Math.max(area.row, changed.row);
        const end = Math.min(area.row + area.rows, changed.row + changed.rows);
        return end > row ? [{ ...area, row, rows: end - row }] : [];
      }),
    );
  }

  private applies(rule: ConditionalRule, sheet: Sheet, row: number, column: number): boolean {
    if (rule.criterion === "CUSTOM_FORMULA") return this.formulaApplies(rule, sheet, row, column);
    const cell = sheet.cell(row, column);
    return this.valueApplies(rule, resultOf(cell), cell?.style?.numberFormat, sheet, row, column);
  }

  private formulaApplies(rule: ConditionalRule, sheet: Sheet, row: number, column: number): boolean {
    const [formula] = rule.arguments;
    const [first] = rule.areas;
    if (typeof formula !== "string" || !first) return false;
    const judge = (): boolean => this.calculation.isTrueRelative(formula, sheet.id, first, row, column);
    if (!this.reachOf(rule, sheet).sameAlongRow) return judge();
    const rows = this.verdicts.get(rule) ?? new Map<number, boolean>();
    this.verdicts.set(rule, rows);
    const known = rows.get(row);
    if (known !== undefined) return known;
    const verdict = judge();
    rows.set(row, verdict);
    return verdict;
  }

  private valueApplies(
    rule: ConditionalRule,
    value: CellValue | undefined,
    format: string | undefined,
    sheet: Sheet,
    row: number,
    column: number,
  ): boolean {
    const { criterion } = rule;
    const blank = value === undefined || value === "";
    if (criterion === "CELL_EMPTY") return blank;
    if (criterion === "CELL_NOT_EMPTY") return !blank;
    if (blank || value instanceof CellError) return false;
    const text = displayText(value, format).toLowerCase();
    const wanted = String(rule.arguments[0] ?? "").toLowerCase();
    if (criterion === "TEXT_STARTS_WITH") return text.startsWith(wanted);
    if (criterion === "TEXT_ENDS_WITH") return text.endsWith(wanted);
    if (criterion.endsWith("_RELATIVE"))
      return this.relativeDateApplies(criterion, String(rule.arguments[0]), value);
    return isAllowedBy({ ...rule, allowInvalid: false, helpText: undefined }, value, {
      workbook: this.workbook,
      sheetId: sheet.id,
      row,
      column,
      numberFormat: format,
      judgeFormula: () => false,
    });
  }

  private relativeDateApplies(criterion: string, name: string, value: CellValue): boolean {
    if (typeof value !== "number") return false;
    const today = Math.floor(serialOfInstant(this.now(), this.workbook.facts.timeZone));
    const [from, to] = relativeDays[name] ?? [0, 0];
    const day = Math.floor(value);
    if (criterion === "DATE_BEFORE_RELATIVE") return day < today + from;
    if (criterion === "DATE_AFTER_RELATIVE") return day > today + to;
    return day >= today + from && day <= today + to;
  }

  private reachOf(rule: ConditionalRule, sheet: Sheet): Reach {
    const known = this.reaches.get(rule);
    if (known) return known;
    const reach = this.findReach(rule, sheet);
    this.reaches.set(rule, reach);
    return reach;
  }

  private findReach(rule: ConditionalRule, sheet: Sheet): Reach {
    const [formula] = rule.arguments;
    const firstRow = rule.areas[0]?.row ?? 0;
    if (rule.criterion !== "CUSTOM_FORMULA" || typeof formula !== "string") {
      return { sameAlongRow: false, ownRowOnly: true };
    }
    let sameAlongRow = true;
    let ownRowOnly = true;
    rewriteReferences(formula, (ref) => {
      const [fixedStartRow, fixedStartColumn, fixedEndRow, fixedEndColumn] = ref.fixed;
      if (!fixedStartColumn || !fixedEndColumn) sameAlongRow = false;
      const isOwnRow = ref.startRow === firstRow && ref.endRow === firstRow && !fixedStartRow && !fixedEndRow;
      if (!isOwnRow || ref.sheetName !== undefined) ownRowOnly = false;
      return ref;
    });
    try {
      if (precedentsOf(parseFormula(formula), this.workbook, sheet).areas.length === 0) sameAlongRow = false;
    } catch (error) {
      if (!(error instanceof FormulaSyntaxError)) throw error;
    }
    if (/\bCOLUMN\s*\(/i.test(formula)) sameAlongRow = false;
    return { sameAlongRow, ownRowOnly };
  }
}
