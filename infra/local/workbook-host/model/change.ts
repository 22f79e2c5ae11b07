// What the workbook tells its watchers: which part changed, so that open pages and the disk can follow.
import type { Area, Dimension } from "./area.ts";

export type Change =
  | { readonly kind: "cells"; readonly sheetId: number; readonly area: Area }
  | {
      readonly kind: "lines-shifted";
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly at: number;
      /** Positive for insertion, negative for deletion. */
      readonly count: number;
    }
  | { readonly kind: "lines-styled"; readonly sheetId: number }
  | { readonly kind: "sheet-list" }
  | { readonly kind: "sheet-properties"; readonly sheetId: number }
  | { readonly kind: "notes"; readonly sheetId: number }
  | { readonly kind: "validations"; readonly sheetId: number }
  | { readonly kind: "conditional-rules"; readonly sheetId: number }
  | { readonly kind: "protections"; readonly sheetId: number }
  | { readonly kind: "merges"; readonly sheetId: number }
  | { readonly kind: "charts"; readonly sheetId: number }
  | { readonly kind: "properties" };
