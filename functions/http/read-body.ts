// Reads a JSON body of limited size and checks its shape, with a problem that names the place.
import type { Context } from "hono";
import type * as z from "zod";
import type { AppEnv } from "./context.ts";
import { httpProblems, refuse } from "./http-problems.ts";

/** 1 MB, as UrlFetch and API Gateway handle comfortably. */
export const MAX_BODY_BYTES = 1_000_000;

export async function readBody<T>(c: Context<AppEnv>, schema: z.ZodType<T>): Promise<T> {
  const body = await readText(c.req.raw);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    refuse(
      httpProblems.malformed_json({ reason: error instanceof Error ? error.message.slice(0, 120) : "" }),
    );
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  refuse(
    httpProblems.wrong_shape({
      field: issue?.path.join(".") ?? "",
      path: issue?.path.join(".") || "/",
      reason: issue?.message ?? "",
    }),
  );
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
    if (error instanceof TypeError) refuse(httpProblems.malformed_json({ reason: "not UTF-8" }));
    throw error;
  }
}
