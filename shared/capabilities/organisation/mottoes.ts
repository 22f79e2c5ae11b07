// The mottoes (服务宗旨) that the documents give; a centre puts one of them, or its own, on the covers of its reports.
import type { Text } from "../../kernel/text.ts";

export const MOTTOES = {
  /** D1 前言 “集中、规范、高效、便民”. */
  hall: {
    zh: "集中、规范、高效、便民",
    en: "All in one place, to one standard, quick, and made for the people",
  },
  /** D5 前言 “准确及时、坚持标准、快速高效、热心为民”. */
  licensing: {
    zh: "准确及时、坚持标准、快速高效、热心为民",
    en: "Accurate and timely, true to the standard, fast and effective, with a warm heart for people",
  },
} as const satisfies Record<string, Text>;

/** @param usual where the centre has none of its own */
export function mottoOf(
  centre: { readonly motto?: Text | undefined },
  usual: keyof typeof MOTTOES = "hall",
): Text {
  return centre.motto ?? MOTTOES[usual];
}
