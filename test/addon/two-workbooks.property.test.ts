// Whatever two clerks do in any order, both sheets and the backend agree in the end, and no row is there twice.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRpc } from "../../addon/rpc.ts";
import { FakeBackend } from "./support/fake-backend.ts";
import { type MemoryBench, memoryBench } from "./support/memory-bench.ts";
import { bookingsV1, bookingsV2 } from "./support/tennis-club.ts";

type Deed =
  | {
      readonly kind: "type";
      readonly row: number;
      readonly field: "guests" | "remark";
      readonly text: string;
    }
  | { readonly kind: "add"; readonly player: string }
  | { readonly kind: "delete" | "copy" | "loseId"; readonly row: number }
  | { readonly kind: "sort" | "sync" | "syncAway" | "syncWhileSorted" };

const row = fc.nat(7);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("type" as const),
      row,
      field: fc.constantFrom("guests" as const, "remark" as const),
      text: fc.constantFrom("1", "2", "3"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("add" as const), player: fc.constantFrom("甲", "乙", "丙") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("delete" as const, "copy" as const, "loseId" as const),
      row,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "sort" as const,
        "sync" as const,
        "syncAway" as const,
        "syncWhileSorted" as const,
      ),
    }),
  },
);

function act(bench: MemoryBench, backend: FakeBackend, one: Deed, counter: { value: number }): void {
  const { host } = bench;
  const sheet = bench.sheet();
  const count = bench.rows().length;
  const shuffle = () => host.rows(sheet, (rows) => [...rows].reverse());
  switch (one.kind) {
    case "type":
      if (one.row < count) bench.type(one.row + 2, { [one.field]: one.text });
      return;
    case "add":
      counter.value++;
      bench.type(count + 2, { day: "2026-11-20", player: `${one.player}${counter.value}`, court: "红土" });
      return;
    case "delete":
      host.rows(sheet, (rows) => rows.filter((_, at) => at !== one.row));
      return;
    case "copy":
      host.rows(sheet, (rows) => [...rows, ...rows.slice(one.row, one.row + 1)]);
      return;
    case "loseId":
      if (one.row < count) bench.type(one.row + 2, { rowId: "x" });
      return;
    case "sort":
      shuffle();
      return;
    case "syncAway":
      backend.interrupt = () => "unreachable";
      bench.sync();
      backend.interrupt = null;
      return;
    case "syncWhileSorted": {
      let done = false;
      backend.interrupt = () => {
        if (!done) shuffle();
        done = true;
        return null;
      };
      bench.sync();
      backend.interrupt = null;
      return;
    }
    case "sync":
      bench.sync();
  }
}

/** Settles what only people can settle, then synchronises until nothing moves. */
function settle(benches: readonly MemoryBench[], keep: "mine" | "theirs"): void {
  for (let round = 0; round < 4; round++) {
    for (const bench of benches) {
      bench.sync();
      const rpc = makeRpc(() => bench.surroundings());
      const state = rpc.syncState();
      if (!state.ok) throw new Error(state.message.zh);
      for (const ledger of state.value.ledgers) {
        for (const { id } of ledger.missing) {
          expect(rpc.settleMissing({ ledger: ledger.ledger, id, how: "putBack", reason: "" })).toMatchObject({
            ok: true,
          });
        }
        for (const { id } of ledger.conflicts) {
          expect(rpc.resolveConflict({ ledger: ledger.ledger, id, keep })).toMatchObject({ ok: true });
        }
      }
    }
  }
}

const shown = (bench: MemoryBench) =>
  bench
    .rows()
    .map(({ rowId, player, guests, remark, sync }) => ({
      rowId,
      player,
      guests: guests ?? "",
      remark: remark ?? "",
      sync,
    }))
    .sort((a, b) => ((a.rowId ?? "") < (b.rowId ?? "") ? -1 : 1));

describe("two workbooks of one hall", () => {
  it.each(["mine", "theirs"] as const)(
    "agree in the end, when conflicts are settled for %s",
    async (keep) => {
      await fc.assert(
        fc.property(fc.array(fc.tuple(fc.boolean(), deed), { maxLength: 25 }), (deeds) => {
          const backend = new FakeBackend(bookingsV1);
          const benches = [memoryBench(bookingsV1, backend), memoryBench(bookingsV1, backend)];
          const counter = { value: 0 };
          const [first, second] = benches;
          if (!first || !second) throw new Error("two benches");
          for (const [isFirst, one] of deeds) act(isFirst ? first : second, backend, one, counter);
          settle(benches, keep);
          const [a, b] = [shown(first), shown(second)];
          expect(a).toEqual(b);
          expect(a.every(({ sync }) => sync === "已同步")).toBe(true);
          expect(new Set(a.map(({ rowId }) => rowId)).size).toBe(a.length);
          expect(a.map(({ rowId }) => rowId).sort()).toEqual([...backend.rows.keys()].sort());
          backend.takeSent();
          expect(first.sync(bookingsV2)).toMatchObject({ sent: 0, pending: 0 });
        }),
        { numRuns: 150 },
      );
    },
  );
});
