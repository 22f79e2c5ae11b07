// Puts a message that was given up back into the outbox, because somebody decided so: on record, and once.
import { nextWorkingMoment } from "../../shared/capabilities/messages/working-hours.ts";
import { type Centre, calendarOf } from "../../shared/capabilities/organisation/centre.ts";
import { defineProblems, type Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { Dependencies } from "../dependencies.ts";
import { Letter, type Message } from "./message.ts";
import { findMessage, settle } from "./outbox-store.ts";

export const messageProblems = defineProblems({
  message_unknown: {
    status: 404,
    zh: "没有这条消息;请刷新后再看。",
    en: "There is no such message; please look again.",
  },
  message_not_given_up: {
    status: 409,
    zh: "这条消息没有被放弃(已发出或正在等待),不用重发。",
    en: "This message was not given up (it was sent, or waits), so it need not be sent again.",
  },
  message_over: {
    status: 409,
    zh: "这份提醒已经过时;当天或次日的提醒会重新说明仍未办的事项,不用重发。",
    en: "This reminder is out of date; the next digest says what still holds, so it need not be sent again.",
  },
});

export async function retryMessage(
  { table, now }: Pick<Dependencies, "table" | "now">,
  centre: Centre,
  id: string,
  by: string,
): Promise<Result<Message, Problem>> {
  // Only what looks like a message's name is looked up.
  const named = Letter.shape.id.safeParse(id.slice(0, 300));
  const message = named.success ? await findMessage(table, centre.id, named.data) : undefined;
  if (!message) return err(messageProblems.message_unknown({}));
  if (message.state !== "dead") return err(messageProblems.message_not_given_up({}));
  if (message.notAfter !== null && now() >= message.notAfter) return err(messageProblems.message_over({}));
  const attempt = { at: new Date(now()).toISOString(), outcome: "again", note: by };
  const notBefore = nextWorkingMoment(now(), message.hours, calendarOf(centre));
  // Two who press at once put it back once.
  const again = await settle(table, message, { state: "queued", attempt, notBefore });
  return again
    ? ok({ ...message, state: "queued", notBefore, attempts: [...message.attempts, attempt] })
    : err(messageProblems.message_not_given_up({}));
}
