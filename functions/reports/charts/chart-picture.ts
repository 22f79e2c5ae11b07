// A chart as a PNG picture, for documents that do not show SVG. Chinese needs a font, which is held in memory.
import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The files that drawing needs beside the code. */
export interface PictureParts {
  /** resvg's WebAssembly. */
  readonly wasm: string;
  /** A font with Chinese letters; where there is none, no picture is drawn. */
  readonly font: string | undefined;
}

export type Painter = (svg: string) => Picture | undefined;

/** WebAssembly is begun once in a process, whoever draws. */
let begun: Promise<void> | undefined;

export async function chartPainter({ wasm, font }: PictureParts): Promise<Painter> {
  if (font === undefined) return () => undefined;
  begun ??= readFile(wasm).then((code) => initWasm(code));
  const [fontBuffer] = await Promise.all([readFile(font), begun]);
  return (svg) => {
    const drawn = new Resvg(svg, {
      // Twice as fine as the screen: sharp on paper.
      fitTo: { mode: "zoom", value: 2 },
      background: "#ffffff",
      font: { fontBuffers: [fontBuffer], defaultFontFamily: "Noto Sans CJK SC" },
    });
    const image = drawn.render();
    const { width, height } = drawn;
    const png = image.asPng();
    image.free();
    drawn.free();
    return { png, width, height };
  };
}
