// What people read, always in both languages: Chinese first, English second.

export type Locale = "zh" | "en";

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The text in one language. */
export function say(text: Text, locale: Locale): string {
  return text[locale];
}
