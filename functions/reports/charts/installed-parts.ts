// Where the parts of pictures are on a machine that has the project's packages; Lambda gets them beside its bundle.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { PictureParts } from "./chart-picture.ts";

/** Where Debian and Ubuntu, Fedora and Amazon Linux, Arch, macOS and Windows put a font with Chinese letters. */
export const CHINESE_FONTS: readonly string[] = [
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
  "/System/Library/Fonts/PingFang.ttc",
  "/System/Library/Fonts/Hiragino Sans GB.ttc",
  "C:\\Windows\\Fonts\\msyh.ttc",
];

/** @param fonts looked for in this order */
export function installedParts(fonts: readonly string[] = CHINESE_FONTS): PictureParts {
  return {
    wasm: createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm"),
    font: fonts.find((file) => existsSync(file)),
  };
}
