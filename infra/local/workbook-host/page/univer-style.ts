// Cell looks in the model's words and in Univer's, both ways.
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { CellStyle } from "../model/cell.ts";
import type { CellEdit } from "../protocol/page-edits.ts";

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const wraps: Readonly<Record<string, WrapStrategy>> = {
  WRAP: WrapStrategy.WRAP,
  OVERFLOW: WrapStrategy.OVERFLOW,
  CLIP: WrapStrategy.CLIP,
};
const borderStyles: Readonly<Record<string, BorderStyleTypes>> = {
  DOTTED: BorderStyleTypes.DOTTED,
  DASHED: BorderStyleTypes.DASHED,
  SOLID: BorderStyleTypes.THIN,
  SOLID_MEDIUM: BorderStyleTypes.MEDIUM,
  SOLID_THICK: BorderStyleTypes.THICK,
  DOUBLE: BorderStyleTypes.DOUBLE,
};
const sides: Readonly<Record<string, "t" | "l" | "b" | "r">> = {
  top: "t",
  left: "l",
  bottom: "b",
  right: "r",
};

/** Borders are written `side=colour/style`, separated by semicolons. */
function borders(text: string): NonNullable<IStyleData["bd"]> {
  const result: NonNullable<IStyleData["bd"]> = {};
  for (const part of text.split(";")) {
    const [side = "", line = ""] = part.split("=");
    const [rgb = "#000000", style = "SOLID"] = line.split("/");
    const key = sides[side];
    if (key) result[key] = { s: borderStyles[style] ?? BorderStyleTypes.THIN, cl: { rgb } };
  }
  return result;
}

export function univerStyle(style: CellStyle): IStyleData {
  const result: IStyleData = {};
  if (style.numberFormat) result.n = { pattern: style.numberFormat };
  if (style.background) result.bg = { rgb: style.background };
  if (style.fontColor) result.cl = { rgb: style.fontColor };
  if (style.fontWeight === "bold") result.bl = BooleanNumber.TRUE;
  if (style.fontStyle === "italic") result.it = BooleanNumber.TRUE;
  if (style.fontLine === "underline") result.ul = { s: BooleanNumber.TRUE };
  if (style.fontLine === "line-through") result.st = { s: BooleanNumber.TRUE };
  if (style.fontSize) result.fs = style.fontSize;
  if (style.fontFamily) result.ff = style.fontFamily;
  const ht = style.horizontalAlignment && horizontal[style.horizontalAlignment];
  if (ht) result.ht = ht;
  const vt = style.verticalAlignment && vertical[style.verticalAlignment];
  if (vt) result.vt = vt;
  const tb = style.wrapStrategy && wraps[style.wrapStrategy];
  if (tb) result.tb = tb;
  if (style.borders) result.bd = borders(style.borders);
  return result;
}

const nameOf = <T>(names: Readonly<Record<string, T>>, value: T): string | null =>
  Object.keys(names).find((name) => names[name] === value) ?? null;

/** Univer's own font, which a paste spells out for cells that have none of their own. */
const ownFont = { ff: "Arial", fs: 11 };

/**
 * A paste spells out every property. What it leaves at Univer's defaults is no wish of the person's: plain text
 * takes on the looks of the cell it lands in, and never takes a column's number format away.
 */
function wishedStyle(style: IStyleData): IStyleData {
  const isComplete = "bg" in style && "cl" in style && "n" in style && "ff" in style;
  if (!isComplete) return style;
  const wished = Object.entries(style).filter(
    ([key, value]) =>
      value !== null &&
      value !== undefined &&
      !(key === "ff" && value === ownFont.ff) &&
      !(key === "fs" && value === ownFont.fs),
  );
  if (wished.length === 0) return {};
  const { n, ff, fs, ...rest } = style;
  return {
    ...rest,
    ...(n ? { n } : {}),
    ...(ff === ownFont.ff ? {} : { ff }),
    ...(fs === ownFont.fs || fs === undefined ? {} : { fs }),
  };
}

/** A copied cell's looks, complete: what it lacks is taken away where it arrives. */
export const copiedStyle = (style: IStyleData | null | undefined): IStyleData => ({
  n: null,
  bg: null,
  cl: null,
  ff: null,
  ht: null,
  vt: null,
  tb: null,
  bl: BooleanNumber.FALSE,
  it: BooleanNumber.FALSE,
  ul: { s: BooleanNumber.FALSE },
  st: { s: BooleanNumber.FALSE },
  ...style,
});

/** The properties that a change in Univer touches; null where it takes one away. */
export function modelStyleChange(given: IStyleData, isCopy = false): NonNullable<CellEdit["style"]> {
  const style = isCopy ? given : wishedStyle(given);
  const change: NonNullable<CellEdit["style"]> = {};
  // A paste says null where it knows of no format; that is no wish to take a column's format away.
  if (style.n || (isCopy && "n" in style)) change.numberFormat = style.n?.pattern ?? null;
  if ("bg" in style) change.background = style.bg?.rgb ?? null;
  if ("cl" in style) change.fontColor = style.cl?.rgb ?? null;
  if ("bl" in style) change.fontWeight = style.bl === BooleanNumber.TRUE ? "bold" : null;
  if ("it" in style) change.fontStyle = style.it === BooleanNumber.TRUE ? "italic" : null;
  if ("ul" in style || "st" in style) {
    const isUnder = style.ul?.s === BooleanNumber.TRUE;
    change.fontLine = style.st?.s === BooleanNumber.TRUE ? "line-through" : isUnder ? "underline" : null;
  }
  if ("fs" in style) change.fontSize = style.fs ?? null;
  if ("ff" in style) change.fontFamily = style.ff ?? null;
  if ("ht" in style) change.horizontalAlignment = style.ht ? nameOf(horizontal, style.ht) : null;
  if ("vt" in style) change.verticalAlignment = style.vt ? nameOf(vertical, style.vt) : null;
  if ("tb" in style) change.wrapStrategy = style.tb ? nameOf(wraps, style.tb) : null;
  return change;
}
