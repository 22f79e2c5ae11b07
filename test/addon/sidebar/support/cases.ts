// Cases that stand in the fake backend before a sidebar opens, and how a test finds them again.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { cases } from "../../../../shared/capabilities/cases/cases-ledger.ts";
import type { Values } from "../../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../../shared/ledger/record.ts";
import { PEOPLE } from "./fake-backend.ts";
import type { FakeScript } from "./fake-script.ts";

/** A sound case, received on the Monday before; gives its id. */
export function addCase(script: FakeScript, values: Values = {}): string {
  const id = randomUUID();
  const given = {
    receivedAt: "2026-11-16T09:05:00+08:00",
    matter: "senior-card",
    visitor: "张三丰",
    phoneTail: "1234",
    channel: "counter",
    acceptedBy: "李窗口",
    ...values,
  };
  const request = { ledger: cases.id, id, baseVersion: 0, action: "upsert", values: given };
  const answer = script.backend.write(cases, request, PEOPLE.clerk);
  if (answer.status !== "accepted") throw new Error(JSON.stringify(answer.problems));
  return id;
}

export function recordOf(script: FakeScript, id: string): LedgerRecord {
  const record = script.backend.records.get(id);
  if (!record) throw new Error(`no record ${id}`);
  return record;
}

/** The records, once there are as many as expected. */
export async function savedRecords(script: FakeScript, count = 1): Promise<LedgerRecord[]> {
  await expect.poll(() => script.backend.records.size, POLL).toBe(count);
  return [...script.backend.records.values()];
}

export const POLL = { timeout: 15_000 };

export const matterBox = (page: Page) => page.getByRole("combobox", { name: /服务事项|Service item/ });
export const field = (page: Page, id: string) =>
  page.locator(`[data-field="${id}"] :is(input, select, textarea)`).last();

/** Types into the matter's box and takes the first match. */
export async function chooseMatter(page: Page, typed: string): Promise<void> {
  await matterBox(page).fill(typed);
  await matterBox(page).press("Enter");
}

/** Where the keyboard is: the field around the focus. */
export async function focusedField(page: Page): Promise<string | null> {
  return page.evaluate(`document.activeElement.closest("[data-field]")?.dataset.field ?? null`);
}

export const callsOf = (script: FakeScript, name: string) =>
  script.calls.filter((called) => called === name).length;
