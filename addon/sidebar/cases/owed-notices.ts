// Correction notices that were handed over while their case could not be registered yet: sent as soon as it is.
import type { Bootstrap } from "../../rpc-contract.ts";
import { readStored, store } from "../frame/browser-storage.ts";
import { call } from "../rpc/call.ts";
import { type Guarded, isListOf, isShape, isText } from "../rpc/guards.ts";
import { readHistory } from "../rpc/history.ts";

/** Names no person: it may wait on the computer for days. */
const isOwedNotice = isShape({
  ledger: isText,
  id: isText,
  serial: isText,
  at: isText,
  items: isListOf(isText),
});
export type OwedNotice = Guarded<typeof isOwedNotice>;

const keyOf = ({ user, hall }: Bootstrap) =>
  `hall-ledger/notices/${encodeURIComponent(user?.key ?? "")}/${hall?.id ?? ""}`;

export function owedNotices(boot: Bootstrap): readonly OwedNotice[] {
  const kept = readStored("computer", keyOf(boot));
  return isListOf(isOwedNotice)(kept) ? kept : [];
}

function keep(boot: Bootstrap, notices: readonly OwedNotice[]): void {
  store("computer", keyOf(boot), notices.length === 0 ? null : notices);
}

export function oweNotice(boot: Bootstrap, notice: OwedNotice): void {
  keep(boot, [...owedNotices(boot).filter(({ id }) => id !== notice.id), notice]);
}

/** Registers what can be registered now; answers how many are still owed. */
export async function settleOwedNotices(boot: Bootstrap): Promise<number> {
  for (const notice of owedNotices(boot)) {
    if (!(await settle(notice))) continue;
    keep(
      boot,
      owedNotices(boot).filter(({ id }) => id !== notice.id),
    );
  }
  return owedNotices(boot).length;
}

/** True when the notice stands in the case's history, or never can. */
async function settle(notice: OwedNotice): Promise<boolean> {
  const { ledger, id } = notice;
  const answer = await call("rowHistory", { ledger, id });
  const row = answer.ok ? readHistory(answer.value) : null;
  if (!row) return false;
  if (row.voided || row.events.some(({ action }) => action === "giveCorrectionNotice")) return true;
  return (await giveNotice(notice, row.version)) !== null;
}

/** The row's new version, or null when the notice was not taken. */
export async function giveNotice(notice: OwedNotice, baseVersion: number): Promise<number | null> {
  const { ledger, id, at, items } = notice;
  const answer = await call("saveRow", {
    ledger,
    id,
    baseVersion,
    action: "giveCorrectionNotice",
    values: { at, items },
  });
  if (!answer.ok) return null;
  const { status, version } = answer.value;
  return status === "accepted" || status === "unchanged" ? (version ?? baseVersion) : null;
}
