// The accessors of a range's looks: one pair for the upper left cell or all cells, one pair for a matrix.
import type { Spread, StyleKey, StyleValue } from "../protocol/host-operations.ts";
import type { RangeRef } from "../protocol/wire.ts";
import { memberNamed } from "./enumeration.ts";
import { ask, exception } from "./host.ts";
import { standFor } from "./provided.ts";
import { wrapStrategies } from "./spreadsheet-enums.ts";

type GasRange = GoogleAppsScript.Spreadsheet.Range;
type WrapStrategy = GoogleAppsScript.Spreadsheet.WrapStrategy;
type Horizontal = "left" | "center" | "normal" | "right" | null;
type Vertical = "top" | "middle" | "bottom" | null;

/** What a cell reports when nothing was set. */
const defaults: Readonly<Record<StyleKey, StyleValue>> = {
  numberFormat: "0.###############",
  background: "#ffffff",
  fontColor: "#000000",
  fontWeight: "normal",
  fontStyle: "normal",
  fontLine: "none",
  fontSize: 10,
  fontFamily: "Arial",
  horizontalAlignment: "general",
  verticalAlignment: "bottom",
  wrapStrategy: "OVERFLOW",
  borders: null,
};

export const spread = <T>(rows: readonly (readonly T[])[]): Spread<T> => ({ rows, repeat: false });

export class StyledRange {
  protected readonly ref: RangeRef;
  constructor(ref: RangeRef) {
    this.ref = ref;
  }

  /** The range as the script holds it: through a stand-in, `this` is already that. */
  protected self(): GasRange {
    return standFor<GasRange>("Range", this);
  }

