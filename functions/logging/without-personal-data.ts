// Takes out of a text what an error of somebody else's making may have quoted: tokens, addresses, numbers of people.

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[^\s,;]+/gi, "[token]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[token]"],
  [/[^\s@"'<>,;]+@[^\s@"'<>,;]+\.[a-z]{2,}/gi, "[e-mail]"],
  // Identity numbers, account numbers, telephone numbers: no count or time of ours has eleven digits in a row.
  [/\d{11,}[Xx]?/g, "[number]"],
  [/(?:\+?86[ -]?)?1\d{2}[ -]?\d{4}[ -]?\d{4}/g, "[number]"],
  // Quoted Chinese is what somebody wrote; messages of libraries are English.
  [/(["'“‘])[^"'”’\n]*\p{Script=Han}[^"'”’\n]*["'”’]/gu, "[text]"],
];

/** Ids of rows and requests stay: faults are found by them. */
const UUID = /([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})/i;

export function withoutPersonalData(text: string): string {
  return text
    .split(UUID)
    .map((part, at) =>
      at % 2 === 1 ? part : PATTERNS.reduce((rest, [what, as]) => rest.replace(what, as), part),
    )
    .join("");
}
