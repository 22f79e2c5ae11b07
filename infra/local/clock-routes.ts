// `GET` and `POST /dev/clock`: what time it is in the halls of this machine, and moving it. Local only.
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { parseInstant } from "../../shared/kernel/date-time.ts";
import { defineProblems } from "../../shared/kernel/problem.ts";
import type { LocalClock } from "./clock.ts";
import { readBody, sendJson, sendProblem } from "./http-body.ts";

const clockProblems = defineProblems({
  "clock.bad_request": {
    status: 400,
    zh: "请求内容应为带有 now 字段的 JSON 对象:带时区的时间,如 2026-06-01T08:00:00+08:00;或 null(回到真实时间)。",
    en: "The body must be a JSON object with the field now: a time with its offset, or null for real time.",
  },
  "clock.wrong_method": {
    status: 405,
    zh: "这个地址只接受 GET 和 POST。",
    en: "This address takes GET and POST only.",
  },
});

const Move = z.strictObject({ now: z.string().nullable() });

/** @param onMoved does what has fallen due by the new time; its result is part of the answer */
export function createClockRoutes(clock: LocalClock, onMoved: () => Promise<unknown>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (new URL(request.url ?? "/", "http://local").pathname !== "/dev/clock") return false;
    const shown = () => ({ now: new Date(clock.now()).toISOString() });
    if (request.method === "GET") {
      sendJson(response, 200, shown());
    } else if (request.method !== "POST") {
      sendProblem(response, clockProblems["clock.wrong_method"]({}));
    } else {
      const wanted = await readMove(request);
      if (wanted === undefined) {
        sendProblem(response, clockProblems["clock.bad_request"]({ field: "now" }));
      } else {
        clock.moveTo(wanted);
        sendJson(response, 200, { ...shown(), jobs: await onMoved() });
      }
    }
    return true;
  };
}

/** A page of another origin cannot send JSON unasked, so only JSON is taken. */
async function readMove(request: IncomingMessage): Promise<number | null | undefined> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return undefined;
  try {
    const { now } = Move.parse(JSON.parse((await readBody(request)) ?? ""));
    return now === null ? null : parseInstant(now);
  } catch {
    return undefined;
  }
}
