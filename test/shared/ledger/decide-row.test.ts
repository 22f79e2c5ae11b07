// What becomes of an incoming row, decided without a store: a tennis club's bookings.
import { describe, expect, test } from "vitest";
import { type DateTime, dateTime } from "../../../shared/kernel/date-time.ts";
import { type CurrentRow, type Decision, decideRow } from "../../../shared/ledger/decide-row.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { LedgerRecord, Revision } from "../../../shared/ledger/record.ts";
import { testFacts } from "../../support/facts.ts";
import { tennisClub } from "./tennis-club.ts";

const ID = "00000000-0000-4000-8000-000000000001";
const NOW: DateTime = dateTime("2026-11-20T15:00:00+08:00");
const facts = testFacts({ now: NOW });
const NEW: Values = { playsOn: "2026-11-02", court: "一号", player: "李娜", balls: "4" };

function decide(
  values: Values,
  { action = "upsert", baseVersion = 0, current, may = () => true }: Partial<Options> = {},
): Decision {
  const incoming = { id: ID, baseVersion, action, values };
  return decideRow(incoming, current, { ledger: tennisClub, facts, actor: "p-1", roles: ["clerk"], may });
}

interface Options {
  readonly action: string;
  readonly baseVersion: number;
  readonly current: CurrentRow;
  readonly may: (action: string) => boolean;
}

/** A row as it stands after some accepted changes, the first of which made it. */
function stored(
  changes: readonly { values: Values; action?: string }[],
  seenVersion = changes.length,
): CurrentRow {
  let current: CurrentRow | undefined;
  const revisions: Revision[] = [];
  for (const { values, action = "upsert" } of changes) {
    const version: number = (current?.record.version ?? 0) + 1;
    const decision = decide(values, { action, baseVersion: version - 1, ...(current ? { current } : {}) });
    if (decision.status !== "accepted") throw new Error(JSON.stringify(decision));
    const { row, personal, before, after, personalChanged, voided, data } = decision.change;
    revisions.push({
      ...{
        seq: version,
        recordId: ID,
        version,
        action,
        at: NOW,
        syncedBy: "p-1",
        enteredBy: null,
        batchId: "b",
      },
      ...{ before, after, personalChanged, personalToken: null, data, reason: null },
    });
    const record: LedgerRecord = {
      ...row,
      ...{ id: ID, hall: "club", ledger: "bookings", version, seq: version, serial: "2026-00001" },
      ...{
        definitionVersion: 3,
        personalToken: "token",
        derived: tennisClub.derive(row, facts),
        contributions: [],
      },
      ...{ metricsVersion: 1, updatedAt: NOW, enteredBy: null, syncedBy: "p-1", voided, revisions: [] },
    };
    current = { record, personal, since: [] };
  }
  if (!current) throw new Error("no change");
  return { ...current, since: revisions.slice(seenVersion) };
}

const codesOf = (decision: Decision) =>
  "problems" in decision
    ? decision.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
    : [];

describe("a new row", () => {
  test("is accepted with its values in the ledger's form, personal ones apart", () => {
    const decision = decide(NEW);
    expect(decision).toMatchObject({
      status: "accepted",
      change: {
        row: {
          values: { playsOn: "2026-11-02", court: "one", balls: 4 },
          personalFields: ["player"],
          events: [],
        },
        personal: { player: "李娜" },
        personalChanged: ["player"],
        before: {},
        after: { playsOn: "2026-11-02", court: "one", balls: 4 },
      },
    });
    expect(JSON.stringify(decision).match(/李娜/g)).toHaveLength(1);
  });

  test("names every field that is wrong, and calls a wrong one not missing as well", () => {
    const decision = decide({ playsOn: "2026-02-30", balls: 13, colour: "red" });
    expect(codesOf(decision).sort()).toEqual([
      "invalid_date playsOn",
      "out_of_range balls",
      "required court",
      "required player",
      "unknown_field colour",
    ]);
  });

  test("is judged by the ledger's own rules", () => {
    expect(codesOf(decide({ ...NEW, court: "three", playsOn: "2026-12-01" }))).toEqual([
      "court_closed court",
    ]);
  });

  test("is refused with a base version above 0, or with a step", () => {
    expect(codesOf(decide(NEW, { baseVersion: 1 }))).toEqual(["unknown_record"]);
    expect(codesOf(decide({ playedOn: "2026-11-02" }, { action: "play" }))).toEqual(["unknown_record"]);
  });

  test("is refused to those who may not, and for actions that there are not", () => {
    expect(codesOf(decide(NEW, { may: () => false }))).toEqual(["not_permitted"]);
    for (const action of ["serve", "erase", "read", "toString", "__proto__"]) {
      expect(codesOf(decide(NEW, { action }))).toEqual(["unknown_action"]);
    }
  });
});

