// Erases one row's personal fields because somebody asked, with the reason on record (PIPL 47).
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { acceptValues } from "../../../shared/ledger/field.ts";
import { text } from "../../../shared/ledger/fields/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { erasePersonal } from "../erase-personal.ts";
import { factsFor } from "../hall-facts.ts";

/** It stays in the history, and says nothing about the person. */
const eraseFields = { reason: text({ label: { zh: "删除理由", en: "Reason for erasing" }, maxLength: 200 }) };

const eraseProblems = defineProblems({
  erasing_without_reason: {
    status: 422,
    zh: "请写明删除理由(至少两个字,不写个人信息)。",
    en: "State why it is erased, in two characters or more, without personal details.",
  },
});

export interface EraseAsked {
  readonly ledger: Ledger;
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** Of the request that asks. */
  readonly request: string;
}

/** @returns false when there is nothing (left) to erase */
export async function eraseOnRequest(
  deps: Pick<Dependencies, "table" | "now" | "log">,
  { hall, centre }: HallPlace,
  { ledger, id, reason, by, request }: EraseAsked,
): Promise<Result<boolean, Problem>> {
  const { values, problems } = acceptValues(eraseFields, { reason }, hall.timeZone);
  const [problem] = problems;
  if (problem) return err(problem);
  const stated = String(values.reason ?? "");
  if (stated.length < 2) return err(eraseProblems.erasing_without_reason({ field: "reason" }));
  const erased = await erasePersonal(deps.table, id, stated, {
    hall,
    ledger,
    facts: factsFor(hall, centre, deps.now()),
    actor: by,
    batchId: request,
    enteredBy: null,
  });
  if (erased) deps.log("ERASED", { hall: hall.id, ledger: ledger.id, record: id });
  return ok(erased);
}
