// The parts a formula is made of.
export interface CellRef {
  readonly sheetName: string | undefined;
  /** Zero-based; undefined where the reference is open (A:C has no rows, 3:5 no columns). */
  readonly startRow: number | undefined;
  readonly startColumn: number | undefined;
  readonly endRow: number | undefined;
  readonly endColumn: number | undefined;
  /** Which of the four carry a dollar sign, in the order start row, start column, end row, end column. */
  readonly fixed: readonly [boolean, boolean, boolean, boolean];
  readonly isRange: boolean;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "reference"; readonly ref: CellRef }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "omitted" }
  | { readonly kind: "array"; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: "sign"; readonly sign: "+" | "-"; readonly operand: Node }
  | { readonly kind: "percent"; readonly operand: Node }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Node[] };
