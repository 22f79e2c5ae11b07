// What the report function needs beside its bundle: resvg's WebAssembly, and a font with Chinese letters.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { CHINESE_FONTS, installedParts } from "../functions/reports/charts/installed-parts.ts";

/** Says what is missing and what to do, in Chinese and English. */
export class PartMissing extends Error {}

const FONTS = process.env.REPORT_FONT ? [process.env.REPORT_FONT] : CHINESE_FONTS;

/** Puts both beside the bundle in `folder`, where `functions/report.ts` looks for them. @throws PartMissing */
export function addReportParts(folder: string, fonts: readonly string[] = FONTS): void {
  const { wasm, font } = installedParts(fonts);
  if (font === undefined) {
    throw new PartMissing(
      `报告里的图表需要一个含汉字的字体,本机没有:${fonts.join("、")}。请安装 fonts-noto-cjk,或用 REPORT_FONT=<字体文件> 指定。\n` +
        `The charts of reports need a font with Chinese letters, and this machine has none of ${fonts.join(", ")}. Install fonts-noto-cjk, or name a font's file: REPORT_FONT=<file>.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  copyFileSync(wasm, join(folder, "resvg.wasm"));
  copyFileSync(font, join(folder, "chinese-font"));
}
