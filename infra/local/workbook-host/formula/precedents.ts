// Which cells a formula reads, and whether its result also depends on the clock or on computed references.
import type { SheetArea } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { areaOfRef } from "./evaluate.ts";
import { FormulaFailure } from "./formula-value.ts";
import type { Node } from "./syntax-tree.ts";

const volatileCalls = new Set(["TODAY", "NOW", "RAND", "RANDBETWEEN", "INDIRECT", "OFFSET"]);

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  switch (node.kind) {
    case "sign":
    case "percent":
      walk(node.operand, visit);
      return;
    case "binary":
      walk(node.left, visit);
      walk(node.right, visit);
      return;
    case "call":
      for (const each of node.arguments) walk(each, visit);
      return;
    case "array":
      for (const row of node.rows) for (const each of row) walk(each, visit);
      return;
    default:
      return;
  }
}

export interface Precedents {
  readonly areas: readonly SheetArea[];
  readonly isVolatile: boolean;
}

export function precedentsOf(tree: Node, workbook: Workbook, sheet: Sheet): Precedents {
  const areas: SheetArea[] = [];
  let isVolatile = false;
  walk(tree, (node) => {
    if (node.kind === "call" && volatileCalls.has(node.name)) isVolatile = true;
    if (node.kind === "name") {
      const named = workbook.namedRanges.get(node.name);
      if (named) areas.push(named);
    }
    if (node.kind !== "reference") return;
    try {
      areas.push(areaOfRef(node.ref, { workbook, sheet, movedRows: 0, movedColumns: 0 }));
    } catch (error) {
      if (!(error instanceof FormulaFailure)) throw error;
    }
  });
  return { areas, isVolatile };
}