describe("an edit", () => {
  test("changes what was given, clears what is null, keeps what was left out", () => {
    const decision = decide(
      { balls: null, court: "two" },
      { baseVersion: 1, current: stored([{ values: NEW }]) },
    );
    expect(decision).toMatchObject({
      status: "accepted",
      change: {
        before: { balls: 4, court: "one" },
        after: { balls: null, court: "two" },
        personalChanged: [],
      },
    });
    if (decision.status !== "accepted") return;
    expect(decision.change.row.values).toEqual({ playsOn: "2026-11-02", court: "two" });
  });

  test("of nothing is unchanged, however it is written", () => {
    const current = stored([{ values: NEW }]);
    for (const values of [{}, NEW, { court: "ONE", balls: " 4 " }, { wishes: "" }]) {
      expect(decide(values, { baseVersion: 1, current }).status).toBe("unchanged");
    }
  });

  test("may not clear what every row needs", () => {
    const decision = decide(
      { court: null, player: "" },
      { baseVersion: 1, current: stored([{ values: NEW }]) },
    );
    expect(codesOf(decision).sort()).toEqual(["required court", "required player"]);
  });

  test("to and fro leaves the sender's view alone: the other side's undone change is no conflict with it", () => {
    const current = stored([{ values: NEW }, { values: { balls: 6 } }, { values: { balls: 4 } }], 1);
    expect(decide({ ...NEW, court: "two" }, { baseVersion: 1, current })).toMatchObject({
      status: "merged",
      change: { after: { court: "two" } },
    });
  });

  test("from behind is merged by field, and in conflict by field", () => {
    const current = stored([{ values: NEW }, { values: { balls: 6 } }], 1);
    expect(decide({ court: "two" }, { baseVersion: 1, current }).status).toBe("merged");
    expect(codesOf(decide({ balls: 5 }, { baseVersion: 1, current }))).toEqual(["changed_meanwhile balls"]);
    expect(decide({ balls: 6 }, { baseVersion: 1, current }).status).toBe("unchanged");
  });

  test("of a row whose personal fields were erased keeps to the others", () => {
    const whole = stored([{ values: NEW }]);
    const erased = { ...whole, personal: {}, record: { ...whole.record, personalToken: null } };
    expect(decide({ court: "two", player: null }, { baseVersion: 1, current: erased }).status).toBe(
      "accepted",
    );
    expect(codesOf(decide({ player: "李娜" }, { baseVersion: 1, current: erased }))).toEqual([
      "personal_erased player",
    ]);
  });
});

describe("a step", () => {
  const played = { playedOn: "2026-11-03" };

  test("leaves an event and what it sets", () => {
    const decision = decide(played, { action: "play", baseVersion: 1, current: stored([{ values: NEW }]) });
    expect(decision).toMatchObject({
      status: "accepted",
      change: {
        row: { values: { playedOn: "2026-11-03" }, events: [{ action: "play", data: played, by: "p-1" }] },
        before: { playedOn: null },
        after: played,
        data: played,
      },
    });
  });

  test("is taken in its statuses only, and needs what it asks for", () => {
    const current = stored([{ values: NEW }, { values: played, action: "play" }]);
    expect(codesOf(decide(played, { action: "play", baseVersion: 2, current }))).toEqual([
      "not_allowed_in_status",
    ]);
    const fresh = stored([{ values: NEW }]);
    expect(codesOf(decide({}, { action: "play", baseVersion: 1, current: fresh }))).toEqual([
      "required playedOn",
    ]);
  });

  test("from behind never merges; the same one again is taken once", () => {
    const edited = stored([{ values: NEW }, { values: { balls: 6 } }], 1);
    expect(codesOf(decide(played, { action: "play", baseVersion: 1, current: edited }))).toEqual([
      "step_meanwhile",
    ]);
    const done = stored([{ values: NEW }, { values: played, action: "play" }], 1);
    expect(decide(played, { action: "play", baseVersion: 1, current: done }).status).toBe("unchanged");
    expect(decide({ balls: 1 }, { baseVersion: 1, current: done }).status).toBe("conflict");
  });
});

describe("voiding", () => {
  test("keeps the values and gives the reason", () => {
    const decision = decide(
      { reason: "下雨" },
      { action: "void", baseVersion: 1, current: stored([{ values: NEW }]) },
    );
    expect(decision).toMatchObject({
      status: "accepted",
      change: {
        voided: { reason: "下雨", by: "p-1", at: NOW },
        before: {},
        after: {},
        data: { reason: "下雨" },
      },
    });
  });

  test("is final, and needs a reason", () => {
    const current = stored([{ values: NEW }, { values: { reason: "下雨" }, action: "void" }]);
    expect(codesOf(decide({ balls: 1 }, { baseVersion: 2, current }))).toEqual(["voided_record"]);
    expect(decide({ reason: "又" }, { action: "void", baseVersion: 2, current }).status).toBe("unchanged");
    const fresh = stored([{ values: NEW }]);
    expect(codesOf(decide({}, { action: "void", baseVersion: 1, current: fresh }))).toEqual([
      "required reason",
    ]);
  });
});

test("a version that the row has not reached is refused", () => {
  const current = stored([{ values: NEW }]);
  expect(codesOf(decide({ balls: 1 }, { baseVersion: 2, current }))).toEqual(["version_ahead"]);
});
