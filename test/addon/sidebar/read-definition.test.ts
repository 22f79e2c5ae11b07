// A described ledger draws and judges like the ledger itself.
import { describe, expect, test } from "vitest";
import { readDefinition } from "../../../addon/sidebar/definition/read-definition.ts";
import { describeLedger } from "../../../shared/ledger/describe-ledger.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { bookings } from "./support/toy-ledger.ts";

/** As it comes through `google.script.run`. */
const described = (ledger: (typeof LEDGERS)[number]) => JSON.parse(JSON.stringify(describeLedger(ledger)));

describe.each([...LEDGERS, bookings])("$id", (ledger) => {
  const definition = readDefinition(described(ledger));

  test("keeps its fields, statuses and steps in their order", () => {
    expect(definition && Object.keys(definition.fields)).toEqual(Object.keys(ledger.fields));
    expect(definition && Object.keys(definition.statuses)).toEqual(Object.keys(ledger.statuses));
    expect(definition && Object.keys(definition.transitions)).toEqual(Object.keys(ledger.transitions));
  });

  test("asks for its fields with the same controls, choices and obligations", () => {
    for (const [id, field] of Object.entries(ledger.fields)) {
      const drawn = definition?.fields[id];
      expect(drawn?.required ?? false).toBe(field.required ?? false);
      expect(drawn?.hidden ?? false).toBe(field.hidden ?? false);
      if (field.hidden) continue;
      expect(drawn?.shape.control).toBe(field.shape.control);
      expect(drawn?.shape.choices).toEqual(field.shape.choices);
    }
  });
});

test("what a field refuses is refused in the same words", () => {
  const definition = readDefinition(described(bookings));
  const wrong: Record<string, unknown> = {
    playedOn: "2026-02-30",
    member: "十一个字的名字太长了吧",
    players: 9,
    court: "?",
  };
  for (const [id, raw] of Object.entries(wrong)) {
    const context = { id, zone: "Asia/Shanghai" };
    expect(definition?.fields[id]?.accept(raw, context)).toEqual(bookings.fields[id]?.accept(raw, context));
  }
});

test("what is no description is none", () => {
  expect(readDefinition({ id: "x" })).toBeUndefined();
  expect(readDefinition(null)).toBeUndefined();
});
