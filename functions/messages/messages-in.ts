// The messages on record whose day lies in a period.
import { isInPeriod, type Period } from "../../shared/kernel/period.ts";
import { plainDate } from "../../shared/kernel/plain-date.ts";
import type { Table } from "../storage/table.ts";
import { monthsTouching } from "../use-cases/find-rows.ts";
import { dayOf, type Message } from "./message.ts";
import { listMessages } from "./outbox-store.ts";

export async function messagesIn(table: Table, centre: string, period: Period): Promise<Message[]> {
  const found = await Promise.all(
    monthsTouching(period).map(({ month }) => listMessages(table, centre, month)),
  );
  return found.flat().filter((message) => isInPeriod(plainDate(dayOf(message)), period));
}
