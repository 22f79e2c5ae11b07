// A chart as a PNG picture, for documents that do not show SVG. Chinese needs a font of the machine, or one it is given.
import { Resvg } from "@resvg/resvg-js";

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** @param fontFiles fonts with Chinese letters, where the machine has none (Lambda); else its own are used */
export function chartPicture(svg: string, fontFiles: readonly string[]): Picture {
  const drawn = new Resvg(svg, {
    // Twice as fine as the screen: sharp on paper.
    fitTo: { mode: "zoom", value: 2 },
    background: "#ffffff",
    font: {
      fontFiles: [...fontFiles],
      loadSystemFonts: fontFiles.length === 0,
      defaultFontFamily: "Noto Sans CJK SC",
    },
  });
  return { png: new Uint8Array(drawn.render().asPng()), width: drawn.width, height: drawn.height };
}
