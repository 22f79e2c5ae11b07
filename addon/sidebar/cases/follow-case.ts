// What follows when a case was taken: the correction notice for what is missing, and the slip for the resident.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { previewRow } from "../form/check-row.ts";
import { asText } from "../form/raw-values.ts";
import { savedWords } from "../form/saved-words.ts";
import type { Taken } from "../form/use-entry.ts";
import type { Session } from "../frame/session.ts";
import { readDue } from "../rpc/history.ts";
import { caseExtra } from "./case-values.ts";
import { materialsAsked } from "./missing-materials.ts";
import { giveNotice, oweNotice, settleOwedNotices } from "./owed-notices.ts";
import type { SlipData } from "./slip.tsx";

export interface SavedCase {
  readonly id: string;
  readonly version: number;
  readonly words: Text;
  readonly pending: boolean;
  /** Whether a correction notice was due, and whether it is registered yet. */
  readonly notice: "none" | "given" | "owed";
  /** Null when the matter is not known here. */
  readonly slip: SlipData | null;
}

export async function followCase(session: Session, taken: Taken): Promise<SavedCase> {
  const { boot, reference, locale } = session;
  const { id, answer, values } = taken;
  const extra = caseExtra(taken.extra);
  const matter = reference?.findMatter(values.matter);
  const pending = answer.status === "pending";
  const serial = answer.serial ?? "";
  const { missing } = materialsAsked(matter, values, extra);
  const isFirst = answer.version === null || answer.version <= 1;
  let version = answer.version ?? 0;
  let notice: SavedCase["notice"] = "none";
  if (missing.length > 0 && isFirst) {
    const at = asText(values.acceptedAt) || asText(values.receivedAt);
    const items = missing.map(({ name }) => name.zh);
    const owed = { ledger: cases.id, id, serial, at, items };
    const given = pending ? null : await giveNotice(owed, version);
    if (given === null) oweNotice(boot, owed);
    version = given ?? version;
    notice = given === null ? "owed" : "given";
  }
  // The backend is there: what had to wait for it can be told now.
  if (!pending && notice !== "owed") await settleOwedNotices(boot);
  const facts = session.facts();
  const due = readDue(answer.current) ?? (facts && previewRow(cases, values, facts)?.derived);
  const slip = matter && {
    serial,
    temporary: pending,
    matter,
    receivedAt: asText(values.receivedAt),
    acceptedBy: asText(values.acceptedBy),
    dueDate: due?.dueDate ?? null,
    provisional: due?.provisional ?? false,
    missing: missing.map(({ name }) => name[locale]),
  };
  return { id, version, words: savedWords(answer.serial, pending), pending, notice, slip: slip ?? null };
}
