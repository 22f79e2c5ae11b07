// Keeps rows from changing an accepted month unnoticed: that takes a reason in the row, or an open unlock.
import { periodProblems } from "../../shared/capabilities/periods/period-problems.ts";
import { sameContent } from "../../shared/kernel/canonical-json.ts";
import { instantOf } from "../../shared/kernel/date-time.ts";
import { monthOf } from "../../shared/kernel/plain-date.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { Contribution } from "../../shared/ledger/record.ts";
import { findLocks, isUnlocked, lockCheck, type MonthLock } from "../storage/lock-store.ts";
import type { RowWrite } from "../storage/row-write.ts";
import type { Table, TableAction } from "../storage/table.ts";
import type { PlanContext } from "./plan-row.ts";

/** The months in which a row's part of the figures changes; none when only other things of the row do. */
export function changedMonths(applied: readonly Contribution[], next: readonly Contribution[]): string[] {
  const months = [...new Set([...applied, ...next].map(({ day }) => monthOf(day)))].sort();
  const inMonth = (parts: readonly Contribution[], month: string) =>
    parts.filter(({ day }) => monthOf(day) === month);
  return months.filter((month) => !sameContent(inMonth(applied, month), inMonth(next, month)));
}

/**
 * Judges writes against the locks, which are read once and only when a past month is touched at all: the present
 * month cannot have been accepted.
 */
export function lockedMonths({ table, hall, ledger, facts }: PlanContext & { readonly table: Table }) {
  let reading: Promise<Map<string, MonthLock>> | undefined;
  return {
    /** @returns checks for the transaction, so that an acceptance in between is noticed */
    async judge(write: RowWrite, hasReason: boolean): Promise<Result<readonly TableAction[], Problem>> {
      const past = changedMonths(write.applied, write.record.contributions).filter(
        (month) => month < monthOf(facts.today),
      );
      if (past.length === 0) return ok([]);
      reading ??= findLocks(table, hall.id);
      const locks = await reading;
      const refused = past.find((month) => {
        const lock = locks.get(month);
        return lock && !hasReason && !isUnlocked(lock, ledger.id, instantOf(facts.now));
      });
      if (refused) return err(periodProblems.month_locked({ month: refused, field: "reason" }));
      // With a reason it does not matter whether the month was accepted meanwhile.
      return ok(
        hasReason ? [] : past.map((month) => lockCheck(table.name, hall.id, month, locks.get(month))),
      );
    },
  };
}
