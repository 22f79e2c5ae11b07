// Reads a JSON body of limited size and checks its shape, with a problem that names the place.
import type { Context } from "hono";
import type * as z from "zod";
import type { AppEnv } from "./context.ts";
import { httpProblems, refuse } from "./http-problems.ts";
import { parseShape } from "./parse-shape.ts";

/** 1 MB, as UrlFetch and API Gateway handle comfortably. */
export const MAX_BODY_BYTES = 1_000_000;

/** Six levels are in use; code that walks through values need not fear for its stack. */
const MAX_DEPTH = 16;

export async function readBody<T>(c: Context<AppEnv>, schema: z.ZodType<T>): Promise<T> {
  const json = parseJson(await readText(c.req.raw));
  if (isDeeperThan(json, MAX_DEPTH)) refuse(httpProblems.nested_too_deeply({ max: MAX_DEPTH }));
  const parsed = parseShape(schema, json);
  return parsed.ok ? parsed.value : refuse(parsed.error);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    const en = error instanceof Error ? error.message.slice(0, 120) : "unreadable";
    refuse(httpProblems.malformed_json({ reason: { zh: "请检查括号、引号和逗号是否成对", en } }));
  }
}

function isDeeperThan(json: unknown, levels: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return level.some((value) => typeof value === "object" && value !== null);
}

/** Counts while reading, so that a body without a length cannot fill the memory. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES)
    refuse(httpProblems.body_too_large({}));
  if (!request.body) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BODY_BYTES) refuse(httpProblems.body_too_large({}));
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      refuse(httpProblems.malformed_json({ reason: { zh: "编码不是 UTF-8", en: "not UTF-8" } }));
    throw error;
  }
}
