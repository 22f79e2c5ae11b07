// A register's example is what the demonstration shows of it: the same rows, in the test's halls, by the test's people.
import { REGISTER_ROWS } from "../../infra/local/seed/registers/all-registers.ts";
import type { Staff } from "../../infra/local/seed/registers/register-rows.ts";
import { personAt } from "./hall-people.ts";
import type { ExamplePlace, LedgerExample } from "./ledger-example.ts";

const STAFF: Readonly<Record<Staff, string>> = {
  clerk1: "clerk",
  clerk2: "clerk2",
  windowhead: "windowHead",
  head: "hallHead",
};

/** What is spent was planned before. */
const PLAN = { plannedFor: "2026-08-24", head: "officeSupplies", amountInFen: 600_000 };

export function demonstrationExample(ledger: string): (place: ExamplePlace) => LedgerExample {
  return ({ hall, id }) => {
    const rows = REGISTER_ROWS[ledger];
    if (!rows) throw new Error(`the demonstration has no rows of ${ledger}`);
    const lives = rows({ prefix: `演${hall}`, person: (staff) => `p-${personAt(STAFF[staff], hall)}` });
    // The first row is what the others start from: what they leave out they leave empty.
    const nothing = Object.fromEntries(Object.keys(lives[0]?.values ?? {}).map((id) => [id, null]));
    return {
      ...(lives[0] ? { values: lives[0].values } : {}),
      ...(ledger === "budget-spending"
        ? { before: [{ ledger: "budget-plans", id: id(1), values: PLAN }] }
        : {}),
      lives: lives.map(({ values, steps = [] }) => ({
        values: { ...nothing, ...values },
        steps: [...steps],
      })),
    };
  };
}
