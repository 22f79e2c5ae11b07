// Paper and type of reports in Word: A4, the fonts that Chinese offices have, sizes as official papers use them.
import { type ISectionPropertiesOptions, type IStylesOptions, LineRuleType, PageOrientation } from "docx";

/** Twips: A4, with margins of 2 cm. */
const [SHORT, LONG, MARGIN] = [11_906, 16_838, 1134];

export const TEXT_WIDTH = { portrait: SHORT - 2 * MARGIN, landscape: LONG - 2 * MARGIN } as const;
export type Orientation = keyof typeof TEXT_WIDTH;

export function pageOf(orientation: Orientation): ISectionPropertiesOptions {
  return {
    page: {
      size: {
        width: SHORT,
        height: LONG,
        orientation: PageOrientation[orientation === "portrait" ? "PORTRAIT" : "LANDSCAPE"],
      },
      margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
    },
  };
}

const BODY = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "SimSun",
};
const HEAD = { ...BODY, eastAsia: "SimHei" };

/** Half points: 12 pt is 小四, 16 pt is 三号. */
export const SIZES = { body: 24, table: 18, small: 20, motto: 28, title: 52, subtitle: 32 } as const;

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: BODY, size: SIZES.body, color: "1b2733" },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO, after: 80 } },
    },
    title: {
      run: { font: HEAD, size: SIZES.title, color: "000000" },
      paragraph: { alignment: "center", spacing: { after: 240 } },
    },
    heading1: {
      run: { font: HEAD, size: 32, color: "000000" },
      paragraph: { spacing: { before: 360, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font: HEAD, size: 26, color: "000000" },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
};