  protected requireShape(values: readonly (readonly unknown[])[]): void {
    const { rows, columns } = this.ref;
    if (values.length !== rows) {
      throw exception(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    for (const line of values) {
      if (line.length !== columns) {
        throw exception(
          `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`,
        );
      }
    }
  }

  private styles(key: StyleKey): StyleValue[][] {
    return ask("range.styles", this.ref, key).map((line) => line.map((value) => value ?? defaults[key]));
  }
  private texts(key: StyleKey): string[][] {
    return this.styles(key).map((line) => line.map(String));
  }
  private text(key: StyleKey): string {
    const corner = { ...this.ref, rows: 1, columns: 1 };
    return String(ask("range.styles", corner, key)[0]?.[0] ?? defaults[key]);
  }
  private put(key: StyleKey, value: StyleValue): GasRange {
    ask("range.writeStyles", this.ref, key, { rows: [[value]], repeat: true });
    return this.self();
  }
  private putAll(key: StyleKey, values: readonly (readonly StyleValue[])[]): GasRange {
    this.requireShape(values);
    ask("range.writeStyles", this.ref, key, spread(values));
    return this.self();
  }

  getNumberFormat(): string {
    return this.text("numberFormat");
  }
  getNumberFormats(): string[][] {
    return this.texts("numberFormat");
  }
  setNumberFormat(format: string): GasRange {
    return this.put("numberFormat", format);
  }
  setNumberFormats(formats: string[][]): GasRange {
    return this.putAll("numberFormat", formats);
  }
  getBackground(): string {
    return this.text("background");
  }
  getBackgrounds(): string[][] {
    return this.texts("background");
  }
  setBackground(color: string | null): GasRange {
    return this.put("background", color);
  }
  setBackgrounds(colors: (string | null)[][]): GasRange {
    return this.putAll("background", colors);
  }
  setBackgroundRGB(red: number, green: number, blue: number): GasRange {
    const hex = (part: number): string => part.toString(16).padStart(2, "0");
    return this.put("background", `#${hex(red)}${hex(green)}${hex(blue)}`);
  }
  setFontColor(color: string | null): GasRange {
    return this.put("fontColor", color);
  }
  setFontColors(colors: (string | null)[][]): GasRange {
    return this.putAll("fontColor", colors);
  }
  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return this.text("fontWeight") === "bold" ? "bold" : "normal";
  }
  setFontWeight(weight: string | null): GasRange {
    return this.put("fontWeight", weight);
  }
  setFontWeights(weights: (string | null)[][]): GasRange {
    return this.putAll("fontWeight", weights);
  }
  setFontStyle(style: string | null): GasRange {
    return this.put("fontStyle", style);
  }
  setFontStyles(styles: (string | null)[][]): GasRange {
    return this.putAll("fontStyle", styles);
  }
  setFontLine(line: string | null): GasRange {
    return this.put("fontLine", line);
  }
  setFontLines(lines: (string | null)[][]): GasRange {
    return this.putAll("fontLine", lines);
  }
  getFontSize(): number {
    return Number(this.text("fontSize"));
  }
  getFontSizes(): number[][] {
    return this.styles("fontSize").map((line) => line.map(Number));
  }
  setFontSize(size: number): GasRange {
    return this.put("fontSize", size);
  }
  setFontSizes(sizes: number[][]): GasRange {
    return this.putAll("fontSize", sizes);
  }
  getFontFamily(): string {
    return this.text("fontFamily");
  }
  getFontFamilies(): string[][] {
    return this.texts("fontFamily");
  }
  setFontFamily(family: string | null): GasRange {
    return this.put("fontFamily", family);
  }
  setFontFamilies(families: (string | null)[][]): GasRange {
    return this.putAll("fontFamily", families);
  }
  getHorizontalAlignment(): string {
    return this.text("horizontalAlignment");
  }
  getHorizontalAlignments(): string[][] {
    return this.texts("horizontalAlignment");
  }
  setHorizontalAlignment(alignment: Horizontal): GasRange {
    return this.put("horizontalAlignment", alignment === "normal" ? null : alignment);
  }
  setHorizontalAlignments(alignments: Horizontal[][]): GasRange {
    return this.putAll("horizontalAlignment", alignments);
  }
  getVerticalAlignment(): string {
    return this.text("verticalAlignment");
  }
  getVerticalAlignments(): string[][] {
    return this.texts("verticalAlignment");
  }
  setVerticalAlignment(alignment: Vertical): GasRange {
    return this.put("verticalAlignment", alignment);
  }
  setVerticalAlignments(alignments: Vertical[][]): GasRange {
    return this.putAll("verticalAlignment", alignments);
  }
  getWrap(): boolean {
    return this.text("wrapStrategy") === "WRAP";
  }
  getWraps(): boolean[][] {
    return this.texts("wrapStrategy").map((line) => line.map((value) => value === "WRAP"));
  }
  setWrap(isWrapped: boolean): GasRange {
    return this.put("wrapStrategy", isWrapped ? "WRAP" : "OVERFLOW");
  }
  setWraps(wraps: boolean[][]): GasRange {
    return this.putAll(
      "wrapStrategy",
      wraps.map((line) => line.map((value) => (value ? "WRAP" : "OVERFLOW"))),
    );
  }
  getWrapStrategy(): WrapStrategy {
    return memberNamed(wrapStrategies, this.text("wrapStrategy"));
  }
  getWrapStrategies(): WrapStrategy[][] {
    return this.texts("wrapStrategy").map((line) => line.map((name) => memberNamed(wrapStrategies, name)));
  }
  setWrapStrategy(strategy: WrapStrategy): GasRange {
    return this.put("wrapStrategy", String(strategy));
  }
  setWrapStrategies(strategies: WrapStrategy[][]): GasRange {
    return this.putAll(
      "wrapStrategy",
      strategies.map((line) => line.map(String)),
    );
  }
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
  ): GasRange {
    const { rows, columns } = this.ref;
    const line = `${color ?? "#000000"}/${style === null || style === undefined ? "SOLID" : String(style)}`;
    const matrix = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => {
        const sides = [
          (row === 0 ? top : horizontal) ? `top=${line}` : "",
          (column === 0 ? left : vertical) ? `left=${line}` : "",
          (row === rows - 1 ? bottom : horizontal) ? `bottom=${line}` : "",
          (column === columns - 1 ? right : vertical) ? `right=${line}` : "",
        ].filter((side) => side !== "");
        return sides.length > 0 ? sides.join(";") : null;
      }),
    );
    return this.putAll("borders", matrix);
  }
}
