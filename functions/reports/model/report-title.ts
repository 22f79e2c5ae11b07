// A report's title as every rendering shows it: one of an open period says that it is preliminary.
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { BLOCK_TEXTS } from "./block-texts.ts";
import type { Report } from "./report.ts";

export function titleOf(
  { title, preliminary }: Pick<Report, "title" | "preliminary">,
  locale: Locale,
): string {
  if (!preliminary) return say(title, locale);
  const mark = say(BLOCK_TEXTS.preliminary, locale);
  return locale === "zh" ? `${say(title, locale)}（${mark}）` : `${say(title, locale)} (${mark})`;
}
