// Texts: formatting, regular expressions, joining and splitting.
import { displayText } from "../model/number-format.ts";
import type { FormulaFunction, ScalarFunction } from "./formula-context.ts";
import { FormulaFailure, findNumberInText, toBoolean, toNumber, toText } from "./formula-value.ts";

function expression(pattern: string, flags = "u"): RegExp {
  const caseless = pattern.startsWith("(?i)");
  try {
    return new RegExp(caseless ? pattern.slice(4) : pattern, caseless ? `${flags}i` : flags);
  } catch {
    throw new FormulaFailure("#REF!", `'${pattern}' is not a valid regular expression`);
  }
}

function textsOf(args: Parameters<FormulaFunction>[0], skipBlank: boolean): string[] {
  const texts: string[] = [];
  for (const arg of args) {
    for (const line of arg.matrix()) {
      for (const value of line) {
        const text = toText(value);
        if (text !== "" || !skipBlank) texts.push(text);
      }
    }
  }
  return texts;
}

export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  CONCATENATE: (args) => textsOf(args, false).join(""),
  JOIN: ([delimiter, ...rest]) => textsOf(rest, false).join(toText(delimiter?.single())),
  TEXTJOIN: ([delimiter, skip, ...rest]) =>
    textsOf(rest, toBoolean(skip?.single())).join(toText(delimiter?.single())),
  SPLIT: ([text, delimiter, byEach]) => {
    const characters = toText(delimiter?.single());
    const each = byEach && !byEach.isOmitted ? toBoolean(byEach.single()) : true;
    const separator: string | RegExp = each
      ? expression(`[${characters.replace(/[\\\]^-]/g, "\\$&")}]`)
      : characters;
    const parts = toText(text?.single())
      .split(separator)
      .filter((part) => part !== "");
    return [parts.map((part) => findNumberInText(part) ?? part)];
  },
};

export const textScalars: Readonly<Record<string, ScalarFunction>> = {
  CONCAT: ([a, b]) => toText(a) + toText(b),
  TEXT: ([value, pattern]) => {
    const number = typeof value === "string" ? findNumberInText(value) : value;
    return displayText(number ?? value, toText(pattern));
  },
  VALUE: ([value]) => toNumber(value),
  LEN: ([value]) => toText(value).length,
  UPPER: ([value]) => toText(value).toUpperCase(),
  LOWER: ([value]) => toText(value).toLowerCase(),
  TRIM: ([value]) => toText(value).trim().replace(/ +/g, " "),
  LEFT: ([value, count]) => toText(value).slice(0, count === undefined ? 1 : toNumber(count)),
  RIGHT: ([value, count]) => {
    const text = toText(value);
    return text.slice(Math.max(0, text.length - (count === undefined ? 1 : toNumber(count))));
  },
  MID: ([value, start, count]) =>
    toText(value).slice(toNumber(start) - 1, toNumber(start) - 1 + toNumber(count)),
  EXACT: ([a, b]) => toText(a) === toText(b),
  REPT: ([value, count]) => toText(value).repeat(Math.max(0, Math.trunc(toNumber(count)))),
  SUBSTITUTE: ([value, from, to, nth]) => {
    const [text, search, replacement] = [toText(value), toText(from), toText(to)];
    if (search === "") return text;
    if (nth === undefined) return text.replaceAll(search, replacement);
    const parts = text.split(search);
    const at = toNumber(nth);
    if (at >= parts.length) return text;
    return parts.slice(0, at).join(search) + replacement + parts.slice(at).join(search);
  },
  FIND: ([search, value, from]) =>
    position(toText(value), toText(search), from === undefined ? 1 : toNumber(from)),
  SEARCH: ([search, value, from]) =>
    position(
      toText(value).toLowerCase(),
      toText(search).toLowerCase(),
      from === undefined ? 1 : toNumber(from),
    ),
  REGEXMATCH: ([value, pattern]) => expression(toText(pattern)).test(toText(value)),
  REGEXEXTRACT: ([value, pattern]) => {
    const match = expression(toText(pattern)).exec(toText(value));
    if (!match) throw new FormulaFailure("#N/A", "REGEXEXTRACT found nothing");
    return match[1] ?? match[0];
  },
  REGEXREPLACE: ([value, pattern, replacement]) =>
    toText(value).replace(expression(toText(pattern), "gu"), toText(replacement).replace(/\\(\d)/g, "$$$1")),
  ISEMAIL: ([value]) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(toText(value)),
};

function position(text: string, search: string, from: number): number {
  const at = text.indexOf(search, from - 1);
  if (at < 0) throw new FormulaFailure("#VALUE!", `'${search}' was not found`);
  return at + 1;
}
