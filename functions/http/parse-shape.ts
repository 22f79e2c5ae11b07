// Checks the shape of what a client sent; the problem names the place, in both languages.
import * as z from "zod";
import zhCN from "zod/v4/locales/zh-CN.js";
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import { httpProblems } from "./http-problems.ts";

const inChinese = { error: zhCN().localeError };

/** What a sender wrote is quoted back only so far. */
const QUOTED = 120;

export function parseShape<T>(schema: z.ZodType<T>, given: unknown): Result<T, Problem> {
  // zod passes over this one name, wherever an object may not have unknown members.
  if (isObject(given) && Object.hasOwn(given, "__proto__")) {
    const reason = { zh: "没有这一项", en: "there is no such member" };
    return err(httpProblems.wrong_shape({ field: "__proto__", path: "__proto__", reason }));
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const chinese = schema.safeParse(given, inChinese).error?.issues[0];
  const place = [
    ...(issue?.path ?? []),
    ...(issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : []),
  ];
  const path = place.map(String).join(".").slice(0, QUOTED);
  const reason = isMissing(given, issue?.path ?? [])
    ? { zh: "缺少这一项", en: "it is missing" }
    : { zh: (chinese?.message ?? "").slice(0, QUOTED), en: (issue?.message ?? "").slice(0, QUOTED) };
  return err(httpProblems.wrong_shape({ ...(path ? { field: path } : {}), path: path || "/", reason }));
}

function isMissing(given: unknown, path: readonly PropertyKey[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return given === undefined;
  if (typeof given !== "object" || given === null) return false;
  const found = Object.entries(given).find(([id]) => id === String(name));
  return found === undefined || isMissing(found[1], rest);
}

/** An object with whatever members, untouched: their names may be anything. */
export const anyMembers = z.unknown().transform((given, context) => {
  if (isObject(given)) return given;
  context.issues.push({ code: "invalid_type", expected: "object", input: given });
  return z.NEVER;
});

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
